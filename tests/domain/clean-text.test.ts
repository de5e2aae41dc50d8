import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, MAX_NAME } from '../../lib/domain/clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['plain', 'Uniswap', 'Uniswap'],
    ['markup stays text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['right-to-left override', 'Uni\u202Epaws', 'Unipaws'],
    ['isolates and zero width', '\u2066A\u200Bav\u2069e\uFEFF', 'Aave'],
    ['lines and controls', 'A\n\tb\u0000c', 'A b c'],
    ['stacked marks', `Z${'\u0301'.repeat(40)}`, 'Z\u0301\u0301'],
    ['Arabic and Chinese', 'إيثيريوم 以太坊', 'إيثيريوم 以太坊'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });
  it('cuts a name of 10 kB and says so', () => {
    const cut = cleanText('x'.repeat(10_240));
    expect([...cut]).toHaveLength(MAX_NAME);
    expect(cut.endsWith('…')).toBe(true);
  });
  it('is bounded, one line and stable for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const clean = cleanText(text);
        expect([...clean].length).toBeLessThanOrEqual(MAX_NAME);
        expect(clean).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});
