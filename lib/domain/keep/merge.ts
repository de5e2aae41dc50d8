/**
 * The stated rule by which two sets of reader's data become one. It is commutative, associative and idempotent, so
 * that the order of imports and syncs does not matter:
 * - a watched project: added at the earlier time; tags, notes and switches from the side changed last;
 * - an own project: from the side changed last; a correction: the later one; a visit: kept from both sides;
 * - settings: this machine's stand; keys that it lacks are taken from the other side.
 * Where times are equal the greater canonical text wins: arbitrary, but the same on every machine.
 */
import { byCodeUnit, canonical, correctionKey, ownKey, visitKey, watchKey } from './canonical.ts';
import type { ReaderData, WatchEntry } from './reader-data.ts';

/** The later of two rows by `time`; ties go to the greater JSON text. */
function newer<T>(a: T, b: T, time: (row: T) => number): T {
  if (time(a) !== time(b)) return time(a) > time(b) ? a : b;
  return byCodeUnit(JSON.stringify(a), JSON.stringify(b)) >= 0 ? a : b;
}

function mergeWatch(a: WatchEntry, b: WatchEntry): WatchEntry {
  // Compare without addedAt, which merges by its own rule; else a tie could depend on it.
  const addedAt = Math.min(a.addedAt, b.addedAt);
  return newer({ ...a, addedAt }, { ...b, addedAt }, (e) => e.updatedAt);
}

function mergeRows<T>(mine: T[], theirs: T[], key: (row: T) => string, pick: (a: T, b: T) => T): T[] {
  const merged = new Map(mine.map((row) => [key(row), row]));
  for (const row of theirs) {
    const present = merged.get(key(row));
    merged.set(key(row), present === undefined ? row : pick(present, row));
  }
  return [...merged.values()];
}

/** Returns both sets as one, in canonical order, by the rule at the head of this file. */
export function mergeReaderData(mine: ReaderData, theirs: ReaderData): ReaderData {
  const a = canonical(mine);
  const b = canonical(theirs);
  return canonical({
    format: a.format,
    version: a.version,
    watchlist: mergeRows(a.watchlist, b.watchlist, watchKey, mergeWatch),
    ownProjects: mergeRows(a.ownProjects, b.ownProjects, ownKey, (x, y) => newer(x, y, (p) => p.updatedAt)),
    corrections: mergeRows(a.corrections, b.corrections, correctionKey, (x, y) => newer(x, y, (c) => c.at)),
    visits: mergeRows(a.visits, b.visits, visitKey, (x, y) => newer(x, y, (s) => s.items.length)),
    settings: { ...b.settings, ...a.settings },
  });
}

/** What an import would do, for the preview: rows by kind that are new, changed, or already so. */
export interface MergePreview {
  watchlist: Counts;
  ownProjects: Counts;
  corrections: Counts;
  visits: Counts;
}
export interface Counts {
  added: number;
  changed: number;
  same: number;
}

function count<T>(mine: T[], merged: T[], theirs: T[], key: (row: T) => string): Counts {
  const before = new Map(mine.map((row) => [key(row), JSON.stringify(row)]));
  const after = new Map(merged.map((row) => [key(row), JSON.stringify(row)]));
  const counts: Counts = { added: 0, changed: 0, same: 0 };
  for (const row of theirs) {
    const old = before.get(key(row));
    if (old === undefined) counts.added++;
    else if (old === after.get(key(row))) counts.same++;
    else counts.changed++;
  }
  return counts;
}

/** Returns how many rows of `theirs` an import into `mine` would add, change, or leave as they are. */
export function previewMerge(mine: ReaderData, theirs: ReaderData): MergePreview {
  const a = canonical(mine);
  const b = canonical(theirs);
  const m = mergeReaderData(a, b);
  return {
    watchlist: count(a.watchlist, m.watchlist, b.watchlist, watchKey),
    ownProjects: count(a.ownProjects, m.ownProjects, b.ownProjects, ownKey),
    corrections: count(a.corrections, m.corrections, b.corrections, correctionKey),
    visits: count(a.visits, m.visits, b.visits, visitKey),
  };
}
