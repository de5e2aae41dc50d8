/** The fault matrix with a token: GraphQL fails in its own ways; the plan of single requests goes on where it can. */
import { describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { DAY_MS, DAY_S } from '../../lib/domain/time.ts';
import type { FailureKind } from '../../lib/result.ts';
import { type Fault, META, never, now, raw, says } from './fault-rows.ts';
import { playGraphQL } from './play-graphql.ts';
import {
  contributorsAnswer,
  github,
  json,
  makeWorld,
  NOW,
  playCore,
  playRepo,
  repoAnswer,
  type TestWorld,
} from './world.ts';

const TOKEN = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
const POINTS = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-resource': 'graphql' };
const errors = (...list: { type?: string; message?: string; path?: string[] }[]) => json({ errors: list });

interface Row {
  what: string;
  fault: Fault;
  tells: FailureKind | null;
  /** Seconds until asking again makes sense. */
  retryIn?: number;
  /** Single requests go on and bring newer figures all the same. */
  goesOn: boolean;
}

const ROWS: Row[] = [
  { what: 'a hang', fault: never, tells: 'timeout', goesOn: false },
  {
    what: 'no network',
    fault: () => {
      throw new TypeError('Failed to fetch');
    },
    tells: 'offline',
    goesOn: false,
  },
  { what: '502: the question took too long', fault: () => says('oops', 502), tells: 'server-error', goesOn: true },
  { what: 'a login page', fault: () => raw('<form>', 'text/html'), tells: 'bad-answer', goesOn: true },
  { what: 'truncated JSON', fault: () => raw('{"data": {"r0"', 'application/json'), tells: 'bad-answer', goesOn: true },
  { what: 'an empty object', fault: () => json({}), tells: 'bad-answer', goesOn: true },
  { what: 'a list', fault: () => json([]), tells: 'bad-answer', goesOn: true },
  { what: 'data null without an error', fault: () => json({ data: null }), tells: 'bad-answer', goesOn: true },
  { what: 'data of another shape', fault: () => json({ data: { r0: 5, s0: 'x' } }), tells: null, goesOn: true },
  {
    what: 'points used up, with status 200',
    fault: () => json({ errors: [{ type: 'RATE_LIMITED' }] }, { ...POINTS, 'x-ratelimit-reset': `${now + 300}` }),
    tells: 'rate-limited',
    retryIn: 300,
    goesOn: true,
  },
  {
    what: 'a secondary limit with status 200',
    fault: () => errors({ message: 'You have exceeded a secondary rate limit' }),
    tells: 'rate-limited',
    retryIn: 60,
    goesOn: false,
  },
  {
    what: 'a secondary limit with Retry-After',
    fault: () => says('secondary rate limit', 403, { 'retry-after': '41' }),
    tells: 'rate-limited',
    retryIn: 41,
    goesOn: false,
  },
  {
    what: 'an error with status 200',
    fault: () => errors({ message: 'Something went wrong while executing your query' }),
    tells: 'server-error',
    goesOn: true,
  },
  {
    what: 'too many nodes',
    fault: () => errors({ type: 'MAX_NODE_LIMIT_EXCEEDED' }),
    tells: 'unprocessable',
    goesOn: true,
  },
  {
    what: '403: an organisation refuses such tokens',
    fault: () => says('Resource protected by organization SAML enforcement', 403),
    tells: 'forbidden',
    goesOn: true,
  },
  { what: '401: the token is revoked', fault: () => says('Bad credentials', 401), tells: 'unauthorized', goesOn: true },
];

const figure = (report: ProjectReport | null, id: string) => report?.code.signals.find((s) => s.id === id);
async function read({ services }: TestWorld): Promise<ProjectReport | null> {
  const result = await services.reports.live('alpha', 'card');
  return result.ok ? result.value : null;
}

/** Reads well with a token, then meets `fault` at GraphQL a week and a push later; single requests tell of seven people. */
async function meet(fault: Fault) {
  let faulty = false;
  const world: TestWorld = makeWorld({
    host: github((url) => {
      if (url.pathname === '/graphql') return faulty ? fault(url, world.env) : undefined;
      if (!faulty || !url.pathname.startsWith('/repos/alpha/core')) return undefined;
      const pushed_at = new Date((now - DAY_S) * 1000).toISOString();
      if (url.pathname === META) return json(repoAnswer('alpha/core', { pushed_at }));
      if (url.pathname.endsWith('/stats/contributors')) return json(contributorsAnswer(7, 160, now * 1000));
      const rows = playRepo('alpha/core', {}, 7, 60).commits.map(({ oid, at, author }) => {
        const date = new Date(at + 7 * DAY_MS).toISOString();
        const signed = { date, name: author?.login, email: 'x@example.org' };
        const commit = { author: signed, committer: signed, message: oid, tree: { sha: oid } };
        return { sha: oid, commit, author: { ...author, type: 'User' }, parents: [{ sha: 'c'.repeat(40) }] };
      });
      return url.pathname.endsWith('/commits') && !url.searchParams.has('path') ? json(rows.slice(0, 100)) : undefined;
    }, playCore),
  });
  await world.services.tokens.set(TOKEN);
  const before = await read(world);
  expect(before?.failures).toEqual([]);
  expect(figure(before, 'active-developers')?.value).toBe(12);
  world.env.at = now * 1000;
  faulty = true;
  const asked = world.env.asked.length;
  return { world, after: await read(world), asked: world.env.asked.length - asked };
}

describe('fault matrix: GraphQL', () => {
  it.each(ROWS)('$what: tells "$tells", keeps or renews the figures', async ({ fault, tells, retryIn, goesOn }) => {
    const { world, after, asked } = await meet(fault);
    const told = after?.failures.find((failure) => failure.kind === tells);
    if (tells === null) expect(after?.failures.filter((f) => f.kind !== 'bad-answer')).toEqual([]);
    else expect(told, JSON.stringify(after?.failures)).toBeDefined();
    if (retryIn !== undefined) expect(Math.round(((told?.retryAt ?? 0) - world.env.at) / 1000)).toBe(retryIn);
    // Renewed by single requests, or the older ones with their age.
    expect(figure(after, 'active-developers')?.value).toBe(goesOn ? 7 : 12);
    expect(asked).toBeLessThanOrEqual(goesOn ? 14 : 2);
    expect(world.env.asked.every(({ url }) => url.startsWith('https://api.github.com/'))).toBe(true);
    const kept = await world.reborn().cache.get('facts:alpha/core:commits');
    expect(kept?.value).toMatchObject({ read: { value: { complete: expect.any(Boolean) } } });
  });

  it.each([
    ['commits', 'defaultBranchRef'],
    ['releases', 'releases'],
    ['tags', 'refs'],
  ])('a part that failed (%s) leaves the others, and is asked for singly or left', async (part, field) => {
    const world = makeWorld({
      host: github((url, init) => {
        if (url.pathname !== '/graphql') return undefined;
        const question = JSON.parse(String(init.body)) as Parameters<typeof playGraphQL>[1];
        const answer = playGraphQL(playCore, question) as { data: { r0?: Record<string, unknown> } };
        if (answer.data.r0) answer.data.r0[field] = null;
        return json({ ...answer, errors: [{ type: 'TIMEOUT', path: ['r0', field], message: 'x' }] });
      }),
    });
    await world.services.tokens.set(TOKEN);
    const report = await read(world);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    expect(figure(report, 'response-share')?.unknown).toBe('too-few');
    const row = await world.services.cache.get(`facts:alpha/core:${part}`);
    expect(row?.request ?? 'none').not.toContain('GraphQL');
  });

  it('a line lost between two pages of history begins it anew at the next opening', async () => {
    let lost = true;
    const world = makeWorld({
      host: github((url, init) => {
        if (lost && url.pathname === '/graphql' && String(init.body).includes('query more'))
          throw new TypeError('Failed to fetch');
        return undefined;
      }),
    });
    await world.services.tokens.set(TOKEN);
    expect((await read(world))?.failures.map((f) => f.kind)).toEqual(['offline']);
    const half = await world.services.cache.get('facts:alpha/core:commits');
    expect(half?.value).toMatchObject({ read: { value: { complete: false } } });
    lost = false;
    const asked = world.env.asked.length;
    const report = await read(world);
    expect(world.env.asked.slice(asked).filter(({ url }) => url.endsWith('/graphql')).length).toBeGreaterThan(1);
    expect(figure(report, 'integrity')?.value).not.toBeNull();
    expect(report?.failures).toEqual([]);
  });

  it('a page of history that fails leaves what was read, and does not ask for ever', async () => {
    const world = makeWorld({
      host: github((url, init) => {
        const more = url.pathname === '/graphql' && String(init.body).includes('query more');
        return more ? says('oops', 502) : undefined;
      }),
    });
    await world.services.tokens.set(TOKEN);
    const report = await read(world);
    expect(report?.failures.map((f) => f.kind)).toEqual(['server-error']);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    const asked = world.env.asked.length;
    await read(world);
    expect(world.env.asked.length).toBe(asked);
    expect(NOW).toBeLessThanOrEqual(world.env.at);
  });
});
