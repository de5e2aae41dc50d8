/** Markdown (GFM, front matter, HTML inside) to blocks. Parsed in pieces, so that time grows with the length only. */
import type { List, ListItem, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { type Block, type Line, type ListEntry, makeBlock, type Row } from './blocks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { diagram } from './mermaid.ts';
import { withoutTemplateTags } from './template-tags.ts';

/** A roadmap line is short; what is longer is data or an attack on the inline parser (its cost grows faster than the line). */
const MAX_LINE = 2000;
/** Nesting that a reader could follow; deeper quotes and indents are flattened to it. */
const MAX_QUOTES = 8;
const MAX_INDENT = 40;
/** Lines per piece. The parser's cost of one paragraph grows faster than its length. */
const PIECE_LINES = 400;

/** Cuts lines that are too long or too deep; keeps their number. */
function tamed(text: string): string[] {
  return withoutTemplateTags(text.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => {
      const short = line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line;
      return short
        .replace(/^(?:[ \t]{0,3}>){9,}/, '>'.repeat(MAX_QUOTES))
        .replace(/^[ \t]{41,}/, ' '.repeat(MAX_INDENT))
        .replace(/^((?:[-*+] ){8})(?:[-*+] )+/, '$1');
    });
}

/** Pieces of at most about 400 lines that start at the left margin and outside of tables, fences and quotes. */
function pieces(lines: string[]): { from: number; text: string }[] {
  const out: { from: number; text: string }[] = [];
  let from = 0;
  let fence = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (i - from >= PIECE_LINES && !fence && /^[^\s|>\d<-]/.test(line) && !/^\s*\|/.test(lines[i - 1] ?? '')) {
      out.push({ from, text: lines.slice(from, i).join('\n') });
      from = i;
    } else if (i - from >= PIECE_LINES && !fence && /^[-*+] |^\d+[.)] /.test(line)) {
      out.push({ from, text: lines.slice(from, i).join('\n') });
      from = i;
    }
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3);
    if (mark) fence = fence === mark ? '' : fence || mark;
  }
  out.push({ from, text: lines.slice(from).join('\n') });
  return out;
}

/** Blocks of a Markdown text, in order, with the lines of the source. Never throws on any text. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const piece of pieces(tamed(text))) {
    const tree = fromMarkdown(piece.text, {
      extensions: [gfm(), frontmatter(['yaml', 'toml'])],
      mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml'])],
    });
    collect(tree.children, piece.from, blocks, 0);
  }
  return blocks;
}

function collect(nodes: RootContent[], offset: number, out: Block[], depth: number): void {
  if (depth > 32) return;
  for (const node of nodes) {
    const line = (node.position?.start.line ?? 1) + offset;
    if (node.type === 'heading') out.push(makeBlock('heading', line, { depth: node.depth, ...textOf(node) }));
    else if (node.type === 'paragraph') out.push(makeBlock('para', line, { lines: linesOf(node.children, line) }));
    else if (node.type === 'list') out.push(makeBlock('list', line, { items: entriesOf(node, offset, depth) }));
    else if (node.type === 'table') out.push(makeBlock('table', line, { rows: rowsOf(node, offset) }));
    else if (node.type === 'html') out.push(...htmlBlocks(node.value, line));
    else if (node.type === 'code') out.push(...diagram(node.value, node.lang ?? '', line + 1));
    else if (node.type === 'blockquote') collect(node.children, offset, out, depth + 1);
  }
}

/** Plain text of a node and its link targets, kept apart. Struck-out words are left out: they are no longer said. */
function textOf(node: Nodes): { text: string; links: string[]; struck: boolean } {
  const links: string[] = [];
  let text = '';
  let struck = '';
  const walk = (n: Nodes, depth: number, off: boolean): void => {
    if (depth > 64) return;
    if (n.type === 'link' && n.url && /^https?:/i.test(n.url)) links.push(n.url);
    if (n.type === 'image' || n.type === 'imageReference') text += n.alt && !off ? n.alt : '';
    else if (n.type === 'break') text += '\n';
    else if (n.type === 'html') text += /^<br\s*\/?>$/i.test(n.value) ? '\n' : '';
    else if ('value' in n) {
      if (off) struck += n.value;
      else text += n.value;
    }
    if ('children' in n) for (const child of n.children as Nodes[]) walk(child, depth + 1, off || n.type === 'delete');
  };
  walk(node, 0, false);
  const all = !text.replace(/[^\p{L}\p{N}]/gu, '') && struck.length > 0;
  return { text: (all ? struck : text).trim(), links, struck: all };
}

function linesOf(children: PhrasingContent[], line: number): Line[] {
  const groups: { nodes: PhrasingContent[]; line: number }[] = [{ nodes: [], line }];
  const last = () => groups[groups.length - 1] as { nodes: PhrasingContent[]; line: number };
  for (const child of children) {
    if (child.type === 'break' || (child.type === 'html' && /^<br/i.test(child.value)))
      groups.push({ nodes: [], line: last().line + 1 });
    else if (child.type === 'text' && child.value.includes('\n')) {
      const parts = child.value.split('\n');
      parts.forEach((value, i) => {
        if (i) groups.push({ nodes: [], line: last().line + 1 });
        last().nodes.push({ type: 'text', value });
      });
    } else last().nodes.push(child);
  }
  return groups
    .map((g) => {
      const { text, links } = textOf({ type: 'paragraph', children: g.nodes });
      const solid = g.nodes.filter(
        (n) => n.type !== 'text' || n.value.replace(/[\s:*\p{Extended_Pictographic}]/gu, ''),
      );
      return { text, links, line: g.line, bold: solid.length > 0 && solid.every((n) => n.type === 'strong') };
    })
    .filter((l) => l.text);
}

function entriesOf(list: List, offset: number, depth: number): ListEntry[] {
  if (depth > 24) return [];
  return list.children.map((item) => entryOf(item, offset, depth));
}
function entryOf(item: ListItem, offset: number, depth: number): ListEntry {
  const line = (item.position?.start.line ?? 1) + offset;
  const entry: ListEntry = {
    text: '',
    more: [],
    line,
    links: [],
    checked: item.checked ?? null,
    struck: false,
    children: [],
  };
  for (const child of item.children) {
    if (child.type === 'list') entry.children.push(...entriesOf(child, offset, depth + 1));
    else if (child.type === 'paragraph' || child.type === 'heading') {
      const own = textOf(child);
      entry.links.push(...own.links);
      const [first, ...rest] = linesOf(child.children, (child.position?.start.line ?? line) + offset);
      if (!entry.text) {
        entry.text = first?.text ?? '';
        entry.struck = own.struck;
        entry.more.push(...rest);
      } else entry.more.push(...(first ? [first, ...rest] : []));
    }
  }
  return entry;
}

function rowsOf(table: Table, offset: number): Row[] {
  return table.children.map((row, i) => {
    const cells = row.children.map((c) => textOf({ type: 'paragraph', children: c.children }));
    return {
      cells: cells.map((c) => c.text.replace(/\n/g, ' ')),
      links: cells.flatMap((c) => c.links),
      line: (row.position?.start.line ?? 1) + offset,
      header: i === 0,
    };
  });
}
