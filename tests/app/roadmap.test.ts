/** The roadmap half of a report: files before pages, what the reader saw kept and compared, nothing asked because of it. */
import { describe, expect, it } from 'vitest';
import { createServer, type Sender } from '../../lib/app/serve.ts';
import type { Visit } from '../../lib/domain/keep/reader-data.ts';
import type { ProjectReport, RoadmapReport } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import type { CallName, CallRequest, CallResult } from '../../lib/protocol.ts';
import { sampleProject } from '../domain/snapshot/samples.ts';
import { sha } from '../io/fake-repos.ts';
import { github, json, makeWorld, NOW, project, type WorldOptions } from './world.ts';

const PAGE: Sender = { own: false, private: false, tabId: 1, frameId: 0 };
const PRIVATE: Sender = { ...PAGE, private: true };
const OWN: Sender = { own: true, private: false, tabId: null, frameId: null };
const URL_ = 'https://docs.alpha.example/roadmap';

const item = (title: string, end: string | null, status: Visit['items'][number]['status'] = 'planned') => ({
  ...{ title, status, end, start: end ? `${end.slice(0, 8)}01` : null, dateText: end },
});
const BEFORE = [
  item('Main network', '2026-06-30'),
  item('Wallet for phones', '2026-06-30'),
  item('Grants', '2026-09-30'),
  item('Audit', '2026-06-30'),
  item('Block explorer', '2026-06-30'),
];
const AFTER = [
  item('Main network', '2026-12-31'),
  item('Wallet for phones', null),
  item('Audit', '2026-06-30', 'done'),
  item('Block explorer', '2026-06-30'),
  item('Passkeys', '2026-12-31'),
];

function setUp(options: WorldOptions = {}) {
  const world = makeWorld({ projects: [project('alpha')], ...options });
  const calls: string[] = [];
  const serve = createServer(world.services, {
    inject: async (tab, frame, file) => void calls.push(`${tab} ${frame} ${file}`),
    openProject: async () => {},
    toolbar: async () => {},
    shownIn: async () => [],
    words: () => ({ language: 'en', strings: {} }),
    sectorWords: (_, id) => ({ name: id, label: id }),
    changed: (part, id) => void calls.push(`changed ${part} ${id}`),
  });
  const ask = <N extends CallName>(name: N, request: CallRequest<N>, sender: Sender = PAGE) =>
    serve({ roadmark: 1, name, request }, sender) as Promise<CallResult<N>>;
  const visit = (items: Visit['items'], url = URL_, sender = PAGE) =>
    ask('roadmap.visit', { projectId: 'alpha', url, items }, sender);
  const roadmap = async (sender: Sender = OWN): Promise<RoadmapReport> => {
    const report = await ask('report.known', { projectId: 'alpha' }, sender);
    if (!report.ok) throw new Error(report.failure.kind);
    return (report.value as ProjectReport).roadmap;
  };
  return { world, ask, calls, visit, roadmap };
}
const at = (report: RoadmapReport, id: string) => report.signals.find((s) => s.id === id)?.value;
const visits = (world: ReturnType<typeof makeWorld>) => world.store.run((db) => db.visits.toArray());

