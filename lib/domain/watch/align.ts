/** Lines of several projects on one time axis: figures of different age stand at their own weeks. */
import { WEEK_S } from '../time.ts';
import type { WatchRowModel } from './row.ts';

/**
 * Returns the weeks from the oldest line's first to the newest line's last (Unix s, ascending), and each row's values at them;
 * null where a row says nothing of a week. Nothing at all where no row has a line.
 */
export function alignLines(rows: readonly Pick<WatchRowModel, 'line' | 'lineFrom'>[]): {
  weeks: number[];
  values: (number | null)[][];
} {
  const known = rows.filter(({ line }) => line.length > 0);
  if (known.length === 0) return { weeks: [], values: rows.map(() => []) };
  const from = Math.min(...known.map(({ lineFrom }) => lineFrom));
  const end = Math.max(...known.map(({ lineFrom, line }) => lineFrom + line.length * WEEK_S));
  const weeks = Array.from({ length: Math.round((end - from) / WEEK_S) }, (_, i) => from + i * WEEK_S);
  const values = rows.map(({ line, lineFrom }) =>
    weeks.map((week) => line[Math.round((week - lineFrom) / WEEK_S)] ?? null),
  );
  return { weeks, values };
}
