/** The watchlist's refresh through sleep, no line, limits, wrong clocks, two windows, pause and "refresh now". */
import { describe, expect, it } from 'vitest';
import { dueIds, ROUND_MS } from '../../lib/app/refresh.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { turn } from '../turn.ts';
import { github, json, LIMITS, makeWorld, NOW, project, type TestWorld, type WorldOptions } from './world.ts';

const IDS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
async function setUp(options: WorldOptions = {}, ids = IDS) {
  const world = makeWorld({ projects: ids.map((id) => project(id)), ...options });
  for (const id of ids) expect(await world.services.watchlist.set(id, true)).toMatchObject({ ok: true });
  return world;
}
const repoOf = (url: string) => /\/repos\/(p\d+)\/core$/.exec(url)?.[1];
/** Projects whose repository was asked for, in order. */
const readIn = (world: TestWorld, from = 0) => world.env.asked.slice(from).flatMap(({ url }) => repoOf(url) ?? []);
const stateOf = async (world: TestWorld) => {
  const state = await world.services.refresh.state();
  if (!state.ok) throw new Error(state.failure.kind);
  return state.value;
};
/** Alarms every half hour for so long. */
async function live(world: TestWorld, ms: number) {
  for (const end = world.env.at + ms; world.env.at < end; world.env.at += ROUND_MS)
    await world.services.refresh.round();
}

