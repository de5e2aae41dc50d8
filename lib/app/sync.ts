/**
 * Optional sync of ids and tags through the account storage. One run reads the account, brings both sides together in one
 * transaction here, and writes what differs there. Whatever dies or tears in between, the next run starts from what both sides hold:
 * rows are only ever joined, the newest of each field stands, and a row that is missing over there says nothing.
 */
import type { WatchEntry } from '../domain/keep/reader-data.ts';
import {
  decodeSync,
  dropOldTombstones,
  encodeSync,
  keepWatched,
  mergeSync,
  SYNC_PREFIX,
  type SyncState,
  withLocal,
} from '../domain/keep/sync.ts';
import type { Env } from '../env.ts';
import type { RoadmarkDb, Store, SyncedRecord } from '../io/db.ts';
import type { SyncArea } from '../io/sync-area.ts';
import type { SyncStatus } from '../protocol.ts';
import { type Failure, ok, type Result } from '../result.ts';
import { entryOf } from './watchlist.ts';

/** Edits and the account's own news come in bursts: one run for all that came within this time. */
const SETTLE_MS = 3_000;
/** Two writes at most in ten seconds: 720 an hour, where Chrome takes 1,800, and 12 a minute of its 120. */
const WRITE_GAP_MS = 10_000;
const SYNC_KEY = 'sync';

interface Kept extends SyncStatus {
  /** Not yet brought together since it was switched on. */
  first: boolean;
}
const OFF: Kept = { on: false, at: null, rows: 0, bytes: 0, failure: null, first: true };

export interface Sync {
  status(): Promise<Result<SyncStatus>>;
  set(on: boolean): Promise<Result<SyncStatus>>;
  /** Switches off and takes our items out of the account. */
  forget(): Promise<Result<SyncStatus>>;
  /** One run now; does nothing while switched off. */
  run(): Promise<Result<SyncStatus>>;
  /** Something changed on one side: a run soon. */
  poke(): void;
}

/** Whether a key of the account storage is ours. */
export const isSyncKey = (key: string) => key.startsWith(SYNC_PREFIX);

const keptOf = async (db: RoadmarkDb): Promise<Kept> => ({
  ...OFF,
  ...((await db.meta.get(SYNC_KEY))?.value as Partial<Kept> | undefined),
});
const publicOf = ({ first: _, ...status }: Kept): SyncStatus => status;

/** Brings the watchlist to `merged`; returns how many rows of it changed. */
async function apply(db: RoadmarkDb, merged: SyncState, agreed: Map<string, SyncedRecord>): Promise<number> {
  const records = new Map((await db.watchlist.toArray()).map((record) => [record.projectId, record]));
  let changed = 0;
  const rows: SyncedRecord[] = [];
  for (const [projectId, row] of merged) {
    const record = records.get(projectId);
    const { watchedAt, tagsAt, tags } = row;
    const taken = agreed.get(projectId)?.entry;
    if (row.watched && !record) {
      const fresh: WatchEntry = {
        projectId,
        addedAt: watchedAt,
        updatedAt: tagsAt,
        tags,
        notes: '',
        archived: false,
        notify: true,
      };
      // It comes back: the notes that this machine had on it come back with it.
      await db.watchlist.put({ ...fresh, ...taken, tags, addedAt: watchedAt });
      changed++;
    } else if (
      row.watched &&
      record &&
      (record.tags.join('\n') !== tags.join('\n') || (taken?.notes && !record.notes))
    ) {
      const notes = record.notes || (taken?.notes ?? '');
      await db.watchlist.put({ ...record, notes, tags, updatedAt: Math.max(record.updatedAt, tagsAt) });
      changed++;
    } else if (!row.watched && record) {
      await db.watchlist.delete(projectId);
      changed++;
    }
    const entry = row.watched ? undefined : record ? entryOf(record) : taken;
    rows.push({ projectId, ...row, ...(entry ? { entry } : {}) });
  }
  await db.synced.clear();
  await db.synced.bulkPut(rows);
  return changed;
}

interface Joined {
  merged: SyncState;
  changed: number;
}

/** Joins both sides here; null while switched off. */
async function join(db: RoadmarkDb, theirs: SyncState, now: number): Promise<Joined | null> {
  return db.transaction('rw', db.watchlist, db.synced, db.meta, async () => {
    const kept = await keptOf(db);
    if (!kept.on) return null;
    const agreed = new Map((await db.synced.toArray()).map((row) => [row.projectId, row]));
    const state: SyncState = new Map(
      [...agreed].map(([id, { watched, watchedAt, tags, tagsAt }]) => [id, { watched, watchedAt, tags, tagsAt }]),
    );
    const local = withLocal(state, await db.watchlist.toArray(), now);
    const mine = kept.first ? keepWatched(local, theirs) : local;
    const merged = dropOldTombstones(mergeSync(mine, theirs), now);
    const changed = await apply(db, merged, agreed);
    await db.meta.put({ key: SYNC_KEY, value: { ...kept, first: false } });
    return { merged, changed };
  });
}

