/**
 * Every window, minimum and bound of the activity signals, each declared once. The compute and judge steps use them, and
 * rules.ts prints them: the table in README cannot say another number than the code uses.
 */

/** Electric Capital's window for an "active" developer; four whole weeks, so weekly statistics give the same window. */
export const ACTIVE_DAYS = 28;
/** The peak looks back over one year of weekly windows. */
export const PEAK_WEEKS = 52;
/** Days of data that the peak needs: 52 weekly steps back and the window before the first of them. */
export const PEAK_DAYS = PEAK_WEEKS * 7 + ACTIVE_DAYS;
/** 52 weeks of windows and the 28 days before the first of them. */
export const MIN_WEEKS = 56;
/** P below this is too small for a drawdown: one person on holiday would be a fall of a fifth or more. */
export const MIN_PEAK = 5;

/** A regular works on ten or more distinct days in 28: Electric Capital's "full-time". */
export const REGULAR_DAYS = 10;
/** One-day authors: exactly one day in three windows. */
export const ONE_DAY_WINDOW = 84;

/** Long-term: two years before T. As weeks: 104. */
export const ESTABLISHED_DAYS = 730;
/** Newcomer: a year. As weeks: 52. */
export const NEWCOMER_DAYS = 365;

/** Joined and left compare a quarter with the one before; 13 whole weeks. */
export const QUARTER_DAYS = 91;
/** An author of one single day (week) neither joins nor leaves. */
export const MIN_LIFE_BUCKETS = 2;
/** Fewer authors than this in the span before give no balance of joined and left. */
export const MIN_BASE = 5;

/** The year of the absence factor. As weeks: 52. */
export const YEAR_DAYS = 365;
/** CHAOSS contributor absence factor: half of the commits. */
export const ABSENCE_SHARE = 0.5;
/** Below 20 commits a share by author or pattern is noise. */
export const MIN_COMMITS = 20;

/** The trend's base: three quarters before the last one. */
export const TREND_QUARTERS = 3;
export const TREND_DAYS = (TREND_QUARTERS + 1) * QUARTER_DAYS;
/** Fewer commits per quarter than this give no trend. */
export const MIN_TREND_DIVISOR = 5;
export const TREND_FALLING = 0.7;
export const TREND_RISING = 1.5;

/** Release rhythm: the last ten gaps within two years; two gaps (three days with a release) at least. */
export const RELEASE_GAPS = 10;
export const RELEASE_DAYS = 730;
export const MIN_RELEASES = 3;
/** Late: more than three usual gaps and more than a quarter. */
export const LATE_GAPS = 3;
export const LATE_DAYS = 90;

/** OpenSSF Scorecard "Maintained": 90 days, one commit a week (12) for full marks of 10, nothing for younger repositories. */
export const MAINTAINED_DAYS = 90;
export const MAINTAINED_COMMITS = 12;
export const MAINTAINED_MAX = 10;

/** A commit this much older than its repository was made elsewhere and brought in. */
export const IMPORT_DAYS = 30;

/** Questions opened between 120 and 30 days ago: each had 30 days to be answered. */
export const ASKED_FROM_DAYS = 120;
export const ASKED_TO_DAYS = 30;
/** An answer within two weeks counts as one. */
export const ANSWER_DAYS = 14;
/** Fewer questions than this say nothing about answers. */
export const MIN_THREADS = 10;

/** Above these shares a pattern holds; signals.md states them without a source of its own: they are this project's choice. */
export const INTEGRITY_LIMITS = {
  empty: 0.1,
  bot: 0.6,
  sameMessage: 0.3,
  topDay: 0.4,
  backdated: 0.2,
  singleCommitAuthors: 0.6,
} as const;
/** Authored more than a quarter before it was committed. */
export const BACKDATED_DAYS = 90;
/** One pattern alone has many innocent causes; it is shown when two hold. */
export const MIN_PATTERNS = 2;

/** Silence. */
export const QUIET_DAYS = 180;
export const DORMANT_DAYS = 365;

export const STRONG_DRAWDOWN = 0.5;
export const WATCH_DRAWDOWN = 0.3;
/** A fall by fewer people than this is not called one. */
export const WATCH_LOSS = 3;

/** Confidence starts here and loses one for each doubt. */
export const FULL_CONFIDENCE = 3;
export const SMALL_PEAK = 10;
export const SMALL_COMMITS = 100;
export const MANY_UNLINKED = 0.3;
export const OLD_DATA_DAYS = 7;
