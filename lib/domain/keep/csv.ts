/** The watchlist as CSV (RFC 4180), for spreadsheets; round trip without loss. Parsing and quoting are Papa Parse's. */
import Papa from 'papaparse';
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { byCodeUnit, watchKey } from './canonical.ts';
import { MAX_IMPORT_CHARS } from './import-json.ts';
import { MAX_ROWS, type WatchEntry, WatchEntrySchema } from './reader-data.ts';

const COLUMNS = ['project_id', 'added_at', 'updated_at', 'tags', 'notes', 'archived', 'notify'] as const;
/** A cell that a spreadsheet would run as a formula (OWASP "CSV injection"), perhaps already guarded. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** Between tags in one cell; no tag holds it (see reader-data). */
const TAG_SEPARATOR = ';';

const guard = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string) => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** Returns the watchlist as CSV with CRLF line ends, rows ordered by id. */
export function exportCsv(entries: WatchEntry[]): string {
  const data = [...entries]
    .sort((a, b) => byCodeUnit(watchKey(a), watchKey(b)))
    .map((e) =>
      [
        e.projectId,
        new Date(e.addedAt).toISOString(),
        new Date(e.updatedAt).toISOString(),
        [...e.tags].sort(byCodeUnit).join(TAG_SEPARATOR),
        e.notes,
        String(e.archived),
        String(e.notify),
      ].map(guard),
    );
  return `${Papa.unparse({ fields: [...COLUMNS], data }, { newline: '\r\n' })}\r\n`;
}

function toEntry(cells: Record<string, string>): unknown {
  const flag = (cell: string | undefined) => (cell === 'true' ? true : cell === 'false' ? false : cell);
  const tags = unguard(cells.tags ?? '');
  return {
    projectId: unguard(cells.project_id ?? ''),
    addedAt: Date.parse(cells.added_at ?? ''),
    updatedAt: Date.parse(cells.updated_at ?? ''),
    tags: tags === '' ? [] : tags.split(TAG_SEPARATOR),
    notes: unguard(cells.notes ?? ''),
    archived: flag(cells.archived),
    notify: flag(cells.notify),
  };
}

/** 1-based file line on which each record starts: a quoted note may hold line breaks. */
function startLines(records: Record<string, string>[]): number[] {
  const lines: number[] = [];
  let line = 2;
  for (const record of records) {
    lines.push(line);
    line += 1 + Object.values(record).join('').split('\n').length - 1;
  }
  return lines;
}

/**
 * Returns the watchlist rows of a CSV file. Failure kinds: `too-large`; `invalid-input` with "line N: reason".
 */
export function importCsv(text: string, now: number): Result<WatchEntry[]> {
  if (text.length > MAX_IMPORT_CHARS) return fail('too-large', now, { detail: `${text.length} characters` });
  const refuse = (line: number, reason: string) => fail('invalid-input', now, { detail: `line ${line}: ${reason}` });
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const missing = COLUMNS.filter((c) => !parsed.meta.fields?.includes(c));
  if (missing.length > 0) return refuse(1, `no column ${missing.join(', ')}`);
  const lines = startLines(parsed.data);
  const problem = parsed.errors[0];
  if (problem) return refuse(lines[problem.row ?? 0] ?? 1, problem.message);
  if (parsed.data.length > MAX_ROWS) return fail('too-large', now, { detail: `${parsed.data.length} rows` });
  const entries: WatchEntry[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of parsed.data.entries()) {
    const line = lines[index] ?? 1;
    const row = v.safeParse(WatchEntrySchema, toEntry(cells), { abortEarly: true });
    if (!row.success) return refuse(line, `${row.issues[0].path?.[0]?.key ?? 'row'}: ${row.issues[0].message}`);
    if (seen.has(row.output.projectId)) return refuse(line, `${row.output.projectId} stands twice`);
    seen.add(row.output.projectId);
    entries.push(row.output);
  }
  return ok(entries);
}
