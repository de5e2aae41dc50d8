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
  const out: Block[] = [];
  let text = '';
  let links: string[] = [];
  let at = line;
  let startLine = line;
  let row: Row | undefined;
  let table: Row[] | undefined;
  let open = '';
  let checked: boolean | null = null;
  let mark: string | undefined;
  /** The heading inside the entry that is open: a state named after it is its state. */
  let itemHead: Block | null | undefined;
  let pos = 0;
  const flush = () => {
    const clean = decode(text).replace(/\s+/g, ' ').trim();
    const own = links;
    text = '';
    links = [];
    if (!clean) return;
    if (row) {
      row.cells.push(clean);
      row.links.push(...own);
    } else if (/^h[1-6]$/.test(open)) {
      const head = makeBlock('heading', startLine, { depth: Number(open[1]), text: clean, links: own });
      if (itemHead === null) itemHead = head;
      out.push(head);
    } else if (open === 'summary' || open === 'dt')
      out.push(makeBlock('heading', startLine, { depth: 7, text: clean, links: own }));
    else if (open === 'li' || open === 'dd') {
      const entry: ListEntry = {
        text: mark && checked === null ? `${mark} ${clean}` : clean,
        more: [],
        line: startLine,
        links: own,
        checked,
        struck: false,
        children: [],
      };
      out.push(makeBlock('list', startLine, { items: [entry] }));
      checked = null;
      mark = undefined;
    } else
      out.push(
        makeBlock('para', startLine, { lines: [{ text: clean, line: startLine, links: own, bold: open === 'b' }] }),
      );
  };
  const take = (chunk: string) => {
    if (!text.trim()) startLine = at + (/^\s*/.exec(chunk)?.[0].split('\n').length ?? 1) - 1;
    text += chunk;
    for (const c of chunk) if (c === '\n') at++;
  };
  for (const m of html.matchAll(TAG)) {
    take(html.slice(pos, m.index));
    pos = m.index + m[0].length;
    const name = m[2]?.toLowerCase() ?? '';
    const closing = m[1] === '/';
    for (const c of m[0]) if (c === '\n') at++;
    if (name === 'a' && !closing) {
      const href = /href\s*=\s*["']?(https?:[^\s"'>]+)/i.exec(m[3] ?? '')?.[1];
      if (href) links.push(href);
    }
    if (name === 'input' && /checkbox/i.test(m[3] ?? '')) checked = /\bchecked\b/i.test(m[3] ?? '');
    if (!BLOCKS.has(name)) {
      const icon = closing || itemHead === undefined ? undefined : classMark(m[3] ?? '');
      if (icon && itemHead) itemHead.text = `${icon} ${itemHead.text}`;
      else mark ??= icon;
      continue;
    }
    if ((name === 'td' || name === 'th') && closing && row && !text.trim()) row.cells.push('');
    else flush();
    if (name === 'table') {
      if (closing && table?.length) out.push(makeBlock('table', table[0]?.line ?? at, { rows: table }));
      table = closing ? undefined : [];
    } else if (name === 'tr') {
      if (closing && row && table) table.push(row);
      row = closing || !table ? undefined : { cells: [], line: at, links: [], header: false };
    } else if (name === 'th' && row) row.header = true;
    else if (name === 'details' && closing) out.push(makeBlock('end', at, { depth: 7 }));
    open = closing ? '' : name;
    if (name === 'li') {
      mark = closing ? undefined : classMark(m[3] ?? '');
      itemHead = closing ? undefined : null;
    }
  }
  take(html.slice(pos));
  row = undefined;
  flush();
  if (table?.length) out.push(makeBlock('table', table[0]?.line ?? at, { rows: table }));
  return out;
}
