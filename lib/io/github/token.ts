/** The reader's token: in the extension's own database, which content scripts cannot open; never in a log, export or page. */
import { ok, type Result } from '../../result.ts';
import type { Store } from '../db.ts';

export interface TokenRecord {
  token: string;
  savedAt: number;
  /** GitHub refused it since: kept so that the reader can be told, but no longer sent. */
  refusedAt: number | null;
}

export interface TokenStore {
  /** The token to send, or null: none, refused, or the database can't be read. */
  current(): Promise<string | null>;
  record(): Promise<TokenRecord | null>;
  save(record: TokenRecord): Promise<Result<null>>;
  /** Counts only while this is still the token: the answer may come after another was entered. */
  refused(token: string, at: number): Promise<void>;
  clear(): Promise<Result<null>>;
}

/** Makes the store of the token. One read per worker; every change goes through here. */
export function createTokenStore(store: Store): TokenStore {
  let known: Promise<TokenRecord | null> | null = null;
  const record = () => {
    known ??= store
      .run((db) => db.secrets.get('github-token'))
      .then((row) => {
        if (!row.ok) known = null;
        return row.ok ? ((row.value?.value as TokenRecord | undefined) ?? null) : null;
      });
    return known;
  };
  const save = async (next: TokenRecord) => {
    const written = await store.run((db) => db.secrets.put({ key: 'github-token', value: next }));
    known = written.ok ? Promise.resolve(next) : known;
    return written.ok ? ok(null) : written;
  };
  return {
    record,
    save,
    async current() {
      const kept = await record();
      return kept && kept.refusedAt === null ? kept.token : null;
    },
    async refused(token, at) {
      const kept = await record();
      if (kept?.token === token && kept.refusedAt === null) await save({ ...kept, refusedAt: at });
    },
    async clear() {
      const cleared = await store.run((db) => db.secrets.delete('github-token'));
      if (cleared.ok) known = Promise.resolve(null);
      return cleared.ok ? ok(null) : cleared;
    },
  };
}
