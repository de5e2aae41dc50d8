/**
 * What the reader made is worth more than answers that can be asked for again: where the browser's room is used up, stored answers
 * give way, the longest unconfirmed first, and the write is tried once more.
 */
import type { RoadmarkDb, Store } from './db.ts';

/** Half at a time: few writes then meet a full store again, and the projects looked at lately keep theirs. */
const SHARE = 0.5;

/** Deletes `count` stored answers, the longest unconfirmed first; returns how many there were to delete. */
export async function dropOldest(db: RoadmarkDb, count: number): Promise<number> {
  const keys = await db.cache.orderBy('readAt').limit(count).primaryKeys();
  await db.cache.bulkDelete(keys);
  return keys.length;
}

/** The store, making room where there is none. Failures are those of the store; `storage-full` only where nothing could give way. */
export function withRoom(store: Store): Store {
  return {
    close: () => store.close(),
    async run(work) {
      const first = await store.run(work);
      if (first.ok || first.failure.kind !== 'storage-full') return first;
      const freed = await store.run(async (db) => dropOldest(db, Math.ceil((await db.cache.count()) * SHARE)));
      return freed.ok && freed.value > 0 ? store.run(work) : first;
    },
  };
}
