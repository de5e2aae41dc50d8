/**
 * Reads the roadmap that the reader has open on the project's own site: headings, lists, tables, timelines, accordions with their hidden
 * panels, and what is rendered late. Only reads; nothing of the page is changed, and nothing leaves the device.
 */
import { type Block, type ListEntry, makeBlock, type Row } from '../domain/roadmap/blocks.ts';
import { pageRoadmap } from '../domain/roadmap/page-items.ts';
import { isRoadmapPage } from '../domain/roadmap/page-name.ts';
import type { RoadmapItem } from '../domain/signal.ts';
import { nameOfPage } from './roadmap-lookout.ts';

/** Elements looked at in one page: a page of more is no roadmap, and the page's thread is not ours. */
const MAX_NODES = 40_000;
const MAX_TEXT = 600;
const MAX_DEPTH = 80;
/** After the last change the page counts as settled; a page that never settles is read at the latest after MAX_WAIT. */
const SETTLE_MS = 800;
const MAX_WAIT_MS = 8000;

/** What is not content. Hidden panels of accordions are: their text is on the page, one click away. */
const SKIP =
  'script,style,noscript,template,svg,iframe,canvas,nav,footer,form,dialog,roadmark-overlay,[role="navigation"],[role="contentinfo"],[role="banner"],[aria-label="breadcrumb"]';
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const textOf = (element: Element) => squeeze((element.textContent ?? '').slice(0, MAX_TEXT * 4)).slice(0, MAX_TEXT);
const linksOf = (element: Element) =>
  [...element.querySelectorAll('a[href]')].slice(0, 20).flatMap((a) => {
    const href = (a as HTMLAnchorElement).href;
    return /^https?:/.test(href) ? [href] : [];
  });

class Reader {
  readonly blocks: Block[] = [];
  private line = 0;
  private nodes = 0;

  /** Walks an element's children; text that stands directly in it becomes a paragraph. */
  walk(element: Element, depth: number): void {
    if (depth > MAX_DEPTH || ++this.nodes > MAX_NODES) return;
    let loose = '';
    const flush = () => {
      const text = squeeze(loose).slice(0, MAX_TEXT);
      loose = '';
      if (text) this.para(text, [], false);
    };
    for (const node of element.childNodes) {
      if (node.nodeType === 3) loose += node.nodeValue ?? '';
      if (node.nodeType !== 1) continue;
      const child = node as Element;
      if (child.matches(SKIP)) continue;
      if (isInlineRun(child)) loose += ` ${child.textContent ?? ''} `;
      else {
        flush();
        this.block(child, depth + 1);
      }
      if (loose.length > MAX_TEXT * 4) flush();
    }
    flush();
    const { shadowRoot } = element;
    if (shadowRoot) for (const child of shadowRoot.children) if (!child.matches(SKIP)) this.block(child, depth + 1);
  }

  private block(element: Element, depth: number): void {
    const tag = element.tagName;
    const level = headingLevel(element);
    if (level) this.heading(textOf(element), level, linksOf(element));
    else if (tag === 'SUMMARY' || tag === 'DT' || isAccordionButton(element))
      this.heading(textOf(element), 7, linksOf(element));
    else if (tag === 'UL' || tag === 'OL') this.list(element, depth);
    else if (tag === 'TABLE' || element.getAttribute('role') === 'table') this.table(element);
    else if (tag === 'P' || tag === 'DD' || isLeaf(element)) {
      const text = textOf(element);
      const bold =
        element.children.length === 1 &&
        /^(?:B|STRONG)$/.test(element.children[0]?.tagName ?? '') &&
        textOf(element.children[0] as Element) === text;
      if (tag === 'DD' && text)
        this.blocks.push(makeBlock('list', ++this.line, { items: [{ ...this.entry(element, depth), text }] }));
      else this.para(text, linksOf(element), bold);
    } else {
      this.walk(element, depth);
      if (tag === 'DETAILS') this.blocks.push(makeBlock('end', this.line, { depth: 7 }));
    }
  }
  private heading(text: string, depth: number, links: string[]): void {
    if (text) this.blocks.push(makeBlock('heading', ++this.line, { depth, text, links }));
  }
  private para(text: string, links: string[], bold: boolean): void {
    if (!text) return;
    const line = ++this.line;
    this.blocks.push(makeBlock('para', line, { lines: [{ text, line, links, bold }] }));
  }

