import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { factWords, identityWords, nearWords } from '../../components/match-words.ts';
import { type CardReason, WhyMatch } from '../../components/WhyMatch.tsx';
import { WordsContext } from '../../components/words.ts';
import type { IdentityRule, LookAlike, MatchEvidence, MatchRule } from '../../lib/domain/detect/types.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { createI18n, LANGUAGES, type Language } from '../../lib/i18n.ts';
import { NOW } from './sample-report.ts';

afterEach(cleanup);

const ROOT = join(import.meta.dirname, '../..');
const i18nOf = (language: Language) => createI18n(language, coreCatalogues[language]);
const plain = (text: string | null | undefined) => (text ?? '').replace(/[\u2066-\u2069]/g, '');
/** The endings of the catalogue's keys that begin so. */
const endings = <Rule,>(start: string) =>
  Object.keys(coreCatalogues.en).flatMap((key) => (key.startsWith(start) ? [key.slice(start.length) as Rule] : []));
const rules = endings<MatchRule>('match.').filter((rule) => (rule as string) !== 'sum');
/** What these tell of stands before the reader: the name, its capital, the longer name. */
const UNQUOTED: readonly MatchRule[] = ['coined-name', 'part-of-name', 'sentence-start'];

function shown(reason: CardReason, language: Language = 'en') {
  return render(
    <WordsContext.Provider value={{ i18n: i18nOf(language), now: NOW }}>
      <WhyMatch reason={reason} />
    </WordsContext.Provider>,
  ).container;
}
const lines = (container: Element) => [...container.querySelectorAll('li')].map((li) => plain(li.textContent));

describe('factWords', () => {
  it('knows every fact that the detection gives, and no other', () => {
    const sources = ['lib/domain/detect', 'lib/page'].flatMap((dir) =>
      readdirSync(join(ROOT, dir)).map((name) => readFileSync(join(ROOT, dir, name), 'utf8')),
    );
    const given = sources.flatMap((code) => [
      ...[...code.matchAll(/tally\.add\(\s*'([\w-]+)'/g)].map(([, rule]) => rule),
      ...[...code.matchAll(/\brule: '([\w-]+)', (?:points|what)/g)].map(([, rule]) => rule),
      ...[...code.matchAll(/const rule = (.*);/g)].flatMap(([, all = '']) => all.match(/(?<=')[a-z-]+(?=')/g) ?? []),
    ]);
    expect([...new Set(given), 'pictured'].filter((rule, at, all) => all.indexOf(rule) === at).toSorted()).toEqual(
      rules.toSorted(),
    );
  });
  it.each(LANGUAGES.flatMap((language) => rules.map((rule) => [language, rule] as const)))(
    'has words in %s for %s, with what was found',
    (language, rule) => {
      const told = plain(factWords(i18nOf(language), { rule, points: 1, what: 'Q-u-o-t-e' }));
      expect(told).not.toMatch(/^match\.|[{}]/);
      if (!UNQUOTED.includes(rule)) expect(told).toContain('Q-u-o-t-e');
      if (language !== 'en') expect(told).toMatch(/[\u0621-\u064a\u4e00-\u9fff]/);
    },
  );
  it('cuts what is long', () => {
    const told = factWords(i18nOf('en'), { rule: 'definition', points: 1, what: 'x'.repeat(100) });
    expect(told).toContain(`${'x'.repeat(39)}…`);
  });
});

describe('identityWords', () => {
  it.each(
    LANGUAGES.flatMap((language) => endings<IdentityRule>('about-page.').map((rule) => [language, rule] as const)),
  )('has words in %s for %s, with what was matched', (language, rule) => {
    const told = plain(identityWords(i18nOf(language), { rule, matched: 'a.example/b' }));
    expect(told).toContain('a.example/b');
    expect(told).not.toMatch(/about-page|[{}]/);
  });
});

describe('nearWords', () => {
  it.each(LANGUAGES.flatMap((language) => endings<LookAlike['why']>('near.').map((why) => [language, why] as const)))(
    'says in %s the address on record and how this one differs (%s), and nothing worse',
    (language, why) => {
      const told = plain(nearWords(i18nOf(language), { recorded: 'a.example', why }));
      expect(told).toContain('a.example');
      expect(told).not.toMatch(/near\.|[{}]|scam|phish|fake|احتيال|تصيّد|诈骗|钓鱼|假/i);
    },
  );
});

describe('WhyMatch', () => {
  const evidence: MatchEvidence[] = [
    { rule: 'sentence-start', points: -2 },
    { rule: 'context', points: 1, what: 'mainnet · staking' },
    { rule: 'link', points: 4, what: 'near.example\u202e' },
    { rule: 'neighbours', points: 2, what: 'Aave · Lido' },
    { rule: 'symbol', points: 1, what: 'NEAR' },
  ];
  const reason = { kind: 'mention', text: 'Near', evidence, score: 6, needs: 4 } as const;

  it('tells the two weightiest reasons in a line, and none that spoke against it', () => {
    const container = shown(reason);
    expect(plain(container.textContent)).toBe(
      'Named here as “Near” (a link to near.example, other projects nearby: Aave · Lido)',
    );
    expect(lines(container)).toEqual([]);
  });
  it('leaves what spoke against it out of the line where little else is told', () => {
    const few = evidence.filter(({ rule }) => rule === 'link' || rule === 'sentence-start');
    expect(plain(shown({ ...reason, evidence: few }).textContent)).toBe(
      'Named here as “Near” (a link to near.example)',
    );
  });
  it.each([
    ['en', 'a link to near.example · +4', 'Points: 6. Needed for a word like this: 4.'],
    ['ar', 'رابط إلى near.example · +4', 'النقاط: 6. المطلوب لكلمة كهذه: 4.'],
    ['zh_CN', '指向 near.example 的链接 · +4', '得分 6，这样的词需要 4 分。'],
  ] as const)('opens all of them in %s, with points, what spoke against, and the sum', (language, first, sum) => {
    const container = shown(reason, language);
    const button = container.querySelector('button') as HTMLButtonElement;
    expect(button.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const told = lines(container);
    expect(told).toHaveLength(evidence.length);
    // Signs are set apart in Arabic by marks of Intl.
    expect(told[0]?.replace(/[\u200e\u200f\u061c]/g, '')).toBe(first);
    expect(told.at(-1)).toContain('2');
    expect(plain(container.querySelector('.rm-about')?.textContent)).toBe(sum);
  });
  it('tells no points of a coined name, which needs none', () => {
    const coined: MatchEvidence[] = [{ rule: 'coined-name', points: 3, what: 'Uniswap' }];
    const container = shown({ kind: 'mention', text: 'Uniswap', evidence: coined, score: 0, needs: 0 });
    fireEvent.click(container.querySelector('button') as HTMLButtonElement);
    expect(lines(container)).toEqual(['a coined name']);
    expect(container.querySelector('.rm-about')).toBeNull();
  });
  it('stands without a button where no fact is known', () => {
    const container = shown({ kind: 'mention', text: 'Lido', evidence: [] });
    expect(container.querySelector('button')).toBeNull();
    expect(container.textContent).toBe('Named here as “Lido”');
  });
});
