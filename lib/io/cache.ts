/** Reduced answers in the database, with a copy in memory that still stands when the database does not. */
import { type Failure, ok, type Result } from '../result.ts';
import type { CacheRow, Store } from './db.ts';
import { dropOldest } from './make-room.ts';

/** Rows kept in memory: about 60 projects of 5 parts, a few MB at most. */
const MEMORY_ROWS = 300;

/**
 * Rows kept on disk: about ten parts for each of a thousand projects. One part in ten holds a repository's statistics (20 to 63 kB on
 * five repositories of 50 to 100 authors), the others 1 to 3 kB: some 60 MB, far below what browsers give an extension.
 */
export const CACHE_ROWS = 10_000;
/** Counting at every write would double the work; the cache may run over by this much. */
const TRIM_EVERY = 200;

export interface Cache {
  get(key: string): Promise<CacheRow | undefined>;
  getAll(keys: readonly string[]): Promise<(CacheRow | undefined)[]>;
  put(row: CacheRow): Promise<Result<null>>;
  clear(): Promise<Result<null>>;
  /** Rows, and bytes by their JSON text. */
  size(): Promise<Result<{ rows: number; bytes: number | null }>>;
  /** The last failure of the database while it lasts; null when it works. */
  trouble(): Failure | null;
}

/** Makes the cache over `store`. Reads never fail: what the database can't give comes from memory or is absent. */
export function createCache(store: Store, mostRows = CACHE_ROWS, trimEvery = TRIM_EVERY): Cache {
  let writes = 0;
  /** Old rows go, the longest unconfirmed first: they are stale and would be asked for anew anyway. */
  const trim = () => store.run(async (db) => dropOldest(db, Math.max(0, (await db.cache.count()) - mostRows)));
  const memory = new Map<string, CacheRow>();
  let trouble: Failure | null = null;
  const note = <T>(result: Result<T>): Result<T> => {
    trouble = result.ok ? null : result.failure;
    return result;
  };
  const remember = (row: CacheRow) => {
    memory.delete(row.key);
    memory.set(row.key, row);
    if (memory.size > MEMORY_ROWS) memory.delete(memory.keys().next().value as string);
  };
  let gathering: { keys: Set<string>; rows: Promise<Map<string, CacheRow | undefined>> } | null = null;
  /** Questions of one moment become one read: a watchlist asks for a thousand projects at once, each read costs more than its rows. */
  const read = (keys: readonly string[]) => {
    if (!gathering) {
      const wanted = new Set<string>();
      const rows = Promise.resolve().then(async () => {
        gathering = null;
        const list = [...wanted];
        const found = note(await store.run((db) => db.cache.bulkGet(list)));
        return new Map(list.map((key, i) => [key, found.ok ? found.value[i] : undefined]));
      });
      gathering = { keys: wanted, rows };
    }
    for (const key of keys) gathering.keys.add(key);
    return gathering.rows;
  };
  const getAll = async (keys: readonly string[]) => {
    const found = await read(keys);
    // What could not be written (storage full) is newer in memory than on disk.
    return keys.map((key) => newer(found.get(key), memory.get(key)));
  };
  return {
    getAll,
    get: async (key) => (await getAll([key]))[0],
    async put(row) {
      remember(row);
      const written = note(await store.run((db) => db.cache.put(row)));
      // At the first write of each life too: most workers die long before the next.
      if (writes++ % trimEvery === 0) await trim();
      return written.ok ? ok(null) : written;
    },
    async clear() {
      memory.clear();
      const cleared = note(await store.run((db) => db.cache.clear()));
      return cleared.ok ? ok(null) : cleared;
    },
    async size() {
      return note(
        await store.run(async (db) => {
          let bytes = 0;
          let rows = 0;
          await db.cache.each((row) => {
            rows++;
            bytes += JSON.stringify(row).length;
          });
          return { rows, bytes };
        }),
      );
    },
    trouble: () => trouble,
  };
}

function newer(a: CacheRow | undefined, b: CacheRow | undefined): CacheRow | undefined {
  if (!a || !b) return a ?? b;
  return b.readAt > a.readAt ? b : a;
}
