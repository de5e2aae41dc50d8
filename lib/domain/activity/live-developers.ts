/** Compute, from collected facts: the figures on people. */
import type { CodeSignalId, UnknownReason } from '../signal.ts';
import type { SnapshotCode } from '../snapshot/format.ts';
import { type Collected, collect, type Need, type RepoView } from './collect.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { activeByWeek, attendance, concentration, peakOf, tenure, turnover } from './figures.ts';
import { integrityShares, patternsThatHold } from './integrity.ts';
import { MIN_PEAK, MIN_WEEKS } from './judge.ts';
import { activeAt } from './ledger.ts';
import { continuedSeries, developersAt } from './series.ts';
import { DAY, spanDays, WEEK } from './weeks.ts';

export interface LiveContext {
  views: readonly RepoView[];
  snapshot: SnapshotCode | null;
  hasToken: boolean;
  /** Unix ms. */
  now: number;
  /** T, Unix s. */
  t: number;
  /** Weeks from the first commit or the creation to T; null where neither is known. */
  ageWeeks: number | null;
}

/** Below 20 commits a share by author or pattern is noise. */
export const MIN_COMMITS = 20;
/** Fewer authors than this in the span before give no balance of joined and left. */
export const MIN_BASE = 5;

/** Shared fields of drafts over [t − days, t). */
export function frame(context: LiveContext, got: Collected, days: number): Omit<Draft, 'id' | 'value'> {
  const { t } = context;
  const span = spanDays(days, got.ledger.unit);
  return {
    from: t - span * DAY,
    to: t,
    source: 'github',
    asOf: got.asOf,
    evidence: got.evidence,
    partial: got.partial,
  };
}

/** Collects, or gives the same unknown for each of the ids. A token would help wherever only commits are missing. */
export function withLedger(
  context: LiveContext,
  need: Need,
  ids: readonly CodeSignalId[],
  compute: (got: Collected) => Draft[],
): Draft[] {
  const got = collect(context.views, context.t, need);
  if (typeof got !== 'string') return compute(got);
  const reason: UnknownReason = got === 'needs-commits' && !context.hasToken ? 'needs-token' : got;
  return ids.map((id) => unknown(id, reason, { to: context.t }));
}

/** |A(T)|. */
export function activeDevelopers(context: LiveContext): Draft[] {
  return withLedger(context, { since: context.t - 28 * DAY }, ['active-developers'], (got) => {
    const active = activeAt(got.ledger, context.t);
    const inputs = { active: active.length, unit: got.ledger.unit };
    return [{ ...frame(context, got, 28), id: 'active-developers', value: active.length, inputs }];
  });
}

/** P and D; where the statistics are cut off, over the snapshot's series continued by live commits. */
export function peakAndDrawdown(context: LiveContext): Draft[] {
  const { t } = context;
  const ids: CodeSignalId[] = ['peak-developers', 'drawdown'];
  const got = collect(context.views, t, { since: t - 392 * DAY });
  const base = { from: t - 392 * DAY, to: t };
  if (typeof got !== 'string')
    return peakDrafts(context, activeByWeek(got.ledger, t), { ...base, ...frame(context, got, 392) });
  const series = continuedSeries(context.snapshot, context.views, t);
  const active = series ? Array.from({ length: 53 }, (_, k) => developersAt(series, t - k * WEEK)) : [];
  if (!series?.live || !context.snapshot || active.some((n) => n === null))
    return ids.map((id) => unknown(id, got, base));
  const evidence = [...series.live.evidence, { label: 'snapshot', readAt: context.snapshot.asOf }];
  const source = { ...base, source: 'snapshot+github' as const, asOf: series.live.asOf, evidence };
  return peakDrafts(context, active as number[], source);
}

function peakDrafts(context: LiveContext, active: readonly number[], base: Omit<Draft, 'id' | 'value'>): Draft[] {
  const { peak, weeksAgo, drawdown } = peakOf(active);
  const inputs = { active: active[0] ?? null, peak, weeksAgo };
  const young = context.ageWeeks === null || context.ageWeeks < MIN_WEEKS;
  const judge = (draft: Draft) => atLeast(!young, 'too-young', atLeast(peak >= MIN_PEAK || young, 'too-few', draft));
  return [
    judge({ ...base, id: 'peak-developers', value: peak, inputs }),
    judge({ ...base, id: 'drawdown', value: drawdown, inputs }),
  ];
}

/** Regulars and one-day authors: commits alone say on how many days somebody worked. */
export function regularsAndOneDay(context: LiveContext): Draft[] {
  const { t } = context;
  const regulars = withLedger(context, { since: t - 28 * DAY, daily: true }, ['regulars'], (got) => [
    { ...frame(context, got, 28), id: 'regulars', value: attendance(got.ledger, t).regulars },
  ]);
  const oneDay = withLedger(context, { since: t - 84 * DAY, daily: true }, ['one-day'], (got) => [
    { ...frame(context, got, 84), id: 'one-day', value: attendance(got.ledger, t).oneDay },
  ]);
  return [...regulars, ...oneDay];
}

/** Shares of long-term developers and of newcomers in A(T). */
export function tenureShares(context: LiveContext): Draft[] {
  return withLedger(context, { since: 0 }, ['established-share', 'newcomer-share'], (got) => {
    const { active, established, newcomers } = tenure(got.ledger, context.t);
    const base = frame(context, got, 28);
    const old = context.ageWeeks !== null && context.ageWeeks * 7 >= spanDays(730, got.ledger.unit);
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
    const common = { ...frame(context, got, 182), inputs: { joined, left, base, unit: got.ledger.unit } };
    return [
      atLeast(base >= MIN_BASE, 'too-few', { ...common, id: 'developers-joined', value: joined }),
      atLeast(base >= MIN_BASE, 'too-few', { ...common, id: 'developers-left', value: left }),
    ];
  });
}

/** Absence factor and the top author's share, over 365 days. */
export function absence(context: LiveContext): Draft[] {
  return withLedger(context, { since: context.t - 365 * DAY }, ['absence-factor', 'top-author-share'], (got) => {
    const { factor, topShare, commits } = concentration(got.ledger, context.t);
    const common = { ...frame(context, got, 365), inputs: { commits, factor, topShare } };
    return [
      atLeast(commits >= MIN_COMMITS, 'too-few', { ...common, id: 'absence-factor', value: factor }),
      atLeast(commits >= MIN_COMMITS, 'too-few', { ...common, id: 'top-author-share', value: topShare }),
    ];
  });
}

/** Patterns that look automated: how many hold, and each share as an input. */
export function integrity(context: LiveContext): Draft[] {
  const { t } = context;
  return withLedger(context, { since: t - 91 * DAY, daily: true }, ['integrity'], (got) => {
    const windows = context.views
      .filter((view) => !view.gone)
      .flatMap((view) => (view.window ? [view.window.value] : []));
    const whole = windows.every((window) => window.since === 0);
    const shares = integrityShares(
      windows.map((window) => window.commits),
      t,
      whole,
    );
    const common = { ...frame(context, got, 91), id: 'integrity' as const };
    if (!shares) return [unknown('integrity', 'too-few', { ...common, inputs: { n: 0 } })];
    const holds = patternsThatHold(shares);
    const inputs = { ...shares, holds: holds.join(' ') };
    return [atLeast(shares.n >= MIN_COMMITS, 'too-few', { ...common, value: holds.length, inputs })];
  });
}
