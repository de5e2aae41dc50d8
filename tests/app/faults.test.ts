/** The fault matrix: what goes wrong, what the reader is told, what is kept. Each row first reads well, then meets the fault a week later. */
import { describe, expect, it } from 'vitest';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { DAY_MS, DAY_S } from '../../lib/domain/time.ts';
import { META, now, ROWS, raw, STATS, says } from './fault-rows.ts';
import { contributorsAnswer, github, json, LIMITS, makeWorld, NOW, repoAnswer, type TestWorld } from './world.ts';

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
          const pushed_at = new Date((now - DAY_S) * 1000).toISOString();
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

  it('takes a 304 to what is not stored for a bad answer, and asks again without an ETag', async () => {
    let odd = true;
    const world = makeWorld({ host: github((url) => (odd && url.pathname === META ? raw(null, '', 304) : undefined)) });
    expect((await read(world))?.failures[0]).toMatchObject({ kind: 'bad-answer' });
    odd = false;
    expect(figure(await read(world), 'active-developers')?.value).toBe(12);
    expect(world.env.asked.every(({ init }) => new Headers(init.headers).get('if-none-match') === null)).toBe(true);
  });

  it('does background work only in the first two thirds of the hour, and the reader’s to its end', async () => {
    let left = 21;
    const hour = () => ({
      ...LIMITS,
      'x-ratelimit-remaining': `${left--}`,
      'x-ratelimit-reset': `${NOW / 1000 + 900}`,
    });
    const world = makeWorld({
      host: github((url) => (url.pathname === META ? json(repoAnswer('alpha/core'), hour()) : json([], hour()))),
    });
    await world.services.watchlist.set('alpha', true);
    await world.services.refresh.round();
    // The first answer says 21 of 60, the second 20: that is the last third, and the round ends.
    expect(world.env.asked.length).toBe(2);
    expect(await world.services.jobs.nextAt()).toBe(NOW + 900_000);
    const report = await read(world);
    expect(world.env.asked.length).toBeGreaterThan(3);
    expect(report?.budget).toMatchObject({ limit: 60, resetAt: NOW + 900_000, withToken: false });
    expect(report?.budget?.left).toBe(left + 1);
  });

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
    ['a year fast', 365 * DAY_MS],
    ['a year slow', -365 * DAY_MS],
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
