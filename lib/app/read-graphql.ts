/**
 * Up to ten repositories by one GraphQL question, and two more where histories or a roadmap go on: what REST would take some
 * sixty requests for. Each part is stored as REST's would be; what did not come is left to the plan of read-repo.ts.
 */
import { lookPieces, parseLooks } from '../domain/activity/graphql-look.ts';
import { questionOf } from '../domain/activity/graphql-pieces.ts';
import { HISTORY_PAGE, historyPieces, MAX_QUERY_REPOS, repoQuery } from '../domain/activity/graphql-query.ts';
import { PEAK_DAYS, QUARTER_DAYS } from '../domain/activity/limits.ts';
import {
  type GraphQLRepo,
  joinHistory,
  parseGraphQLRepos,
  parseHistoryPages,
} from '../domain/activity/parse-graphql.ts';
import type { CommitWindow, Read, RepoPart } from '../domain/activity/repo-facts.ts';
import { lastSunday } from '../domain/activity/weeks.ts';
import { isStale, retryFrom } from '../domain/freshness.ts';
import { DAY_S } from '../domain/time.ts';
import type { Failure, FailureKind } from '../result.ts';
import { loadPart, savePart } from './facts.ts';
import { firstLooks, type RoadmapWish, seedListings, seedLooks, type WishedLook } from './graphql-roadmap.ts';
import { PASSING, type RepoRun } from './read-part.ts';

/**
 * What is asked, as the stored rows tell it: another span of history or other fields are another number. A history whose
 * further pages are still to come is marked, so that the next worker takes it for unread.
 */
const WHOLE = 'GraphQL repositories 1';
const BEGUN = `${WHOLE}, begun`;
/** Most pages of a history that is read to its end: three hundred commits in the year. Longer ones end after a quarter. */
const YEAR_PAGES = 3;
/** A thousand commits in a quarter are more than any project's repository seen; a robot's are not read to the end. */
const QUARTER_PAGES = 10;

/** What REST would say too. Any other failure is GraphQL's own (too dear, too long, another shape): single requests may do better. */
const FINAL = new Set<FailureKind>(['not-found', 'gone', 'blocked', 'forbidden']);
/** Looks at files in one question: the history of a path is the dearest thing that GitHub is asked here. */
const MAX_LOOKS = 10;

const PARTS = ['meta', 'commits', 'releases', 'tags', 'threads'] as const satisfies readonly RepoPart[];
/** Parts for which only a reading by GraphQL will do: REST's are shorter or none. */
const OWN = new Set<RepoPart>(['commits', 'tags', 'threads']);

/** Whether something that GraphQL gives is stale. A failure of the repository itself has its own pause. */
export async function isWanted(run: RepoRun, repo: string): Promise<boolean> {
  const now = run.env.now();
  for (const part of PARTS) {
    const { read, failure, row } = await loadPart(run.cache, repo, part);
    if (failure && retryFrom(failure) > now) {
      if (part === 'meta') return false;
      continue;
    }
    if (!read || isStale(part, row?.readAt ?? null, now)) return true;
    if (OWN.has(part) && row?.request !== WHOLE) return true;
  }
  return false;
}

interface Going {
  repo: string;
  after: string;
  commits: Read<CommitWindow>;
  pages: number;
  total: number;
}

/**
 * Reads what is stale of `repos`, with `all` the rest too. Returns the failures of whole questions; those of single repositories are stored. Of
 * each project in `wishes` the roadmap that the look-up will come to is read along.
 */
export async function readByGraphQL(
  run: RepoRun,
  repos: readonly string[],
  wishes: readonly RoadmapWish[],
  all = false,
): Promise<Failure[]> {
  const wanted: string[] = [];
  for (const repo of repos) if (all || (await isWanted(run, repo))) wanted.push(repo);
  const failures: Failure[] = [];
  for (let i = 0; i < wanted.length; i += MAX_QUERY_REPOS) {
    const some = wanted.slice(i, i + MAX_QUERY_REPOS);
    const failure = await readSome(run, some, wishes);
    if (!failure) continue;
    failures.push(failure);
    if (PASSING.has(failure.kind)) break;
  }
  return failures;
}

async function readSome(
  run: RepoRun,
  repos: readonly string[],
  wishes: readonly RoadmapWish[],
): Promise<Failure | null> {
  const t = lastSunday(run.env.now());
  const since = t - PEAK_DAYS * DAY_S;
  const owners = [...new Set(repos.map((repo) => repo.split('/')[0] as string))];
  const { query, variables } = repoQuery(repos, t, since, owners);
  const asked = { projectId: run.projectId, purpose: 'repositories' };
  const answer = await run.github.graphql(query, variables, asked);
  if (!answer.ok) return answer.failure;
  const { readAt, json } = answer.value;
  const parsed = parseGraphQLRepos(json, { readAt, api: '/graphql' }, { repos, since, owners });
  if (!parsed.ok) return parsed.failure;
  const going = (await Promise.all(parsed.value.repos.map((repo) => store(run, repo)))).filter((one) => one !== null);
  await seedListings(run.cache, readAt, parsed.value, owners);
  await run.onStep();
  return goOn(run, { going, since, t, looks: await firstLooks(run.cache, parsed.value, owners, wishes) });
}

