/** Collect: which of the facts of each repository can answer for which stretch of time. */
import type { Evidence, RepoRead, UnknownReason } from '../signal.ts';
import { DAY_S } from '../time.ts';
import { type Ledger, ledgerOfCommits, ledgerOfWeeks, unite } from './ledger.ts';
import { PEAK_DAYS } from './limits.ts';
import type { CommitWindow, ContributorStats, Read, RepoFacts } from './repo-facts.ts';
import { weekFloor } from './weeks.ts';

/** Failure kinds that say that the repository is not there any more. */
const GONE = new Set(['not-found', 'gone', 'blocked']);

export interface RepoView {
  facts: RepoFacts;
  gone: boolean;
  /** GitHub says that nothing is in it. */
  empty: boolean;
  fork: boolean;
  /** Commits that are this repository's own: for a fork only those ahead of its parent. */
  window: Read<CommitWindow> | null;
  /** Weekly statistics of all authors; null for forks (they inherit their parent's) and at the cut-off. */
  stats: Read<ContributorStats> | null;
  cutOff: boolean;
  /** Why nothing can be said where neither source answers. */
  reason: UnknownReason;
}

/** Looks at one repository's facts as sources. */
export function viewOf(facts: RepoFacts): RepoView {
  const { meta, contributors, failures } = facts;
  const fork = meta?.value.fork ?? false;
  const kinds = Object.values(failures).map((failure) => failure.kind);
  // A fork's statistics hold its parent's authors and are not used, so their end at 100 cuts off nothing.
  const cutOff = !fork && (contributors?.value.cutOff ?? false);
  return {
    facts,
    gone:
      (!!failures.meta && GONE.has(failures.meta.kind)) || (!meta && !contributors && kinds.some((k) => GONE.has(k))),
    empty: meta?.value.empty === true || kinds.includes('empty'),
    fork,
    window: fork ? facts.forkWork : facts.commits,
    stats: fork || cutOff ? null : contributors,
    cutOff,
    reason: reasonOf(facts, cutOff),
  };
}

function reasonOf(facts: RepoFacts, cutOff: boolean): UnknownReason {
  const failure =
    facts.failures.contributors ?? facts.failures.commits ?? facts.failures.forkWork ?? facts.failures.meta;
  if (cutOff) return 'cut-off';
  if (failure?.kind === 'pending') return 'pending';
  if (failure && failure.kind !== 'empty') return 'failed';
  return 'not-read';
}

/**
 * T for all repositories: the last Sunday before the oldest of the readings that figures rest on, so that no week is half
 * read. Statistics are that reading where they are used, even when single commits are newer: a peak of last week says
 * more than none.
 */
export function commonSunday(views: readonly RepoView[], nowMs: number): number {
  const reads = views.filter((view) => !view.gone).flatMap((view) => baseRead(view)?.readAt ?? []);
  return weekFloor(Math.floor(Math.min(nowMs, ...reads) / 1000));
}

/** The reading that the figures of a repository rest on. */
function baseRead({ stats, window }: RepoView): Read<unknown> | null {
  if (!stats || !window) return stats ?? window;
  const reach = weekFloor(Math.floor(window.readAt / 1000)) - PEAK_DAYS * DAY_S;
  return window.value.since <= reach && window.readAt > stats.readAt ? window : stats;
}

export interface Collected {
  ledger: Ledger;
  evidence: Evidence[];
  /** Unix ms of the newest reading. */
  asOf: number | null;
  /** Some repository is missing from the ledger. */
  partial: boolean;
}

/** What a figure asks of the data. */
export interface Need {
  /** Complete from here on, Unix s; 0: the whole history. */
  since: number;
  /** Days are needed; weeks are not enough. */
  daily?: boolean;
}

type Source = { read: Read<unknown>; label: string; commits?: CommitWindow; stats?: ContributorStats };

function sourceOf(view: RepoView, t: number, need: Need): Source | UnknownReason {
  const { window, stats } = view;
  const whole = window && window.value.since <= need.since && window.readAt / 1000 >= t;
  const daily = whole ? { read: window, label: view.fork ? 'compare' : 'commits', commits: window.value } : null;
  if (need.daily) return daily ?? reasonForDays(view);
  const weekly =
    stats && stats.readAt / 1000 >= t ? { read: stats, label: 'stats/contributors', stats: stats.value } : null;
  // One source for all windows keeps the peak comparable with the present: commits only where they reach back that far.
  if (daily && (!weekly || (window?.value.since ?? 0) <= t - PEAK_DAYS * DAY_S)) return daily;
  return weekly ?? (window && !view.cutOff && view.reason === 'not-read' ? 'needs-commits' : view.reason);
}

