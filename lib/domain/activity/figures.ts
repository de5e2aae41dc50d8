/** The formulas: from a ledger at time T (Unix s) to raw figures. Minimums and unknowns are decided in compute.ts. */
import { DAY_S, WEEK_S } from '../time.ts';
import { activeAt, activeBuckets, commitsIn, commitsOf, type Ledger } from './ledger.ts';
import * as limit from './limits.ts';
import { spanDays } from './weeks.ts';

/** |A(T − 7k d)| for k = 0..weeks. */
export function activeByWeek(ledger: Ledger, t: number, weeks = limit.PEAK_WEEKS): number[] {
  return Array.from({ length: weeks + 1 }, (_, k) => activeAt(ledger, t - k * WEEK_S).length);
}

export interface Peak {
  peak: number;
  /** Weeks before T at which the peak stood; the latest one where several weeks share it. */
  weeksAgo: number;
  /** 1 − |A(T)| / peak, in [0, 1]; null where nobody was active in the whole time. */
  drawdown: number | null;
}

/** P = max |A(T − 7k d)| and D = 1 − |A(T)| / P over the given counts, newest first. */
export function peakOf(active: readonly number[]): Peak {
  const peak = Math.max(0, ...active);
  return { peak, weeksAgo: active.indexOf(peak), drawdown: peak > 0 ? 1 - (active[0] ?? 0) / peak : null };
}

/** Of A(T): regulars with ≥ 10 distinct days in 28 d; one-day authors with exactly 1 day in 84 d. Needs a daily ledger. */
export function attendance(ledger: Ledger, t: number): { regulars: number; oneDay: number } {
  const active = activeAt(ledger, t);
  return {
    regulars: active.filter((a) => activeBuckets(a, t - limit.ACTIVE_DAYS * DAY_S, t) >= limit.REGULAR_DAYS).length,
    oneDay: active.filter((a) => activeBuckets(a, t - limit.ONE_DAY_WINDOW * DAY_S, t) === 1).length,
  };
}

/** Of A(T): how many have their first commit before T − 730 d, and how many at or after T − 365 d. Needs the whole history. */
export function tenure(ledger: Ledger, t: number): { active: number; established: number; newcomers: number } {
  const active = activeAt(ledger, t);
  const first = (a: { buckets: [number, number][] }) => a.buckets[0]?.[0] ?? t;
  return {
    active: active.length,
    established: active.filter((a) => first(a) < t - spanDays(limit.ESTABLISHED_DAYS, ledger.unit) * DAY_S).length,
    newcomers: active.filter((a) => first(a) >= t - spanDays(limit.NEWCOMER_DAYS, ledger.unit) * DAY_S).length,
  };
}

/** Joined: first commit in the last 91 d; left: active in [T−182, T−91) and not since; base: all active in that span. ≥ 2 active days (weeks) in a life. */
export function turnover(ledger: Ledger, t: number): { joined: number; left: number; base: number } {
  const quarter = t - limit.QUARTER_DAYS * DAY_S;
  const steady = ledger.authors.filter((a) => a.buckets.length >= limit.MIN_LIFE_BUCKETS);
  const before = steady.filter((a) => activeBuckets(a, t - 2 * limit.QUARTER_DAYS * DAY_S, quarter) > 0);
  return {
    joined: steady.filter((a) => (a.buckets[0]?.[0] ?? 0) >= quarter).length,
    left: before.filter((a) => activeBuckets(a, quarter, t) === 0).length,
    base: before.length,
  };
}

/** Fewest authors who make at least half of the last 365 days' commits, and the top author's share; null without commits. */
export function concentration(
  ledger: Ledger,
  t: number,
): { factor: number | null; topShare: number | null; commits: number } {
  const from = t - spanDays(limit.YEAR_DAYS, ledger.unit) * DAY_S;
  const counts = ledger.authors.map((a) => commitsOf(a, from, t)).sort((a, b) => b - a);
  const commits = counts.reduce((sum, n) => sum + n, 0);
  if (commits === 0) return { factor: null, topShare: null, commits };
  let covered = 0;
  let factor = 0;
  for (const n of counts) {
    if (covered >= commits * limit.ABSENCE_SHARE) break;
    covered += n;
    factor += 1;
  }
  return { factor, topShare: (counts[0] ?? 0) / commits, commits };
}

export interface Trend {
  c13: number;
  /** N[91,364) ÷ 3: the mean of the three quarters before. */
  prev3: number;
  ratio: number | null;
}

/** N[0,91) ÷ (N[91,364) / 3); ratio is null where nothing stands before. */
export function trendOf(c13: number, before: number): Trend {
  const prev3 = before / limit.TREND_QUARTERS;
  return { c13, prev3, ratio: prev3 > 0 ? c13 / prev3 : null };
}

/** The trend of a ledger at `t`. */
export function ledgerTrend(ledger: Ledger, t: number): Trend {
  const quarter = limit.QUARTER_DAYS * DAY_S;
  const before = commitsIn(ledger, t - (limit.TREND_QUARTERS + 1) * quarter, t - quarter);
  return trendOf(commitsIn(ledger, t - quarter, t), before);
}

/** OpenSSF Scorecard "Maintained", commits only: 0 when archived or younger than 90 days, else min(10, ⌊10 · commits₉₀ ÷ 12⌋). */
export function maintainedScore(input: { archived: boolean; ageDays: number; commits90: number }): number {
  if (input.archived || input.ageDays < limit.MAINTAINED_DAYS) return 0;
  return Math.min(
    limit.MAINTAINED_MAX,
    Math.floor((limit.MAINTAINED_MAX * input.commits90) / limit.MAINTAINED_COMMITS),
  );
}
