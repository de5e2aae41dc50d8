/** The fault matrix: what goes wrong, what the reader is told, what is kept. Each row first reads well, then meets the fault a week later. */
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { DB_NAME } from '../../lib/io/db.ts';
import type { FailureKind } from '../../lib/result.ts';
import {
  type Clock,
  contributorsAnswer,
  DAY,
  github,
  json,
  LIMITS,
  makeWorld,
  NOW,
  repoAnswer,
  type TestWorld,
} from './world.ts';

type Fault = (url: URL, env: Clock) => Response | Promise<Response>;
const META = '/repos/alpha/core';
const STATS = '/repos/alpha/core/stats/contributors';
const now = NOW / 1000 + 7 * 86_400;

const bytes = (size: number, chunk = 1_000_000) =>
  new ReadableStream<Uint8Array>({
    start() {},
    pull(controller) {
      if (size <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(chunk, size)).fill(32));
      size -= chunk;
    },
  });
const broken = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.error(new TypeError('terminated'));
    },
  });
const raw = (body: BodyInit | null, type: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { ...(type ? { 'content-type': type } : {}), ...headers } });
const says = (message: string, status: number, headers: Record<string, string> = {}) =>
  json({ message }, headers, status);
const network = (message: string) => () => {
  throw new TypeError(message);
};
const never: Fault = (_, env) => {
  env.hang();
  return new Promise<Response>(() => {});
};
const slow: Fault = (_, env) =>
  raw(
    new ReadableStream<Uint8Array>({
      pull() {
        env.hang();
        return new Promise(() => {});
      },
    }),
    'application/json',
  );

interface Row {
  what: string;
  fault: Fault;
  /** Path that meets it; all others answer well. */
  at?: string;
  /** Kind that the report names; null: nothing is wrong after all. */
  tells: FailureKind | null;
  /** When asking again makes sense, seconds after the fault. */
  retryIn?: number;
  verdict?: string;
}

