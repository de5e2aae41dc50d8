/** What a sentence says of its subject: one predicate with its number, time, tense and negation; null where nothing checkable is said. */
import { type NumberHit, numbersIn } from './numbers.ts';
import { type TimeHit, timesIn } from './times.ts';
import type { Claim, ClaimNumber, Predicate, Reference, Subject } from './types.ts';
import { has, places, type WordClass } from './words/index.ts';

type Said = Omit<Claim, 'block' | 'start' | 'end' | 'text'>;

/** How far before "developers" their count stands: two words of an adjective. */
const COUNT_REACH = 24;
/** A date or number that far away belongs to something else. */
const FAR = 160;

/** Spans in whole weeks, as the weekly series that answer them have it: 52, 13 and 4. */
const YEAR_DAYS = 364;
const QUARTER_DAYS = 91;
const MONTH_DAYS = 28;

function nearest<T extends { at: number }>(items: readonly T[], to: number): T | undefined {
  return items.reduce<T | undefined>(
    (best, i) => (!best || Math.abs(i.at - to) < Math.abs(best.at - to) ? i : best),
    undefined,
  );
}
const distance = (spans: [number, number][], at: number) =>
  Math.min(...spans.map(([a, b]) => Math.min(Math.abs(a - at), Math.abs(b - at))), Infinity);

function referenceOf(folded: string): Reference {
  if (has(folded, 'peak')) return { kind: 'peak' };
  if (has(folded, 'yearStart')) return { kind: 'year-start' };
  if (has(folded, 'quarterAgo')) return { kind: 'days', days: QUARTER_DAYS };
  if (has(folded, 'yearAgo')) return { kind: 'days', days: YEAR_DAYS };
  if (has(folded, 'monthAgo')) return { kind: 'days', days: MONTH_DAYS };
  return { kind: 'none' };
}

/** "More than 40%" says how large a number is, not where it went. */
const BOUND = /\b(?:more|less|fewer|higher|lower|over|up|down) (?:than|to) (?=[\d$€£])/gu;

/** −1, 1, or 0 where the text does not say. The word nearest to the number wins; "higher" inside "peak" words is no direction. */
function directionAt(text: string, at: number): -1 | 0 | 1 {
  const folded = text.replace(BOUND, (bound) => ' '.repeat(bound.length));
  const peaks = places(folded, 'peak');
  const free = (spans: [number, number][]) => spans.filter(([a, b]) => !peaks.some(([c, d]) => a < d && c < b));
  const down = distance(free(places(folded, 'down')), at);
  const up = distance(free(places(folded, 'up')), at);
  if (down === Infinity && up === Infinity) return 0;
  return down <= up ? -1 : 1;
}

/** A share without digits: "half of its developers", "doubled". */
function wordShare(folded: string): { value: number; at: number } | undefined {
  const half = places(folded, 'half')[0];
  if (half) return { value: -0.5, at: half[0] };
  const doubled = places(folded, 'doubled')[0];
  return doubled ? { value: 1, at: doubled[0] } : undefined;
}

/** Ends what a number, a negation or a tense reaches: "…, without critical findings", "after delays, …". No comma in a number. */
const CLAUSE_END = /(?<!\d)[,;،؛，；]|[,;،؛，；](?!\d)/gu;

/** From where to where a clause runs around a place: between commas. */
function clauseSpan(folded: string, at: number): { from: number; to: number } {
  let from = 0;
  for (const { index } of folded.matchAll(CLAUSE_END)) {
    if (index >= at) return { from, to: index };
    from = index + 1;
  }
  return { from, to: folded.length };
}

function clauseAt(folded: string, at: number): string {
  const { from, to } = clauseSpan(folded, at);
  return folded.slice(from, to);
}

function developerNumber(folded: string, numbers: NumberHit[]): { number: ClaimNumber; reference: Reference } | null {
  const devs = places(folded, 'developers');
  // Shares of people who were asked are no change of their number.
  if (devs.length === 0 || has(folded, 'poll')) return null;
  const others = places(folded, 'otherMeasure');
  // "Developers are down 30%, the price is up": what another clause counts is not what this number counts.
  const ours = (at: number) => {
    const { from, to } = clauseSpan(folded, at);
    const near = others.filter(([a]) => a >= from && a < to);
    const inClause = devs.some(([a]) => a >= from && a < to);
    const rivals = inClause ? near : others;
    return distance(devs, at) <= distance(rivals, at) && distance(devs, at) <= FAR;
  };
  const percent = numbers.find((n) => n.kind === 'percent' && ours(n.at));
  if (percent) {
    const sign = directionAt(folded, percent.at);
    return sign === 0
      ? null
      : { number: { kind: 'share', value: sign * percent.value }, reference: referenceOf(folded) };
  }
  const count = numbers.find(
    (n) => n.kind === 'count' && Number.isInteger(n.value) && devs.some(([a]) => a >= n.to && a - n.to <= COUNT_REACH),
  );
  if (count && has(folded, 'active'))
    return { number: { kind: 'count', value: count.value }, reference: { kind: 'none' } };
  const word = wordShare(folded);
  if (word && ours(word.at)) return { number: { kind: 'share', value: word.value }, reference: referenceOf(folded) };
  return null;
}

