/**
 * What the overlay lets `tab.js` use: popup, side panel and commands are rare, so the code that answers them comes only when one
 * of them asks, and is no part of what every page pays for.
 */
import type { HoverEvent, HoverTarget } from '../../lib/domain/hover.ts';
import type { PageFindings } from '../../lib/page/types.ts';
import type { Badges } from './badges.ts';

export interface TabSide {
  page: Document;
  badges: Badges;
  /** Without what the reader muted here. */
  findings(): PageFindings;
  targetOf(key: string): HoverTarget | undefined;
  dispatch(event: HoverEvent): void;
}

const SLOT = Symbol.for('roadmark.tab-side');
type World = { [SLOT]?: TabSide | undefined };

/** Offers the overlay of this frame, or takes the offer back. */
export function offerTabSide(side: TabSide | undefined): void {
  (globalThis as World)[SLOT] = side;
}

/** The overlay of this frame; undefined where none runs. */
export function tabSide(): TabSide | undefined {
  return (globalThis as World)[SLOT];
}
