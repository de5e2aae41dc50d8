import { describe, expect, it } from 'vitest';
import { savedText, takeFile } from './kept-file.ts';
import { OWN, PAGE, setUp } from './serve-kit.ts';

describe('createServer, what the reader keeps', () => {
  it('tells a card the sectors that the reader gave a project, in and out of a backup', async () => {
    const { ask } = setUp();
    const draft = await ask('own.draft', { id: 'alpha' });
    if (!draft.ok) throw new Error('no draft');
    await ask('own.save', { project: { ...draft.value, sectors: ['restaking', 'ai'] } });
    const sectors = async () => {
      const report = await ask('report.known', { projectId: 'alpha' }, PAGE);
      return report.ok && report.value.sectors;
    };
    expect(await sectors()).toEqual(['restaking', 'ai']);
    const backup = await ask('data.read', null);
    if (!backup.ok) throw new Error('no backup');
    await ask('own.remove', { id: 'alpha' });
    expect(await sectors()).not.toEqual(['restaking', 'ai']);
    await ask('data.import', { data: backup.value });
    expect(await sectors()).toEqual(['restaking', 'ai']);
  });

  it('watches, lists, edits, removes and restores', async () => {
    const { ask } = setUp();
    expect(await ask('watch.set', { projectId: 'alpha', watched: true }, PAGE)).toEqual({
      ok: true,
      value: { watched: true },
    });
    expect(await ask('report.known', { projectId: 'alpha' })).toMatchObject({ value: { watched: true } });
    expect(await ask('watch.edit', { projectId: 'alpha', patch: { tags: ['l2'], notes: '*' } })).toMatchObject({
      value: { tags: ['l2'], notes: '*' },
    });
    await ask('watch.set', { projectId: 'alpha', watched: true }, PAGE);
    const page = await ask('watch.rows', null);
    expect(page).toMatchObject({
      value: { rows: [{ entry: { projectId: 'alpha', tags: ['l2'] } }], lastVisitAt: null },
    });
    const entry = page.ok ? page.value.rows[0]?.entry : undefined;
    await ask('watch.set', { projectId: 'alpha', watched: false });
    expect(await ask('watch.rows', null)).toMatchObject({ value: { rows: [] } });
    await ask('watch.restore', { entry: entry as never });
    expect(await ask('watch.rows', null)).toMatchObject({ value: { rows: [{ entry: { projectId: 'alpha' } }] } });
    expect(await ask('watch.set', { projectId: 'nobody', watched: true })).toMatchObject({
      failure: { kind: 'unknown-project' },
    });
  });

  it('writes nothing down that comes from a private window, but answers there', async () => {
    const { world, ask } = setUp();
    const secret = { ...PAGE, private: true };
    expect(await ask('watch.set', { projectId: 'alpha', watched: true }, secret)).toMatchObject({
      failure: { kind: 'private-window' },
    });
    // The keyboard command in a private window speaks as the extension itself.
    expect(await ask('site.set', { host: 'alpha.example', off: true }, { ...OWN, private: true })).toMatchObject({
      failure: { kind: 'private-window' },
    });
    const live = await ask('report.live', { projectId: 'alpha', reason: 'card' }, secret);
    expect(live).toMatchObject({ ok: true });
    expect(live.ok && live.value.code.signals.find((s) => s.id === 'active-developers')?.value).toBe(12);
    expect(await ask('requests.list', { limit: 10 })).toEqual({ ok: true, value: [] });
    expect(await ask('cache.size', null)).toMatchObject({ value: { rows: 0 } });
    expect(await ask('recent.list', null)).toEqual({ ok: true, value: [] });
    expect(await world.services.jobs.list()).toEqual([]);
  });

  it('takes own projects into search and detection at once', async () => {
    const { ask } = setUp();
    const own = {
      id: '',
      name: 'Zebra Chain',
      aliases: [],
      symbol: null,
      domains: ['https://zebra.example/'],
      repos: ['https://github.com/zebra/chain/', 'zebra'],
      orgs: [],
      sectors: [],
      updatedAt: 0,
    };
    const saved = await ask('own.save', { project: own });
    expect(saved).toMatchObject({
      ok: true,
      value: { id: 'own:zebra-chain', repos: ['zebra/chain'], orgs: ['zebra'] },
    });
    expect(await ask('registry.search', { query: 'zebra', limit: 5 })).toMatchObject({
      value: [{ projectId: 'own:zebra-chain' }],
    });
    expect(await ask('page.lookup', { url: 'https://zebra.example/', keys: [] }, PAGE)).toMatchObject({
      value: { identity: { projectId: 'own:zebra-chain' } },
    });
    await ask('own.remove', { id: 'own:zebra-chain' });
    expect(await ask('registry.search', { query: 'zebra', limit: 5 })).toEqual({ ok: true, value: [] });
  });

  it('gives what is on record of a project to be corrected, and the correction wins until it is removed', async () => {
    const { ask } = setUp();
    const draft = await ask('own.draft', { id: 'alpha' });
    if (!draft.ok) throw new Error(draft.failure.kind);
    expect(draft.value).toMatchObject({ id: 'alpha', domains: ['alpha.example'] });
    await ask('own.save', { project: { ...draft.value, name: 'Alpha Prime', domains: ['prime.example'] } });
    const at = (url: string) => ask('page.lookup', { url, keys: [] }, PAGE);
    expect(await at('https://prime.example/')).toMatchObject({ value: { identity: { projectId: 'alpha' } } });
    expect(await at('https://alpha.example/')).toMatchObject({ value: { identity: null } });
    await ask('own.remove', { id: 'alpha' });
    expect(await at('https://alpha.example/')).toMatchObject({ value: { identity: { projectId: 'alpha' } } });
    expect(await ask('own.draft', { id: 'nobody' })).toMatchObject({ ok: false, failure: { kind: 'unknown-project' } });
  });

  it('exports and imports the same bytes, and never the token', async () => {
    const { ask } = setUp();
    const token = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
    expect(await ask('token.set', { token })).toMatchObject({
      ok: true,
      value: { left: 4990, limit: 5000, problem: null },
    });
    await ask('watch.set', { projectId: 'alpha', watched: true });
    await ask('settings.patch', { theme: 'dark' });
    const text = await savedText('json', () => ask('data.read', null));
    expect(text).toContain('alpha');
    expect(text).not.toContain('github_pat');
    const other = setUp();
    expect(await takeFile('json', text, (data) => other.ask('data.import', { data }))).toMatchObject({
      ok: true,
      value: { watchlist: { added: 1 } },
    });
    expect(await savedText('json', () => other.ask('data.read', null))).toBe(text);
  });
});
