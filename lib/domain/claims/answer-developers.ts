/** Answers to claims about numbers of developers: the claimed change beside the measured one, over the same window. */
import type { ProjectReport, WeeklySeries } from '../signal.ts';
import type { SectorFigures } from '../snapshot/baselines.ts';
import { DAY_MS } from '../time.ts';
import { answer, type ClaimAnswer, type ClaimFacts, type Measured, type Reason, unknown } from './answer-types.ts';
import { lastWeekEnd, peakBefore, valueAt } from './series-at.ts';
import type { Claim, Reference } from './types.ts';

/**
 * "About 30%" is rounded to tens (± 5 points); sums of 28-day counts over a hundred projects move by 1 to 2.5 points from
 * week to week. Together seven and a half.
 */
export const TOLERANCE = 0.075;
/** What lies between the tolerance and this is neither supported nor contradicted: another window or sample would explain it. */
export const FAR_OFF = 0.2;
/** Minimum of the signal `drawdown`: below five people one person is a fifth. */
const MIN_BASE = 5;
/** As for a sector's median: less is one project's story. */
const MIN_PROJECTS = 3;
/** A handful of projects may support what is said of a sector; it takes more to contradict it. */
const MIN_TO_CONTRADICT = 5;
/** Beyond a year the 52-week window of the figures and that of the claim have nothing in common. */
const MAX_LAG_MS = 364 * DAY_MS;
/** A count of people: within a quarter or three persons is the same figure; half or double is not. */
const COUNT_NEAR = 0.25;
const COUNT_NEAR_PEOPLE = 3;
const COUNT_FAR = 2;

type Change = { value: number; from: number; to: number } | { missing: Reason };

/** Change of a series as the claim puts it, at `at` or at the last week before it. */
function changeOf(series: WeeklySeries, reference: Reference, at: number): Change {
  const end = lastWeekEnd(series);
  if (end === null) return { missing: 'no-figures' };
  if (at - end > MAX_LAG_MS) return { missing: 'old-figures' };
  const now = valueAt(series, at);
  if (!now) return { missing: 'no-history' };
  const base =
    reference.kind === 'peak'
      ? peakBefore(series, now)
      : valueAt(
          series,
          reference.kind === 'days'
            ? now.at - reference.days * DAY_MS
            : Date.UTC(new Date(now.at).getUTCFullYear(), 0, 1),
        );
  if (!base) return { missing: 'no-history' };
  if (base.value < MIN_BASE) return { missing: 'too-few' };
  return { value: now.value / base.value - 1, from: base.at, to: now.at };
}

/** Where a claim names nothing that it compares with, both usual comparisons count: the peak and the year before. */
function changesOf(series: WeeklySeries, reference: Reference, at: number): Change[] {
  if (reference.kind !== 'none') return [changeOf(series, reference, at)];
  return [changeOf(series, { kind: 'peak' }, at), changeOf(series, { kind: 'days', days: 364 }, at)];
}

interface Judged {
  near: boolean;
  far: boolean;
  /** Only for a change: the figures move the other way. */
  measured: Measured[];
  missing: Reason | null;
}

function judge(changes: Change[], claimed: number, id: Measured['id'], n?: number): Judged {
  const known = changes.filter((c) => 'value' in c);
  const missing = changes.find((c) => 'missing' in c);
  const off = known.map((c) => Math.abs(c.value - claimed));
  return {
    near: off.some((d) => d <= TOLERANCE),
    far: known.length === changes.length && off.every((d) => d > FAR_OFF),
    measured: known.map(({ value, from, to }) => ({ id, value, from, to, ...(n === undefined ? {} : { n }) })),
    missing: known.length === 0 && missing ? missing.missing : null,
  };
}

