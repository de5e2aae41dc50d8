/** What the watchlist's own refresh costs a day, with a token and without. */
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../lib/domain/time.ts';
import { type WatchedWorld, watchedWorld } from './watch-day.ts';

const verdictOf = async ({ world }: WatchedWorld, id: string) => {
  const report = await world.services.reports.known(id);
  return report.ok ? report.value : null;
};

describe('a day of the watchlist', () => {
  it('costs at most forty requests with a token, while a tenth of their repositories changes', async () => {
    const watched = await watchedWorld({ projects: 100, repos: 2, token: true });
    const cold = await watched.day();
    // Four looks at fifty, twenty questions of ten repositories, as many for their roadmaps: nothing else, not even on the first day.
    expect(cold.filter((path) => path !== '/graphql')).toEqual([]);
    expect(cold.length).toBeLessThanOrEqual(44);
    // Three days, so that a new week is among them.
    for (let n = 1; n <= 3; n++) {
      watched.push(Array.from({ length: 20 }, (_, i) => `p${(n * 7 + i * 4) % 100}/r${i % 2}`));
      const asked = await watched.day();
      expect(asked.length, `day ${n}: ${asked.filter((path) => path !== '/graphql').join(' ')}`).toBeLessThanOrEqual(
        40,
      );
      expect(asked.length).toBeGreaterThan(4);
    }
    const report = await verdictOf(watched, 'p1');
    expect(report?.code.repos.map((repo) => repo.state)).toEqual(Array(2).fill('read'));
    const plan = await watched.world.services.refresh.state();
    expect(plan.ok && plan.value.left).toBeLessThanOrEqual(4);
  }, 120_000);

  it('sees what was pushed on the same day', async () => {
    const watched = await watchedWorld({ projects: 3, repos: 2, token: true });
    await watched.day();
    const before = await verdictOf(watched, 'p1');
    watched.world.env.at += 8 * DAY_MS;
    // On the last day before T: what comes after T counts from the next Sunday on.
    watched.push(['p1/r1'], 6);
    await watched.day();
    const after = await verdictOf(watched, 'p1');
    const days = (report: typeof before) =>
      report?.code.signals.find((s) => s.id === 'days-since-commit')?.value as number;
    expect(days(before)).toBeGreaterThan(3);
    expect(days(after)).toBeLessThan(7.5);
    expect(after?.code.asOf).toBeGreaterThanOrEqual(watched.world.env.at - DAY_MS - 1);
  });

  it('reads a seventh a day without a token, within three requests each, and everything once in a week', async () => {
    const watched = await watchedWorld({ projects: 28, repos: 1, token: false });
    const read = new Set<string>();
    for (let n = 0; n < 7; n++) for (const path of await watched.day()) read.add(path.split('/')[2] ?? '');
    expect(read.size).toBe(28);
    for (let n = 0; n < 3; n++) {
      watched.push(Array.from({ length: 2 }, (_, i) => `p${(n * 2 + i) % 28}/r0`));
      const asked = await watched.day();
      const projects = new Set(asked.map((path) => path.split('/')[2]));
      expect(projects.size).toBeLessThanOrEqual(4);
      expect(asked.length).toBeLessThanOrEqual(12);
    }
  }, 120_000);

  it('does not sweep while GitHub holds it back, and does so at the first round after that', async () => {
    const watched = await watchedWorld({ projects: 2, repos: 1, token: true });
    const { world } = watched;
    const { budget } = world.services;
    const headers = new Headers({ 'retry-after': '5400' });
    budget.observe({ status: 403, headers, message: 'secondary rate limit' }, world.env.at, 'points');
    await world.services.refresh.round();
    const sent = () => world.env.asked.filter(({ url }) => url.endsWith('/graphql')).length;
    expect(sent()).toBe(0);
    world.env.at += 5400_000 + 1;
    await world.services.refresh.round();
    expect(sent()).toBeGreaterThan(0);
  });
});
