/** One repository by the cheapest plan: each part that is stale, one request, stored at once. Nothing is kept in between. */

import {
  type Origin,
  parseCommits,
  parseCompare,
  parseContributors,
  parseParticipation,
  parseReleases,
  parseRepo,
} from '../domain/activity/parse-rest.ts';
import type { ContributorStats, Read, RepoMeta, RepoPart } from '../domain/activity/repo-facts.ts';
import { lastSunday } from '../domain/activity/weeks.ts';
import { isStale, PENDING_WAITS_MS, retryFrom } from '../domain/freshness.ts';
import type { Cache } from '../io/cache.ts';
import type { Answer, GitHub } from '../io/github/client.ts';
import { type Failure, fail, type Result } from '../result.ts';
import { loadPart, savePart } from './facts.ts';

export interface RepoRun {
  env: { now(): number };
  cache: Cache;
  github: GitHub;
  projectId: string;
  hasToken: boolean;
  /** Called after each stored part. */
  onStep(): Promise<void>;
}
/** What a run came to: the failures it met, and when to go on where GitHub is still computing or a limit holds. */
export interface RunEnd {
  failures: Failure[];
  goOnAt: number | null;
}

const DAY_S = 86_400;
/** |A(T)| needs 28 days; with a token the 91 days of regulars, one-day authors and patterns. */
const COMMIT_DAYS = { bare: 28, token: 91 };
/** "One or two pages" without a token; with one, a thousand commits. */
const COMMIT_PAGES = { bare: 2, token: 10 };
/** Failures after which nothing further is asked of this repository, or of anything: the host said stop, or nobody is there. */
const STOP = new Set<string>(['rate-limited', 'offline', 'timeout', 'cancelled', 'unauthorized']);
/** Not stored: they say something about the line or the reader, not about the repository. */
const PASSING = new Set<string>([...STOP, 'storage-full', 'storage-blocked']);

interface PartPlan<T> {
  part: RepoPart;
  path: string;
  purpose: string;
  parse(answer: Answer, origin: Origin): Promise<Result<Read<T>>> | Result<Read<T>>;
}
type PartEnd<T> = { read: Read<T> | null; failure: Failure | null; goOnAt: number | null };

const later = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

/** Reads one part when it is stale and may be asked for; else answers from the cache. */
async function readPart<T>(run: RepoRun, repo: string, plan: PartPlan<T>): Promise<PartEnd<T>> {
  const stored = await loadPart(run.cache, repo, plan.part);
  const old = stored.read as Read<T> | null;
  const now = run.env.now();
  const request = `GET ${plan.path} ${await run.github.identity()}`;
  // A read that failed since, or was asked otherwise (other window), is not fresh by its age alone.
  if (!stored.failure && old && !isStale(plan.part, stored.row?.readAt ?? null, now)) {
    return { read: old, failure: null, goOnAt: null };
  }
  if (stored.failure && retryFrom(stored.failure) > now) {
    const goOnAt = stored.failure.kind === 'pending' ? retryFrom(stored.failure) : null;
    return { read: old, failure: stored.failure, goOnAt };
  }
  const etag = old && stored.row?.request === request ? stored.row.etag : null;
  const asked = { projectId: run.projectId, purpose: plan.purpose, etag };
  const answer = await run.github.get(plan.path, asked);
  const at = { repo, part: plan.part, request };
  if (!answer.ok) return keepFailure(run, at, { ...stored, read: old }, answer.failure);
  const { readAt } = answer.value;
  if (answer.value.status === 304) {
    // Nothing stored to stand for it (cleared meanwhile): ask again without the ETag at the next turn.
    const still = (await loadPart(run.cache, repo, plan.part)).read as Read<T> | null;
    const read = still ?? old;
    if (!read) return { read: null, failure: fail('bad-answer', readAt, { status: 304 }).failure, goOnAt: null };
    await savePart(run.cache, { ...at, etag, readAt }, { read: { ...read, readAt }, failure: null, tries: 0 });
    await run.onStep();
    return { read: { ...read, readAt }, failure: null, goOnAt: null };
  }
  const origin: Origin = { readAt, api: plan.path, ...(answer.value.etag ? { etag: answer.value.etag } : {}) };
  const parsed = await plan.parse(answer.value, origin);
  if (!parsed.ok) return keepFailure(run, at, { ...stored, read: old }, parsed.failure);
  // A database that refuses it is told of by the cache itself; what was read stands in memory.
  await savePart(
    run.cache,
    { ...at, etag: answer.value.etag, readAt },
    {
      read: parsed.value,
      failure: null,
      tries: 0,
    },
  );
  await run.onStep();
  return { read: parsed.value, failure: null, goOnAt: null };
}

