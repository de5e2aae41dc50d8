/** One repository by the cheapest plan: each part that is stale, one request, stored at once. Nothing is kept in between. */

import { isUnchanged } from '../domain/activity/graphql-sweep.ts';
import { ACTIVE_DAYS, PEAK_DAYS, QUARTER_DAYS } from '../domain/activity/limits.ts';
import {
  parseCommits,
  parseCompare,
  parseContributors,
  parseParticipation,
  parseReleases,
  parseRepo,
} from '../domain/activity/parse-rest.ts';
import type { CommitWindow, ContributorStats, Read, RepoMeta } from '../domain/activity/repo-facts.ts';
import { commitsSince } from '../domain/activity/series.ts';
import { DAY, lastSunday } from '../domain/activity/weeks.ts';
import { isStale } from '../domain/freshness.ts';
import type { Answer } from '../io/github/client.ts';
import type { Result } from '../result.ts';
import { loadPart, savePart } from './facts.ts';
import { later, type PartEnd, type PartPlan, type RepoRun, type RunEnd, readPart, STOP } from './read-part.ts';
import { PUSHED_PARTS, touch } from './touch.ts';

/** "One or two pages" without a token, one more where the snapshot's series is continued; with a token, a thousand commits. */
const COMMIT_PAGES = { bare: 2, continued: 3, token: 10 };
/** Statistics that end at 100 authors do so for good: they are asked for again only this often, in days. */
const CUT_OFF_DAYS = 90;
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
  const now = run.env.now();
  const bare = commitsSince(now, run.snapshot?.code ?? null);
  // With a token the 91 days of regulars, one-day authors and patterns; else what |A(T)| and the snapshot's series need.
  const since = run.hasToken ? Math.min(bare, lastSunday(now) - QUARTER_DAYS * DAY) : bare;
  const continued = bare < lastSunday(now) - ACTIVE_DAYS * DAY;
  const limit = run.hasToken ? COMMIT_PAGES.token : continued ? COMMIT_PAGES.continued : COMMIT_PAGES.bare;
  const iso = new Date(since * 1000).toISOString().replace('.000Z', 'Z');
  return {
    part: 'commits',
    path: `/repos/${name}/commits?since=${iso}&per_page=100`,
    purpose: 'commits',
    async parse(answer, origin) {
      const { pages, complete } = await morePages(run, answer, limit, 'commits');
      return parseCommits(pages, origin, { since, complete });
    },
  };
}

/** A fork's own work: what its parent's default branch does not reach; the newest two pages of it. */
function forkPlan(run: RepoRun, name: string, meta: RepoMeta): PartPlan<unknown> {
  const branch = encodeURIComponent(meta.defaultBranch);
  const parentBranch = encodeURIComponent(meta.parentBranch ?? meta.defaultBranch);
  const base = `${encodeURIComponent(meta.parent?.split('/')[0] ?? '')}:${parentBranch}`;
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

function simplePlans(name: string) {
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
  const contributors: PartPlan<ContributorStats> = {
    part: 'contributors',
    path: `/repos/${name}/stats/contributors`,
    purpose: 'statistics',
    parse: (answer, origin) => parseContributors(answer.json, origin),
  };
  return { releases, participation, contributors };
}

/** Whether commits that were read by GraphQL already tell the year: then statistics add only who was there before. */
async function yearIsRead(run: RepoRun, repo: string): Promise<boolean> {
  const read = (await loadPart(run.cache, repo, 'commits')).read as Read<CommitWindow> | null;
  if (!read || isStale('commits', read.readAt, run.env.now())) return false;
  return read.value.since <= lastSunday(read.readAt) - PEAK_DAYS * DAY;
}

/** The statistics, unless they are known to end at 100 authors: then nothing in them is used. */
async function readStatistics(run: RepoRun, repo: string, plan: PartPlan<ContributorStats>) {
  const { read } = await loadPart(run.cache, repo, 'contributors');
  const known = read as Read<ContributorStats> | null;
  const again = (known?.readAt ?? 0) + CUT_OFF_DAYS * DAY * 1000;
  if (known?.value.cutOff && again > run.env.now()) return { read: known, failure: null, goOnAt: null };
  return readPart<ContributorStats>(run, repo, plan);
}

/**
 * Reads what is stale of one repository. Without a token: meta data, contributor statistics, releases; participation and
 * commits only where the statistics are cut off at 100 authors or never come; of a fork the work ahead of its parent, for
 * its statistics are its parent's. With a token most of it is there already (read-graphql.ts), and what is not is asked here.
 */
export async function readRepo(run: RepoRun, repo: string): Promise<RunEnd> {
  const end: RunEnd = { failures: [], goOnAt: null };
  /** Returns false where nothing more should be asked. */
  const take = (part: PartEnd<unknown>) => {
    if (part.failure) end.failures.push({ subject: repo, ...part.failure });
    end.goOnAt = later(end.goOnAt, part.goOnAt);
    return !(part.failure && STOP.has(part.failure.kind));
  };
  const before = (await loadPart(run.cache, repo, 'meta')).read as Read<RepoMeta> | null;
  const meta = await readMeta(run, repo);
  if (!take(meta) || !meta.read || meta.failure) return end;
  const { value, readAt } = meta.read;
  end.quiet = before !== null && isUnchanged(before.value, value);
  if (end.quiet && readAt !== before?.readAt) {
    const parts = run.watch ? [...PUSHED_PARTS, 'releases' as const] : PUSHED_PARTS;
    await touch(run.cache, repo, { parts, pushedAt: value.pushedAt, at: readAt });
  }
  const name = encodeRepo(value.fullName);
  const { releases, participation, contributors } = simplePlans(name);
  const plans: PartPlan<unknown>[] = [releases];
  if (value.fork) {
    if (value.parent) plans.push(forkPlan(run, name, value));
  } else {
    const year = await yearIsRead(run, repo);
    let [lacking, empty] = [false, value.empty];
    if (run.statistics === 'all' || !year) {
      const statistics = await readStatistics(run, repo, contributors);
      if (!take(statistics)) return end;
      const waiting = statistics.failure?.kind === 'pending' && statistics.goOnAt !== null;
      lacking = statistics.read ? statistics.read.value.cutOff : !waiting;
      empty ||= statistics.failure?.kind === 'empty';
    }
    if ((lacking || run.hasToken) && !empty) plans.push(commitsPlan(run, name));
    if (lacking && !year && !empty) plans.push(participation);
  }
  for (const plan of plans) if (!take(await readPart(run, repo, plan))) return end;
  return end;
}
