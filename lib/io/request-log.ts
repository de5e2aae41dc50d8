/** The log of every request made, newest last, bounded. Paths never hold a token: it travels in a header alone. */
import { ok, type Result } from '../result.ts';
import { LOG_ROWS, type LogRecord, type Store } from './db.ts';

/** Trimming at every row would double the writes; the log may run over by this much. */
const TRIM_EVERY = 50;
/** Anything that looks like a GitHub token, wherever it stands. */
const TOKEN = /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{20,})\b/g;

/** Text without anything that looks like a token. For logs, failures and diagnostics. */
export function redact(text: string): string {
  return text.replace(TOKEN, '[token]');
}

export interface RequestLog {
  add(row: LogRecord): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<Result<(LogRecord & { id: number })[]>>;
}

/** Makes the log. A row that the database refuses is kept in memory, so that the reader sees it all the same. */
export function createRequestLog(store: Store): RequestLog {
  const unsaved: (LogRecord & { id: number })[] = [];
  let added = 0;
  const trim = () =>
    store.run(async (db) => {
      const over = (await db.requestLog.count()) - LOG_ROWS;
      if (over > 0) await db.requestLog.bulkDelete(await db.requestLog.orderBy('id').limit(over).primaryKeys());
    });
  return {
    async add(row) {
      const clean = { ...row, path: redact(row.path), purpose: redact(row.purpose) };
      const written = await store.run((db) => db.requestLog.add(clean));
      if (!written.ok) {
        unsaved.push({ ...clean, id: -1 - unsaved.length });
        if (unsaved.length > LOG_ROWS) unsaved.shift();
      }
      if (++added % TRIM_EVERY === 0) await trim();
    },
    async list(limit) {
      const rows = await store.run((db) => db.requestLog.orderBy('id').reverse().limit(limit).toArray());
      const newest = [...unsaved].reverse();
      if (!rows.ok) return newest.length > 0 ? ok(newest.slice(0, limit)) : rows;
      return ok([...newest, ...(rows.value as (LogRecord & { id: number })[])].slice(0, limit));
    },
  };
}
