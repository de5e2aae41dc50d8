import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import { countedCommits, uniqueCommits } from '../../../lib/domain/activity/commits.ts';
import * as figures from '../../../lib/domain/activity/figures.ts';
import { integrityShares } from '../../../lib/domain/activity/integrity.ts';
import { activeAt, commitsIn, firstBucket, ledgerOfCommits } from '../../../lib/domain/activity/ledger.ts';
import { MIN_PEAK, WATCH_DRAWDOWN, WATCH_LOSS } from '../../../lib/domain/activity/limits.ts';
import { noFacts } from '../../../lib/domain/activity/repo-facts.ts';
import type { CodeSignalId } from '../../../lib/domain/signal.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { input } from './facts.ts';
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
  const old = t - (firstBucket(ledger) ?? t) >= 730 * DAY_S;
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
    S9_days_since_commit: rounded((t - last) / DAY_S, 1) ?? Number.NaN,
    S9_commits_90d: commitsIn(ledger, t - 90 * DAY_S, t),
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

/** The vectors as one whole history, read at T, through collect, compute and judge. */
function reported(path: string, t: number) {
  const readAt = t * 1000;
  const facts = noFacts('owner/name');
  const commits = readVectors(path);
  const origin = { readAt, api: '/repos/owner/name' };
  facts.commits = { ...origin, value: { since: 0, complete: true, commits } };
  const createdAt = Math.min(...commits.map((commit) => commit.committedAt)) * 1000;
  const meta = {
    id: 1,
    fullName: 'owner/name',
    ownerId: 2,
    createdAt,
    pushedAt: readAt,
    archived: false,
    disabled: false,
  };
  const rest = { fork: false, parent: null, mirrorUrl: null, defaultBranch: 'main', empty: false, stars: 1 };
  facts.meta = { ...origin, value: { ...meta, ...rest } };
  const { signals } = codeReport({ ...input([facts]), now: readAt, hasToken: true });
  return (id: CodeSignalId, name?: string) => {
    const signal = signals.find((one) => one.id === id);
    return name ? signal?.inputs?.[name] : signal?.value;
  };
}

describe('codeReport on commit vectors', () => {
  for (const row of expectedVectors()) {
    it.runIf(vectorFile(row.repo))(`gives the expected figures of ${row.repo}`, () => {
      const at = reported(vectorFile(row.repo) as string, row.T);
      const number = (value: unknown, digits: number) => rounded((value as number | null) ?? null, digits);
      expect({
        active: at('active-developers'),
        peak: at('peak-developers', 'peak'),
        weeksAgo: at('peak-developers', 'weeksAgo'),
        drawdown: row.S2_flag === 'too_small' ? null : number(at('drawdown'), 4),
        regulars: at('regulars'),
        oneDay: at('one-day'),
        established: at('established-share', 'part'),
        newcomers: at('newcomer-share', 'part'),
        joined: at('developers-joined', 'joined'),
        left: at('developers-left', 'left'),
        factor: at('absence-factor', 'factor'),
        topShare: number(at('absence-factor', 'topShare'), 4),
        c13: at('commit-trend', 'c13'),
        prev3: number(at('commit-trend', 'prev3'), 2),
        days: number(at('days-since-commit'), 1),
        commits90: at('maintained', 'commits90'),
      }).toEqual({
        active: row.S1_active_28d,
        peak: row.S2_peak_52w,
        weeksAgo: row.S2_peak_weeks_ago,
        drawdown: row.S2_flag === 'too_small' ? null : row.S2_drawdown,
        regulars: row.S3_regular_10d,
        oneDay: row.S3_one_day_84d,
        established: row.S4_established,
        newcomers: row.S4_newcomer,
        joined: row.S5_new,
        left: row.S5_left,
        factor: row.S6_caf,
        topShare: row.S6_top1_share,
        c13: row.S7_c13,
        prev3: row.S7_mean_prev3,
        days: row.S9_days_since_commit,
        commits90: row.S9_commits_90d,
      });
    });
  }
});
