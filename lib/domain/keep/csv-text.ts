/**
 * Rows of cells as CSV text and back (RFC 4180), with the line on which each row starts. As lenient as spreadsheets are: any line
 * end, a byte order mark, and the semicolon or tab that they write where the comma is the decimal sign.
 */

import Papa from 'papaparse';

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

const QUOTE_FAULTS: Record<string, string> = {
  MissingQuotes: 'a quoted cell is not closed',
  InvalidQuotes: 'text follows the end of a quoted cell',
};

/** Reads text into rows; empty lines are left out. Refuses a quote that is never closed, or followed by more text. */
export function readCsv(input: string): CsvText {
  const text = input.replace(/^\ufeff/, '');
  const rows: CsvRow[] = [];
  let refused: CsvText | undefined;
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step({ data, errors, meta }, parser) {
      const fault = errors.find(({ type }) => type === 'Quotes');
      if (fault) {
        refused = { ok: false, line, reason: QUOTE_FAULTS[fault.code] ?? fault.message };
        parser.abort();
        return;
      }
      if (data.length > 1 || data[0] !== '') rows.push({ line, cells: data });
      // The parser counts rows; a reader looks for lines, and a quoted cell may hold some.
      line += linesIn(text.slice(from, meta.cursor));
      from = meta.cursor;
    },
  });
  return refused ?? { ok: true, rows };
}

/** Spreadsheets that take these for delimiters, or trim cells, read a quoted cell right. */
const ALSO_QUOTED = /[;\t]|^\s|\s$|^\ufeff/;

/** Returns rows as CSV with CRLF line ends; cells are quoted where they must be. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\r\n', quotes: (cell: string) => ALSO_QUOTED.test(cell) })}\r\n`;
}
