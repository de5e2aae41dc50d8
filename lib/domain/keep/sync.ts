/**
 * Optional sync of ids and tags through the browser's account storage: pure part. Notes stay local.
 * The state is a last-writer-wins map per field with tombstones; merging is commutative, associative and idempotent.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { DAY_MS } from '../time.ts';
import { byCodeUnit } from './canonical.ts';
import { MAX_TIME, type WatchEntry, WatchEntrySchema } from './reader-data.ts';

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
/** Room for a key ("rm1." and three digits) and the brackets and quotes around its rows. */
const MOST_KEY_BYTES = 16;
/** Keys are `rm1.0`, `rm1.1` …; another version gets another prefix and leaves these alone. */
export const SYNC_PREFIX = 'rm1.';
/** Tombstones older than this are let go: a device that slept longer may bring a removed project back once. */
export const TOMBSTONE_MS = 180 * DAY_MS;

const { projectId: id, addedAt: time, tags } = WatchEntrySchema.entries;
/** By the rules of the export, so that nothing comes in by this way that an export could not take out again. */
const WireRow = v.strictTuple([id, v.picklist([0, 1]), time, tags, time]);
type Wire = v.InferOutput<typeof WireRow>;

function pickTags(a: SyncRow, b: SyncRow): Pick<SyncRow, 'tags' | 'tagsAt'> {
  if (a.tagsAt !== b.tagsAt) return a.tagsAt > b.tagsAt ? a : b;
  if (a.tags.length !== b.tags.length) return a.tags.length > b.tags.length ? a : b;
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

/** Ids that only the reader's own list on one machine can explain. */
const isLocal = (projectId: string) => projectId.startsWith('own:');
/** A change made here is newer than whatever was known here, also where another machine's clock ran ahead. */
const after = (time: number, known: number) => Math.min(MAX_TIME, Math.max(time, known + 1));
const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');

/**
 * Returns `agreed` (what this machine and the account last agreed on) with what the reader changed here since: additions and tags
 * at the time of the edit, removals, which leave no row behind, at `now`.
 */
export function withLocal(agreed: SyncState, entries: readonly WatchEntry[], now: number): SyncState {
  const state: SyncState = new Map();
  for (const { projectId, addedAt, updatedAt, tags } of entries) {
    if (isLocal(projectId)) continue;
    const old = agreed.get(projectId);
    const watchedAt = !old ? addedAt : old.watched ? old.watchedAt : after(addedAt, old.watchedAt);
    // Tags that nobody gave yet win over nothing.
    if (!old) state.set(projectId, { watched: true, watchedAt, tags, tagsAt: tags.length > 0 ? updatedAt : 0 });
    else if (sameTags(old.tags, tags)) state.set(projectId, { ...old, watched: true, watchedAt });
    else state.set(projectId, { watched: true, watchedAt, tags, tagsAt: after(updatedAt, old.tagsAt) });
  }
  for (const [projectId, old] of agreed) {
    if (state.has(projectId)) continue;
    const watchedAt = old.watched ? after(now, old.watchedAt) : old.watchedAt;
    state.set(projectId, { ...old, watched: false, watchedAt });
  }
  return state;
}

/** Returns `mine` so that no removal of `theirs` takes a watched project away: switching sync on removes nothing. */
export function keepWatched(mine: SyncState, theirs: SyncState): SyncState {
  return new Map(
    [...mine].map(([projectId, row]) => {
      const other = theirs.get(projectId);
      const loses = row.watched && other?.watched === false && other.watchedAt >= row.watchedAt;
      return [projectId, loses ? { ...row, watchedAt: after(0, other.watchedAt) } : row];
    }),
  );
}

/** Bytes as the storage counts them: Chrome writes "<" and the two separators of lines as six characters each. */
const bytes = (text: string) => new TextEncoder().encode(text.replace(/[<\u2028\u2029]/g, '\\u003C')).length;

/** The storage counts JSON.stringify(value): our text is a string there, so its quotes are escaped once more. */
const sizeOf = (text: string) => bytes(JSON.stringify(text)) - 1;

/** One row as it travels. Tags that alone would fill an item stay here: the row says that it knows none. */
function wireText(id: string, row: SyncRow): string {
  const wire = (tags: string[], tagsAt: number): Wire => [id, row.watched ? 1 : 0, row.watchedAt, tags, tagsAt];
  // A removal says nothing of tags.
  const whole = JSON.stringify(row.watched ? wire(row.tags, row.tagsAt) : wire([], 0));
  return sizeOf(whole) + MOST_KEY_BYTES > SYNC_ITEM_BYTES ? JSON.stringify(wire([], 0)) : whole;
}

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
    const text = wireText(id, row);
    const size = sizeOf(text);
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
