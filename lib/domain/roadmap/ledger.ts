/** The promise ledger: two versions of a roadmap compared. What moved, was undated, removed, added, or changed its state. */
import type { LedgerMove, RoadmapItem } from '../signal.ts';
import { DAY_MS } from '../time.ts';
import { FULL_MOVE_DAYS, MIN_COMPARED, SAME_PROMISE } from './limits.ts';
import { dice, wordsOf } from './similarity.ts';

export interface RoadmapVersion {
  /** ISO day of the commit, or of the visit. */
  date: string;
  items: RoadmapItem[];
  commit?: string;
  url?: string;
}

/** A word that stands in more items than this tells nothing apart, and would make matching quadratic. */
const COMMON = 150;
const NEAR = 20;
/** Whole days from one ISO day to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
const heading = (item: RoadmapItem) => (item.path[item.path.length - 1] ?? '').toLowerCase();

/** Pairs of items that are the same promise, best overlap first, each item once; the rest is removed or added. */
export function matchItems(
  before: RoadmapItem[],
  after: RoadmapItem[],
): { pairs: [RoadmapItem, RoadmapItem][]; removed: RoadmapItem[]; added: RoadmapItem[] } {
  const oldWords = before.map((i) => wordsOf(i.title));
  const newWords = after.map((i) => wordsOf(i.title));
  const candidates = candidatePairs(oldWords, newWords).map(([i, j]) => {
    const a = before[i] as RoadmapItem;
    const b = after[j] as RoadmapItem;
    // The same heading, then the nearer place, decides between equal wordings.
    return {
      i,
      j,
      overlap: overlap(a, b, oldWords[i], newWords[j]),
      tie: heading(a) === heading(b) ? 1 : 0,
      near: -Math.abs(i - j),
    };
  });
  candidates.sort((x, y) => y.overlap - x.overlap || y.tie - x.tie || y.near - x.near);
  const usedOld = new Set<number>();
  const usedNew = new Set<number>();
  const matched: [number, number][] = [];
  for (const { i, j, overlap: o } of candidates) {
    if (o < SAME_PROMISE || usedOld.has(i) || usedNew.has(j)) continue;
    usedOld.add(i);
    usedNew.add(j);
    matched.push([i, j]);
  }
  matched.sort(([, a], [, b]) => a - b);
  const pairs = matched.map(([i, j]): [RoadmapItem, RoadmapItem] => [
    before[i] as RoadmapItem,
    after[j] as RoadmapItem,
  ]);
  return { pairs, removed: before.filter((_, i) => !usedOld.has(i)), added: after.filter((_, j) => !usedNew.has(j)) };
}
function overlap(a: RoadmapItem, b: RoadmapItem, x: Set<string> | undefined, y: Set<string> | undefined): number {
  if (a.title === b.title) return 1;
  return x && y ? dice(x, y) : 0;
}
function candidatePairs(oldWords: Set<string>[], newWords: Set<string>[]): [number, number][] {
  const index = new Map<string, number[]>();
  newWords.forEach((words, j) => {
    for (const word of words.size ? words : ['']) {
      const places = index.get(word);
      if (places) places.push(j);
      else index.set(word, [j]);
    }
  });
  const found: [number, number][] = [];
  oldWords.forEach((words, i) => {
    const seen = new Set<number>();
    for (const word of words.size ? words : ['']) {
      const places = index.get(word) ?? [];
      if (places.length <= COMMON) for (const j of places) seen.add(j);
    }
    // Wordings of common words only are looked for near their old place in the document.
    for (let j = Math.max(0, i - NEAR); j <= Math.min(newWords.length - 1, i + NEAR); j++) seen.add(j);
    for (const j of seen) found.push([i, j]);
  });
  return found;
}

const side = (item: RoadmapItem) => ({ title: item.title, date: item.date, status: item.status });

