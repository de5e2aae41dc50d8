/** Everything that is asked about one project: which repositories, then each of them, then its roadmap. */
import { CHOICE_DAYS, chooseRepos, REPOS_WITH_TOKEN, REPOS_WITHOUT_TOKEN } from '../domain/activity/choose-repos.ts';
import { type ListedRepo, parseRepoList } from '../domain/activity/parse-rest.ts';
import { isStale } from '../domain/freshness.ts';
import type { Project } from '../domain/registry/project.ts';
import type { Cache } from '../io/cache.ts';
import type { GitHub } from '../io/github/client.ts';
import type { Failure, Result } from '../result.ts';
import { choiceKey, loadChoice, loadFacts, type StoredChoice } from './facts.ts';
import { readByGraphQL } from './read-graphql.ts';
import type { RepoRun, RunEnd } from './read-part.ts';
import type { ReadReason } from './read-reason.ts';
import { readRepo } from './read-repo.ts';
import type { RoadmapReader } from './roadmap-reader.ts';

/** One listing without a token; with one, as many organisations as any project in the registry was seen to have. */
const ORGS = { bare: 1, token: 3 };

/** R as it is known without asking: pinned repositories, else the stored choice. `listed` null: not read yet. */
export async function knownRepos(
  cache: Cache,
  project: Project,
  hasToken: boolean,
): Promise<{ repos: string[]; listed: number | null }> {
  if (project.repos.length > 0) return chooseRepos({ pinned: project.repos, listing: [], hasToken });
  const stored = await loadChoice(cache, project.id);
  if (!stored) return { repos: [], listed: null };
  const limit = hasToken ? REPOS_WITH_TOKEN : REPOS_WITHOUT_TOKEN;
  return { repos: stored.choice.repos.slice(0, limit), listed: stored.choice.listed };
}

async function listOwner(run: RepoRun, owner: string): Promise<Result<ListedRepo[]>> {
  const name = encodeURIComponent(owner);
  const asked = { projectId: run.projectId, purpose: 'list of repositories' };
  const query = 'sort=pushed&per_page=100';
  let api = `/orgs/${name}/repos?type=sources&${query}`;
  let answer = await run.github.get(api, asked);
  if (!answer.ok && answer.failure.kind === 'not-found') {
    // A person's account answers under another address.
    api = `/users/${name}/repos?type=owner&${query}`;
    answer = await run.github.get(api, asked);
  }
  if (!answer.ok) return answer;
  const parsed = parseRepoList(answer.value.json, { readAt: answer.value.readAt, api });
  return parsed.ok ? { ok: true, value: parsed.value.value } : parsed;
}

/** The choice for a project of which only organisations are known: kept for CHOICE_DAYS, made anew with a first token. */
async function chooseLive(run: RepoRun, project: Project): Promise<{ repos: string[]; failures: Failure[] }> {
  const stored = await loadChoice(run.cache, project.id);
  const now = run.env.now();
  const fits = stored && (stored.choice.hasToken || !run.hasToken);
  if (fits && !isStale('choice', stored.readAt, now)) {
    return { repos: (await knownRepos(run.cache, project, run.hasToken)).repos, failures: [] };
  }
  const listing: ListedRepo[] = [];
  const failures: Failure[] = [];
  for (const owner of project.orgs.slice(0, run.hasToken ? ORGS.token : ORGS.bare)) {
    const listed = await listOwner(run, owner);
    if (listed.ok) listing.push(...listed.value);
    else failures.push({ subject: owner, ...listed.failure });
  }
  if (failures.length > 0) return { repos: stored?.choice.repos ?? [], failures };
  const choice: StoredChoice = {
    ...chooseRepos({ pinned: [], listing, hasToken: run.hasToken }),
    hasToken: run.hasToken,
  };
  const request = `listing of ${project.orgs.join(' ')} for ${CHOICE_DAYS} days`;
  await run.cache.put({ key: choiceKey(project.id), request, etag: null, readAt: now, value: choice });
  await run.onStep();
  return { repos: choice.repos, failures };
}

/** Names under which GitHub knows the repositories now. */
export async function currentNames(cache: Cache, repos: readonly string[], pinned: boolean): Promise<string[]> {
  const facts = await loadFacts(cache, repos, pinned);
  return facts.map((repo) => repo.meta?.value.fullName ?? repo.repo);
}

/**
 * A card without a token costs at most so many requests for a project of one repository: of sixty an hour, ten cards. What
 * the code half leaves over is the roadmap's; three are enough for one found at the usual place.
 */
