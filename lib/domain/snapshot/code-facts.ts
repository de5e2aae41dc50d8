/** From the commits of a project to the facts that the snapshot carries, with the same formulas as the live figures. */
import type { CommitFact } from '../activity/commit-fact.ts';
import { attendance, concentration, tenure, turnover } from '../activity/figures.ts';
import { integrityShares } from '../activity/integrity.ts';
import { commitsIn, ledgerOfCommits } from '../activity/ledger.ts';
import { seriesOf } from '../activity/series.ts';
import { weekFloor } from '../activity/weeks.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import { type IntegrityInputs, MAX_RELEASES, type RepoHead, type SnapshotCode } from './format.ts';

/** Below 56 weeks of history a peak over 52 weeks says nothing (minimum of `drawdown`). */
const PEAK_MIN_WEEKS = 56;
/** k = 0..52. */
const PEAK_WEEKS = 53;
/** Below two years of history nobody can be long-term (minimum of `established-share`). */
const TENURE_MIN_DAYS = 730;
/** Minimum of `absence-factor` and `integrity`. */
const MIN_COMMITS = 20;

export interface CodeFactsInput {
  /** All commits of the default branch, per repository. */
  commits: CommitFact[][];
  heads: RepoHead[];
  /** Unix s of the newest head commit. */
  asOf: number;
  /** Stable releases, Unix s. */
  releases: number[];
  createdAt?: number | null;
  archived?: boolean | null;
  fork?: boolean | null;
}

/** max over the last 53 week ends; null below 56 weeks of history. `firstAt`: first counted commit, Unix s; `end`: T. */
export function peakOf(developers: (number | null)[], firstAt: number | null, end: number): number | null {
  if (firstAt === null || end - firstAt < PEAK_MIN_WEEKS * WEEK_S) return null;
  return Math.max(0, ...developers.slice(-PEAK_WEEKS).map((n) => n ?? 0));
}

/** Four decimals: more would be noise, fewer could not be compared with the reference figures. */
function round4(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function integrityInputs(commits: CommitFact[][], end: number): IntegrityInputs | null {
  const shares = integrityShares(commits, end, true);
  if (!shares || shares.n < MIN_COMMITS) return null;
  return {
    n: shares.n,
    empty: round4(shares.empty),
    bot: round4(shares.bot),
    sameMessage: shares.sameMessage === null ? null : round4(shares.sameMessage),
    topDay: round4(shares.topDay),
    backdated: round4(shares.backdated),
    singleCommitAuthors: shares.singleCommitAuthors === null ? null : round4(shares.singleCommitAuthors),
  };
}

/** ISO day of a Unix second. */
export function isoDay(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 10);
}

function releaseDays(releases: number[], asOf: number): string[] {
  const days = releases.filter((at) => at > 0 && at <= asOf).map(isoDay);
  return [...new Set(days)].sort().reverse().slice(0, MAX_RELEASES);
}

/** First and last of many dates, without spreading them over the call stack. */
function range(dates: number[]): { first: number | null; last: number | null } {
  let first: number | null = null;
  let last: number | null = null;
  for (const at of dates) {
    if (first === null || at < first) first = at;
    if (last === null || at > last) last = at;
  }
  return { first, last };
}

function tenureOf(ledger: ReturnType<typeof ledgerOfCommits>, first: number | null, end: number) {
  if (first === null || first > end - TENURE_MIN_DAYS * DAY_S) return { established: null, newcomers: null };
  const { established, newcomers } = tenure(ledger, end);
  return { established, newcomers };
}

/** All facts on code of one project at T, the last Sunday at or before `asOf`; the order of commits does not matter. */
export function codeFacts(input: CodeFactsInput): SnapshotCode {
  const end = weekFloor(input.asOf);
  // Dates before 1970-01-02 are broken clocks; they would stretch a history over half a century.
  const commits = input.commits.map((all) => all.filter((commit) => commit.committedAt > DAY_S));
  const ledger = ledgerOfCommits(commits, end);
  const series = seriesOf(ledger, end);
  // A date by day, not by second: the ledger's finest unit, and all that "first commit" needs.
  const { first, last } = range(ledger.authors.flatMap((author) => author.buckets.map(([day]) => day)));
  const { joined, left, base } = turnover(ledger, end);
  const share = concentration(ledger, end);
  const enough = share.commits >= MIN_COMMITS;
  return {
    asOf: input.asOf * 1000,
    weekEnd: end,
    heads: input.heads,
    series,
    firstCommitAt: first,
    lastCommitAt: last,
    commitsTotal: commitsIn(ledger, 0, end),
    active: series.developers.at(-1) ?? 0,
    peak: peakOf(series.developers, first, end),
    ...attendance(ledger, end),
    ...tenureOf(ledger, first, end),
    joined,
    left,
    leftBase: base,
    absenceFactor: enough ? share.factor : null,
    topShare: enough && share.topShare !== null ? round4(share.topShare) : null,
    commits365: share.commits,
    commits90: commitsIn(ledger, end - 90 * DAY_S, end),
    c13: commitsIn(ledger, end - 91 * DAY_S, end),
    prev3: commitsIn(ledger, end - 364 * DAY_S, end - 91 * DAY_S) / 3,
    integrity: integrityInputs(commits, end),
    releases: releaseDays(input.releases, input.asOf),
    createdAt: input.createdAt ?? null,
    archived: input.archived ?? null,
    fork: input.fork ?? null,
  };
}