describe('roadmap.visit', () => {
  it('keeps what the reader saw, and reports it as read from the page, without a request', async () => {
    const { world, visit, roadmap, calls } = setUp();
    expect(await visit(BEFORE, `${URL_}?utm=1#q3`)).toEqual({ ok: true, value: { kept: true } });
    expect(calls).toContain('changed report alpha');
    const report = await roadmap();
    expect(report).toMatchObject({ source: 'page', total: 5, dated: 5, document: { url: URL_ } });
    expect(report.places).toContainEqual({ label: 'docs.alpha.example/roadmap', url: URL_, found: true });
    expect(at(report, 'traceable')).toBe(0);
    expect(world.env.asked).toEqual([]);
  });

  it('tells at the next visit what moved, lost its date, was taken out, added or done', async () => {
    const { world, visit, roadmap } = setUp();
    world.env.at = NOW - 100 * DAY_MS;
    await visit(BEFORE);
    world.env.at = NOW;
    await visit(AFTER);
    const report = await roadmap();
    const kinds = Object.fromEntries(report.moves.map((m) => [m.title, [m.kind, m.days]]));
    expect(kinds).toEqual({
      'Main network': ['moved-later', 184],
      'Wallet for phones': ['undated', null],
      Grants: ['removed', null],
      Audit: ['status-changed', 0],
      Passkeys: ['added', null],
    });
    expect(report.moves[0]).toMatchObject({ seenOn: '2026-06-17', url: URL_ });
    expect(at(report, 'moved-items')).toBe(1);
    expect(at(report, 'dates-kept')).toBeCloseTo(1 - (1 + 1 + 1) / 5);
    expect(world.env.asked).toEqual([]);
  });

  it('keeps one row per page and day, the day’s last state', async () => {
    const { world, visit } = setUp();
    await visit(BEFORE);
    await visit(AFTER);
    const rows = await visits(world);
    expect(rows.ok && rows.value).toMatchObject([{ day: '2026-06-17', url: URL_, items: AFTER }]);
  });

  it('keeps of equal days in a row the first and the last', async () => {
    const { world, visit, roadmap } = setUp();
    for (const [days, items] of [
      [40, BEFORE],
      [39, BEFORE],
      [30, BEFORE],
      [20, BEFORE],
      [10, AFTER],
      [9, AFTER],
      [8, AFTER],
      [7, AFTER],
    ] as const) {
      world.env.at = NOW - days * DAY_MS;
      await visit(items);
    }
    const rows = await visits(world);
    const days = rows.ok ? rows.value.map(({ day }) => day).sort() : [];
    expect(days).toEqual(['2026-05-08', '2026-05-28', '2026-06-07', '2026-06-09', '2026-06-10']);
    world.env.at = NOW;
    const report = await roadmap();
    expect(new Set(report.moves.map(({ seenOn }) => seenOn))).toEqual(new Set(['2026-06-07']));
    expect(report.document?.commitDate).toBe('2026-06-10');
  });

  it('says of a first visit nothing that it can’t know', async () => {
    const { visit, roadmap } = setUp();
    await visit(BEFORE);
    const report = await roadmap();
    expect(report.moves).toEqual([]);
    expect([at(report, 'moved-items'), at(report, 'dates-kept'), at(report, 'freshness')]).toEqual([null, null, null]);
  });

  it.each([
    ['another host', 'https://alpha.example.evil.example/roadmap'],
    ['a host that ends alike', 'https://notalpha.example/roadmap'],
    ['no web address', 'ftp://alpha.example/roadmap'],
    ['no address', 'roadmap'],
  ])('keeps nothing of %s', async (_, url) => {
    const { world, visit } = setUp();
    expect(await visit(BEFORE, url)).toEqual({ ok: true, value: { kept: false } });
    expect(await visits(world)).toEqual({ ok: true, value: [] });
  });

  it('keeps to the path where a project lives under a shared host', async () => {
    const { visit } = setUp({ projects: [project('alpha', { domains: ['pages.example/alpha'] })] });
    expect(await visit(BEFORE, 'https://pages.example/alphabet/roadmap')).toEqual({ ok: true, value: { kept: false } });
    expect(await visit(BEFORE, 'https://pages.example/alpha/roadmap')).toEqual({ ok: true, value: { kept: true } });
  });

  it.each([
    ['an item that ends before it is a day', [{ ...item('A', null), end: '2026-13-99' }]],
    ['more items than a page has', Array.from({ length: 2001 }, () => item('A', null))],
    ['markup where a state belongs', [{ ...item('A', null), status: '<b>' }]],
  ])('refuses %s', async (_, items) => {
    const { visit } = setUp();
    expect(await visit(items as Visit['items'])).toMatchObject({ ok: false, failure: { kind: 'invalid-input' } });
  });

  it('keeps and injects nothing in a private window, and shows nothing there of what was kept', async () => {
    const { world, ask, calls, visit, roadmap } = setUp();
    expect(await visit(BEFORE, URL_, PRIVATE)).toEqual({ ok: true, value: { kept: false } });
    await ask('roadmap.inject', null, PRIVATE);
    await ask('page.lookup', { url: URL_, keys: [] }, PRIVATE);
    expect(calls).toEqual([]);
    expect(await visits(world)).toEqual({ ok: true, value: [] });
    await visit(BEFORE);
    expect((await roadmap(PRIVATE)).source).toBe('none');
  });

  it('survives the cache and a dead worker: visits are the reader’s', async () => {
    const { world, ask, visit } = setUp();
    await visit(BEFORE);
    await ask('cache.clear', null, OWN);
    const reborn = world.reborn();
    const report = await reborn.reports.known('alpha');
    expect(report.ok && report.value.roadmap.source).toBe('page');
    const exported = await ask('data.read', null, OWN);
    expect(JSON.stringify(exported)).toContain('Wallet for phones');
  });
});

