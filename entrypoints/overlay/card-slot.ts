/**
 * Between the badges and the rest (card, strip, and what a press on them does): two scripts in one isolated world, so that a page with
 * badges carries neither interface library nor hover machine until they stand. The card's script is asked for when the browser is idle
 * after the first badge, and leaves its maker here.
 */
import type { HoverEvent, HoverTarget } from '../../lib/domain/hover.ts';
import type { CoreMessages } from '../../lib/i18n/en.ts';
import type { PlainWords } from '../../lib/i18n/words.ts';
import type { PageFindings } from '../../lib/page/types.ts';
import type { BadgeFacts, Settings } from '../../lib/protocol.ts';
import type { Background } from './background.ts';
import type { Badges } from './badges.ts';
import type { SHARED } from './shared.ts';

/** What the overlay gives to the card's side. */
export interface CardLink {
  page: Document;
  /** Carries language, direction and theme; the strip stands in it. */
  root: HTMLElement;
  /** The card's popover, made by the overlay. */
  element: HTMLElement;
  badges: Badges;
  background: Background;
  settings: Settings;
  words: PlainWords<CoreMessages>;
  /** Finds the words of the field in a text of the page. */
  quoteContext(text: string): string;
  facts: ReadonlyMap<string, BadgeFacts>;
  /** Aborted when the overlay ends. */
  signal: AbortSignal;
  now(): number;
  /** Without what the reader muted here. */
  findings(): PageFindings;
  targetOf(key: string): HoverTarget | undefined;
  /** Focuses a badge, or the strip, without opening its card. */
  returnFocus(key: string): void;
  askFacts(projectIds: string[]): void;
  /** Leaves a project out of the page, or all of them (null), or takes them up again as they were. */
  leaveOut(projectId: string | null, out: boolean): void;
  destroy(): void;
}

export interface CardSide {
  dispatch(event: HoverEvent): void;
  /** The findings or what is known of them changed. */
  refresh(): void;
  /** Follows the word after a scroll or a change of size. */
  follow(): void;
  isOpen(): boolean;
}

export interface CardKit {
  css: string;
  start(link: CardLink): CardSide;
}

/** Key under which the hover machine knows the strip. */
export const STRIP_KEY = 'strip';

const SLOT = Symbol.for('roadmark.card');
interface Slot {
  kit?: CardKit;
  waiting: ((kit: CardKit) => void)[];
  /** What the overlay has and the card needs as well: one copy on a page (lib/tools/build/marks-once.ts). */
  shared?: typeof SHARED;
}
type World = { [SLOT]?: Slot };

function slot(): Slot {
  const world = globalThis as World;
  world[SLOT] ??= { waiting: [] };
  return world[SLOT];
}

/** Called by each overlay before all else: a card of an older version that was left here is none of its own. */
export function openSlot(shared: typeof SHARED): void {
  (globalThis as World)[SLOT] = { shared, waiting: [] };
}

/** What the overlay shares; only in the card's script, which never runs without it. */
export function shared(): typeof SHARED {
  return slot().shared as typeof SHARED;
}

/** Called by the card's script. */
export function offerCard(kit: CardKit): void {
  const { waiting } = slot();
  Object.assign(slot(), { kit, waiting: [] });
  for (const onKit of waiting) onKit(kit);
}

/** Calls back as soon as the card's script has run; at once where it has. */
export function whenCard(onKit: (kit: CardKit) => void): void {
  const { kit, waiting } = slot();
  if (kit) onKit(kit);
  else waiting.push(onKit);
}
