/** Where a card stands beside its word, by rectangles of the viewport in CSS px: Floating UI's arithmetic, without its readings of a document. */
import { computePosition, type Platform, shift } from '@floating-ui/core';

export interface Size {
  width: number;
  height: number;
}
export interface Box extends Size {
  x: number;
  y: number;
}

/** Distance from the word: close enough to cross within CLOSE_MS, far enough not to touch its letters. */
export const GAP_PX = 8;
/** Distance that is kept from the window's edges. */
export const MARGIN_PX = 8;
/** Below this height a card can't be read; it scrolls inside. */
const LEAST_PX = 120;

const roomBelow = (word: Box, view: Size) => view.height - word.y - word.height - GAP_PX - MARGIN_PX;
const roomAbove = (word: Box) => word.y - GAP_PX - MARGIN_PX;

/** Most height for a card beside `word`: that of the larger side, so that one of the two always holds it. */
export function roomBeside(word: Box, view: Size): number {
  return Math.max(LEAST_PX, Math.floor(Math.max(roomAbove(word), roomBelow(word, view))));
}

/** The window is the only boundary of a card in the top layer, and all rectangles are in its coordinates already. */
function platformOf(word: Box, card: Size, view: Size, rtl: boolean): Platform {
  // The gap belongs to the word: nothing need be added to where the card stands beside it. A DOMRect can't be spread.
  const { x, y, width, height } = word;
  const reference = { x, y: y - GAP_PX, width, height: height + 2 * GAP_PX };
  return {
    getElementRects: () => ({ reference, floating: { x: 0, y: 0, width: card.width, height: card.height } }),
    getClippingRect: () => ({ x: 0, y: 0, ...view }),
    getDimensions: () => card,
    isRTL: () => rtl,
  };
}

/**
 * Top left corner of a card at `word`: below it, above where only there is room; its edge at the word's beginning (the right one
 * under `rtl`), or as near as the window allows. Never over the word while one side holds the card.
 */
export async function placeBeside(word: Box, card: Size, view: Size, rtl: boolean): Promise<{ x: number; y: number }> {
  // The card is never higher than the larger side has room for, so that the side is known and nothing need be tried.
  const isAbove = card.height > roomBelow(word, view) && card.height <= roomAbove(word);
  const place = await computePosition(word, card, {
    platform: platformOf(word, card, view, rtl),
    placement: isAbove ? 'top-start' : 'bottom-start',
    middleware: [shift({ padding: MARGIN_PX, crossAxis: true })],
  });
  return { x: Math.round(place.x), y: Math.round(place.y) };
}
