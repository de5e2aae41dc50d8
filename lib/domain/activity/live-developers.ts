/** Compute, from collected facts: the figures on people. */
import type { CodeSignalId } from '../signal.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import { collect } from './collect.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { activeByWeek, attendance, concentration, peakOf, tenure, turnover } from './figures.ts';
import { integrityFigure, integrityShares } from './integrity.ts';
import { activeAt } from './ledger.ts';
import * as limit from './limits.ts';
import { frame, type LiveContext, withLedger } from './live-context.ts';
import { continuedSeries, developersAt } from './series.ts';
import { spanDays } from './weeks.ts';

/** |A(T)|. */
export function activeDevelopers(context: LiveContext): Draft[] {
  return withLedger(context, { since: context.t - limit.ACTIVE_DAYS * DAY_S }, ['active-developers'], (got) => {
    const active = activeAt(got.ledger, context.t);
    const inputs = { active: active.length, unit: got.ledger.unit };
    return [{ ...frame(context, got, limit.ACTIVE_DAYS), id: 'active-developers', value: active.length, inputs }];
  });
}

/** P and D; where the statistics are cut off, over the snapshot's series continued by live commits. */
export function peakAndDrawdown(context: LiveContext): Draft[] {
  const { t } = context;
  const ids: CodeSignalId[] = ['peak-developers', 'drawdown'];
  const got = collect(context.views, t, { since: t - limit.PEAK_DAYS * DAY_S });
  const base = { from: t - limit.PEAK_DAYS * DAY_S, to: t };
  if (typeof got !== 'string')
    return peakDrafts(context, activeByWeek(got.ledger, t), { ...base, ...frame(context, got, limit.PEAK_DAYS) });
  const series = continuedSeries(context.snapshot, context.views, t);
  const active = series
    ? Array.from({ length: limit.PEAK_WEEKS + 1 }, (_, k) => developersAt(series, t - k * WEEK_S))
    : [];
  if (!series?.live || !context.snapshot || active.some((n) => n === null))
    return ids.map((id) => unknown(id, got, base));
  const evidence = [...series.live.evidence, { label: 'snapshot', readAt: context.snapshot.asOf }];
  const source = { ...base, source: 'snapshot+github' as const, asOf: series.live.asOf, evidence };
  return peakDrafts(context, active as number[], source);
}

function peakDrafts(context: LiveContext, active: readonly number[], base: Omit<Draft, 'id' | 'value'>): Draft[] {
  const { peak, weeksAgo, drawdown } = peakOf(active);
  const inputs = { active: active[0] ?? null, peak, weeksAgo };
  const young = context.ageWeeks === null || context.ageWeeks < limit.MIN_WEEKS;
  const judge = (draft: Draft) =>
    atLeast(!young, 'too-young', atLeast(peak >= limit.MIN_PEAK || young, 'too-few', draft));
  return [
    judge({ ...base, id: 'peak-developers', value: peak, inputs }),
    judge({ ...base, id: 'drawdown', value: drawdown, inputs }),
  ];
}

/** Regulars and one-day authors: commits alone say on how many days somebody worked. */
export function regularsAndOneDay(context: LiveContext): Draft[] {
  const { t } = context;
  const regulars = withLedger(context, { since: t - limit.ACTIVE_DAYS * DAY_S, daily: true }, ['regulars'], (got) => [
    { ...frame(context, got, limit.ACTIVE_DAYS), id: 'regulars', value: attendance(got.ledger, t).regulars },
  ]);
  const oneDay = withLedger(context, { since: t - limit.ONE_DAY_WINDOW * DAY_S, daily: true }, ['one-day'], (got) => [
    { ...frame(context, got, limit.ONE_DAY_WINDOW), id: 'one-day', value: attendance(got.ledger, t).oneDay },
  ]);
  return [...regulars, ...oneDay];
}

/** Shares of long-term developers and of newcomers in A(T). */
export function tenureShares(context: LiveContext): Draft[] {
  return withLedger(context, { since: 0 }, ['established-share', 'newcomer-share'], (got) => {
    const { active, established, newcomers } = tenure(got.ledger, context.t);
    const base = frame(context, got, limit.ACTIVE_DAYS);
    const old = context.ageWeeks !== null && context.ageWeeks * 7 >= spanDays(limit.ESTABLISHED_DAYS, got.ledger.unit);
    const share = (id: CodeSignalId, part: number): Draft =>
      atLeast(
        old,
        'too-young',
        atLeast(active > 0, 'too-few', { ...base, id, value: part / Math.max(1, active), inputs: { active, part } }),
      );
    return [share('established-share', established), share('newcomer-share', newcomers)];
  });
}

/** Who joined in the last 91 days, and who was there in the 91 before and is not any more. */
export function joinedAndLeft(context: LiveContext): Draft[] {
  return withLedger(context, { since: 0 }, ['developers-joined', 'developers-left'], (got) => {
    const { joined, left, base } = turnover(got.ledger, context.t);
    const common = {
      ...frame(context, got, 2 * limit.QUARTER_DAYS),
      inputs: { joined, left, base, unit: got.ledger.unit },
    };
    return [
      atLeast(base >= limit.MIN_BASE, 'too-few', { ...common, id: 'developers-joined', value: joined }),
      atLeast(base >= limit.MIN_BASE, 'too-few', { ...common, id: 'developers-left', value: left }),
    ];
  });
}

/** Absence factor and the top author's share, over 365 days. */
export function absence(context: LiveContext): Draft[] {
  return withLedger(
    context,
    { since: context.t - limit.YEAR_DAYS * DAY_S },
    ['absence-factor', 'top-author-share'],
    (got) => {
      const { factor, topShare, commits } = concentration(got.ledger, context.t);
      const common = { ...frame(context, got, limit.YEAR_DAYS), inputs: { commits, factor, topShare } };
      return [
        atLeast(commits >= limit.MIN_COMMITS, 'too-few', { ...common, id: 'absence-factor', value: factor }),
        atLeast(commits >= limit.MIN_COMMITS, 'too-few', { ...common, id: 'top-author-share', value: topShare }),
      ];
    },
  );
}

/** Patterns that look automated: how many hold, and each share as an input. */
export function integrity(context: LiveContext): Draft[] {
  const { t } = context;
  return withLedger(context, { since: t - limit.QUARTER_DAYS * DAY_S, daily: true }, ['integrity'], (got) => {
    const windows = context.views
      .filter((view) => !view.gone)
      .flatMap((view) => (view.window ? [view.window.value] : []));
    const whole = windows.every((window) => window.since === 0);
    const shares = integrityShares(
      windows.map((window) => window.commits),
      t,
      whole,
    );
    const common = { ...frame(context, got, limit.QUARTER_DAYS), id: 'integrity' as const };
    if (!shares) return [unknown('integrity', 'too-few', { ...common, inputs: { n: 0 } })];
    return [atLeast(shares.n >= limit.MIN_COMMITS, 'too-few', { ...common, ...integrityFigure(shares) })];
  });
}
