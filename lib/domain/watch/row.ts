/** What the watchlist shows of one project: a flat row, made from its report and from what the reader added. */
import type { WatchEntry } from '../keep/reader-data.ts';
import type { CodeVerdict, ProjectReport, RoadmapVerdict, SignalId, WeeklySeries } from '../signal.ts';
import { WEEK_S } from '../time.ts';

export interface WatchRowModel {
  projectId: string;
  name: string;
  symbol: string | null;
  sectors: string[];
  tags: string[];
  notes: string;
  archived: boolean;
  notify: boolean;
  /** Unix ms. */
  addedAt: number;
  codeVerdict: CodeVerdict;
  roadmapVerdict: RoadmapVerdict;
  /** Authors in the 28 days before T; null where unknown. */
  activeDevelopers: number | null;
  /** 0–1 below the 52-week peak; null where unknown. */
  drawdown: number | null;
  /** Active developers at the last 53 week ends, oldest first. */
  line: (number | null)[];
  /** Start of the line's first week, Unix s; 0 where there is no line. */
  lineFrom: number;
  /** ISO day of the next promised date, and the wording where it is known. */
  nextPromised: string | null;
  nextTitle: string | null;
  overdue: number | null;
  /** Promises moved later in a year. */
  moved: number | null;
  /** Unix ms of the newest change that the watchlist saw; null before the first. */
  lastChangeAt: number | null;
  /** Unix ms of the newest data of either half. */
  asOf: number | null;
  /** Kind of the last failed read, while older figures stay. */
  failure: string | null;
}

/** 52 weeks and the one that the peak is compared with. */
const LINE_WEEKS = 53;

/** Value of a numeric signal in a report; null where it is unknown or absent. */
export function numberOf(report: ProjectReport, id: SignalId): number | null {
  const signal = [...report.code.signals, ...report.roadmap.signals].find((s) => s.id === id);
  return typeof signal?.value === 'number' ? signal.value : null;
}

function newest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function lineOf(series: WeeklySeries | undefined): Pick<WatchRowModel, 'line' | 'lineFrom'> {
  if (!series) return { line: [], lineFrom: 0 };
  const line = series.developers.slice(-LINE_WEEKS);
  return { line, lineFrom: series.firstWeek + (series.developers.length - line.length) * WEEK_S };
}

/** What the reader made of it: the same whatever is known of the project. */
function ownPart({ projectId, tags, notes, archived, notify, addedAt }: WatchEntry) {
  return { projectId, tags, notes, archived, notify, addedAt };
}

/**
 * Returns the row of a watched project that can't be reported on: it left the registry, or the registry can't be read. It stays
 * on the list as long as the reader keeps it there, named by its id; `failure` is the kind of what is in the way.
 */
export function bareRow(entry: WatchEntry, failure: string, lastChangeAt: number | null): WatchRowModel {
  return {
    ...ownPart(entry),
    name: entry.projectId,
    symbol: null,
    sectors: [],
    codeVerdict: 'not checked',
    roadmapVerdict: 'not checked',
    activeDevelopers: null,
    drawdown: null,
    line: [],
    lineFrom: 0,
    nextPromised: null,
    nextTitle: null,
    overdue: null,
    moved: null,
    lastChangeAt,
    asOf: null,
    failure,
  };
}

/** Returns the row of a watched project. */
export function watchRow(entry: WatchEntry, report: ProjectReport, lastChangeAt: number | null): WatchRowModel {
  return {
    ...ownPart(entry),
    name: report.name,
    symbol: report.symbol ?? null,
    sectors: report.sectors,
    codeVerdict: report.code.verdict,
    roadmapVerdict: report.roadmap.verdict,
    activeDevelopers: numberOf(report, 'active-developers'),
    drawdown: numberOf(report, 'drawdown'),
    ...lineOf(report.code.series),
    nextPromised: report.roadmap.nextPromised?.end ?? null,
    nextTitle: report.roadmap.nextPromised?.title ?? null,
    overdue: numberOf(report, 'overdue-items'),
    moved: numberOf(report, 'moved-items'),
    lastChangeAt,
    asOf: newest(report.code.asOf, report.roadmap.asOf),
    failure: report.failures.at(-1)?.kind ?? null,
  };
}
