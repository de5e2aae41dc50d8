/**
 * The scan's own loop: the tokens of tokens.ts, cut out of UTF-8 bytes, and only those that a table of bits knows. Bytes in an array cost less than
 * the characters of a page's string, all numbers stay small (see tokens.ts), and one bit's test spares the call for nineteen tokens in twenty.
 */
import {
  ARABIC,
  ASCII,
  DIGIT,
  DOLLAR,
  foldArabicLetter,
  IDEOGRAPH,
  isArabic,
  isArabicMark,
  isCompatible,
  isIdeograph,
  isIgnorable,
  isOtherLetter,
  LOWER,
  OTHER,
  UPPER,
  WIDE,
} from './chars.ts';
import { holds, type KeySet } from './key-set.ts';
import {
  ARABIC_START_LIMIT,
  cliticStarts,
  FIRST,
  keyOf,
  MASK,
  MAX_WORD,
  pairKey,
  quickKey,
  SECOND,
  SEED,
  step,
} from './tokens.ts';

const SPACE = 32;
const DOLLAR_SIGN = 36;
/** Stands between two texts; in the rare text that has it, it separates tokens as any sign. */
export const SEAM = 1;
/** Stands for any character of four bytes that is no letter here. */
const OUTSIDE = 0xd83d;
/** The first half of the styled letters of mathematics, which chars.ts calls compatible. */
const STYLED = 0xd835;

export interface Tables {
  /** First hashes of tokens with a capital or a digit. */
  names: KeySet;
  /** First hashes of tokens of any kind. */
  listed: KeySet;
}

export interface Listener {
  /** A token that may be known: its key, kind (bits of chars.ts), and the byte after it. */
  onToken(key: number, kind: number, end: number): void;
  /** A character that stands for others: its text must be normalised and scanned again. */
  onCompatible(at: number): void;
  /** The seam at this byte has a letter or digit on both sides: its texts may be one word. */
  onSeam(at: number): void;
}

export class ByteTokens {
  readonly #tables: Tables;
  readonly #listener: Listener;
  #bytes: Uint8Array = new Uint8Array(0);
  /** The open token: first hash, kind, first byte. */
  #hash = SEED;
  #kind = 0;
  #start = 0;
  /** Character and length of the last `decode`. */
  #code = 0;
  #size = 1;
  readonly #word = new Uint16Array(MAX_WORD);

  constructor(tables: Tables, listener: Listener) {
    this.#tables = tables;
    this.#listener = listener;
  }

  /** Scans the first `length` bytes; the one after them must be there, and is overwritten: it ends the last token. */
  scan(bytes: Uint8Array, length: number): void {
    this.#bytes = bytes;
    bytes[length] = SPACE;
    this.#hash = SEED;
    this.#kind = 0;
    this.#start = 0;
    for (let i = this.#run(0, length); i <= length; i = this.#run(i, length)) {
      const isWide = (bytes[i] as number) >= 128;
      if (isWide) i = this.#wide(i);
      const c = bytes[i] as number;
      if (isWide && c !== SEAM) continue;
      this.#close(i, i + 1);
      if (c === SEAM && ASCII[bytes[i + 1] as number] !== 0) this.#listener.onSeam(i);
      if (c === DOLLAR_SIGN) {
        this.#hash = step(SEED, FIRST, c);
        this.#kind = DOLLAR;
        this.#start = i;
      }
      i++;
    }
  }

