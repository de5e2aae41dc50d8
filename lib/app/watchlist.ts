/** What the reader keeps: watched projects, corrections, own projects; each change one transaction. */
import type { Correction, OwnProject, WatchEntry } from '../domain/keep/reader-data.ts';
import { ownId, readOwnProject } from '../domain/registry/own.ts';
import type { ProjectReport } from '../domain/signal.ts';
import { type ChangeState, NO_CHANGES, observe, readingOf } from '../domain/watch/changes.ts';
import { bareRow, watchRow } from '../domain/watch/row.ts';
import type { Env } from '../env.ts';
import type { RoadmarkDb, Store, WatchRecord } from '../io/db.ts';
import type { MuteScope, WatchPageData } from '../protocol.ts';
import { fail, ok, type Result } from '../result.ts';

/** Changes kept to tell: at one a day per ten projects a watchlist of 100 fills this in three months. */
const CHANGES_KEPT = 1000;
const VISIT_KEY = 'last-visit';
const REMOVED_KEY = 'removed-states';
/** Removals whose undo may still be asked for: more than a reader takes back. */
const REMOVED_KEPT = 10;

/** The part of a record that is the reader's own. */
export function entryOf({ state, ...entry }: WatchRecord): WatchEntry {
  void state;
  return entry;
}

export interface Watchlist {
  set(projectId: string, watched: boolean): Promise<Result<{ watched: boolean }>>;
  list(): Promise<Result<WatchEntry[]>>;
  edit(projectId: string, patch: Partial<WatchEntry>): Promise<Result<WatchEntry>>;
  restore(entry: WatchEntry): Promise<Result<null>>;
  /** Takes a read in; returns the changes that hold for two reads, each once. Only for watched projects. */
  observe(report: ProjectReport): Promise<Result<{ changes: number }>>;
  page(reportOf: (id: string) => Promise<Result<ProjectReport>>): Promise<Result<WatchPageData>>;
  visited(): Promise<Result<null>>;
}

/** What was told and waits of projects removed last, by id, oldest first: for the undo. */
type Removed = Record<string, ChangeState>;

/** Removes a project; what was told of it stays at hand for a while, so that an undo tells nothing twice. */
async function forget(db: RoadmarkDb, projectId: string): Promise<void> {
  const state = (await db.watchlist.get(projectId))?.state;
  await db.watchlist.delete(projectId);
  if (!state) return;
  const { [projectId]: _, ...others } = ((await db.meta.get(REMOVED_KEY))?.value ?? {}) as Removed;
  const value = Object.fromEntries([...Object.entries(others), [projectId, state]].slice(-REMOVED_KEPT));
  await db.meta.put({ key: REMOVED_KEY, value });
}

/** Makes the watchlist over `store`; `onChanges` is called when confirmed changes were written down. */
export function createWatchlist(env: Env, store: Store, onChanges: () => void = () => {}): Watchlist {
  const done = (result: Result<unknown>): Result<null> => (result.ok ? ok(null) : result);
  return {
    async set(projectId, watched) {
      const now = env.now();
      const fresh = { projectId, addedAt: now, updatedAt: now, tags: [], notes: '', archived: false, notify: true };
      const written = await store.run((db) =>
        db.transaction('rw', db.watchlist, db.meta, async () => {
          if (!watched) await forget(db, projectId);
          else if (!(await db.watchlist.get(projectId))) await db.watchlist.add(fresh);
        }),
      );
      return written.ok ? ok({ watched }) : written;
    },
    async list() {
      const rows = await store.run((db) => db.watchlist.orderBy('addedAt').toArray());
      return rows.ok ? ok(rows.value.map(entryOf)) : rows;
    },
    async edit(projectId, patch) {
      const now = env.now();
      const written = await store.run((db) =>
        db.transaction('rw', db.watchlist, async () => {
          const row = await db.watchlist.get(projectId);
          if (!row) return null;
          const next = { ...row, ...patch, projectId, addedAt: row.addedAt, updatedAt: now };
          await db.watchlist.put(next);
          return entryOf(next);
        }),
      );
      if (!written.ok) return written;
      return written.value ? ok(written.value) : fail('unknown-project', now, { subject: projectId });
    },
    restore: async (entry) =>
      done(
        await store.run((db) =>
          db.transaction('rw', db.watchlist, db.meta, async () => {
            const { [entry.projectId]: kept, ...others } = ((await db.meta.get(REMOVED_KEY))?.value ?? {}) as Removed;
            const state = (await db.watchlist.get(entry.projectId))?.state ?? kept;
            if (kept) await db.meta.put({ key: REMOVED_KEY, value: others });
            await db.watchlist.put({ ...entry, ...(state && { state }) });
          }),
        ),
      ),
    async observe(report) {
      const seen = await observeReport(env, store, report);
      if (seen.ok && seen.value.changes > 0) onChanges();
      return seen;
    },
    page: (reportOf) => pageData(store, reportOf),
    visited: async () => done(await store.run((db) => db.meta.put({ key: VISIT_KEY, value: env.now() }))),
  };
}

