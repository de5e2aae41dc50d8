/**
 * The one loop that cuts text into tokens and hashes them while walking. The page's scan, the build of the prefilter and
 * the background's look-up all use it, so that a name that stands in a text can't be missed by its key.
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

/** FNV-1a, 32 bits: offset basis and prime. */
export const SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

const DOLLAR_SEED = Math.imul(SEED ^ 36, PRIME);

/** Receives each token: key (signed 32 bits), kind (bits of chars.ts), and where it ends in the scanned text. */
export type Emit = (key: number, kind: number, end: number) => void;

const WAW = 0x648;
const FA = 0x641;
const BA = 0x628;
const KAF = 0x643;
const LAM = 0x644;
const ALEF = 0x627;
/** Longer Arabic words than this are no words. */
const MAX_WORD = 40;
const word = new Uint16Array(MAX_WORD);

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

/** Emits an Arabic word's key once per way of stripping its clitics; hashed from its end, so that each costs nothing. */
function emitArabic(length: number, end: number, emit: Emit): void {
  const starts = cliticStarts((index) => (index < length ? (word[index] as number) : 0), length);
  let h = SEED;
  for (let i = length - 1; i >= 0; i--) {
    h = Math.imul(h ^ (word[i] as number), PRIME);
    if (i < 6 && (starts >> i) & 1) emit(h, ARABIC, end);
  }
}

/** Walks `text` and emits every token. Linear; never throws; allocates only for forms that must be normalised first. */
export function scanTokens(text: string, emit: Emit): void {
  let h = SEED;
  let kind = 0;
  let previous = 0;
  const n = text.length;
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c < 128) {
      const k = ASCII[c] as number;
      if (k !== 0) {
        // Small and capital letters hash alike (digits have the bit too): the kind tells them apart.
        h = Math.imul(h ^ (c | 32), PRIME);
        kind |= k;
      } else {
        if (kind !== 0) {
          if (kind !== DOLLAR) emit(h, kind, i);
          h = SEED;
          kind = 0;
        }
        if (c === 36) {
          h = DOLLAR_SEED;
          kind = DOLLAR;
        }
      }
      previous = 0;
      continue;
    }
    if (isIgnorable(c)) continue;
    if (isIdeograph(c)) {
      if ((kind & ~DOLLAR) !== 0) emit(h, kind, i);
      h = SEED;
      kind = 0;
      if (previous !== 0) emit(Math.imul(Math.imul(SEED ^ previous, PRIME) ^ c, PRIME), IDEOGRAPH, i + 1);
      previous = c;
      continue;
    }
    previous = 0;
    if (isArabic(c)) {
      if ((kind & ~DOLLAR) !== 0) emit(h, kind, i);
      h = SEED;
      kind = 0;
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
      // A lone surrogate stays what it is: treat it as a separator, or this would not end.
      if (plain !== text && !hasCompatible(plain)) {
        scanTokens(plain, emit);
        return;
      }
    } else if (isOtherLetter(c)) {
      h = Math.imul(h ^ c, PRIME);
      kind |= OTHER;
      continue;
    }
    if ((kind & ~DOLLAR) !== 0) emit(h, kind, i);
    h = SEED;
    kind = 0;
  }
  if ((kind & ~DOLLAR) !== 0) emit(h, kind, n);
}

function hasCompatible(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isCompatible(text.charCodeAt(i))) return true;
  return false;
}

/** Every key that a scan of `text` emits, in order, as unsigned 32-bit numbers. */
export function keysOfText(text: string): { key: number; kind: number }[] {
  const keys: { key: number; kind: number }[] = [];
  scanTokens(text, (key, kind) => keys.push({ key: key >>> 0, kind }));
  return keys;
}

/** The key of one plain Latin word or cashtag, as a scan would emit it. */
export function keyOfWord(text: string): number {
  const isTag = text.startsWith('$');
  let h = isTag ? DOLLAR_SEED : SEED;
  for (let i = isTag ? 1 : 0; i < text.length; i++) h = Math.imul(h ^ (text.charCodeAt(i) | 32), PRIME);
  return h >>> 0;
}
