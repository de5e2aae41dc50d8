import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODE_SIGNAL_IDS, CODE_VERDICTS, ROADMAP_SIGNAL_IDS, ROADMAP_VERDICTS } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { en } from '../../lib/i18n/en.ts';
import { createI18n, LANGUAGES, type Language, pickLanguage, pluralForms } from '../../lib/i18n.ts';
import { FAILURE_KINDS } from '../../lib/result.ts';

const ROOT = join(import.meta.dirname, '../..');
const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !path.startsWith('lib/i18n/') ? [path] : [];
  });
}

describe.each(LANGUAGES.map((language) => [language] as const))('catalogue %s', (language: Language) => {
  const catalogue = coreCatalogues[language] as Record<string, string>;

  it('holds exactly the keys of English', () => {
    // Sector names are one table for all languages (tests/components/page-words.test.ts).
    const own = Object.keys(catalogue).filter((key) => !key.startsWith('sector.'));
    expect(own.sort()).toEqual(Object.keys(en).sort());
  });
  it.each(Object.keys(en))('%s has words, the right places and the right number of plural forms', (key) => {
    const message = catalogue[key] as string;
    expect(message.trim()).not.toBe('');
    const english = en[key as keyof typeof en] as string;
    const plural = english.includes('|');
    const forms = message.split('|');
    expect(forms).toHaveLength(plural ? pluralForms(language).length : 1);
    // Forms for one and two may say the number in words.
    if (plural) expect(places(message).filter((p) => p !== '{n}')).toEqual(places(english).filter((p) => p !== '{n}'));
    else expect(places(message)).toEqual(places(english));
  });
  it('has words for every verdict, failure, signal and confidence', () => {
    const needed = [
      ...CODE_VERDICTS.flatMap((v) => [`verdict.code.${v}`, `why.code.${v}`]),
      ...ROADMAP_VERDICTS.flatMap((v) => [`verdict.roadmap.${v}`, `why.roadmap.${v}`]),
    ].map((key) => key.replaceAll(' ', '-'));
    needed.push(...FAILURE_KINDS.map((kind) => `failure.${kind}`));
    needed.push(...[...CODE_SIGNAL_IDS, ...ROADMAP_SIGNAL_IDS].map((id) => `signal.${id}`));
    needed.push(...[0, 1, 2, 3].map((confidence) => `confidence.${confidence}`));
    expect(needed.filter((key) => !catalogue[key])).toEqual([]);
  });
});

/** Families whose keys are put together at run time; their members are checked above or by type. */
const FAMILIES = [
  'verdict.',
  'why.',
  'signal.',
  'unknown.',
  'failure.',
  'stage.',
  'source.',
  'confidence.',
  'match.',
  'about-page.',
  'near.',
  'card.not-this.',
  'undo.',
  'about.',
];

describe('keys in the sources', () => {
  const text = ['components', 'entrypoints', 'lib']
    .flatMap(sources)
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  it('uses every key', () => {
    const unused = Object.keys(en).filter(
      (key) => !FAMILIES.some((family) => key.startsWith(family)) && !text.includes(`'${key}'`),
    );
    // `card.code` and `card.roadmap` are chosen by the kind of the verdict.
    expect(unused.filter((key) => key !== 'card.code' && key !== 'card.roadmap')).toEqual([]);
  });
});

describe('createI18n', () => {
  const of = (language: Language) => createI18n(language, coreCatalogues[language]);
  it.each([
    ['en', 1, '1 active developer'],
    ['en', 12, '12 active developers'],
    ['zh_CN', 12, '12 名活跃开发者'],
    ['ar', 0, 'لا مطوّرين نشطين'],
    ['ar', 1, 'مطوّر نشط واحد'],
    ['ar', 2, 'مطوّران نشطان'],
    ['ar', 3, '3 مطوّرين نشطين'],
    ['ar', 11, '11 مطوّرًا نشطًا'],
    ['ar', 100, '100 مطوّر نشط'],
  ] as const)('%s counts %i', (language, n, expected) => {
    expect(of(language).t('badge.developers', { n })).toBe(expected);
  });
  it('isolates foreign names in right-to-left sentences and cleans them', () => {
    expect(of('ar').t('badge.unchecked', { name: 'Uni\u202Eswap' })).toBe('\u2068Uniswap\u2069: لم يُفحص بعد');
  });
  it('shows dates in UTC in each language', () => {
    expect(LANGUAGES.map((language) => of(language).date('2026-11-21'))).toEqual([
      '21 Nov 2026',
      '21 نوفمبر 2026',
      '2026年11月21日',
    ]);
  });
  it.each([
    [0, 'now'],
    [90_000, '1 minute ago'],
    [7_200_000, '2 hours ago'],
    [3 * DAY_MS, '3 days ago'],
    [100 * DAY_MS, '3 months ago'],
  ])('tells an age of %i ms', (age, expected) => {
    expect(of('en').ago(1e12 - age, 1e12)).toBe(expected);
  });
  it('never says that an age lies ahead when clocks differ', () => {
    expect(of('en').ago(1e12 + 5000, 1e12)).toBe('now');
  });
  it('rounds percentages to whole ones', () => {
    expect(of('en').percent(0.314)).toBe('31%');
  });
  it('takes a place in a foreign value as text, not as a place', () => {
    expect(of('en').t('badge.whole', { name: '{facts}', facts: 'x' })).toBe('{facts}: x');
  });
});

describe('pickLanguage', () => {
  it.each([
    ['auto', ['zh-TW', 'en'], 'zh_CN'],
    ['auto', ['fr', 'ar-EG'], 'ar'],
    ['auto', ['fr'], 'en'],
    ['ar', ['zh'], 'ar'],
  ] as const)('%s %j', (setting, preferred, expected) => {
    expect(pickLanguage(setting, preferred)).toBe(expected);
  });
});
