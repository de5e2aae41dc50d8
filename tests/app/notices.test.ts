/** Notices: each confirmed change once, after quiet hours, whatever dies in between. */
import { describe, expect, it } from 'vitest';
import { type Notifier, pageOfNotice } from '../../lib/app/notices.ts';
import type { Services } from '../../lib/app/services.ts';
import type { CodeVerdict, ProjectReport } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import type { Store } from '../../lib/io/db.ts';
import { mortal } from './mortal.ts';
import { makeWorld, type TestWorld } from './world.ts';

/** A browser that shows notices: what stands, and each time that one appeared; a replaced one rings again. */
function fakeBrowser() {
  const standing = new Map<string, string[]>();
  const appeared: string[][] = [];
  const state = { allowed: true, refuses: false };
  const notifier: Notifier = {
    allowed: async () => state.allowed,
    async show(id, items) {
      if (state.refuses) return false;
      const lines = items.map(({ name, change }) => `${name} ${change.before}>${change.after}`);
      appeared.push(lines);
      standing.set(id, lines);
      return true;
    },
    standing: async () => [...standing.keys()],
  };
  return { notifier, standing, appeared, state };
}

let reads = 0;
/** Reads `verdict` twice, which makes a change of it. */
async function change(services: Services, projectId: string, verdict: CodeVerdict) {
  const known = await services.reports.known(projectId);
  if (!known.ok) throw new Error(projectId);
  for (let i = 0; i < 2; i++) {
    const code = { ...known.value.code, verdict, asOf: ++reads };
    await services.watchlist.observe({ ...known.value, code } as ProjectReport);
  }
}

interface Options {
  minute?: { at: number };
  wrapStore?(store: Store): Store;
}
async function setUp({ minute = { at: 720 }, wrapStore }: Options = {}) {
  const screen = fakeBrowser();
  const more = { notifier: screen.notifier, minute: () => minute.at };
  const world = makeWorld({ more, ...(wrapStore ? { wrapStore } : {}) });
  const { services } = world;
  for (const id of ['alpha', 'beta', 'gamma']) {
    await services.watchlist.set(id, true);
    await change(services, id, 'steady');
  }
  await services.settings.patch({ notices: true, quiet: true, quietFrom: 1320, quietTo: 480 });
  await services.notices.deliver();
  return { world, services, screen, minute };
}
/** The use cases start deliveries by themselves; this one comes after them. */
const settle = (services: Services) => services.notices.deliver();

