/** A day of a hundred watched projects, request by request: for the test and for the table of the benchmark. */
import { DAY_MS } from '../../lib/domain/time.ts';
import type { PlayRepo } from './play-graphql.ts';
import { contributorsAnswer, github, json, makeWorld, playRepo, project, repoAnswer, type TestWorld } from './world.ts';

export const TOKEN = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
const HALF_HOUR = 1_800_000;

export interface WatchedWorld {
  world: TestWorld;
  /** Lives through one day of alarms; returns the addresses that were asked. */
  day(): Promise<string[]>;
  /** Somebody pushes to these repositories. */
  push(repos: readonly string[], daysAgo?: number): void;
}

/** `projects` watched projects of `repos` repositories each, with `authors` people who commit weekly. */
export async function watchedWorld(options: {
  projects: number;
  repos: number;
  token: boolean;
  authors?: number;
}): Promise<WatchedWorld> {
  const { authors = 1 } = options;
  const pushed = new Map<string, string>();
  const list = Array.from({ length: options.projects }, (_, p) =>
    project(`p${p}`, { repos: Array.from({ length: options.repos }, (_unused, r) => `p${p}/r${r}`) }),
  );
  const play = (name: string): PlayRepo | undefined => {
    if (name.endsWith('/roadmap')) return undefined;
    const repo = playRepo(name, {}, authors, 12);
    const at = pushed.get(name);
    if (at === undefined) return repo;
    const commit = {
      oid: `${Date.parse(at).toString(16)}f`.padStart(40, '0'),
      at: Date.parse(at),
      author: { id: 100, login: 'u0' },
    };
    return { ...repo, pushedAt: at, commits: [commit, ...repo.commits] };
  };
  const host = github((url) => {
    const name = /^\/repos\/([^/]+\/[^/]+)$/.exec(url.pathname)?.[1];
    if (name) return json(repoAnswer(name, pushed.has(name) ? { pushed_at: pushed.get(name) } : {}));
    if (url.pathname.endsWith('/stats/contributors')) return json(contributorsAnswer(12));
    return undefined;
  }, play);
  const world = makeWorld({ projects: list, host });
  if (options.token) await world.services.tokens.set(TOKEN);
  for (const { id } of list) await world.services.watchlist.set(id, true);
  const day = async () => {
    const before = world.env.asked.length;
    const end = world.env.at + DAY_MS;
    while (world.env.at < end) {
      await world.services.refresh.round();
      world.env.at += HALF_HOUR;
    }
    return world.env.asked.slice(before).map(({ url }) => url.replace('https://api.github.com', ''));
  };
  const push = (repos: readonly string[], daysAgo = 1 / 24) => {
    const at = new Date(world.env.at - daysAgo * DAY_MS).toISOString().replace('.000Z', 'Z');
    for (const repo of repos) pushed.set(repo, at);
  };
  return { world, day, push };
}
