/**
 * What the bundled snapshot knows of a project: counts, dates and commit ids computed from public git histories.
 * No names, e-mail addresses, author keys or wordings. The compact JSON that carries it is described in README.md here.
 */
import type { DatePrecision, ItemStatus, Stage, WeeklySeries } from '../signal.ts';

/** The version that this code writes. Added columns keep it; a changed meaning raises it. */
export const SNAPSHOT_VERSION = 1;

/** Weeks kept per project: 3 years, and one more so that a peak over 52 + 1 weeks exists at each of the last 104. */
export const SNAPSHOT_WEEKS = 157;

/** Release days kept per project, newest first: the release gap needs 11, the rest is margin. */
export const MAX_RELEASES = 20;

/** Where the figures were computed from. */
export type SnapshotOrigin = 'git' | 'github' | 'gharchive';

export interface RepoHead {
  /** `owner/name`. */
  repo: string;
  /** Full id of the commit that was read as the head of the default branch. */
  commit: string;
}

/** Inputs of "patterns that look automated", last 91 days: shares 0–1 over `n` commits. */
export interface IntegrityInputs {
  n: number;
  empty: number;
  bot: number;
  sameMessage: number | null;
  topDay: number;
  backdated: number;
  singleCommitAuthors: number | null;
}

/**
 * Facts on code of one project. Figures hold at `weekEnd` (T of the signals' definitions); null is unknown, never 0.
 * Formulas: see the rule of the same name in lib/domain/activity.
 */
export interface SnapshotCode {
  /** Date of the newest commit that was read, Unix ms. Nothing is said about the time after it. */
  asOf: number;
  /** T: the last Sunday 00:00 UTC at or before `asOf`, Unix s; equals the end of the last week of `series`. */
  weekEnd: number;
  heads: RepoHead[];
  /** Up to 157 weeks that end at `weekEnd`; shorter where the history is. */
  series: WeeklySeries;
  /** Day (Unix s at 00:00 UTC) of the first and the last counted commit before T. */
  firstCommitAt: number | null;
  lastCommitAt: number | null;
  /** Counted commits before T in the whole history. */
  commitsTotal: number;
  /** |A(T)|. */
  active: number;
  /** max |A(T − 7k d)|, k = 0..52; null below 56 weeks of history. */
  peak: number | null;
  /** Distinct days in A's 28 d ≥ 10; exactly one day in 84 d. */
  regulars: number;
  oneDay: number;
  /** Of A(T): first commit before T − 730 d; first commit at or after T − 365 d; null below 730 d of history. */
  established: number | null;
  newcomers: number | null;
  /** Joined in the last 91 d; left: active in [T − 182, T − 91) and not since; `leftBase`: all active in that span. */
  joined: number;
  left: number;
  leftBase: number;
  /** Null below 20 commits in 365 d. */
  absenceFactor: number | null;
  topShare: number | null;
  commits365: number;
  /** N[0,90). */
  commits90: number;
  /** N[0,91) and N[91,364) ÷ 3. */
  c13: number;
  prev3: number;
  integrity: IntegrityInputs | null;
  /** ISO days of stable releases (tags that are semantic versions), same-day ones merged, newest first. */
  releases: string[];
  /** What git itself does not say: null when built from bare git directories. createdAt in Unix s. */
  createdAt: number | null;
  archived: boolean | null;
  fork: boolean | null;
}

/** One item of a roadmap without its wording: what is planned by when, in what state, at which line. */
export interface SnapshotItem {
  status: ItemStatus;
  start: string | null;
  end: string | null;
  precision: DatePrecision;
  stages: Stage[];
  line: number;
}

/** One entry of the promise ledger without wording. */
export interface SnapshotMove {
  kind: 'moved-later' | 'moved-earlier' | 'undated' | 'removed' | 'added' | 'status-changed' | 'same';
  days: number | null;
  before: { end: string | null; status: ItemStatus } | null;
  after: { end: string | null; status: ItemStatus } | null;
  /** ISO day of the older of the two versions that are compared (one of `comparedTo`). */
  since: string;
  /** ISO day of the newer one, and its commit. */
  seenOn: string;
  commit: string;
}

/** Facts on the roadmap file of one project, from the history of its path. */
export interface SnapshotRoadmap {
  repo: string;
  path: string;
  /** Newest version: commit and its ISO day. For a removed file, the last version before removal. */
  commit: string;
  commitDate: string;
  /** ISO day on which the file left the default branch; null where it is there. */
  removedOn: string | null;
  /** Versions of the file in its whole history, and the ISO day of the first. */
  versions: number;
  firstDate: string;
  /** ISO day of the last edit that changed an item; null where that is not known. */
  itemsChangedOn: string | null;
  items: SnapshotItem[];
  moves: SnapshotMove[];
  /** ISO days of the versions that `moves` compares against the newest. */
  comparedTo: string[];
}

export interface SnapshotProject {
  id: string;
  sectors: string[];
  code: SnapshotCode;
  /** null: looked for in the history and not found; absent: not looked for. */
  roadmap?: SnapshotRoadmap | null;
}

export interface Snapshot {
  version: number;
  origin: SnapshotOrigin;
  /** Newest `asOf` of all projects, Unix ms. There is no build date: the same input gives the same bytes. */
  asOf: number;
  projects: SnapshotProject[];
}