interface SyncParts {
  env: Env;
  store: Store;
  area: SyncArea;
  onChanged?(): void;
}

/** Changes what is noted of the sync itself, and tells it. */
const noteIn = (store: Store, edit: (kept: Kept) => Kept): Promise<Result<SyncStatus>> =>
  store.run((db) =>
    db.transaction('rw', db.meta, async () => {
      const next = edit(await keptOf(db));
      await db.meta.put({ key: SYNC_KEY, value: next });
      return publicOf(next);
    }),
  );

/** Forgets what was agreed, and that anything was. */
const switchOff = (store: Store): Promise<Result<SyncStatus>> =>
  store.run((db) =>
    db.transaction('rw', db.synced, db.meta, async () => {
      await db.synced.clear();
      await db.meta.put({ key: SYNC_KEY, value: OFF });
      return publicOf(OFF);
    }),
  );

/** Writes to the account: sets what differs, removes what is not needed any more; foreign keys are left alone. */
function writer({ env, area }: SyncParts) {
  let wroteAt = Number.NEGATIVE_INFINITY;
  return async (wanted: Record<string, string>, there: Record<string, unknown>): Promise<Result<null>> => {
    const set = Object.fromEntries(Object.entries(wanted).filter(([key, text]) => there[key] !== text));
    const gone = Object.keys(there).filter((key) => isSyncKey(key) && !(key in wanted));
    if (Object.keys(set).length === 0 && gone.length === 0) return ok(null);
    const since = env.now() - wroteAt;
    if (since >= 0 && since < WRITE_GAP_MS) await env.wait(WRITE_GAP_MS - since);
    wroteAt = env.now();
    const done = Object.keys(set).length > 0 ? await area.set(set) : ok(null);
    return done.ok && gone.length > 0 ? area.remove(gone) : done;
  };
}

/** Bytes that the account counts for our items. */
function bytesOf(items: Record<string, string>): number {
  const encoder = new TextEncoder();
  return Object.entries(items).reduce(
    (sum, [key, text]) => sum + key.length + encoder.encode(JSON.stringify(text)).length,
    0,
  );
}

/** One exchange with the account, both ways. */
function exchange(parts: SyncParts) {
  const { env, store, area } = parts;
  const write = writer(parts);
  const noteFailure = (failure: Failure) => noteIn(store, (old) => ({ ...old, failure }));
  return async (): Promise<Result<SyncStatus>> => {
    const kept = await store.run(keptOf);
    if (!kept.ok) return kept;
    if (!kept.value.on) return ok(publicOf(kept.value));
    const there = await area.get();
    if (!there.ok) return noteFailure(there.failure);
    const joined = await store.run((db) => join(db, decodeSync(there.value).state, env.now()));
    if (!joined.ok) return joined;
    if (!joined.value) return ok(publicOf(kept.value));
    if (joined.value.changed > 0) parts.onChanged?.();
    const items = encodeSync(joined.value.merged, env.now());
    if (!items.ok) return noteFailure(items.failure);
    const done = await write(items.value, there.value);
    if (!done.ok) return noteFailure(done.failure);
    const bytes = bytesOf(items.value);
    const rows = [...joined.value.merged.values()].filter(({ watched }) => watched).length;
    return noteIn(store, (old) => ({ ...old, at: env.now(), rows, bytes, failure: null }));
  };
}

/** One after the other, so that no run reads what another is about to write. */
function oneAfterOther() {
  let running: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = running.then(work, work);
    running = next.catch(() => {});
    return next;
  };
}

/** Makes the sync. `onChanged` is called when the account changed the watchlist here. */
export function createSync(parts: SyncParts): Sync {
  const { env, store, area } = parts;
  const attempt = exchange(parts);
  const queue = oneAfterOther();
  let waiting = false;
  const off = () => switchOff(store);
  return {
    status: async () => {
      const kept = await store.run(keptOf);
      return kept.ok ? ok(publicOf(kept.value)) : kept;
    },
    async set(on) {
      if (!on) return queue(off);
      const noted = await noteIn(store, (old) => (old.on ? old : { ...OFF, on: true }));
      return noted.ok ? queue(attempt) : noted;
    },
    async forget() {
      const done = await queue(off);
      if (!done.ok) return done;
      const there = await area.get();
      const gone = there.ok ? await area.remove(Object.keys(there.value).filter(isSyncKey)) : there;
      return gone.ok ? done : ok({ ...done.value, failure: gone.failure });
    },
    run: () => queue(attempt),
    poke() {
      if (waiting) return;
      waiting = true;
      const settled = env.wait(SETTLE_MS).then(() => {
        waiting = false;
        return queue(attempt);
      });
      void settled.catch((error) => console.error('sync', error));
    },
  };
}
