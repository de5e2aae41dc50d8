/** Boxes of a word, one per line that it stands on, viewport px. */
export function rectsOf(range: Range): DOMRect[] {
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}
