/** Where the card stands: beside the word, never over it and so never under the pointer; flips at the edges. */
import { computePosition, flip, offset, type Platform, shift } from '@floating-ui/core';

/** Distance from the word: close enough to cross within CLOSE_MS, far enough not to touch its letters. */
const GAP_PX = 8;
const MARGIN_PX = 8;
/** Below this height a card can't be read; it scrolls inside. */
const LEAST_PX = 120;

/** The viewport is the only boundary of a card in the top layer, and our rectangles are in its coordinates already. */
function platformOf(view: Window, rtl: boolean): Platform {
  return {
    getElementRects: ({ reference, floating }) => ({
      reference: toRect(reference as DOMRect),
      floating: { x: 0, y: 0, ...sizeOf(floating as HTMLElement) },
    }),
    getClippingRect: () => ({
      x: 0,
      y: 0,
      width: view.document.documentElement.clientWidth,
      height: view.innerHeight,
    }),
    getDimensions: (element) => sizeOf(element as HTMLElement),
    isRTL: () => rtl,
  };
}
const toRect = ({ x, y, width, height }: DOMRect) => ({ x, y, width, height });
function sizeOf(element: HTMLElement) {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}

/** Places `card` (fixed, top layer) at `word`, a rectangle of the viewport. */
export async function placeCard(card: HTMLElement, word: DOMRect, rtl: boolean): Promise<void> {
  const view = card.ownerDocument.defaultView as Window;
  // Never higher than the larger side has room for: then one of the two sides always fits, and flipping finds it.
  const room = Math.max(word.top, view.innerHeight - word.bottom) - GAP_PX - MARGIN_PX;
  card.style.setProperty('max-height', `${Math.max(LEAST_PX, Math.floor(room))}px`);
  const { x, y } = await computePosition(word, card, {
    platform: platformOf(view, rtl),
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(GAP_PX), flip({ padding: MARGIN_PX }), shift({ padding: MARGIN_PX })],
  });
  card.style.setProperty('left', `${Math.round(x)}px`);
  card.style.setProperty('top', `${Math.round(y)}px`);
}
