/** One byte sequence for one set of reader's data: the base of "export → import → export is byte-identical". */
import type { Correction, OwnProject, ReaderData, Visit, WatchEntry } from './reader-data.ts';

/** Code-unit order: the same on every machine and in every language, unlike localeCompare. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Separates key parts: a character that no id, address or day can hold. */
const SEPARATOR = '\u0000';
/** What makes two watched rows the same one. */
export const watchKey = (e: WatchEntry) => e.projectId;
/** What makes two own projects the same one. */
export const ownKey = (p: OwnProject) => p.id;
/** What makes two corrections the same one. */
export const correctionKey = (c: Correction) => [c.projectId, c.scope, c.where].join(SEPARATOR);
/** What makes two looks at a roadmap page the same one: a day of a page. */
export const visitKey = (s: Visit) => [s.projectId, s.url, s.day].join(SEPARATOR);

function sorted<T>(rows: T[], key: (row: T) => string): T[] {
  return [...rows].sort((a, b) => byCodeUnit(key(a), key(b)));
}

/** Returns the same data with rows and tags in canonical order; of rows with one key the last stands. */
export function canonical(data: ReaderData): ReaderData {
  const unique = <T>(rows: T[], key: (row: T) => string) => [...new Map(rows.map((r) => [key(r), r])).values()];
  return {
    format: data.format,
    version: data.version,
    watchlist: sorted(unique(data.watchlist, watchKey), watchKey).map((e) => ({
      projectId: e.projectId,
      addedAt: e.addedAt,
      updatedAt: e.updatedAt,
      tags: [...e.tags].sort(byCodeUnit),
      notes: e.notes,
      archived: e.archived,
      notify: e.notify,
    })),
    ownProjects: sorted(unique(data.ownProjects, ownKey), ownKey).map((p) => ({
      id: p.id,
      name: p.name,
      aliases: p.aliases,
      symbol: p.symbol,
      domains: p.domains,
      repos: p.repos,
      orgs: p.orgs,
      sectors: p.sectors,
      updatedAt: p.updatedAt,
    })),
    corrections: sorted(unique(data.corrections, correctionKey), correctionKey).map((c) => ({
      projectId: c.projectId,
      scope: c.scope,
      where: c.where,
      at: c.at,
    })),
    visits: sorted(unique(data.visits, visitKey), visitKey).map((s) => ({
      projectId: s.projectId,
      url: s.url,
      day: s.day,
      items: s.items.map((i) => ({
        title: i.title,
        status: i.status,
        start: i.start,
        end: i.end,
        dateText: i.dateText,
      })),
    })),
    settings: Object.fromEntries(Object.entries(data.settings).sort(([a], [b]) => byCodeUnit(a, b))),
  };
}

/**
 * Returns the export file: JSON with one row per line, so that a person can read it, a diff shows what
 * changed, and a refused row has a line to name. Holds no time of export: equal data gives equal bytes.
 */
export function exportJson(data: ReaderData): string {
  const c = canonical(data);
  const list = (rows: unknown[]) =>
    rows.length === 0 ? '[]' : `[\n${rows.map((r) => `  ${JSON.stringify(r)}`).join(',\n')}\n ]`;
  return `{
 "format": ${JSON.stringify(c.format)},
 "version": ${c.version},
 "watchlist": ${list(c.watchlist)},
 "ownProjects": ${list(c.ownProjects)},
 "corrections": ${list(c.corrections)},
 "visits": ${list(c.visits)},
 "settings": ${JSON.stringify(c.settings)}
}
`;
}
