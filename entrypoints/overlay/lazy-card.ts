/** The card's side before and after its script has come: what the reader did meanwhile is remembered and done then. */
import type { HoverEvent } from '../../lib/domain/hover.ts';
import { type CardLink, type CardSide, whenCard } from './card-slot.ts';

export interface LazyCard extends CardSide {
  /** Asks for the card's script unless that was done. */
  prepare(): void;
}

/** Of what was done before the script came only the last counts: a press, and the pointer's or the focus's way to it. */
const MOST_WAITING = 4;

/** The card's popover: made here, so that it is there from the first event on. */
export function cardPopover(root: HTMLElement): HTMLElement {
  const element = root.ownerDocument.createElement('div');
  element.className = 'rm-popover';
  element.setAttribute('popover', 'manual');
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-labelledby', 'roadmark-title');
  element.tabIndex = -1;
  root.append(element);
  return element;
}

/**
 * Each way to a card asks for its script until that has come: a page that was left in the middle and comes back from the browser's store
 * never hears the answer of the first time. A second copy of the script changes nothing.
 */
export function createLazyCard(link: CardLink, addCss: (css: string) => void): LazyCard {
  const waiting: HoverEvent[] = [];
  let side: CardSide | null = null;
  let asked = false;
  const inject = () => {
    asked = true;
    void link.background.call('card.inject', null);
  };
  whenCard((kit) => {
    // Not whether the page has us at the moment: it may have taken the host away, which comes back.
    if (link.signal.aborted) return;
    addCss(kit.css);
    side = kit.start(link);
    for (const event of waiting) if (!('target' in event) || link.targetOf(event.target.key)) side.dispatch(event);
  });
  return {
    prepare() {
      if (!asked) inject();
    },
    dispatch(event) {
      if (side) return side.dispatch(event);
      const last = waiting.at(-1);
      // The pointer goes on over the same word.
      if (event.type === 'over' && last?.type === 'over' && last.target.key === event.target.key) return;
      waiting.push(event);
      if (waiting.length > MOST_WAITING) waiting.shift();
      if ('target' in event) inject();
    },
    refresh: () => side?.refresh(),
    follow: () => side?.follow(),
    isOpen: () => side?.isOpen() ?? false,
  };
}
