/**
 * GitHub's REST answers → reduced facts. Each parser checks the shape and keeps counts, dates, ids and booleans only:
 * names, e-mail addresses and messages become author keys and fingerprints here and go no further.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { authorKey, hashText, headlineKey } from './author-key.ts';
import { isBot } from './bots.ts';
import type { CommitFact } from './commit-fact.ts';
import type {
  AuthorWeeks,
  CommitWindow,
  ContributorStats,
  ForkWork,
  Participation,
  Read,
  ReleaseFact,
  RepoMeta,
  TagFact,
} from './repo-facts.ts';
import { dayFloor } from './weeks.ts';

/** Where an answer came from. */
export interface Origin {
  /** Unix ms. */
  readAt: number;
  /** Path that was asked. */
  api: string;
  etag?: string;
}

/** GitHub lists the hundred authors with the most commits and nobody else. */
export const CONTRIBUTOR_LIMIT = 100;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Instant = v.pipe(
  v.string(),
  v.check((text) => Number.isFinite(Date.parse(text)), 'no date'),
  v.transform((text) => Date.parse(text)),
);
const Account = v.nullish(
  v.object({ id: v.optional(v.number()), login: v.optional(v.string()), type: v.optional(v.string()) }),
);

/** Checks `json` against the schema; a wrong shape is a failure of kind "bad-answer" that says where. */
export function check<S extends v.GenericSchema>(schema: S, json: unknown, origin: Origin): Result<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const where = (issue.path ?? []).map((step) => String((step as { key: unknown }).key)).join('.');
  return fail('bad-answer', origin.readAt, { subject: origin.api, detail: `${where || 'answer'}: ${issue.message}` });
}

/** Wraps a parsed value with its origin. */
export function readOf<T>(value: T, origin: Origin): Read<T> {
  return { value, readAt: origin.readAt, api: origin.api, ...(origin.etag ? { etag: origin.etag } : {}) };
}

const RepoAnswer = v.object({
  id: v.number(),
  full_name: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  owner: v.object({ id: v.number() }),
  created_at: Instant,
  pushed_at: v.nullish(Instant),
  archived: v.boolean(),
  disabled: v.optional(v.boolean(), false),
  fork: v.boolean(),
  parent: v.nullish(v.object({ full_name: v.string() })),
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

const Signature = v.object({ date: Instant, name: v.nullish(v.string()), email: v.nullish(v.string()) });
const CommitsAnswer = v.array(
  v.object({
    sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
    commit: v.object({
      // GitHub's schema allows null for both; without any date a commit has no place in a window and is left out.
      author: v.nullish(Signature),
      committer: v.nullish(Signature),
      message: v.optional(v.string(), ''),
      tree: v.object({ sha: v.string() }),
    }),
    author: Account,
    parents: v.array(v.object({ sha: v.string() })),
  }),
);

function commitFacts(rows: v.InferOutput<typeof CommitsAnswer>): CommitFact[] {
  const trees = new Map(rows.map((row) => [row.sha, row.commit.tree.sha]));
  return rows.flatMap((row): CommitFact[] => {
    const { commit, author, parents } = row;
    const authoredAt = commit.author?.date ?? commit.committer?.date;
    const committedAt = commit.committer?.date ?? commit.author?.date;
    if (authoredAt === undefined || committedAt === undefined) return [];
    const person = { ...commit.author, ...author };
    return [
      {
        sha: row.sha,
        parents: parents.length,
        tree: commit.tree.sha,
        parentTree: trees.get(parents[0]?.sha ?? '') ?? null,
        author: authorKey(person),
        bot: isBot(person),
        authoredAt: Math.floor(authoredAt / 1000),
        committedAt: Math.floor(committedAt / 1000),
        headline: headlineKey(commit.message.split('\n', 1)[0] ?? ''),
        linked: author?.id != null,
      },
    ];
  });
}

/** What was asked for: `since` in Unix s (0: everything); `complete`: no further page was left. */
export interface PagesAsked {
  since: number;
  complete: boolean;
}

/** The window that pages of commits make up: whole from what was asked, or from just after the oldest commit that was read. */
export function windowOf(commits: CommitFact[], asked: PagesAsked): CommitWindow {
  if (asked.complete) return { since: asked.since, complete: true, commits };
  const oldest = commits.reduce((at, c) => Math.min(at, c.committedAt), Number.POSITIVE_INFINITY);
  // The oldest day may continue on the page that was left out, so the window begins after the oldest commit.
  const since = commits.length > 0 ? Math.max(asked.since, oldest + 1) : Number.MAX_SAFE_INTEGER;
  return { since, complete: false, commits };
}

/** `/repos/{o}/{r}/commits?since=…&per_page=100`, all pages that were read, newest first as GitHub gives them. */
export function parseCommits(pages: readonly unknown[], origin: Origin, asked: PagesAsked): Result<Read<CommitWindow>> {
  const answer = check(CommitsAnswer, pages.every(Array.isArray) ? pages.flat() : null, origin);
  if (!answer.ok) return answer;
  return ok(readOf(windowOf(commitFacts(answer.value), asked), origin));
}

const CompareAnswer = v.object({ ahead_by: Count, commits: CommitsAnswer });

/**
 * `/repos/{o}/{r}/compare/{parentOwner}:{parentBranch}...{branch}?per_page=100&page=n`, the pages that were read (the last
 * ones hold the newest commits). The window reaches back over the whole fork when all commits ahead were read.
 */
export function parseCompare(pages: readonly unknown[], origin: Origin): Result<Read<ForkWork>> {
  const answer = check(v.pipe(v.array(CompareAnswer), v.minLength(1)), pages, origin);
  if (!answer.ok) return answer;
  const aheadBy = answer.value[0]?.ahead_by ?? 0;
  const rows = answer.value.flatMap((page) => page.commits);
  const complete = new Set(rows.map((row) => row.sha)).size >= aheadBy;
  return ok(readOf({ ...windowOf(commitFacts(rows), { since: 0, complete }), aheadBy }, origin));
}

const ReleasesAnswer = v.array(
  v.object({
    tag_name: v.string(),
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
    return at == null ? [] : [{ tag: r.tag_name, at, prerelease: r.prerelease, draft: r.draft }];
  });
  return ok(readOf(facts, origin));
}

/** `/repos/{o}/{r}/tags?per_page=100`: names and commits; REST gives no dates. */
export function parseTags(json: unknown, origin: Origin): Result<Read<TagFact[]>> {
  const answer = check(v.array(v.object({ name: v.string(), commit: v.object({ sha: v.string() }) })), json, origin);
  if (!answer.ok) return answer;
  return ok(
    readOf(
      answer.value.map((t) => ({ name: t.name, sha: t.commit.sha, at: null })),
      origin,
    ),
  );
}

export interface ContentEntry {
  path: string;
  type: 'file' | 'dir' | 'other';
}

/** `/repos/{o}/{r}/contents/{path}` of a directory: paths of its entries. */
export function parseContents(json: unknown, origin: Origin): Result<Read<ContentEntry[]>> {
  const answer = check(v.array(v.object({ path: v.string(), type: v.string() })), json, origin);
  if (!answer.ok) return answer;
  const entries = answer.value.map(
    ({ path, type }): ContentEntry => ({
      path,
      type: type === 'file' || type === 'dir' ? type : 'other',
    }),
  );
  return ok(readOf(entries, origin));
}
