/**
 * The answer to the query of graphql-query.ts → the same reduced facts as from REST. What GitHub gives is used even where
 * another part, or another repository, of the same answer failed.
 */
import * as v from 'valibot';
import { type Failure, type FailureKind, fail, ok, type Result } from '../../result.ts';
import * as facts from './graphql-facts.ts';
import * as shape from './graphql-shape.ts';
import { check, type Origin, readOf } from './parse-base.ts';
import type { CommitWindow, Read, RepoFacts, RepoPart } from './repo-facts.ts';

/** One repository of the answer. A part that is missing was not given; its failure stands in `failures`. */
export interface GraphQLRepo {
  /** As it was asked for. */
  repo: string;
  facts: Partial<Pick<RepoFacts, 'meta' | 'commits' | 'releases' | 'tags' | 'threads'>>;
  failures: Partial<Record<RepoPart, Failure>>;
  milestones: Read<facts.MilestoneNode[]> | null;
  /** Entries of the root, where a roadmap may lie; null where they were not given. */
  root: facts.FolderEntry[] | null;
  /** Entries of docs/; null where there is no such folder. */
  docs: facts.FolderEntry[] | null;
  /** Commit of the head of the default branch. */
  head: string | null;
  /** Cursor of the next page of history; null where the history is whole. */
  next: string | null;
  /** Commits since the time that was asked for; null where GitHub did not say. */
  total: number | null;
}

export interface GraphQLAnswer {
  repos: GraphQLRepo[];
  /** Per owner that was asked: entries of its repository "roadmap"; null where there is none; undefined where that failed. */
  homes: (facts.FolderEntry[] | null | undefined)[];
  /** What the query cost and what is left, as GitHub says. resetAt in Unix ms. */
  rate: { cost: number; limit: number; remaining: number; resetAt: number } | null;
}

/** What the query asked for: see repoQuery. */
export interface GraphQLAsked {
  repos: readonly string[];
  /** Unix s. */
  since: number;
  /** Whose repository "roadmap" was asked for. */
  owners?: readonly string[];
}

const KINDS: Record<string, FailureKind> = {
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  RATE_LIMITED: 'rate-limited',
  MAX_NODE_LIMIT_EXCEEDED: 'unprocessable',
  RESOURCE_LIMITS_EXCEEDED: 'unprocessable',
};

/** The failure that errors under `path` amount to; undefined where there is none. Errors without a path concern the whole answer. */
function failureAt(errors: shape.GraphQLErrors, path: readonly string[], origin: Origin): Failure | undefined {
  const under = (e: shape.GraphQLErrors[number]) => path.every((step, i) => e.path?.[i] === step);
  const error = errors.find(under) ?? errors.find((e) => !e.path);
  if (!error) return undefined;
  const kind = KINDS[error.type ?? ''] ?? 'server-error';
  return { kind, at: origin.readAt, subject: `${origin.api} ${path.join('.')}`, detail: error.type ?? 'error' };
}

/**
 * Reads the answer to `repoQuery`. A failure only where nothing of it can be used: no data, or a wrong shape. Errors
 * without a path and without data (limits, a wrong query) say why.
 */
export function parseGraphQLRepos(json: unknown, origin: Origin, asked: GraphQLAsked): Result<GraphQLAnswer> {
  const answer = check(shape.AnswerShape, json, origin);
  if (!answer.ok) return answer;
  const errors = answer.value.errors ?? [];
  const { data } = answer.value;
  if (!data) {
    const kind = KINDS[errors[0]?.type ?? ''] ?? (errors.length > 0 ? 'server-error' : 'bad-answer');
    return fail(kind, origin.readAt, { subject: origin.api, detail: errors[0]?.type ?? 'no data' });
  }
  const repos = asked.repos.map((repo, i) => {
    const from: Origin = { ...origin, api: `/repos/${repo}` };
    const base = repositoryOf(repo, data[`r${i}`], { errors, alias: `r${i}`, origin: from, since: asked.since });
    return withThreads(base, data[`s${i}`], failureAt(errors, [`s${i}`], from), from);
  });
  const rate = v.safeParse(shape.RateShape, data.rateLimit);
  const homes = (asked.owners ?? []).map((_, i) => homeOf(data[`w${i}`], failureAt(errors, [`w${i}`], origin)));
  return ok({ repos, homes, rate: (rate.success && rate.output) || null });
}

