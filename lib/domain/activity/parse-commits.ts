/** Commits and comparisons of GitHub's REST answers → reduced facts: fingerprints instead of names, addresses and messages. */
import * as v from 'valibot';
import { ok, type Result } from '../../result.ts';
import { authorKey, headlineKey } from './author-key.ts';
import { isBot } from './bots.ts';
import type { CommitFact } from './commit-fact.ts';
import { Account, Count, check, Instant, type Origin, readOf } from './parse-base.ts';
import type { CommitWindow, ForkWork, Read, RootCommit } from './repo-facts.ts';

const Signature = v.object({ date: Instant, name: v.nullish(v.string()), email: v.nullish(v.string()) });
const Sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));
const CommitsAnswer = v.array(
  v.object({
    sha: Sha,
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

/** The last page of `/repos/{o}/{r}/commits?per_page=1`: the first commit of the branch. */
export function parseRoot(json: unknown, origin: Origin): Result<Read<RootCommit>> {
  const answer = check(v.pipe(v.array(v.object({ sha: Sha })), v.minLength(1)), json, origin);
  if (!answer.ok) return answer;
  return ok(readOf({ sha: answer.value.at(-1)?.sha ?? '' }, origin));
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
