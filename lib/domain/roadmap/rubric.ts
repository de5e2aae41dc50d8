/** The twelve criteria of the roadmap rubric, each 0–1 or null where its minimum is not met, and the figures beside them. */
import type { RoadmapItem, UnknownReason } from '../signal.ts';
import { DAY_MS } from '../time.ts';
import { CRITERIA } from './criteria.ts';
import {
  type Drift,
  daysBetween,
  driftFromMoves,
  driftOf,
  itemsChangedOn,
  median,
  nearestVersion,
  type RoadmapVersion,
} from './ledger.ts';
import * as limit from './limits.ts';
import type { RoadmapInput } from './report-input.ts';
import { PROOF, shownBy } from './shown.ts';

export interface Score {
  value: number | null;
  unknown?: UnknownReason;
  inputs: Record<string, number | string | null>;
  /** The items that the figure rests on, for its evidence. */
  items?: RoadmapItem[];
}
export interface Rubric {
  scores: Record<string, Score>;
  due: RoadmapItem[];
  done: number;
  overdue: RoadmapItem[];
  drift: Drift | null;
  reference: RoadmapVersion | null;
}

/** The UTC day of a time in Unix ms, as "2026-03-31". */
export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const score = (
  value: number | null,
  inputs: Score['inputs'],
  items?: RoadmapItem[],
  unknown: UnknownReason = 'too-few',
): Score => ({
  value,
  inputs,
  ...(value === null ? { unknown } : {}),
  ...(items ? { items } : {}),
});
/** Computes all criteria. Without a document only `published` has a value. */
export function rubricOf(input: RoadmapInput): Rubric {
  const today = isoDay(input.now);
  const items = input.parsed?.items ?? [];
  const kept = items.filter((i) => i.status !== 'dropped');
  const due = kept.filter((i) => i.date.end !== null && i.date.end < today);
  const overdue = due.filter((i) => i.status !== 'done');
  const done = due.length - overdue.length;
  const removed = input.document?.removedOn !== undefined;
  const current = currentVersion(input);
  const reference =
    removed || !current
      ? undefined
      : nearestVersion(input.versions, current.date, limit.YEAR_DAYS, limit.MIN_APART_DAYS);
  const drift =
    current && reference
      ? driftOf(reference, current)
      : input.knownMoves?.length
        ? driftFromMoves(input.knownMoves)
        : null;
  const scores: Record<string, Score> = {
    published: published(input),
    ...datesOf(kept),
    'stage-coverage': coverage(kept, input.live),
    freshness: freshness(input, current),
    horizon: horizon(kept, input.now),
    'delivered-share': score(due.length >= limit.MIN_DUE ? done / due.length : null, { due: due.length, done }, due),
    ...overdueOf(due, overdue, today),
    ...driftScores(drift, reference, input),
    'milestones-on-time': onTime(input),
    'code-evidence': codeEvidence(items, input),
    traceable: traceable(input),
  };
  if (!items.length)
    for (const [id, s] of Object.entries(scores))
      if (id !== 'published' && id !== 'milestones-on-time')
        scores[id] = score(null, s.inputs, undefined, input.checked ? 'not-applicable' : 'not-read');
  scores['roadmap-score'] = total(scores);
  return { scores, due, done, overdue, drift, reference: reference ?? null };
}

/** The version that is judged, as a point in the history. */
export function currentVersion(input: RoadmapInput): RoadmapVersion | undefined {
  const { document, parsed } = input;
  if (!document || !parsed) return undefined;
  const version: RoadmapVersion = { date: document.commitDate ?? isoDay(document.readAt), items: parsed.items };
  if (document.commit) version.commit = document.commit;
  if (document.url) version.url = document.url;
  return version;
}

function published(input: RoadmapInput): Score {
  if (!input.checked) return score(null, {}, undefined, 'not-read');
  const structured = input.parsed && !input.parsed.unstructured ? input.parsed.items.length : 0;
  const yearAgo = isoDay(input.now - limit.YEAR_DAYS * DAY_MS);
  const recent = (input.milestones ?? []).filter(
    (m) => m.createdOn >= yearAgo || (m.dueOn ?? '') >= yearAgo || (m.closedOn ?? '') >= yearAgo,
  ).length;
  const some = input.document !== undefined || recent > 0;
  const gone = input.document?.removedOn !== undefined;
  const value = gone ? 0 : structured >= limit.MIN_ITEMS || recent >= limit.MIN_ITEMS ? 1 : some ? 0.5 : 0;
  return score(value, {
    structuredItems: structured,
    milestones: input.milestones && recent,
    minimum: limit.MIN_ITEMS,
  });
}

function datesOf(kept: RoadmapItem[]): Record<string, Score> {
  const dated = kept.filter((i) => i.date.end !== null);
  const sum = dated.reduce((a, i) => a + (limit.PRECISION_WEIGHTS[i.date.precision] ?? 0), 0);
  return {
    'dated-share': score(
      kept.length ? dated.length / kept.length : null,
      { dated: dated.length, items: kept.length },
      dated,
    ),
    specificity: score(dated.length ? sum / dated.length : null, { weights: sum, dated: dated.length }, dated),
  };
}

function coverage(kept: RoadmapItem[], live: boolean): Score {
  const seen = new Set(kept.flatMap((i) => i.stages));
  const checks = (seen.has('test') ? 0.5 : 0) + (seen.has('audit') ? 0.5 : 0);
  const has = (s: 'funding' | 'development' | 'launch' | 'after') => (seen.has(s) ? 1 : 0);
  // A live network's road no longer holds its funding and launch.
  const value = live
    ? (has('development') + checks + has('after')) / 3
    : (has('funding') + has('development') + checks + has('launch') + has('after')) / 5;
  return score(kept.length ? value : null, { stages: [...seen].sort().join(' '), live: live ? 1 : 0 });
}

