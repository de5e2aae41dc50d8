/** Files from elsewhere: of every format that was ever exported, of 10,000 rows, and made to do harm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../../lib/domain/keep/canonical.ts';
import { exportCsv, importCsv } from '../../../lib/domain/keep/csv.ts';
import { readCsv } from '../../../lib/domain/keep/csv-text.ts';
import { importJson } from '../../../lib/domain/keep/import-json.ts';
import { EXPORT_VERSION, emptyReaderData, type WatchEntry } from '../../../lib/domain/keep/reader-data.ts';

const NOW = Date.UTC(2026, 0, 1);
const FIXTURES = join(import.meta.dirname, '../../fixtures/keep');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const reason = (result: ReturnType<typeof importJson> | ReturnType<typeof importCsv>) =>
  result.ok ? 'taken' : (result.failure.detail ?? '');

/** What breaks parsers, spreadsheets and layouts. */
const NASTY = [
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-1',
  '@SUM(A1)',
  "'=guarded",
  "''",
  '"',
  '"a","b"',
  'a;b\tc',
  'line\r\nbreak\rand\nmore',
  ' outer spaces ',
  '\ufeffmark',
  '\u202eright to left\u2069',
  'مرحبا، بالعالم',
  '你好，世界',
  '👩‍👩‍👧‍👦 🇨🇳',
  '\u0000\u0007\u001b[31m',
  '\u2028\u2029',
  '<script>alert(1)</script>',
  '__proto__',
  '{"a":1}',
  '',
];
const rows: WatchEntry[] = Array.from({ length: 10_000 }, (_, i) => ({
  projectId: `p${i}`,
  addedAt: i,
  updatedAt: i * 1000,
  tags: i % 5 === 0 ? ['=x', 'مهم', '"q"'].slice(0, (i % 3) + 1).sort() : [],
  notes: `${NASTY[i % NASTY.length]}${NASTY[(i * 7 + 3) % NASTY.length]}`,
  archived: i % 2 === 0,
  notify: i % 3 === 0,
}));

describe('files of earlier formats', () => {
  it('holds a file of each version that was ever exported', () => {
    for (let version = 1; version <= EXPORT_VERSION; version++) expect(fixture(`export-v${version}.json`)).toBeTruthy();
  });
  it('reads version 1 as JSON and writes the same bytes', () => {
    const text = fixture('export-v1.json');
    expect(exportJson(value(importJson(text, NOW)))).toBe(text);
  });
  it('reads version 1 as CSV and writes the same bytes, with the same rows as the JSON', () => {
    const text = fixture('watchlist-v1.csv');
    const entries = value(importCsv(text, NOW));
    expect(exportCsv(entries)).toBe(text);
    expect(entries).toEqual(value(importJson(fixture('export-v1.json'), NOW)).watchlist);
  });
});

describe('10,000 rows of hostile text', () => {
  it('come back as they were, through JSON and through CSV, byte for byte', () => {
    const json = exportJson({ ...emptyReaderData(), watchlist: rows });
    const csv = exportCsv(rows);
    const fromJson = value(importJson(json, NOW));
    const fromCsv = value(importCsv(csv, NOW));
    expect(exportJson(fromJson)).toBe(json);
    expect(exportCsv(fromCsv)).toBe(csv);
    expect(fromCsv).toEqual(fromJson.watchlist);
  });
  it('hold no cell that a spreadsheet would run', () => {
    const read = readCsv(exportCsv(rows));
    expect(read.ok && read.rows).toHaveLength(10_001);
    for (const { cells } of read.ok ? read.rows : [])
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
  it('come back after a spreadsheet has saved them with semicolons, a byte order mark and capital TRUE', () => {
    const plain = rows.slice(0, 500).map((row) => ({ ...row, tags: [], notes: `note ${row.projectId}` }));
    const saved = `\ufeff${exportCsv(plain).replaceAll(',', ';').replace(/true/g, 'TRUE').replace(/false/g, 'FALSE')}`;
    expect(exportCsv(value(importCsv(saved, NOW)))).toBe(exportCsv(plain));
  });
});

describe('importJson', () => {
  const text = fixture('export-v1.json');
  it.each([
    [
      'a key that stands twice in a row',
      text.replace('"archived":false', '"archived":false,"archived":true'),
      5,
      '"archived" stands twice',
    ],
    [
      'a list that stands twice',
      text.replace(' "visits":', ' "watchlist": [],\n "visits":'),
      17,
      '"watchlist" stands twice',
    ],
    [
      '__proto__ in a row',
      text.replace('"archived":false', '"__proto__":{"polluted":1},"archived":false'),
      5,
      '__proto__',
    ],
    ['__proto__ at the top', text.replace(' "visits":', ' "__proto__": {"polluted": 1},\n "visits":'), 17, '__proto__'],
    ['__proto__ among the settings', text.replace('"settings": {', '"settings": {"__proto__":1,'), 20, '__proto__'],
    ['constructor as a project', text.replace('"projectId":"aave"', '"projectId":"Constructor"'), 5, 'projectId'],
    ['a token', text.replace('"settings":', '"token": "x",\n "settings":'), 20, 'token'],
    ['a number that is none', text.replace('1760000000001', '1e999'), 5, 'addedAt'],
  ])('refuses %s, with line and reason', (_, bad, line, words) => {
    expect(bad).not.toBe(text);
    const answer = reason(importJson(bad, NOW));
    expect(answer).toMatch(new RegExp(`^line ${line}: `));
    expect(answer).toContain(words);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
  it('reads a file whose line ends an editor changed', () => {
    expect(exportJson(value(importJson(`\ufeff${text.replaceAll('\n', '\r\n')}`, NOW)))).toBe(text);
  });
  it('refuses nesting without end as what it is, and does not fall over it', () => {
    expect(reason(importJson('['.repeat(200_000), NOW))).toMatch(/^line 1: /);
  });
});

describe('importCsv', () => {
  const head = 'project_id,added_at,updated_at,tags,notes,archived,notify\r\n';
  const row = (id: string, notes = '') =>
    `${id},2026-01-01T00:00:00.000Z,2026-01-01T00:00:00.000Z,,${notes},false,true\r\n`;
  it.each([
    ['a project that stands twice', head + row('a', '"two\r\nlines"') + row('b') + row('a'), 5, 'a stands twice'],
    ['__proto__ as a project', head + row('__proto__'), 2, 'projectId'],
    ['a quote without end', `${head}${row('a')}"b,`, 3, 'not closed'],
    ['too many cells', `${head}${row('a').replace('\r\n', ',x\r\n')}`, 2, '8 cells where 7'],
    ['a date that is none', head + row('a').replace('2026-01-01T', '2026-13-41T'), 2, 'addedAt'],
  ])('refuses %s, with line and reason', (_, bad, line, words) => {
    const answer = reason(importCsv(bad, NOW));
    expect(answer).toMatch(new RegExp(`^line ${line}: `));
    expect(answer).toContain(words);
  });
  it('takes columns in any order and passes over those that it does not know', () => {
    const text =
      'notes,project_id,extra,added_at,updated_at,tags,archived,notify\nhi,a,?,2026-01-01,2026-01-02,x;y,false,true\n';
    expect(value(importCsv(text, NOW))).toMatchObject([{ projectId: 'a', notes: 'hi', tags: ['x', 'y'] }]);
  });
});
