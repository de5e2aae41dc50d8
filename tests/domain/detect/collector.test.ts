import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BATCH, PIECE } from '../../../lib/domain/detect/batch.ts';
import { createCollector, type PageView } from '../../../lib/domain/detect/collector.ts';
import { keyOfWord } from '../../../lib/domain/detect/tokens.ts';
import { FILTER, viewOf } from './setup.ts';

const UNISWAP = keyOfWord('Uniswap');

/** Texts as a page has them, read to the end. */
function read(texts: readonly string[], view: Partial<PageView<number>> = {}) {
  const collector = createCollector(FILTER, [], { ...viewOf(texts), ...view });
  for (const [at, { length }] of texts.entries()) collector.add(at, 0, length);
  collector.flush();
  return collector;
}

describe('createCollector', () => {
  it.each([
    ['two texts', ['about Uni', 'swap today']],
    ['three texts', ['about U', 'ni', 'swap today']],
    ['two batches', ['x '.repeat(PIECE / 2), 'x '.repeat(PIECE / 2), 'about Uni', 'swap today']],
    [
      'the last text of a batch and the first of the next',
      ['x '.repeat(PIECE / 2), `${'x '.repeat(PIECE / 2 - 2)}Uni`, ' ', 'so Uni', 'swap today'],
    ],
    ['texts with an empty one between them', ['about Uni', '', 'swap today']],
    ['texts of which the first is a word', ['Uni', 'swap']],
  ])('finds a name that is split over %s', (_, texts) => {
    expect(read(texts).has(UNISWAP)).toBe(true);
  });

  it('finds a name that is split at the end of a text without blanks, which was joined to the text before', () => {
    expect(read(['以', `太${'，没有空格的文字'.repeat(20)}Uni`, 'swap']).has(UNISWAP)).toBe(true);
  });

  it('joins no more of a word in many pieces than a name may have', () => {
    let asked = 0;
    const texts = [...Array.from({ length: 3000 }, () => 'wo'), '(', 'Uni', 'swap'];
    const view = viewOf(texts);
    const spy = vi.spyOn(String.prototype, 'charCodeAt');
    const collector = read(texts, { ...view, isOneRun: () => asked++ >= 0 });
    const steps = spy.mock.calls.length;
    spy.mockRestore();
    expect(asked).toBe(3000);
    expect(steps).toBeLessThan(asked * 100);
    expect(collector.has(UNISWAP)).toBe(true);
  });

  it('finds the keys of a whole text in any of its pieces, whatever the script', () => {
    const words = [
      '以太坊',
      '比特币链',
      'سولانا',
      'وبالبيتكوين',
      'Uniswap',
      'كاردانو',
      'Биткоин',
      '비트코인',
      '，',
      ' ',
      '. ',
      '\u200d',
    ];
    const pieces = fc.array(fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (list) => {
        const whole = read([list.map(([word]) => word).join('')]).takeKeys();
        const split = list.flatMap(([word, at]) => [word.slice(0, at), word.slice(at)]);
        const found = new Set(read(split).takeKeys());
        expect(whole.filter((key) => !found.has(key))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('asks the page of two ideographs in two texts where their pair may be known alone', () => {
    const texts = [...'今天天气很好我们去公园散步吃冰淇淋看花听鸟唱歌'];
    const apart: number[] = [];
    const isOneRun = (before: number) => apart.push(before) < 0;
    read(texts, { isOneRun });
    expect(apart.length).toBeLessThan(texts.length / 4);
    apart.length = 0;
    read(['买以太', '坊了'], { isOneRun });
    expect(apart).toEqual([0]);
  });

  it('joins no texts of which the page says that they are apart', () => {
    expect(read(['about Uni', 'swap today'], { isOneRun: () => false }).has(UNISWAP)).toBe(false);
  });

  it('finds names in forms that stand for others', () => {
    expect(read(['quiet', 'Ｕｎｉｓｗａｐ と', 'quiet']).has(UNISWAP)).toBe(true);
    expect(read(['ﬁne, 𝐔𝐧𝐢𝐬𝐰𝐚𝐩']).has(UNISWAP)).toBe(true);
  });

  it('asks of the text that holds the name whether it is excluded, whatever stands before it', () => {
    const texts = ['“quotes” — and 北京', 'حديقة', '😀', 'no Uniswap here', 'mainnet'];
    const asked: string[] = [];
    const isExcluded = (at: number) => {
      asked.push(texts[at] as string);
      return texts[at]?.startsWith('no') === true;
    };
    const collector = read(texts, { isExcluded });
    expect(asked).toContain('no Uniswap here');
    expect(collector.has(UNISWAP)).toBe(false);
    expect(collector.counts().context).toBe(2);
  });

  it('asks once of a text, and of none without news', () => {
    const asked: number[] = [];
    const isExcluded = (at: number) => asked.push(at) < 0;
    read(['the quiet garden', 'Uniswap, Aave and Lido on mainnet', 'Uniswap and Aave again'], { isExcluded });
    expect(asked).toEqual([1]);
  });

  it('tells when a batch was scanned: by characters, or by the number of texts', () => {
    const texts = ['a'.repeat(PIECE), 'short', ...Array.from({ length: 3000 }, () => 'x')];
    const collector = createCollector(FILTER, [], viewOf(texts));
    const full = texts.map(({ length }, at) => collector.add(at, 0, length));
    expect(full.indexOf(true)).toBe(511);
    const long = Array.from({ length: BATCH / PIECE }, () => collector.add(0, 0, PIECE));
    expect(long).toContain(true);
  });

  it('takes texts one by one where the page has changed since they were counted', () => {
    const texts = ['about Uniswap', 'a much longer text', 'and Aave', 'and Lido'];
    const collector = createCollector(FILTER, [], viewOf(texts));
    for (const [at, { length }] of texts.entries()) collector.add(at, 0, length);
    texts.splice(0, 3, 'no', '', 'Ethereum');
    collector.flush();
    expect(['Uniswap', 'Aave', 'Lido'].map((name) => collector.has(keyOfWord(name)))).toEqual([false, false, true]);
    expect(collector.has(keyOfWord('Ethereum'))).toBe(true);
  });

  it('reads no text that stands between two that do not follow each other', () => {
    const texts = ['about Lido', ' and Uniswap', ' and Aave'];
    const asked: number[] = [];
    const view = viewOf(texts);
    const textBetween: typeof view.textBetween = (first, from, last, to) => {
      asked.push(first, last);
      return view.textBetween(first, from, last, to);
    };
    const collector = createCollector(FILTER, [], { ...view, textBetween });
    collector.add(0, 0, 10);
    collector.part();
    collector.add(2, 0, 9);
    collector.flush();
    expect(['Lido', 'Uniswap', 'Aave'].map((name) => collector.has(keyOfWord(name)))).toEqual([true, false, true]);
    expect(asked).toEqual([]);
  });

  it('counts a context word once in all its forms, two points for one of crypto alone', () => {
    expect(read(['tokens, token and Tokens']).counts().context).toBe(1);
    expect(read(['mainnet and testnet']).counts().context).toBe(2);
    expect(read(['sol and SOL']).counts().context).toBe(2);
    expect(read(['sol']).counts().context).toBe(0);
  });
});
