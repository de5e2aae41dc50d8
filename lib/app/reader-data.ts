/** Export and import of everything the reader made; an import is one transaction. */

import * as v from 'valibot';
import { type MergePreview, mergeReaderData, previewMerge } from '../domain/keep/merge.ts';
import { emptyReaderData, type ReaderData, SettingsBagSchema } from '../domain/keep/reader-data.ts';
import type { RoadmarkDb, Store } from '../io/db.ts';
import { ok, type Result } from '../result.ts';
import { entryOf } from './watchlist.ts';

async function readAll(db: RoadmarkDb): Promise<ReaderData> {
  const [watchlist, ownProjects, corrections, visits, settings] = await Promise.all([
    db.watchlist.toArray(),
    db.ownProjects.toArray(),
    db.corrections.toArray(),
    db.visits.toArray(),
    db.settings.toArray(),
  ]);
  const bag = Object.fromEntries(settings.map(({ key, value }) => [key, value]));
  return {
    ...emptyReaderData(),
    watchlist: watchlist.map(entryOf),
    ownProjects,
    corrections,
    visits,
    settings: v.is(SettingsBagSchema, bag) ? bag : {},
  };
}

export interface ReaderDataCalls {
  read(): Promise<Result<ReaderData>>;
  /** What an import of `theirs` would do; changes nothing. */
  preview(theirs: ReaderData): Promise<Result<MergePreview>>;
  import(theirs: ReaderData): Promise<Result<MergePreview>>;
}

/** Makes the calls over `store`. The token is in another table and never part of it. */
export function createReaderData(store: Store): ReaderDataCalls {
  return {
    read: () => store.run(readAll),
    async preview(theirs) {
      const mine = await store.run(readAll);
      return mine.ok ? ok(previewMerge(mine.value, theirs)) : mine;
    },
    async import(theirs) {
      return store.run((db) =>
        db.transaction('rw', [db.watchlist, db.ownProjects, db.corrections, db.visits, db.settings], async () => {
          const mine = await readAll(db);
          const merged = mergeReaderData(mine, theirs);
          const states = new Map((await db.watchlist.toArray()).map((row) => [row.projectId, row.state]));
          await db.watchlist.bulkPut(
            merged.watchlist.map((entry) => {
              const state = states.get(entry.projectId);
              return state ? { ...entry, state } : entry;
            }),
          );
          await db.ownProjects.bulkPut(merged.ownProjects);
          await db.corrections.bulkPut(merged.corrections);
          await db.visits.bulkPut(merged.visits);
          await db.settings.bulkPut(Object.entries(merged.settings).map(([key, value]) => ({ key, value })));
          return previewMerge(mine, theirs);
        }),
      );
    },
  };
}
