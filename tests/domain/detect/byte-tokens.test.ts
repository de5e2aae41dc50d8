import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteTokens, type Listener } from '../../../lib/domain/detect/byte-tokens.ts';
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
/**
 * Among them characters that stand for others: from the first on, the plain walk reads a text again from its start, normalised. Only without marks that
 * join the letter before them: in a text without such characters neither walk takes "á" of two units for the one.
 */
const styled = fc
  .array(fc.oneof({ weight: 5, arbitrary: unit }, fc.constantFrom('Ａ', '９', 'ﬁ', '𝐀', 'ﷺ', 'ﺏ', '＄')), {
    maxLength: 30,
  })
  .map((units) => units.join('').replaceAll('\u0301', ''));

interface Told {
  tokens: { key: number; kind: number; text: number }[];
  seams: number[];
}

/** What a scan tells of texts that follow each other, its tables knowing all keys, or these alone. */
function told(texts: readonly string[], known?: readonly number[]): Told {
  const full = createSet(16);
  if (known) for (const key of known) put(full, quickKey(key));
  else full.bits.fill(255);
  const result: Told = { tokens: [], seams: [] };
  const listener: Listener = {
    onToken: (key, kind, text) => result.tokens.push({ key, kind, text }),
    onSeam: (text) => {
      result.seams.push(text);
      return '';
    },
  };
  let end = 0;
  const ends = texts.map(({ length }) => {
    end += length;
    return end;
  });
  const bytes = new Uint8Array(end * 3 + 1);
  const { written } = new TextEncoder().encodeInto(texts.join(''), bytes);
  const given = { text: texts.join(''), bytes, ends, count: texts.length };
  new ByteTokens({ names: full, listed: full }, given, listener).scan(written);
  return result;
}
/** Tokens that a page may look for: bare numbers are none, and lone dollar signs are no tokens. */
const expected = (content: string) => keysOfText(content).filter(({ kind }) => kind !== DIGIT);
const plain = ({ kind }: { kind: number }) => kind !== (DOLLAR | DIGIT);
/** Half of a pair at an end would make one character of two texts. */
const listOf = (one: typeof text) =>
  fc
    .array(one, { minLength: 1, maxLength: 8 })
    .map((list) => list.map((content) => (/[\ud800-\udbff]$/.test(content) ? `${content}.` : content)));
const texts = listOf(text);

describe('ByteTokens', () => {
  it('tells the tokens of the plain walk, in its order, each with its own text', () => {
    fc.assert(
      fc.property(texts, (contents) => {
        const tokens = told(contents).tokens.filter(plain);
        const each = contents.flatMap((content, at) => expected(content).map((token) => ({ ...token, text: at })));
        expect(tokens).toEqual(each.filter(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it('tells the same tokens where characters stand for others, in any order', () => {
    const asSet = (list: { key: number; kind: number; text: number }[]) =>
      new Set(list.filter(plain).map(({ key, kind, text: at }) => `${at} ${key} ${kind}`));
    fc.assert(
      fc.property(listOf(styled), (contents) => {
        const each = contents.flatMap((content, at) => expected(content).map((token) => ({ ...token, text: at })));
        const found = asSet(told(contents).tokens);
        expect([...asSet(each)].filter((token) => !found.has(token))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells the tokens of running text in scripts that it reads without the plain walk, and of what breaks into it', () => {
    const run = fc.constantFrom(
      ...[
        'وبالبلوكتشين ',
        'سلسلة',
        'ال',
        'سُولَانَا ',
        'بيتـكوين، ',
        'ي'.repeat(50),
        '‌',
        '  ',
        '以太坊',
        '比特币，',
        '链',
        '。',
      ],
      ...[
        'Биткоин ',
        'ビットコイン',
        '비트코인',
        'Uniswap',
        '$UNI ',
        '7',
        '（ABC）',
        'é',
        '\u200d',
        '\u0301',
        'ܐ',
        '😀',
        '\n',
      ],
    );
    const running = fc.array(run, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(listOf(running), (contents) => {
        const each = contents.flatMap((content, at) => expected(content).map((token) => ({ ...token, text: at })));
        expect(told(contents).tokens.filter(plain)).toEqual(each.filter(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps its place where a pair stands on both sides of an end', () => {
    const { tokens } = told(['é \ud83d', '\ude00 Aa', 'ÉB Cc', 'Dd']);
    expect(tokens.filter(({ text: at }) => at > 1).map(({ key, text: at }) => [key, at])).toEqual([
      ...['ÉB', 'Cc'].map((word) => [keysOfText(word)[0]?.key, 2]),
      [keysOfText('Dd')[0]?.key, 3],
    ]);
  });

  it('tells no more than those tokens when their tables know few, and each that they know', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 3 }), (contents, step) => {
        const all = contents.flatMap(expected);
        const known = all.filter((_, index) => index % step === 0).map(({ key }) => key);
        const { tokens } = told(contents, known);
        const keys = new Set(tokens.map(({ key }) => key));
        expect(known.filter((key) => !keys.has(key))).toEqual([]);
        const every = new Set(contents.flatMap(keysOfText).map(({ key }) => key));
        expect([...keys].filter((key) => !every.has(key))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('hears of an end in mid-word alone', () => {
    expect(told(['Uni', 'swap']).seams).toEqual([0]);
    expect(told(['“—”', 'a 以太', 'x', 'swap']).seams).toEqual([0, 1, 2]);
    expect(told(['سو', 'لانا']).seams).toEqual([0]);
    for (const [left, right] of [
      ['Uni ', 'swap'],
      ['Uni', ' swap'],
      ['Uni.', 'swap'],
    ])
      expect(told([left as string, right as string, '.']).seams).toEqual([]);
    expect(told(['Uni']).seams).toEqual([]);
  });

  it('tells a cashtag whatever the tables know', () => {
    expect(told(['buy ', '$UNI now'], []).tokens).toEqual([
      { key: keysOfText('$UNI')[0]?.key, kind: DOLLAR | UPPER, text: 1 },
    ]);
  });
});