const CARD_REQUESTS = 6;
const CARD_ROADMAP_REQUESTS = 3;
/** With a token a card asks for the statistics of so many repositories too: as many as it would read without one. */
const CARD_STATISTICS = REPOS_WITHOUT_TOKEN;

export interface ProjectRun extends Omit<RepoRun, 'statistics' | 'projectId'> {
  projectId: string;
  roadmap: RoadmapReader;
  reason: ReadReason;
}

/** Whether everything is read that the project's page shows; a card and the watchlist do with less. */
export const isDeep = (reason: ReadReason) => reason === 'page' || reason === 'manual';

/** The client, and how often it was asked. */
function counted(github: GitHub): { github: GitHub; count(): number } {
  let count = 0;
  const one = <A extends unknown[], T>(ask: (...args: A) => T) => {
    return (...args: A): T => {
      count++;
      return ask(...args);
    };
  };
  return {
    github: { get: one(github.get), graphql: one(github.graphql), identity: github.identity },
    count: () => count,
  };
}

/** With a token: everything that one question can read. Where GitHub refuses the token, the plan without one goes on. */
async function readAtOnce(run: ProjectRun & RepoRun, project: Project, repos: string[]): Promise<Failure[]> {
  const depth = isDeep(run.reason) ? 'page' : 'card';
  const few = run.reason === 'card' && repos.length <= CARD_STATISTICS;
  if (depth === 'card' && !few) run.statistics = 'lacking';
  const failures = await readByGraphQL(run, repos, [{ repos, address: project.roadmap, depth }]);
  if (!failures.some((failure) => failure.kind === 'unauthorized')) return failures;
  Object.assign(run, { hasToken: false, statistics: 'all' });
  repos.splice(REPOS_WITHOUT_TOKEN);
  return failures;
}

/** Asks for what is stale; stores it as it comes. Stops at a limit or a lost line; says when to go on. */
export async function readProject(given: ProjectRun, project: Project): Promise<RunEnd> {
  const { github, count } = counted(given.github);
  const run: ProjectRun & RepoRun = {
    ...given,
    github,
    statistics: 'all',
    watch: given.reason === 'watch',
    deep: isDeep(given.reason),
  };
  const end: RunEnd = { failures: [], goOnAt: null };
  let repos = [...(await knownRepos(run.cache, project, run.hasToken)).repos];
  if (project.repos.length === 0 && project.orgs.length > 0) {
    const chosen = await chooseLive(run, project);
    repos = [...chosen.repos];
    end.failures.push(...chosen.failures);
  }
  const atOnce = run.hasToken && !isOver(end.failures) ? await readAtOnce(run, project, repos) : [];
  // GraphQL's own limit leaves REST's hour untouched: the plan of single requests goes on.
  const stopped = () => isOver([...end.failures, ...atOnce.filter((failure) => failure.kind !== 'rate-limited')]);
  let quiet = repos.length > 0;
  for (const repo of repos) {
    if (stopped()) break;
    const read = await readRepo(run, repo);
    quiet &&= read.quiet === true;
    end.failures.push(...read.failures);
    if (read.goOnAt !== null) end.goOnAt = Math.min(end.goOnAt ?? read.goOnAt, read.goOnAt);
  }
  if (!stopped()) {
    const names = await currentNames(run.cache, repos, project.repos.length > 0);
    const left = repos.length > 1 ? CARD_ROADMAP_REQUESTS : Math.min(CARD_ROADMAP_REQUESTS, CARD_REQUESTS - count());
    const depth = isDeep(run.reason) ? 'page' : 'card';
    const allowance = run.hasToken || depth === 'page' ? {} : { allowance: Math.max(0, left) };
    const known = { now: run.env.now(), snapshot: run.snapshot, repos: names };
    const context = { ...known, github, depth, ...allowance, thrifty: run.reason === 'watch' } as const;
    // The watchlist asks for a roadmap when somebody pushed; who opens card or page hears of milestones too.
    if (quiet && run.reason === 'watch') await run.roadmap.confirm(project);
    end.failures.push(...(await run.roadmap.live(project, context)));
    await run.onStep();
  }
  end.failures.push(...atOnce);
  const limited = end.failures.find((failure) => failure.kind === 'rate-limited');
  if (limited?.retryAt) end.goOnAt = Math.max(end.goOnAt ?? 0, limited.retryAt);
  return end;
}

/** The host said stop, or nobody is there: asking for more would only hammer. */
function isOver(failures: readonly Failure[]): boolean {
  return failures.some(
    (f) => f.kind === 'rate-limited' || f.kind === 'offline' || f.kind === 'cancelled' || f.kind === 'timeout',
  );
}
