/**
 * Optional sync of ids and tags through the browser's account storage: pure part. Notes stay local.
 * The state is a last-writer-wins map per field with tombstones; merging is commutative, associative and idempotent.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { byCodeUnit } from './canonical.ts';

/** One project's fields, each with the Unix ms of its last change. `watched` false is a tombstone. */
export interface SyncRow {
  watched: boolean;
  watchedAt: number;
  tags: string[];
  tagsAt: number;
}
export type SyncState = Map<string, SyncRow>;

/** chrome.storage.sync: QUOTA_BYTES_PER_ITEM 8,192 (key and JSON value), QUOTA_BYTES 102,400, MAX_ITEMS 512. */
export const SYNC_ITEM_BYTES = 8_192;
export const SYNC_TOTAL_BYTES = 102_400;
/** Keys are `rm1.0`, `rm1.1` …; another version gets another prefix and leaves these alone. */
export const SYNC_PREFIX = 'rm1.';
/** Tombstones older than this are let go: a device that slept longer may bring a removed project back once. */
export const TOMBSTONE_MS = 180 * 86_400_000;

const WireRow = v.tuple([v.string(), v.picklist([0, 1]), v.number(), v.array(v.string()), v.number()]);
type Wire = v.InferOutput<typeof WireRow>;

function pickTags(a: SyncRow, b: SyncRow): Pick<SyncRow, 'tags' | 'tagsAt'> {
  if (a.tagsAt !== b.tagsAt) return a.tagsAt > b.tagsAt ? a : b;
  return byCodeUnit(JSON.stringify(a.tags), JSON.stringify(b.tags)) >= 0 ? a : b;
}

function mergeRow(a: SyncRow, b: SyncRow): SyncRow {
  const tie = a.watchedAt === b.watchedAt;
  const newest = a.watchedAt >= b.watchedAt ? a : b;
  const { tags, tagsAt } = pickTags(a, b);
  return { watched: tie ? a.watched || b.watched : newest.watched, watchedAt: newest.watchedAt, tags, tagsAt };
}

/** Returns the newest of each field; of equal times "watched" wins over removed, so that nothing is lost by a tie. */
export function mergeSync(a: SyncState, b: SyncState): SyncState {
  const merged: SyncState = new Map(a);
  for (const [id, theirs] of b) {
    const mine = merged.get(id);
    merged.set(id, mine ? mergeRow(mine, theirs) : theirs);
  }
  return merged;
}

/** Returns the state without tombstones that are older than TOMBSTONE_MS at `now` (Unix ms). */
export function dropOldTombstones(state: SyncState, now: number): SyncState {
  return new Map([...state].filter(([, row]) => row.watched || now - row.watchedAt <= TOMBSTONE_MS));
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

/**
 * Returns the items for the account storage, each within its quota, rows ordered by id.
 * Failure kind `too-large`: detail says how many rows would fit.
 */
export function encodeSync(state: SyncState, now: number): Result<Record<string, string>> {
  const items: Record<string, string> = {};
  let chunk: string[] = [];
  let chunkBytes = 0;
  let total = 0;
  let stored = 0;
  const keyOf = () => `${SYNC_PREFIX}${Object.keys(items).length}`;
  const flush = () => {
    if (chunk.length > 0) items[keyOf()] = `[${chunk.join(',')}]`;
    chunk = [];
    chunkBytes = 0;
  };
  for (const [id, row] of [...state].sort(([a], [b]) => byCodeUnit(a, b))) {
    const wire: Wire = [id, row.watched ? 1 : 0, row.watchedAt, row.watched ? row.tags : [], row.tagsAt];
    const text = JSON.stringify(wire);
    // The storage counts JSON.stringify(value): our text is a string there, so its quotes are escaped once more.
    const size = bytes(JSON.stringify(text)) - 1;
    const overhead = bytes(keyOf()) + 4;
    if (chunkBytes + size + overhead > SYNC_ITEM_BYTES) flush();
    chunkBytes += size;
    total += size + (chunk.length === 0 ? overhead : 0);
    if (total > SYNC_TOTAL_BYTES) return fail('too-large', now, { detail: `${stored} of ${state.size} rows fit` });
    chunk.push(text);
    stored++;
  }
  flush();
  return ok(items);
}

/** One item's rows; null where it can't be read at all. */
function wireRows(value: unknown): unknown[] | null {
  try {
    const rows: unknown = JSON.parse(String(value));
    return Array.isArray(rows) ? rows : null;
  } catch {
    return null;
  }
}

/** Returns the state held by account-storage items; rows that can't be read are left out and counted. */
export function decodeSync(items: Record<string, unknown>): { state: SyncState; unreadable: number } {
  const state: SyncState = new Map();
  let unreadable = 0;
  for (const [key, value] of Object.entries(items)) {
    if (!key.startsWith(SYNC_PREFIX)) continue;
    const rows = wireRows(value);
    if (!rows) unreadable++;
    for (const raw of rows ?? []) {
      const row = v.safeParse(WireRow, raw);
      if (!row.success) {
        unreadable++;
        continue;
      }
      const [id, watched, watchedAt, tags, tagsAt] = row.output;
      const read = { watched: watched === 1, watchedAt, tags, tagsAt };
      const present = state.get(id);
      state.set(id, present ? mergeRow(present, read) : read);
    }
  }
  return { state, unreadable };
}
