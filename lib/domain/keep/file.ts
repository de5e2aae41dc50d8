/** The reader's data as a file and back: the work of the page that saves or opens it, so that the background carries no parser. */
import { ok, type Result } from '../../result.ts';
import { exportJson } from './canonical.ts';
import { exportCsv, importCsv } from './csv.ts';
import { importJson } from './import-json.ts';
import { emptyReaderData, type ReaderData } from './reader-data.ts';

/** JSON holds everything that the reader made; CSV the watchlist. */
export type FileKind = 'json' | 'csv';

export interface KeptFile {
  name: string;
  text: string;
}

/** Returns the file to save; its name tells the day of `now` (Unix ms, UTC). */
export function writeFile(kind: FileKind, data: ReaderData, now: number): KeptFile {
  const text = kind === 'json' ? exportJson(data) : exportCsv(data.watchlist);
  return { name: `roadmark-${new Date(now).toISOString().slice(0, 10)}.${kind}`, text };
}

/** Returns what a file holds. Failure kinds: `too-large`; `invalid-input`, whose detail is "line N: reason". */
export function readFile(kind: FileKind, text: string, now: number): Result<ReaderData> {
  if (kind === 'json') return importJson(text, now);
  const rows = importCsv(text, now);
  return rows.ok ? ok({ ...emptyReaderData(), watchlist: rows.value }) : rows;
}
