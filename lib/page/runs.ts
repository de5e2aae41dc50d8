/** Cuts a page into runs: text that a reader sees as one piece, over any number of text nodes, within one block. */
import type { Elements } from './excluded.ts';

export interface Segment {
  node: Text;
  /** Offset in the node, offset in the run, and length. */
  from: number;
  at: number;
  length: number;
}

export interface Run {
  text: string;
  segments: Segment[];
}

/** Longer runs are cut at a blank: no paragraph is longer, and no name is cut twice. */
export const MAX_RUN = 16_000;
/** Nodes passed without a word to the caller, less than a millisecond: empty elements and code yield nothing, and a page may have a hundred thousand. */
const MAX_NODES = 500;
/** Stands for what is not read (code, inputs): no name reaches over it. */
const GAP = '\ufffc';

/** Splits what one text node adds into pieces that fit. */
function* pieces(data: string, room: number): Generator<[number, number]> {
  let from = 0;
  let space = room;
  while (data.length - from > space) {
    // In a copy: without a blank the search would go back to the start of a text of megabytes, for each piece.
    const blank = data.slice(from, from + space + 1).lastIndexOf(' ');
    const to = from + (blank > 0 ? blank : space);
    yield [from, to];
    from = to;
    space = MAX_RUN;
  }
  yield [from, data.length];
}

/** The nearest ancestor of `node` that is a block. */
export function blockOf(node: Node, { isInline }: Elements): Element | null {
  let element = node.parentElement;
  while (element && isInline(element)) element = element.parentElement;
  return element;
}

/** Where nothing stands between them, a name next to such a character is none: a letter, or what begins a handle, a tag, a path. */
const GLUED = /^[\p{L}\p{N}@/#.\-_$\\=&][\p{L}\p{N}]$/u;

/**
 * True when the next text is laid out apart from the run that it goes on from: "Uniswap" and "UNI" as two items of a flex box. Asked only where they
 * meet letter to letter: the answer may have the page compute its styles.
 */
function isApart({ text, segments }: Run, next: Text): boolean {
  const last = segments[segments.length - 1]?.node;
  if (!last || last.parentNode === next.parentNode || !GLUED.test(text.slice(-1) + next.data.slice(0, 1))) return false;
  return !isOneLine(last, next);
}

/** Yields the runs below `root`, in reading order; `undefined` now and then, so that the caller can look at the clock. */
export function* runsOf(root: Node, elements: Elements): Generator<Run | undefined> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let run: Run = { text: '', segments: [] };
  let block: Element | null = null;
  let parent: Element | null = null;
  let isOut = false;
  const close = () => {
    const done = run;
    run = { text: '', segments: [] };
    return done.segments.length > 0 && done.text.length > 1 ? done : undefined;
  };
  for (let node: Node | null = root, count = 1; node; node = walker.nextNode(), count++) {
    if (count % MAX_NODES === 0) yield;
    if (node.nodeType !== 3) {
      if (!elements.isInline(node)) yield close();
      continue;
    }
    const text = node as Text;
    if (text.parentElement !== parent) {
      parent = text.parentElement;
      isOut = elements.isExcluded(parent);
    }
    if (isOut) {
      if (run.text !== '' && !run.text.endsWith(GAP)) run.text += GAP;
      continue;
    }
    const now = blockOf(text, elements);
    if (now !== block || isApart(run, text)) yield close();
    block = now;
    let first = true;
    for (const [from, to] of pieces(text.data, Math.max(MAX_RUN - run.text.length, 0))) {
      if (!first) yield close();
      first = false;
      if (to > from) run.segments.push({ node: text, from, at: run.text.length, length: to - from });
      run.text += text.data.slice(from, to);
    }
  }
  yield close();
}

/** A live range over [start, end) of a run; undefined when the page has changed since it was read. */
export function rangeOf(run: Run, start: number, end: number): Range | undefined {
  const first = run.segments.find(({ at, length }) => start < at + length);
  const last = run.segments.findLast(({ at }) => end > at);
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return undefined;
  const range = first.node.ownerDocument.createRange();
  try {
    range.setStart(first.node, first.from + start - first.at);
    range.setEnd(last.node, last.from + end - last.at);
  } catch {
    // The node has become shorter: the mutation that did it is on its way to us.
    return undefined;
  }
  if (first.node !== last.node && !isOneLine(first.node, last.node)) return undefined;
  return range;
}

/** True when no element between the two nodes is laid out as a block, whatever its name; items of flex boxes and grids are. */
function isOneLine(first: Text, last: Text): boolean {
  const view = first.ownerDocument.defaultView;
  for (const [node, other] of [
    [first, last],
    [last, first],
  ] as const) {
    for (let element = node.parentElement; element && !element.contains(other); element = element.parentElement) {
      if (view && !/^(?:inline|contents|ruby|$)/.test(view.getComputedStyle(element).display)) return false;
    }
  }
  return true;
}