async function keepFailure<T>(
  run: RepoRun,
  at: { repo: string; part: RepoPart; request: string },
  stored: {
    read: Read<T> | null;
    tries: number;
    row?: { readAt: number; etag: string | null; request: string } | undefined;
  },
  failure: Failure,
): Promise<PartEnd<T>> {
  if (failure.kind === 'pending') {
    const wait = PENDING_WAITS_MS[stored.tries];
    // Asked four times in vain: GitHub may never finish (busy repositories); tomorrow it may.
    const retryAt = wait === undefined ? failure.at + DAY_S * 1000 : failure.at + wait;
    const kept = { ...failure, retryAt };
    const tries = wait === undefined ? 0 : stored.tries + 1;
    const row = { ...at, etag: null, readAt: stored.row?.readAt ?? 0 };
    await savePart(run.cache, row, { read: stored.read, failure: kept, tries });
    await run.onStep();
    return { read: stored.read, failure: kept, goOnAt: wait === undefined ? null : retryAt };
  }
  if (!PASSING.has(failure.kind)) {
    const row = { ...at, request: stored.row?.request ?? at.request };
    const dates = { etag: stored.row?.etag ?? null, readAt: stored.row?.readAt ?? 0 };
    await savePart(run.cache, { ...row, ...dates }, { read: stored.read, failure, tries: 0 });
    await run.onStep();
  }
  return { read: stored.read, failure, goOnAt: failure.kind === 'rate-limited' ? (failure.retryAt ?? null) : null };
}

const encodeRepo = (repo: string) => repo.split('/').map(encodeURIComponent).join('/');

/** Meta data; where the name answers 404 or another repository took it, the numeric id that was pinned is asked. */
async function readMeta(run: RepoRun, repo: string): Promise<PartEnd<RepoMeta>> {
  const known = (await loadPart(run.cache, repo, 'meta')).read as Read<RepoMeta> | null;
  const pinned = known?.value.id;
  return readPart<RepoMeta>(run, repo, {
    part: 'meta',
    path: `/repos/${encodeRepo(repo)}`,
    purpose: 'repository',
    async parse(answer, origin) {
      const parsed = parseRepo(answer.json, origin);
      if (!parsed.ok || pinned === undefined || parsed.value.value.id === pinned) return parsed;
      const moved = await byId(run, pinned);
      return moved ?? parsed;
    },
  }).then(async (end) => {
    const cameNew = end.failure?.kind === 'not-found' && end.failure.at >= (known?.readAt ?? 0) && pinned !== undefined;
    if (!cameNew || end.failure?.subject === undefined) return end;
    const moved = await byId(run, pinned);
    if (!moved?.ok) return end;
    const { readAt, api } = moved.value;
    const request = `GET ${api} ${await run.github.identity()}`;
    await savePart(
      run.cache,
      { repo, part: 'meta', request, etag: null, readAt },
      { read: moved.value, failure: null, tries: 0 },
    );
    await run.onStep();
    return { read: moved.value, failure: null, goOnAt: null };
  });
}

async function byId(run: RepoRun, id: number): Promise<Result<Read<RepoMeta>> | null> {
  const api = `/repositories/${id}`;
  const answer = await run.github.get(api, { projectId: run.projectId, purpose: 'renamed repository' });
  return answer.ok ? parseRepo(answer.value.json, { readAt: answer.value.readAt, api }) : null;
}

/** Further pages of a list after the first, as the Link header names them. A failed page ends the list: incomplete. */
async function morePages(run: RepoRun, first: Answer, limit: number, purpose: string) {
  const pages = [first.json];
  let next = first.link.next;
  while (next && pages.length < limit) {
    const answer = await run.github.get(next, { projectId: run.projectId, purpose });
    if (!answer.ok) return { pages, complete: false };
    pages.push(answer.value.json);
    next = answer.value.link.next;
  }
  return { pages, complete: !next };
}

