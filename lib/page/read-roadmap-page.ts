/**
 * Reads the roadmap that the reader has open on the project's own site: headings, lists, tables, timelines, accordions with their hidden
 * panels, and what is rendered late. Only reads; nothing of the page is changed, and nothing leaves the device.
 */
import { pageRoadmap } from '../domain/roadmap/page-items.ts';
import { isRoadmapPage } from '../domain/roadmap/page-name.ts';
import type { RoadmapItem } from '../domain/signal.ts';
import { pageBlocks } from './roadmap-blocks.ts';
import { nameOfPage } from './roadmap-lookout.ts';

/** After the last change the page counts as settled; a page that never settles is read at the latest after MAX_WAIT. */
const SETTLE_MS = 800;
const MAX_WAIT_MS = 8000;

/** The roadmap's items as the page stands now; undefined when it is no roadmap page or holds fewer than three. */
export function readRoadmapPage(document: Document): RoadmapItem[] | undefined {
  if (!isRoadmapPage(nameOfPage(document))) return undefined;
  // Address, title or main heading speak for the whole page; a smaller heading for its own section.
  const whole = isRoadmapPage(nameOfPage(document, 'h1'));
  const root = document.querySelector('main,[role="main"],article') ?? document.body;
  const found = root ? pageRoadmap(pageBlocks(root), whole) : undefined;
  if (found || !document.body || root === document.body) return found?.items;
  return pageRoadmap(pageBlocks(document.body), whole)?.items;
}

/**
 * Watches the page until its roadmap has settled and hands the items over; again when they change. Returns how to stop.
 * For pages of the project's own site only: the caller checks whose page it is.
 */
export function watchRoadmapPage(options: {
  document: Document;
  signal: AbortSignal;
  onItems(items: RoadmapItem[]): void;
}): void {
  const { document, signal, onItems } = options;
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let last = '';
  let timer = 0;
  let since = 0;
  const read = () => {
    timer = 0;
    since = 0;
    const items = readRoadmapPage(document);
    const print = items ? items.map((i) => `${i.title}|${i.status}|${i.date.start}|${i.date.end}`).join('\n') : '';
    if (!items || print === last) return;
    last = print;
    onItems(items);
  };
  const later = () => {
    since ||= view.performance.now();
    if (timer && view.performance.now() - since > MAX_WAIT_MS - SETTLE_MS) return;
    view.clearTimeout(timer);
    timer = view.setTimeout(read, SETTLE_MS);
  };
  const observer = new view.MutationObserver(later);
  observer.observe(document.body ?? document.documentElement, { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearTimeout(timer);
  });
  later();
}
