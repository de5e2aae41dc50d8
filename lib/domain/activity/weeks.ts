/** Calendar arithmetic: days, weeks and windows. All times here are Unix seconds in UTC unless a name says ms. */
import { DAY_S, WEEK_S } from '../time.ts';

/** 1970-01-04 was the first Sunday after the epoch. */
const FIRST_SUNDAY = 3 * DAY_S;

/** Start of the week (Sunday 00:00 UTC) that holds `at`. GitHub's statistics use the same boundary. */
export function weekFloor(at: number): number {
  return Math.floor((at - FIRST_SUNDAY) / WEEK_S) * WEEK_S + FIRST_SUNDAY;
}

/** Start of the UTC day that holds `at`. */
export function dayFloor(at: number): number {
  return Math.floor(at / DAY_S) * DAY_S;
}

/** T of the definitions: the last Sunday 00:00 UTC at or before `nowMs` (Unix ms); answers in Unix s. */
export function lastSunday(nowMs: number): number {
  return weekFloor(Math.floor(nowMs / 1000));
}

/** How fine the data is: single days (from commits) or whole weeks (from GitHub's statistics). */
export type Unit = 'day' | 'week';

/** A stated span of days as the data can give it: 90 and 91 → 13 weeks, 365 → 52, 730 → 104, others to the nearest week. */
export function spanDays(days: number, unit: Unit): number {
  return unit === 'day' ? days : Math.round(days / 7) * 7;
}
