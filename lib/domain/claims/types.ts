/** Claims: sentences of a text that can be held against figures. Pure; a sentence's text never leaves the device. */

/** A project's name in a block, as offsets in its text. */
export interface TextMention {
  block: number;
  start: number;
  end: number;
  projectId: string;
}

export type Subject = { kind: 'project'; id: string } | { kind: 'sector'; id: string } | { kind: 'field'; id: 'all' };

export const PREDICATES = [
  'developers',
  'mainnet',
  'testnet',
  'launch',
  'audit',
  'release',
  'funding',
  'roadmap',
] as const;
export type Predicate = (typeof PREDICATES)[number];

/** What a number in a claim counts. */
export type ClaimNumber =
  /** Signed change as a fraction (−0.3), or an unsigned share for a roadmap. */
  | { kind: 'share'; value: number }
  | { kind: 'count'; value: number }
  | { kind: 'duration-days'; value: number }
  /** An amount of money, as written; never compared. */
  | { kind: 'amount'; value: number };

/** Against what a change is said: the peak, the value `days` ago, the first of January, or nothing named. */
export type Reference = { kind: 'peak' } | { kind: 'days'; days: number } | { kind: 'year-start' } | { kind: 'none' };

/** ISO days, inclusive. */
export interface ClaimTime {
  start: string;
  end: string;
}

export interface Claim {
  block: number;
  /** Offsets of the sentence in its block's text, half-open. */
  start: number;
  end: number;
  text: string;
  subject: Subject;
  predicate: Predicate;
  number: ClaimNumber | null;
  time: ClaimTime | null;
  reference: Reference;
  /** Says that it is still to come. */
  future: boolean;
  /** Says that it has not happened. */
  negated: boolean;
}

/** A sector that the text names: answered with its baseline, whether or not a claim is made of it. */
export interface Concept {
  sector: string;
  /** First place. */
  block: number;
  start: number;
  end: number;
  /** How often it is named. */
  count: number;
}
