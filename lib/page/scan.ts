/** Stage 1: walks the page's text and feeds it to a collector of keys. Changes nothing. */
import { PIECE } from '../domain/detect/batch.ts';
import type { Collector, PageView } from '../domain/detect/collector.ts';
import { isExcluded, isOneRun } from './excluded.ts';
import { inSlices } from './slices.ts';

/** Pieces overlap by more than any name is long. */
const OVERLAP = 100;
/** Scripts and styles of this length are worth recognising before reading them; shorter ones are not. */
const LONG_TEXT = 1000;

/** What a collector asks of the page. */
export const PAGE_VIEW: PageView<Text> = { isExcluded: (node) => isExcluded(node.parentElement), isOneRun };

const SKIPPED = /^(?:script|style|noscript|textarea)$/i;

/** Text nodes of all roots, in order. */
function createWalk(roots: readonly Node[]): () => Text | null {
  let index = 0;
  let walker: TreeWalker | null = null;
  return () => {
    for (;;) {
      const next = walker?.nextNode() as Text | null | undefined;
      if (next) return next;
      const root = roots[index++];
      if (!root) return null;
      if (root.nodeType === Node.TEXT_NODE) {
        walker = null;
        return root as Text;
      }
      walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
    }
  };
}

/** Reads text nodes in order, the long ones in pieces. */
class Reader {
  readonly #collector: Collector<Text>;
  readonly #next: () => Text | null;
  #huge: Text | null = null;
  #at = 0;

  constructor(roots: readonly Node[], collector: Collector<Text>) {
    this.#next = createWalk(roots);
    this.#collector = collector;
  }

  /** Reads until a batch is full; false when all is read. */
  step(): boolean {
    const collector = this.#collector;
    const next = this.#next;
    while (!this.#huge) {
      const node = next();
      if (!node) {
        collector.flush();
        return false;
      }
      const { data } = node;
      if (data.length <= LONG_TEXT) {
        if (collector.add(data, node)) return true;
      } else if (!SKIPPED.test(node.parentNode?.nodeName ?? '')) this.#huge = node;
    }
    return this.#piece(this.#huge);
  }

  #piece(node: Text): boolean {
    const { data } = node;
    const end = this.#at + PIECE - OVERLAP;
    this.#collector.add(data.slice(Math.max(0, this.#at - OVERLAP), end), node);
    this.#at = end;
    if (end >= data.length) {
      this.#huge = null;
      this.#at = 0;
    }
    return true;
  }
}

/** Scans the text of `roots` and below, in slices. Resolves when done or aborted. */
export async function scanTrees(
  roots: readonly Node[],
  collector: Collector<Text>,
  signal: AbortSignal,
): Promise<void> {
  const reader = new Reader(roots, collector);
  await inSlices(() => reader.step(), signal);
}
