/** Answers to claims about releases and about the roadmap as a document. */
import type { ProjectReport, Signal } from '../signal.ts';
import { DAY_MS } from '../time.ts';
import { FAR_OFF, TOLERANCE } from './answer-developers.ts';
import { answer, type ClaimAnswer, type ClaimFacts, type Measured, unknown } from './answer-types.ts';
import { daysApart } from './record.ts';
import type { Claim } from './types.ts';

/** A release is announced within the week around its tag. */
const RELEASE_DAYS = 7;
/** "Six months" is rounded: up to this share less still counts as the span that was said. */
const SPAN_SLACK = 0.1;
/** From this share less on, the span is another one. */
const SPAN_FAR = 0.25;
/** A count of overdue items may be one off (an item split in two); three are another count. */
const COUNT_NEAR = 1;
const COUNT_FAR = 3;

const signalOf = (signals: readonly Signal[], id: Signal['id']) => signals.find((s) => s.id === id);

/** A version named in a sentence: "v2", "V2.4", "2.0.1"; a bare "2.5" may be anything. */
const VERSION = /(?<![\p{L}\d])v\.?\s?\d|(?<!\d)\d+\.\d+\.\d+(?!\d)/iu;

/** Days of the newest releases, newest first, as the signal's inputs carry them. */
function releaseDays(signal: Signal | undefined, now: number): string[] {
  const days = String(signal?.inputs?.days ?? '').match(/\d{4}-\d{2}-\d{2}/g);
  if (days) return days;
  if (typeof signal?.value !== 'number') return [];
  return [new Date((signal.to ?? now) - signal.value * DAY_MS).toISOString().slice(0, 10)];
}

/** Answers from days since the last release and the newest release days. */
export function answerRelease(claim: Claim, facts: ClaimFacts): ClaimAnswer {
  if (claim.subject.kind !== 'project') return unknown('group-event');
  const report = facts.reports.get(claim.subject.id);
  const signal = report && signalOf(report.code.signals, 'days-since-release');
  const days = releaseDays(signal, facts.now);
  if (!signal || days.length === 0) return unknown('no-figures', { asOf: report?.code.asOf ?? null });
  const more = { asOf: signal.asOf, evidence: signal.evidence };
  const knownUntil = signal.asOf ?? 0;
  if (claim.negated) return answerSilence(claim, facts, days, knownUntil, more);
  if (!claim.time) return unknown('not-this-measure', more);
  const { time } = claim;
  if (claim.future) return unknown('not-recorded', more);
  const hit = days.find((day) => daysApart({ start: day, end: day }, time) <= RELEASE_DAYS);
  // Days of releases are kept, their names are not.
  const then = VERSION.test(claim.text) ? 'some-release-then' : 'release-then';
  if (hit) return answer('supported', then, { ...more, measured: [recorded(hit)] });
  if (knownUntil < Date.parse(time.end) - RELEASE_DAYS * DAY_MS) return unknown('old-figures', more);
  const newest = days[0] as string;
  const oldest = days.at(-1) as string;
  const measured = [recorded(newest)];
  if (newest < time.start) return answer('contradicted', 'no-release-then', { ...more, measured });
  // Older than the releases that are kept, or between two of them that are.
  return unknown(oldest > time.end ? 'later-release' : 'close', { ...more, measured });
}

const recorded = (day: string): Measured => ({ id: 'recorded-date', value: null, text: day });

/** "No release for n months", counted back from the day of the text. */
function answerSilence(
  claim: Claim,
  facts: ClaimFacts,
  days: string[],
  knownUntil: number,
  more: Partial<ClaimAnswer>,
): ClaimAnswer {
  if (claim.number?.kind !== 'duration-days') return unknown('not-this-measure', more);
  const at = facts.writtenAt ?? facts.now;
  const before = days.find((day) => Date.parse(day) <= at);
  if (!before) return unknown('later-release', more);
  const since = Math.floor((at - Date.parse(before)) / DAY_MS);
  const measured: Measured[] = [{ id: 'days-since-release', value: since }, recorded(before)];
  if (since < claim.number.value * (1 - SPAN_FAR))
    return answer('contradicted', 'release-since', { ...more, measured });
  if (since < claim.number.value * (1 - SPAN_SLACK)) return unknown('close', { ...more, measured });
  // Releases after the newest data would be missed.
  if (at - knownUntil > claim.number.value * SPAN_FAR * DAY_MS) return unknown('old-figures', { ...more, measured });
  return answer('supported', 'no-release-since', { ...more, measured });
}

/** Answers about the roadmap itself: delivered share, overdue items, the time it covers. */
export function answerRoadmap(claim: Claim, facts: ClaimFacts): ClaimAnswer {
  if (claim.subject.kind !== 'project') return unknown('group-event');
  const report = facts.reports.get(claim.subject.id);
  if (!report || report.roadmap.verdict === 'not checked') return unknown('no-figures');
  const more = { asOf: report.roadmap.asOf, evidence: documentOf(report) };
  if (report.roadmap.verdict === 'none found') return unknown('none-found', more);
  const { number, time } = claim;
  if (number?.kind === 'share') {
    const share = signalOf(report.roadmap.signals, 'delivered-share')?.value;
    if (typeof share !== 'number') return unknown('no-figures', more);
    const off = Math.abs(share - number.value);
    return graded(off <= TOLERANCE, off > FAR_OFF, { id: 'delivered-share', value: share }, more);
  }
  if (number?.kind === 'count') {
    const overdue = signalOf(report.roadmap.signals, 'overdue-items')?.value;
    if (typeof overdue !== 'number') return unknown('no-figures', more);
    const off = Math.abs(overdue - number.value);
    return graded(off <= COUNT_NEAR, off >= COUNT_FAR, { id: 'overdue-items', value: overdue }, more);
  }
  const covering =
    time &&
    report.roadmap.items.find(
      (i) => i.date.end && i.date.end >= time.start && (i.date.start ?? i.date.end) <= time.end,
    );
  const from = facts.writtenAt ?? facts.now;
  // For a time that is over, items say nothing about when the roadmap was published.
  if (!covering || Date.parse(time.end) < from) return unknown('not-recorded', more);
  return answer('supported', 'roadmap-covers', { ...more, measured: [recorded(covering.date.end as string)] });
}

function graded(near: boolean, far: boolean, measured: Measured, more: Partial<ClaimAnswer>): ClaimAnswer {
  if (near) return answer('supported', 'within-tolerance', { ...more, measured: [measured] });
  return far
    ? answer('contradicted', 'outside', { ...more, measured: [measured] })
    : unknown('close', { ...more, measured: [measured] });
}

function documentOf(report: ProjectReport) {
  const { document, asOf } = report.roadmap;
  if (!document) return [];
  return [{ label: document.label, readAt: asOf ?? 0, ...(document.url ? { url: document.url } : {}) }];
}
