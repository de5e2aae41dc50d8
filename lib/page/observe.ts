/** Tells what was added to a page and which texts changed, in batches. Reads only. */

/** Long enough to gather the bursts of a framework, short enough that a reader does not notice. */
export const BATCH_MS = 100;
/** More roots than this in a batch: the page is being rebuilt, and its body is one root. */
const MAX_ROOTS = 400;

/** True when one of `roots` is `node` or holds it. */
export function isBelow(node: Node | null, roots: ReadonlySet<Node>): boolean {
  for (let at = node; at; at = at.parentNode) if (roots.has(at)) return true;
  return false;
}

/** Roots in the page without those that lie within another, in the order of their arrival. */
export function outermost(nodes: Iterable<Node>): Node[] {
  const roots = new Set<Node>();
  for (const node of nodes) if (node.isConnected) roots.add(node);
  return [...roots].filter((node) => !isBelow(node.parentNode, roots));
}

/** Resolves as soon as the document can be seen: at once, or when its tab comes to the front. */
export function whenSeen(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) document.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
    else resolve();
  });
}

/** Calls `onRoots` with added subtrees and changed texts (none when something was only taken away), at most once each `BATCH_MS`, until `signal` is aborted. */
export function observe(root: Node, onRoots: (roots: Node[]) => void, signal: AbortSignal): void {
  const waiting = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let overflow = false;
  let isShrunk = false;
  const document = root.ownerDocument ?? (root as Document);
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // Nobody reads a hidden tab: what happened there waits until it is seen.
    if (document.hidden) return document.addEventListener('visibilitychange', flush, { once: true, signal });
    const roots = overflow ? [root] : outermost(waiting);
    waiting.clear();
    overflow = false;
    isShrunk = false;
    onRoots(roots);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (overflow) break;
      if (record.type === 'characterData') waiting.add(record.target);
      else
        for (const node of record.addedNodes) if ((node as Element).localName !== 'roadmark-overlay') waiting.add(node);
      isShrunk ||= record.removedNodes.length > 0;
      overflow = waiting.size > MAX_ROOTS;
    }
    if (overflow) waiting.clear();
    if ((waiting.size > 0 || overflow || isShrunk) && timer === undefined) timer = setTimeout(flush, BATCH_MS);
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    waiting.clear();
  });
}
