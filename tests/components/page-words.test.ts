import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../../lib/domain/registry/sectors.ts';
import { pagesEn } from '../../lib/i18n/pages/en.ts';
import { catalogues } from '../../lib/i18n/pages/index.ts';
import { LANGUAGES, pluralForms } from '../../lib/i18n.ts';

const ROOT = join(import.meta.dirname, '../..');
function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [readFileSync(join(ROOT, path), 'utf8')] : [];
  });
}
const code = ['entrypoints', 'components', 'lib/app'].flatMap(sources).join('\n');
/** Keys put together at run time: "`project.repo.${state}`" names all that start so. */
const prefixes = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map((m) => m[1] as string);

describe('catalogues', () => {
  it.each(LANGUAGES)('%s has a word for every sector', (language) => {
    const missing = Object.keys(SECTORS).filter((id) => !(`sector.${id}` in catalogues[language]));
    expect(missing).toEqual([]);
  });
  it('hold no page message that nothing shows', () => {
    const unused = Object.keys(pagesEn).filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((p) => key.startsWith(p)),
    );
    expect(unused).toEqual([]);
  });
  it.each(LANGUAGES)('%s has the same places as English and a form for each plural', (language) => {
    const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort();
    const all = catalogues[language];
    for (const [key, english] of Object.entries(pagesEn)) {
      const message = all[key as keyof typeof pagesEn];
      const forms = message.split('|');
      // A form for "one" or "two" may say the number in a word.
      const wanted = places(english).filter((p) => p !== 'n');
      expect({ key, places: places(message).filter((p) => p !== 'n') }).toEqual({ key, places: wanted });
      if (english.includes('|'))
        expect({ key, forms: forms.length }).toEqual({ key, forms: pluralForms(language).length });
    }
  });
});