  /** A list of short lines is a list; one whose entries hold headings (a timeline) is walked as sections. */
  private list(element: Element, depth: number): void {
    const entries = [...element.children].filter((c) => !c.matches(SKIP));
    if (entries.some((e) => e.querySelector('h1,h2,h3,h4,h5,h6,[role="heading"],summary,table'))) {
      for (const entry of entries) this.walk(entry, depth + 1);
      return;
    }
    this.blocks.push(makeBlock('list', this.line + 1, { items: entries.map((e) => this.entry(e, depth)) }));
  }
  private entry(element: Element, depth: number): ListEntry {
    const line = ++this.line;
    this.nodes++;
    const inner = [...element.querySelectorAll(':scope ul, :scope ol')].filter(
      (l) => l.parentElement?.closest('ul,ol') === element.parentElement,
    );
    const copy = element.cloneNode(true) as Element;
    for (const list of copy.querySelectorAll('ul,ol,script,style')) list.remove();
    const box = element.querySelector('input[type="checkbox"],[role="checkbox"]');
    const own = box?.closest('li') === element ? box : null;
    const checked = own
      ? own.getAttribute('aria-checked') === 'true' ||
        own.hasAttribute('checked') ||
        (own as HTMLInputElement).checked === true
      : null;
    const struck = /^(?:S|DEL|STRIKE)$/.test(element.firstElementChild?.tagName ?? '') && element.children.length === 1;
    const children = depth > 12 ? [] : inner.flatMap((l) => [...l.children].map((c) => this.entry(c, depth + 1)));
    return { text: textOf(copy), more: [], line, links: linksOf(element), checked, struck, children };
  }

  private table(element: Element): void {
    const rows: Row[] = [...element.querySelectorAll('tr,[role="row"]')].slice(0, 2000).map((tr) => {
      const cells = [...tr.querySelectorAll('th,td,[role="cell"],[role="columnheader"],[role="rowheader"]')];
      return {
        cells: cells.map(cellText),
        line: ++this.line,
        links: linksOf(tr),
        header: cells.length > 0 && cells.every((c) => c.tagName === 'TH' || c.getAttribute('role') === 'columnheader'),
      };
    });
    if (rows.length) this.blocks.push(makeBlock('table', rows[0]?.line ?? this.line, { rows }));
  }
}
/** A cell's words, else what its picture says ("completed"). */
function cellText(cell: Element): string {
  const text = textOf(cell);
  if (text) return text;
  const named = cell.querySelector('[aria-label],img[alt],[title]');
  return named?.getAttribute('aria-label') ?? named?.getAttribute('alt') ?? named?.getAttribute('title') ?? '';
}
function headingLevel(element: Element): number {
  const byTag = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (byTag) return Number(byTag);
  return element.getAttribute('role') === 'heading'
    ? Math.min(6, Math.max(1, Number(element.getAttribute('aria-level')) || 2))
    : 0;
}
const isAccordionButton = (element: Element) =>
  element.hasAttribute('aria-expanded') &&
  (element.tagName === 'BUTTON' || element.getAttribute('role') === 'button') &&
  textOf(element).length < 160;
const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DEL EM FONT I IMG INPUT INS LABEL MARK S SMALL SPAN STRIKE STRONG SUB SUP TIME U BR WBR'.split(
    ' ',
  ),
);
/** Inline by name and without blocks inside. */
const isInlineRun = (element: Element) =>
  INLINE.has(element.tagName) &&
  !element.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,li,section,article') &&
  !element.hasAttribute('aria-expanded');
/** A box that holds a line of text only, as timelines are built from. */
const isLeaf = (element: Element) => element.childElementCount === 0 || [...element.children].every(isInlineRun);

/** Blocks of a page's content, in document order. Bounded by nodes, depth and text. */
export function pageBlocks(root: Element): Block[] {
  const reader = new Reader();
  reader.walk(root, 0);
  return reader.blocks;
}

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