/** A sector or the field: judged by the sum line; the median project is shown beside it and may only soften a contradiction. */
function ofGroup(claim: Claim, claimed: number, figures: SectorFigures | undefined, at: number): ClaimAnswer {
  if (!figures?.sum) return unknown('no-figures');
  const base = { n: figures.n, asOf: figures.asOf };
  if (figures.sumOf < MIN_PROJECTS) return unknown('too-few-projects', { ...base, n: figures.sumOf });
  const sum = judge(changesOf(figures.sum, claim.reference, at), claimed, 'sum-change', figures.sumOf);
  // The median is known for the newest week and for the peak alone.
  const current = sum.measured[0]?.to === lastWeekEnd(figures.sum);
  const toPeak = claim.reference.kind === 'peak' || claim.reference.kind === 'none';
  const median: Measured[] =
    figures.median !== null && current && toPeak
      ? [{ id: 'median-change', value: -figures.median, n: figures.n, to: figures.asOf }]
      : [];
  const more = { ...base, measured: [...sum.measured, ...median] };
  if (sum.missing) return unknown(sum.missing, more);
  const to = sum.measured[0]?.to ?? 0;
  // The 28 days that the last value counts.
  if (figures.gapWeeks.some((week) => week * 1000 < to && week * 1000 >= to - 28 * DAY_MS))
    return unknown('source-gap', more);
  if (!sum.near && !sum.far) return unknown('close', more);
  if (sum.far && figures.sumOf < MIN_TO_CONTRADICT) return unknown('too-few-projects', more);
  // A few large projects carry a sum: where the median project tells another story, neither alone is an answer.
  const typical = median[0]?.value;
  const typicalFar = typical != null && Math.abs(typical - claimed) > FAR_OFF;
  if (typical != null && typicalFar === sum.near) return unknown('figures-differ', more);
  return sum.near ? answer('supported', 'within-tolerance', more) : answer('contradicted', 'outside', more);
}

function ofProject(claim: Claim, claimed: number, report: ProjectReport, at: number): ClaimAnswer {
  const { series, asOf, signals } = report.code;
  const active = signals.find((s) => s.id === 'active-developers');
  const more = { asOf, evidence: active?.evidence ?? [] };
  if (!series) return unknown('no-figures', more);
  const own = judge(changesOf(series, claim.reference, at), claimed, 'own-change');
  if (own.missing) return unknown(own.missing, more);
  const state = own.near ? 'supported' : own.far ? 'contradicted' : 'not-checkable';
  const reason = own.near ? 'within-tolerance' : own.far ? 'outside' : 'close';
  return answer(state, reason, { ...more, measured: own.measured });
}

function ofCount(claimed: number, report: ProjectReport, at: number, dated: boolean): ClaimAnswer {
  const { series, signals, asOf } = report.code;
  const active = signals.find((s) => s.id === 'active-developers');
  const then = dated && series ? valueAt(series, at) : null;
  const value = dated && series ? then?.value : active?.value;
  const more = { asOf, evidence: active?.evidence ?? [] };
  if (typeof value !== 'number') return unknown(dated && series ? 'no-history' : 'no-figures', more);
  if (asOf !== null && at - asOf > MAX_LAG_MS) return unknown('old-figures', more);
  const measured: Measured[] = [
    { id: 'active-developers', value, ...(then ? { to: then.at } : asOf ? { to: asOf } : {}) },
  ];
  const gap = Math.abs(value - claimed);
  if (gap <= Math.max(COUNT_NEAR_PEOPLE, COUNT_NEAR * value))
    return answer('supported', 'within-tolerance', { ...more, measured });
  const ratio = Math.max(value, claimed) / Math.max(1, Math.min(value, claimed));
  return ratio >= COUNT_FAR
    ? answer('contradicted', 'outside', { ...more, measured })
    : unknown('close', { ...more, measured });
}

/** Answers a claim about developers. Unknown figures are never counted as zero: they make it not checkable. */
export function answerDevelopers(claim: Claim, facts: ClaimFacts): ClaimAnswer {
  const at = facts.writtenAt ?? facts.now;
  const { number, subject } = claim;
  if (number?.kind !== 'share' && number?.kind !== 'count') return unknown('not-this-measure');
  if (subject.kind !== 'project') {
    const figures = facts.baselines.get(subject.id);
    // A sum over the snapshot's projects is no count of a field: only changes can be compared.
    if (number.kind === 'count')
      return unknown('not-this-measure', figures ? { n: figures.n, asOf: figures.asOf } : {});
    return ofGroup(claim, number.value, figures, at);
  }
  const report = facts.reports.get(subject.id);
  if (!report) return unknown('no-figures');
  return number.kind === 'count'
    ? ofCount(number.value, report, at, facts.writtenAt !== null)
    : ofProject(claim, number.value, report, at);
}
