import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as chars from '../../../lib/domain/detect/chars.ts';
import { borrowed } from '../../../lib/tools/build/letters-once.ts';

const CODE = readFileSync(join(import.meta.dirname, '../../../lib/domain/detect/chars.ts'), 'utf8');

describe('borrowed', () => {
  it('returns the numbers as they are and takes everything else from the handoff', () => {
    const code = borrowed(CODE);
    for (const [name, value] of Object.entries(chars)) {
      if (typeof value === 'number') expect(code).toContain(`export const ${name} = ${value};`);
      else expect(code.split('\n').at(-1)).toMatch(new RegExp(`[{ ]${name}[, ]`));
    }
    expect(code).not.toMatch(/function|fill/);
  });
  it('throws where nothing is to be shared', () => {
    expect(() => borrowed('export const ONE = 1;')).toThrow('chars.ts');
  });
});
