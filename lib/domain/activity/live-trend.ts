/** Compute, from collected facts: how much work there is, and whether it gets more or less. */
import { DAY_S, WEEK_S } from '../time.ts';
import { collect, evidenceOf, type RepoView } from './collect.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { ledgerTrend, maintainedScore, type Trend, trendOf } from './figures.ts';
import { commitsIn } from './ledger.ts';
import * as limit from './limits.ts';
import { frame, type LiveContext } from './live-context.ts';
import type { Participation, Read } from './repo-facts.ts';
import { continuedSeries, seriesCommits } from './series.ts';
import { spanDays } from './weeks.ts';

/** GitHub gives 52 weeks of participation. */
const PARTICIPATION_WEEKS = 52;
const QUARTER_WEEKS = limit.QUARTER_DAYS / 7;
const TREND_WEEKS = limit.TREND_DAYS / 7;

type Base = Omit<Draft, 'id' | 'value'>;

/** Participation of every repository that is there, for sums where authors do not matter; undefined where one is missing. */
export function participations(views: readonly RepoView[]): Read<Participation>[] | undefined {
  const present = views.filter((view) => !view.gone && !view.empty);
  const reads = present.flatMap((view) => (view.facts.participation && !view.fork ? [view.facts.participation] : []));
  return present.length > 0 && reads.length === present.length ? reads : undefined;
}

/** Commits by weeks counted back from the reading's end, bots included; `weeks(13, 0)` is the last quarter. */
function participationCounts(
  views: readonly RepoView[],
): { base: Base; weeks: (from: number, to: number) => number } | undefined {
  const reads = participations(views);
  if (!reads) return undefined;
  const end = Math.min(...reads.map((read) => read.value.end));
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  return {
    base: {
      source: 'github',
      asOf: Math.max(...reads.map((read) => read.readAt)),
      evidence: reads.map((read) => evidenceOf(read, 'stats/participation')),
      from: end - PARTICIPATION_WEEKS * WEEK_S,
      to: end,
    },
    weeks: (from, to) =>
      sum(reads.map(({ value }) => sum(value.all.slice(PARTICIPATION_WEEKS - from, PARTICIPATION_WEEKS - to)))),
  };
}

/** N[0,91) against the three quarters before: by counted commits, by the continued series, else by participation. */
export function commitTrend(context: LiveContext): Draft[] {
  const { t, views } = context;
  const got = collect(views, t, { since: t - limit.TREND_DAYS * DAY_S });
  if (typeof got !== 'string')
    return [trendDraft(ledgerTrend(got.ledger, t), 'commits', frame(context, got, limit.TREND_DAYS))];
  const series = seriesTrend(context);
  if (series) return [series];
  const counts = participationCounts(views);
  if (!counts) return [unknown('commit-trend', got, { to: t })];
  const trend = trendOf(counts.weeks(QUARTER_WEEKS, 0), counts.weeks(TREND_WEEKS, QUARTER_WEEKS));
  return [trendDraft(trend, 'stats/participation', counts.base)];
}

function seriesTrend({ snapshot, views, t }: LiveContext): Draft | undefined {
  const series = continuedSeries(snapshot, views, t);
  if (!series?.live || !snapshot) return undefined;
  const from = t - TREND_WEEKS * WEEK_S;
  const quarter = t - QUARTER_WEEKS * WEEK_S;
  const c13 = seriesCommits(series, quarter, t);
  const before = seriesCommits(series, from, quarter);
  if (c13 === null || before === null) return undefined;
  const evidence = [...series.live.evidence, { label: 'snapshot', readAt: snapshot.asOf }];
  const base: Base = { from, to: t, source: 'snapshot+github', asOf: series.live.asOf, evidence };
  return trendDraft(trendOf(c13, before), 'series', base);
}

function trendDraft(trend: Trend, basis: string, base: Base): Draft {
  const inputs = { c13: trend.c13, prev3: trend.prev3, basis };
  const draft: Draft = { ...base, id: 'commit-trend', value: trend.ratio, inputs };
  return atLeast(trend.prev3 >= limit.MIN_TREND_DIVISOR, 'too-few', draft);
}

/** OpenSSF Scorecard's "Maintained" by commits alone; by participation where no better count is at hand. */
export function maintained(context: LiveContext): Draft[] {
  const { t, views, ageWeeks } = context;
  const metas = views.filter((view) => !view.gone).flatMap((view) => view.facts.meta ?? []);
  const counted = commits90(context);
  if (typeof counted === 'string') return [unknown('maintained', counted, { to: t })];
  if (metas.length === 0 || ageWeeks === null) return [unknown('maintained', 'not-read', { to: t })];
  const archived = metas.every((meta) => meta.value.archived);
  const ageDays = Math.floor(ageWeeks * 7);
  const value = maintainedScore({ archived, ageDays, commits90: counted.commits });
  const inputs = { commits90: counted.commits, archived: archived ? 'yes' : 'no', ageDays };
  return [{ ...counted.base, id: 'maintained', value, inputs }];
}

function commits90(context: LiveContext) {
  const { t, views } = context;
  const got = collect(views, t, { since: t - limit.MAINTAINED_DAYS * DAY_S });
  if (typeof got !== 'string') {
    const from = t - spanDays(limit.MAINTAINED_DAYS, got.ledger.unit) * DAY_S;
    return { base: frame(context, got, limit.MAINTAINED_DAYS), commits: commitsIn(got.ledger, from, t) };
  }
  const counts = participationCounts(views);
  if (!counts) return got;
  const base: Base = { ...counts.base, from: (counts.base.to ?? t) - QUARTER_WEEKS * WEEK_S };
  return { base, commits: counts.weeks(QUARTER_WEEKS, 0) };
}
