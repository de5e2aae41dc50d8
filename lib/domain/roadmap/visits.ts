/** The reader's own visits to a project's roadmap page, as versions of one document. */
import type { Visit } from '../keep/reader-data.ts';
import type { DatePrecision, RoadmapItem } from '../signal.ts';
import { daysBetween, type RoadmapVersion } from './ledger.ts';
import type { ParsedRoadmap } from './parsed.ts';
import { stagesOf } from './stages.ts';

/** The precision that an interval's length tells: what a visit keeps is the interval. */
function precisionOf(start: string | null, end: string | null): DatePrecision {
  if (!end) return start ? 'open' : 'none';
  const days = start ? daysBetween(start, end) + 1 : 1;
  if (days === 1) return 'day';
  if (days >= 28 && days <= 31) return 'month';
  if (days >= 90 && days <= 92) return 'quarter';
  if (days >= 181 && days <= 184) return 'half';
  return days >= 365 && days <= 366 ? 'year' : 'range';
}
const itemOf = (kept: Visit['items'][number], index: number): RoadmapItem => ({
  ...{ title: kept.title, line: index + 1, path: [], status: kept.status, statusBy: 'none', dateText: kept.dateText },
  ...{ stages: stagesOf(kept.title), links: [], conflict: false },
  date: { start: kept.start, end: kept.end, precision: precisionOf(kept.start, kept.end), inherited: false },
});

/** What a visit saw, as text to compare. */
const readingOf = (visit: Visit) =>
  JSON.stringify(visit.items.map(({ title, status, start, end, dateText }) => [title, status, start, end, dateText]));

/**
 * Of visits to one page, those that tell something: the first and the last of each run of equal readings. Moves, the day of the last
 * look, and the version nearest to any day are the same as with all of them, since whatever lies between reads alike. The last but one
 * stays, too: another look on the same day replaces the last.
 */
export function tellingVisits(visits: Visit[]): Visit[] {
  const sorted = [...visits].sort((a, b) => a.day.localeCompare(b.day));
  const readings = sorted.map(readingOf);
  const isWithin = (i: number) => readings[i] === readings[i - 1] && readings[i] === readings[i + 1];
  return sorted.filter((_, i) => i >= sorted.length - 2 || !isWithin(i));
}

/** Visits to the address seen last, newest first, as versions. */
export function versionsOfVisits(visits: Visit[]): RoadmapVersion[] {
  const sorted = [...visits].sort((a, b) => b.day.localeCompare(a.day));
  const url = sorted[0]?.url;
  return sorted.filter((v) => v.url === url).map((v) => ({ date: v.day, items: v.items.map(itemOf), url: v.url }));
}

/** A page's address as a place is called: without its scheme, cut where it is long. */
export const pageLabel = (url: string): string => url.replace(/^https?:\/\//, '').slice(0, 120);

/** Items of a visit in the parser's shape. */
export function parsedVisit(version: RoadmapVersion): ParsedRoadmap {
  return {
    items: version.items,
    unstructured: false,
    pointer: null,
    statesOwnDate: false,
    hedged: false,
    cutOff: false,
  };
}
