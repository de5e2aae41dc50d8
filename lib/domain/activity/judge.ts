/** From computed values to one word: the verdict on code, in the stated order. First that holds. */
import type { CodeVerdict, Confidence } from '../signal.ts';
import * as limit from './limits.ts';

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
  /** Statistics end at 100 authors and no whole count of commits stands in for them. */
  cutOff: boolean;
}

/** The state in which a repository without recent commits is; undefined where commits are recent or their date unknown. */
export function silence(
  input: Pick<VerdictInput, 'daysSinceCommit' | 'daysSinceRelease' | 'releasesKnown'>,
): 'dormant' | 'quiet' | undefined {
  const { daysSinceCommit, daysSinceRelease, releasesKnown } = input;
  if (daysSinceCommit === null || daysSinceCommit <= limit.QUIET_DAYS) return undefined;
  const releaseOld = daysSinceRelease === null ? releasesKnown : daysSinceRelease > limit.DORMANT_DAYS;
  return daysSinceCommit > limit.DORMANT_DAYS && releaseOld ? 'dormant' : 'quiet';
}

/** The verdict on code. Total: every input has exactly one answer. */
export function judgeCode(input: VerdictInput): CodeVerdict {
  if (!input.known) return 'not checked';
  if (input.gone) return 'gone';
  if (input.archived) return 'archived';
  if (input.mirror) return 'elsewhere';
  const silent = silence(input);
  if (silent) return silent;
  if (input.ageWeeks !== null && input.ageWeeks < limit.MIN_WEEKS) return 'too young';
  if (input.peak !== null && input.peak < limit.MIN_PEAK) return 'too few';
  if (input.confidence <= 0 || input.incomplete || input.empty) return 'withheld';
  return judgeTrend(input);
}

/**
 * The last four words. With the peak unknown (GitHub's cut-off at 100 authors) nothing is called falling or rising; a
 * trend between the two bounds is steady whatever the peak was, because both falling rules need a lower one and the
 * rising rule a higher one. Falling is also withheld where the trend itself rests on cut-off data.
 */
function judgeTrend({ active, peak, drawdown, trend, cutOff }: VerdictInput): CodeVerdict {
  if (trend === null) return 'withheld';
  if (drawdown === null || peak === null || active === null) {
    return trend >= limit.TREND_FALLING && trend <= limit.TREND_RISING && (active ?? 0) >= limit.MIN_PEAK
      ? 'steady'
      : 'withheld';
  }
  if (trend < limit.TREND_FALLING) {
    const strong = drawdown >= limit.STRONG_DRAWDOWN;
    const watch = drawdown >= limit.WATCH_DRAWDOWN && peak - active >= limit.WATCH_LOSS;
    if (strong || watch) return cutOff ? 'withheld' : strong ? 'falling sharply' : 'falling';
  }
  if (trend > limit.TREND_RISING && drawdown < limit.WATCH_DRAWDOWN) return 'rising';
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
  if (
    (input.peak !== null && input.peak < limit.SMALL_PEAK) ||
    (input.commits365 !== null && input.commits365 < limit.SMALL_COMMITS)
  )
    losses.push('small');
  if (input.incomplete) losses.push('incomplete');
  if (input.unlinkedShare !== null && input.unlinkedShare > limit.MANY_UNLINKED) losses.push('unlinked');
  if (input.ageWeeks !== null && input.ageWeeks < limit.MIN_WEEKS) losses.push('young');
  if (input.dataAgeDays !== null && input.dataAgeDays > limit.OLD_DATA_DAYS) losses.push('old');
  return losses;
}

/** 3 minus the losses, never below 0. */
export function confidenceOf(losses: readonly ConfidenceLoss[]): Confidence {
  return Math.max(0, limit.FULL_CONFIDENCE - losses.length) as Confidence;
}
