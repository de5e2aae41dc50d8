/** The height that no letter fills above a word's end, measured on the letters themselves. Reads layout, writes nothing. */

/** Letters measured together: fewer would cost more time, more would count letters that stand beside the marks. */
const SLICE = 2;
/** Slices looked at, back to the line above: more letters than a line of text holds. */
const MOST_SLICES = 150;
/** Letters looked at past the word: in mixed directions they may stand under the marks of a short one. */
const PAST = 8;
/** Between marks and letters, px: browsers round where a line's letters stand. */
const CLEARANCE = 0.5;

let pen: CanvasRenderingContext2D | null | undefined;

/** Top and bottom of what the letters of `text` paint in `box` (viewport px), a box of theirs on the page. */
function inkOf(text: string, box: DOMRect, element: Element): [top: number, bottom: number] {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return [box.top, box.bottom];
  const { font, textTransform } = getComputedStyle(element);
  pen.font = font;
  const ink = pen.measureText(textTransform === 'none' ? text : text + text.toUpperCase());
  // Zoom and scale of the page change the box, not the font.
  const scale = box.height / (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent);
  const line = box.top + scale * ink.fontBoundingBoxAscent;
  return [line - scale * ink.actualBoundingBoxAscent, line + scale * ink.actualBoundingBoxDescent];
}

/**
 * The band between `left` and `right` (viewport px) above `word`, the last box of `range`, that marks may fill: its lower edge, and
 * its height, at most `most`, and 0 where the lines leave no room. The letters of the page before the word are looked at
 * until they are out of reach.
 */
export function clearBand(range: Range, word: DOMRect, left: number, right: number, most: number) {
  let bottom = word.bottom;
  let top = word.top - word.height - most;
  const out = top;
  let steps = MOST_SLICES;
  let at = range.endOffset + PAST;
  const slice = range.cloneRange();
  const walker = document.createTreeWalker(range.endContainer.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = range.endContainer;
  for (let node: Node | null = walker.currentNode; node && steps > 0; node = walker.previousNode()) {
    const { data = '', parentElement } = node as Text;
    slice.selectNodeContents(node);
    // Scripts and what is hidden have no box.
    at = parentElement && slice.getClientRects()[0] ? Math.min(at, data.length) : 0;
    for (; at > 0 && steps-- > 0; at -= SLICE) {
      const start = Math.max(0, at - SLICE);
      slice.setStart(node, start);
      slice.setEnd(node, at);
      for (const box of slice.getClientRects()) {
        if (box.bottom < out) steps = 0;
        if (box.right <= left || box.left >= right || !box.width) continue;
        // With the sign that may follow: signs on letters have no width of their own.
        const [high, low] = inkOf(data.slice(start, at + 1), box, parentElement as Element);
        if (box.top + box.bottom < 2 * word.top) top = Math.max(top, low);
        else bottom = Math.min(bottom, high);
      }
    }
    at = Infinity;
  }
  bottom -= CLEARANCE;
  return [bottom, Math.max(0, Math.min(most, bottom - top - CLEARANCE))] as const;
}
