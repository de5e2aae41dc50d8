import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as chars from '../../../lib/domain/detect/chars.ts';
import { borrowed } from '../../../lib/tools/build/letters-once.ts';

const CODE = readFileSync(join(import.meta.dirname, '../../../lib/domain/detect/chars.ts'), 'utf8');

describe('borrowed', () => {
  it('returns the numbers as they are and takes everything else from the handoff, in the order of the list', () => {
    const code = borrowed(CODE);
    const names: string[] = [];
    for (const [name, value] of Object.entries(chars)) {
      if (typeof value === 'number') expect(code).toContain(`export const ${name} = ${value};`);
      else if (name !== 'LETTERS') names.push(name);
    }
    const taken = /export const \[(.*)\] =/.exec(code)?.[1]?.split(', ') ?? [];
    expect(taken.map((name) => (chars as Record<string, unknown>)[name])).toEqual([...chars.LETTERS]);
    expect(taken.toSorted()).toEqual(names.toSorted());
    expect(code).not.toMatch(/function|fill/);
  });
  it('throws where something is left out of the list, or there is none', () => {
    expect(() => borrowed('export const ONE = 1;')).toThrow('LETTERS');
    expect(() => borrowed(CODE.replace('  isArabicMark,\n', ''))).toThrow('isArabicMark');
  });
});
