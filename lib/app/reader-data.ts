/** Export and import of everything the reader made; an import is one transaction. */

import * as v from 'valibot';
import { exportJson } from '../domain/keep/canonical.ts';
import { exportCsv, importCsv } from '../domain/keep/csv.ts';
import { importJson } from '../domain/keep/import-json.ts';
import { type MergePreview, mergeReaderData, previewMerge } from '../domain/keep/merge.ts';
import { emptyReaderData, type ReaderData, SettingsBagSchema } from '../domain/keep/reader-data.ts';
import type { Env } from '../env.ts';
import type { RoadmarkDb, Store } from '../io/db.ts';
import { ok, type Result } from '../result.ts';
import { entryOf } from './watchlist.ts';

export type Kind = 'json' | 'csv';

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

const parse = (kind: Kind, text: string, now: number): Result<ReaderData> => {
  if (kind === 'json') return importJson(text, now);
  const rows = importCsv(text, now);
  return rows.ok ? ok({ ...emptyReaderData(), watchlist: rows.value }) : rows;
};

export interface ReaderDataCalls {
  export(kind: Kind): Promise<Result<{ text: string; fileName: string }>>;
  preview(kind: Kind, text: string): Promise<Result<MergePreview>>;
  import(kind: Kind, text: string): Promise<Result<MergePreview>>;
}

/** Makes the calls over `store`. The token is in another table and never part of it. */
export function createReaderData(env: Env, store: Store): ReaderDataCalls {
  return {
    async export(kind) {
      const data = await store.run(readAll);
      if (!data.ok) return data;
      const text = kind === 'json' ? exportJson(data.value) : exportCsv(data.value.watchlist);
      return ok({ text, fileName: `roadmark-${new Date(env.now()).toISOString().slice(0, 10)}.${kind}` });
    },
    async preview(kind, text) {
      const theirs = parse(kind, text, env.now());
      if (!theirs.ok) return theirs;
      const mine = await store.run(readAll);
      return mine.ok ? ok(previewMerge(mine.value, theirs.value)) : mine;
    },
    async import(kind, text) {
      const theirs = parse(kind, text, env.now());
      if (!theirs.ok) return theirs;
      return store.run((db) =>
        db.transaction('rw', [db.watchlist, db.ownProjects, db.corrections, db.visits, db.settings], async () => {
          const mine = await readAll(db);
          const merged = mergeReaderData(mine, theirs.value);
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
          return previewMerge(mine, theirs.value);
        }),
      );
    },
  };
}