function commitsPlan(run: RepoRun, name: string): PartPlan<unknown> {
  const days = run.hasToken ? COMMIT_DAYS.token : COMMIT_DAYS.bare;
  const since = lastSunday(run.env.now()) - days * DAY_S;
  const iso = new Date(since * 1000).toISOString().replace('.000Z', 'Z');
  return {
    part: 'commits',
    path: `/repos/${name}/commits?since=${iso}&per_page=100`,
    purpose: 'commits',
    async parse(answer, origin) {
      const limit = run.hasToken ? COMMIT_PAGES.token : COMMIT_PAGES.bare;
      const { pages, complete } = await morePages(run, answer, limit, 'commits');
      return parseCommits(pages, origin, { since, complete });
    },
  };
}

/** A fork's own work: what its parent's default branch does not reach; the newest two pages of it. */
function forkPlan(run: RepoRun, name: string, meta: RepoMeta): PartPlan<unknown> {
  const branch = encodeURIComponent(meta.defaultBranch);
  const base = `${encodeURIComponent(meta.parent?.split('/')[0] ?? '')}:${branch}`;
  const path = `/repos/${name}/compare/${base}...${branch}?per_page=100`;
  return {
    part: 'forkWork',
    path,
    purpose: 'work ahead of the parent',
    async parse(answer, origin) {
      const ahead = Number((answer.json as { ahead_by?: unknown }).ahead_by) || 0;
      const last = Math.ceil(ahead / 100);
      if (last <= 1) return parseCompare([answer.json], origin);
      const pages: unknown[] = last === 2 ? [answer.json] : [];
      for (const page of last === 2 ? [2] : [last - 1, last]) {
        const more = await run.github.get(`${path}&page=${page}`, {
          projectId: run.projectId,
          purpose: 'work ahead of the parent',
        });
        if (!more.ok) return more;
        pages.push(more.value.json);
      }
      return parseCompare(pages, origin);
    },
  };
}

/**
 * Reads what is stale of one repository. Without a token: meta data, contributor statistics, releases; participation and
 * commits only where the statistics are cut off at 100 authors or never come.
 */
export async function readRepo(run: RepoRun, repo: string): Promise<RunEnd> {
  const end: RunEnd = { failures: [], goOnAt: null };
  /** Returns false where nothing more should be asked. */
  const take = (part: PartEnd<unknown>) => {
    if (part.failure) end.failures.push({ subject: repo, ...part.failure });
    end.goOnAt = later(end.goOnAt, part.goOnAt);
    return !(part.failure && STOP.has(part.failure.kind));
  };
  const meta = await readMeta(run, repo);
  if (!take(meta) || !meta.read || meta.failure) return end;
  const { value } = meta.read;
  const name = encodeRepo(value.fullName);
  const contributors = await readPart<ContributorStats>(run, repo, {
    part: 'contributors',
    path: `/repos/${name}/stats/contributors`,
    purpose: 'statistics',
    parse: (answer, origin) => parseContributors(answer.json, origin),
  });
  if (!take(contributors)) return end;
  const waiting = contributors.failure?.kind === 'pending' && contributors.goOnAt !== null;
  const lacking = contributors.read ? contributors.read.value.cutOff : !waiting;
  const empty = value.empty || contributors.failure?.kind === 'empty';
  const releases: PartPlan<unknown> = {
    part: 'releases',
    path: `/repos/${name}/releases?per_page=100`,
    purpose: 'releases',
    parse: (answer, origin) => parseReleases(answer.json, origin),
  };
  const participation: PartPlan<unknown> = {
    part: 'participation',
    path: `/repos/${name}/stats/participation`,
    purpose: 'statistics',
    parse: (answer, origin) => parseParticipation(answer.json, origin),
  };
  const plans = [releases];
  if (value.fork && value.parent) plans.push(forkPlan(run, name, value));
  if ((lacking || run.hasToken) && !empty) plans.push(commitsPlan(run, name));
  if (lacking && !empty) plans.push(participation);
  for (const plan of plans) if (!take(await readPart(run, repo, plan))) return end;
  return end;
}
