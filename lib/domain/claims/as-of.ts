/** Figures at the date of an article beside figures now, from weekly series. */
import type { WeeklySeries } from '../signal.ts';
import { DAY_MS } from '../time.ts';
import { lastWeekEnd, peakBefore, valueAt } from './series-at.ts';

export interface FiguresAt {
  /** End of the week, Unix ms. */
  at: number;
  active: number;
  /** Share below the 52-week peak, 0–1; null where the series does not reach back or the peak is below five. */
  drawdown: number | null;
}

export interface BeforeAndNow {
  before: FiguresAt | null;
  now: FiguresAt | null;
}

/** Minimum of the signal `drawdown`. */
const MIN_PEAK = 5;
/** Figures of the same month are the same figures: 28-day windows that overlap say nothing of a change. */
export const MIN_APART_MS = 28 * DAY_MS;

function figuresAt(series: WeeklySeries, at: number): FiguresAt | null {
  const point = valueAt(series, at);
  if (!point) return null;
  const peak = peakBefore(series, point);
  return {
    at: point.at,
    active: point.value,
    drawdown: peak && peak.value >= MIN_PEAK ? 1 - point.value / peak.value : null,
  };
}

/** `now` is the newest week of the series. `before` is null before its first week, and where less than 28 days lie between. */
export function beforeAndNow(series: WeeklySeries, writtenAt: number): BeforeAndNow {
  const end = lastWeekEnd(series);
  const now = end === null ? null : figuresAt(series, end);
  const before = figuresAt(series, writtenAt);
  return { before: before && now && now.at - before.at >= MIN_APART_MS ? before : null, now };
}
