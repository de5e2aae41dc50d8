/** From computed values to one word: the verdict on code, in the stated order. First that holds. */
import type { CodeVerdict, Confidence } from '../signal.ts';

/** P below this is too small for a drawdown: one person on holiday would be a fall of a fifth or more. */
export const MIN_PEAK = 5;
/** 52 weeks of windows and the 28 days before the first of them. */
export const MIN_WEEKS = 56;
export const STRONG_DRAWDOWN = 0.5;
export const WATCH_DRAWDOWN = 0.3;
/** A fall by fewer people than this is not called one. */
export const WATCH_LOSS = 3;
export const TREND_FALLING = 0.7;
export const TREND_RISING = 1.5;
export const QUIET_DAYS = 180;
export const DORMANT_DAYS = 365;

/** What the verdict needs. null is unknown; a rule that needs an unknown value does not hold. */
export interface VerdictInput {
  /** Anything is known at all. */
  known: boolean;
  gone: boolean;
  archived: boolean;
  mirror: boolean;
  empty: boolean;
  daysSinceCommit: number | null;
  daysSinceRelease: number | null;
  /** Releases were looked for; where they were not, their absence says nothing. */
  releasesKnown: boolean;
  /** Weeks from the first commit or the creation to T. */
  ageWeeks: number | null;
  active: number | null;
  peak: number | null;
  drawdown: number | null;
  trend: number | null;
  confidence: Confidence;
  /** Some repository of R could not be read, is pending, or its data was truncated. */
  incomplete: boolean;
}

/** The state in which a repository without recent commits is; undefined where commits are recent or their date unknown. */
export function silence(
  input: Pick<VerdictInput, 'daysSinceCommit' | 'daysSinceRelease' | 'releasesKnown'>,
): 'dormant' | 'quiet' | undefined {
  const { daysSinceCommit, daysSinceRelease, releasesKnown } = input;
  if (daysSinceCommit === null || daysSinceCommit <= QUIET_DAYS) return undefined;
  const releaseOld = daysSinceRelease === null ? releasesKnown : daysSinceRelease > DORMANT_DAYS;
  return daysSinceCommit > DORMANT_DAYS && releaseOld ? 'dormant' : 'quiet';
}

/** The verdict on code. Total: every input has exactly one answer. */
export function judgeCode(input: VerdictInput): CodeVerdict {
  if (!input.known) return 'not checked';
  if (input.gone) return 'gone';
  if (input.archived) return 'archived';
  if (input.mirror) return 'elsewhere';
  const silent = silence(input);
  if (silent) return silent;
  if (input.ageWeeks !== null && input.ageWeeks < MIN_WEEKS) return 'too young';
  if (input.peak !== null && input.peak < MIN_PEAK) return 'too few';
  if (input.confidence <= 0 || input.incomplete || input.empty) return 'withheld';
  return judgeTrend(input);
}

/**
 * The last four words. With the peak unknown (GitHub's cut-off at 100 authors) nothing is called falling or rising; a
 * trend between the two bounds is steady whatever the peak was, because both falling rules need a lower one and the
 * rising rule a higher one.
 */
function judgeTrend({ active, peak, drawdown, trend }: VerdictInput): CodeVerdict {
  if (trend === null) return 'withheld';
  if (drawdown === null || peak === null || active === null) {
    return trend >= TREND_FALLING && trend <= TREND_RISING && (active ?? 0) >= MIN_PEAK ? 'steady' : 'withheld';
  }
  if (drawdown >= STRONG_DRAWDOWN && trend < TREND_FALLING) return 'falling sharply';
  if (drawdown >= WATCH_DRAWDOWN && peak - active >= WATCH_LOSS && trend < TREND_FALLING) return 'falling';
  if (trend > TREND_RISING && drawdown < WATCH_DRAWDOWN) return 'rising';
  return 'steady';
}

export interface ConfidenceInput {
  peak: number | null;
  commits365: number | null;
  /** A repository failed, is pending or was cut off. */
  incomplete: boolean;
  unlinkedShare: number | null;
  ageWeeks: number | null;
  /** Age of the data in days. */
  dataAgeDays: number | null;
}

/** Reasons that cost one point each. `young` concerns drawdown and trend only. */
export type ConfidenceLoss = 'small' | 'incomplete' | 'unlinked' | 'young' | 'old';

/** Which losses apply. An unknown input costs nothing by itself: what is unknown is said at its own signal. */
export function confidenceLosses(input: ConfidenceInput): ConfidenceLoss[] {
  const losses: ConfidenceLoss[] = [];
  if ((input.peak !== null && input.peak < 10) || (input.commits365 !== null && input.commits365 < 100))
    losses.push('small');
  if (input.incomplete) losses.push('incomplete');
  if (input.unlinkedShare !== null && input.unlinkedShare > 0.3) losses.push('unlinked');
  if (input.ageWeeks !== null && input.ageWeeks < MIN_WEEKS) losses.push('young');
  if (input.dataAgeDays !== null && input.dataAgeDays > 7) losses.push('old');
  return losses;
}

/** 3 minus the losses, never below 0. */
export function confidenceOf(losses: readonly ConfidenceLoss[]): Confidence {
  return Math.max(0, 3 - losses.length) as Confidence;
}
