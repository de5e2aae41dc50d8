/** The time that a sentence speaks of: written dates by the roadmap's grammar, relative ones against the day it was written. */
import { findDates } from '../roadmap/dates.ts';
import { DAY_MS } from '../time.ts';
import type { ClaimTime } from './types.ts';

export interface TimeHit extends ClaimTime {
  at: number;
  to: number;
}

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A year alone is a date behind one of these, or before 年. */
const YEAR_CUE =
  /(?:\b(?:in|by|since|until|till|to|for|of|during|from|before|after|through|late|early|mid|end)|في|عام|سنه|حتي|لعام|منذ|بحلول|من|نهايه|بدايه|خلال|到|于|在|至|自|将于|，|^)\s*$/u;

const RELATIVE: [RegExp, (at: Date) => [number, number]][] = [
  [/\blast year\b|\bprevious year\b|去年|العام الماضي|السنه الماضيه/u, (d) => yearOf(d.getUTCFullYear() - 1)],
  [/\bnext year\b|明年|العام (?:المقبل|القادم)/u, (d) => yearOf(d.getUTCFullYear() + 1)],
  [/\bthis year\b|今年|هذا العام|العام الجاري/u, (d) => yearOf(d.getUTCFullYear())],
  [/\blast month\b|上个月|上月|الشهر الماضي/u, (d) => monthOf(d, -1)],
  [/\bnext month\b|下个月|下月|الشهر (?:المقبل|القادم)/u, (d) => monthOf(d, 1)],
  [/\bthis month\b|本月|هذا الشهر/u, (d) => monthOf(d, 0)],
  [/\blast week\b|上周|上週|الاسبوع الماضي/u, (d) => [d.getTime() - 14 * DAY_MS, d.getTime()]],
  [/\byesterday\b|昨天|昨日|(?<!\p{L})امس(?!\p{L})/u, (d) => [d.getTime() - DAY_MS, d.getTime() - DAY_MS]],
];
const yearOf = (y: number): [number, number] => [Date.UTC(y, 0, 1), Date.UTC(y, 11, 31)];
const monthOf = (d: Date, by: number): [number, number] => [
  Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + by, 1),
  Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + by + 1, 0),
];

/** Opens a date towards the future ("2022年1月起", "March 2025 after …"): in a claim the date itself is what is said. */
const OPENS = /\s*(?:起|以来|以來|以后|以後|之后|之後|after|onwards?|بعد)$/u;

/** The date of an open span, without the word that opens it. */
function closed(text: string, year: number): { start: string; end: string } | undefined {
  const bare = text.replace(OPENS, '');
  const [hit] = bare === text ? [] : findDates(bare, { bareYear: true, year });
  return hit?.start && hit.end ? { start: hit.start, end: hit.end } : undefined;
}

/** All times in reading order. `at` (Unix ms) is the day of the text; phrases without a year take its year. */
export function timesIn(folded: string, at: number): TimeHit[] {
  const day = new Date(at);
  const hits: TimeHit[] = [];
  for (const hit of findDates(folded, { bareYear: true, year: day.getUTCFullYear() })) {
    const { start, end } = hit.end ? hit : (closed(folded.slice(hit.at, hit.to), day.getUTCFullYear()) ?? hit);
    if (!start || !end) continue;
    const before = folded.slice(Math.max(0, hit.at - 12), hit.at);
    if (hit.bare && !/^\s*年/.test(folded.slice(hit.to - 1)) && !YEAR_CUE.test(before)) continue;
    hits.push({ start, end, at: hit.at, to: hit.to });
  }
  for (const [pattern, interval] of RELATIVE) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const [start, end] = interval(day);
    hits.push({ start: iso(start), end: iso(end), at: found.index, to: found.index + found[0].length });
  }
  return hits.sort((a, b) => a.at - b.at);
}
