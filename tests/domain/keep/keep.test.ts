import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, exportJson } from '../../../lib/domain/keep/canonical.ts';
import { exportCsv, importCsv } from '../../../lib/domain/keep/csv.ts';
import { importJson } from '../../../lib/domain/keep/import-json.ts';
import { mergeReaderData, previewMerge } from '../../../lib/domain/keep/merge.ts';
import { emptyReaderData, type ReaderData, type WatchEntry } from '../../../lib/domain/keep/reader-data.ts';

const NOW = Date.UTC(2026, 0, 1);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._:-]{0,8}$/);
const time = fc.integer({ min: 0, max: 253_402_300_799_999 });
/** Any text, often with what breaks CSV and JSON. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('=1+1', "'=x", '"a","b"', 'a\r\nb', '\ttab', '-', "''@x", 'سطر\nآخر', '\u202eevil', ''),
);
const tag = fc.constantFrom('core', 'l2', 'to read', 'مهم', '关注', '=x', '"q"', '-a');
const watch: fc.Arbitrary<WatchEntry> = fc.record({
  projectId: id,
  addedAt: time,
  updatedAt: time,
  tags: fc.uniqueArray(tag, { maxLength: 4 }),
  notes: text,
  archived: fc.boolean(),
  notify: fc.boolean(),
});
const own = fc.record({
  id,
  name: fc.string({ minLength: 1, maxLength: 20 }),
  aliases: fc.array(text, { maxLength: 2 }),
  symbol: fc.option(text),
  domains: fc.array(text, { maxLength: 2 }),
  repos: fc.array(fc.constantFrom('a/b', 'Own-er/re.po_1'), { maxLength: 2 }),
  orgs: fc.array(fc.constantFrom('a', 'B-1'), { maxLength: 2 }),
  sectors: fc.array(text, { maxLength: 2 }),
  updatedAt: time,
});
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-02-${String(d).padStart(2, '0')}`);
const visit = fc.record({
  projectId: id,
  url: fc.constantFrom('https://a.org/roadmap', 'https://b.org/'),
  day,
  items: fc.array(
    fc.record({
      title: text,
      status: fc.constantFrom('done' as const, 'planned' as const, 'unknown' as const),
      start: fc.option(day),
      end: fc.option(day),
      dateText: fc.option(text),
    }),
    { maxLength: 3 },
  ),
});
const correction = fc.record({
  projectId: id,
  scope: fc.constantFrom('page' as const, 'site' as const, 'everywhere' as const),
  where: text,
  at: time,
});
const settings = fc.dictionary(
  fc.constantFrom('language', 'cardDelayMs', 'offSites', 'unknownLater'),
  fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text, { maxLength: 2 })),
);
const data: fc.Arbitrary<ReaderData> = fc.record({
  format: fc.constant('roadmark-reader-data' as const),
  version: fc.constant(1 as const),
  watchlist: fc.array(watch, { maxLength: 5 }),
  ownProjects: fc.array(own, { maxLength: 3 }),
  corrections: fc.array(correction, { maxLength: 3 }),
  visits: fc.array(visit, { maxLength: 3 }),
  settings,
});
const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

describe('exportJson and importJson', () => {
  it('returns the same bytes after export, import into an empty profile and export again', () => {
    fc.assert(
      fc.property(data, (d) => {
        const first = exportJson(d);
        const restored = mergeReaderData(emptyReaderData(), value(importJson(first, NOW)));
        expect(exportJson(restored)).toBe(first);
      }),
    );
  });
  it('never throws on any text and never returns half a file', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          data.map(exportJson).map((t) => t.slice(0, -9)),
        ),
        (text) => {
          const result = importJson(text, NOW);
          if (result.ok) expect(exportJson(result.value)).toBeTypeOf('string');
          else expect(result.failure.detail).toMatch(/^line \d+: ./);
        },
      ),
    );
  });
  it('takes 10,000 rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => ({
      projectId: `p${i}`,
      addedAt: i,
      updatedAt: i,
      tags: [],
      notes: '',
      archived: false,
      notify: true,
    }));
    expect(value(importJson(exportJson({ ...emptyReaderData(), watchlist: rows }), NOW)).watchlist).toHaveLength(
      10_000,
    );
  });
});

describe('importJson', () => {
  const good = exportJson({
    ...emptyReaderData(),
    watchlist: ['a', 'b'].map((projectId) => ({
      projectId,
      addedAt: 1,
      updatedAt: 1,
      tags: ['x'],
      notes: '',
      archived: false,
      notify: true,
    })),
  });
  it.each([
    ['a syntax error', good.replace('"tags":["x"],"notes"', '"tags":["x","notes"'), 5],
    [
      'a wrong type',
      good.replace(
        '"addedAt":1,"updatedAt":1,"tags":["x"],"notes":"","archived":false,"notify":true}\n',
        '"addedAt":"1","updatedAt":1,"tags":["x"],"notes":"","archived":false,"notify":true}\n',
      ),
      6,
    ],
    ['a missing key', good.replace(',"notify":true},', '},'), 5],
    ['an unknown key', good.replace('"version": 1', '"version": 1, "token": "secret"'), 3],
    ['a row that stands twice', good.replace('"projectId":"b"', '"projectId":"a"'), 6],
    ['a bad id', good.replace('"projectId":"b"', '"projectId":"B!"'), 6],
    [
      'a tag with a comma',
      good.replace(
        '"tags":["x"],"notes":"","archived":false,"notify":true}\n',
        '"tags":["x,y"],"notes":"","archived":false,"notify":true}\n',
      ),
      6,
    ],
    ['a newer version', good.replace('"version": 1', '"version": 2'), 3],
    ['a comma after the last row', good.replace('"notify":true}\n', '"notify":true},\n'), 7],
    ['an empty file', '', 1],
    ['a file of something else', '[1,2]', 1],
  ])('names line and reason when the file has %s', (_, text, line) => {
    const result = importJson(text, NOW);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid-input' } });
    expect(!result.ok && result.failure.detail).toMatch(new RegExp(`^line ${line}: \\S`));
  });
  it('reads a file that an editor saved with a byte order mark', () => {
    expect(importJson(`\ufeff${good}`, NOW).ok).toBe(true);
  });
});

describe('mergeReaderData', () => {
  it('is idempotent, commutative but for settings, and associative', () => {
    const bare = data.map((d) => ({ ...d, settings: {} }));
    fc.assert(
      fc.property(bare, bare, bare, (a, b, c) => {
        const merge = mergeReaderData;
        expect(merge(a, a)).toEqual(canonical(a));
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
    );
  });
  it('loses no row of either side', () => {
    fc.assert(
      fc.property(data, data, (a, b) => {
        const ids = new Set(mergeReaderData(a, b).watchlist.map((e) => e.projectId));
        for (const e of [...a.watchlist, ...b.watchlist]) expect(ids.has(e.projectId)).toBe(true);
      }),
    );
  });
  it("keeps this machine's settings and takes those that it lacks", () => {
    const mine = { ...emptyReaderData(), settings: { language: 'ar' } };
    const theirs = { ...emptyReaderData(), settings: { language: 'en', cardDelayMs: 300 } };
    expect(mergeReaderData(mine, theirs).settings).toEqual({ cardDelayMs: 300, language: 'ar' });
  });
});

describe('previewMerge', () => {
  it('counts what an import would add, change and leave', () => {
    const row = (projectId: string, updatedAt: number, notes: string): WatchEntry => ({
      projectId,
      addedAt: 1,
      updatedAt,
      tags: [],
      notes,
      archived: false,
      notify: true,
    });
    const mine = { ...emptyReaderData(), watchlist: [row('a', 5, 'old'), row('b', 5, 'mine')] };
    const theirs = { ...emptyReaderData(), watchlist: [row('a', 9, 'new'), row('b', 2, 'theirs'), row('c', 1, '')] };
    expect(previewMerge(mine, theirs).watchlist).toEqual({ added: 1, changed: 1, same: 1 });
  });
});

describe('exportCsv and importCsv', () => {
  it('returns the same bytes after export, import and export again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(watch, { maxLength: 6, selector: (e) => e.projectId }), (entries) => {
        const first = exportCsv(entries);
        const read = value(importCsv(first, NOW));
        expect(exportCsv(read)).toBe(first);
        expect(read).toEqual(canonical({ ...emptyReaderData(), watchlist: entries }).watchlist);
      }),
    );
  });
  it('writes no cell that a spreadsheet would run', () => {
    const csv = exportCsv([
      { projectId: 'a', addedAt: 0, updatedAt: 0, tags: ['=x'], notes: '=cmd()', archived: false, notify: true },
    ]);
    expect(csv).toContain("'=cmd()");
    expect(csv).not.toMatch(/(^|,|")=/m);
  });
  it.each([
    ['no column', 'project_id\r\na\r\n', 1],
    [
      'a bad date',
      'project_id,added_at,updated_at,tags,notes,archived,notify\r\na,never,2026-01-01T00:00:00.000Z,,,false,true\r\n',
      2,
    ],
    [
      'a bad flag after a note of two lines',
      'project_id,added_at,updated_at,tags,notes,archived,notify\r\na,2026-01-01T00:00:00.000Z,2026-01-01T00:00:00.000Z,,"two\nlines",false,true\r\nb,2026-01-01T00:00:00.000Z,2026-01-01T00:00:00.000Z,,,maybe,true\r\n',
      4,
    ],
    ['too few cells', 'project_id,added_at,updated_at,tags,notes,archived,notify\r\na,b\r\n', 2],
  ])('names line and reason when the file has %s', (_, text, line) => {
    const result = importCsv(text, NOW);
    expect(!result.ok && result.failure.detail).toMatch(new RegExp(`^line ${line}: `));
  });
});
