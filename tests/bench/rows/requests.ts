/** Requests that leave the machine, counted against a GitHub played in memory: no browser, no clock, the same figure each time. */
import { DAY_MS } from '../../../lib/domain/time.ts';
import { filesOf, withFiles } from '../../app/roadmap-host.ts';
import { TOKEN, watchedWorld } from '../../app/watch-day.ts';
import { makeWorld, playRepo, project } from '../../app/world.ts';
import type { NodeRow } from '../framework.ts';

/** Two people who commit weekly: a year of such a repository is two pages of commits. */
const AUTHORS = 2;
const play = (name: string) => (name.endsWith('/roadmap') ? undefined : playRepo(name, filesOf, AUTHORS));

/** Opens the card of a project with a roadmap: for the first time, at once again, and a day later. */
async function cardCosts(count: number, token: boolean): Promise<[cold: number, fresh: number, nextDay: number]> {
  const repos = Array.from({ length: count }, (_, i) => `alpha/r${i}`);
  const { env, services } = makeWorld({
    host: withFiles(['ROADMAP.md'], [], play),
    projects: [project('alpha', { repos })],
  });
  if (token) await services.tokens.set(TOKEN);
  const open = async (): Promise<number> => {
    const before = env.asked.length;
    const report = await services.reports.live('alpha', 'card');
    if (!report.ok || report.value.failures.length > 0) throw new Error(JSON.stringify(report));
    return env.asked.length - before;
  };
  const cold = await open();
  const fresh = await open();
  env.at += DAY_MS + 1;
  return [cold, fresh, await open()];
}

function card(count: number, token: boolean, most: number | null, plan: string): NodeRow {
  const of = count === 1 ? 'one repository' : `${count} repositories`;
  return {
    in: 'node',
    figure: `requests: card of ${of}, ${token ? 'with' : 'no'} token`,
    goal: `${most === null ? '' : `cold ≤ ${most}, `}fresh 0 (planned: ${plan})`,
    async run() {
      const [cold, fresh, nextDay] = await cardCosts(count, token);
      const met = fresh === 0 && (most === null || cold <= most);
      const three = !token && count > 3 ? 'three of them are read' : '';
      return { value: `cold ${cold}, fresh ${fresh}, next day ${nextDay}`, met, ...(three && { note: three }) };
    },
  };
}

function watched(repos: number, token: boolean, most: number | null, plan: string): NodeRow {
  return {
    in: 'node',
    figure: `requests: a day of 100 watched projects of ${repos === 1 ? 'one repository' : `${repos} repositories`}, ${token ? 'with' : 'no'} token`,
    goal: `${most === null ? '' : `warm ≤ ${most} `}(planned: ${plan})`,
    async run() {
      const world = await watchedWorld({ projects: 100, repos, token });
      const cold = (await world.day()).length;
      // Without a token a week must pass before all of them are known.
      for (let n = 0; !token && n < 6; n++) await world.day();
      const days: number[] = [];
      for (let n = 0; n < 4; n++) {
        const tenth = Array.from({ length: 10 * repos }, (_, i) => `p${(n * 10 + i * 7) % 100}/r${i % repos}`);
        world.push([...new Set(tenth)]);
        days.push((await world.day()).length);
      }
      const worst = Math.max(...days);
      return {
        value: `cold ${cold}, warm ${Math.min(...days)}–${worst}`,
        met: most === null ? null : worst <= most,
        note: 'a tenth of the repositories changes each day; a new week is among the days',
      };
    },
  };
}

export const rows: NodeRow[] = [
  card(1, false, 6, '5–9'),
  card(3, false, null, '9–15'),
  card(10, false, null, '9–15'),
  card(1, true, null, '2 and statistics'),
  card(3, true, null, '2 and statistics'),
  card(10, true, 3, '1 and statistics'),
  watched(5, true, 40, '220'),
  watched(1, false, 40, '250 for 500 repositories'),
];
