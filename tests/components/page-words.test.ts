import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODE_RULES } from '../../lib/domain/activity/rules.ts';
import { SECTORS } from '../../lib/domain/registry/sectors.ts';
import { ROADMAP_RULES } from '../../lib/domain/roadmap/rules.ts';
import { CODE_SIGNAL_IDS, ROADMAP_SIGNAL_IDS } from '../../lib/domain/signal.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { catalogues, pagesEn } from '../../lib/i18n/pages/index.ts';
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
  it('know every key that the code asks for by name', () => {
    const asked = [...code.matchAll(/\b(?:t|maybe)\(\s*'([a-z][\w.-]*)'/g)].map((m) => m[1] as string);
    expect(asked.length).toBeGreaterThan(200);
    expect([...new Set(asked)].filter((key) => !(key in catalogues.en))).toEqual([]);
  });
  it('hold something for every key that is put together', () => {
    const keys = Object.keys(catalogues.en);
    expect(prefixes.filter((prefix) => !keys.some((key) => key.startsWith(prefix)))).toEqual([]);
  });
  it('hold no message of card and badge that nothing shows', () => {
    const unused = Object.keys(coreCatalogues.en).filter(
      (key) => !code.includes(`'${key}'`) && !prefixes.some((p) => key.startsWith(p)),
    );
    expect(unused).toEqual([]);
  });
  it('tell the formula of every signal, the rule’s own', () => {
    const told = catalogues.en as Record<string, string>;
    for (const id of [...CODE_SIGNAL_IDS, ...ROADMAP_SIGNAL_IDS, 'code-verdict', 'roadmap-verdict'])
      expect({ id, told: (told[`formula.${id}`] ?? '') !== '' }).toEqual({ id, told: true });
    for (const { id, formula } of [...CODE_RULES, ...ROADMAP_RULES])
      expect({ id, formula: told[`formula.${id}`] }).toEqual({ id, formula });
  });
  it('have words for the purpose of every request', () => {
    const purposes = ['lib/io', 'lib/app']
      .flatMap(sources)
      .flatMap((source) => [
        ...[...source.matchAll(/purpose: '([a-z ]+)'/g)].map((m) => m[1] as string),
        ...[...source.matchAll(/this\.get\([^;]*?, '([a-z ]+)'/g)].map((m) => m[1] as string),
      ]);
    expect(purposes.length).toBeGreaterThan(10);
    const missing = purposes.filter((purpose) => !(`purpose.${purpose.replaceAll(' ', '-')}` in catalogues.en));
    expect(missing).toEqual([]);
  });
});
