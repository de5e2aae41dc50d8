/** Answers to claims about mainnet, testnet, launch, audit and funding: against the project's own roadmap and what releases show. */
import { answer, type ClaimAnswer, type ClaimFacts, type Measured, unknown } from './answer-types.ts';
import { daysApart, type RecordItem, recordOf, type StageRecord } from './record.ts';
import type { Claim, ClaimTime } from './types.ts';

/** A launch is told of days before and after; month precision and time zones are within it. */
const NEAR_DAYS = 31;
/** Dates a quarter apart are different dates; between a month and a quarter the wording decides, which figures can't. */
const FAR_DAYS = 92;

const shownTime = (day: string): ClaimTime => ({ start: day, end: day });
const dateOf = (time: ClaimTime): Measured => ({
  id: 'recorded-date',
  value: null,
  text: time.start === time.end ? time.end : `${time.start}/${time.end}`,
});

/** Nearest dated item to a time, with its distance in days. */
function nearest(items: readonly RecordItem[], time: ClaimTime): { time: ClaimTime; days: number } | null {
  let best: { time: ClaimTime; days: number } | null = null;
  for (const item of items) {
    if (!item.time) continue;
    const days = daysApart(item.time, time);
    if (!best || days < best.days) best = { time: item.time, days };
  }
  return best;
}

/** Items of the wanted state against the claimed time; null where there are none. */
function byDate(items: readonly RecordItem[], time: ClaimTime, more: Partial<ClaimAnswer>): ClaimAnswer | null {
  if (items.length === 0) return null;
  const near = nearest(items, time);
  if (!near) return unknown('no-date', more);
  const measured = [dateOf(near.time)];
  if (near.days <= NEAR_DAYS) return answer('supported', 'roadmap-agrees', { ...more, measured });
  if (near.days > FAR_DAYS) return answer('contradicted', 'roadmap-other-date', { ...more, measured });
  return unknown('close', { ...more, measured });
}

/** Says that it took place at that time. */
function past(record: StageRecord, time: ClaimTime, more: Partial<ClaimAnswer>): ClaimAnswer {
  if (record.shown && daysApart(shownTime(record.shown), time) <= NEAR_DAYS) {
    return answer('supported', 'shown', { ...more, measured: [dateOf(shownTime(record.shown))] });
  }
  const done = byDate(record.done, time, more);
  const planned = nearest(record.open, time);
  // A later mainnet of the same project, planned for that very time: the one that was finished before says nothing of it.
  if (done?.state === 'contradicted' && planned && planned.days <= NEAR_DAYS) {
    return unknown('close', { ...more, measured: [dateOf(planned.time)] });
  }
  if (done) return done;
  if (record.shown) return unknown('close', { ...more, measured: [dateOf(shownTime(record.shown))] });
  if (record.open.length === 0) return unknown('not-recorded', more);
  const measured = planned ? [dateOf(planned.time)] : [];
  // A roadmap that was last edited before that time could not know.
  if (!record.roadmapDate || record.roadmapDate <= time.end) return unknown('old-figures', { ...more, measured });
  return answer('contradicted', 'roadmap-open', { ...more, measured });
}

/** Says that it is still to come at that time. */
function future(record: StageRecord, time: ClaimTime, from: number, more: Partial<ClaimAnswer>): ClaimAnswer {
  const open = byDate(record.open, time, more);
  if (open) return open;
  const done = nearest(record.done, time);
  if (done) {
    const measured = [dateOf(done.time)];
    if (done.days <= NEAR_DAYS) return answer('supported', 'roadmap-agrees', { ...more, measured });
    // A plan whose time is over says nothing of what came of it.
    if (Date.parse(time.end) < from) return unknown('close', { ...more, measured });
    return answer('contradicted', 'roadmap-done', { ...more, measured });
  }
  return unknown(record.done.length > 0 || record.shown ? 'no-date' : 'not-recorded', more);
}

/** Says that it has not taken place by then. */
function notYet(record: StageRecord, time: ClaimTime, more: Partial<ClaimAnswer>): ClaimAnswer {
  const done = record.done.find((i) => i.time && i.time.end <= time.end);
  if (done?.time) return answer('contradicted', 'roadmap-done', { ...more, measured: [dateOf(done.time)] });
  if (record.open.length === 0 || record.shown) return unknown('not-recorded', more);
  const planned = nearest(record.open, time);
  return answer('supported', 'roadmap-open', { ...more, measured: planned ? [dateOf(planned.time)] : [] });
}

/** Answers a claim about an event of a project; of a sector or the field there is no record. */
export function answerEvent(claim: Claim, facts: ClaimFacts): ClaimAnswer {
  if (claim.subject.kind !== 'project') {
    const figures = facts.baselines.get(claim.subject.id);
    return unknown(
      claim.predicate === 'funding' ? 'money' : 'group-event',
      figures ? { n: figures.n, asOf: figures.asOf } : {},
    );
  }
  const report = facts.reports.get(claim.subject.id);
  if (!report) return unknown('no-figures');
  const record = recordOf(report, claim.predicate);
  const more = { asOf: record.asOf, evidence: record.evidence };
  if (claim.number?.kind === 'amount') return unknown('money', more);
  if (!claim.time) return unknown('not-this-measure', more);
  if (claim.negated) return notYet(record, claim.time, more);
  // Text that was written before its date spoke of a plan; what happened since is for the record to say.
  const from = facts.writtenAt ?? facts.now;
  const isFuture = claim.future || Date.parse(claim.time.start) > from;
  return isFuture ? future(record, claim.time, from, more) : past(record, claim.time, more);
}
