import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createCache } from '../../lib/io/cache.ts';
import { createStore, type Store } from '../../lib/io/db.ts';
import { withRoom } from '../../lib/io/make-room.ts';
import { fail } from '../../lib/result.ts';
import { makeWorld } from '../app/world.ts';

const newStore = () => createStore({ now: () => 0, indexedDB: new IDBFactory(), IDBKeyRange });
const row = (n: number) => ({ key: `facts:a/b:${n}`, request: 'x', etag: null, readAt: n, value: { n } });
const keysOf = async (store: Store) => {
  const keys = await store.run((db) => db.cache.orderBy('readAt').keys());
  return keys.ok ? keys.value : keys.failure.kind;
};
/** A store that has room for so many rows of the cache: one more write of anything is refused. */
function small(store: Store, rows: number): Store {
  return {
    ...store,
    async run(work) {
      const count = await store.run((db) => db.cache.count());
      const name = work.toString();
      const writes = /\.(put|add|bulkPut|bulkAdd)\(|transaction\(/.test(name);
      if (writes && count.ok && count.value >= rows) return fail('storage-full', 0);
      return store.run(work);
    },
  };
}

describe('createCache', () => {
  it('keeps no more rows than its bound, and lets the longest unconfirmed go', async () => {
    const store = newStore();
    const cache = createCache(store, 10, 4);
    for (let n = 0; n < 30; n++) await cache.put(row((n * 7) % 30));
    const size = await cache.size();
    // It may run over between two counts.
    expect(size.ok && size.value.rows).toBeLessThanOrEqual(13);
    const keys = await keysOf(store);
    expect(keys).toContain(29);
    expect(keys).not.toContain(0);
  });
  it('trims at the first write of a worker’s life, however short each is', async () => {
    const store = newStore();
    for (let n = 0; n < 40; n++) await createCache(store, 10).put(row(n));
    expect(await keysOf(store)).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  });
  it('says how many rows and bytes are in use, and forgets them', async () => {
    const cache = createCache(newStore());
    await cache.put(row(1));
    const size = await cache.size();
    expect(size).toMatchObject({ ok: true, value: { rows: 1, bytes: JSON.stringify(row(1)).length } });
    await cache.clear();
    expect(await cache.size()).toEqual({ ok: true, value: { rows: 0, bytes: 0 } });
    expect(await cache.get(row(1).key)).toBeUndefined();
  });
});

describe('withRoom', () => {
  it('lets stored answers give way to what the reader makes, the oldest half first', async () => {
    const bare = newStore();
    await bare.run((db) => db.cache.bulkPut(Array.from({ length: 10 }, (_, n) => row(n))));
    const store = withRoom(small(bare, 10));
    const setting = { key: 'theme', value: 'dark' };
    expect(await store.run((db) => db.settings.put(setting))).toMatchObject({ ok: true });
    expect(await keysOf(bare)).toEqual([5, 6, 7, 8, 9]);
  });
  it('reports the full storage where nothing can give way', async () => {
    const store = withRoom({ run: async () => fail('storage-full', 0), close() {} });
    expect(await store.run((db) => db.settings.count())).toMatchObject({
      ok: false,
      failure: { kind: 'storage-full' },
    });
  });
  it('is used by everything that the background keeps', async () => {
    const world = makeWorld({ wrapStore: (store) => small(store, 6) });
    for (let n = 0; n < 6; n++) await world.services.cache.put(row(n));
    expect(await world.services.watchlist.set('alpha', true)).toMatchObject({ ok: true });
    expect(await world.services.watchlist.list()).toMatchObject({ value: [{ projectId: 'alpha' }] });
  });
});
