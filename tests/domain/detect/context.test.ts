import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../lib/domain/detect/candidates.ts';
import { contextReader } from '../../../lib/domain/detect/context-reader.ts';
import { CONTEXT_WORDS, contextTable } from '../../../lib/domain/detect/context-words.ts';
import { pageGate } from '../../../lib/domain/detect/gate.ts';
import { listedCandidates } from '../../../lib/domain/detect/lists.ts';
import { addTags, judgeBlock, readBlock } from '../../../lib/domain/detect/match.ts';
import { compileNames } from '../../../lib/domain/detect/names.ts';
import { normalise } from '../../../lib/domain/detect/normalise.ts';
import { cryptoLevel, type PageEvidence } from '../../../lib/domain/detect/page-evidence.ts';
import { sentencesOf } from '../../../lib/domain/detect/sentence.ts';
import type { NameEntry } from '../../../lib/domain/detect/types.ts';
import { evidenceOfText } from './evidence.ts';
import { ARTICLE, projectsIn } from './setup.ts';

const NAMES: NameEntry[] = [
  { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U', symbol: 'UNI' },
  { projectId: 'eigenlayer', phrase: 'EigenLayer', nameClass: 'U' },
  { projectId: 'bitcoin', phrase: 'Bitcoin', nameClass: 'U' },
  { projectId: 'scroll', phrase: 'Scroll', nameClass: 'X', symbol: 'SCR', domains: ['scroll.io', 'x.com/Scroll_ZKP'] },
  { projectId: 'linea', phrase: 'Linea', nameClass: 'X' },
  { projectId: 'block', phrase: 'Block', nameClass: 'X', isTerm: true },
  { projectId: 'tether', phrase: 'Tether', nameClass: 'C', symbol: 'USDT' },
];
const INDEX = compileNames(NAMES, contextReader(contextTable()));
const found = (text: string, page: Partial<PageEvidence> = {}) =>
  judgeBlock(readBlock(INDEX, text), { ...evidenceOfText(), ...page }).map(({ projectId }) => projectId);
const rulesOf = (text: string, id: string, page: Partial<PageEvidence> = {}) =>
  judgeBlock(readBlock(INDEX, text), { ...evidenceOfText(), ...page })
    .find(({ projectId }) => projectId === id)
    ?.evidence.map(({ rule }) => rule);

describe('listedCandidates', () => {
  it.each([
    ['Scroll and Uniswap', 'firm'],
    ['Uniswap, Linea, Scroll and others', 'weak'],
    ['Uniswap (UNI), Scroll', 'firm'],
    ['Uniswap、Scroll', 'firm'],
    ['Uniswap和Scroll', 'firm'],
    ['Uniswap وScroll', 'firm'],
    ['Uniswap، Scroll', 'firm'],
    ['Scroll and Linea', 'weak'],
    ['Scroll and Bitcoin', 'weak'],
    ['Uniswap. Scroll', undefined],
    ['Uniswap will Scroll', undefined],
    ['Uniswap and the new Scroll', undefined],
  ])('says of Scroll in %j: %s', (text, kind) => {
    const candidates = candidatesOf(INDEX, text);
    const scroll = candidates.find(({ name }) => name.entry.projectId === 'scroll');
    expect(scroll && listedCandidates(candidates, text).get(scroll)?.kind).toBe(kind);
  });
});

describe('scoreCandidate', () => {
  it('takes an ambiguous name that stands in a list with a coined one', () => {
    expect(found('Fees on Uniswap and Scroll fell.')).toEqual(['uniswap', 'scroll']);
    expect(rulesOf('Fees on Uniswap and Scroll fell.', 'scroll')).toContain('neighbours-listed');
  });

  it('takes an ambiguous name in the midst of a sentence on a page about little else, not on another', () => {
    const text = 'Then the team moved to Scroll again.';
    expect(found(text, ARTICLE)).toEqual(['scroll']);
    expect(found(text)).toEqual([]);
  });

  it.each([
    'An old Scroll Lock key',
    'He praised The Block for it',
    'Every new Block is a batch of transactions on the mainnet',
    'Find the Best Scroll for Your Home',
    'Uniswap joined the Infrastructure Fund Scroll Program of validators on mainnet',
    'Scroll down for more of this',
  ])('does not take %j even there', (text) => {
    expect(found(text, ARTICLE)).not.toContain(text.includes('Block') ? 'block' : 'scroll');
  });

  it('takes a coined name in other capitals on a page about crypto only', () => {
    expect(found('Deposits at Eigenlayer and UNISWAP', ARTICLE)).toEqual(['eigenlayer', 'uniswap']);
    expect(found('an UNISWAP label')).toEqual([]);
    expect(found('an uniswap label', ARTICLE)).toEqual([]);
  });

  it('takes a noun without article that acts at the start of a sentence', () => {
    expect(found('Scroll will move its sequencer onchain.', ARTICLE)).toEqual(['scroll']);
    expect(found('Scroll through the sequencer settings onchain.', ARTICLE)).toEqual([]);
  });

  it.each([
    ['a handle', '@scroll_zkp', 'handle-link'],
    ['a cashtag', '$SCR', 'elsewhere-cashtag'],
    ['a ticker', 'SCR', 'elsewhere-symbol'],
  ])('counts %s elsewhere on the page', (_, tag, rule) => {
    const page = { ...ARTICLE, tags: new Set([tag]) };
    expect(rulesOf('Then the team moved to Scroll again.', 'scroll', page)).toContain(rule);
  });
});

describe('addTags', () => {
  it('collects tickers and handles, the handles in small letters', () => {
    const tags = new Set<string>();
    addTags(tags, 'Ask @Scroll_ZKP: $SCR fell, UNI rose; a.b@mail.example, MixedCase, TOOLONGWORD.');
    expect([...tags].sort()).toEqual(['$SCR', '@mail', '@scroll_zkp', 'UNI']);
  });
});

describe('sentencesOf', () => {
  it.each([
    ['Scroll Opens Its Bridge To Everyone', true],
    ['Scroll opens its bridge to everyone', false],
    ['Scroll', false],
    ['Scroll Bridge', true],
    ['Scroll bridge', false],
    ['تفتح Scroll Bridge Mainnet Today Again', false],
  ])('knows the headline in capitals: %j is %s', (text, isTitle) => {
    expect(sentencesOf(text, contextReader(contextTable()))[0]?.isTitle).toBe(isTitle);
  });
});

describe('cryptoLevel', () => {
  const page = (coined: number, sure: number, context: number, identity: string | null = null) => ({
    ...evidenceOfText(),
    ...{ coined: new Set(Array.from({ length: coined }, (_, at) => `p${at}`)), sure, context, identity },
  });
  it.each([
    [page(2, 3, 6), 2],
    [page(1, 3, 6), 0],
    [page(2, 2, 6), 0],
    [page(5, 1, 2), 2],
    [page(5, 0, 2), 1],
    [page(3, 0, 0), 1],
    [page(0, 2, 12), 1],
    [page(0, 2, 8), 1],
    [page(0, 2, 7), 0],
    [page(2, 1, 8), 1],
    [page(2, 1, 7), 0],
    [page(1, 1, 8), 0],
    [page(0, 1, 12), 0],
    [page(0, 0, 0, 'lido'), 1],
  ])('of %o is %i', (evidence, level) => {
    expect(cryptoLevel(evidence)).toBe(level);
  });
});

describe('pageGate', () => {
  it.each([
    [{ coined: 1, weak: 0, context: 2, sure: 1 }, true],
    [{ coined: 1, weak: 0, context: 1, sure: 1 }, false],
    [{ coined: 2, weak: 0, context: 20, sure: 0 }, false],
    [{ coined: 3, weak: 0, context: 4, sure: 0 }, true],
    [{ coined: 0, weak: 3, context: 4, sure: 1 }, true],
    [{ coined: 0, weak: 3, context: 3, sure: 1 }, false],
    [{ coined: 0, weak: 3, context: 20, sure: 0 }, false],
    [{ coined: 0, weak: 0, context: 20, sure: 5 }, false],
  ])('%j: %s', (counts, passes) => {
    expect(pageGate(counts)).toBe(passes);
  });
});

describe('context words', () => {
  it.each([
    '我们去中国旅行，住在以太网布线的酒店，价格稳定，智能门锁很方便。',
    'قرأنا في الكتاب أن المناخ مستقر وأن الدراسة مستقلة.',
    'The HTML validator complains about the heading.',
  ])('do not take everyday words for those of crypto: %s', (text) => {
    expect(projectsIn(`Uniswap ${text}`, {}).length).toBeLessThanOrEqual(1);
    expect(found(`Scroll ${text}`)).toEqual([]);
  });
});

describe('contextReader', () => {
  const reader = contextReader(contextTable());
  const wordsOf = (text: string) => [...reader.wordsIn(normalise(text).text).keys()].sort((a, b) => a - b);

  it('finds a word behind a dollar sign as without it', () => {
    expect(wordsOf('$USDT and $defi')).toEqual(wordsOf('USDT and defi'));
    expect(wordsOf('$USDT').length).toBe(1);
  });

  it('finds each word in each of its forms, with clitics, in full width and between letters of other scripts', () => {
    for (const { id, forms, capital } of CONTEXT_WORDS)
      for (const [at, form] of forms.entries())
        if (!capital[at] || /[A-Z]/.test(form)) expect(wordsOf(`中 ${form}، x`), form).toContain(id);
    expect(wordsOf('وبالبلوكتشين')).toEqual(wordsOf('بلوكتشين'));
    expect(wordsOf('ｄｅｆｉ')).toEqual(wordsOf('defi'));
    expect(wordsOf('在defi上')).toEqual(wordsOf('defi'));
  });
});
