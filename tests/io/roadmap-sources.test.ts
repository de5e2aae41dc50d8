import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../lib/domain/time.ts';
import type { Env } from '../../lib/env.ts';
import { createCache } from '../../lib/io/cache.ts';
import { createStore } from '../../lib/io/db.ts';
import { createRoadmapSources, type RoadmapRequest } from '../../lib/io/roadmap-sources.ts';
import { type FakeRepo, fakeGitHub, sha } from './fake-repos.ts';

const NOW = Date.UTC(2026, 5, 17);
const PLAN = '# Roadmap\n\n## Q4 2026\n\n- [ ] Wallet\n- [ ] Bridge\n- [ ] Main network\n';
const moved = (quarter: string) => PLAN.replace('Q4 2026', quarter);

function setUp(repos: Record<string, FakeRepo>, broken: Parameters<typeof fakeGitHub>[1] = []) {
  const clock = { at: NOW };
  const env: Env = { now: () => clock.at, wait: async () => {}, fetch: () => Promise.reject(new Error('no network')) };
  const store = createStore({ now: env.now, indexedDB: new IDBFactory(), IDBKeyRange });
  const { github, asked } = fakeGitHub(repos, broken);
  const sources = createRoadmapSources({ env, github, cache: createCache(store) });
  const read = async (more: Partial<RoadmapRequest> = {}) => {
    const result = await sources.read({
      ...{ projectId: 'alpha', repos: ['alpha/core'], orgs: ['alpha'], depth: 'card', releases: null },
      ...more,
    });
    if (!result.ok) throw new Error(result.failure.kind);
    return result.value;
  };
  return { clock, asked, sources, read };
}

