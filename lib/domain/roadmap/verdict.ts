/** One word on the roadmap: the first that holds, in the stated order. */
import type { RoadmapVerdict } from '../signal.ts';
import * as limit from './limits.ts';
import type { RoadmapInput } from './report-input.ts';
import type { Rubric } from './rubric.ts';

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
  const { minOverdue, overdueShare, keptBelow } = limit.SLIPPING;
  const most = Math.max(minOverdue, overdueShare * rubric.due.length);
  const kept = value('dates-kept');
  if (rubric.overdue.length >= most || (kept !== null && kept < keptBelow)) return 'slipping';
  const dated = value('dated-share');
  if (dated === null || dated < limit.VAGUE_BELOW) return 'vague';
  if (rubric.due.length === 0) return 'nothing due yet';
  return rubric.due.length >= limit.MIN_DUE && rubric.done / rubric.due.length >= limit.ON_SCHEDULE_FROM
    ? 'on schedule'
    : 'mixed';
}