/** What the reader is told by kind, and that the older figures stay, is the same for all rows; the table holds the rest. */
const ROWS: Row[] = [
  { what: 'the name does not resolve (DNS)', fault: network('net::ERR_NAME_NOT_RESOLVED'), tells: 'offline' },
  { what: 'TLS fails', fault: network('net::ERR_CERT_AUTHORITY_INVALID'), tells: 'offline' },
  { what: 'the connection is reset', fault: network('net::ERR_CONNECTION_RESET'), tells: 'offline' },
  { what: 'there is no network', fault: network('Failed to fetch'), tells: 'offline' },
  { what: 'a hang before any header', fault: never, tells: 'timeout' },
  { what: 'a hang after the headers', fault: slow, tells: 'timeout' },
  { what: 'a hang in the statistics alone', fault: never, at: STATS, tells: 'timeout' },
  {
    what: 'an answer that breaks off (truncated gzip)',
    fault: () => raw(broken('{"id": 1'), 'application/json'),
    tells: 'bad-answer',
  },
  { what: 'truncated JSON', fault: () => raw('[{"weeks": [', 'application/json'), at: STATS, tells: 'bad-answer' },
  { what: 'an empty body', fault: () => raw('', 'application/json'), tells: 'bad-answer' },
  { what: 'a body without a type', fault: () => raw(new TextEncoder().encode('{}'), ''), tells: 'bad-answer' },
  { what: 'an HTML login page with status 200', fault: () => raw('<form>', 'text/html'), tells: 'bad-answer' },
  {
    what: 'a captive portal that says JSON and sends HTML',
    fault: () => raw('<html>', 'application/json'),
    tells: 'bad-answer',
  },
  {
    what: 'a captive portal that redirects to itself',
    fault: () => raw(null, '', 302, { location: 'https://wifi.example/login' }),
    tells: 'redirect-loop',
  },
  { what: 'JSON of another shape', fault: () => json({ hello: 'world' }), tells: 'bad-answer' },
  { what: 'JSON null', fault: () => raw('null', 'application/json'), tells: 'bad-answer' },
  { what: 'a list where an object belongs', fault: () => json([]), tells: 'bad-answer' },
  {
    what: 'numbers as texts in the statistics',
    fault: () => json([{ author: null, weeks: [{ w: '1', c: '2' }] }]),
    at: STATS,
    tells: 'bad-answer',
  },
  {
    what: 'negative counts',
    fault: () => json([{ author: null, weeks: [{ w: 1, c: -2 }] }]),
    at: STATS,
    tells: 'bad-answer',
  },
  { what: '10 MB and more', fault: () => raw(bytes(12_000_000), 'application/json'), at: STATS, tells: 'too-large' },
  {
    what: 'an endless answer',
    fault: () => raw(bytes(Number.POSITIVE_INFINITY), 'application/json'),
    tells: 'too-large',
  },
  { what: 'a 301 loop', fault: (url) => raw(null, '', 301, { location: url.href }), tells: 'redirect-loop' },
  { what: 'a 301 without a target', fault: () => raw(null, '', 301), tells: 'redirect-loop' },
  {
    what: 'a 301 to plain http',
    fault: () => raw(null, '', 301, { location: 'http://api.github.com/x' }),
    tells: 'redirect-loop',
  },
  { what: '304 for what is stored', fault: () => raw(null, '', 304), tells: null },
  { what: '400', fault: () => says('Bad Request', 400), tells: 'bad-answer' },
  { what: '401 without a token', fault: () => says('Requires authentication', 401), tells: 'unauthorized' },
  {
    what: '403 as primary limit',
    fault: () =>
      says('API rate limit exceeded', 403, {
        ...LIMITS,
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(now + 600),
      }),
    tells: 'rate-limited',
    retryIn: 600,
  },
  {
    what: '403 as secondary limit with Retry-After',
    fault: () => says('You have exceeded a secondary rate limit', 403, { 'retry-after': '97' }),
    tells: 'rate-limited',
    retryIn: 97,
  },
  {
    what: '403 as secondary limit without headers',
    fault: () => says('You have exceeded a secondary rate limit', 403),
    tells: 'rate-limited',
    retryIn: 60,
  },
  { what: '403 that forbids', fault: () => says('Resource not accessible', 403), tells: 'forbidden' },
  {
    what: '403 of a blocked repository',
    fault: () => json({ message: 'Repository access blocked', block: { reason: 'tos' } }, {}, 403),
    tells: 'blocked',
    verdict: 'gone',
  },
  { what: '404: gone or private', fault: () => says('Not Found', 404), tells: 'not-found', verdict: 'gone' },
  { what: '409: empty repository', fault: () => says('Git Repository is empty.', 409), at: STATS, tells: 'empty' },
  { what: '410', fault: () => says('Gone', 410), tells: 'gone' },
  { what: '422', fault: () => says('too many commits', 422), at: STATS, tells: 'unprocessable' },
  {
    what: '429 with Retry-After',
    fault: () => says('slow down', 429, { 'retry-after': '31' }),
    tells: 'rate-limited',
    retryIn: 31,
  },
  {
    what: '429 with a date as Retry-After',
    fault: () =>
      says('slow down', 429, {
        'retry-after': new Date((now + 120) * 1000).toUTCString(),
        date: new Date(now * 1000).toUTCString(),
      }),
    tells: 'rate-limited',
    retryIn: 120,
  },
  { what: '429 without headers', fault: () => says('slow down', 429), tells: 'rate-limited', retryIn: 60 },
  { what: '451: taken down', fault: () => says('DMCA', 451), tells: 'blocked', verdict: 'gone' },
  ...[500, 502, 503, 504].map((status) => ({
    what: String(status),
    fault: () => says('oops', status),
    tells: 'server-error' as const,
    retryIn: 60,
  })),
  { what: '503 with a page of HTML', fault: () => raw('<h1>Unicorn</h1>', 'text/html', 503), tells: 'server-error' },
  { what: '204: an empty repository', fault: () => raw(null, '', 204), at: STATS, tells: 'empty' },
];

