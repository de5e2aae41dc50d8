/** How many requests a card costs, against the goals: the plan is only as cheap as this says. */

import { describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { sampleCode, sampleProject } from '../domain/snapshot/samples.ts';
import type { PlayRepo, PlayThread } from './play-graphql.ts';
import { filesOf, withFiles } from './roadmap-host.ts';
import {
  contributorsAnswer,
  github,
  type Host,
  json,
  makeWorld,
  NOW,
  playCore,
  playRepo,
  project,
  repoAnswer,
  type TestWorld,
} from './world.ts';

const TOKEN = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
const names = (count: number) => Array.from({ length: count }, (_, i) => `alpha/r${i}`);

interface Case {
  repos?: string[];
  token?: boolean;
  host?: Host;
}
async function world({ repos = ['alpha/core'], token = false, host = github() }: Case): Promise<TestWorld> {
  const made = makeWorld({ host, projects: [project('alpha', { repos }), project('beta')] });
  if (token) await made.services.tokens.set(TOKEN);
  made.env.asked.length = 0;
  return made;
}
async function open(
  at: TestWorld,
  reason: 'card' | 'page' = 'card',
): Promise<{ report: ProjectReport; asked: string[] }> {
  const before = at.env.asked.length;
  const result = await at.services.reports.live('alpha', reason);
  if (!result.ok) throw new Error(result.failure.kind);
  const asked = at.env.asked.slice(before).map(({ url }) => url.replace('https://api.github.com', ''));
  return { report: result.value, asked };
}
const figure = (report: ProjectReport, id: string) => report.code.signals.find((s) => s.id === id);

/** Statistics that end at a hundred authors, and so many commits in the last four weeks. */
const cutOff = (commits: number, pushedAt = () => '2026-06-16T00:00:00Z'): Host =>
  github((url) => {
    if (url.pathname === '/repos/alpha/core') return json(repoAnswer('alpha/core', { pushed_at: pushedAt() }));
    if (url.pathname.endsWith('/stats/contributors')) return json(contributorsAnswer(100));
    if (!url.pathname.endsWith('/commits') || url.searchParams.has('path')) return undefined;
    const page = Number(url.searchParams.get('page') ?? 1);
    const size = Math.min(100, commits - (page - 1) * 100);
    const date = new Date(NOW - 5 * DAY_MS).toISOString();
    const rows = Array.from({ length: size }, (_, i) => ({
      sha: `${page}${i}`.padStart(40, '0'),
      commit: { author: { date }, committer: { date }, message: 'x', tree: { sha: 'b'.repeat(40) } },
      author: { id: i, login: `u${i}`, type: 'User' },
      parents: [{ sha: 'c'.repeat(40) }],
    }));
    url.searchParams.set('page', String(page + 1));
    return json(rows, page * 100 < commits ? { link: `<${url.href}>; rel="next"` } : {});
  });

describe('a card without a token', () => {
  it.each<[string, Host]>([
    ['no roadmap', github()],
    ['a roadmap file', withFiles(['ROADMAP.md'])],
    ['a docs folder and no roadmap', withFiles(['README.md'], ['docs', 'src'])],
    ['more than a hundred authors', cutOff(90)],
    ['more than a hundred authors and two pages of commits', cutOff(150)],
  ])('costs at most six requests for one repository with %s, none when fresh', async (_, host) => {
    const at = await world({ host });
    const { asked, report } = await open(at);
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(figure(report, 'active-developers')?.value).not.toBeNull();
    // What the six did not reach is asked for on another opening; then nothing more is.
    for (let i = 0; i < 2; i++) await open(at);
    expect((await open(at)).asked).toEqual([]);
  });

  it('costs at most six the first time, and reads the older version of its roadmap on another day', async () => {
    const at = await world({ host: withFiles(['ROADMAP.md']) });
    const first = await open(at);
    expect(first.asked.length).toBe(6);
    expect(first.report.roadmap.items.length).toBe(3);
    expect(first.report.roadmap.moves).toEqual([]);
    expect((await open(at)).asked).toEqual([]);
    at.env.at += DAY_MS + 1;
    const second = await open(at);
    // Meta data and releases; the listing tells that the file is the same, so that only the older version is new.
    expect(second.asked.filter((path) => path.includes('ROADMAP.md'))).toEqual([
      `/repos/alpha/core/contents/ROADMAP.md?ref=${'b'.repeat(40)}`,
    ]);
    expect(second.asked.length).toBeLessThanOrEqual(6);
    expect(second.report.roadmap.moves.some((move) => move.kind === 'moved-later')).toBe(true);
  });

  it.each([3, 10])('reads three of %i repositories, within twelve requests', async (count) => {
    const { asked, report } = await open(await world({ repos: names(count) }));
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(report.code.repos.length).toBe(3);
    expect(report.code.listed).toBe(count);
  });

  it('looks everywhere when the page of the project is opened', async () => {
    const at = await world({});
    await open(at);
    const { asked } = await open(at, 'page');
    expect(asked.join('\n')).toContain('commits?path=docs%2FROADMAP.md');
    expect(asked.some((path) => path.includes('/releases') || path.includes('/stats'))).toBe(false);
    expect((await open(at, 'page')).asked).toEqual([]);
    expect((await open(at)).asked).toEqual([]);
  });

  it('continues the snapshot’s series where statistics end at a hundred authors', async () => {
    // The snapshot ends three weeks before: commits are asked for from there on, with the four weeks of its first window.
    const asOf = NOW - 21 * DAY_MS;
    const code = sampleCode({ asOf, heads: [{ repo: 'alpha/core', commit: 'a'.repeat(40) }] });
    const host = cutOff(90);
    const made = makeWorld({ host, projects: [project('alpha')], snapshot: [sampleProject('alpha', code)] });
    const { asked, report } = await open(made);
    const t = Date.UTC(2026, 5, 14);
    const since = new Date(t - (3 * 7 + 28 - 7) * DAY_MS).toISOString().replace('.000Z', 'Z');
    expect(asked.find((path) => path.includes('/commits?since'))).toContain(`since=${since}`);
    expect(figure(report, 'peak-developers')).toMatchObject({ source: 'snapshot+github' });
    expect(figure(report, 'peak-developers')?.value).not.toBeNull();
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('finds out on the page, once, whose history a repository began as', async () => {
    const root = '68ccbefc94e9'.padEnd(40, '0');
    const host = github((url) => {
      if (url.searchParams.get('per_page') !== '1') return undefined;
      if (url.searchParams.get('page') === '8123') return json([{ sha: root }]);
      url.searchParams.set('page', '8123');
      return json([{ sha: 'e'.repeat(40) }], { link: `<${url.href}>; rel="last"` });
    });
    const at = await world({ host });
    const { asked, report } = await open(at, 'page');
    expect(asked.filter((path) => path.includes('per_page=1&') || path.endsWith('per_page=1')).length).toBe(2);
    expect(figure(report, 'original-share')?.inputs?.sharedRoot).toBe('bnb-chain/bsc ethereum/go-ethereum');
    at.env.at += 30 * DAY_MS;
    expect((await open(at, 'page')).asked.some((path) => path.includes('page=8123'))).toBe(false);
  });

  it('asks for statistics that end at a hundred authors once in ninety days', async () => {
    const at: TestWorld = await world({ host: cutOff(90, () => new Date(at?.env.at ?? NOW).toISOString()) });
    await open(at);
    at.env.at += 8 * DAY_MS;
    expect((await open(at)).asked.some((path) => path.includes('contributors'))).toBe(false);
    at.env.at += 83 * DAY_MS;
    expect((await open(at)).asked.some((path) => path.includes('contributors'))).toBe(true);
  });
});

const question = (day: number, answeredAfter: number | null): PlayThread => ({
  ...{ at: NOW - day * DAY_MS, by: 'somebody', association: 'NONE' },
  replies:
    answeredAfter === null
      ? []
      : [{ at: NOW - (day - answeredAfter) * DAY_MS, by: 'maintainer', association: 'MEMBER' }],
});
const threads = Array.from({ length: 12 }, (_, i) => question(40 + i, i < 9 ? 2 : null));
/** Two people in each of ten repositories: 112 commits a year each. */
const small =
  (more: Partial<PlayRepo> = {}) =>
  (name: string) =>
    name.endsWith('/roadmap') ? undefined : playRepo(name, { threads, ...more }, 2);

describe('a card with a token', () => {
  it('costs at most three requests for ten repositories, none when fresh', async () => {
    const at = await world({ repos: names(10), token: true, host: github(undefined, small()) });
    const { asked, report } = await open(at);
    expect(asked, asked.join('\n')).toEqual(['/graphql', '/graphql']);
    expect(report.failures).toEqual([]);
    expect(report.code.repos.map((repo) => repo.state)).toEqual(Array(10).fill('read'));
    expect((await open(at)).asked).toEqual([]);
  });

  it('costs at most three with a roadmap, its history and its older versions', async () => {
    const play = small(filesOf);
    const at = await world({ repos: names(10), token: true, host: github(undefined, play) });
    const { asked, report } = await open(at);
    expect(asked).toEqual(['/graphql', '/graphql', '/graphql']);
    expect(report.roadmap.items.map((item) => item.title)).toEqual(['Testnet', 'Audit', 'Mainnet']);
    expect(report.roadmap.moves.some((move) => move.kind === 'moved-later')).toBe(true);
    // The next day one question tells that the file is the same.
    at.env.at += DAY_MS + 1;
    expect((await open(at)).asked).toEqual(['/graphql']);
  });

  it('gives what only a token gives', async () => {
    const at = await world({ repos: names(10), token: true, host: github(undefined, small()) });
    const { report } = await open(at);
    expect(figure(report, 'response-share')).toMatchObject({ value: 0.75, inputs: { asked: 120, inTime: 90 } });
    expect(figure(report, 'first-response-days')?.value).toBe(2);
    expect(figure(report, 'regulars')?.value).toBe(0);
    expect(figure(report, 'one-day')?.value).toBe(0);
    expect(figure(report, 'integrity')?.value).not.toBeNull();
    for (const id of ['active-developers', 'commit-trend', 'absence-factor', 'maintained'])
      expect([id, figure(report, id)?.value]).not.toEqual([id, null]);
    expect(await at.services.reports.recompute('alpha')).toMatchObject({ ok: true });
    const again = await at.services.reports.recompute('alpha');
    expect(again.ok && again.value.every(({ equal }) => equal)).toBe(true);
  });

  it('gives the same figures as without one, where both can', async () => {
    const host = github(
      (url) => (url.pathname.endsWith('/stats/contributors') ? json(contributorsAnswer(5)) : undefined),
      (name) => (name.endsWith('/roadmap') ? undefined : playRepo(name, {}, 5)),
    );
    const { report: bare } = await open(await world({ host }));
    const { report: full } = await open(await world({ host, token: true }));
    for (const id of [
      'active-developers',
      'peak-developers',
      'drawdown',
      'absence-factor',
      'established-share',
      'developers-joined',
      'commit-trend',
      'days-since-release',
    ])
      expect([id, figure(full, id)?.value]).toEqual([id, figure(bare, id)?.value]);
    expect(full.code.verdict).toBe(bare.code.verdict);
  });

  it('asks for the statistics of a repository whose year is longer than three pages, and its quarter whole', async () => {
    const at = await world({ repos: names(4), token: true, host: github(undefined, playCore) });
    const { asked, report } = await open(at);
    expect(asked.filter((path) => path === '/graphql').length).toBeLessThanOrEqual(3);
    expect(asked.filter((path) => path.includes('stats/contributors')).length).toBe(4);
    expect(figure(report, 'integrity')?.value).not.toBeNull();
    expect(figure(report, 'peak-developers')?.value).toBe(12);
  });

  it('reads the long-term share for up to three repositories, for more of them on the page', async () => {
    const three = await world({ repos: names(3), token: true, host: github(undefined, small()) });
    expect(figure((await open(three)).report, 'established-share')?.value).not.toBeNull();
    const ten = await world({ repos: names(10), token: true, host: github(undefined, small()) });
    expect(figure((await open(ten)).report, 'established-share')?.value).toBeNull();
    const page = await open(ten, 'page');
    expect(figure(page.report, 'established-share')?.value).not.toBeNull();
    expect(page.asked.filter((path) => path.includes('stats/contributors')).length).toBe(10);
  });

  it('goes on by single requests where GraphQL fails, and says so', async () => {
    const host = github((url) => (url.pathname === '/graphql' ? new Response('<h1>502', { status: 502 }) : undefined));
    const { report } = await open(await world({ token: true, host }));
    expect(report.failures.map((f) => f.kind)).toEqual(['server-error']);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    expect(figure(report, 'response-share')?.value).toBeNull();
  });

  it('uses what came of a partial answer, and asks single requests for the rest', async () => {
    const host = github(undefined, (name) => (name === 'alpha/r1' ? undefined : small()(name)));
    const { report } = await open(await world({ repos: names(4), token: true, host }));
    expect(report.failures.map((f) => [f.kind, f.subject])).toEqual([
      ['not-found', expect.stringContaining('alpha/r1')],
    ]);
    expect(report.code.repos.map((repo) => repo.state)).toEqual(['read', 'failed', 'read', 'read']);
  });

  it('leaves GraphQL’s own limit to GraphQL: single requests go on', async () => {
    const host = github((url) =>
      url.pathname === '/graphql'
        ? json(
            { errors: [{ type: 'RATE_LIMITED', message: 'limit' }] },
            {
              'x-ratelimit-limit': '5000',
              'x-ratelimit-remaining': '0',
              'x-ratelimit-reset': `${NOW / 1000 + 600}`,
              'x-ratelimit-resource': 'graphql',
            },
          )
        : undefined,
    );
    const at = await world({ token: true, host });
    const { report } = await open(at);
    expect(report.failures).toMatchObject([{ kind: 'rate-limited', retryAt: NOW + 600_000 }]);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    // Not asked again before the reset, and then by itself.
    expect((await open(at)).asked).toEqual([]);
    expect(await at.services.jobs.nextAt()).toBe(NOW + 600_000);
  });

  it('goes on with the plan without a token where GitHub refuses it', async () => {
    const refuse = (_: URL, init: RequestInit) =>
      new Headers(init.headers).has('authorization') ? json({ message: 'Bad credentials' }, {}, 401) : undefined;
    let revoked = false;
    const host = github((url, init) => (revoked ? refuse(url, init) : undefined));
    const at = await world({ repos: names(10), token: true, host });
    revoked = true;
    const { report, asked } = await open(at);
    expect(report.failures.map((f) => f.kind)).toEqual(['unauthorized']);
    expect(asked.length).toBeLessThanOrEqual(13);
    expect(figure(report, 'active-developers')?.value).toBe(12);
  });
});
