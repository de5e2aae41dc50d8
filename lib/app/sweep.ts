/**
 * The daily sweep of everything that is watched, with a token: one cheap look at all repositories, then by tens those that
 * were pushed to and a seventh of the others (questions, releases and milestones change without pushes).
 */
import { parseSweep, SWEEP_REPOS, sweepQuery } from '../domain/activity/graphql-sweep.ts';
import type { RepoPart } from '../domain/activity/repo-facts.ts';
import { DAY_MS } from '../domain/time.ts';
import type { Failure } from '../result.ts';
import { loadPart } from './facts.ts';
import type { RoadmapWish } from './graphql-roadmap.ts';
import { readByGraphQL } from './read-graphql.ts';
import type { RepoRun } from './read-part.ts';
import { isQuiet, PUSHED_PARTS, touch } from './touch.ts';

/** The others come round once in a week. */
const ROTATION_DAYS = 7;
/** In a sweep releases and tags wait for their turn in the rotation too. */
const TOUCHED: readonly RepoPart[] = ['meta', ...PUSHED_PARTS, 'releases', 'tags'];

export interface Swept {
  /** The first failure of a question: the sweep ended there. */
  failures: Failure[];
  /** Repositories that nothing happened to and that were not read either. */
  quiet: Set<string>;
}

/** Sweeps `repos` (each once). What it reads is stored; readings of single projects find it fresh. */
export async function sweep(run: RepoRun, repos: readonly string[], wishes: readonly RoadmapWish[]): Promise<Swept> {
  const at = run.env.now();
  const changed: string[] = [];
  const quiet: { repo: string; pushedAt: number | null; age: number }[] = [];
  for (let i = 0; i < repos.length; i += SWEEP_REPOS) {
    const some = repos.slice(i, i + SWEEP_REPOS);
    const { query, variables } = sweepQuery(some);
    const asked = { projectId: run.projectId, purpose: 'watched repositories' };
    const answer = await run.github.graphql(query, variables, asked);
    const states = answer.ok
      ? parseSweep(answer.value.json, { readAt: answer.value.readAt, api: '/graphql' }, some)
      : answer;
    if (!states.ok) return { failures: [states.failure], quiet: new Set() };
    for (const [j, repo] of some.entries()) {
      const state = states.value[j];
      if (!state || !(await isQuiet(run.cache, repo, state))) changed.push(repo);
      else quiet.push({ repo, pushedAt: state.pushedAt, age: at - ((await readAt(run, repo)) ?? 0) });
    }
    await run.onStep();
  }
  // At a new week a second sweep follows within the day: what was read in the first counts.
  const today = quiet.filter(({ age }) => age < DAY_MS).length;
  const share = Math.max(0, Math.ceil(repos.length / ROTATION_DAYS) - today);
  const turn = quiet
    .filter(({ age }) => age >= DAY_MS)
    .sort((a, b) => b.age - a.age)
    .slice(0, share)
    .map(({ repo }) => repo);
  const still = quiet.filter(({ repo }) => !turn.includes(repo));
  for (const { repo, pushedAt } of still) await touch(run.cache, repo, { parts: TOUCHED, pushedAt, at });
  const failures = await readByGraphQL(run, [...changed, ...turn], wishes, true);
  return { failures, quiet: new Set(still.map(({ repo }) => repo)) };
}

/** When the questions were read, Unix ms: the part that no sweep dates anew. */
async function readAt(run: RepoRun, repo: string): Promise<number | null> {
  return (await loadPart(run.cache, repo, 'threads')).row?.readAt ?? null;
}
