/** The ledger told by promise: what became of each, from version to version. */
import type { LedgerMove } from '../signal.ts';

export interface PromiseWay {
  /** The wording that stands now, or stood last; null where the snapshot holds none. */
  title: string | null;
  /** Its moves, oldest first; never empty. */
  moves: LedgerMove[];
}

/**
 * Moves joined where the later one begins with the wording that the earlier one ended with, on the same document. The promise that
 * changed last comes first. A move without a wording stands for itself.
 */
export function promiseWays(moves: readonly LedgerMove[]): PromiseWay[] {
  const ways: PromiseWay[] = [];
  const open = new Map<string, PromiseWay>();
  const sourceOf = (move: LedgerMove) => (move.commit ? 'file' : (move.url ?? ''));
  const key = (move: LedgerMove, title: string | null | undefined) => `${sourceOf(move)}\n${title}`;
  const ordered = moves
    .filter((move) => move.kind !== 'same')
    .sort((a, b) => (a.seenOn < b.seenOn ? -1 : a.seenOn > b.seenOn ? 1 : 0));
  for (const move of ordered) {
    const before = move.before?.title;
    const known = before ? open.get(key(move, before)) : undefined;
    const way = known ?? { title: move.title, moves: [] };
    if (!known) ways.push(way);
    way.moves.push(move);
    way.title = move.title;
    if (before) open.delete(key(move, before));
    if (move.after?.title) open.set(key(move, move.after.title), way);
  }
  const last = (way: PromiseWay) => way.moves[way.moves.length - 1]?.seenOn ?? '';
  return ways.reverse().sort((a, b) => (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0));
}

/** The deadlines that a promise had one after the other, as ISO days; a date that was lost or taken out leaves the last one. */
export function deadlinesOf(way: PromiseWay): string[] {
  const days = way.moves.flatMap((move) => [move.before?.date?.end, move.after?.date?.end]);
  return days.filter((day): day is string => typeof day === 'string').filter((day, i, all) => day !== all[i - 1]);
}
