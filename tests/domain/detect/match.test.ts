import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextReader } from '../../../lib/domain/detect/context-reader.ts';
import { contextTable } from '../../../lib/domain/detect/context-words.ts';
import { createLookup } from '../../../lib/domain/detect/lookup.ts';
import { judgeBlock, readBlock } from '../../../lib/domain/detect/match.ts';
import { compileNames } from '../../../lib/domain/detect/names.ts';
import { safeRule } from '../../../lib/domain/detect/rules.ts';
import type { NameEntry } from '../../../lib/domain/detect/types.ts';
import { evidenceOfText } from './evidence.ts';
import { collectorOf, namesFor, PROJECTS, projectsIn } from './setup.ts';

const UNISWAP: NameEntry = { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U', symbol: 'UNI' };
const one = (text: string, entry = UNISWAP) =>
  judgeBlock(readBlock(compileNames([entry], contextReader(contextTable())), text), evidenceOfText()).map(
    ({ start, end }) => text.slice(start, end),
  );

describe('readBlock and judgeBlock', () => {
  it.each([
    ['Uniswap', ['Uniswap']],
    ["Uniswap's fees", ['Uniswap']],
    ['(Uniswap)', ['Uniswap']],
    ['在Uniswap上', ['Uniswap']],
    ['على Uniswap،', ['Uniswap']],
    ['وUniswap', ['Uniswap']],
    ['Ｕｎｉｓｗａｐ', ['Ｕｎｉｓｗａｐ']],
    ['Uni\u00adswap grew', ['Uni\u00adswap']],
    ['Uniswap-based', ['Uniswap']],
    ['uniswap', []],
    ['UNISWAP', []],
    ['@Uniswap', []],
    ['#Uniswap', ['Uniswap']],
    ['up again (#Uniswap)', ['Uniswap']],
    ['在#Uniswap#上', ['Uniswap']],
    ['#UniswapSummer', []],
    ['page#Uniswap', []],
    ['/#Uniswap', []],
    ['&#Uniswap', []],
    ['##Uniswap', []],
    ['https://example.com/…/Uniswap', []],
    ['a—/Uniswap/b', []],
    ['/Uniswap/v4', []],
    ['$Uniswap', []],
    ['Uniswaps', []],
    ['MyUniswap', []],
    ['Uniswap_v2', []],
    ['Uniswapé', []],
    ['x.Uniswap', []],
    ['on Aave/Uniswap', ['Uniswap']],
    ['Aave/Balancer/Uniswap', ['Uniswap']],
    ['contracts/Uniswap', []],
    ['https://Aave/Uniswap', []],
    ['aave.example/Uniswap', []],
    ['/Aave/Uniswap', []],
  ])('finds in %j: %j', (text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  it('never matches within a longer word', () => {
    const letters = fc.stringMatching(/^[A-Za-z0-9_àéñßøЖя]{1,5}$/);
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (before, after, isBefore) => {
        expect(one(isBefore ? `x ${before}Uniswap y` : `x Uniswap${after} y`)).toEqual([]);
      }),
    );
  });

  it('never throws, and its offsets lie in the text and hold the phrase', () => {
    const piece = fc.oneof(
      // Any code units, halves of pairs too.
      fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
      fc.constantFrom('Uniswap', ' (UNI) ', '$UNI', ' بيتكوين', '以太坊', 'Near ', '. '),
    );
    // The names alone: looking them up is another's test, and slow.
    const index = compileNames(
      namesFor('Uniswap بيتكوين 以太坊 Near $UNI blockchain').names,
      contextReader(contextTable()),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end } of judgeBlock(readBlock(index, text), evidenceOfText())) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it('takes the longest name and leaves what it covers', () => {
    expect(projectsIn('比特币现金的价格与链上交易')).toEqual(['bitcoin-cash']);
  });
});

describe('the weights', () => {
  const base: NameEntry = {
    projectId: 'flow',
    phrase: 'Flow',
    nameClass: 'X',
    symbol: 'FLOW',
    antiNext: '(?:chart|rate|of)',
    antiPrev: '(?:cash|the)',
    ownQualifiers: ['blockchain'],
  };
  const scored = (text: string, page = {}) =>
    judgeBlock(readBlock(compileNames([base], contextReader(contextTable())), text), {
      ...evidenceOfText(),
      ...page,
    })[0];

  it.each([
    ['own qualifier', 'Apps on Flow blockchain and its validators', 'own-qualifier', 3],
    ['Name (SYM)', 'It moved to Flow (FLOW) last year', 'name-with-symbol', 4],
    ['$SYM', 'Holders of $FLOW say that Flow is live on mainnet', 'cashtag', 3],
    ['definition', 'We read that Flow is a decentralized layer 1 blockchain for games', 'definition', 3],
  ])('counts %s', (_, text, rule, points) => {
    const match = scored(text);
    expect(match?.evidence).toContainEqual(expect.objectContaining({ rule, points }));
  });

  it('accepts X by a link on the page, not by its bare name', () => {
    expect(scored('They use Flow for this.')).toBeUndefined();
    expect(scored('They use Flow for this.', { linked: new Map([['flow', 'flow.com']]) })).toBeDefined();
  });

  it('does not accept a bare ticker', () => {
    expect(projectsIn('The token UNI rose on the exchange with staking and liquidity')).not.toContain('uniswap');
  });

  it('accepts a cashtag that one project alone has, in a crypto context', () => {
    expect(projectsIn('Traders sold $UNI after the governance vote on staking')).toEqual(['uniswap']);
    expect(projectsIn('It costs $UNI for a room.')).toEqual([]);
  });

  it('takes off points for what stands after, before, and for the start of a sentence', () => {
    const linked = { linked: new Map([['flow', 'flow.com']]), context: 20 };
    expect(scored('See the Flow chart of this.', linked)).toBeUndefined();
    expect(scored('Improve cash Flow here.')).toBeUndefined();
  });
});

describe('safeRule', () => {
  it.each(['(a+)+b', '(.*)*x', '(', 'a'.repeat(601), ''])('drops %j', (source) => {
    expect(safeRule(source)).toBeUndefined();
  });

  it('keeps every rule of the registry, and the look-up hands on no other', () => {
    const rules = PROJECTS.flatMap(({ rules = [] }) => rules.flatMap(({ antiNext, antiPrev }) => [antiNext, antiPrev]));
    expect(rules.filter(Boolean).length).toBeGreaterThan(100);
    for (const rule of rules) if (rule) expect(safeRule(rule)).toBe(rule);
    const uniswap = PROJECTS.find(({ id }) => id === 'uniswap')!;
    const bad = {
      ...uniswap,
      rules: [{ phrase: 'Uniswap', nameClass: 'U' as const, antiNext: '(a+)+b', antiPrev: '(' }],
    };
    const { names } = createLookup([bad], [], []).answer('https://x.example/', collectorOf('Uniswap').takeKeys());
    expect(names.length).toBeGreaterThan(0);
    for (const { antiNext, antiPrev } of names) expect([antiNext, antiPrev]).toEqual([undefined, undefined]);
  });
});
