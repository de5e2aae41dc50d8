import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../../lib/domain/keep/csv-text.ts';

const rowsOf = (text: string) => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(`line ${read.line}: ${read.reason}`);
  return read.rows;
};
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '"',
    '""',
    'a,b',
    'a;b',
    'a\tb',
    '\r\n',
    '\n',
    '\r',
    '',
    ' ',
    '\ufeffx',
    '\u202e',
    "'=1",
    '👩‍💻',
    'سطر\nآخر',
  ),
);

describe('readCsv and writeCsv', () => {
  it('return the same cells and the same bytes, whatever stands in them', () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        // The first line tells the delimiter, so it holds names, as in a real file.
        const all = [rows[0]?.map((_, i) => `column ${i}`) ?? [], ...rows];
        const text = writeCsv(all);
        expect(rowsOf(text).map(({ cells }) => cells)).toEqual(all);
        expect(writeCsv(rowsOf(text).map(({ cells }) => cells))).toBe(text);
      }),
    );
  });
  it('never throws and never hangs, on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\ufeff') }),
        (text) => void readCsv(text),
      ),
    );
    const long = 'x'.repeat(5_000_000);
    expect(readCsv(`a,b\n"${long}`)).toMatchObject({ ok: false, line: 2 });
    expect(rowsOf(`a,b\n"${long}",${long}`)).toHaveLength(2);
  });
  it.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons, as spreadsheets write where the comma is the decimal sign', 'a;b\r\n1;2\r\n'],
    ['tabs', 'a\tb\r1\t2'],
    ['a byte order mark and empty lines', '\ufeffa,b\r\n\r\n"1",2\r\n\r\n'],
  ])('reads %s', (_, text) => {
    expect(rowsOf(text).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('tells the line on which each row starts, past quoted line breaks and empty lines', () => {
    const text = 'a,b\r\n"1\r\n2\n3",x\r\n\r\n4,5\n';
    expect(rowsOf(text).map(({ line }) => line)).toEqual([1, 2, 6]);
  });
  it.each([
    ['never closed', 'a,b\n1,2\n3,"4', 3],
    ['followed by more text', 'a,b\n"1"x,2', 2],
  ])('names the line of a quote that is %s', (_, text, line) => {
    expect(readCsv(text)).toMatchObject({ ok: false, line });
  });
});
