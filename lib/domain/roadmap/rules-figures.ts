/** Rules of the figures beside the criteria, and of the verdict. */
import { CRITERIA } from './criteria.ts';
import * as limit from './limits.ts';
import type { RoadmapRule } from './rules.ts';

const own = [{ label: 'this project’s choice' }];
const percent = (fraction: number): string => `${Math.round(fraction * 100)}%`;
const { minOverdue, overdueShare, keptBelow } = limit.SLIPPING;

export const FIGURE_RULES: RoadmapRule[] = [
  {
    id: 'roadmap-score',
    name: 'Rubric total',
    question: 'What do the criteria say together?',
    why: 'One number to sort by; the parts say why.',
    formula: `mean of the known criteria, of ${CRITERIA.length}`,
    needs: `≥ ${limit.MIN_CRITERIA} known criteria`,
    limits: 'Criteria weigh the same, which is a choice.',
    sources: own,
  },
  {
    id: 'overdue-items',
    name: 'Overdue items',
    question: 'How many promises are late?',
    why: 'The count behind the criterion.',
    formula: 'items due that are not done',
    needs: 'one item',
    limits: 'An item that was done and never ticked counts.',
    sources: own,
  },
  {
    id: 'median-days-overdue',
    name: 'Days overdue',
    question: 'By how much, in the middle?',
    why: 'One very old item should not speak for all.',
    formula: 'median of the days since each overdue item’s end',
    needs: 'one overdue item',
    limits: 'The end of the interval is the deadline: “Q3” is late from October on.',
    sources: own,
  },
  {
    id: 'moved-items',
    name: 'Dates moved later',
    question: 'How many dates were put off?',
    why: 'Each stands in the ledger with both dates and the commit.',
    formula: `open and dated items of the version nearest ${limit.YEAR_DAYS} days back whose date is later now`,
    needs: `versions ≥ ${limit.MIN_APART_DAYS} days apart`,
    limits: 'A promise that was reworded beyond recognition is not matched.',
    sources: own,
  },
  {
    id: 'median-days-moved',
    name: 'Days moved',
    question: 'By how much were they put off?',
    why: 'A week is another matter than half a year.',
    formula: 'median of the days that the moved dates moved later',
    needs: 'one moved date',
    limits: 'Dates that moved earlier are not in it; the ledger has them.',
    sources: own,
  },
  {
    id: 'removed-items',
    name: 'Taken out',
    question: 'How many open promises are gone?',
    why: 'What is gone can’t be late.',
    formula: 'items of the older version, not done there, that no item of today matches',
    needs: `versions ≥ ${limit.MIN_APART_DAYS} days apart`,
    limits: 'Reworded items may be among them; the ledger shows each wording.',
    sources: own,
  },
  {
    id: 'roadmap-verdict',
    name: 'Verdict on the roadmap',
    question: 'What do these figures say in one word?',
    why: 'It is what the badge shows.',
    formula: `the first that holds: not checked → unreadable → removed → none found → completed (all done) → stale (kept up 0, open items) → slipping (overdue ≥ max(${minOverdue}, ${percent(overdueShare)} of due), or dates kept < ${keptBelow}) → vague (dated < ${limit.VAGUE_BELOW}) → nothing due yet → on schedule (≥ ${limit.MIN_DUE} due, ≥ ${percent(limit.ON_SCHEDULE_FROM)} of them done) → mixed`,
    needs: 'the places were looked at',
    limits: 'No word about prices or safety. “Subject to change” is noted, not penalised.',
    sources: own,
  },
];
