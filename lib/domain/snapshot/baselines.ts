/** Sector baselines: what is usual among the snapshot's projects, beside which a project's own drawdown is shown. */
import type { SectorBaseline, WeeklySeries } from '../signal.ts';
import { DAY_MS, WEEK_S } from '../time.ts';
import type { Snapshot, SnapshotProject } from './format.ts';

/** Stands for all sectors together. */
export const ALL_SECTORS = 'all';
/** Minimum of `drawdown`: below five developers one person more or less is a fifth. */
const MIN_PEAK = 5;
/** Histories that end earlier than half a year before the newest say nothing about "now". */
const FRESH_MS = 183 * DAY_MS;
/** A median of two is a mean of two; quartiles need one value on each side of it. */
const MIN_MEDIAN = 3;
const MIN_QUARTILES = 4;
/** A sum line ends at the last week that this share of the projects has reached: later weeks would fall for want of data. */
const REACHED = 0.75;
/** A drop is a gap in the source when this share of at least 8 busy projects falls below a fifth of their usual week: Christmas weeks stay above it. */
const GAP_SHARE = 0.9;
const GAP_MIN_PROJECTS = 8;
const GAP_LEVEL = 0.2;
const BUSY_COMMITS = 5;
/** Weeks before and after that make the usual week. */
const NEIGHBOURS = 4;

export interface SectorFigures extends SectorBaseline {
  /** Oldest data among the `n` projects, Unix ms; `asOf` is the newest. */
  oldest: number;
  /** Projects of the sector in the snapshot that are left out: too few developers, too young, or too old data. */
  leftOut: number;
  /** Sum of weekly active developers over projects that reach the last week; a person in two projects counts twice. */
  sum: WeeklySeries | null;
  /** How many projects stand behind the sum line. */
  sumOf: number;
  /** Starts (Unix s) of weeks in which nearly all projects fell silent at once: a gap in the source, no decline. */
  gapWeeks: number[];
}

