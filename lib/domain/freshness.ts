/** When a stored answer is too old to stand without asking again, and when a failed one may be asked for again. Pure. */
import type { FailureKind } from '../result.ts';
import { lastSunday } from './activity/weeks.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, WEEK_MS } from './time.ts';

/** What is stored apart. `choice`: which repositories of an organisation are read. */
export type Part =
  | 'meta'
  | 'contributors'
  | 'participation'
  | 'commits'
  | 'releases'
  | 'tags'
  | 'threads'
  | 'forkWork'
  | 'root'
  | 'choice'
  | 'roadmap';

/** Ages after which a part is asked for again, each with its reason. null: only a new week makes it old. */
const MAX_AGE_MS: Record<Part, number | null> = {
  // Archived, renamed, gone: a reader should hear of it within a day, and an ETag makes the question cheap.
  meta: DAY_MS,
  // GitHub's statistics count whole weeks that end on Sunday 00:00 UTC: nothing changes in between.
  contributors: null,
  participation: null,
  // The window ends at T, which moves on Sundays.
  commits: null,
  forkWork: null,
  // "Days since the last release" is shown in days.
  releases: DAY_MS,
  tags: WEEK_MS,
  // Windows of 90 days: a week more or less changes little.
  threads: WEEK_MS,
  // A first commit does not change; a history that was rewritten is seen within a year.
  root: 365 * DAY_MS,
  // So that figures do not jump when stars overtake each other (definition of R).
  choice: 90 * DAY_MS,
  // Roadmap files change a few times a year; a moved date should show on the day.
  roadmap: DAY_MS,
};
/** GitHub fills in the last week for some hours after its end. */
const WEEK_SETTLES_MS = 6 * HOUR_MS;
/** A reading time this far in the future means that a clock was set back: the answer's age is not known. */
const CLOCK_SLACK_MS = 10 * MINUTE_MS;

/** Whether `part`, read at `readAt` (Unix ms), should be asked for again at `now`. Never read (null) is stale. */
export function isStale(part: Part, readAt: number | null, now: number): boolean {
  if (readAt === null || readAt > now + CLOCK_SLACK_MS) return true;
  const maxAge = MAX_AGE_MS[part];
  if (maxAge !== null) return now - readAt >= maxAge;
  const settled = lastSunday(now) * 1000 + WEEK_SETTLES_MS;
  // Read before the week's end, or while it was still being filled in and that is over.
  return now >= settled ? readAt < settled : readAt < lastSunday(now) * 1000 - WEEK_MS + WEEK_SETTLES_MS;
}

/** Pauses before asking again after a failure that names no time itself. 0: at the next wish of the reader. */
const PAUSE_MS: Partial<Record<FailureKind, number>> = {
  // States of the repository, not accidents.
  'not-found': DAY_MS,
  blocked: DAY_MS,
  gone: DAY_MS,
  empty: DAY_MS,
  forbidden: HOUR_MS,
  unprocessable: WEEK_MS,
  'too-large': WEEK_MS,
  // Accidents on the way: soon, but not at every hover.
  'bad-answer': 10 * MINUTE_MS,
  'redirect-loop': HOUR_MS,
  'server-error': MINUTE_MS,
  timeout: 30_000,
};

/** Unix ms from which on a part that failed may be asked for again. */
export function retryFrom(failure: { kind: FailureKind; at: number; retryAt?: number }): number {
  return Math.max(failure.retryAt ?? 0, failure.at + (PAUSE_MS[failure.kind] ?? 0));
}

/** Waits between questions while GitHub computes (202), in ms; afterwards commits are read instead. */
export const PENDING_WAITS_MS = [2_000, 5_000, 15_000, 45_000] as const;
/** A worker stops after about 30 s without work: a longer wait than this becomes a job in the database. */
export const LONGEST_SLEEP_MS = 20_000;
