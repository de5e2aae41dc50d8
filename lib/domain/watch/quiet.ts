/** Quiet hours: a daily span in the reader's own time in which nothing is told. */
import { MINUTE_MS } from '../time.ts';

/** Minutes since local midnight, 0–1439; the span may cross midnight; equal ends are no span. */
export interface QuietHours {
  from: number;
  to: number;
}

const DAY_MINUTES = 24 * 60;

/** Returns whether `minute` (since local midnight) lies inside. */
export function isQuiet(minute: number, quiet: QuietHours | null): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
}

/** Returns Unix ms at which the quiet hours that hold at `now` end; a change of summer time shifts it by that hour at most. */
export function quietEnd(now: number, minute: number, quiet: QuietHours): number {
  const left = (quiet.to - minute + DAY_MINUTES) % DAY_MINUTES;
  return Math.floor(now / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS;
}

/** Minutes since midnight of Unix ms `now` where the reader is. */
export function localMinute(now: number): number {
  const date = new Date(now);
  return date.getHours() * 60 + date.getMinutes();
}