/** What happens once, the narrower before the wider: "launched its testnet" is told of the testnet. */
const EVENTS: Predicate[] = ['testnet', 'mainnet', 'audit', 'funding', 'roadmap', 'release', 'launch'];
/** Of a sector or the field only these can be claimed in earnest: everything is launched and released all the time. */
const OF_GROUPS: Predicate[] = ['testnet', 'mainnet', 'audit', 'funding'];

interface Event {
  predicate: Predicate;
  at: number;
}

/** The event that is spoken of: the telling words before "roadmap", that before "release", that before "launch"; then the nearest to time or number. */
function eventOf(folded: string, subject: Subject, anchor: number | undefined): Event | null {
  const allowed = subject.kind === 'project' ? EVENTS : OF_GROUPS;
  const found = allowed.flatMap((predicate) =>
    places(folded, predicate as WordClass).map(([at]) => ({ predicate, at })),
  );
  const telling = found.filter((e) => ['testnet', 'mainnet', 'audit', 'funding'].includes(e.predicate));
  const roadmap = found.find((e) => e.predicate === 'roadmap');
  if (roadmap && (telling.length === 0 || has(folded, 'overdue') || /%/.test(folded))) return roadmap;
  if (telling.length > 0) return nearest(telling, anchor ?? 0) ?? null;
  return found.find((e) => e.predicate === 'release') ?? found.find((e) => e.predicate === 'launch') ?? null;
}

/** Characters of the day in an ISO time. */
const ISO_DAY = 10;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, ISO_DAY);

function eventNumber(predicate: Predicate, folded: string, numbers: NumberHit[], negated: boolean): ClaimNumber | null {
  const of = (kind: NumberHit['kind']) => numbers.find((n) => n.kind === kind);
  if (predicate === 'funding') {
    const amount = of('amount');
    return amount ? { kind: 'amount', value: amount.value } : null;
  }
  if (predicate === 'release' && negated) {
    const span = of('duration');
    return span ? { kind: 'duration-days', value: span.value } : null;
  }
  if (predicate === 'roadmap') {
    const percent = of('percent');
    if (percent && has(folded, 'delivered')) return { kind: 'share', value: percent.value };
    const count = of('count');
    return count && has(folded, 'overdue') ? { kind: 'count', value: count.value } : null;
  }
  if (predicate === 'audit') {
    const count = of('count');
    return count && Number.isInteger(count.value) ? { kind: 'count', value: count.value } : null;
  }
  return null;
}

/** Numbers that are part of a date count nothing. */
function outside(numbers: NumberHit[], times: TimeHit[]): NumberHit[] {
  return numbers.filter((n) => n.kind === 'percent' || !times.some((t) => n.at < t.to && t.at < n.to));
}

/** How far from the event a negation stands that means it. */
const NEGATION_REACH = 48;
/** Whether the sentence says that the event did not take place: a negation in its own clause and near it. */
function isNegated(folded: string, event: Event): boolean {
  const { from, to } = clauseSpan(folded, event.at);
  return distance(places(folded.slice(from, to), 'negation'), event.at - from) <= NEGATION_REACH;
}

/** Says that the event took place or will: a bare noun ("the audit firm opened an office") says nothing of it. */
function eventSaid(folded: string, event: Event, negated: boolean): boolean {
  if (event.predicate === 'launch' || event.predicate === 'funding' || event.predicate === 'roadmap') return true;
  return negated || has(folded, 'done') || has(folded, 'future') || has(folded, 'launch') || has(folded, 'delivered');
}

/** Reads one sentence or clause (folded) about one subject; `at` is the day of the text, Unix ms. */
export function predicateOf(folded: string, subject: Subject, at: number): Said | null {
  const times = timesIn(folded, at);
  const numbers = outside(numbersIn(folded), times);
  const devs = developerNumber(folded, numbers);
  const plain = { subject, future: false, negated: false };
  if (devs) return { ...plain, predicate: 'developers', time: null, ...devs };
  const anchor = times[0]?.at ?? numbers[0]?.at;
  const event = eventOf(folded, subject, anchor);
  if (!event) return null;
  const negated = isNegated(folded, event);
  const number = eventNumber(event.predicate, folded, numbers, negated);
  const time = nearest(times, event.at);
  const near = time && Math.abs(time.at - event.at) <= FAR ? { start: time.start, end: time.end } : null;
  if ((!number && !near) || !eventSaid(folded, event, negated)) return null;
  const others = places(folded, 'otherMeasure');
  if (numbers.some((n) => n.kind === 'percent') && event.predicate !== 'roadmap' && others.length > 0) return null;
  const over = near !== null && near.end < dayOf(at);
  // A plan in another clause was the plan before: "after delays, it went live in March 2025".
  const planned = has(over ? clauseAt(folded, event.at) : folded, 'future');
  const future = planned || (near !== null && near.start > dayOf(at));
  return { ...plain, predicate: event.predicate, number, time: near, reference: { kind: 'none' }, future, negated };
}
