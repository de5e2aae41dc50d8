/** HTML inside Markdown to blocks: headings, summaries, lists, table rows, paragraphs. One pass over the tags; anything else is text. */
import { type Block, type ListEntry, makeBlock, type Row } from './blocks.ts';

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]{0,2000})?)\/?>|<!--[\s\S]*?(?:-->|$)/gi;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '-',
  mdash: '-',
  check: '✓',
};
const decode = (text: string) =>
  text.replace(/&(?:#(\d{1,6})|([a-z]{2,8}));/gi, (all, code, name) => {
    if (!code) return ENTITIES[String(name).toLowerCase()] ?? all;
    const n = Number(code);
    return n > 0 && n < 0x10ffff ? String.fromCodePoint(n) : '';
  });
/** Class names by which a page's style tells states apart, as the marks that the reader of items knows. */
const CLASS_MARKS: [RegExp, string][] = [
  [/(?:^|[\s-])(?:complete|completed|done|finished|shipped)(?:$|\s)/i, '✅'],
  [/(?:^|\s)(?:ongoing|underway|in-?progress|wip)(?:$|\s)/i, '🚧'],
  [/(?:^|\s)(?:planned|upcoming|proposed|future)(?:$|\s)/i, '📅'],
];
/** The mark for the state that the tag's classes name; undefined where they name none. */
function classMark(attributes: string): string | undefined {
  const names = /\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  const text = names?.[1] ?? names?.[2] ?? names?.[3];
  return text ? CLASS_MARKS.find(([pattern]) => pattern.test(text))?.[1] : undefined;
}
const BLOCKS = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'summary',
  'li',
  'td',
  'th',
  'p',
  'div',
  'dt',
  'dd',
  'tr',
  'table',
  'details',
  'ul',
  'ol',
]);

/** Blocks of a piece of HTML whose first line is `line`. */
export function htmlBlocks(html: string, line: number): Block[] {
  const reader = new HtmlReader(line);
  let pos = 0;
  for (const m of html.matchAll(TAG)) {
    reader.take(html.slice(pos, m.index));
    pos = m.index + m[0].length;
    reader.passLines(m[0]);
    reader.tag(m[2]?.toLowerCase() ?? '', m[1] === '/', m[3] ?? '');
  }
  return reader.end(html.slice(pos));
}

class HtmlReader {
  private readonly out: Block[] = [];
  /** What was read since the last block, and where it began. */
  private text = '';
  private links: string[] = [];
  private startLine: number;
  private at: number;
  private row: Row | undefined;
  private table: Row[] | undefined;
  /** The block that is open by its last tag; empty after a closing one. */
  private open = '';
  private checked: boolean | null = null;
  private mark: string | undefined;
  /** The heading inside the entry that is open: a state named after it is its state. null: an entry without one yet. */
  private itemHead: Block | null | undefined;

  constructor(line: number) {
    this.at = line;
    this.startLine = line;
  }

  /** Text between two tags. */
  take(chunk: string): void {
    if (!this.text.trim()) this.startLine = this.at + (/^\s*/.exec(chunk)?.[0].split('\n').length ?? 1) - 1;
    this.text += chunk;
    this.passLines(chunk);
  }

  passLines(chunk: string): void {
    for (const c of chunk) if (c === '\n') this.at++;
  }

  /** One tag: ends the block before it where it is a block's own. */
  tag(name: string, closing: boolean, attributes: string): void {
    if (!BLOCKS.has(name)) {
      this.inlineTag(name, closing, attributes);
      return;
    }
    if ((name === 'td' || name === 'th') && closing && this.row && !this.text.trim()) this.row.cells.push('');
    else this.flush();
    if (name === 'details' && closing) this.out.push(makeBlock('end', this.at, { depth: 7 }));
    else this.tableTag(name, closing);
    this.open = closing ? '' : name;
    if (name === 'li') {
      this.mark = closing ? undefined : classMark(attributes);
      this.itemHead = closing ? undefined : null;
    }
  }

  /** The rest of the text; then all blocks. */
  end(rest: string): Block[] {
    this.take(rest);
    this.row = undefined;
    this.flush();
    this.endTable();
    return this.out;
  }

  private inlineTag(name: string, closing: boolean, attributes: string): void {
    if (name === 'a' && !closing) {
      const href = /href\s*=\s*["']?(https?:[^\s"'>]+)/i.exec(attributes)?.[1];
      if (href) this.links.push(href);
    }
    if (name === 'input' && /checkbox/i.test(attributes)) this.checked = /\bchecked\b/i.test(attributes);
    const icon = closing || this.itemHead === undefined ? undefined : classMark(attributes);
    if (icon && this.itemHead) this.itemHead.text = `${icon} ${this.itemHead.text}`;
    else this.mark ??= icon;
  }

  private tableTag(name: string, closing: boolean): void {
    if (name === 'table') {
      if (closing) this.endTable();
      this.table = closing ? undefined : [];
    } else if (name === 'tr') {
      if (closing && this.row) this.table?.push(this.row);
      this.row = closing || !this.table ? undefined : { cells: [], line: this.at, links: [], header: false };
    } else if (name === 'th' && this.row) this.row.header = true;
  }

  private endTable(): void {
    const { table } = this;
    if (table?.length) this.out.push(makeBlock('table', table[0]?.line ?? this.at, { rows: table }));
  }

  /** Makes a block, or a cell, of what was read since the last one. */
  private flush(): void {
    const text = decode(this.text).replace(/\s+/g, ' ').trim();
    const { links, open, row } = this;
    this.text = '';
    this.links = [];
    if (!text) return;
    if (row) {
      row.cells.push(text);
      row.links.push(...links);
    } else if (/^h[1-6]$/.test(open)) {
      const head = makeBlock('heading', this.startLine, { depth: Number(open[1]), text, links });
      if (this.itemHead === null) this.itemHead = head;
      this.out.push(head);
    } else if (open === 'summary' || open === 'dt') {
      this.out.push(makeBlock('heading', this.startLine, { depth: 7, text, links }));
    } else if (open === 'li' || open === 'dd') this.out.push(this.entry(text, links));
    else {
      const line = { text, line: this.startLine, links, bold: open === 'b' };
      this.out.push(makeBlock('para', this.startLine, { lines: [line] }));
    }
  }

  private entry(clean: string, links: string[]): Block {
    const { checked, mark } = this;
    const text = mark && checked === null ? `${mark} ${clean}` : clean;
    this.checked = null;
    this.mark = undefined;
    const item: ListEntry = { text, more: [], line: this.startLine, links, checked, struck: false, children: [] };
    return makeBlock('list', this.startLine, { items: [item] });
  }
}
