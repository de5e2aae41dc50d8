/** Signals, verdicts, evidence and reports: the vocabulary that background, card and pages share. */
import type { Failure } from '../result.ts';
import { CRITERIA } from './roadmap/criteria.ts';

export const CODE_SIGNAL_IDS = [
  'active-developers',
  'peak-developers',
  'drawdown',
  'regulars',
  'one-day',
  'established-share',
  'newcomer-share',
  'developers-joined',
  'developers-left',
  'absence-factor',
  'top-author-share',
  'commit-trend',
  'days-since-release',
  'release-gap',
  'days-since-commit',
  'maintained',
  'original-share',
  'response-share',
  'first-response-days',
  'state',
  'integrity',
  'coverage',
] as const;
export type CodeSignalId = (typeof CODE_SIGNAL_IDS)[number];

export const ROADMAP_SIGNAL_IDS = [
  ...CRITERIA,
  'roadmap-score',
  'overdue-items',
  'median-days-overdue',
  'moved-items',
  'median-days-moved',
  'removed-items',
] as const;
export type RoadmapSignalId = (typeof ROADMAP_SIGNAL_IDS)[number];

export type SignalId = CodeSignalId | RoadmapSignalId | 'code-verdict' | 'roadmap-verdict';

export const CODE_VERDICTS = [
  'not checked',
  'gone',
  'archived',
  'elsewhere',
  'dormant',
  'quiet',
  'too young',
  'too few',
  'withheld',
  'falling sharply',
  'falling',
  'rising',
  'steady',
] as const;
export type CodeVerdict = (typeof CODE_VERDICTS)[number];

export const ROADMAP_VERDICTS = [
  'not checked',
  'unreadable',
  'removed',
  'none found',
  'completed',
  'stale',
  'slipping',
  'vague',
  'nothing due yet',
  'on schedule',
  'mixed',
] as const;
export type RoadmapVerdict = (typeof ROADMAP_VERDICTS)[number];

/** Where a figure comes from. `snapshot+github`: the bundled series continued by commits read since. */
export type FigureSource = 'snapshot' | 'github' | 'snapshot+github' | 'page' | 'none';

/** 3 high, 2 medium, 1 low, 0 withheld. */
export type Confidence = 0 | 1 | 2 | 3;

/** Why a value is null. The interface has words for each. */
export type UnknownReason =
  | 'not-read' // nothing was asked yet
  | 'needs-token' // only with a token
  | 'needs-commits' // statistics do not say it; commit-level data needed
  | 'too-young'
  | 'too-few' // a stated minimum is not met
  | 'cut-off' // GitHub's statistics stop at 100 authors
  | 'pending' // GitHub is still computing
  | 'failed' // the read failed: see the report's failures
  | 'not-applicable';

/** One thing that was read for a figure. */
export interface Evidence {
  /** Short plain label: "stats/contributors", "commit 1a2b3c4", "ROADMAP.md line 12". */
  label: string;
  /** https link for the reader to open; absent where there is none. */
  url?: string;
  /** When it was read, Unix ms. */
  readAt: number;
  etag?: string;
  commit?: string;
  line?: number;
}

/** A computed figure. Fractions are 0–1, days are days, unknown is null: never 0. */
export interface Signal {
  id: SignalId;
  value: number | string | null;
  /** Set exactly when value is null. */
  unknown?: UnknownReason;
  /** The window that the figure covers, Unix ms, half-open; absent where it has none. */
  from?: number;
  to?: number;
  source: FigureSource;
  /** Age of the data: Unix ms of the newest input. */
  asOf: number | null;
  confidence: Confidence;
  evidence: Evidence[];
  /** The formula's inputs by name, for "show inputs" and recompute. */
  inputs?: Record<string, number | string | null>;
}

/** Weekly figures; index i is the week that starts at `firstWeek + i * 604800` (Unix s, Sundays 00:00 UTC). null: unknown. */
export interface WeeklySeries {
  firstWeek: number;
  /** |A(t)| at the END of week i: authors in the 28 days before `firstWeek + (i + 1) * 604800`. */
  developers: (number | null)[];
  /** Counted commits in week i. */
  commits: (number | null)[];
}

