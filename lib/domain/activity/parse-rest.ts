/**
 * GitHub's REST answers → reduced facts. Each parser checks the shape and keeps counts, dates, ids and booleans only:
 * names, e-mail addresses and messages become author keys and fingerprints here and go no further.
 */
import * as v from 'valibot';
import { ok, type Result } from '../../result.ts';
import { authorKey, hashText } from './author-key.ts';
import { isBot } from './bots.ts';
import { Account, Count, check, Instant, type Origin, readOf } from './parse-base.ts';
import type { AuthorWeeks, ContributorStats, Participation, Read, ReleaseFact, RepoMeta } from './repo-facts.ts';
import { dayFloor } from './weeks.ts';

export type { Origin } from './parse-base.ts';
export { type PagesAsked, parseCommits, parseCompare, parseRoot } from './parse-commits.ts';

/** GitHub lists the hundred authors with the most commits and nobody else. */
export const CONTRIBUTOR_LIMIT = 100;

const RepoAnswer = v.object({
  id: v.number(),
  full_name: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  owner: v.object({ id: v.number() }),
  created_at: Instant,
  pushed_at: v.nullish(Instant),
  archived: v.boolean(),
  disabled: v.optional(v.boolean(), false),
  fork: v.boolean(),
  parent: v.nullish(v.object({ full_name: v.string(), default_branch: v.optional(v.string()) })),
  mirror_url: v.nullish(v.string()),
  default_branch: v.optional(v.string(), 'HEAD'),
  size: v.optional(Count, 1),
  stargazers_count: v.optional(Count, 0),
});

/** `/repos/{o}/{r}`. */
export function parseRepo(json: unknown, origin: Origin): Result<Read<RepoMeta>> {
  const answer = check(RepoAnswer, json, origin);
  if (!answer.ok) return answer;
  const r = answer.value;
  const meta: RepoMeta = {
    id: r.id,
    fullName: r.full_name,
    ownerId: r.owner.id,
    createdAt: r.created_at,
    pushedAt: r.pushed_at ?? null,
    archived: r.archived,
    disabled: r.disabled,
    fork: r.fork,
    parent: r.parent?.full_name ?? null,
    ...(r.parent?.default_branch ? { parentBranch: r.parent.default_branch } : {}),
    mirrorUrl: r.mirror_url || null,
    defaultBranch: r.default_branch,
    empty: r.size === 0 && (r.pushed_at == null || r.pushed_at <= r.created_at),
    stars: r.stargazers_count,
  };
  return ok(readOf(meta, origin));
}

export interface ListedRepo {
  id: number;
  fullName: string;
  archived: boolean;
  fork: boolean;
  stars: number;
  /** Unix ms; null where nothing was ever pushed. */
  pushedAt: number | null;
}

/** `/orgs/{o}/repos?type=sources&sort=pushed&per_page=100`, or `/users/{o}/repos`. */
export function parseRepoList(json: unknown, origin: Origin): Result<Read<ListedRepo[]>> {
  const answer = check(v.array(RepoAnswer), json, origin);
  if (!answer.ok) return answer;
  const list = answer.value.map((r) => ({
    id: r.id,
    fullName: r.full_name,
    archived: r.archived,
    fork: r.fork,
    stars: r.stargazers_count,
    pushedAt: r.pushed_at ?? null,
  }));
  return ok(readOf(list, origin));
}

const ContributorsAnswer = v.array(v.object({ author: Account, weeks: v.array(v.object({ w: Count, c: Count })) }));

/** `/repos/{o}/{r}/stats/contributors`. Entries without an account become authors of their own, marked as not linked. */
export function parseContributors(json: unknown, origin: Origin): Result<Read<ContributorStats>> {
  const answer = check(ContributorsAnswer, json, origin);
  if (!answer.ok) return answer;
  let firstWeek: number | null = null;
  let lastWeek: number | null = null;
  const authors = answer.value.map(({ author, weeks }, index): AuthorWeeks => {
    for (const { w } of weeks) {
      firstWeek = firstWeek === null ? w : Math.min(firstWeek, w);
      lastWeek = lastWeek === null ? w : Math.max(lastWeek, w);
    }
    const linked = author?.id != null;
    return {
      author: linked ? authorKey(author ?? {}) : `u:${hashText(`${origin.api} ${index}`)}`,
      bot: !!author && isBot(author),
      linked,
      weeks: weeks.flatMap(({ w, c }): [number, number][] => (c > 0 ? [[w, c]] : [])).sort((a, b) => a[0] - b[0]),
    };
  });
  return ok(readOf({ authors, cutOff: authors.length >= CONTRIBUTOR_LIMIT, firstWeek, lastWeek }, origin));
}

/** `/repos/{o}/{r}/stats/participation`: 52 rolling weeks, the last one ends at the midnight before the reading. */
export function parseParticipation(json: unknown, origin: Origin): Result<Read<Participation>> {
  const answer = check(v.object({ all: v.pipe(v.array(Count), v.length(52)) }), json, origin);
  if (!answer.ok) return answer;
  return ok(readOf({ all: answer.value.all, end: dayFloor(Math.floor(origin.readAt / 1000)) }, origin));
}

const ReleasesAnswer = v.array(
  v.object({
    tag_name: v.string(),
    name: v.nullish(v.string()),
    draft: v.boolean(),
    prerelease: v.boolean(),
    published_at: v.nullish(Instant),
    created_at: v.nullish(Instant),
  }),
);

/** `/repos/{o}/{r}/releases?per_page=100`. Releases without any date are left out. */
export function parseReleases(json: unknown, origin: Origin): Result<Read<ReleaseFact[]>> {
  const answer = check(ReleasesAnswer, json, origin);
  if (!answer.ok) return answer;
  const facts = answer.value.flatMap((r): ReleaseFact[] => {
    const at = r.published_at ?? r.created_at;
    if (at == null) return [];
    return [{ tag: r.tag_name, ...titleOf(r.name), at, prerelease: r.prerelease, draft: r.draft }];
  });
  return ok(readOf(facts, origin));
}

/** A title longer than this is a text; what it announces stands at its beginning. */
const TITLE_CHARS = 200;

/** A release's title; nothing where it has none. */
export function titleOf(name: string | null | undefined): { title?: string } {
  return name ? { title: name.slice(0, TITLE_CHARS) } : {};
}
