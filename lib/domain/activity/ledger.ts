/** Who worked when, over all repositories at once: the one table from which the figures on developers are computed. */
import { DAY_S } from '../time.ts';
import type { CommitFact } from './commit-fact.ts';
import { countedCommits, uniqueCommits } from './commits.ts';
import { ACTIVE_DAYS } from './limits.ts';
import type { AuthorWeeks } from './repo-facts.ts';
import { dayFloor, type Unit, weekFloor } from './weeks.ts';

export interface AuthorLedger {
  author: string;
  linked: boolean;
  /** [start of day or week in Unix s, counted commits], oldest first, each start once. */
  buckets: [number, number][];
}

export interface Ledger {
  unit: Unit;
  /** Complete from here on, Unix s; 0 where the whole history is in it. */
  since: number;
  authors: AuthorLedger[];
}

/** Gathers counted commits before `t` by author and UTC day, of one or several repositories: copies count once. */
export function ledgerOfCommits(repos: readonly (readonly CommitFact[])[], t: number, since = 0): Ledger {
  const authors = new Map<string, { linked: boolean; days: Map<number, number> }>();
  for (const commit of countedCommits(uniqueCommits(repos), t).counted) {
    if (commit.committedAt < since) continue;
    const entry = authors.get(commit.author) ?? { linked: commit.linked !== false, days: new Map() };
    const day = dayFloor(commit.committedAt);
    entry.days.set(day, (entry.days.get(day) ?? 0) + 1);
    authors.set(commit.author, entry);
  }
  return {
    unit: 'day',
    since,
    authors: [...authors].map(([author, e]) => ({ author, linked: e.linked, buckets: sorted(e.days) })),
  };
}

/** Gathers weekly statistics before `t`; bots are left out, merges and empty commits are already missing there. */
export function ledgerOfWeeks(authors: readonly AuthorWeeks[], t: number): Ledger {
  const kept = authors.filter((author) => !author.bot);
  return {
    unit: 'week',
    since: 0,
    authors: kept.flatMap(({ author, linked, weeks }) => {
      const buckets = weeks.filter(([start, count]) => start < t && count > 0);
      return buckets.length > 0 ? [{ author, linked, buckets }] : [];
    }),
  };
}

/** Unites ledgers of several repositories by author key. One weekly ledger makes the whole weekly. */
export function unite(ledgers: readonly Ledger[]): Ledger {
  const unit: Unit = ledgers.some((ledger) => ledger.unit === 'week') ? 'week' : 'day';
  const floor = unit === 'week' ? weekFloor : dayFloor;
  const authors = new Map<string, { linked: boolean; buckets: Map<number, number> }>();
  for (const { author, linked, buckets } of ledgers.flatMap((ledger) => ledger.authors)) {
    const entry = authors.get(author) ?? { linked, buckets: new Map() };
    for (const [start, count] of buckets)
      entry.buckets.set(floor(start), (entry.buckets.get(floor(start)) ?? 0) + count);
    authors.set(author, entry);
  }
  return {
    unit,
    since: ledgers.reduce((since, ledger) => Math.max(since, ledger.since), 0),
    authors: [...authors].map(([author, e]) => ({ author, linked: e.linked, buckets: sorted(e.buckets) })),
  };
}

function sorted(buckets: Map<number, number>): [number, number][] {
  return [...buckets].sort((a, b) => a[0] - b[0]);
}

/** Counted commits of one author with from ≤ date < to (Unix s, on bucket boundaries). */
export function commitsOf(author: AuthorLedger, from: number, to: number): number {
  return author.buckets.reduce((sum, [start, count]) => (start >= from && start < to ? sum + count : sum), 0);
}

/** Days (or weeks, from statistics) on which the author has a counted commit in [from, to). */
export function activeBuckets(author: AuthorLedger, from: number, to: number): number {
  return author.buckets.filter(([start]) => start >= from && start < to).length;
}

/** N: counted commits of all authors in [from, to). */
export function commitsIn(ledger: Ledger, from: number, to: number): number {
  return ledger.authors.reduce((sum, author) => sum + commitsOf(author, from, to), 0);
}

/** A(t): authors with at least one counted commit in the 28 days before `t`. */
export function activeAt(ledger: Ledger, t: number): AuthorLedger[] {
  return ledger.authors.filter((author) => activeBuckets(author, t - ACTIVE_DAYS * DAY_S, t) > 0);
}

/** Date of the first bucket of the whole ledger; null for an empty one. */
export function firstBucket(ledger: Ledger): number | null {
  return ledger.authors.reduce<number | null>((first, author) => {
    const start = author.buckets[0]?.[0];
    return start === undefined || (first !== null && first <= start) ? first : start;
  }, null);
}
