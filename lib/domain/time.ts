/** The one place for how long a day and its relatives are. Calendar arithmetic (Sundays, UTC days) is in activity/weeks.ts. */

/** Unix seconds, as GitHub's statistics, commits and the snapshot have them. */
export const DAY_S = 86_400;
export const WEEK_S = 7 * DAY_S;

/** Milliseconds, as `Date.now()` and every `…Ms` and `…At` of this project have them. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;