  /**
   * Runs from byte `from` to the first that wants more than one test of a bit: a wide character, the end of a token that may be known, a dollar
   * sign, the end of a text in mid-word. It calls nothing, so that the browser's optimiser is done with it early.
   */
  #run(from: number, length: number): number {
    const bytes = this.#bytes;
    const { listed, names } = this.#tables;
    const { bits, mask } = listed;
    const { bits: nameBits, mask: nameMask } = names;
    let h = this.#hash;
    let kind = this.#kind;
    let start = this.#start;
    let i = from;
    for (; i <= length; i++) {
      const c = bytes[i] as number;
      // Four characters in five, with the least that can be done for them.
      if (c > 96 && c < 123) {
        h = (h * FIRST + c) & MASK;
        kind |= LOWER;
        continue;
      }
      const k = ASCII[c] as number;
      if (k === 0) {
        if (kind !== 0) {
          const at = h & mask;
          if (((bits[at >> 3] as number) & (1 << (at & 7))) !== 0 || c === SEAM || kind >= DOLLAR) break;
          const named = h & nameMask;
          if (kind !== LOWER && ((nameBits[named >> 3] as number) & (1 << (named & 7))) !== 0) break;
          h = SEED;
          kind = 0;
        }
        if (c === DOLLAR_SIGN) break;
        start = i + 1;
      } else if (k !== WIDE) {
        // Small and capital letters hash alike (digits have the bit too): the kind tells them apart.
        h = (h * FIRST + (c | 32)) & MASK;
        kind |= k;
      } else break;
    }
    this.#hash = h;
    this.#kind = kind;
    this.#start = start;
    return i;
  }

  /** Hands on a token whose characters hash in their order. */
  #tell(first: number, kind: number, start: number, end: number): void {
    let second = SEED;
    for (let i = start; i < end; i += this.#size) {
      this.#decode(i);
      const unit = this.#code;
      if (!isIgnorable(unit)) second = step(second, SECOND, unit < 128 ? unit | 32 : unit);
    }
    this.#listener.onToken(keyOf(first, second), kind, end);
  }

  /** Hands a token on if it may be known. */
  #end(first: number, kind: number, start: number, end: number): void {
    if (kind === DIGIT || kind === DOLLAR || kind === 0) return;
    const isNamed = (kind & (UPPER | DIGIT)) !== 0 && ((kind & DOLLAR) !== 0 || holds(this.#tables.names, first));
    if (isNamed || holds(this.#tables.listed, first)) this.#tell(first, kind, start, end);
  }

  /** Ends the open token before `end`; the next begins at `next`. */
  #close(end: number, next: number): void {
    this.#end(this.#hash, this.#kind, this.#start, end);
    this.#hash = SEED;
    this.#kind = 0;
    this.#start = next;
  }

  /** Reads the character at byte `i` into `code` and `size`; valid UTF-8 is all that an encoder gives. */
  #decode(i: number): void {
    const bytes = this.#bytes;
    const c = bytes[i] as number;
    const b = (bytes[i + 1] as number) & 63;
    if (c < 128) {
      this.#size = 1;
      this.#code = c;
    } else if (c < 0xe0) {
      this.#size = 2;
      this.#code = ((c & 31) << 6) | b;
    } else if (c < 0xf0) {
      this.#size = 3;
      this.#code = ((c & 15) << 12) | (b << 6) | ((bytes[i + 2] as number) & 63);
    } else {
      this.#size = 4;
      this.#code = c === 0xf0 && b === 0x1d && ((bytes[i + 2] as number) & 48) === 16 ? STYLED : OUTSIDE;
    }
  }

  /** Takes all characters of more than one byte from `from` on; returns the byte after them. */
  #wide(from: number): number {
    let i = from;
    while ((this.#bytes[i] as number) >= 128) {
      this.#decode(i);
      const c = this.#code;
      const next = i + this.#size;
      if (isIdeograph(c)) i = this.#ideographs(i);
      else if (isArabic(c)) i = this.#arabic(i);
      else {
        if (isCompatible(c)) this.#listener.onCompatible(i);
        if (isOtherLetter(c) && !isCompatible(c)) {
          this.#hash = step(this.#hash, FIRST, c);
          this.#kind |= OTHER;
        } else if (!isIgnorable(c)) this.#close(i, next);
        i = next;
      }
    }
    return i;
  }

  /** A run of ideographs: one token for each two that follow each other. */
  #ideographs(from: number): number {
    this.#close(from, from);
    let i = from;
    let previous = 0;
    for (; (this.#bytes[i] as number) >= 128; i += this.#size) {
      this.#decode(i);
      const c = this.#code;
      if (isIgnorable(c)) continue;
      if (!isIdeograph(c)) break;
      if (previous !== 0) this.#pair(previous, c, i + this.#size);
      previous = c;
    }
    this.#start = i;
    return i;
  }

  #pair(a: number, b: number, end: number): void {
    const key = pairKey(a, b);
    if (holds(this.#tables.listed, quickKey(key))) this.#listener.onToken(key, IDEOGRAPH, end);
  }

  /** An Arabic word: one token for each way of stripping its clitics, hashed from its end, so that each costs nothing. */
  #arabic(from: number): number {
    this.#close(from, from);
    const word = this.#word;
    let i = from;
    let length = 0;
    for (; (this.#bytes[i] as number) >= 128; i += this.#size) {
      this.#decode(i);
      const c = this.#code;
      if (isIgnorable(c)) continue;
      if (!isArabic(c)) break;
      if (!isArabicMark(c) && length < MAX_WORD) word[length++] = foldArabicLetter(c);
    }
    this.#start = i;
    if (length > 0) this.#arabicForms(length, i);
    return i;
  }

  #arabicForms(length: number, end: number): void {
    const word = this.#word;
    const starts = cliticStarts((index) => (index < length ? (word[index] as number) : 0), length);
    let first = SEED;
    let second = SEED;
    for (let at = length - 1; at >= 0; at--) {
      first = step(first, FIRST, word[at] as number);
      second = step(second, SECOND, word[at] as number);
      const isForm = at < ARABIC_START_LIMIT && (starts >> at) & 1;
      if (isForm && holds(this.#tables.listed, first)) this.#listener.onToken(keyOf(first, second), ARABIC, end);
    }
  }
}