export interface RepoRead {
  repo: string;
  /** How far it was read. */
  state: 'read' | 'snapshot' | 'partial' | 'pending' | 'failed' | 'not-read';
  asOf: number | null;
  failure?: Failure;
}

export interface CodeReport {
  verdict: CodeVerdict;
  confidence: Confidence;
  signals: Signal[];
  series?: WeeklySeries;
  repos: RepoRead[];
  /** How many repositories the project lists; null where that was not read. */
  listed: number | null;
  source: FigureSource;
  asOf: number | null;
}

export const STAGES = ['funding', 'development', 'test', 'audit', 'launch', 'after'] as const;
export type Stage = (typeof STAGES)[number];
export type ItemStatus = 'done' | 'in_progress' | 'planned' | 'delayed' | 'dropped' | 'unknown';
export type DatePrecision =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'third'
  | 'range'
  | 'year'
  | 'open'
  | 'relative'
  | 'vague'
  | 'none';

/** A parsed date phrase. start and end are ISO days (inclusive) or null. */
export interface ItemDate {
  start: string | null;
  end: string | null;
  precision: DatePrecision;
  inherited: boolean;
}

export interface RoadmapItem {
  title: string;
  /** 1-based line in the source. */
  line: number;
  /** Headings above it, outermost first. */
  path: string[];
  status: ItemStatus;
  statusBy: 'checkbox' | 'status-line' | 'label' | 'emoji' | 'heading' | 'words' | 'none';
  date: ItemDate;
  dateText: string | null;
  stages: Stage[];
  links: string[];
  conflict: boolean;
}

/** One entry of the promise ledger. Wordings are null where only dates are known (snapshot). */
export interface LedgerMove {
  kind: 'moved-later' | 'moved-earlier' | 'undated' | 'removed' | 'added' | 'status-changed' | 'same';
  title: string | null;
  before: { title: string | null; date: ItemDate | null; status: ItemStatus } | null;
  after: { title: string | null; date: ItemDate | null; status: ItemStatus } | null;
  /** Days by which the deadline moved; positive is later; null where no date on both sides. */
  days: number | null;
  /** ISO day of the version in which it is seen first. */
  seenOn: string;
  commit?: string;
  url?: string;
}

/** Stage track: what the roadmap says and what was shown by a release, tag or closed milestone. */
export interface StageState {
  stage: Stage;
  says: ItemStatus | null;
  saysDate: ItemDate | null;
  saysItem: string | null;
  line: number | null;
  shown: { label: string; date: string; url?: string } | null;
}

export interface RoadmapReport {
  verdict: RoadmapVerdict;
  signals: Signal[];
  items: RoadmapItem[];
  stages: StageState[];
  moves: LedgerMove[];
  /** Where was looked, in order, and what was there. */
  places: { label: string; url?: string; found: boolean }[];
  /** The document that was judged. */
  document?: { label: string; url?: string; commit?: string; commitDate?: string; removedOn?: string };
  dated: number | null;
  total: number | null;
  nextPromised: { title: string | null; end: string } | null;
  source: FigureSource;
  asOf: number | null;
  /** Unix ms of the last look at the places; absent where nobody looked since the snapshot or the reader's own visit. */
  readAt?: number;
}

export interface BudgetNote {
  /** Requests left in the current hour. */
  left: number;
  limit: number;
  /** Unix ms. */
  resetAt: number;
  withToken: boolean;
}

/** Everything that card and pages show of one project. */
export interface ProjectReport {
  projectId: string;
  name: string;
  symbol?: string;
  sectors: string[];
  homepage?: string;
  code: CodeReport;
  roadmap: RoadmapReport;
  /** known: what was at hand; loading: a live read goes on; live: just read; failed: read failed, older figures stay. */
  progress: 'known' | 'loading' | 'live' | 'failed';
  failures: Failure[];
  budget: BudgetNote | null;
  watched: boolean;
  /** Sector baseline of the drawdown, where the snapshot has one. */
  baselines: SectorBaseline[];
}

export interface SectorBaseline {
  sector: string;
  /** Median and quartiles of 1 − |A|/P over the sector's projects in the snapshot. */
  median: number | null;
  q1: number | null;
  q3: number | null;
  n: number;
  asOf: number;
}
