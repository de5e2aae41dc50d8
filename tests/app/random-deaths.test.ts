/**
 * Two hundred operations on what the reader keeps, while the worker dies at random points: before the database hears of the
 * work, between two writes of one transaction, or after it is done and before anybody is told. What was confirmed stands; what was
 * under way is there whole or not at all; nothing stands twice.
 */
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, it } from 'vitest';
import type { Services } from '../../lib/app/services.ts';
import type { CodeVerdict } from '../../lib/domain/signal.ts';
import { takeFile } from './kept-file.ts';
import { makeWorld, type TestWorld } from './world.ts';

const OPERATIONS = 200;
const SEEDS = [7, 2026];
/** About every third operation meets a death: 200 operations see some 60 of them. */
const MOST_STEPS = 14;

/** mulberry32: a small generator whose numbers a seed repeats. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Killed extends Error {
  override name = 'Killed';
}

const { put, add, delete: remove } = IDBObjectStore.prototype;
/** The living worker's remaining steps; every call of its database and every single write is one. */
let steps = Number.POSITIVE_INFINITY;
/** A write throws where the worker dies: its transaction is never committed, as when the process ends. */
function mortalWrites(): void {
  const mortal = <A extends unknown[], R>(write: (...args: A) => R) =>
    function (this: unknown, ...args: A): R {
      if (--steps < 0) throw new Killed();
      return write.apply(this as never, args);
    };
  Object.assign(IDBObjectStore.prototype, { put: mortal(put), add: mortal(add), delete: mortal(remove) });
}
afterEach(() => {
  steps = Number.POSITIVE_INFINITY;
  Object.assign(IDBObjectStore.prototype, { put, add, delete: remove });
});

/** A worker on the disk that hears of nothing once its steps are used up. `underWay`: what its database has not ended yet. */
function born(idb: TestWorld['idb'], died: () => void, underWay: Set<Promise<unknown>>): TestWorld {
  return makeWorld({
    idb,
    wrapStore: (store) => ({
      ...store,
      run: async (work) => {
        const silence = () => {
          died();
          return new Promise<never>(() => {});
        };
        if (--steps < 0) return silence();
        try {
          const running = store.run(work);
          underWay.add(running);
          const result = await running.finally(() => underWay.delete(running));
          return --steps < 0 ? silence() : result;
        } catch (error) {
          if ((error as Error).name === 'Killed' || steps < 0) return silence();
          throw error;
        }
      },
    }),
  });
}

interface Op {
  name: string;
  run(services: Services): Promise<unknown>;
}
const IDS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
let reads = 0;

function operation(random: () => number, n: number): Op {
  const id = IDS[Math.floor(random() * IDS.length)] as string;
  const pick = random();
  const entry = {
    projectId: id,
    addedAt: n,
    updatedAt: n,
    tags: [`r${n}`],
    notes: `restored ${n}`,
    archived: false,
    notify: true,
  };
  if (pick < 0.25) return { name: `watch ${id}`, run: (s) => s.watchlist.set(id, true) };
  if (pick < 0.35) return { name: `drop ${id}`, run: (s) => s.watchlist.set(id, false) };
  if (pick < 0.6)
    return { name: `edit ${id}`, run: (s) => s.watchlist.edit(id, { notes: `note ${n}`, tags: [`t${n}`] }) };
  if (pick < 0.7) return { name: `restore ${id}`, run: (s) => s.watchlist.restore(entry) };
  if (pick < 0.8) {
    const rows = IDS.map((projectId) => ({ ...entry, projectId, addedAt: 1, updatedAt: 9e12 + n }));
    const file = {
      format: 'roadmark-reader-data',
      version: 1,
      watchlist: rows,
      ownProjects: [],
      corrections: [],
      visits: [],
      settings: {},
    };
    return { name: 'import', run: (s) => takeFile('json', JSON.stringify(file), s.readerData.import) };
  }
  if (pick < 0.9)
    return { name: `mute ${id}`, run: (s) => s.corrections.set(id, 'page', `https://a.example/${n}`, true) };
  const verdict: CodeVerdict = n % 2 ? 'falling' : 'steady';
  return {
    name: `observe ${id}`,
    run: async (s) => {
      const known = await s.reports.known(id);
      if (known.ok)
        await s.watchlist.observe({ ...known.value, code: { ...known.value.code, verdict, asOf: ++reads } });
    },
  };
}

/** Everything the reader made and was told, as one text; the times of machine-made stamps left out. */
async function everything(world: TestWorld): Promise<string> {
  const all = await world.store.run(async (db) => ({
    watchlist: (await db.watchlist.toArray()).map(({ addedAt: _, updatedAt: __, ...row }) => row),
    corrections: (await db.corrections.toArray()).map(({ at: _, ...row }) => row),
    changes: (await db.changes.toArray()).map(({ at: _, id: __, change: { at: ___, ...change }, ...row }) => ({
      ...row,
      change,
    })),
  }));
  if (!all.ok) throw new Error(all.failure.kind);
  return JSON.stringify(all.value);
}

/** The same disk, with the operation done whole by a worker that nobody kills: what "whole" looks like. */
async function copyWith(world: TestWorld, op: Op): Promise<string> {
  const tables = await world.store.run(async (db) =>
    Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
  const other = makeWorld();
  other.env.at = world.env.at;
  if (!tables.ok) throw new Error(tables.failure.kind);
  await other.store.run(async (db) => {
    for (const [name, rows] of tables.value) await db.table(name).bulkPut([...rows]);
  });
  await op.run(other.services);
  const state = await everything(other);
  other.store.close();
  return state;
}

it.each(SEEDS)(
  '200 operations with random deaths lose and double nothing (seed %i)',
  async (seed) => {
    const random = randomOf(seed);
    const { idb } = makeWorld();
    let deaths = 0;
    let undone = 0;
    for (let n = 0; n < OPERATIONS; n++) {
      const op = operation(random, n);
      const calm = makeWorld({ idb });
      const before = await everything(calm);
      const readsBefore = reads;
      const whole = await copyWith(calm, op);
      reads = readsBefore;
      calm.store.close();

      mortalWrites();
      steps = Math.floor(random() * MOST_STEPS);
      let died = () => {};
      const dead = new Promise<'dead'>((resolve) => {
        died = () => resolve('dead');
      });
      const underWay = new Set<Promise<unknown>>();
      const world = born(idb, () => died(), underWay);
      const end = await Promise.race([dead, op.run(world.services).then(() => 'told' as const)]);
      // What it did beside that dies with it: a dead worker writes nothing later on.
      await Promise.allSettled(underWay);
      steps = Number.POSITIVE_INFINITY;
      Object.assign(IDBObjectStore.prototype, { put, add, delete: remove });
      world.store.close();

      const next = makeWorld({ idb });
      const after = await everything(next);
      next.store.close();
      if (end === 'told') expect(after, `operation ${n}, ${op.name}: it was confirmed`).toBe(whole);
      else {
        deaths++;
        if (after === before) undone++;
        expect([before, whole], `operation ${n}, ${op.name}: whole or not at all`).toContain(after);
      }
    }
    // The test itself: deaths came, before and after the work was done.
    expect(deaths).toBeGreaterThan(20);
    expect(undone).toBeGreaterThan(5);
    expect(deaths - undone).toBeGreaterThan(5);
  },
  120_000,
);