function freshness(input: RoadmapInput, current: RoadmapVersion | undefined): Score {
  if (!current) return score(null, {});
  const changed =
    input.itemsChangedOn ??
    (input.versions.length ? itemsChangedOn([current, ...input.versions]) : undefined) ??
    current.date;
  // A page without a history says nothing about its age.
  if (!input.document?.inGit && !input.versions.length) return score(null, {}, undefined, 'not-applicable');
  // The file was read and its history was not: the day of the reading says nothing of the last edit.
  if (changed === current.date && !input.document?.commitDate) return score(null, {}, undefined, 'not-read');
  const days = daysBetween(changed, isoDay(input.now));
  const value = limit.FRESHNESS_STEPS.find(([upTo]) => days <= upTo)?.[1] ?? 0;
  return score(value, { itemsChangedOn: changed, days });
}

function horizon(kept: RoadmapItem[], now: number): Score {
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + limit.HORIZON_MONTHS);
  const open = kept.filter(
    (i) =>
      i.status !== 'done' && i.date.end !== null && i.date.end >= isoDay(now) && i.date.end <= isoDay(until.getTime()),
  );
  return score(
    kept.length ? (open.length ? 1 : 0) : null,
    { openItemsAhead: open.length, months: limit.HORIZON_MONTHS },
    open,
  );
}

function overdueOf(due: RoadmapItem[], overdue: RoadmapItem[], today: string): Record<string, Score> {
  const days = overdue.map((i) => daysBetween(i.date.end as string, today));
  const mid = median(days);
  const depth = mid === null ? 1 : 1 - Math.min(1, mid / limit.YEAR_DAYS);
  return {
    'overdue-depth': score(
      due.length >= limit.MIN_DUE ? depth : null,
      { due: due.length, overdue: overdue.length, medianDays: mid },
      overdue,
    ),
    'overdue-items': score(overdue.length, { due: due.length }, overdue),
    'median-days-overdue': score(mid, { overdue: overdue.length }, overdue, 'not-applicable'),
  };
}

function driftScores(
  drift: Drift | null,
  reference: RoadmapVersion | undefined,
  input: RoadmapInput,
): Record<string, Score> {
  const why: UnknownReason = input.versionCount === null && !input.versions.length ? 'not-read' : 'too-few';
  const inputs = { openAndDatedThen: drift?.base ?? null, comparedTo: reference?.date ?? input.knownSince ?? null };
  return {
    'dates-kept': score(drift?.kept ?? null, inputs, undefined, why),
    'moved-items': score(drift ? drift.movedLater : null, inputs, undefined, why),
    'median-days-moved': score(drift?.medianMoved ?? null, inputs, undefined, drift ? 'not-applicable' : why),
    'removed-items': score(drift ? drift.removed : null, inputs, undefined, why),
  };
}

function onTime(input: RoadmapInput): Score {
  if (!input.milestones) return score(null, {}, undefined, 'not-read');
  const from = isoDay(input.now - (limit.MILESTONE_MONTHS / 12) * limit.YEAR_DAYS * DAY_MS);
  const due = input.milestones.filter((m) => m.dueOn !== null && m.dueOn >= from && m.dueOn < isoDay(input.now));
  const kept = due.filter(
    (m) => m.closedOn !== null && daysBetween(m.dueOn as string, m.closedOn) <= limit.MILESTONE_GRACE_DAYS,
  );
  return score(due.length >= limit.MIN_DUE ? kept.length / due.length : null, { due: due.length, onTime: kept.length });
}

function codeEvidence(items: RoadmapItem[], { source, releases }: RoadmapInput): Score {
  const done = items.filter((i) => i.status === 'done');
  const backed = done.filter(
    (i) => i.links.some((l) => PROOF.test(l)) || (i.date.end !== null && shownBy(i, releases ?? []) !== undefined),
  );
  const enough = done.length >= limit.MIN_ITEMS;
  // The snapshot holds no wordings, a kept page no links: what they would show is not known, and no 0.
  const isWhole = source === 'github' && releases !== null;
  if (enough && !isWhole && backed.length < done.length)
    return score(null, { done: done.length, backed: null }, backed, 'not-read');
  return score(
    enough ? backed.length / done.length : null,
    { done: done.length, backed: isWhole ? backed.length : null },
    backed,
  );
}

function traceable(input: RoadmapInput): Score {
  if (input.document?.inGit && input.versionCount === null && !input.versions.length)
    return score(null, {}, undefined, 'not-read');
  const versions = input.versionCount ?? (input.document?.inGit ? input.versions.length + 1 : 0);
  const value = input.document?.inGit && versions >= limit.MIN_VERSIONS ? 1 : input.parsed?.statesOwnDate ? 0.5 : 0;
  return score(input.document ? value : null, { versions, statesOwnDate: input.parsed?.statesOwnDate ? 1 : 0 });
}

function total(scores: Record<string, Score>): Score {
  const known = CRITERIA.map((id) => scores[id]?.value).filter((v): v is number => v !== null && v !== undefined);
  const value = known.length >= limit.MIN_CRITERIA ? known.reduce((a, b) => a + b, 0) / known.length : null;
  return score(
    value,
    { known: known.length, minimum: limit.MIN_CRITERIA },
    undefined,
    known.length ? 'too-few' : 'not-read',
  );
}