const figure = (report: ProjectReport | null, id: string) => report?.code.signals.find((s) => s.id === id);
async function read(world: TestWorld, services = world.services): Promise<ProjectReport | null> {
  const result = await services.reports.live('alpha', 'card');
  return result.ok ? result.value : null;
}

describe('fault matrix: GitHub', () => {
  it('has at least forty faults', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(ROWS)(
    '$what: tells "$tells", keeps the older figures',
    async ({ fault, at = META, tells, retryIn, verdict }) => {
      let faulty = false;
      const world: TestWorld = makeWorld({
        host: github((url) => {
          // The statistics grow with the week, so that keeping the old ones shows.
          if (!faulty) return url.pathname === STATS ? json(contributorsAnswer(12), { etag: '"old"' }) : undefined;
          const roadmap = /contents|milestones|\/roadmap/.test(url.pathname);
          if (url.pathname === at && !roadmap) return fault(url, world.env);
          // Somebody pushed since: without a push the statistics would not be asked for again.
          const pushed_at = new Date((now - 86_400) * 1000).toISOString();
          return url.pathname === META ? json(repoAnswer('alpha/core', { pushed_at })) : undefined;
        }),
      });
      const before = await read(world);
      expect(before?.failures).toEqual([]);
      expect(figure(before, 'active-developers')?.value).toBe(12);
      world.env.at = now * 1000;
      faulty = true;
      const asked = world.env.asked.length;
      const after = await read(world);
      if (tells === null) expect(after?.failures).toEqual([]);
      else {
        const told = after?.failures.find((failure) => failure.kind === tells);
        expect(told, JSON.stringify(after?.failures)).toBeDefined();
        expect(after?.progress).toBe('failed');
        if (retryIn !== undefined) expect(Math.round(((told?.retryAt ?? 0) - (told?.at ?? 0)) / 1000)).toBe(retryIn);
      }
      if (verdict) expect(after?.code.verdict).toBe(verdict);
      // Old figures stay in the database whatever came: a new worker finds them.
      const facts = await world.reborn().cache.get('facts:alpha/core:contributors');
      expect(facts?.value).toMatchObject({ read: { value: { cutOff: false } } });
      // Nothing hammers: at most a request, a retry or a look for a redirect, and what of the plan still makes sense.
      expect(world.env.asked.length - asked).toBeLessThan(14);
      expect(world.env.asked.every(({ url }) => url.startsWith('https://api.github.com/'))).toBe(true);
    },
  );

  it('asks nothing more while a limit holds, then goes on by itself to the second', async () => {
    let limited = true;
    const world = makeWorld({
      host: github(() => (limited ? says('secondary rate limit', 403, { 'retry-after': '300' }) : undefined)),
    });
    expect((await read(world))?.failures[0]).toMatchObject({ kind: 'rate-limited', retryAt: NOW + 300_000 });
    expect(world.env.asked.length).toBe(1);
    await read(world);
    expect(world.env.asked.length).toBe(1);
    limited = false;
    const next = world.reborn();
    world.env.at = NOW + 299_000;
    await next.refresh.round();
    expect(world.env.asked.length).toBe(1);
    world.env.at = NOW + 300_000;
    await next.refresh.round();
    expect(figure((await read(world, next)) ?? null, 'active-developers')?.value).toBe(12);
  });

  it('doubles its pause while limits come without headers', async () => {
    const world = makeWorld({ host: github(() => says('secondary rate limit', 403)) });
    const pauses: number[] = [];
    for (let i = 0; i < 4; i++) {
      const report = await world.services.reports.live('alpha', 'card');
      const failure = report.ok ? report.value.failures.find((f) => f.kind === 'rate-limited') : undefined;
      pauses.push(((failure?.retryAt ?? 0) - world.env.at) / 1000);
      world.env.at = failure?.retryAt ?? 0;
    }
    expect(pauses).toEqual([60, 120, 240, 480]);
  });

  it('polls statistics that are pending after 2, 5, 15, 45 s, then reads commits', async () => {
    const times: number[] = [];
    const world: TestWorld = makeWorld({
      host: github((url) => {
        if (url.pathname !== STATS) return undefined;
        times.push(world.env.at - NOW);
        return json({}, {}, 202);
      }),
    });
    const waiting = await world.services.reports.live('alpha', 'card');
    expect(waiting.ok && waiting.value.failures.map((f) => f.kind)).toContain('pending');
    expect(await world.services.jobs.nextAt()).toBe(NOW + 22_000 + 45_000);
    // The worker dies; the alarm wakes another one.
    world.env.at = NOW + 67_000;
    const next = world.reborn();
    await next.refresh.round();
    expect(times).toEqual([0, 2000, 7000, 22_000, 67_000]);
    expect(world.env.asked.some(({ url }) => url.includes('/commits?since='))).toBe(true);
    expect(await next.jobs.list()).toEqual([]);
    await next.reports.live('alpha', 'card');
    expect(times.length).toBe(5);
  });

  it('follows a rename, and finds a repository whose name another one took by its id', async () => {
    let renamed = false;
    const moved = repoAnswer('beta/engine', { id: repoAnswer('alpha/core').id });
    const world = makeWorld({
      host: github((url) => {
        if (!renamed) return undefined;
        if (url.pathname === META) return json(repoAnswer('alpha/core', { id: 99 }));
        if (url.pathname.startsWith('/repositories/')) return json(moved);
        return undefined;
      }),
    });
    await read(world);
    renamed = true;
    world.env.at = now * 1000;
    await read(world);
    expect(world.env.asked.some(({ url }) => url.endsWith('/repos/beta/engine/stats/contributors'))).toBe(true);
  });

  it('follows a 301 chain within GitHub', async () => {
    const world = makeWorld({
      host: github((url) => {
        if (url.pathname === META) return raw(null, '', 301, { location: 'https://api.github.com/repositories/5' });
        if (url.pathname === '/repositories/5') return json(repoAnswer('new/name', { id: 5 }));
        return undefined;
      }),
    });
    expect((await read(world))?.failures).toEqual([]);
    expect(world.env.asked.some(({ url }) => url.includes('/repos/new/name/stats'))).toBe(true);
  });

  it('asks again without an ETag when the stored answer is gone', async () => {
    const world = makeWorld();
    await read(world);
    await world.services.cache.clear();
    world.env.at = now * 1000;
    const asked = world.env.asked.length;
    const report = await read(world);
    expect(figure(report, 'active-developers')?.value).toBe(12);
    const again = world.env.asked.slice(asked);
    expect(again.every(({ init }) => new Headers(init.headers).get('if-none-match') === null)).toBe(true);
  });

  it.each([
    ['an hour slow', -3_600_000],
    ['an hour fast', 3_600_000],
    ['a year fast', 365 * DAY],
    ['a year slow', -365 * DAY],
  ])('obeys a reset although the clock is %s', async (_, skew) => {
    const reset = NOW / 1000 + 900;
    const world = makeWorld({
      host: github(() =>
        says('API rate limit exceeded', 403, {
          ...LIMITS,
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(reset),
          date: new Date(NOW).toUTCString(),
        }),
      ),
    });
    world.env.at = NOW + skew;
    const report = await read(world);
    const told = report?.failures.find((f) => f.kind === 'rate-limited');
    expect(told?.retryAt).toBe(NOW + skew + 900_000);
  });

  it('goes on without a token that GitHub refuses, and says so', async () => {
    const token = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
    let revoked = false;
    const world = makeWorld({
      host: github((_, init) =>
        revoked && new Headers(init.headers).has('authorization') ? says('Bad credentials', 401) : undefined,
      ),
    });
    await world.services.tokens.set(token);
    revoked = true;
    expect((await read(world))?.failures[0]?.kind).toBe('unauthorized');
    expect(await world.services.tokens.status()).toMatchObject({ value: { problem: 'unauthorized' } });
    expect(figure(await read(world), 'active-developers')?.value).toBe(12);
    const log = await world.services.log.list(1000);
    expect(JSON.stringify(log)).not.toContain('github_pat');
    const last = world.env.asked.at(-1);
    expect(new Headers(last?.init.headers).has('authorization')).toBe(false);
  });
});

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
