/** What a card and a page with a token ask GitHub for. */
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../lib/domain/time.ts';
import type { PlayRepo, PlayThread } from './play-graphql.ts';
import { figure, names, open, world } from './requests-kit.ts';
import { filesOf } from './roadmap-host.ts';
import { contributorsAnswer, github, json, NOW, playCore, playRepo } from './world.ts';

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
