/** Weekly series: from a ledger, from the snapshot, and the snapshot's continued by live commits. */
import type { WeeklySeries } from '../signal.ts';
import type { SnapshotCode } from '../snapshot/format.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import { type Collected, collect, type RepoView } from './collect.ts';
import { activeAt, commitsIn, firstBucket, type Ledger } from './ledger.ts';
import { ACTIVE_DAYS, QUARTER_DAYS } from './limits.ts';
import { weekFloor } from './weeks.ts';

/** Three years and one week, as the snapshot keeps them. */
export const SERIES_WEEKS = 157;

/** Developers and commits per week up to `t`, at most 157 weeks and not before the first commit or the ledger's own beginning. */
export function seriesOf(ledger: Ledger, t: number): WeeklySeries {
  const first = Math.max(firstBucket(ledger) ?? t, ledger.since > 0 ? ledger.since + ACTIVE_DAYS * DAY_S : 0);
  const firstWeek = Math.max(weekFloor(first), t - SERIES_WEEKS * WEEK_S);
  const weeks = Math.max(0, Math.round((t - firstWeek) / WEEK_S));
  const starts = Array.from({ length: weeks }, (_, i) => firstWeek + i * WEEK_S);
  return {
    firstWeek,
    developers: starts.map((start) => activeAt(ledger, start + WEEK_S).length),
    commits: starts.map((start) => commitsIn(ledger, start, start + WEEK_S)),
  };
}

/** |A(t)| of a series at the end of a week; null where it does not say. */
export function developersAt(series: WeeklySeries, t: number): number | null {
  return series.developers[Math.round((t - series.firstWeek) / WEEK_S) - 1] ?? null;
}

/** Commits of a series in [from, to) (Sundays, Unix s); null where a week is missing. */
export function seriesCommits(series: WeeklySeries, from: number, to: number): number | null {
  let sum = 0;
  for (let start = from; start < to; start += WEEK_S) {
    const count = series.commits[Math.round((start - series.firstWeek) / WEEK_S)];
    if (count == null) return null;
    sum += count;
  }
  return sum;
}

/** Whether the snapshot's heads are the repositories that are read now; only then may one series continue the other. */
export function sameRepos(snapshot: SnapshotCode, views: readonly RepoView[]): boolean {
  const then = new Set(snapshot.heads.map((head) => head.repo.toLowerCase()));
  const now = new Set(views.map((view) => view.facts.repo.toLowerCase()));
  return then.size === now.size && [...now].every((repo) => then.has(repo));
}

/**
 * The snapshot's series up to its last week, then weeks from live commits where they reach back far enough; a week for
 * which nothing is known stays null. null where the two do not speak of the same repositories.
 */
export function continuedSeries(
  snapshot: SnapshotCode | null,
  views: readonly RepoView[],
  t: number,
): (WeeklySeries & { live: Collected | null }) | null {
  if (!snapshot || !sameRepos(snapshot, views)) return null;
  const { firstWeek } = snapshot.series;
  const weeks = Math.round((Math.min(t, snapshot.weekEnd) - firstWeek) / WEEK_S);
  const developers = snapshot.series.developers.slice(0, weeks);
  const commits = snapshot.series.commits.slice(0, weeks);
  let live: Collected | null = null;
  for (let start = snapshot.weekEnd; start < t; start += WEEK_S) {
    const end = start + WEEK_S;
    const active = whole(collect(views, t, { since: end - ACTIVE_DAYS * DAY_S }));
    const week = whole(collect(views, t, { since: start }));
    developers.push(active ? activeAt(active.ledger, end).length : null);
    commits.push(week ? commitsIn(week.ledger, start, end) : null);
    live = active ?? week ?? live;
  }
  return { firstWeek, developers, commits, live };
}

function whole(collected: Collected | string): Collected | null {
  return typeof collected === 'string' || collected.partial ? null : collected;
}

/**
 * From when on `/commits?since=` should be asked where the statistics are cut off (Unix s): 28 days before T, or further
 * back so that the snapshot's series continues without a gap, when it ends less than 13 weeks before T (farther back
 * would cost more pages than a card may).
 */
export function commitsSince(nowMs: number, snapshot: SnapshotCode | null): number {
  const t = weekFloor(Math.floor(nowMs / 1000));
  if (!snapshot || snapshot.weekEnd >= t || snapshot.weekEnd < t - QUARTER_DAYS * DAY_S) return t - ACTIVE_DAYS * DAY_S;
  return Math.min(t, snapshot.weekEnd + WEEK_S) - ACTIVE_DAYS * DAY_S;
}