function homeOf(node: unknown, failure: Failure | undefined): facts.FolderEntry[] | null | undefined {
  if (failure) return failure.kind === 'not-found' ? null : undefined;
  const home = v.safeParse(shape.HomeShape, node);
  return home.success ? facts.entriesOf(home.output?.root) : undefined;
}

interface Where {
  errors: shape.GraphQLErrors;
  alias: string;
  origin: Origin;
  since: number;
}

const NOTHING = {
  facts: {},
  failures: {},
  milestones: null,
  root: null,
  docs: null,
  head: null,
  next: null,
  total: null,
};

function repositoryOf(repo: string, node: unknown, where: Where): GraphQLRepo {
  const { errors, alias, origin } = where;
  if (node == null) {
    const meta =
      failureAt(errors, [alias], origin) ?? fail('bad-answer', origin.readAt, { subject: origin.api }).failure;
    return { repo, ...NOTHING, failures: { meta } };
  }
  const checked = check(shape.RepositoryShape, node, origin);
  if (!checked.ok) return { repo, ...NOTHING, failures: { meta: checked.failure } };
  const r = checked.value;
  const history = facts.historyOf(r.defaultBranchRef, r.isEmpty, where);
  const parts: [RepoPart, string, unknown][] = [
    ['commits', 'defaultBranchRef', history],
    ['releases', 'releases', r.releases],
    ['tags', 'refs', r.refs],
  ];
  const failures: GraphQLRepo['failures'] = {};
  for (const [part, field, value] of parts) {
    const failure = value ? undefined : failureAt(errors, [alias, field], origin);
    if (failure) failures[part] = failure;
  }
  return {
    repo,
    facts: {
      meta: readOf(facts.metaOf(r), origin),
      ...(history ? { commits: history.commits } : {}),
      ...(r.releases ? { releases: readOf(facts.releasesOf(r), origin) } : {}),
      ...(r.refs ? { tags: readOf(facts.tagsOf(r), origin) } : {}),
    },
    failures,
    milestones: r.milestones ? readOf(facts.milestonesOf(r), origin) : null,
    root: facts.entriesOf(r.root),
    docs: facts.entriesOf(r.docs),
    head: history?.head ?? null,
    next: history?.next ?? null,
    total: history?.total ?? null,
  };
}

function withThreads(base: GraphQLRepo, node: unknown, failure: Failure | undefined, origin: Origin): GraphQLRepo {
  if (base.failures.meta) return base;
  const checked = failure ? undefined : check(shape.SearchShape, node, origin);
  if (!checked?.ok) {
    const threads = failure ?? checked?.failure;
    return threads ? { ...base, failures: { ...base.failures, threads } } : base;
  }
  return { ...base, facts: { ...base.facts, threads: readOf(facts.threadsOf(checked.value), origin) } };
}

/** Reads the answer to `historyQuery`: for each repository the page, or why there is none. */
export function parseHistoryPages(
  json: unknown,
  origin: Origin,
  asked: GraphQLAsked,
): Result<Result<{ commits: Read<CommitWindow>; next: string | null }>[]> {
  const answer = check(shape.AnswerShape, json, origin);
  if (!answer.ok) return answer;
  const errors = answer.value.errors ?? [];
  return ok(
    asked.repos.map((repo, i) => {
      const from: Origin = { ...origin, api: `/repos/${repo}` };
      const failure = failureAt(errors, [`r${i}`], from);
      if (failure) return { ok: false, failure };
      const page = check(v.object({ defaultBranchRef: shape.BranchShape }), answer.value.data?.[`r${i}`], from);
      if (!page.ok) return page;
      const where = { errors, alias: `r${i}`, origin: from, since: asked.since };
      const history = facts.historyOf(page.value.defaultBranchRef, false, where);
      return history ? ok({ commits: history.commits, next: history.next }) : fail('bad-answer', origin.readAt);
    }),
  );
}

/** A window with its next page: it reaches back as far as the page does. The reading's time is the older one's. */
export function joinHistory(first: Read<CommitWindow>, page: Read<CommitWindow>): Read<CommitWindow> {
  const { since, complete } = page.value;
  return { ...first, value: { since, complete, commits: [...first.value.commits, ...page.value.commits] } };
}