async function observeReport(env: Env, store: Store, report: ProjectReport): Promise<Result<{ changes: number }>> {
  const now = env.now();
  return store.run((db) =>
    db.transaction('rw', db.watchlist, db.changes, async () => {
      const row = await db.watchlist.get(report.projectId);
      if (!row) return { changes: 0 };
      const { state, changes } = observe(row.state ?? NO_CHANGES, readingOf(report, now));
      await db.watchlist.put({ ...row, state });
      await db.changes.bulkAdd(changes.map((change) => ({ projectId: report.projectId, at: now, change })));
      const over = (await db.changes.count()) - CHANGES_KEPT;
      if (over > 0) await db.changes.bulkDelete(await db.changes.orderBy('id').limit(over).primaryKeys());
      return { changes: changes.length };
    }),
  );
}

/** Reports asked for together: each waits for the database some six times, and the waits of many pass at once. */
const AT_ONCE = 100;

async function pageData(
  store: Store,
  reportOf: (id: string) => Promise<Result<ProjectReport>>,
): Promise<Result<WatchPageData>> {
  const read = await store.run(async (db) => ({
    records: await db.watchlist.orderBy('addedAt').toArray(),
    changes: await db.changes.orderBy('id').reverse().toArray(),
    visit: (await db.meta.get(VISIT_KEY))?.value,
  }));
  if (!read.ok) return read;
  const { records, changes } = read.value;
  const lastVisitAt = typeof read.value.visit === 'number' ? read.value.visit : null;
  const lastChange = new Map<string, number>();
  for (const change of changes) {
    if (!lastChange.has(change.projectId)) lastChange.set(change.projectId, change.at);
  }
  const rows: WatchPageData['rows'] = [];
  const names = new Map<string, string>();
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const some = records.slice(from, from + AT_ONCE);
    const reports = await Promise.all(some.map(({ projectId }) => reportOf(projectId)));
    some.forEach((record, i) => {
      const report = reports[i] as Result<ProjectReport>;
      const entry = entryOf(record);
      const changedAt = lastChange.get(record.projectId) ?? null;
      const row = report.ok ? watchRow(entry, report.value, changedAt) : bareRow(entry, report.failure.kind, changedAt);
      names.set(record.projectId, row.name);
      rows.push({ row, entry });
    });
  }
  const told = changes
    .filter((change) => names.has(change.projectId) && change.at > (lastVisitAt ?? 0))
    .map(({ projectId, change }) => ({ projectId, name: names.get(projectId) as string, change }));
  return ok({ rows, changes: told, lastVisitAt });
}

export interface Corrections {
  set(projectId: string, scope: MuteScope, url: string, muted: boolean): Promise<Result<null>>;
  /** Ids muted at an address. Never fails: what can't be read is what was said since the start. */
  at(url: string): Promise<string[]>;
  list(): Promise<Result<Correction[]>>;
}

/** The place that a correction speaks of: an address without fragment, a host, or "" for everywhere. */
export function placeOf(scope: MuteScope, url: string): string {
  if (scope === 'everywhere' || !URL.canParse(url)) return '';
  const parsed = new URL(url);
  parsed.hash = '';
  return scope === 'site' ? parsed.hostname : parsed.href;
}

/** Makes the corrections ("not this project") over `store`, with what this worker was told in memory. */
export function createCorrections(env: Env, store: Store): Corrections {
  const unsaved: Correction[] = [];
  return {
    async set(projectId, scope, url, muted) {
      const row: Correction = { projectId, scope, where: placeOf(scope, url), at: env.now() };
      const written = await store.run(async (db) => {
        if (muted) await db.corrections.put(row);
        else await db.corrections.delete([projectId, scope, row.where]);
      });
      // What is said now stands over what could not be written before.
      const before = unsaved.findIndex((u) => u.projectId === projectId && u.scope === scope && u.where === row.where);
      if (before >= 0) unsaved.splice(before, 1);
      if (!written.ok && muted) unsaved.push(row);
      return written.ok ? ok(null) : written;
    },
    async at(url) {
      const rows = await store.run((db) => db.corrections.toArray());
      const all = [...(rows.ok ? rows.value : []), ...unsaved];
      return [...new Set(all.filter((row) => row.where === placeOf(row.scope, url)).map((row) => row.projectId))];
    },
    list: () => store.run((db) => db.corrections.toArray()),
  };
}

export interface OwnProjects {
  save(project: OwnProject): Promise<Result<OwnProject>>;
  remove(id: string): Promise<Result<null>>;
}

/** The reader's own projects. An empty id makes a new one from the name, never one that another project has; sent twice, the same. */
export function createOwnProjects(env: Env, store: Store): OwnProjects {
  return {
    async save(typed) {
      const read = readOwnProject(typed, env.now());
      if (!read.ok) return read;
      return store.run((db) =>
        db.transaction('rw', db.ownProjects, async () => {
          const id = typed.id || freeId(read.value, await db.ownProjects.toArray());
          const made = { ...read.value, id, updatedAt: env.now() };
          await db.ownProjects.put(made);
          return made;
        }),
      );
    },
    async remove(id) {
      const removed = await store.run((db) => db.ownProjects.delete(id));
      return removed.ok ? ok(null) : removed;
    },
  };
}

/** "Foo!" and "Foo" make the same id: the second is told apart by a number. What is there already word for word keeps its own. */
function freeId(project: OwnProject, there: readonly OwnProject[]): string {
  const first = ownId(project.name);
  const said = (one: OwnProject) => JSON.stringify({ ...one, id: '', updatedAt: 0 }, Object.keys(one).sort());
  for (let id = first, nth = 2; ; id = `${first}-${nth++}`) {
    const taken = there.find((one) => one.id === id);
    if (!taken || said(taken) === said(project)) return id;
  }
}
