/** What is said back to a claim, and what it is held against. */
import type { Evidence, ProjectReport } from '../signal.ts';
import type { SectorFigures } from '../snapshot/baselines.ts';

export type AnswerState = 'supported' | 'contradicted' | 'not-checkable';

/** Why. The interface has words for each; none says more than the figures beside it. */
export const REASONS = [
  'within-tolerance', // the measured change lies within the tolerance of the claimed one
  'outside', // it lies far outside
  'close', // neither near enough to support nor far enough to contradict
  'figures-differ', // sum line and median project disagree on it
  'no-figures', // nothing is known of the subject
  'too-few', // fewer than five developers at the base
  'too-few-projects', // too few projects of the sector in the snapshot
  'source-gap', // the source lost data in these weeks
  'old-figures', // the newest figures are too old for this claim
  'no-history', // the series does not reach back to what is compared
  'not-this-measure', // the data counts something else
  'group-event', // no record of events of a whole sector or field
  'money', // amounts of money are not recorded
  'not-recorded', // the roadmap does not name such a stage, or was not read
  'no-date', // it is recorded, without a date to compare
  'shown', // a release, tag or closed milestone shows it on that date
  'roadmap-agrees', // the project's own roadmap gives the same date
  'roadmap-other-date', // the project's own roadmap gives another date
  'roadmap-open', // the roadmap lists as open what is said to be done
  'roadmap-done', // the roadmap lists as done what is said to be open
  'release-then', // the newest release falls into that time
  'some-release-then', // a release falls into that time; which version it was is not kept
  'no-release-then', // the newest release is older than that time
  'release-since', // a release stands within the span that is said to be without one
  'no-release-since', // none stands in it
  'later-release', // a newer release hides what was then
  'roadmap-covers', // the roadmap has items for that time
  'none-found', // no roadmap was found at the listed places
] as const;
export type Reason = (typeof REASONS)[number];

export type MeasureId =
  | 'sum-change'
  | 'median-change'
  | 'own-change'
  | 'active-developers'
  | 'delivered-share'
  | 'overdue-items'
  | 'days-since-release'
  | 'recorded-date';

/** One figure beside the claim. Changes are signed fractions; days are days; dates are ISO days in `text`. */
export interface Measured {
  id: MeasureId;
  value: number | null;
  text?: string;
  /** Projects behind it, for a sector or the field. */
  n?: number;
  /** The window compared, Unix ms. */
  from?: number;
  to?: number;
}

export interface ClaimAnswer {
  state: AnswerState;
  reason: Reason;
  measured: Measured[];
  /** Projects behind a sector's or the field's figures; null for a project. */
  n: number | null;
  /** Date of the newest data, Unix ms; null where there is none. */
  asOf: number | null;
  evidence: Evidence[];
}

export interface ClaimFacts {
  /** Unix ms of reading. */
  now: number;
  /** Date of the text; null where it has none: then claims are held against the newest figures. */
  writtenAt: number | null;
  reports: ReadonlyMap<string, ProjectReport>;
  /** By sector; "all" is the field. */
  baselines: ReadonlyMap<string, SectorFigures>;
}

/** Builds an answer; unnamed parts are empty. */
export function answer(state: AnswerState, reason: Reason, more: Partial<ClaimAnswer> = {}): ClaimAnswer {
  return { state, reason, measured: [], n: null, asOf: null, evidence: [], ...more };
}
/** The answer to a claim that can't be checked, and why. */
export const unknown = (reason: Reason, more: Partial<ClaimAnswer> = {}) => answer('not-checkable', reason, more);
