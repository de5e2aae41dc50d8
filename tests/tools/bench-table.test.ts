import { describe, expect, it } from 'vitest';
import { type BenchLine, benchTable } from '../../lib/tools/readme/bench-table.ts';

const line = (figure: string, more: Partial<BenchLine> = {}): BenchLine => ({
  figure,
  goal: '≤ 2 L',
  value: '1.9 L',
  met: true,
  ...more,
});
const rows = (table: string) => table.split('\n').slice(2);

describe('benchTable', () => {
  it('says met, missed with what was tried, and nothing where there is no goal', () => {
    const lines = [line('a'), line('b', { met: false, note: 'tried x' }), line('c', { met: null, goal: '' })];
    expect(rows(benchTable(['a', 'b', 'c'], lines, ''))).toEqual([
      '| a | ≤ 2 L | 1.9 L | met |',
      '| b | ≤ 2 L | 1.9 L | **missed**: tried x |',
      '| c |  | 1.9 L | – |',
    ]);
  });

  it('keeps the lines that were not measured anew, in the order of the figures', () => {
    const before = benchTable(['a', 'b', 'c'], [line('a', { value: '3 L' }), line('b'), line('c')], '');
    const after = benchTable(['c', 'a', 'b'], [line('b', { value: '7 L', met: false })], `text\n\n${before}\n\nmore`);
    expect(rows(after)).toEqual([
      '| c | ≤ 2 L | 1.9 L | met |',
      '| a | ≤ 2 L | 3 L | met |',
      '| b | ≤ 2 L | 7 L | **missed** |',
    ]);
  });

  it('leaves out figures that nothing measures any more, and those never measured', () => {
    const before = benchTable(['gone', 'a'], [line('gone'), line('a')], '');
    expect(rows(benchTable(['a', 'new'], [], before))).toEqual(['| a | ≤ 2 L | 1.9 L | met |']);
  });

  it('keeps bars in cells through a second run', () => {
    const before = benchTable(['a | b'], [line('a | b', { value: '1 | 2', goal: '' })], '');
    expect(benchTable(['a | b'], [], before)).toBe(before);
  });
});
