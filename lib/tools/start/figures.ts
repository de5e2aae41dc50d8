/** The figures of a report as rows of text: what, how much, from where, how old. */
import type { ProjectReport, Signal } from '../../domain/signal.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/time.ts';

/** Signals whose values are fractions of one. */
const FRACTIONS = /drawdown|share|delivered|dates-kept|milestones-on-time|coverage/;

function shownValue({ id, value, unknown }: Signal): string {
  if (value === null) return `unknown (${unknown ?? 'no reason given'})`;
  if (typeof value === 'number' && FRACTIONS.test(id)) return `${(value * 100).toFixed(0)} %`;
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
}

/** "3 d" or "5 min"; a dash where there is no data. */
export function ageOf(asOf: number | null, now: number): string {
  if (asOf === null) return '–';
  const age = Math.max(0, now - asOf);
  return age >= DAY_MS ? `${Math.floor(age / DAY_MS)} d` : `${Math.floor(age / MINUTE_MS)} min`;
}

/** One row per verdict and per known figure, and one that counts the unknown ones. */
export function figureRows(report: ProjectReport, now: number): string[][] {
  const rows = [
    [report.name, 'code-verdict', report.code.verdict, report.code.source, ageOf(report.code.asOf, now)],
    [report.name, 'roadmap-verdict', report.roadmap.verdict, report.roadmap.source, ageOf(report.roadmap.asOf, now)],
  ];
  const signals = [...report.code.signals, ...report.roadmap.signals];
  for (const signal of signals.filter(({ value }) => value !== null)) {
    rows.push([report.name, signal.id, shownValue(signal), signal.source, ageOf(signal.asOf, now)]);
  }
  const unknown = signals.filter(({ value }) => value === null);
  if (unknown.length > 0) rows.push([report.name, `${unknown.length} more`, 'unknown or withheld', 'none', '–']);
  return rows;
}
