import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutInnerHtml } from '../../../lib/tools/build/preact-without-inner-html.ts';

describe('cutInnerHtml', () => {
  it('returns the installed Preact without its sink', () => {
    const home = join(createRequire(import.meta.url).resolve('preact/package.json'), '..');
    const { module } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const cut = cutInnerHtml(readFileSync(join(home, module), 'utf8'));
    expect(cut).not.toMatch(/innerHTML\s*=[^=]/);
  });
  it.each(['', 'a.innerHTML=b.__html;c.innerHTML=d.__html'])('throws when there is not exactly one: %j', (code) => {
    expect(() => cutInnerHtml(code)).toThrow(/innerHTML/);
  });
});
