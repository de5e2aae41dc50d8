/** A page's content as blocks, in document order: headings, lists, tables, timelines, accordions with their hidden panels. */
import { type Block, type ListEntry, makeBlock, type Row } from '../domain/roadmap/blocks.ts';
import { type Card, cardOf } from './roadmap-cards.ts';
import {
  cellText,
  headingLevel,
  isAccordionButton,
  isInlineRun,
  isLeaf,
  linksOf,
  MAX_TEXT,
  markOf,
  SKIP,
  squeeze,
  textOf,
} from './roadmap-dom.ts';

/** Elements looked at in one page: a page of more is no roadmap, and the page's thread is not ours. */
const MAX_NODES = 40_000;
const MAX_DEPTH = 80;
class Reader {
  readonly blocks: Block[] = [];
  /** Elements that a card has said already. */
  private readonly taken = new Set<Element>();
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
      if (child.matches(SKIP) || this.taken.has(child)) continue;
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
    if (this.taken.has(element)) return;
    const tag = element.tagName;
    const card = cardOf(element);
    if (card) {
      this.card(card, element, depth);
      return;
    }
    const level = headingLevel(element);
    if (level) this.heading(textOf(element), level, linksOf(element));
    else if (tag === 'SUMMARY' || tag === 'DT' || isAccordionButton(element))
      this.heading(textOf(element), 7, linksOf(element));
    else if (tag === 'UL' || tag === 'OL') this.list(element, depth);
    else if (tag === 'TABLE' || element.getAttribute('role') === 'table') this.table(element);
    else if (tag === 'P' || tag === 'DD' || (isLeaf(element) && !this.isTold(element))) {
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
  /** A card has said a part of this line. */
  private isTold(element: Element): boolean {
    return this.taken.size > 0 && [...element.children].some((child) => this.taken.has(child));
  }

  /** A card's heading with its date and state as key lines, then what else it holds. */
  private card(card: Card, element: Element, depth: number): void {
    for (const part of card.taken) this.taken.add(part);
    this.heading(card.title, card.level, linksOf(element));
    if (card.date) this.para(`ETA: ${card.date}`, [], false);
    if (card.status) this.para(`Status: ${card.status}`, [], false);
    if (card.entries.length)
      this.blocks.push(makeBlock('list', this.line + 1, { items: card.entries.map((e) => this.entry(e, depth)) }));
    this.walk(element, depth + 1);
    this.blocks.push(makeBlock('end', this.line, { depth: card.level }));
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
    const mark = markOf(element);
    const more = mark ? [{ text: `Status: ${mark}`, line, links: [], bold: false }] : [];
    return { text: textOf(copy), more, line, links: linksOf(element), checked, struck, children };
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
/** Blocks of a page's content, in document order. Bounded by nodes, depth and text. */
export function pageBlocks(root: Element): Block[] {
  const reader = new Reader();
  reader.walk(root, 0);
  return reader.blocks;
}
