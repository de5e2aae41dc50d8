/** Where a card stands beside its word: pure arithmetic on rectangles of the viewport, CSS px. */

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

/** Most height for a card beside `word`: that of the larger side, so that one of the two always holds it. */
export function roomBeside(word: Box, view: Size): number {
  const below = view.height - word.y - word.height;
  return Math.max(LEAST_PX, Math.floor(Math.max(word.y, below)) - GAP_PX - MARGIN_PX);
}

/**
 * Top left corner of a card at `word`: below it, above where only there is room; its edge at the word's beginning (the right one
 * under `rtl`), else at its end, else as near as the window allows. Never over the word while one side holds the card.
 */
export function placeBeside(word: Box, card: Size, view: Size, rtl: boolean): { x: number; y: number } {
  const within = (at: number, size: number, room: number) => Math.max(MARGIN_PX, Math.min(at, room - MARGIN_PX - size));
  const fits = (at: number, size: number, room: number) => within(at, size, room) === at;
  const [below, above] = [word.y + word.height + GAP_PX, word.y - GAP_PX - card.height];
  const [left, right] = [word.x, word.x + word.width - card.width];
  const [first, second] = rtl ? [right, left] : [left, right];
  const y = !fits(below, card.height, view.height) && fits(above, card.height, view.height) ? above : below;
  const x = !fits(first, card.width, view.width) && fits(second, card.width, view.width) ? second : first;
  return { x: Math.round(within(x, card.width, view.width)), y: Math.round(within(y, card.height, view.height)) };
}
