/** One word on the roadmap: the first that holds, in the stated order. */
import type { RoadmapVerdict } from '../signal.ts';
import type { RoadmapInput } from './report-input.ts';
import type { Rubric } from './rubric.ts';

/** At least two overdue items, and at least a fifth of all that were due. */
const MIN_OVERDUE = 2;
const OVERDUE_SHARE = 0.2;
const KEPT_FLOOR = 0.5;
const DATED_FLOOR = 0.3;
const MIN_DUE = 3;
const DELIVERED_FLOOR = 0.7;

/** Judges. Order and limits: guide, "Verdict on the roadmap". */
export function roadmapVerdict(input: RoadmapInput, rubric: Rubric): RoadmapVerdict {
  if (!input.checked) return 'not checked';
  const items = input.parsed?.items ?? [];
  const there = input.document !== undefined && input.document.removedOn === undefined;
  if (there && (input.unreadable || (items.length === 0 && input.parsed !== null))) return 'unreadable';
  if (input.document?.removedOn !== undefined) return 'removed';
  if (!there && items.length === 0) return 'none found';
  const value = (id: string) => rubric.scores[id]?.value ?? null;
  const open = items.filter((i) => i.status !== 'done' && i.status !== 'dropped');
  if (open.length === 0 && items.some((i) => i.status === 'done')) return 'completed';
  if (value('freshness') === 0 && open.length > 0) return 'stale';
  const limit = Math.max(MIN_OVERDUE, OVERDUE_SHARE * rubric.due.length);
  const kept = value('dates-kept');
  if (rubric.overdue.length >= limit || (kept !== null && kept < KEPT_FLOOR)) return 'slipping';
  const dated = value('dated-share');
  if (dated === null || dated < DATED_FLOOR) return 'vague';
  if (rubric.due.length === 0) return 'nothing due yet';
  return rubric.due.length >= MIN_DUE && rubric.done / rubric.due.length >= DELIVERED_FLOOR ? 'on schedule' : 'mixed';
}
