/** Stage 1: walks the page's text and feeds it to a collector of keys. Changes nothing. */
import type { Collector } from '../domain/detect/collector.ts';
import { isExcluded, isOneRun } from './excluded.ts';
import { inSlices } from './slices.ts';

/** Nodes between two looks at the clock: a look costs as much as a short node. */
const NODES_PER_STEP = 64;
/** Text is walked in pieces of this many characters, or one huge node would be one long slice. */
const PIECE = 65_536;
/** Pieces overlap by more than any name is long. */
const OVERLAP = 100;
/** Enough of a neighbour to complete a word that a tag splits. */
const EDGE = 40;
/** Scripts and styles of this length are worth recognising before reading them; shorter ones are not. */
const LONG_TEXT = 1000;

const isSkipped = (parent: Node | null) => {
  const name = parent?.nodeName;
  return name === 'SCRIPT' || name === 'STYLE' || name === 'NOSCRIPT' || name === 'TEXTAREA';
};

/** Walks text nodes in order, remembering the last one: a name may be split between two. */
function createReader(collector: Collector) {
  let last: Text | null = null;
  let endsInWord = false;
  return (node: Text): number => {
    const data = node.data;
    const parent = node.parentNode as Element | null;
    if (data.length > LONG_TEXT && isSkipped(parent)) return 1;
    const ask = () => isExcluded(node.parentElement);
    if (data.length <= PIECE) collector.scan(data, ask);
    if (last && endsInWord && data.length > 0 && data.charCodeAt(0) > 47 && isOneRun(last, node)) {
      collector.scan(last.data.slice(-EDGE) + data.slice(0, EDGE), ask);
    }
    if (data.length > 0) {
      last = node;
      const end = data.charCodeAt(data.length - 1);
      // Coarse on purpose: joining once too often costs a look at the tags between, and finds nothing.
      endsInWord = end > 47;
    }
    return data.length;
  };
}

/** Scans the text below `root`, in slices. Resolves when done or aborted. */
export async function scanTree(root: Node, collector: Collector, signal: AbortSignal): Promise<void> {
  if (root.nodeType === Node.TEXT_NODE) return scanText(root as Text, collector, signal);
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const read = createReader(collector);
  let huge: { node: Text; at: number } | null = null;
  await inSlices(() => {
    if (huge) {
      const { node, at } = huge;
      collector.scan(node.data.slice(Math.max(0, at - OVERLAP), at + PIECE), () => isExcluded(node.parentElement));
      huge = at + PIECE < node.data.length ? { node, at: at + PIECE } : null;
      return true;
    }
    for (let count = 0, size = 0; count < NODES_PER_STEP && size < PIECE; count++) {
      const node = walker.nextNode() as Text | null;
      if (!node) return false;
      const length = read(node);
      size += length;
      if (length > PIECE) {
        huge = { node, at: 0 };
        return true;
      }
    }
    return true;
  }, signal);
}

/** One text node, with its neighbours' edges. */
function scanText(node: Text, collector: Collector, signal: AbortSignal): Promise<void> {
  const ask = () => isExcluded(node.parentElement);
  let at = 0;
  return inSlices(() => {
    collector.scan(node.data.slice(Math.max(0, at - OVERLAP), at + PIECE), ask);
    at += PIECE;
    return at < node.data.length;
  }, signal);
}