/** Commits would tell the days, except where nothing of a fork was read: then the whole comparison is missing. */
function reasonForDays(view: RepoView): UnknownReason {
  if (view.fork && !view.window) return view.reason;
  return view.reason === 'not-read' || view.reason === 'cut-off' ? 'needs-commits' : view.reason;
}

/** Unites what the repositories can tell from `need.since` to `t`; a reason where that is not enough for a figure. */
export function collect(views: readonly RepoView[], t: number, need: Need): Collected | UnknownReason {
  const present = views.filter((view) => !view.gone);
  const sources: Source[] = [];
  const missing: UnknownReason[] = [];
  for (const view of present) {
    if (view.empty && !view.window && !view.stats) continue;
    const source = sourceOf(view, t, need);
    if (typeof source === 'string') missing.push(source);
    else sources.push(source);
  }
  const whole = missing.find((reason) => reason === 'cut-off' || reason === 'needs-commits');
  if (whole) return whole;
  const allEmpty = present.length > 0 && missing.length === 0 && sources.length === 0;
  if (sources.length === 0 && !allEmpty) return missing[0] ?? 'not-read';
  return {
    ledger: ledgerOf(sources, t, need.since),
    evidence: sources.map(({ read, label }) => evidenceOf(read, label)),
    asOf: sources.reduce<number | null>((at, { read }) => Math.max(at ?? 0, read.readAt), null),
    partial: missing.length > 0,
  };
}

function ledgerOf(sources: readonly Source[], t: number, since: number): Ledger {
  const commits = sources.flatMap((source) => (source.commits ? [source.commits.commits] : []));
  const daily = commits.length > 0 ? [ledgerOfCommits(commits, t, since)] : [];
  const weekly = sources.flatMap((source) => (source.stats ? [ledgerOfWeeks(source.stats.authors, t)] : []));
  return unite([...daily, ...weekly]);
}

/** Pages on github.com that show what an API path says. */
const PAGES: Record<string, string> = {
  'stats/contributors': 'graphs/contributors',
  'stats/participation': 'graphs/commit-activity',
  commits: 'commits',
  releases: 'releases',
  tags: 'tags',
};

/** Evidence of one reading; the link leads to the page on github.com, where there is one. */
export function evidenceOf(read: Read<unknown>, label: string): Evidence {
  const repo = /^\/repos\/([\w.-]+\/[\w.-]+)/.exec(read.api)?.[1];
  return {
    label: repo ? `${repo} ${label}` : label,
    ...(repo ? { url: `https://github.com/${repo}${PAGES[label] ? `/${PAGES[label]}` : ''}` } : {}),
    readAt: read.readAt,
    ...(read.etag ? { etag: read.etag } : {}),
    ...(read.commit ? { commit: read.commit } : {}),
  };
}

/** How far each repository was read, for the card. `inSnapshot`: repositories that the bundled snapshot covers, in lower case. */
export function repoRead(view: RepoView, inSnapshot: ReadonlySet<string>): RepoRead {
  const { facts } = view;
  const reads = [facts.contributors, view.window, facts.participation].filter((read) => read !== null);
  const failure = Object.values(facts.failures).find((f) => f.kind !== 'empty');
  const any = facts.meta ?? reads[0] ?? null;
  const asOf = any ? Math.max(any.readAt, ...reads.map((read) => read.readAt)) : null;
  const done = view.empty || view.stats !== null || view.window !== null;
  const state = (): RepoRead['state'] => {
    if (view.gone) return 'failed';
    if (done) return failure ? 'partial' : 'read';
    if (failure?.kind === 'pending') return 'pending';
    if (reads.length > 0) return 'partial';
    if (failure) return 'failed';
    return inSnapshot.has(facts.repo.toLowerCase()) ? 'snapshot' : 'not-read';
  };
  return { repo: facts.meta?.value.fullName ?? facts.repo, state: state(), asOf, ...(failure ? { failure } : {}) };
}
