/** Puts the card beside its word: never over it and so never under the pointer. */
import { placeBeside, roomBeside } from '../../lib/domain/placement.ts';

/** Places `card` (fixed, top layer) at `word`, a rectangle of the viewport; what is higher than there is room for scrolls inside. */
export async function placeCard(card: HTMLElement, word: DOMRect, rtl: boolean): Promise<void> {
  const { document, innerHeight: height } = card.ownerDocument.defaultView as Window;
  const view = { width: document.documentElement.clientWidth, height };
  card.style.setProperty('max-height', `${roomBeside(word, view)}px`);
  const { x, y } = await placeBeside(word, card.getBoundingClientRect(), view, rtl);
  card.style.setProperty('left', `${x}px`);
  card.style.setProperty('top', `${y}px`);
}
