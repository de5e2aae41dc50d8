/** Every threshold of the roadmap's rubric and verdict, once. Origin: the project's own choice (guide on roadmaps), where nothing else is said. */
import type { DatePrecision } from '../signal.ts';

export const YEAR_DAYS = 365;
/** Fewer structured items, or milestones in a year, are a stub. */
export const MIN_ITEMS = 3;
/** Fewer promises that fell due say nothing of how promises are kept. */
export const MIN_DUE = 3;
/** A total of fewer criteria would hang on one of them. */
export const MIN_CRITERIA = 6;
/** A history of fewer versions is no track record. */
export const MIN_VERSIONS = 3;

/** How exact a deadline is. A year leaves twelve months to hide in. */
export const PRECISION_WEIGHTS: Partial<Record<DatePrecision, number>> = {
  day: 1,
  month: 1,
  quarter: 1,
  half: 0.75,
  season: 0.75,
  third: 0.75,
  range: 0.75,
  year: 0.5,
};
/** [days since the last edit that changed an item, score]; older: 0. */
export const FRESHNESS_STEPS: readonly (readonly [days: number, score: number])[] = [
  [90, 1],
  [180, 0.5],
  [YEAR_DAYS, 0.25],
];
/** A plan that looks ahead names something within this. */
export const HORIZON_MONTHS = 18;
/** A deadline that moved by half a year was not kept at all. */
export const FULL_MOVE_DAYS = 180;
/** Fewer open and dated items in the older version are too few to compare. */
export const MIN_COMPARED = 5;
/** Versions closer to each other are edits of one plan. */
export const MIN_APART_DAYS = 90;
/** A milestone closed within a week of its day was on time. */
export const MILESTONE_GRACE_DAYS = 7;
export const MILESTONE_MONTHS = 24;
/** A release this near to a done item's date may be its proof. */
export const RELEASE_NEAR_DAYS = 60;
/** From this overlap of words on (Dice) two wordings are one promise. */
export const SAME_PROMISE = 0.6;

/** Slipping: at least two overdue, and at least a fifth of what was due; or less than half of the dates kept. */
export const SLIPPING = { minOverdue: 2, overdueShare: 0.2, keptBelow: 0.5 } as const;
/** Vague: fewer than three in ten items have a date. */
export const VAGUE_BELOW = 0.3;
/** On schedule: seven in ten of what was due are done. */
export const ON_SCHEDULE_FROM = 0.7;
