import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeSync,
  dropOldTombstones,
  encodeSync,
  mergeSync,
  SYNC_ITEM_BYTES,
  SYNC_TOTAL_BYTES,
  type SyncState,
  TOMBSTONE_MS,
} from '../../../lib/domain/keep/sync.ts';

const NOW = Date.UTC(2026, 0, 1);
const row = fc.record({
  watched: fc.boolean(),
  watchedAt: fc.integer({ min: 0, max: 5 }),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'ع', '"'), { maxLength: 3 }),
  tagsAt: fc.integer({ min: 0, max: 5 }),
});
const state: fc.Arbitrary<SyncState> = fc
  .array(fc.tuple(fc.constantFrom('aave', 'lido', 'sui', 'ton'), row))
  .map((rows) => new Map(rows));
const plain = (s: SyncState) => [...s].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, row]) => [id, { ...row }]);
const many = (n: number): SyncState =>
  new Map(
    Array.from({ length: n }, (_, i) => [
      `project-${i}`,
      { watched: true, watchedAt: NOW, tags: ['core', 'مهم'], tagsAt: NOW },
    ]),
  );

describe('mergeSync', () => {
  it('is idempotent, commutative and associative', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(plain(mergeSync(a, a))).toEqual(plain(a));
        expect(plain(mergeSync(a, b))).toEqual(plain(mergeSync(b, a)));
        expect(plain(mergeSync(mergeSync(a, b), c))).toEqual(plain(mergeSync(a, mergeSync(b, c))));
      }),
    );
  });
  it('keeps a removal that is newer than an addition, and brings both profiles together', () => {
    const one: SyncState = new Map([
      ['lido', { watched: true, watchedAt: 1, tags: ['x'], tagsAt: 9 }],
      ['sui', { watched: true, watchedAt: 1, tags: [], tagsAt: 1 }],
    ]);
    const two: SyncState = new Map([
      ['lido', { watched: false, watchedAt: 2, tags: [], tagsAt: 2 }],
      ['ton', { watched: true, watchedAt: 1, tags: [], tagsAt: 1 }],
    ]);
    const merged = mergeSync(one, two);
    expect(merged.get('lido')).toEqual({ watched: false, watchedAt: 2, tags: ['x'], tagsAt: 9 });
    expect([...merged.keys()].sort()).toEqual(['lido', 'sui', 'ton']);
  });
});

describe('encodeSync and decodeSync', () => {
  it.each([0, 1, 100, 900])('returns the same state for %i rows, each item within its quota', (n) => {
    const items = encodeSync(many(n), NOW);
    if (!items.ok) throw new Error(items.failure.detail);
    let total = 0;
    for (const [key, value] of Object.entries(items.value)) {
      const size = Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value));
      expect(size).toBeLessThanOrEqual(SYNC_ITEM_BYTES);
      total += size;
    }
    expect(total).toBeLessThanOrEqual(SYNC_TOTAL_BYTES);
    expect(decodeSync(items.value)).toEqual({ state: many(n), unreadable: 0 });
  });
  it('says how many rows fit when the quota is too small', () => {
    const result = encodeSync(many(5_000), NOW);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
    expect(!result.ok && result.failure.detail).toMatch(/^\d+ of 5000 rows fit$/);
  });
  it('leaves out and counts what can not be read, and never throws', () => {
    expect(decodeSync({ 'rm1.0': '[["aave",1,1,[],1],["bad"]]', 'rm1.1': 'x', other: '1' })).toMatchObject({
      unreadable: 2,
    });
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (items) => void decodeSync(items)));
  });
});

describe('dropOldTombstones', () => {
  it('keeps watched rows of any age and tombstones of up to 180 days', () => {
    const dead = (watchedAt: number) => ({ watched: false, watchedAt, tags: [], tagsAt: 0 });
    const kept = dropOldTombstones(
      new Map([
        ['old', dead(NOW - TOMBSTONE_MS - 1)],
        ['young', dead(NOW - TOMBSTONE_MS)],
        ['on', { ...dead(0), watched: true }],
      ]),
      NOW,
    );
    expect([...kept.keys()]).toEqual(['young', 'on']);
  });
});