/** Every promise of either version with what became of it. `seenOn`, `commit` and `url` are those of the newer version. */
export function compareVersions(before: RoadmapVersion, after: RoadmapVersion): LedgerMove[] {
  const { pairs, removed, added } = matchItems(before.items, after.items);
  const seen = {
    seenOn: after.date,
    ...(after.commit ? { commit: after.commit } : {}),
    ...(after.url ? { url: after.url } : {}),
  };
  return [
    ...pairs.map(
      ([a, b]): LedgerMove => ({ ...moveOf(a, b), title: b.title, before: side(a), after: side(b), ...seen }),
    ),
    ...removed.map(
      (a): LedgerMove => ({ kind: 'removed', title: a.title, before: side(a), after: null, days: null, ...seen }),
    ),
    ...added.map(
      (b): LedgerMove => ({ kind: 'added', title: b.title, before: null, after: side(b), days: null, ...seen }),
    ),
  ];
}
function moveOf(a: RoadmapItem, b: RoadmapItem): Pick<LedgerMove, 'kind' | 'days'> {
  if (a.date.end && b.date.end) {
    const days = daysBetween(a.date.end, b.date.end);
    if (days !== 0) return { kind: days > 0 ? 'moved-later' : 'moved-earlier', days };
    return { kind: a.status === b.status ? 'same' : 'status-changed', days };
  }
  // A promise kept needs no date any more.
  if (a.date.end && b.status !== 'done') return { kind: 'undated', days: null };
  return { kind: a.status === b.status ? 'same' : 'status-changed', days: null };
}

/** The version nearest to `days` before `to`, at least `atLeast` days older than it; undefined where there is none. */
export function nearestVersion(
  versions: RoadmapVersion[],
  to: string,
  days: number,
  atLeast = 1,
): RoadmapVersion | undefined {
  const age = (v: RoadmapVersion) => daysBetween(v.date, to);
  return versions
    .filter((v) => age(v) >= atLeast)
    .reduce<RoadmapVersion | undefined>(
      (best, v) => (!best || Math.abs(age(v) - days) < Math.abs(age(best) - days) ? v : best),
      undefined,
    );
}

/** What changed from version to version, newest first, without what stayed the same. */
export function ledgerOf(versions: RoadmapVersion[]): LedgerMove[] {
  const sorted = [...versions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const moves: LedgerMove[] = [];
  for (let i = 1; i < sorted.length; i++)
    moves.unshift(
      ...compareVersions(sorted[i - 1] as RoadmapVersion, sorted[i] as RoadmapVersion).filter((m) => m.kind !== 'same'),
    );
  return moves;
}

/** ISO day of the newest version whose items differ from the one before; undefined with fewer than two versions. */
export function itemsChangedOn(versions: RoadmapVersion[]): string | undefined {
  const sorted = [...versions].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const print = (v: RoadmapVersion) =>
    v.items.map((i) => `${i.title}|${i.status}|${i.date.start}|${i.date.end}`).join('\n');
  for (let i = 0; i + 1 < sorted.length; i++)
    if (print(sorted[i] as RoadmapVersion) !== print(sorted[i + 1] as RoadmapVersion)) return sorted[i]?.date;
  return sorted[sorted.length - 1]?.date;
}

/** The middle value, or the mean of the middle two; null of none. */
export const median = (values: number[]): number | null => {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[mid] as number) : ((sorted[mid - 1] as number) + (sorted[mid] as number)) / 2;
};

export interface Drift {
  /** Items that were open and dated in the older version. */
  base: number;
  /** 1 − mean(min(1, max(0, days later) / 180)); dropped or undated silently counts as 1. Null below five items. */
  kept: number | null;
  movedLater: number;
  medianMoved: number | null;
  removed: number;
}

/** How the promises of `before` that were open and dated fared. */
export function driftOf(before: RoadmapVersion, after: RoadmapVersion): Drift {
  return driftFromMoves(compareVersions(before, after));
}
/** The same from the moves alone, "same" ones included. */
export function driftFromMoves(moves: LedgerMove[]): Drift {
  const open = (i: { status: string; date: { end: string | null } | null } | null) =>
    i !== null && i.status !== 'done' && i.status !== 'dropped' && i.date?.end;
  const base = moves.filter((m) => open(m.before));
  const loss = base.map((m) => {
    if (m.kind === 'removed' || m.kind === 'undated') return m.after?.status === 'dropped' ? 0 : 1;
    return m.days === null ? 0 : Math.min(1, Math.max(0, m.days) / FULL_MOVE_DAYS);
  });
  const later = base.filter((m) => m.kind === 'moved-later').map((m) => m.days as number);
  return {
    base: base.length,
    kept: base.length >= MIN_COMPARED ? 1 - loss.reduce((a, b) => a + b, 0) / base.length : null,
    movedLater: later.length,
    medianMoved: median(later),
    removed: moves.filter((m) => m.kind === 'removed' && m.before?.status !== 'done').length,
  };
}