describe('createRefresh', () => {
  it('reads a seventh of the list a day without a token, and says what is left and when it goes on', async () => {
    const world = await setUp();
    expect(await stateOf(world)).toMatchObject({ paused: false, left: 7 });
    for (let day = 1; day <= 7; day++) {
      await live(world, DAY_MS);
      expect(new Set(readIn(world)).size).toBe(day);
      // Once round, the first of the week is due again.
      expect((await stateOf(world)).left).toBe(Math.max(1, 7 - day));
    }
    const { nextAt, budget } = await stateOf(world);
    expect(nextAt).toBeGreaterThanOrEqual(world.env.at);
    expect(budget).toMatchObject({ limit: 60, withToken: false });
  });

  it('forgets the days of what is watched no more', async () => {
    const world = await setUp();
    const readAt = async () => {
      const row = await world.store.run((db) => db.meta.get('refresh-plan'));
      return Object.keys(row.ok && row.value ? (row.value.value as { readAt: object }).readAt : {}).sort();
    };
    await live(world, 3 * DAY_MS);
    const [first, ...others] = await readAt();
    expect(others).toHaveLength(2);
    await world.services.watchlist.set(first as string, false);
    await live(world, DAY_MS);
    expect(await readAt()).not.toContain(first);
    expect(await readAt()).toEqual(expect.arrayContaining(others));
  });

  it('goes on after a sleep of weeks without catching up all at once', async () => {
    const world = await setUp();
    await live(world, DAY_MS);
    world.env.at += 30 * DAY_MS;
    const from = world.env.asked.length;
    await world.services.refresh.round();
    expect(readIn(world, from)).toHaveLength(1);
    await live(world, 8 * DAY_MS);
    expect((await stateOf(world)).left).toBeLessThanOrEqual(1);
  });

  it.each([
    ['forth', 400 * DAY_MS],
    ['back', -400 * DAY_MS],
  ])('goes on when the clock is set %s', async (_, shift) => {
    const world = await setUp();
    await live(world, 2 * DAY_MS);
    world.env.at += shift;
    const from = world.env.asked.length;
    await live(world, 9 * DAY_MS);
    expect(new Set(readIn(world, from)).size).toBe(7);
    expect((await stateOf(world)).left).toBeLessThanOrEqual(1);
  });

  it('counts nothing as read while the line is down, and reads it once it is back', async () => {
    const line = { up: false };
    const good = github();
    const host: WorldOptions['host'] = (url, init, nth) => {
      if (!line.up) throw new TypeError('Failed to fetch');
      return good(url, init, nth);
    };
    const world = await setUp({ host });
    await live(world, DAY_MS);
    expect((await stateOf(world)).left).toBe(7);
    line.up = true;
    await live(world, 8 * DAY_MS);
    expect((await stateOf(world)).left).toBeLessThanOrEqual(1);
  });

  it('stops at the limit, says until when, and goes on after it', async () => {
    const reset = NOW / 1000 + 3000;
    const limit = { on: true };
    const none = { ...LIMITS, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    const host = github(() => (limit.on ? json({ message: 'API rate limit exceeded' }, none, 403) : undefined));
    const world = await setUp({ host });
    await world.services.refresh.now();
    await world.services.refresh.round();
    const asked = world.env.asked.length;
    expect(asked).toBeLessThanOrEqual(2);
    const state = await stateOf(world);
    expect(state).toMatchObject({ left: 7, budget: { left: 0, resetAt: reset * 1000 } });
    await world.services.refresh.round();
    expect(world.env.asked.length).toBe(asked);
    limit.on = false;
    world.env.at = reset * 1000 + 1000;
    await live(world, 2 * ROUND_MS);
    expect(new Set(readIn(world, asked)).size).toBe(7);
    expect((await stateOf(world)).left).toBe(0);
  });

  it('reads everything at once on "refresh now", also while a round runs, and counts down', async () => {
    const world = await setUp();
    const counts: number[] = [];
    const round = world.services.refresh.round();
    const queued = await world.services.refresh.now();
    expect(queued).toMatchObject({ value: { left: 7 } });
    world.services.reports.follow('p3', () => void stateOf(world).then(({ left }) => counts.push(left)));
    await round;
    await world.services.refresh.round();
    expect(new Set(readIn(world))).toEqual(new Set(IDS));
    expect((await stateOf(world)).left).toBe(0);
    expect(counts.some((left) => left > 0 && left < 7)).toBe(true);
    // What was read at the reader's wish is not read again by the plan.
    const from = world.env.asked.length;
    await live(world, DAY_MS);
    expect(readIn(world, from)).toEqual([]);
  });

  it('asks nothing while paused, takes back what was queued, and goes on when resumed', async () => {
    const world = await setUp();
    let paused: Promise<unknown> | null = null;
    world.services.reports.follow('p1', () => {
      paused ??= world.services.refresh.setPaused(true);
    });
    await world.services.refresh.now();
    await world.services.refresh.round();
    await paused;
    const read = new Set(readIn(world)).size;
    expect(read).toBeLessThan(7);
    expect(await stateOf(world)).toMatchObject({ paused: true, nextAt: null });
    const from = world.env.asked.length;
    await live(world, 2 * DAY_MS);
    expect(world.env.asked.length).toBe(from);
    await world.services.refresh.setPaused(false);
    await live(world, 8 * DAY_MS);
    expect((await stateOf(world)).left).toBeLessThanOrEqual(1);
  });

  it('stays paused over a restart, and "refresh now" still does what it says', async () => {
    const world = await setUp();
    await world.services.refresh.setPaused(true);
    const next = world.reborn(true);
    await next.refresh.round();
    expect(world.env.asked).toEqual([]);
    await next.refresh.now();
    await next.refresh.round();
    expect(new Set(readIn(world)).size).toBeGreaterThan(0);
  });

  it('never reads the same twice at once, with two windows on one list', async () => {
    const running = new Map<string, number>();
    let most = 0;
    const good = github();
    const host: WorldOptions['host'] = async (url, init, nth) => {
      const id = /\/repos\/(p\d+)\//.exec(url.pathname)?.[1] ?? '';
      running.set(id, (running.get(id) ?? 0) + 1);
      most = Math.max(most, running.get(id) ?? 0);
      await turn();
      running.set(id, (running.get(id) ?? 0) - 1);
      return good(url, init, nth);
    };
    const world = await setUp({ host });
    const other = world.reborn();
    await Promise.all([world.services.refresh.round(), other.refresh.round(), other.refresh.round()]);
    expect(readIn(world)).toHaveLength(1);
    await Promise.all([world.services.refresh.now(), other.refresh.now()]);
    await Promise.all([world.services.refresh.round(), other.refresh.round()]);
    expect(most).toBe(1);
    const counts = Map.groupBy(readIn(world), (id) => id);
    expect([...counts.values()].every((list) => list.length === 1)).toBe(true);
  });

  it('lets go of a project that is not on record any more', async () => {
    const world = await setUp();
    await world.services.watchlist.set('vanished', true);
    await world.services.refresh.now();
    await world.services.refresh.round();
    expect(await world.services.jobs.list()).toEqual([]);
  });

  it('gives the others their turn though one of the list is not on record any more', async () => {
    const world = await setUp();
    await world.services.watchlist.set('vanished', true);
    await live(world, 8 * DAY_MS);
    expect(new Set(readIn(world)).size).toBe(IDS.length);
    expect((await stateOf(world)).left).toBeLessThanOrEqual(1);
  });
});

describe('dueIds', () => {
  it('leaves out nothing for ever: every id comes round within its days, longest unread first', () => {
    const ids = Array.from({ length: 23 }, (_, i) => `id${i}`);
    const readAt: Record<string, number> = {};
    for (let now = NOW; now < NOW + 7 * DAY_MS; now += ROUND_MS) {
      for (const id of dueIds(ids, readAt, now, false).round) {
        expect(readAt[id]).toBeUndefined();
        readAt[id] = now;
      }
    }
    expect(Object.keys(readAt)).toHaveLength(23);
  });
});
