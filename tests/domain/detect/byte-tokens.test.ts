import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteTokens, type Listener, SEAM } from '../../../lib/domain/detect/byte-tokens.ts';
import { DIGIT, DOLLAR, UPPER } from '../../../lib/domain/detect/chars.ts';
import { createSet, put } from '../../../lib/domain/detect/key-set.ts';
import { keysOfText, quickKey } from '../../../lib/domain/detect/tokens.ts';

/** Letters of all classes, signs between them, forms that stand for others, halves of pairs. */
const unit = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'abAB19 $.-\n') },
  { weight: 4, arbitrary: fc.constantFrom(...'éЖß’—\u200d\u00ad\u0301') },
  { weight: 4, arbitrary: fc.constantFrom(...'والبكلةيىأإآتنـ\u064b\u0670؟') },
  { weight: 3, arbitrary: fc.constantFrom(...'以太坊ーかな한국，。') },
  { weight: 1, arbitrary: fc.constantFrom('😀', '𐐷', '\ud83d', '\udc00', '\u{1d800}', '\u{1d0ff}') },
);
const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
const compatible = fc.constantFrom('Ａ', '９', 'ﬁ', '𝐀', 'ﷺ', 'ﺏ', '＄');

interface Told {
  tokens: { key: number; kind: number }[];
  compatible: number;
  seams: number[];
}

/** What a scan tells of a text whose tables know all keys, or these alone. */
function told(content: string, known?: readonly number[]): Told {
  const full = createSet(16);
  if (known) for (const key of known) put(full, quickKey(key));
  else full.bits.fill(255);
  const result: Told = { tokens: [], compatible: 0, seams: [] };
  const listener: Listener = {
    onToken: (key, kind) => result.tokens.push({ key, kind }),
    onCompatible: () => result.compatible++,
    onSeam: (at) => result.seams.push(at),
  };
  const bytes = new Uint8Array(content.length * 3 + 1);
  const { written } = new TextEncoder().encodeInto(content, bytes);
  new ByteTokens({ names: full, listed: full }, listener).scan(bytes, written);
  return result;
}
/** Tokens that a page may look for: bare numbers are none, and lone dollar signs are no tokens. */
const expected = (content: string) => keysOfText(content).filter(({ kind }) => kind !== DIGIT);

describe('ByteTokens', () => {
  it('tells the tokens of the plain walk, in its order', () => {
    fc.assert(
      fc.property(text, (content) => {
        const tokens = told(content).tokens.filter(({ kind }) => kind !== (DOLLAR | DIGIT));
        expect(tokens).toEqual(expected(content).filter(({ kind }) => kind !== (DOLLAR | DIGIT)));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells no more than those tokens when their tables know few, and each that they know', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 3 }), (content, step) => {
        const all = expected(content);
        const known = all.filter((_, index) => index % step === 0).map(({ key }) => key);
        const { tokens } = told(content, known);
        const keys = new Set(tokens.map(({ key }) => key));
        expect(known.filter((key) => !keys.has(key))).toEqual([]);
        const every = new Set(keysOfText(content).map(({ key }) => key));
        expect([...keys].filter((key) => !every.has(key))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('hears of each character that stands for others, and tells what the plain walk tells before it', () => {
    fc.assert(
      fc.property(text, compatible, text, (before, form, after) => {
        const { tokens, compatible: count } = told(`${before} ${form}${after}`);
        expect(count).toBe(1);
        expect(tokens.slice(0, expected(before).length)).toEqual(expected(before));
      }),
    );
  });

  it('hears of a seam in mid-word alone', () => {
    const seam = String.fromCharCode(SEAM);
    expect(told(`Uni${seam}swap`).seams).toEqual([3]);
    expect(told(`سو${seam}لانا`).seams).toEqual([4]);
    for (const apart of [`Uni ${seam}swap`, `Uni${seam} swap`, `Uni.${seam}${seam}swap`, `Uni${seam}`])
      expect(told(apart).seams).toEqual([]);
  });

  it('tells a cashtag whatever the tables know', () => {
    expect(told('buy $UNI now', []).tokens).toEqual([{ key: keysOfText('$UNI')[0]?.key, kind: DOLLAR | UPPER }]);
  });
});
