/** Collected facts about one repository: what GitHub's answers say, reduced to what the figures need. No figure is computed here. */
import type { Failure } from '../../result.ts';
import type { CommitFact } from './commit-fact.ts';

/** A value with its origin. `url` is the address for the reader, `api` the path that was asked. */
export interface Read<T> {
  value: T;
  /** Unix ms. */
  readAt: number;
  /** Path at api.github.com, e.g. "/repos/o/r/stats/contributors". */
  api: string;
  etag?: string;
  /** Head of the branch that was read. */
  commit?: string;
}

export interface RepoMeta {
  /** Numeric id: survives renames. */
  id: number;
  /** `owner/name` as GitHub writes it now; differs from the asked name after a rename. */
  fullName: string;
  ownerId: number;
  /** Unix ms. */
  createdAt: number;
  /** Unix ms; null for a repository that was never pushed to. */
  pushedAt: number | null;
  archived: boolean;
  disabled: boolean;
  fork: boolean;
  /** `owner/name` of the direct parent, only for forks. */
  parent: string | null;
  /** The parent's default branch, where GitHub said. */
  parentBranch?: string;
  mirrorUrl: string | null;
  defaultBranch: string;
  /** True where GitHub says that nothing is in it (size 0 and no push after creation). */
  empty: boolean;
  stars: number;
}

export interface AuthorWeeks {
  /** Author key, see author-key.ts. */
  author: string;
  bot: boolean;
  /** False where GitHub knows no account for these commits. */
  linked: boolean;
  /** Only weeks with commits: [start of the week in Unix s (Sunday 00:00 UTC), commits]. Oldest first. */
  weeks: [number, number][];
}

export interface ContributorStats {
  authors: AuthorWeeks[];
  /** True at exactly 100 authors: GitHub leaves out everybody below the first hundred. */
  cutOff: boolean;
  /** First and last week start that the answer covers, Unix s; null for an empty answer. */
  firstWeek: number | null;
  lastWeek: number | null;
}

/** Every commit of the default branch with committer date ≥ `since`. */
export interface CommitWindow {
  /** Unix s; 0 for the whole history. Where pages were left out it lies just after the oldest commit that was read. */
  since: number;
  /** False where pages were left out: `since` is then later than what was asked for. */
  complete: boolean;
  commits: CommitFact[];
}

/** Commits per week, bots included and merges left out, oldest first. The weeks are rolling ones: the last ends at `end`, not at a Sunday. */
export interface Participation {
  all: number[];
  /** Unix s: the UTC midnight at or before the time of reading. */
  end: number;
}

export interface ReleaseFact {
  tag: string;
  /** As it was announced; left out where it has no title of its own. */
  title?: string;
  /** Unix ms. */
  at: number;
  prerelease: boolean;
  draft: boolean;
}

/** A tag; REST gives no date, so `at` is null unless the tag's commit was read. */
export interface TagFact {
  name: string;
  sha: string;
  at: number | null;
}

/** One issue or pull request for the question whether outsiders get an answer. */
export interface ThreadFact {
  /** Unix ms. */
  openedAt: number;
  /** True where the opener is neither member, owner nor collaborator, and no bot. */
  outsider: boolean;
  /** Unix ms of the first comment or review by a member who is no bot; null where there is none. */
  answeredAt: number | null;
}

/** Commits of a fork that its parent's default branch does not reach: the only ones that are the fork's own work. */
export interface ForkWork extends CommitWindow {
  /** Commits ahead of the parent in all. */
  aheadBy: number;
}

/** The first commit of the default branch: it tells whose history this began as. */
export interface RootCommit {
  sha: string;
}

export const REPO_PARTS = [
  'meta',
  'contributors',
  'participation',
  'commits',
  'releases',
  'tags',
  'threads',
  'forkWork',
  'root',
] as const;
export type RepoPart = (typeof REPO_PARTS)[number];

/** Everything that is known of one repository. A part that is null was not read, or its failure stands in `failures`. */
export interface RepoFacts {
  /** `owner/name` as it was asked for. */
  repo: string;
  /** False: a fork that the registry does not pin. Only pinned repositories may be forks. */
  pinned: boolean;
  meta: Read<RepoMeta> | null;
  contributors: Read<ContributorStats> | null;
  participation: Read<Participation> | null;
  commits: Read<CommitWindow> | null;
  releases: Read<ReleaseFact[]> | null;
  tags: Read<TagFact[]> | null;
  threads: Read<ThreadFact[]> | null;
  forkWork: Read<ForkWork> | null;
  root: Read<RootCommit> | null;
  failures: Partial<Record<RepoPart, Failure>>;
}

/** A repository of which nothing was read yet. */
export function noFacts(repo: string, pinned = true): RepoFacts {
  return {
    repo,
    pinned,
    meta: null,
    contributors: null,
    participation: null,
    commits: null,
    releases: null,
    tags: null,
    threads: null,
    forkWork: null,
    root: null,
    failures: {},
  };
}
