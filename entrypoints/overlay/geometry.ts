/** Where a word stands and whether the reader can see it there. Reads layout, writes nothing. */

/** Arabic, Hebrew, Syriac and their presentation forms: the end of such a word is its left edge. */
const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const PAINTED_TAGS = new Set(['IMG', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED', 'DIALOG']);

/** Smallest and largest side of a mark, CSS px. */
export const MARK_MIN = 10;
export const MARK_MAX = 12;
/** Share of a line box's glyph area above the capitals: (ascent − cap height) ÷ (ascent + descent) of common text faces, .15–.2. */
const ABOVE_CAPITALS = 0.18;
/** Cap height and descenders of a line, as a share of the font size (Latin text faces: .70–.73 and .2–.24). */
const INK = 0.94;

export interface Ancestry {
  /** Ancestors that clip their content. */
  clips: Element[];
  /** z-index at the root level, "auto" where no ancestor makes a stacking context with one. */
  level: string;
  /** Moves in the document when the page scrolls: fixed or sticky. */
  moves: boolean;
  /** The word is in light letters: it stands on a dark ground. */
  dark: boolean;
}

/** Mean of the colour channels above which letters count as light (0–255). */
const LIGHT_LETTERS = 150;

function isLight(color: string): boolean {
  const [r, g, b] = (color.match(/^rgba?\((\d+), (\d+), (\d+)/) ?? []).slice(1).map(Number);
  return r !== undefined && g !== undefined && b !== undefined && (r + g + b) / 3 > LIGHT_LETTERS;
}

export function elementOf(range: Range): Element | null {
  const node = range.endContainer;
  return node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
}

/** What of its ancestors matters for drawing beside a word. */
export function ancestryOf(element: Element): Ancestry {
  const found: Ancestry = { clips: [], level: 'auto', moves: false, dark: isLight(getComputedStyle(element).color) };
  const root = element.ownerDocument.documentElement;
  for (let at: Element | null = element; at && at !== root; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      // The body's overflow belongs to the viewport, unless the root element has one of its own.
      if (at !== element.ownerDocument.body || getComputedStyle(root).overflowY !== 'visible') found.clips.push(at);
    }
    if (style.position === 'fixed' || style.position === 'sticky') found.moves = true;
    if (style.zIndex !== 'auto') found.level = style.zIndex;
  }
  return found;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : (parent as Element | null);
}

export interface WordBox {
  /** Viewport rectangles of the word, one per line that it stands on. */
  rects: DOMRect[];
  /** Top left corner of the marks, viewport px. */
  x: number;
  y: number;
  /** Side of one mark. */
  size: number;
}

/** Place of the marks: in the leading above the word's end, `count` marks side by side. Null where the word has no box. */
export function wordBox(range: Range, text: string, element: Element, count: number): WordBox | null {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const last = rects.at(-1);
  if (!last) return null;
  const style = getComputedStyle(element);
  const fontSize = Number.parseFloat(style.fontSize);
  const lineHeight = Number.parseFloat(style.lineHeight) || last.height;
  const size = Math.max(MARK_MIN, Math.min(MARK_MAX, Math.floor(lineHeight - INK * fontSize)));
  const width = count * size + (count - 1);
  // One px past the end: the mark belongs to the word, not to the space after it.
  const x = RTL_LETTER.test(text) ? last.left - 1 : last.right + 1 - width;
  return { rects, x, y: last.top + ABOVE_CAPITALS * last.height - size, size };
}

/** True while no clipping ancestor cuts the point off and the word is not hidden by style. */
export function isUnclipped(x: number, y: number, element: Element, clips: Element[]): boolean {
  const shown = element.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true;
  return (
    shown &&
    clips.every((clip) => {
      const box = clip.getBoundingClientRect();
      return x >= box.left - 1 && x <= box.right + 1 && y >= box.top && y <= box.bottom;
    })
  );
}

function isPainted(element: Element): boolean {
  if (PAINTED_TAGS.has(element.tagName)) return true;
  const style = getComputedStyle(element);
  const clear = style.backgroundColor === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(style.backgroundColor);
  return !clear || style.backgroundImage !== 'none';
}

/** True where something opaque stands over the word (x, y in the viewport): a sticky header, a menu, a modal. */
export function isCovered(x: number, y: number, element: Element, host: Element): boolean {
  const page = element.ownerDocument;
  const top = page.elementsFromPoint(x, y).find((candidate) => candidate !== host);
  if (!top || top.contains(element) || element.contains(top)) return false;
  // From what was hit up to the common ancestor: any of them may be the surface that hides the word.
  for (let at: Element | null = top; at && !at.contains(element); at = at.parentElement) if (isPainted(at)) return true;
  return false;
}
