/** Databases of every older version: what is the reader's must come through the upgrade, row by row. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createStore, DB_NAME, DB_VERSION, RoadmarkDb, storageFailure } from '../../lib/io/db.ts';
import { NOW } from '../app/world.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'db');
/** Tables of the reader: never dropped, whatever a version changes. The others can be made again. */
const KEPT = [
  'watchlist',
  'ownProjects',
  'corrections',
  'visits',
  'settings',
  'secrets',
  'changes',
  'synced',
  'meta',
] as const;

interface Before {
  version: number;
  stores: Record<string, { keyPath: string | string[]; autoIncrement?: boolean; indexes: string[] }>;
  rows: Record<string, unknown[]>;
}
const fileOf = (version: number, side: 'before' | 'after') => join(FIXTURES, `v${version}.${side}.json`);
const read = <T>(version: number, side: 'before' | 'after') =>
  JSON.parse(readFileSync(fileOf(version, side), 'utf8')) as T;

/** A database as that version left it on the disk. Dexie writes its versions times ten. */
function makeOld(idb: IDBFactory, { version, stores, rows }: Before): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = idb.open(DB_NAME, version * 10);
    request.onupgradeneeded = () => {
      for (const [name, { keyPath, autoIncrement = false, indexes }] of Object.entries(stores)) {
        const table = request.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) table.createIndex(index, index);
        for (const row of rows[name] ?? []) table.add(row);
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

const versions = Array.from({ length: DB_VERSION }, (_, i) => i + 1);
const storeOn = (indexedDB: IDBFactory) => createStore({ now: () => NOW, indexedDB, IDBKeyRange });

describe('RoadmarkDb', () => {
  it('has a fixture before and after for every version, and no version that the store does not know', () => {
    for (const version of versions) {
      expect([version, existsSync(fileOf(version, 'before')), existsSync(fileOf(version, 'after'))]).toEqual([
        version,
        true,
        true,
      ]);
    }
    expect(new RoadmarkDb('x', { indexedDB: new IDBFactory(), IDBKeyRange }).verno).toBe(DB_VERSION);
  });

  it.each(versions)('brings the reader’s rows of version %i to the newest', async (version) => {
    const idb = new IDBFactory();
    await makeOld(idb, read<Before>(version, 'before'));
    const store = storeOn(idb);
    const after: Record<string, unknown[]> = {};
    for (const table of KEPT) {
      const rows = await store.run((db) => db.table(table).toArray());
      if (!rows.ok) throw new Error(rows.failure.detail);
      after[table] = rows.value;
    }
    expect(after).toEqual(read(version, 'after'));
    store.close();
    expect((await idb.databases()).map((found) => found.version)).toEqual([DB_VERSION * 10]);
  });

  it.each(versions)('finds rows of version %i by every index that is in use', async (version) => {
    const idb = new IDBFactory();
    await makeOld(idb, read<Before>(version, 'before'));
    const counts = await storeOn(idb).run(async (db) => [
      await db.watchlist.orderBy('addedAt').count(),
      await db.corrections.where('projectId').equals('near').count(),
      await db.jobs.orderBy('nextAt').count(),
      await db.requestLog.orderBy('id').count(),
      await db.visits.where('projectId').equals('alpha').count(),
      await db.changes.where('projectId').equals('beta').count(),
    ]);
    const { rows } = read<Before>(version, 'before');
    const size = (table: string) => rows[table]?.length ?? 0;
    const expected = ['watchlist', 'corrections', 'jobs', 'requestLog', 'visits', 'changes'].map(size);
    expect(counts).toEqual({ ok: true, value: expected });
  });

  it('leaves a database whose upgrade fails as it was, and says so', async () => {
    const idb = new IDBFactory();
    const before = read<Before>(1, 'before');
    await makeOld(idb, before);
    const broken = storeOn(
      new Proxy(idb, {
        get: (target, key) =>
          key === 'open'
            ? () => {
                throw Object.assign(new Error('no'), { name: 'AbortError' });
              }
            : Reflect.get(target, key).bind(target),
      }) as IDBFactory,
    );
    expect(await broken.run((db) => db.watchlist.count())).toMatchObject({
      ok: false,
      failure: { kind: 'storage-blocked' },
    });
    expect((await idb.databases()).map((found) => found.version)).toEqual([10]);
    const later = await storeOn(idb).run((db) => db.watchlist.count());
    expect(later).toEqual({ ok: true, value: before.rows.watchlist?.length });
  });
});

describe('createStore', () => {
  it('throws mistakes of ours on, and goes on working: they are no blocked storage', async () => {
    const store = storeOn(new IDBFactory());
    await expect(store.run((db) => db.watchlist.get(Number.NaN as never))).rejects.toThrow();
    const job = { key: 'a', kind: 'read', projectId: 'a', reason: 'card', nextAt: 0 } as never;
    await store.run((db) => db.jobs.add(job));
    await expect(store.run((db) => db.jobs.add(job))).rejects.toThrow(/key already exists|constraint/i);
    expect(await store.run((db) => db.jobs.count())).toEqual({ ok: true, value: 1 });
  });
  it.each(['DataError', 'ConstraintError'])('counts %s as none of the browser’s doing', (name) => {
    expect(storageFailure(Object.assign(new Error('x'), { name }))).toBe(null);
    const wrapped = Object.assign(new Error('x'), { name: 'AbortError', inner: { name } });
    expect(storageFailure(wrapped)).toBe(null);
  });
});
