import { describe, expect, it } from 'vitest';
import { BATCH, PIECE } from '../../../lib/domain/detect/batch.ts';
import { createCollector, type PageView } from '../../../lib/domain/detect/collector.ts';
import { keyOfWord } from '../../../lib/domain/detect/tokens.ts';
import { FILTER } from './setup.ts';

const OPEN: PageView<string> = { isExcluded: () => false, isOneRun: () => true };
const UNISWAP = keyOfWord('Uniswap');

/** Texts as a page has them, each its own owner, read to the end. */
function read(texts: readonly string[], view: Partial<PageView<string>> = {}) {
  const collector = createCollector<string>(FILTER, [], { ...OPEN, ...view });
  for (const text of texts) collector.add(text, text);
  collector.flush();
  return collector;
}

describe('createCollector', () => {
  it.each([
    ['two texts', ['about Uni', 'swap today']],
    ['three texts', ['about U', 'ni', 'swap today']],
    ['two batches', ['x '.repeat(BATCH / 2), 'about Uni', 'swap today']],
    ['the last text of a batch and the first of the next', [`${'x '.repeat(BATCH / 2)}Uni`, 'swap today']],
    ['texts of which the first is a word', ['Uni', 'swap']],
  ])('finds a name that is split over %s', (_, texts) => {
    expect(read(texts).has(UNISWAP)).toBe(true);
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
    const isExcluded = (owner: string) => {
      asked.push(owner);
      return owner.startsWith('no');
    };
    const collector = read(texts, { isExcluded });
    expect(asked).toContain('no Uniswap here');
    expect(collector.has(UNISWAP)).toBe(false);
    expect(collector.counts().context).toBe(2);
  });

  it('asks once of a text, and of none without news', () => {
    const asked: string[] = [];
    const isExcluded = (owner: string) => asked.push(owner) < 0;
    read(['the quiet garden', 'Uniswap, Aave and Lido on mainnet', 'Uniswap and Aave again'], { isExcluded });
    expect(asked).toEqual(['Uniswap, Aave and Lido on mainnet']);
  });

  it('keeps its place in a text that holds the sign of a seam', () => {
    expect(() => read(['\u0001\u0001 Uniswap', 'Aave \u0001', 'mainnet'])).not.toThrow();
  });

  it('tells when a batch was scanned: by characters, or by the number of texts', () => {
    const collector = createCollector<string>(FILTER, [], OPEN);
    expect(collector.add('a'.repeat(PIECE), '')).toBe(true);
    expect(collector.add('short', '')).toBe(false);
    const full = Array.from({ length: 600 }, () => collector.add('', ''));
    expect(full.filter(Boolean)).toHaveLength(2);
  });

  it('counts a context word once in all its forms, two points for one of crypto alone', () => {
    expect(read(['tokens, token and Tokens']).counts().context).toBe(1);
    expect(read(['mainnet and testnet']).counts().context).toBe(2);
    expect(read(['sol and SOL']).counts().context).toBe(2);
    expect(read(['sol']).counts().context).toBe(0);
  });
});
