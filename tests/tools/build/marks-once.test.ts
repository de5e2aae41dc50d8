import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedNames, taken } from '../../../lib/tools/build/marks-once.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('sharedNames', () => {
  it('returns the names that the overlay hands on, in their order', () => {
    expect(sharedNames('export const SHARED = [\n  one,\n  two,\n] as const;')).toEqual(['one', 'two']);
    expect(sharedNames(read('entrypoints/overlay/shared.ts'))).toContain('cleanText');
  });
  it('throws where there is no such list', () => {
    expect(() => sharedNames('export const SHARED = { one };')).toThrow('SHARED');
  });
});

describe('taken', () => {
  const NAMES = sharedNames(read('entrypoints/overlay/shared.ts'));
  it.each([
    'components/mark-shapes.ts',
    'components/verdict-words.ts',
    'entrypoints/overlay/badge-view.ts',
    'entrypoints/overlay/rects.ts',
    'lib/domain/clean-text.ts',
  ])('takes each export of %s from its place in the list, and leaves no function behind', (path) => {
    const exports = [...read(path).matchAll(/^export (?:function|const) (\w+)(?! = [\d_]+;)\b/gm)].map(([, n]) => n);
    const code = taken(read(path), NAMES, './card-slot.ts');
    const places = [...code.matchAll(/^export const (\w+) = .*shared\(\)\[(\d+)\];$/gm)];
    expect(places.map(([, name]) => name)).toEqual(exports);
    for (const [, name, at] of places) expect(NAMES[Number(at)]).toBe(name);
    expect(code).not.toMatch(/function|createElement/);
  });
  it('keeps numbers as they are', () => {
    expect(taken('export const MOST = 1_20;', [], './a.ts')).toContain('export const MOST = 1_20;');
  });
  it('throws where the list lacks something', () => {
    expect(() => taken('export function one() {}', ['two'], './a.ts')).toThrow('one');
  });
});
