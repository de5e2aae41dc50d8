/**
 * The one place for how long a day and its relatives are; written out, so that content scripts carry numbers and no sums.
 * Calendar arithmetic (Sundays, UTC days) is in activity/weeks.ts.
 */

/** Seconds, as GitHub's statistics, commits and the snapshot count them. */
export const DAY_S = 86_400;
export const WEEK_S = 604_800;

/** Milliseconds, as `Date.now()` and every `…Ms` and `…At` of this project count them. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const WEEK_MS = 604_800_000;
