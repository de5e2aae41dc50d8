/** The single requests of a repository's parts: which address, and how its answer is read. */
import { ACTIVE_DAYS, QUARTER_DAYS } from '../domain/activity/limits.ts';
import {
  parseCommits,
  parseCompare,
  parseContributors,
  parseParticipation,
  parseReleases,
  parseRoot,
} from '../domain/activity/parse-rest.ts';
import type { ContributorStats, RepoMeta } from '../domain/activity/repo-facts.ts';
import { commitsSince } from '../domain/activity/series.ts';
import { lastSunday } from '../domain/activity/weeks.ts';
import { DAY_S } from '../domain/time.ts';
import type { Answer } from '../io/github/client.ts';
import type { PartPlan, RepoRun } from './read-part.ts';

/** "One or two pages" without a token, one more where the snapshot's series is continued; with a token, a thousand commits. */
const COMMIT_PAGES = { bare: 2, continued: 3, token: 10 };
/** A repository's name as part of an address. */
export const encodeRepo = (repo: string) => repo.split('/').map(encodeURIComponent).join('/');

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

/** Commits since what the figures need, as many pages as a card may. */
export function commitsPlan(run: RepoRun, name: string): PartPlan<unknown> {
  const now = run.env.now();
  const bare = commitsSince(now, run.snapshot?.code ?? null);
  // With a token the 91 days of regulars, one-day authors and patterns; else what |A(T)| and the snapshot's series need.
  const since = run.hasToken ? Math.min(bare, lastSunday(now) - QUARTER_DAYS * DAY_S) : bare;
  const continued = bare < lastSunday(now) - ACTIVE_DAYS * DAY_S;
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
export function forkPlan(run: RepoRun, name: string, meta: RepoMeta): PartPlan<unknown> {
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

/** Parts that are one plain request each. */
export function simplePlans(name: string) {
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

/**
 * The first commit: GitHub's Link header tells the last page of a list of single commits. Two requests, once; nothing where the
 * whole history is at hand.
 */
export function rootPlan(run: RepoRun, name: string): PartPlan<unknown> {
  return {
    part: 'root',
    path: `/repos/${name}/commits?per_page=1`,
    purpose: 'first commit',
    async parse(answer, origin) {
      const { last } = answer.link;
      if (!last) return parseRoot(answer.json, origin);
      const end = await run.github.get(last, { projectId: run.projectId, purpose: 'first commit' });
      return end.ok ? parseRoot(end.value.json, origin) : end;
    },
  };
}
