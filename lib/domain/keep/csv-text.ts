/**
 * Rows of cells as CSV text and back (RFC 4180), with the line on which each row starts. As lenient as spreadsheets are: any line
 * end, a byte order mark, and the semicolon or tab that they write where the comma is the decimal sign.
 */

export interface CsvRow {
  /** 1-based line of the file on which it starts: a quoted cell may hold line breaks. */
  line: number;
  cells: string[];
}
export type CsvText = { ok: true; rows: CsvRow[] } | { ok: false; line: number; reason: string };

const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter that the first line holds most of. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',');
}

const linesIn = (text: string) => text.split(/\r\n|\r|\n/).length - 1;

/** The text of a quoted cell that opens at `at`, and where it ends; undefined where it is never closed. */
function quotedCell(text: string, at: number): { cell: string; end: number } | undefined {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  return { cell: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
}

/** Reads text into rows; empty lines are left out. Refuses a quote that is never closed, or followed by more text. */
export function readCsv(input: string): CsvText {
  const text = input.replace(/^\ufeff/, '');
  const delimiter = delimiterOf(text);
  const stop = new RegExp(`[${delimiter}\r\n]|$`, 'g');
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  for (let at = 0; ; ) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    if (quoted === undefined) return { ok: false, line, reason: 'a quoted cell is not closed' };
    stop.lastIndex = quoted?.end ?? at;
    const end = stop.exec(text)?.index ?? text.length;
    if (quoted && quoted.end !== end) return { ok: false, line, reason: 'text follows the end of a quoted cell' };
    const cell = quoted?.cell ?? text.slice(at, end);
    row.cells.push(cell);
    if (quoted) line += linesIn(cell);
    const mark = text[end];
    at = end + (mark === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (mark === delimiter) continue;
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
    if (mark === undefined) return { ok: true, rows };
    line++;
    row = { line, cells: [] };
  }
}

/** Returns rows as CSV with CRLF line ends; cells are quoted where they must be. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/[",;\t\r\n]|^\s|\s$|^\ufeff/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
}
