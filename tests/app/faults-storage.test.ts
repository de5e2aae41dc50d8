/** Faults of the database and of the browser around it: what goes on, and what is kept. */
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { DB_NAME } from '../../lib/io/db.ts';
import type { FailureKind } from '../../lib/result.ts';
import { turn } from '../turn.ts';
import { META } from './fault-rows.ts';
import { github, json, makeWorld, NOW, repoAnswer, type TestWorld } from './world.ts';

const figure = (report: ProjectReport | null, id: string) => report?.code.signals.find((s) => s.id === id);
async function read(world: TestWorld, services = world.services): Promise<ProjectReport | null> {
  const result = await services.reports.live('alpha', 'card');
  return result.ok ? result.value : null;
}

describe('fault matrix: storage', () => {
  const failing = (name: string) => ({
    wrapStore: (store: TestWorld['store']) => ({
      ...store,
      run: async () => ({ ok: false as const, failure: { kind: name as FailureKind, at: NOW } }),
    }),
  });

  it.each(['storage-full', 'storage-blocked'] as const)(
    'goes on from memory when the database says %s',
    async (kind) => {
      const world = makeWorld(failing(kind));
      const report = await read(world);
      expect(figure(report, 'active-developers')?.value).toBe(12);
      expect(report?.failures.map((f) => f.kind)).toContain(kind);
      expect(await world.services.watchlist.set('alpha', true)).toMatchObject({ ok: false, failure: { kind } });
      const asked = world.env.asked.length;
      await read(world);
      expect(world.env.asked.length).toBe(asked);
      const log = await world.services.log.list(100);
      expect(log.ok && log.value.length).toBe(asked);
    },
  );

  it('opens again after the database was deleted under the worker', async () => {
    const world = makeWorld();
    await read(world);
    await world.services.watchlist.set('alpha', true);
    await new Promise((resolve, reject) => {
      const request = world.idb.deleteDatabase(DB_NAME);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    const report = await read(world);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    expect(await world.services.watchlist.set('beta', true)).toMatchObject({ ok: true });
    expect(await world.services.watchlist.list()).toMatchObject({ value: [{ projectId: 'beta' }] });
  });

  it('refuses a database of a newer version, keeps it, and goes on', async () => {
    const idb = new IDBFactory();
    await new Promise((resolve) => {
      const request = idb.open(DB_NAME, 9_990);
      request.onupgradeneeded = () => request.result.createObjectStore('watchlist', { keyPath: 'projectId' });
      request.onsuccess = () => {
        request.result.close();
        resolve(null);
      };
    });
    const world = makeWorld({ idb });
    const report = await read(world);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    expect(report?.failures.map((f) => f.kind)).toContain('storage-blocked');
    expect(await idb.databases()).toMatchObject([{ version: 9_990 }]);
  });

  it('takes a damaged row as absent', async () => {
    const world = makeWorld();
    for (const value of [null, 5, 'x', { read: null }]) {
      await world.store.run((db) =>
        db.cache.put({ key: 'facts:alpha/core:contributors', request: '', etag: null, readAt: NOW, value }),
      );
      const report = await world.reborn().reports.live('alpha', 'card');
      expect(figure(report.ok ? report.value : null, 'active-developers')?.value).toBe(12);
    }
  });
});

describe('two windows at once', () => {
  it('reads once', async () => {
    const world = makeWorld();
    const other = world.reborn();
    const [a, b] = [world.services.reports.live('alpha', 'card'), other.reports.live('alpha', 'card')];
    await Promise.all([a, b]);
    const meta = world.env.asked.filter(({ url }) => url.endsWith(META));
    expect(meta.length).toBe(1);
  });

  it('shares one flight within a worker', async () => {
    const world = makeWorld();
    await Promise.all(Array.from({ length: 20 }, () => world.services.reports.live('alpha', 'card')));
    expect(world.env.asked.filter(({ url }) => url.endsWith(META)).length).toBe(1);
  });
});

describe('extension disabled and enabled', () => {
  it('goes on at once: the leases of the worker that was switched off are nobody’s', async () => {
    let hang = true;
    const world = makeWorld({
      host: github((url) => (hang && url.pathname === META ? new Promise<Response>(() => {}) : undefined)),
    });
    void world.services.reports.live('alpha', 'card');
    while (world.env.asked.length === 0) await turn();
    expect((await world.services.jobs.list()).map((job) => job.key)).toEqual(['read:alpha']);
    // Switched off in the middle of its request; switched on a second later, long before the lease would end.
    hang = false;
    world.env.at += 1000;
    const next = world.reborn(true);
    await next.refresh.round();
    const report = await next.reports.known('alpha');
    expect(figure(report.ok ? report.value : null, 'active-developers')?.value).toBe(12);
    expect(await next.jobs.list()).toEqual([]);
  });
});

describe('a private window', () => {
  it('shows the same figures and leaves nothing: no row, no job, no log', async () => {
    const world = makeWorld({
      host: github((url) => (url.pathname === META ? json(repoAnswer('alpha/core')) : undefined)),
    });
    const report = await world.services.privateReports.live('alpha', 'card');
    expect(figure(report.ok ? report.value : null, 'active-developers')?.value).toBe(12);
    const rows = await world.store.run(async (db) => [
      await db.cache.count(),
      await db.jobs.count(),
      await db.requestLog.count(),
    ]);
    expect(rows).toEqual({ ok: true, value: [0, 0, 0] });
  });
});
