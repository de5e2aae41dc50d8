/**
 * Cuts text into tokens and hashes them while walking. The build of the prefilter, the background's look-up and the reading of sentences use it;
 * the page's scan has its own loop over bytes (byte-tokens.ts), which a test holds to this one: a name that stands in a text can't be missed by its
 * key.
 */
import {
  ARABIC,
  ASCII,
  DOLLAR,
  foldArabicLetter,
  IDEOGRAPH,
  isArabic,
  isArabicMark,
  isCompatible,
  isIdeograph,
  isIgnorable,
  isOtherLetter,
  OTHER,
} from './chars.ts';
import { holds, type KeySet } from './key-set.ts';

/**
 * A token's key has 30 bits: 22 of a polynomial hash, which the page's loop computes for every word, and below them 8 of a second one, which it
 * computes for the few words that pass the first test. Products stay below 2^30: larger numbers are objects in Chromium until its optimiser has
 * come, and made half of a cold scan. Both factors are odd and far from powers of two; nothing else is known of them.
 */
export const SEED = 5381;
export const FIRST = 229;
export const SECOND = 199;
export const MASK = 0x3fffff;
/** Either hash with one more unit of a token: its character, ASCII letters in small form, Arabic ones folded. */
export const step = (hash: number, factor: number, unit: number) => (hash * factor + unit) & MASK;
export const keyOf = (first: number, second: number) => (first << 8) | ((second ^ (second >>> 8)) & 255);

/** The first hash of a key: what the page's loop has before it looks closer. */
export const quickKey = (key: number) => key >>> 8;

/** Receives each token: key (30 bits), kind (bits of chars.ts), and where it ends in the scanned text. */
export type Emit = (key: number, kind: number, end: number) => void;

const WAW = 0x648;
const FA = 0x641;
const BA = 0x628;
const KAF = 0x643;
const LAM = 0x644;
const ALEF = 0x627;
/** Longer Arabic words than this are no words. */
export const MAX_WORD = 40;
/** Clitics are five letters at most: ول + ال is written with four, and one more begins the word. */
const ARABIC_START_LIMIT = 6;
/** The word that is read, its letters folded. */
export const word = new Uint16Array(MAX_WORD);

/**
 * Where a folded Arabic word may begin when its clitics are stripped: bit n set for position n. Conjunction و ف, then
 * preposition ب ك ل, then the article ال (ل + ال is written لل).
 */
export function cliticStarts(at: (index: number) => number, length: number): number {
  let starts = 1;
  const first = at(0);
  for (let base = 0; base <= (first === WAW || first === FA ? 1 : 0); base++) {
    starts |= 1 << base;
    const a = at(base);
    const b = at(base + 1);
    if (a === BA || a === KAF || a === LAM) {
      starts |= 1 << (base + 1);
      if (b === ALEF && at(base + 2) === LAM) starts |= 1 << (base + 3);
    }
    if ((a === ALEF || a === LAM) && b === LAM) starts |= 1 << (base + 2);
  }
  // At least two letters must be left, else the clitic is the word.
  return length < 2 ? 1 : starts & ((1 << Math.min(length - 1, 30)) - 1);
}

/**
 * Emits the key of the Arabic word of the first `length` letters of `word`, once per way of stripping its clitics; hashed from its end, so that each
 * costs nothing. With `known`, only what may be in it.
 */
export function emitArabic(length: number, end: number, emit: Emit, known?: KeySet): void {
  let starts = 0;
  let first = SEED;
  let second = SEED;
  for (let i = length - 1; i >= 0; i--) {
    first = step(first, FIRST, word[i] as number);
    second = step(second, SECOND, word[i] as number);
    if (i >= ARABIC_START_LIMIT || (known && !holds(known, first))) continue;
    starts ||= cliticStarts((index) => (index < length ? (word[index] as number) : 0), length);
    if ((starts >> i) & 1) emit(keyOf(first, second), ARABIC, end);
  }
}

/** The key of two ideographs that follow each other. */
export function pairKey(a: number, b: number): number {
  return keyOf(step(step(SEED, FIRST, a), FIRST, b), step(step(SEED, SECOND, a), SECOND, b));
}

/** Walks `text` and emits every token. Linear; never throws; allocates only for forms that must be normalised first. */
export function scanTokens(text: string, emit: Emit): void {
  let first = SEED;
  let second = SEED;
  let kind = 0;
  let previous = 0;
  const n = text.length;
  const take = (unit: number, of: number) => {
    first = step(first, FIRST, unit);
    second = step(second, SECOND, unit);
    kind |= of;
  };
  const close = (end: number) => {
    if ((kind & ~DOLLAR) !== 0) emit(keyOf(first, second), kind, end);
    first = SEED;
    second = SEED;
    kind = 0;
  };
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) {
      const k = ASCII[c] as number;
      // Small and capital letters hash alike (digits have the bit too): the kind tells them apart.
      if (k !== 0) take(c | 32, k);
      else {
        close(i);
        if (c === 36) take(c, DOLLAR);
      }
      previous = 0;
      continue;
    }
    if (isIgnorable(c)) continue;
    if (isIdeograph(c)) {
      close(i);
      if (previous !== 0) emit(pairKey(previous, c), IDEOGRAPH, i + 1);
      previous = c;
      continue;
    }
    previous = 0;
    if (isArabic(c)) {
      close(i);
      let length = 0;
      for (; i < n; i++) {
        const a = text.charCodeAt(i);
        if (isIgnorable(a)) continue;
        if (!isArabic(a)) break;
        if (!isArabicMark(a) && length < MAX_WORD) word[length++] = foldArabicLetter(a);
      }
      if (length > 0) emitArabic(length, i, emit);
      i--;
      continue;
    }
    if (isCompatible(c)) {
      const plain = text.normalize('NFKC');
      // What is normalised already stays what it is, such as half a pair: it separates tokens, or this would not end.
      if (plain !== text) {
        scanTokens(plain, emit);
        return;
      }
    } else if (isOtherLetter(c)) {
      take(c, OTHER);
      continue;
    }
    close(i);
  }
  close(n);
}

/** Every key that a scan of `text` emits, in order. */
export function keysOfText(text: string): { key: number; kind: number }[] {
  const keys: { key: number; kind: number }[] = [];
  scanTokens(text, (key, kind) => keys.push({ key, kind }));
  return keys;
}

/** The key of one plain Latin word or cashtag, as a scan would emit it. */
export function keyOfWord(text: string): number {
  let first = SEED;
  let second = SEED;
  for (let i = 0; i < text.length; i++) {
    first = step(first, FIRST, text.charCodeAt(i) | 32);
    second = step(second, SECOND, text.charCodeAt(i) | 32);
  }
  return keyOf(first, second);
}
