/** A worker that dies between any two awaits of one refresh: the next one finishes, nothing is lost, little is asked twice. */
import type { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { makeWorld, type TestWorld } from './world.ts';

/** Counts what leaves the worker (database, network, timers); after `limit` of them nothing ever comes back. */
function mortal(limit: number) {
  let count = 0;
  let died = () => {};
  const dead = new Promise<void>((resolve) => {
    died = resolve;
  });
  const step = async <T>(work: () => PromiseLike<T>): Promise<T> => {
    count++;
    if (count > limit) return new Promise<T>(() => {});
    const result = await work();
    if (count < limit) return result;
    // Done on the disk or at the host, but nobody is left to hear of it.
    died();
    return new Promise<T>(() => {});
  };
  return { step, dead, count: () => count };
}

function worldOf(life: ReturnType<typeof mortal>, idb: IDBFactory): TestWorld {
  return makeWorld({
    idb,
    wrapStore: (store) => ({ ...store, run: (work) => life.step(() => store.run(work)) }),
    wrapEnv: (env) => ({
      ...env,
      now: env.now,
      wait: env.wait,
      fetch: (url, init) => life.step(() => env.fetch(url, init)),
    }),
  });
}

async function watched(token: boolean): Promise<IDBFactory> {
  const world = makeWorld();
  if (token) await world.services.tokens.set('github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb');
  await world.services.watchlist.set('alpha', true);
  await world.services.watchlist.edit('alpha', { notes: 'mine', tags: ['kept'] });
  world.store.close();
  return world.idb;
}
const figure = async (services: TestWorld['services']) => {
  const report = await services.reports.known('alpha');
  return report.ok ? report.value.code.signals.find((s) => s.id === 'active-developers')?.value : null;
};

it.each([
  ['without a token', false],
  ['with one: sweep, questions in three steps, single requests', true],
])(
  'a refresh %s survives the death of its worker between every two awaits',
  async (_, token) => {
    const whole = mortal(Number.POSITIVE_INFINITY);
    const undisturbed = worldOf(whole, await watched(token));
    await undisturbed.services.refresh.round();
    const steps = whole.count();
    const requests = undisturbed.env.asked.length;
    expect(steps).toBeGreaterThan(40);
    expect(await figure(undisturbed.services)).toBe(12);

    for (let n = 1; n < steps; n++) {
      const life = mortal(n);
      const world = worldOf(life, await watched(token));
      void world.services.refresh.round();
      await life.dead;
      // The alarm comes half an hour later and finds a new worker.
      world.env.at += 31 * 60_000;
      const next = world.reborn(true);
      await next.refresh.round();
      const answers = await next.reports.known('alpha');
      const commits = answers.ok && answers.value.code.signals.find((s) => s.id === 'regulars')?.value;
      // Single days: a history that was cut off in the middle is read again from its beginning.
      if (token) expect(commits, `killed after step ${n}`).toBe(0);
      expect(await figure(next), `killed after step ${n}`).toBe(12);
      expect(await next.jobs.list(), `killed after step ${n}`).toEqual([]);
      const list = await next.watchlist.list();
      expect(list).toMatchObject({ value: [{ projectId: 'alpha', notes: 'mine', tags: ['kept'] }] });
      // What was stored is not asked for again: at most the request that was on its way, and the folder that led to it.
      expect(world.env.asked.length, `killed after step ${n}`).toBeLessThanOrEqual(requests + 8);
      world.store.close();
    }
  },
  120_000,
);