/** Stores what came of one repository; returns where its history goes on, when it should be followed. */
async function store(run: RepoRun, got: GraphQLRepo): Promise<Going | null> {
  const { repo, failures, total } = got;
  const still = await unchangedHistory(run, got);
  const facts = still ? { ...got.facts, commits: still } : got.facts;
  const next = still ? null : got.next;
  for (const part of PARTS) {
    const read = facts[part] as Read<unknown> | undefined;
    const failure = failures[part];
    if (read) {
      const request = part === 'commits' && next ? BEGUN : WHOLE;
      const at = { repo, part, request, etag: null, readAt: read.readAt };
      await savePart(run.cache, at, { read, failure: null, tries: 0 });
    } else if (failure && FINAL.has(failure.kind)) {
      const old = await loadPart(run.cache, repo, part);
      const at = { repo, part, request: old.row?.request ?? WHOLE, etag: old.row?.etag ?? null };
      await savePart(run.cache, { ...at, readAt: old.row?.readAt ?? 0 }, { read: old.read, failure, tries: 0 });
    }
  }
  return next && facts.commits
    ? { repo, after: next, commits: facts.commits, pages: 1, total: total ?? HISTORY_PAGE }
    : null;
}

/** The stored history, where the head is still the same commit: its further pages would tell nothing new. */
async function unchangedHistory(run: RepoRun, { repo, facts }: GraphQLRepo): Promise<Read<CommitWindow> | null> {
  const { read, row } = await loadPart(run.cache, repo, 'commits');
  const known = read as Read<CommitWindow> | null;
  const [then, now] = [known?.value.commits[0]?.sha, facts.commits?.value.commits[0]?.sha];
  if (!known || !facts.commits || row?.request !== WHOLE || then === undefined || then !== now) return null;
  return { ...known, readAt: facts.commits.readAt };
}

interface Further {
  going: Going[];
  since: number;
  t: number;
  looks: WishedLook[];
}

/** Whether another page of this history is worth a question. */
function goesOn({ commits, pages, total }: Going, t: number): boolean {
  if (total <= YEAR_PAGES * HISTORY_PAGE) return pages < YEAR_PAGES;
  return pages < QUARTER_PAGES && commits.value.since > t - QUARTER_DAYS * DAY_S;
}

/** The second question and those after it: next pages of all histories that go on, and files for the roadmap, together. */
async function goOn(run: RepoRun, { going, since, t, looks: first }: Further): Promise<Failure | null> {
  let waiting = first;
  let open = await settle(run, going, t);
  while (open.length > 0 || waiting.length > 0) {
    const looks = waiting.slice(0, MAX_LOOKS);
    const pieces = [...historyPieces(open, since), ...lookPieces(looks)];
    const { query, variables } = questionOf('more', pieces);
    const purpose = looks.length > 0 ? 'more commits, roadmap' : 'more commits';
    const more = await run.github.graphql(query, variables, { projectId: run.projectId, purpose });
    if (!more.ok) return giveUp(run, open, t, more.failure);
    const { readAt, json } = more.value;
    const repos = open.map(({ repo }) => repo);
    const pages = parseHistoryPages(json, { readAt, api: '/graphql' }, { repos, since });
    if (!pages.ok) return giveUp(run, open, t, pages.failure);
    const seen = parseLooks(json, looks);
    waiting = [...waiting.slice(MAX_LOOKS), ...(await seedLooks(run.cache, readAt, looks, seen))];
    const joined = open.map((one, i): Going => {
      const page = pages.value[i];
      // A page that did not come ends its history: what was read stands, incomplete.
      if (!page?.ok) return { ...one, after: '' };
      const { commits, next } = page.value;
      return { ...one, commits: joinHistory(one.commits, commits), pages: one.pages + 1, after: next ?? '' };
    });
    open = await settle(run, joined, t);
    await run.onStep();
  }
  return null;
}

/** The line or a limit: the next worker begins anew. Else the same would fail again: what was read stands. */
async function giveUp(run: RepoRun, open: readonly Going[], t: number, failure: Failure): Promise<Failure> {
  const ended = open.map((one) => ({ ...one, after: '' }));
  if (!PASSING.has(failure.kind)) await settle(run, ended, t);
  return failure;
}

/** Stores each history as far as it was read; returns those that are followed further. */
async function settle(run: RepoRun, going: readonly Going[], t: number): Promise<Going[]> {
  const open: Going[] = [];
  for (const one of going) {
    const more = one.after !== '' && goesOn(one, t);
    if (more) open.push(one);
    const { repo, commits } = one;
    const at = { repo, part: 'commits' as const, request: more ? BEGUN : WHOLE, etag: null, readAt: commits.readAt };
    await savePart(run.cache, at, { read: commits, failure: null, tries: 0 });
  }
  return open;
}
