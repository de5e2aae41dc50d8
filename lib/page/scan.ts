/** Stage 1: walks the page's text and feeds it to a collector of keys. Changes nothing. */
import { PIECE } from '../domain/detect/batch.ts';
import type { Collector, PageView } from '../domain/detect/collector.ts';
import { isExcluded, isOneRun } from './excluded.ts';
import { inSlices } from './slices.ts';

/** Pieces overlap by more than any name is long. */
const OVERLAP = 100;
/** Texts passed without a look at the clock: a page may have a hundred thousand without a letter. */
const MAX_NODES = 4096;
/** Scripts and styles of this length are worth recognising before reading them; shorter ones are not. */
const LONG_TEXT = 1000;

/** What a collector asks of the page. */
export function createPageView(): PageView<Text> {
  // One for all batches: the browser keeps every range in step with the page.
  let range: Range | undefined;
  return {
    isExcluded: (node) => isExcluded(node.parentElement),
    isOneRun,
    textOf: (node) => node.data,
    // Asking each node for its text costs more than all else in a scan; lengths cost nothing, and a range has the text of many in one.
    textBetween(first, from, last, to) {
      if (first === last) return first.data.slice(from, to);
      // Cut or taken out since they were counted: there is no such range.
      if (from > first.length || to > last.length) return '';
      const { ownerDocument } = first;
      range ??= ownerDocument.createRange();
      range.setStart(first, from);
      range.setEnd(last, to);
      const text = range.toString();
      // It holds on to no node of the page.
      range.setEnd(ownerDocument, 0);
      return text;
    },
  };
}

const SKIPPED = /^(?:script|style|noscript|textarea)$/i;

/** Text nodes of all roots, in order; calls back before the first of each root. */
function createWalk(roots: readonly Node[], onRoot: () => void): () => Text | null {
  let index = 0;
  let walker: TreeWalker | null = null;
  return () => {
    for (;;) {
      const next = walker?.nextNode() as Text | null | undefined;
      if (next) return next;
      const root = roots[index++];
      if (!root) return null;
      onRoot();
      // A text is below no walker of its own.
      walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
      if (root.nodeType === 3) return root as Text;
    }
  };
}

/** Reads text nodes in order, the long ones in pieces: each call until a batch is full, or many nodes were passed; false when all is read. */
export function createReader(roots: readonly Node[], collector: Collector<Text>): () => boolean {
  const next = createWalk(roots, () => collector.part());
  let huge: Text | null = null;
  let at = 0;
  /** Reads on in the huge text. */
  const piece = (node: Text) => {
    const start = at;
    at = Math.min(start + PIECE - OVERLAP, node.length);
    if (start > 0) collector.flush();
    // It may have become shorter.
    if (at > start) collector.add(node, Math.max(0, start - OVERLAP), at);
    if (at === node.length) {
      huge = null;
      at = 0;
    }
    return true;
  };
  return () => {
    for (let count = 0; !huge && count < MAX_NODES; count++) {
      const node = next();
      if (!node) {
        collector.flush();
        return false;
      }
      const { length } = node;
      if (length > LONG_TEXT && SKIPPED.test(node.parentNode?.nodeName ?? '')) {
        collector.flush();
        return true;
      }
      if (length > PIECE) huge = node;
      else if (collector.add(node, 0, length)) return true;
    }
    return !huge || piece(huge);
  };
}

/** Scans the text of `roots` and below, in slices. Resolves when done or aborted. */
export async function scanTrees(
  roots: readonly Node[],
  collector: Collector<Text>,
  signal: AbortSignal,
): Promise<void> {
  await inSlices(createReader(roots, collector), signal);
}