describe('page.lookup', () => {
  it('has the look-out injected on a project’s own site, and nowhere else', async () => {
    const { ask, calls } = setUp();
    await ask('page.lookup', { url: 'https://news.example/alpha', keys: [] });
    expect(calls).toEqual([]);
    await ask('page.lookup', { url: 'https://alpha.example/', keys: [] });
    expect(calls).toEqual(['1 0 /own-site.js']);
    await ask('roadmap.inject', null);
    expect(calls).toEqual(['1 0 /own-site.js', '1 0 /roadmap-page.js']);
  });
});

const FILE = '# Roadmap\n\n## Q4 2026\n\n- [ ] Main network\n- [ ] Wallet\n- [ ] Bridge\n';
/** GitHub where `alpha/core` has a roadmap file, or once had one. */
const host = (file: { removed?: boolean } = {}) =>
  github((url) => {
    const head = { sha: sha('ROADMAP.md', 'head'), commit: { committer: { date: '2026-06-01T00:00:00Z' } } };
    const last = { sha: sha('ROADMAP.md', 'last'), commit: { committer: { date: '2025-11-01T00:00:00Z' } } };
    if (url.pathname === '/repos/alpha/core/contents')
      return json(file.removed ? [] : [{ name: 'ROADMAP.md', path: 'ROADMAP.md', type: 'file', size: 9, sha: 'a' }]);
    if (url.pathname.endsWith('/contents/ROADMAP.md')) return new Response(FILE);
    if (url.searchParams.get('path') === 'ROADMAP.md') return json(file.removed ? [head, last] : [head]);
    return undefined;
  });

describe('known', () => {
  it('puts the file on GitHub before the page, and the page’s moves into the same ledger', async () => {
    const { world, ask, visit, roadmap } = setUp({ host: host() });
    world.env.at = NOW - 100 * DAY_MS;
    await visit(BEFORE);
    world.env.at = NOW;
    await visit(AFTER);
    await ask('report.live', { projectId: 'alpha', reason: 'page' }, OWN);
    const report = await roadmap();
    expect(report).toMatchObject({ source: 'github', total: 3, document: { label: 'ROADMAP.md' } });
    expect(report.places.at(-1)).toMatchObject({ label: 'docs.alpha.example/roadmap', found: true });
    expect(report.moves.find((m) => m.title === 'Main network')).toMatchObject({ kind: 'moved-later', url: URL_ });
    // The rubric judges the file alone: two plans are not mixed.
    expect(at(report, 'moved-items')).toBeNull();
  });
  it('puts the page before a file that was removed', async () => {
    const { ask, visit, roadmap } = setUp({ host: host({ removed: true }) });
    await ask('report.live', { projectId: 'alpha', reason: 'page' }, OWN);
    expect((await roadmap()).verdict).toBe('removed');
    await visit(BEFORE);
    expect(await roadmap()).toMatchObject({ source: 'page', total: 5 });
  });
  it('says "none found" with the places, where nothing was', async () => {
    const { ask, roadmap } = setUp();
    await ask('report.live', { projectId: 'alpha', reason: 'page' }, OWN);
    const report = await roadmap();
    expect(report.verdict).toBe('none found');
    expect(report.places.length).toBeGreaterThan(2);
  });
  it('puts the snapshot’s file before the page until GitHub was read', async () => {
    const file = {
      ...{ repo: 'alpha/core', path: 'ROADMAP.md', commit: 'a'.repeat(40), commitDate: '2026-05-01' },
      ...{
        removedOn: null,
        versions: 3,
        firstDate: '2025-01-01',
        itemsChangedOn: '2026-05-01',
        comparedTo: [],
        moves: [],
      },
      items: [1, 2].map((line) => ({
        ...{ line, status: 'planned' as const, precision: 'quarter' as const, stages: [] },
        ...{ start: '2026-10-01', end: '2026-12-31' },
      })),
    };
    const { visit, roadmap } = setUp({ snapshot: [{ ...sampleProject('alpha'), roadmap: file }] });
    expect(await roadmap()).toMatchObject({ source: 'snapshot', total: 2 });
    await visit(BEFORE);
    const report = await roadmap();
    expect(report).toMatchObject({ source: 'snapshot', total: 2 });
    expect(report.places.at(-1)?.url).toBe(URL_);
  });
});