/** Value below which the share `q` of sorted values lies, by linear interpolation between neighbours. */
export function quantile(sorted: readonly number[], q: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

/** 1 − |A| ÷ P; null where a minimum is not met. */
export function drawdownOf(project: SnapshotProject): number | null {
  const { active, peak } = project.code;
  return peak === null || peak < MIN_PEAK ? null : 1 - active / peak;
}

const seriesEnd = (series: WeeklySeries) => series.firstWeek + series.developers.length * WEEK_S;
const valueAt = (series: WeeklySeries, values: (number | null)[], week: number) =>
  week < series.firstWeek ? 0 : (values[Math.round((week - series.firstWeek) / WEEK_S)] ?? null);

/** Median of at most eight counts, sorted in place by insertion: called for every week of every project. */
function medianOf(counts: number[]): number | null {
  for (let i = 1; i < counts.length; i += 1) {
    const value = counts[i] as number;
    let at = i;
    for (; at > 0 && (counts[at - 1] as number) > value; at -= 1) counts[at] = counts[at - 1] as number;
    counts[at] = value;
  }
  const half = counts.length >> 1;
  if (counts.length === 0) return null;
  return counts.length % 2 ? (counts[half] as number) : ((counts[half - 1] as number) + (counts[half] as number)) / 2;
}

/** Commits of each week ÷ the usual week around it; NaN where the week is unknown or too few commits are usual. */
function levelsOf(series: WeeklySeries): Float64Array {
  const levels = new Float64Array(series.commits.length).fill(Number.NaN);
  for (let i = 0; i < levels.length; i += 1) {
    const here = series.commits[i];
    if (here == null) continue;
    const around: number[] = [];
    for (let k = i - NEIGHBOURS; k <= i + NEIGHBOURS; k += 1) {
      const count = series.commits[k];
      if (k !== i && count != null) around.push(count);
    }
    const usual = medianOf(around);
    if (usual !== null && usual >= BUSY_COMMITS) levels[i] = here / usual;
  }
  return levels;
}

/** A project stands in several groups; its levels are worked out once. */
const LEVELS = new WeakMap<WeeklySeries, Float64Array>();
function keptLevels(series: WeeklySeries): Float64Array {
  const levels = LEVELS.get(series) ?? levelsOf(series);
  LEVELS.set(series, levels);
  return levels;
}

/** Weeks in which nearly all busy projects fell silent at once. The newest `NEIGHBOURS` weeks are judged by the weeks before. */
export function sourceGapWeeks(all: readonly WeeklySeries[]): number[] {
  const first = Math.min(...all.map((series) => series.firstWeek));
  const weeks = Math.round((Math.max(...all.map(seriesEnd)) - first) / WEEK_S);
  const busy = new Uint32Array(weeks);
  const silent = new Uint32Array(weeks);
  for (const series of all) {
    const from = Math.round((series.firstWeek - first) / WEEK_S);
    keptLevels(series).forEach((level, i) => {
      if (Number.isNaN(level)) return;
      busy[from + i] = (busy[from + i] as number) + 1;
      if (level < GAP_LEVEL) silent[from + i] = (silent[from + i] as number) + 1;
    });
  }
  const gaps: number[] = [];
  for (let i = 0; i < weeks; i += 1) {
    const n = busy[i] as number;
    if (n >= GAP_MIN_PROJECTS && (silent[i] as number) >= GAP_SHARE * n) gaps.push(first + i * WEEK_S);
  }
  return gaps;
}

/** Sum of weekly active developers up to the last week that three quarters of the projects have reached. */
export function sumLine(projects: readonly SnapshotProject[]): { series: WeeklySeries | null; of: number } {
  if (projects.length === 0) return { series: null, of: 0 };
  const ends = projects.map((project) => seriesEnd(project.code.series)).sort((a, b) => a - b);
  const end = ends[Math.floor((1 - REACHED) * ends.length)] as number;
  const panel = projects.map((project) => project.code.series).filter((series) => seriesEnd(series) >= end);
  const firstWeek = Math.min(...panel.map((series) => series.firstWeek));
  const weeks = Math.max(0, Math.round((end - firstWeek) / WEEK_S));
  const total = (pick: (series: WeeklySeries) => (number | null)[]) =>
    Array.from({ length: weeks }, (_, i) =>
      panel.reduce<number | null>((sum, series) => {
        const value = valueAt(series, pick(series), firstWeek + i * WEEK_S);
        return sum === null || value === null ? null : sum + value;
      }, 0),
    );
  return {
    series: { firstWeek, developers: total((s) => s.developers), commits: total((s) => s.commits) },
    of: panel.length,
  };
}

/** Baseline of a group. Withheld where a gap in the source lies in the last 28 days of the sum line. */
function figuresOf(sector: string, members: readonly SnapshotProject[], newest: number): SectorFigures {
  const fresh = members.filter((project) => project.code.asOf >= newest - FRESH_MS);
  const judged = fresh.filter((project) => drawdownOf(project) !== null);
  const values = judged.map((project) => drawdownOf(project) as number).sort((a, b) => a - b);
  const { series, of } = sumLine(fresh);
  const gapWeeks = fresh.length > 0 ? sourceGapWeeks(fresh.map((project) => project.code.series)) : [];
  const end = series ? seriesEnd(series) : 0;
  const blind = gapWeeks.some((week) => week >= end - 4 * WEEK_S);
  const n = values.length;
  const dates = judged.map((project) => project.code.asOf);
  return {
    sector,
    median: blind || n < MIN_MEDIAN ? null : quantile(values, 0.5),
    q1: blind || n < MIN_QUARTILES ? null : quantile(values, 0.25),
    q3: blind || n < MIN_QUARTILES ? null : quantile(values, 0.75),
    n,
    asOf: dates.reduce((a, b) => Math.max(a, b), 0),
    oldest: dates.reduce((a, b) => Math.min(a, b), dates[0] ?? 0),
    leftOut: members.length - n,
    sum: series,
    sumOf: of,
    gapWeeks,
  };
}

/** Baselines of all sectors that the snapshot has projects of, and of all together; sorted by sector. */
export function sectorBaselines(snapshot: Snapshot): Map<string, SectorFigures> {
  const groups = new Map<string, SnapshotProject[]>([[ALL_SECTORS, snapshot.projects]]);
  for (const project of snapshot.projects) {
    for (const sector of project.sectors) groups.set(sector, [...(groups.get(sector) ?? []), project]);
  }
  const names = [...groups.keys()].sort();
  return new Map(names.map((name) => [name, figuresOf(name, groups.get(name) ?? [], snapshot.asOf)]));
}
