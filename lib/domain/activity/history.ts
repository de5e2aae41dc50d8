/** Weekly figures over the whole history that the stored facts hold, for the project page; the report itself keeps three years. */
import type { WeeklySeries } from '../signal.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import type { CodeReportInput } from './code-report-input.ts';
import { collect, commonSunday, viewOf } from './collect.ts';
import { firstBucket, type Ledger } from './ledger.ts';
import { ACTIVE_DAYS } from './limits.ts';
import { weekFloor } from './weeks.ts';

/** Thirty years: older dates are clocks that were wrong, and no code of these fields is older. */
const MOST_WEEKS = 30 * 52;

/**
 * Active developers (28 days, at each week's end) and counted commits per week, from the first commit to `t` (a Sunday, Unix s).
 * The same figures as week by week from the ledger, in one pass: a history of ten years has 500 weeks and 100 authors.
 */
export function historyOf(ledger: Ledger, t: number): WeeklySeries {
  const firstWeek = Math.max(weekFloor(firstBucket(ledger) ?? t), t - MOST_WEEKS * WEEK_S);
  const weeks = Math.max(0, Math.round((t - firstWeek) / WEEK_S));
  const developers = new Array<number>(weeks).fill(0);
  const commits = new Array<number>(weeks).fill(0);
  for (const { buckets } of ledger.authors) {
    // Buckets come oldest first: an author's active weeks are a union of spans that only grow to the right.
    let next = 0;
    for (const [start, count] of buckets) {
      const week = Math.floor((start - firstWeek) / WEEK_S);
      if (week < 0 || week >= weeks) continue;
      commits[week] = (commits[week] ?? 0) + count;
      // Week i ends at firstWeek + (i + 1) weeks; the author counts while that end lies within 28 days after the bucket.
      const last = Math.min(weeks - 1, Math.floor((start + ACTIVE_DAYS * DAY_S - firstWeek) / WEEK_S) - 1);
      for (let i = Math.max(next, week); i <= last; i++) developers[i] = (developers[i] ?? 0) + 1;
      next = Math.max(next, last + 1);
    }
  }
  return { firstWeek, developers, commits };
}

/** The whole history where every repository was read to its beginning; null where the report's own series is all there is. */
export function wholeHistory(input: CodeReportInput): WeeklySeries | null {
  const views = input.repos.map(viewOf);
  const t = commonSunday(views, input.now);
  const got = collect(views, t, { since: 0 });
  if (typeof got === 'string' || got.partial || got.ledger.authors.length === 0) return null;
  return historyOf(got.ledger, t);
}
