/** What a roadmap is made of, whatever it was written in: Markdown, HTML inside it, or a web page. */
export interface Block {
  type: 'heading' | 'list' | 'table' | 'para' | 'end';
  /** 1-based line in the source, or running number on a page. */
  line: number;
  /** heading: 1–6, 7 for a bold line or a summary; end: closes headings of this depth. */
  depth: number;
  text: string;
  links: string[];
  items: ListEntry[];
  rows: Row[];
  /** Lines of a paragraph, each with its own number. */
  lines: Line[];
}
export interface Line {
  text: string;
  line: number;
  links: string[];
  /** The whole line is bold: stands for a heading. */
  bold: boolean;
}
export interface ListEntry {
  /** First line of the entry without its box. */
  text: string;
  /** Further lines and paragraphs of the entry. */
  more: Line[];
  line: number;
  links: string[];
  checked: boolean | null;
  /** The whole text is struck through. */
  struck: boolean;
  children: ListEntry[];
}
export interface Row {
  cells: string[];
  line: number;
  links: string[];
  header: boolean;
}

const EMPTY = { depth: 0, text: '', links: [], items: [], rows: [], lines: [] };
/** Makes a block with the fields that its type needs. */
export function makeBlock(type: Block['type'], line: number, more: Partial<Block>): Block {
  return { ...EMPTY, type, line, ...more };
}
