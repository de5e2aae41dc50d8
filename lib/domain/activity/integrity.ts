/** Patterns that look automated, over the last 91 days. "Pattern consistent with automation", never "fake". */
import { DAY_S } from '../time.ts';
import type { CommitFact } from './commit-fact.ts';
import { countedCommits, uniqueCommits } from './commits.ts';
import { BACKDATED_DAYS, INTEGRITY_LIMITS, MIN_PATTERNS, QUARTER_DAYS } from './limits.ts';
import { dayFloor } from './weeks.ts';

export interface IntegrityShares {
  /** Commits in the window that are no merges; bots and empty ones included. */
  n: number;
  empty: number;
  bot: number;
  /** Share of the most frequent headline; null where headlines are not known. */
  sameMessage: number | null;
  /** Share of the busiest UTC day. */
  topDay: number;
  /** Share authored more than 90 days before they were committed. */
  backdated: number;
  /** Of the authors of counted commits in the window: share whose whole life here is one commit; null where history is cut. */
  singleCommitAuthors: number | null;
}

/** Computes the shares over [t − 91 d, t); null without commits. Fractions are 0–1. `whole`: the commits are the whole history. */
export function integrityShares(
  repos: readonly (readonly CommitFact[])[],
  t: number,
  whole: boolean,
): IntegrityShares | null {
  const unique = uniqueCommits(repos);
  const window = unique.filter((c) => c.parents <= 1 && c.committedAt < t && c.committedAt >= t - QUARTER_DAYS * DAY_S);
  const n = window.length;
  if (n === 0) return null;
  const share = (test: (c: CommitFact) => boolean) => window.filter(test).length / n;
  const isEmpty = (c: CommitFact) => c.tree !== '' && c.tree === c.parentTree;
  const lifetime = countBy(countedCommits(unique, t).counted, (c) => c.author);
  const authors = new Set(window.filter((c) => !c.bot && !isEmpty(c)).map((c) => c.author));
  const singles = [...authors].filter((author) => lifetime.get(author) === 1).length;
  const headlines = window.every((c) => c.headline !== undefined);
  return {
    n,
    empty: share(isEmpty),
    bot: share((c) => c.bot),
    sameMessage: headlines ? most(countBy(window, (c) => c.headline ?? '')) / n : null,
    topDay: most(countBy(window, (c) => String(dayFloor(c.committedAt)))) / n,
    backdated: share((c) => c.committedAt - c.authoredAt > BACKDATED_DAYS * DAY_S),
    singleCommitAuthors: whole && authors.size > 0 ? singles / authors.size : null,
  };
}

/** Names of the patterns that hold. Shown only when two or more do. */
export function patternsThatHold(shares: IntegrityShares): (keyof typeof INTEGRITY_LIMITS)[] {
  const names = Object.keys(INTEGRITY_LIMITS) as (keyof typeof INTEGRITY_LIMITS)[];
  return names.filter((name) => (shares[name] ?? 0) > INTEGRITY_LIMITS[name]);
}

/** The shares as a signal's value and inputs: how many patterns hold, which, and whether that is enough to be shown. */
export function integrityFigure(shares: IntegrityShares) {
  const holds = patternsThatHold(shares);
  const shown = holds.length >= MIN_PATTERNS ? 'yes' : 'no';
  return { value: holds.length, inputs: { ...shares, holds: holds.join(' '), shown } };
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function most(counts: Map<string, number>): number {
  return Math.max(0, ...counts.values());
}