describe('createRoadmapSources', () => {
  it.each([
    ['the root', 'ROADMAP.md'],
    ['any case', 'roadmap.MD'],
    ['a longer name', 'Roadmap-2026.md'],
    ['another kind of text', 'ROADMAP.rst'],
    ['data', 'roadmap.yml'],
    ['docs', 'docs/roadmap.md'],
    ['Docs in capitals', 'Docs/RoadMap.md'],
    ['a folder of the name', 'roadmap/README.md'],
    ['a folder of the name in docs', 'docs/roadmap/2026.md'],
    ['Chinese', '路线图.md'],
  ])('finds the file in %s', async (_, path) => {
    const text = path.endsWith('.yml') ? '- title: Wallet\n  date: Q4 2026\n- title: Bridge\n  date: Q4 2026\n' : PLAN;
    const { read } = setUp({ 'alpha/core': { files: { [path]: text, 'README.md': 'hello' } } });
    const facts = await read();
    expect(facts.document?.label).toBe(path);
    expect(facts.parsed?.items.length).toBeGreaterThan(1);
  });

  it('takes the address on record first, then repositories in order, then the organisation’s own', async () => {
    const repos = {
      'alpha/plans': { files: { 'PLAN.md': moved('Q1 2027') } },
      'alpha/core': { files: { 'ROADMAP.md': PLAN } },
      'alpha/roadmap': { files: { 'README.md': moved('Q2 2027') } },
    };
    const { read } = setUp(repos);
    const address = 'https://github.com/alpha/plans/blob/main/PLAN.md';
    expect((await read({ address })).document?.url).toContain('alpha/plans');
    expect((await read()).document?.url).toContain('alpha/core');
    const bare = setUp({ 'alpha/core': {}, 'alpha/roadmap': repos['alpha/roadmap'] });
    const facts = await bare.read();
    expect(facts.document?.url).toContain('alpha/roadmap');
    expect(facts.places.map(({ found }) => found)).toEqual([false, true, false]);
  });

  it('takes no program for a plan, though its repository is named roadmap', async () => {
    const readme =
      '# Roadmap tool\n\nDraws a board as a page.\n\n## Settings\n\nSet the token.\n\n## Run it\n\nWith node.\n';
    const { read } = setUp({ 'alpha/core': {}, 'alpha/roadmap': { files: { 'README.md': readme } } });
    const facts = await read();
    expect(facts.document).toBeUndefined();
    expect(facts.places.find(({ label }) => label === 'alpha/roadmap')?.found).toBe(false);
  });

  it('goes on in order where the address on record is a page elsewhere or gone', async () => {
    const { read, asked } = setUp({ 'alpha/core': { files: { 'ROADMAP.md': PLAN } } });
    expect((await read({ address: 'https://alpha.example/roadmap' })).document?.label).toBe('ROADMAP.md');
    expect(asked.every((path) => path.startsWith('/repos/alpha/'))).toBe(true);
    const gone = await read({ address: 'https://github.com/alpha/old/blob/main/ROADMAP.md' });
    expect(gone.places[0]).toMatchObject({ label: 'registry: alpha/old/ROADMAP.md', found: false });
    expect(gone.document?.url).toContain('alpha/core');
  });

  it('says on which day the file at the address on record was removed, where nothing else is there', async () => {
    const plans = {
      'docs/next.md': [
        { date: '2026-04-01', text: null },
        { date: '2026-01-05', text: PLAN },
      ],
    };
    const address = 'https://github.com/alpha/plans/blob/HEAD/docs/next.md';
    const { read, asked } = setUp({ 'alpha/plans': { files: plans }, 'alpha/core': {} });
    const { document, parsed } = await read({ address });
    expect(document).toMatchObject({ label: 'docs/next.md', removedOn: '2026-04-01', commitDate: '2026-01-05' });
    expect(document?.url).toContain('/alpha/plans/blob/');
    expect(parsed?.items).toHaveLength(3);
    expect(asked.filter((path) => path.includes('path=ROADMAP.md'))).toEqual([]);
    const moved = setUp({ 'alpha/plans': { files: plans }, 'alpha/core': { files: { 'ROADMAP.md': PLAN } } });
    expect((await moved.read({ address })).document?.url).toContain('alpha/core');
  });

  it('follows a file that only points elsewhere once, and no further', async () => {
    const pointer = (to: string) => `# Roadmap\n\nOur roadmap has moved, see [the roadmap](${to}).\n`;
    const { read } = setUp({
      'alpha/core': { files: { 'ROADMAP.md': pointer('docs/plan.md'), 'docs/plan.md': PLAN } },
      'beta/core': { files: { 'ROADMAP.md': pointer('https://github.com/beta/plans/blob/main/a.md') } },
      'beta/plans': { files: { 'a.md': pointer('b.md'), 'b.md': PLAN } },
    });
    expect((await read()).document?.label).toBe('docs/plan.md');
    const twice = await read({ repos: ['beta/core'], orgs: ['beta'] });
    expect([twice.document?.label, twice.parsed?.items.length ?? 0]).toEqual(['a.md', 0]);
  });

  it('names every place where nothing was found', async () => {
    const { read } = setUp({ 'alpha/core': { files: { 'README.md': 'hello' } } });
    const facts = await read();
    expect(facts.document).toBeUndefined();
    expect(facts.places.map(({ label }) => label)).toEqual([
      'alpha/core: ROADMAP*, docs',
      'alpha/roadmap',
      'alpha/core: milestones',
      'alpha/core: history of ROADMAP.md',
      'alpha/core: history of docs/ROADMAP.md',
    ]);
  });

  it('says on which day a roadmap was removed, and what it said last', async () => {
    const versions = [
      { date: '2026-02-03', text: null },
      { date: '2025-11-20', text: PLAN },
    ];
    const facts = await setUp({ 'alpha/core': { files: { 'ROADMAP.md': versions } } }).read();
    expect(facts.document).toMatchObject({ removedOn: '2026-02-03', commitDate: '2025-11-20' });
    expect(facts.parsed?.items).toHaveLength(3);
  });

  it('reads milestones of the first repository, and drops rows of another shape', async () => {
    const milestone = {
      ...{ number: 4, title: 'Main network', created_at: '2026-01-01T00:00:00Z' },
      ...{ due_on: '2026-09-30T07:00:00Z', closed_at: null, html_url: 'https://github.com/alpha/core/milestone/4' },
    };
    const { read } = setUp({ 'alpha/core': { milestones: [milestone, { number: 'x' }] } });
    const facts = await read();
    expect(facts.milestones).toMatchObject([{ title: 'Main network', dueOn: '2026-09-30', closedOn: null }]);
    expect(facts.places.find(({ label }) => label.endsWith('milestones'))?.found).toBe(true);
  });

  const HISTORY = ['2026-06-01', '2026-03-05', '2025-12-01', '2025-06-10', '2024-06-01'].map((date, i) => ({
    date,
    text: moved(`Q${(i % 4) + 1} 2026`),
  }));
  it('compares a card with a year back, a page with 90, 180 and 365 days and the last edit', async () => {
    const { read } = setUp({ 'alpha/core': { files: { 'ROADMAP.md': HISTORY } } });
    expect((await read()).versions.map(({ date }) => date)).toEqual(['2025-06-10']);
    const page = await read({ depth: 'page' });
    expect(page.versions.map(({ date }) => date)).toEqual(['2026-03-05', '2025-12-01', '2025-06-10']);
    expect(page.versions[0]).toMatchObject({
      commit: sha('ROADMAP.md', '2026-03-05'),
      url: `https://github.com/alpha/core/commit/${sha('ROADMAP.md', '2026-03-05')}`,
    });
    expect(page.versionCount).toBe(5);
  });
  it('goes back beyond a rename of the path', async () => {
    const { read } = setUp({
      'alpha/core': {
        files: {
          'docs/roadmap.md': [
            { date: '2026-05-01', text: moved('Q3 2026') },
            { date: '2026-01-10', text: moved('Q2 2026'), was: 'PLANS.md' },
          ],
          'PLANS.md': [
            { date: '2026-01-10', text: null },
            { date: '2025-05-01', text: moved('Q1 2026') },
          ],
        },
      },
    });
    const { versions } = await read({ depth: 'page' });
    expect(versions.map(({ date }) => date)).toEqual(['2026-01-10', '2025-05-01']);
    expect(versions[1]?.items[0]?.date.end).toBe('2026-03-31');
  });
  it('leaves out versions that rewritten history took away', async () => {
    const { read } = setUp({ 'alpha/core': { files: { 'ROADMAP.md': HISTORY } } }, [
      [new RegExp(`ref=${sha('ROADMAP.md', '2025-12-01')}`), 'not-found'],
    ]);
    const facts = await read({ depth: 'page' });
    expect(facts.versions.map(({ date }) => date)).toEqual(['2026-03-05', '2025-06-10']);
    expect(facts.document?.commitDate).toBe('2026-06-01');
  });
  it('knows a head without a history as it stands', async () => {
    const { read } = setUp({ 'alpha/core': { files: { 'ROADMAP.md': PLAN } } }, [[/commits\?/, 'empty']]);
    const facts = await read({ depth: 'page' });
    expect([facts.parsed?.items.length, facts.versionCount, facts.document?.commitDate]).toEqual([3, null, undefined]);
  });

  it.each([
    ['a picture', 'roadmap.png', ''],
    ['a PDF', 'Roadmap.pdf', ''],
    ['bytes under a text’s name', 'ROADMAP.md', '\u0000\u0001PNG\u0000'],
    ['an empty file', 'ROADMAP.md', '   \n'],
  ])('says that %s can’t be read', async (_, path, text) => {
    const facts = await setUp({ 'alpha/core': { files: { [path]: text } } }).read();
    expect([facts.document?.label, facts.unreadable, facts.parsed]).toEqual([path, true, null]);
  });

  it('asks little, and nothing again within a day', async () => {
    const { read, asked, clock } = setUp({ 'alpha/core': { files: { 'ROADMAP.md': HISTORY } } });
    await read();
    // Listing, file, its history, one older version, milestones.
    expect(asked).toHaveLength(5);
    clock.at += DAY_MS / 2;
    await read();
    expect(asked).toHaveLength(5);
    clock.at += DAY_MS;
    await read();
    const again = asked.slice(5);
    expect(again.some((path) => path.includes('ref='))).toBe(false);
    expect(again.length).toBeLessThanOrEqual(4);
  });

  it('keeps to its allowance, and says nothing of places that it did not look at', async () => {
    const { read, asked } = setUp({ 'alpha/core': { files: { 'README.md': 'hello' } } });
    const facts = await read({ allowance: 1 });
    expect(asked).toHaveLength(1);
    expect(facts.places.map(({ label }) => label)).toEqual(['alpha/core: ROADMAP*, docs']);
  });

  it.each(['offline', 'rate-limited', 'server-error'] as const)('fails with %s where nothing answers', async (kind) => {
    const { sources } = setUp({}, [[/./, kind]]);
    const read = await sources.read({ projectId: 'a', repos: ['a/b'], orgs: [], depth: 'card', releases: null });
    expect(read).toMatchObject({ ok: false, failure: { kind } });
  });
  it.each(['timeout', 'server-error'] as const)(
    'does not say "removed" of a file whose text fails with %s',
    async (kind) => {
      const { sources } = setUp({ 'alpha/core': { files: { 'ROADMAP.md': HISTORY } } }, [
        [/contents\/ROADMAP\.md$/, kind],
      ]);
      const asked = { projectId: 'a', repos: ['alpha/core'], orgs: [], depth: 'card' as const, releases: null };
      expect(await sources.read(asked)).toMatchObject({ ok: false, failure: { kind } });
    },
  );
  it('says of a file that is too large that it is there and can’t be read', async () => {
    const repos = { 'alpha/core': { files: { 'ROADMAP.md': HISTORY } } };
    const { document, unreadable, parsed } = await setUp(repos, [[/contents\/ROADMAP\.md$/, 'too-large']]).read();
    expect([document?.label, document?.removedOn, unreadable || parsed?.items.length === 0]).toEqual([
      'ROADMAP.md',
      undefined,
      true,
    ]);
  });
  it('takes no other file for the one on record while that one can’t be reached', async () => {
    const repos = { 'alpha/plans': { files: { 'PLAN.md': PLAN } }, 'alpha/core': { files: { 'ROADMAP.md': PLAN } } };
    const { sources, asked } = setUp(repos, [[/alpha\/plans/, 'server-error']]);
    const address = 'https://github.com/alpha/plans/blob/main/PLAN.md';
    const request = {
      projectId: 'a',
      address,
      repos: ['alpha/core'],
      orgs: [],
      depth: 'card' as const,
      releases: null,
    };
    expect(await sources.read(request)).toMatchObject({ ok: false, failure: { kind: 'server-error' } });
    expect(asked.some((path) => path.startsWith('/repos/alpha/core/contents'))).toBe(false);
  });
  it.each(['empty', 'gone', 'blocked'] as const)('says "none found" of a repository that is %s', async (kind) => {
    const facts = await setUp({ 'alpha/core': {} }, [[/alpha\/core/, kind]]).read({ orgs: [] });
    expect([facts.document, facts.places.every(({ found }) => !found)]).toEqual([undefined, true]);
  });
  it('does not say "none found" where one of the places could not be reached', async () => {
    const { sources } = setUp({ 'alpha/core': {} }, [[/alpha\/roadmap/, 'timeout']]);
    const asked = { projectId: 'a', repos: ['alpha/core'], orgs: ['alpha'], depth: 'card' as const, releases: null };
    expect(await sources.read(asked)).toMatchObject({ ok: false, failure: { kind: 'timeout' } });
  });
});
