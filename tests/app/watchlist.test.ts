import { describe, expect, it } from 'vitest';
import { NO_CHANGES } from '../../lib/domain/watch/changes.ts';
import { fail } from '../../lib/result.ts';
import { makeWorld } from './world.ts';

describe('createWatchlist', () => {
  it('keeps a project on the list that is not on record any more, and lets it be edited and removed', async () => {
    const { watchlist, reports } = makeWorld().services;
    await watchlist.set('vanished', true);
    await watchlist.set('alpha', true);
    const rows = async () => {
      const page = await watchlist.page(reports.known);
      return page.ok ? page.value.rows.map(({ row }) => [row.projectId, row.name, row.failure]) : page.failure.kind;
    };
    expect(await rows()).toEqual([
      ['alpha', 'Alpha', null],
      ['vanished', 'vanished', 'unknown-project'],
    ]);
    expect(await watchlist.edit('vanished', { notes: 'why?' })).toMatchObject({ ok: true });
    await watchlist.set('vanished', false);
    expect(await rows()).toEqual([['alpha', 'Alpha', null]]);
  });

  it('remembers what was told and what waits when a removal is undone, and forgets it once it was', async () => {
    const { services, store } = makeWorld();
    const { watchlist } = services;
    const state = { ...NO_CHANGES, code: 'steady' as const, pendingRoadmap: 'slipping' as const, toldMoves: ['a'] };
    for (const id of ['alpha', 'beta']) await watchlist.set(id, true);
    await store.run((db) => db.watchlist.update('alpha', { state }));
    const kept = () => store.run(async (db) => (await db.watchlist.get('alpha'))?.state);
    const list = await watchlist.list();
    const entry = list.ok && list.value.find(({ projectId }) => projectId === 'alpha');
    if (!entry) throw new Error('no entry');
    for (let round = 0; round < 2; round++) {
      await watchlist.set('alpha', false);
      await watchlist.set('beta', false);
      expect(await kept()).toEqual({ ok: true, value: undefined });
      await watchlist.restore(entry);
      expect(await kept()).toEqual({ ok: true, value: state });
    }
    // Watched anew instead of taken back: a start like any other.
    await watchlist.set('alpha', false);
    await watchlist.set('alpha', true);
    expect(await kept()).toEqual({ ok: true, value: undefined });
  });
});

describe('createOwnProjects', () => {
  it('keeps two own projects apart whose names make the same id', async () => {
    const { own, projects } = makeWorld().services;
    const bare = {
      id: '',
      aliases: [],
      symbol: null,
      domains: ['https://www.zebra.example/'],
      repos: [],
      orgs: [],
      sectors: [],
      updatedAt: 0,
    };
    // The last comes twice: its first answer did not arrive.
    for (const name of ['Zebra', 'zebra!', 'ZEBRA', 'ZEBRA']) await own.save({ ...bare, name });
    expect(await projects.own()).toMatchObject({
      value: [
        { id: 'own:zebra', name: 'Zebra', domains: ['zebra.example'] },
        { id: 'own:zebra-2', name: 'zebra!' },
        { id: 'own:zebra-3', name: 'ZEBRA' },
      ],
    });
  });
});

describe('createCorrections', () => {
  it('takes back what it could not write down', async () => {
    let full = true;
    const { corrections } = makeWorld({
      wrapStore: (store) => ({
        close: () => store.close(),
        run: (work) => (full ? Promise.resolve(fail('storage-blocked', 0)) : store.run(work)),
      }),
    }).services;
    const url = 'https://news.example/a';
    expect(await corrections.set('alpha', 'page', url, true)).toMatchObject({ ok: false });
    expect(await corrections.at(url)).toEqual(['alpha']);
    full = false;
    await corrections.set('alpha', 'page', url, false);
    expect(await corrections.at(url)).toEqual([]);
  });
});