describe('createNotices', () => {
  it('tells a change once, with the page of its project behind it', async () => {
    const { services, screen } = await setUp();
    await change(services, 'alpha', 'falling');
    await settle(services);
    await settle(services);
    expect(screen.appeared).toEqual([['Alpha steady>falling']]);
    const [id] = screen.standing.keys();
    expect(pageOfNotice(id ?? '')).toBe('/project.html?id=alpha');
  });

  it('tells nothing of what held for one read', async () => {
    const { services, screen } = await setUp();
    const known = await services.reports.known('alpha');
    if (!known.ok) throw new Error('alpha');
    await services.watchlist.observe({
      ...known.value,
      code: { ...known.value.code, verdict: 'falling', asOf: ++reads },
    });
    await services.watchlist.observe({
      ...known.value,
      code: { ...known.value.code, verdict: 'falling', asOf: reads },
    });
    await settle(services);
    expect(screen.appeared).toEqual([]);
  });

  it('puts several projects into one notice that leads to the watchlist', async () => {
    const { services, screen, minute } = await setUp();
    minute.at = 60;
    await change(services, 'alpha', 'falling');
    await change(services, 'beta', 'quiet');
    await settle(services);
    minute.at = 480;
    await settle(services);
    expect(screen.appeared).toEqual([['Alpha steady>falling', 'Beta steady>quiet']]);
    expect(pageOfNotice([...screen.standing.keys()][0] ?? '')).toBe('/watchlist.html');
  });

  it('keeps quiet in quiet hours, and says until when', async () => {
    const { world, services, screen, minute } = await setUp();
    minute.at = 1380;
    await change(services, 'alpha', 'falling');
    expect(await settle(services)).toBe(world.env.now() + 9 * 3_600_000);
    expect(screen.appeared).toEqual([]);
    // The reader switches them off: what waited is told at once.
    await services.settings.patch({ quiet: false });
    expect(await settle(services)).toBeNull();
    expect(screen.appeared).toHaveLength(1);
  });

  it('leaves out projects whose own switch is off, and archived ones, for good', async () => {
    const { services, screen } = await setUp();
    await services.watchlist.edit('alpha', { notify: false });
    await services.watchlist.edit('beta', { archived: true });
    await change(services, 'alpha', 'falling');
    await change(services, 'beta', 'falling');
    await settle(services);
    await services.watchlist.edit('alpha', { notify: true });
    await settle(services);
    await change(services, 'gamma', 'falling');
    await settle(services);
    expect(screen.appeared).toEqual([['Gamma steady>falling']]);
  });

  it.each([
    ['the setting is off', async (s: Services) => void (await s.settings.patch({ notices: false }))],
    [
      'the permission is gone',
      async (_: Services, screen: ReturnType<typeof fakeBrowser>) => {
        screen.state.allowed = false;
      },
    ],
  ])('tells nothing while %s, and nothing of that time afterwards', async (_, off) => {
    const { services, screen } = await setUp();
    await off(services, screen);
    await settle(services);
    await change(services, 'alpha', 'falling');
    screen.state.allowed = true;
    await services.settings.patch({ notices: true });
    await settle(services);
    await change(services, 'alpha', 'dormant');
    await settle(services);
    expect(screen.appeared).toEqual([['Alpha falling>dormant']]);
  });

  it('tries again what the browser refused to show', async () => {
    const { services, screen } = await setUp();
    screen.state.refuses = true;
    await change(services, 'alpha', 'falling');
    await settle(services);
    screen.state.refuses = false;
    await settle(services);
    expect(screen.appeared).toEqual([['Alpha steady>falling']]);
  });

  it('tells each once when clocks are set forth and back', async () => {
    const { world, services, screen } = await setUp();
    world.env.at += 400 * DAY_MS;
    await change(services, 'alpha', 'falling');
    world.env.at -= 800 * DAY_MS;
    await change(services, 'alpha', 'dormant');
    await settle(services);
    expect(screen.appeared.flat()).toEqual(['Alpha steady>falling', 'Alpha falling>dormant']);
  });

  it('neither loses nor doubles one when the worker dies between any two steps', async () => {
    const whole = await dying(Number.POSITIVE_INFINITY);
    expect(whole.steps).toBeGreaterThan(10);
    for (let n = 1; n <= whole.steps; n++) {
      const { world, screen } = await dying(n);
      const next = world.reborn(true, { notifier: screen.notifier, minute: () => 720 });
      // Another change comes first, then what the dead one had not written down is read again: two reads confirm it.
      await change(next, 'beta', 'quiet');
      await settle(next);
      await change(next, 'alpha', 'falling');
      await settle(next);
      const told = screen.appeared.flat().sort();
      expect(told, `killed after step ${n}`).toEqual(['Alpha steady>falling', 'Beta steady>quiet']);
      world.store.close();
    }
  });

  it('takes a click or a close as told, also where the worker died before it wrote that down', async () => {
    const whole = await dying(Number.POSITIVE_INFINITY);
    for (let n = 1; n <= whole.steps; n++) {
      const { world, screen } = await dying(n);
      const next = world.reborn(true, { notifier: screen.notifier, minute: () => 720 });
      for (const id of screen.standing.keys()) {
        await next.notices.handled(id);
        screen.standing.delete(id);
      }
      await change(next, 'alpha', 'falling');
      await settle(next);
      expect(screen.appeared.flat(), `killed after step ${n}`).toEqual(['Alpha steady>falling']);
      world.store.close();
    }
  });
});

/** A change and its notice, by a worker that hears of nothing after `limit` steps of database and browser. */
async function dying(
  limit: number,
): Promise<{ world: TestWorld; screen: ReturnType<typeof fakeBrowser>; steps: number }> {
  const life = mortal();
  const screen = fakeBrowser();
  const { notifier } = screen;
  const line: Notifier = {
    allowed: () => life.step(() => notifier.allowed()),
    show: (id, items) => life.step(() => notifier.show(id, items)),
    standing: () => life.step(() => notifier.standing()),
  };
  const world = makeWorld({
    more: { notifier: line, minute: () => 720 },
    wrapStore: (store) => ({ ...store, run: (work) => life.step(() => store.run(work)) }),
  });
  const { services } = world;
  for (const id of ['alpha', 'beta']) {
    await services.watchlist.set(id, true);
    await change(services, id, 'steady');
  }
  await services.settings.patch({ notices: true });
  await settle(services);
  life.steps = 0;
  life.limit = limit;
  await Promise.race([life.dead, change(services, 'alpha', 'falling').then(() => settle(services))]);
  return { world, screen, steps: life.steps };
}

describe('pageOfNotice', () => {
  it.each([
    ['roadmark-notice 5 own:my-chain', '/project.html?id=own%3Amy-chain'],
    ['roadmark-notice 5 ', '/watchlist.html'],
    ['another', undefined],
  ])('of %j is %s', (id, page) => expect(pageOfNotice(id)).toBe(page));
});
