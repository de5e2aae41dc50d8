/** Where a word stands and whether the reader can see it there. Reads layout, writes nothing. */
import type { Mention } from '../../lib/page/types.ts';
import { clearBand } from './ink.ts';

/** Arabic, Hebrew, Syriac and their presentation forms: the end of such a word is its left edge. */
const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const PAINTED_TAGS = new Set(['IMG', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED', 'DIALOG']);

/** Largest side of a mark, CSS px. */
export const MARK_MAX = 12;
/** Least width of a mark, px, as overlay.css has it: where the leading leaves no height, a dash of its colour is left. */
const MARK_WIDTH = 6;

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
  /** Side of one mark; less than `MARK_WIDTH` where the leading is thin, and the mark a dash. */
  height: number;
  room: Room;
}

/** The room found for a badge's marks, and where the word stood in the document then. */
export type Room = { at: string; below: number; height: number };

/**
 * Place of `count` marks side by side: in the leading above the word's end, over no letter. `rects` are the word's, at least one.
 * Letters are measured only where `room` is null or was found elsewhere: scrolling moves all of them together.
 */
export function wordBox({ range, text }: Mention, rects: DOMRect[], count: number, room: Room | null): WordBox {
  const last = rects.at(-1) as DOMRect;
  // One px past the end: the mark belongs to the word, not to the space after it.
  const rtl = RTL_LETTER.test(text);
  const edge = rtl ? last.left - 1 : last.right + 1;
  const at = `${count} ${edge} ${Math.round(last.top + scrollY)}`;
  let found = room;
  if (found?.at !== at) {
    const other = rtl ? edge + count * (MARK_MAX + 1) : edge - count * (MARK_MAX + 1);
    const [bottom, height] = clearBand(range, last, Math.min(edge, other), Math.max(edge, other), MARK_MAX);
    found = { at, below: bottom - last.top, height };
  }
  const { below, height } = found;
  const x = rtl ? edge : edge - count * (Math.max(MARK_WIDTH, height) + 1) + 1;
  return { rects, x, y: last.top + below - height, height, room: found };
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
  if (page.fullscreenElement?.contains(element) === false) return true;
  const top = page.elementsFromPoint(x, y).find((candidate) => candidate !== host);
  if (!top || top.contains(element) || element.contains(top)) return false;
  // From what was hit up to the common ancestor: any of them may be the surface that hides the word.
  for (let at: Element | null = top; at && !at.contains(element); at = at.parentElement) if (isPainted(at)) return true;
  return false;
}
