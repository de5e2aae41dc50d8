import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badgeName } from '../../components/verdict-words.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { createI18n } from '../../lib/i18n.ts';
import { BADGE_TEST_FACTS } from './badge-facts.ts';

/** The card's constants and what pages have beyond them; each sets its palettes in the same order. */
const SHEETS = ['components/tokens.css', 'entrypoints/kit/css/page-tokens.css'].map((path) =>
  readFileSync(join(process.cwd(), path), 'utf8'),
);

/** Custom properties of the n-th rule of each sheet that sets colours: 0 light, 1 dark by system, 2 dark by choice. */
function palette(n: number): Record<string, string> {
  const blocks = SHEETS.map((css) => css.split('{').filter((part) => /--rm-[\w-]+: #/.test(part))[n] ?? '');
  const colours = blocks.flatMap((block) => [...block.matchAll(/(--rm-[\w-]+): (#\w{6});/g)]);
  return Object.fromEntries(colours.map((m) => [m[1], m[2]]));
}
/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p) as [number, number];
  return (x + 0.05) / (y + 0.05);
}
const INKS = ['ink', 'ink-2', 'accent', 'good', 'watch', 'alarm', 'quiet'];
const GROUNDS = ['ground', 'surface', 'sunken', 'raised'];
const PAIRS = [
  ...INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
  ...['good', 'watch', 'alarm', 'quiet'].flatMap((tone) => [
    [tone, `${tone}-bg`],
    ['ink', `${tone}-bg`],
  ]),
  ['on-accent', 'accent'],
] as [string, string][];

describe.each([
  ['light', 0],
  ['dark by system', 1],
  ['dark by choice', 2],
])('contrast, %s', (_, n) => {
  const colours = palette(n);
  it.each(PAIRS)('%s on %s is at least 4.5', (ink, ground) => {
    expect(contrast(colours[`--rm-${ink}`] as string, colours[`--rm-${ground}`] as string)).toBeGreaterThanOrEqual(4.5);
  });
});
it('holds the same values for both ways to dark', () => {
  expect(palette(2)).toEqual(palette(1));
});

describe('badgeName', () => {
  it.each(BADGE_TEST_FACTS)('$expected', ({ facts, expected }) => {
    expect(badgeName(createI18n('en', coreCatalogues.en), facts)).toBe(expected);
  });
  it.each([
    ['en', /developers, .+; /, /[،؛，；]/],
    ['ar', /، .+؛ /, /[,;，；]/],
    ['zh_CN', /，.+；/, /[,;،؛]/],
  ] as const)('joins facts as %s is written', (language, own, others) => {
    const figures = { activeDevelopers: 12, drawdown: 0.31 };
    const facts = { name: 'Uniswap', codeVerdict: 'falling', roadmapVerdict: 'slipping', ...figures };
    const name = badgeName(createI18n(language, coreCatalogues[language]), facts);
    expect(name).toMatch(own);
    expect(name).not.toMatch(others);
  });
});
