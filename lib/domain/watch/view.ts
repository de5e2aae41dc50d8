/** Sorting, filtering and grouping of the watchlist: pure, so that 1,000 rows are one pass. */
import { CODE_VERDICTS, ROADMAP_VERDICTS } from '../signal.ts';
import type { WatchRowModel } from './row.ts';

export const SORT_KEYS = [
  'name',
  'codeVerdict',
  'activeDevelopers',
  'drawdown',
  'roadmapVerdict',
  'nextPromised',
  'overdue',
  'lastChangeAt',
  'asOf',
  'addedAt',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  key: SortKey;
  descending: boolean;
}

export interface WatchFilter {
  /** Words that all must stand in name, symbol, tags, sectors or notes. */
  text: string;
  sector: string | null;
  tag: string | null;
  /** A code or roadmap verdict. */
  verdict: string | null;
  archived: boolean;
}
export const NO_FILTER: WatchFilter = { text: '', sector: null, tag: null, verdict: null, archived: false };

function sortValue(row: WatchRowModel, key: SortKey): string | number | null {
  // Verdicts sort as the judge tries them, not by the alphabet of one language.
  if (key === 'codeVerdict') return CODE_VERDICTS.indexOf(row.codeVerdict);
  if (key === 'roadmapVerdict') return ROADMAP_VERDICTS.indexOf(row.roadmapVerdict);
  return row[key];
}

/** Returns the rows in order. Unknown values stand last in both directions; equal ones keep the order of names. */
export function sortRows(rows: WatchRowModel[], sort: Sort, collator: Intl.Collator): WatchRowModel[] {
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const x = sortValue(a, sort.key);
    const y = sortValue(b, sort.key);
    const tie = collator.compare(a.name, b.name) || (a.projectId < b.projectId ? -1 : 1);
    if (x === null || y === null) return x === y ? tie : x === null ? 1 : -1;
    if (x === y) return tie;
    const order = typeof x === 'string' && typeof y === 'string' ? collator.compare(x, y) : x < y ? -1 : 1;
    return order === 0 ? tie : sign * order;
  });
}

/** NFKC and lower case, so that "Ｕni" and "uni" find the same. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function haystack(row: WatchRowModel): string {
  return fold([row.name, row.symbol ?? '', row.projectId, ...row.tags, ...row.sectors, row.notes].join('\n'));
}

/** Returns a matcher that folds each row's text once, however many keystrokes follow. */
export function createFilter(rows: WatchRowModel[]): (filter: WatchFilter) => WatchRowModel[] {
  const texts = rows.map(haystack);
  return (filter) => {
    const words = fold(filter.text).split(/\s+/).filter(Boolean);
    return rows.filter(
      (row, i) =>
        row.archived === filter.archived &&
        (filter.sector === null || row.sectors.includes(filter.sector)) &&
        (filter.tag === null || row.tags.includes(filter.tag)) &&
        (filter.verdict === null || row.codeVerdict === filter.verdict || row.roadmapVerdict === filter.verdict) &&
        words.every((word) => (texts[i] as string).includes(word)),
    );
  };
}

/** Returns rows by sector, most numerous first; a project of several sectors stands in its first. null: no sector. */
export function groupBySector(rows: WatchRowModel[]): { sector: string | null; rows: WatchRowModel[] }[] {
  const groups = Map.groupBy(rows, (row) => row.sectors[0] ?? null);
  return [...groups]
    .map(([sector, members]) => ({ sector, rows: members }))
    .sort((a, b) => Number(a.sector === null) - Number(b.sector === null) || b.rows.length - a.rows.length);
}

/** Every sector and tag in use, for the filter menus, in code-unit order. */
export function facets(rows: WatchRowModel[]): { sectors: string[]; tags: string[] } {
  const unique = (values: string[]) => [...new Set(values)].sort();
  return { sectors: unique(rows.flatMap((r) => r.sectors)), tags: unique(rows.flatMap((r) => r.tags)) };
}
