import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJobs, LEASE_MS } from '../../lib/app/jobs.ts';
import { createScheduler } from '../../lib/app/scheduler.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { createStore } from '../../lib/io/db.ts';
import { createBudget, limitOf, READER_SHARE } from '../../lib/io/github/budget.ts';
import { ok } from '../../lib/result.ts';
import { NOW } from './world.ts';

const RUNS = 1000;
const env = { now: () => NOW, wait: async () => {}, fetch: async () => new Response() };
const nowhere = { run: async () => ok(undefined as never), close() {} };

describe('createScheduler', () => {
  it('runs one at a time, the reader first, each exactly once, for any order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (arrivals) => {
        const scheduler = createScheduler(env, { allowedAt: async () => 0 });
        const started: number[] = [];
        let running = 0;
        await Promise.all(
          arrivals.map((forReader, i) =>
            scheduler.run(
              () => forReader,
              async () => {
                expect(++running).toBe(1);
                started.push(i);
                await Promise.resolve();
                running--;
                return ok(i);
              },
            ),
          ),
        );
        expect([...started].sort((a, b) => a - b)).toEqual(arrivals.map((_, i) => i));
        // The first to come starts at once; of the others no background work stands before a reader's.
        const rest = started.slice(1).map((i) => arrivals[i]);
        expect(rest.indexOf(false) === -1 || rest.lastIndexOf(true) < rest.indexOf(false)).toBe(true);
        // First come, first served among equals.
        for (const kind of [true, false]) {
          const same = started.slice(1).filter((i) => arrivals[i] === kind);
          expect(same).toEqual([...same].sort((a, b) => a - b));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('moves waiting work to the front when a reader joins it', async () => {
    const scheduler = createScheduler(env, { allowedAt: async () => 0 });
    const order: string[] = [];
    let joined = false;
    const task = (name: string) => async () => {
      order.push(name);
      if (name === 'first') joined = true;
      return ok(null);
    };
    await Promise.all([
      scheduler.run(() => false, task('first')),
      scheduler.run(() => false, task('second')),
      scheduler.run(() => joined, task('third')),
    ]);
    expect(order).toEqual(['first', 'third', 'second']);
  });

  it('goes on after a task that throws', async () => {
    const scheduler = createScheduler(env, { allowedAt: async () => 0 });
    const broken = scheduler.run(
      () => true,
      () => Promise.reject(new Error('bug')),
    );
    await expect(broken).rejects.toThrow('bug');
    expect(
      await scheduler.run(
        () => true,
        async () => ok(1),
      ),
    ).toEqual({ ok: true, value: 1 });
  });
});

describe('createBudget', () => {
  const headersOf = (left: number, limit: number, reset: number) =>
    new Headers({
      'x-ratelimit-remaining': `${left}`,
      'x-ratelimit-limit': `${limit}`,
      'x-ratelimit-reset': `${reset}`,
    });

  it('never lets background work into the last third, never anybody over the limit, for any run of answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(fc.record({ left: fc.nat(5000), passMs: fc.nat(4_000_000), limited: fc.boolean() }), {
          maxLength: 20,
        }),
        (limit, answers) => {
          const budget = createBudget(nowhere);
          let now = NOW;
          for (const { left: drawn, passMs, limited } of answers) {
            const left = limited ? 0 : drawn % (limit + 1);
            const reset = Math.floor(now / 1000) + 600;
            const status = limited ? 403 : 200;
            budget.observe({ status, headers: headersOf(left, limit, reset), message: '' }, now, 'bare');
            const [reader, background] = [true, false].map((who) => budget.allowedAt(now, who, 'bare')) as [
              number,
              number,
            ];
            expect(background).toBeGreaterThanOrEqual(reader);
            if (left <= limit * READER_SHARE) expect(background).toBe(reset * 1000);
            else expect(background).toBe(now);
            expect(reader).toBe(left === 0 ? reset * 1000 : now);
            // To the second: one millisecond before the reset nothing goes.
            if (left === 0) {
              expect(budget.allowedAt(reset * 1000 - 1, true, 'bare')).toBe(reset * 1000);
              expect(budget.allowedAt(reset * 1000, true, 'bare')).toBe(reset * 1000);
            }
            // The other class of requests is not held back by this one.
            expect(budget.allowedAt(now, false, 'token')).toBe(now);
            now = Math.max(now + passMs, reset * 1000);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('is not held for ever by a clock that was set back', () => {
    const budget = createBudget(nowhere);
    budget.observe({ status: 403, headers: new Headers({ 'retry-after': '600' }), message: '' }, NOW, 'bare');
    expect(budget.allowedAt(NOW, true, 'bare')).toBe(NOW + 600_000);
    const yearAgo = NOW - 365 * DAY_MS;
    expect(budget.allowedAt(yearAgo, true, 'bare')).toBe(yearAgo);
  });
});

describe('limitOf', () => {
  it('takes a 403 without any sign of a limit as what it is', () => {
    expect(limitOf({ status: 403, headers: new Headers(), message: 'Forbidden', strikes: 0 }, NOW).limited).toBe(false);
  });
  it('never waits longer than an hour without being told', () => {
    const verdict = limitOf({ status: 429, headers: new Headers(), message: '', strikes: 50 }, NOW);
    expect(verdict).toEqual({ limited: true, primary: false, retryAt: NOW + 3_600_000 });
  });
});

describe('createJobs', () => {
  const job = (key: string, nextAt: number) => ({
    key,
    kind: 'read' as const,
    projectId: key,
    reason: 'watch',
    nextAt,
  });

  it('gives each due job to one worker only, in any order of takers, and again when its lease ran out', async () => {
    const idb = new IDBFactory();
    let at = NOW;
    const clock = { ...env, now: () => at };
    const store = () => createStore({ now: clock.now, indexedDB: idb, IDBKeyRange });
    const workers = [1, 2, 3].map((n) => createJobs(clock, store(), `worker ${n}`));
    const [first] = workers as [(typeof workers)[0]];
    for (const key of ['a', 'b', 'c']) await first.put(job(key, NOW));
    await first.put(job('later', NOW + 1000));
    const taken = await Promise.all([...workers, ...workers].map((worker) => worker.take()));
    const keys = taken.flatMap((row) => row?.key ?? []);
    expect([...keys].sort()).toEqual(['a', 'b', 'c']);
    at = NOW + LEASE_MS + 1;
    const again = createJobs(clock, store(), 'worker 4');
    expect((await again.take())?.key).toBe('a');
    expect(await createJobs(clock, store(), 'worker 5').hold('a')).toBe(false);
    expect(await createJobs(clock, store(), 'worker 6', true).hold('a')).toBe(true);
  });

  it('takes a job up whose time lies further ahead than any wait: the clock was set back', async () => {
    const clock = { ...env, now: () => NOW - 365 * DAY_MS };
    const jobs = createJobs(clock, createStore({ now: clock.now, indexedDB: new IDBFactory(), IDBKeyRange }), 'me');
    await jobs.put(job('a', NOW));
    expect((await jobs.take())?.key).toBe('a');
  });

  it('keeps one row per key with the earlier time', async () => {
    const jobs = createJobs(env, createStore({ now: env.now, indexedDB: new IDBFactory(), IDBKeyRange }), 'me');
    await jobs.put(job('a', NOW + 50));
    await jobs.put(job('a', NOW + 90));
    expect(await jobs.nextAt()).toBe(NOW + 50);
    await jobs.put(job('a', NOW + 90), true);
    expect(await jobs.nextAt()).toBe(NOW + 90);
    await jobs.done('a');
    expect(await jobs.nextAt()).toBeNull();
  });
});
