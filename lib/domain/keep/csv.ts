/** The watchlist as CSV, for spreadsheets; round trip without loss. */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { byCodeUnit, watchKey } from './canonical.ts';
import { readCsv, writeCsv } from './csv-text.ts';
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
  return writeCsv([COLUMNS, ...data]);
}

function toEntry(cells: ReadonlyMap<string, string>): unknown {
  const cell = (column: (typeof COLUMNS)[number]) => cells.get(column) ?? '';
  const flag = (text: string) => (text === 'true' ? true : text === 'false' ? false : text);
  const tags = unguard(cell('tags'));
  return {
    projectId: unguard(cell('project_id')),
    addedAt: Date.parse(cell('added_at')),
    updatedAt: Date.parse(cell('updated_at')),
    tags: tags === '' ? [] : tags.split(TAG_SEPARATOR),
    notes: unguard(cell('notes')),
    archived: flag(cell('archived').toLowerCase()),
    notify: flag(cell('notify').toLowerCase()),
  };
}

/**
 * Returns the watchlist rows of a CSV file; columns in any order, unknown ones are passed over.
 * Failure kinds: `too-large`; `invalid-input` with "line N: reason".
 */
export function importCsv(text: string, now: number): Result<WatchEntry[]> {
  if (text.length > MAX_IMPORT_CHARS) return fail('too-large', now, { detail: `${text.length} characters` });
  const refuse = (line: number, reason: string) => fail('invalid-input', now, { detail: `line ${line}: ${reason}` });
  const read = readCsv(text);
  if (!read.ok) return refuse(read.line, read.reason);
  const [head, ...rows] = read.rows;
  const names = head?.cells.map((name) => name.trim()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) return refuse(head?.line ?? 1, `no column ${missing.join(', ')}`);
  if (rows.length > MAX_ROWS) return fail('too-large', now, { detail: `${rows.length} rows` });
  const entries = new Map<string, WatchEntry>();
  for (const { line, cells } of rows) {
    if (cells.length !== names.length)
      return refuse(line, `${cells.length} cells where ${names.length} columns are named`);
    const named = new Map(names.map((name, i) => [name, cells[i] as string]));
    const row = v.safeParse(WatchEntrySchema, toEntry(named), { abortEarly: true });
    if (!row.success) return refuse(line, `${row.issues[0].path?.[0]?.key ?? 'row'}: ${row.issues[0].message}`);
    if (entries.has(row.output.projectId)) return refuse(line, `${row.output.projectId} stands twice`);
    entries.set(row.output.projectId, row.output);
  }
  return ok([...entries.values()]);
}
