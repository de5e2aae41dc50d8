/** Values of a weekly series at a date: for claims about change, and for figures then beside figures now. */
import type { WeeklySeries } from '../signal.ts';
import { WEEK_MS } from '../time.ts';

/** The peak is taken over the same window as the signal `peak-developers`: k = 0..52 weeks. */
const PEAK_WEEKS = 52;
/** A missing week is bridged by an older one of the same month, not by an older figure. */
const BRIDGE_WEEKS = 4;

const endOf = (series: WeeklySeries, index: number) => series.firstWeek * 1000 + (index + 1) * WEEK_MS;

export interface SeriesPoint {
  value: number;
  /** End of its week, Unix ms. */
  at: number;
  index: number;
}

/** Active developers at the last week that ended at or before `at`; null before the first week and in a hole. */
export function valueAt(series: WeeklySeries, at: number): SeriesPoint | null {
  const last = series.developers.length - 1;
  const wanted = Math.floor((at - series.firstWeek * 1000) / WEEK_MS) - 1;
  for (let i = Math.min(last, wanted), tries = 0; i >= 0 && tries <= BRIDGE_WEEKS; i -= 1, tries += 1) {
    const value = series.developers[i];
    if (value != null) return { value, at: endOf(series, i), index: i };
  }
  return null;
}

/** Highest value in the 52 weeks up to a point; null where the series does not reach that far back. */
export function peakBefore(series: WeeklySeries, point: SeriesPoint): SeriesPoint | null {
  const from = point.index - PEAK_WEEKS;
  if (from < 0) return null;
  let best: SeriesPoint | null = null;
  for (let i = from; i <= point.index; i += 1) {
    const value = series.developers[i];
    if (value != null && (!best || value > best.value)) best = { value, at: endOf(series, i), index: i };
  }
  return best;
}

/** End of the last week with a value, Unix ms. */
export function lastWeekEnd(series: WeeklySeries): number | null {
  for (let i = series.developers.length - 1; i >= 0; i -= 1) if (series.developers[i] != null) return endOf(series, i);
  return null;
}
