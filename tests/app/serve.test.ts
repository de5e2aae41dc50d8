import { describe, expect, it } from 'vitest';
import { isOff } from '../../lib/app/serve-scripts.ts';
import { OWN, PAGE, serverOf, setUp } from './serve-kit.ts';
import { makeWorld, project } from './world.ts';

describe('createServer', () => {
  it.each([
    ['an unknown name', { name: 'no.such', request: null }],
    ['a name of Object itself', { name: 'constructor', request: null }],
    ['no name', {}],
    ['nothing', null],
    ['a wrong shape', { name: 'page.lookup', request: { url: 5, keys: 'x' } }],
    [
      'more keys than a page has',
      { name: 'page.lookup', request: { url: 'https://a.example', keys: Array(60_000).fill(1) } },
    ],
    ['a setting that does not exist in that form', { name: 'settings.patch', request: { maxBadges: -4 } }],
  ])('refuses %s', async (_, message) => {
    const { serve } = setUp();
    expect(await serve(message, OWN)).toMatchObject({ ok: false, failure: { kind: 'invalid-input' } });
  });

  it('gives content scripts nothing of what the reader keeps', async () => {
    const { ask } = setUp();
    for (const name of ['watch.rows', 'requests.list', 'token.status', 'data.read', 'mute.list'] as const) {
      const request = (name === 'requests.list' ? { limit: 5 } : null) as never;
      expect(await ask(name, request, PAGE)).toMatchObject({ ok: false, failure: { kind: 'invalid-input' } });
    }
  });

  it('answers page.lookup, badge.facts and report.known without a request, 50 pages long', async () => {
    const { world, ask } = setUp();
    for (let page = 0; page < 50; page++) {
      const answer = await ask('page.lookup', { url: `https://alpha.example/${page}`, keys: [page, 7, 9] }, PAGE);
      expect(answer).toMatchObject({ ok: true, value: { show: true, identity: { projectId: 'alpha' } } });
      expect(await ask('badge.facts', { projectIds: ['alpha', 'beta', 'nobody'] }, PAGE)).toMatchObject({
        ok: true,
        value: [{ projectId: 'alpha', activeDevelopers: null }, { projectId: 'beta' }],
      });
      expect(await ask('report.known', { projectId: 'alpha' }, PAGE)).toMatchObject({
        ok: true,
        value: { progress: 'known', code: { verdict: 'not checked' }, roadmap: { verdict: 'not checked' } },
      });
    }
    expect(world.env.asked).toEqual([]);
    expect(await ask('requests.list', { limit: 100 })).toEqual({ ok: true, value: [] });
  });

  it('calls a sector what the reader calls it, with its baseline, and no project’s verdict', async () => {
    const { ask } = setUp();
    expect(await ask('badge.facts', { projectIds: ['sector:restaking', 'sector:no-such', 'alpha'] }, PAGE)).toEqual({
      ok: true,
      value: [
        expect.objectContaining({ projectId: 'sector:restaking', name: 'the sector:restaking', label: '0 projects' }),
        expect.not.objectContaining({ label: expect.anything() }),
      ],
    });
  });

  it('shows nothing on a site that is switched off, and again when it is on', async () => {
    const { ask } = setUp();
    const look = () => ask('page.lookup', { url: 'https://www.alpha.example/x', keys: [] }, PAGE);
    expect(await look()).toMatchObject({ value: { show: true } });
    await ask('site.set', { host: 'alpha.example', off: true }, PAGE);
    expect(await look()).toMatchObject({ value: { show: false, identity: null } });
    await ask('site.set', { host: 'alpha.example', off: false }, PAGE);
    expect(await look()).toMatchObject({ value: { show: true } });
  });

  it.each([
    ['page', 'https://alpha.example/other', true],
    ['page', 'https://alpha.example/here#part', false],
    ['site', 'https://alpha.example/other', false],
    ['everywhere', 'https://alpha.example/other', false],
  ] as const)('keeps "not this project" for the %s: %s shows %s', async (scope, url, shown) => {
    const { ask } = setUp();
    await ask('mute.set', { projectId: 'alpha', scope, url: 'https://alpha.example/here', muted: true }, PAGE);
    const answer = await ask('page.lookup', { url, keys: [] }, PAGE);
    expect(answer).toMatchObject({ value: { show: shown } });
    await ask('mute.set', { projectId: 'alpha', scope, url: 'https://alpha.example/here', muted: false }, PAGE);
    expect(await ask('page.lookup', { url, keys: [] }, PAGE)).toMatchObject({ value: { show: true } });
  });

  it('opens a project from a private window as a page of which nothing is kept', async () => {
    const { ask, calls } = setUp();
    await ask('page.open', { projectId: 'alpha' }, PAGE);
    await ask('page.open', { projectId: 'alpha' }, { ...PAGE, private: true });
    expect(calls).toEqual(['open alpha', 'open alpha, private']);
  });

  it('injects into the frame that asked', async () => {
    const { ask, calls } = setUp();
    await ask('overlay.inject', null, { ...PAGE, tabId: 4, frameId: 9 });
    await ask('card.inject', null, { ...PAGE, tabId: 4, frameId: 9 });
    expect(calls).toEqual(['4 9 /overlay.js', '4 9 /card.js']);
    expect(await ask('overlay.inject', null, { ...PAGE, tabId: null })).toMatchObject({
      failure: { kind: 'cancelled' },
    });
  });

  it('counts the projects of a page on the toolbar, each once in all its frames, unless the reader has that off', async () => {
    const { ask, calls, shown } = setUp();
    const projectIds = ['alpha', 'beta', 'gamma', 'sector:restaking'];
    await ask('page.count', { projectIds }, { ...PAGE, tabId: 4 });
    shown.set(4, [...projectIds, 'alpha', 'delta']);
    await ask('page.count', { projectIds: ['alpha', 'delta'] }, { ...PAGE, tabId: 4, frameId: 2 });
    // The frame's overlay is gone.
    shown.set(4, projectIds);
    await ask('page.count', { projectIds: [] }, { ...PAGE, tabId: 4, frameId: 2 });
    shown.delete(4);
    await ask('page.count', { projectIds: [] }, { ...PAGE, tabId: 4 });
    await ask('page.count', { projectIds }, { ...PAGE, tabId: null });
    expect(calls).toEqual(['toolbar 4 3', 'toolbar 4 4', 'toolbar 4 3', 'toolbar 4']);
    await ask('settings.patch', { toolbarCount: false });
    await ask('page.count', { projectIds }, { ...PAGE, tabId: 4 });
    expect(calls.slice(4)).toEqual(['changed settings', 'toolbar 4']);
  });

  it('reads a project live, logs every request, then answers from the cache', async () => {
    const { world, ask } = setUp();
    const live = await ask('report.live', { projectId: 'alpha', reason: 'card' }, PAGE);
    expect(live).toMatchObject({ ok: true, value: { progress: 'live', failures: [] } });
    const figure = live.ok ? live.value.code.signals.find((s) => s.id === 'active-developers') : null;
    expect(figure).toMatchObject({ value: 12, source: 'github' });
    const asked = world.env.asked.length;
    const code = world.env.asked.filter(({ url }) => /(core|contributors|releases.*)$/.test(url));
    expect(code.length).toBe(3);
    const log = await ask('requests.list', { limit: 100 });
    expect(log.ok && log.value.length).toBe(asked);
    expect(log.ok && log.value.every((row) => row.host === 'api.github.com' && row.projectId === 'alpha')).toBe(true);
    await ask('report.live', { projectId: 'alpha', reason: 'card' }, PAGE);
    expect(world.env.asked.length).toBe(asked);
    expect(await ask('budget.get', null)).toMatchObject({ ok: true, value: { left: 50, limit: 60, withToken: false } });
    const again = await ask('report.recompute', { projectId: 'alpha' });
    expect(again.ok && again.value.length > 20 && again.value.every((row) => row.equal)).toBe(true);
  });

  it('gives the whole history after a read, and the projects that the reader looked at last, newest first', async () => {
    const { ask } = setUp();
    expect(await ask('report.history', { projectId: 'alpha' })).toEqual({ ok: true, value: null });
    await ask('report.live', { projectId: 'alpha', reason: 'watch' });
    expect(await ask('recent.list', null)).toEqual({ ok: true, value: [] });
    await ask('report.live', { projectId: 'alpha', reason: 'card' }, PAGE);
    await ask('report.live', { projectId: 'alpha', reason: 'page' }, { ...OWN, private: true });
    const history = await ask('report.history', { projectId: 'alpha' });
    const report = await ask('report.known', { projectId: 'alpha' });
    const [whole, kept] = [history.ok && history.value, report.ok && report.value.code.series];
    if (!whole || !kept) throw new Error('no series');
    expect(whole.developers.slice(-kept.developers.length)).toEqual(kept.developers);
    expect(whole.commits.slice(-kept.commits.length)).toEqual(kept.commits);
    await ask('report.live', { projectId: 'alpha', reason: 'manual' });
    const recent = await ask('recent.list', null);
    expect(recent).toMatchObject({ ok: true, value: [{ projectId: 'alpha', watched: false }] });
    expect(recent.ok && recent.value).toHaveLength(1);
    expect(await ask('recent.list', null, PAGE)).toMatchObject({ failure: { kind: 'invalid-input' } });
    await ask('cache.clear', null);
    expect(await ask('recent.list', null)).toEqual({ ok: true, value: [] });
  });

  it('calls an exception a bug, without a token in its words', async () => {
    const world = makeWorld();
    world.services.refresh.state = async () => {
      throw new Error('broken with ghp_abcdefghijklmnopqrstuvwxyz0123456789');
    };
    const { ask } = serverOf(world);
    const quiet = console.error;
    console.error = () => {};
    const answer = await ask('refresh.get', null);
    console.error = quiet;
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'bug' } });
    expect(JSON.stringify(answer)).not.toContain('ghp_');
  });

  it('gives every known project site as a match pattern', async () => {
    const { ask } = setUp({ projects: [project('alpha', { domains: ['alpha.example', 'medium.com/alpha'] })] });
    expect(await ask('sites.known', null)).toEqual({ ok: true, value: ['https://*.alpha.example/*'] });
  });
});

describe('isOff', () => {
  it.each([
    ['a.example', ['a.example'], true],
    ['www.a.example', ['a.example'], true],
    ['nota.example', ['a.example'], false],
    ['a.example', [], false],
  ])('%s against %j is %s', (host, off, result) => {
    expect(isOff(host, off)).toBe(result);
  });
});
