import { describe, expect, it } from 'vitest';
import { countedCommits, uniqueCommits } from '../../../lib/domain/activity/commits.ts';
import * as figures from '../../../lib/domain/activity/figures.ts';
import { integrityShares } from '../../../lib/domain/activity/integrity.ts';
import { activeAt, commitsIn, firstBucket, ledgerOfCommits } from '../../../lib/domain/activity/ledger.ts';
import { MIN_PEAK, WATCH_DRAWDOWN, WATCH_LOSS } from '../../../lib/domain/activity/limits.ts';
import { DAY } from '../../../lib/domain/activity/weeks.ts';
import { type ExpectedFigures, expectedVectors, readVectors, rounded, vectorFile } from './vectors.ts';

/** Every column that the vectors can give, in the rounding of the expected file. */
function columns(path: string, t: number): Omit<ExpectedFigures, 'repo'> {
  const commits = readVectors(path);
  const ledger = ledgerOfCommits([commits], t);
  const { counted, dropped } = countedCommits(uniqueCommits([commits]), t);
  const active = activeAt(ledger, t).length;
  const { peak, weeksAgo, drawdown } = figures.peakOf(figures.activeByWeek(ledger, t));
  const { regulars, oneDay } = figures.attendance(ledger, t);
  const tenure = figures.tenure(ledger, t);
  const { joined, left, base } = figures.turnover(ledger, t);
  const focus = figures.concentration(ledger, t);
  const trend = figures.ledgerTrend(ledger, t);
  const last = Math.max(...counted.map((commit) => commit.committedAt));
  const shares = integrityShares([commits], t, true);
  const old = t - (firstBucket(ledger) ?? t) >= 730 * DAY;
  return {
    T: t,
    dropped: dropped as Record<string, number>,
    counted_total: counted.length,
    S1_active_28d: active,
    S2_peak_52w: peak,
    S2_peak_weeks_ago: weeksAgo,
    S2_drawdown: rounded(drawdown, 4) ?? Number.NaN,
    S2_flag: peak < MIN_PEAK ? 'too_small' : (drawdown ?? 0) >= WATCH_DRAWDOWN && peak - active >= WATCH_LOSS,
    S3_regular_10d: regulars,
    S3_one_day_84d: oneDay,
    S4_established: tenure.established,
    S4_newcomer: tenure.newcomers,
    S4_share: old && active > 0 ? rounded(tenure.established / active, 4) : null,
    S5_new: joined,
    S5_left: left,
    S5_balance: joined - left,
    S5_base: base,
    S6_caf: focus.factor ?? Number.NaN,
    S6_commits_365d: focus.commits,
    S6_top1_share: rounded(focus.topShare, 4) ?? Number.NaN,
    S7_c13: trend.c13,
    S7_mean_prev3: rounded(trend.prev3, 2) ?? Number.NaN,
    S7_ratio: rounded(trend.ratio, 4) ?? Number.NaN,
    S9_days_since_commit: rounded((t - last) / DAY, 1) ?? Number.NaN,
    S9_commits_90d: commitsIn(ledger, t - 90 * DAY, t),
    S13: {
      n: shares?.n ?? 0,
      empty: rounded(shares?.empty ?? null, 3) ?? Number.NaN,
      bot: rounded(shares?.bot ?? null, 3) ?? Number.NaN,
      top_day: rounded(shares?.topDay ?? null, 3) ?? Number.NaN,
      backdated: rounded(shares?.backdated ?? null, 3) ?? Number.NaN,
      one_commit_authors: rounded(shares?.singleCommitAuthors ?? null, 3) ?? Number.NaN,
    },
  };
}

/** The one thing in the expected file that the vectors cannot give: they hold no headlines, so no share of equal messages. */
function givable({ repo: _repo, S13, ...rest }: ExpectedFigures & { head?: string }): Omit<ExpectedFigures, 'repo'> {
  const { head: _head, ...figuresOf } = rest;
  const { same_msg: _same, ...shares } = S13 ?? {};
  return { ...figuresOf, S13: shares };
}

describe('figures from commit vectors', () => {
  const rows = expectedVectors();
  for (const row of rows) {
    it.runIf(vectorFile(row.repo))(`equal every expected column of ${row.repo}`, () => {
      expect(columns(vectorFile(row.repo) as string, row.T)).toEqual(givable(row));
    });
  }

  it('were computed for at least the two repositories whose vectors are committed', () => {
    const out = rows.filter((row) => !vectorFile(row.repo)).map((row) => row.repo);
    if (out.length > 0) console.log(`left out, vectors not at hand: ${out.join(', ')}`);
    expect(rows.length - out.length).toBeGreaterThanOrEqual(2);
  });
});
