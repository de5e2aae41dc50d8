/**
 * The scan's own loop: the tokens of tokens.ts, cut out of UTF-8 bytes, and only those that a table of bits knows. Bytes in an array cost less than
 * the characters of a page's string, all numbers stay small (see tokens.ts), and one bit's test spares the call for nineteen tokens in twenty. Words
 * in Latin letters, in Arabic ones and pairs of ideographs are read here; where a word has other letters or unseen characters, the plain walk takes
 * over, as it does for those of the last two kinds that may be known.
 */
import { ASCII, DIGIT, DOLLAR, IDEOGRAPH, isArabic, isIdeograph, LOWER, UPPER, WIDE } from './chars.ts';
import { holds, type KeySet } from './key-set.ts';
import {
  type Emit,
  emitArabic,
  FIRST,
  keyOf,
  MASK,
  MAX_WORD,
  pairKey,
  quickKey,
  SECOND,
  SEED,
  scanTokens,
  step,
  word,
} from './tokens.ts';
import { arabicForms, isWoven, MARK, sizeOf } from './wide-chars.ts';

const SPACE = 32;
const DOLLAR_SIGN = 36;

export interface Tables {
  /** First hashes of tokens with a capital or a digit. */
  names: KeySet;
  /** First hashes of tokens of any kind. */
  listed: KeySet;
}

/** Texts that follow each other; whoever fills them (batch.ts) may do so again. */
export interface Texts {
  /** All of them, as a string and as bytes of UTF-8, with room for one more. */
  text: string;
  bytes: Uint8Array;
  /** Where each ends, in characters from the start of the first; there may be more than `count`. */
  ends: readonly number[];
  count: number;
}

/** What a scan finds, each with the number of the text that it ends in. */
export interface Listener {
  /** A token that may be known: its key and kind (bits of chars.ts). */
  onToken(key: number, kind: number, text: number): void;
  /**
   * A letter or digit, or a character outside ASCII, stands on both sides of this text's end: answers with the word that it and the next make
   * together, which is scanned as part of the next; '' where they are apart.
   */
  onSeam(text: number): string;
}

export class ByteTokens {
  readonly #tables: Tables;
  readonly #texts: Texts;
  readonly #listener: Listener;
  /** Number of the text that is read, and the byte after its last. */
  #text = 0;
  #end = 0;
  /** Bytes up to here over characters up to here. */
  #shift = 0;
  /** The open token: first hash, kind, first byte. */
  #hash = SEED;
  #kind = 0;
  #start = 0;

  /** `texts` is read anew by each scan. */
  constructor(tables: Tables, texts: Texts, listener: Listener) {
    this.#tables = tables;
    this.#texts = texts;
    this.#listener = listener;
  }

  /** Scans the texts, of which `length` bytes were made; the one behind them is overwritten. No token reaches over an end. */
  scan(length: number): void {
    const { bytes, ends, count } = this.#texts;
    bytes[length] = SPACE;
    this.#text = 0;
    this.#shift = 0;
    this.#end = ends[0] as number;
    this.#reset(0);
    for (let i = this.#run(0); this.#text < count; i = this.#run(i)) {
      if (i >= this.#end) this.#leave(i);
      else i = this.#take(i);
    }
  }

  /**
   * Runs from byte `from` to the first that wants more than one test of a bit: a wide character, the end of a token that may be known, a dollar
   * sign, the end of a text in mid-word. It calls nothing, so that the browser's optimiser is done with it early.
   */
  #run(from: number): number {
    const { bytes, ends, count } = this.#texts;
    const shift = this.#shift;
    const { listed, names } = this.#tables;
    const { bits, mask } = listed;
    const { bits: nameBits, mask: nameMask } = names;
    let text = this.#text;
    let end = this.#end;
    let h = this.#hash;
    let kind = this.#kind;
    let start = this.#start;
    let i = from;
    while (text < count) {
      for (; i < end; i++) {
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
            if (((bits[at >> 3] as number) & (1 << (at & 7))) !== 0 || kind >= DOLLAR) break;
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
      // Most texts end with a sign or a blank.
      if (i < end || ASCII[bytes[i - 1] as number] !== 0) break;
      // A lone dollar sign may still be open.
      h = SEED;
      kind = 0;
      start = i;
      end = (ends[++text] as number) + shift;
    }
    this.#text = text;
    this.#end = end;
    this.#hash = h;
    this.#kind = kind;
    this.#start = start;
    return i;
  }

  /** Takes the character at byte `i`, which `run` stopped at; returns the byte to go on from. */
  #take(i: number): number {
    const code = this.#codeAt(i);
    const isHan = isIdeograph(code);
    if (!isHan && isWoven(code)) return this.#rest(this.#start, this.#end);
    this.#close(i);
    if (isHan) return this.#pairs(i);
    if (isArabic(code)) return this.#arabic(i);
    const next = this.#goOn(i + sizeOf(code), this.#end + sizeOf(code) - 1);
    if (code === DOLLAR_SIGN) {
      this.#hash = step(SEED, FIRST, code);
      this.#kind = DOLLAR;
      this.#start = i;
    }
    return next;
  }

  /** The character at byte `i`; for one of four bytes some number above all others. */
  #codeAt(i: number): number {
    const { bytes } = this.#texts;
    const a = bytes[i] as number;
    const b = (bytes[i + 1] as number) & 63;
    if (a < 128) return a;
    return a < 224 ? ((a & 31) << 6) | b : ((a & 31) << 12) | (b << 6) | ((bytes[i + 2] as number) & 63);
  }

  /** Goes on at byte `i`, from where the text seems to end at byte `end`; no token is open. */
  #goOn(i: number, end: number): number {
    this.#shift += end - this.#end;
    this.#end = end;
    this.#reset(i);
    return i;
  }

  /** Reads the Arabic words from byte `from` on that nothing but spaces parts. */
  #arabic(from: number): number {
    const { bytes } = this.#texts;
    const forms = arabicForms();
    let i = from;
    let end = this.#end;
    // The open word: its letters so far, its first byte, the end as it was there.
    let length = 0;
    let start = i;
    let there = end;
    for (;;) {
      const a = bytes[i] as number;
      const form = i < end && a > 127 ? forms[((a & 31) << 6) | ((bytes[i + 1] as number) & 63)] : 0;
      if (form) {
        if (form !== MARK && length < MAX_WORD) word[length++] = form;
        i += 2;
        end++;
        continue;
      }
      if (i < end && isWoven(this.#codeAt(i))) return this.#rest(start, there);
      emitArabic(length, i, this.#emit, this.#tables.listed);
      if (a !== SPACE || i === end) return this.#goOn(i, end);
      start = ++i;
      there = end;
      length = 0;
    }
  }

  /** Reads the ideographs from byte `from` on. */
  #pairs(from: number): number {
    const { listed } = this.#tables;
    let i = from;
    let end = this.#end;
    let size = 1;
    let before = 0;
    while (i < end) {
      const code = this.#codeAt(i);
      if (!isIdeograph(code)) {
        if (isWoven(code)) return this.#rest(i - size, end - size + 1);
        break;
      }
      size = sizeOf(code);
      i += size;
      end += size - 1;
      if (before !== 0 && holds(listed, step(step(SEED, FIRST, before), FIRST, code)))
        this.#emit(pairKey(before, code), IDEOGRAPH, i);
      before = code;
    }
    return this.#goOn(i, end);
  }

  /**
   * Leaves the text from byte `from` on to the plain walk, as far as words with letters outside ASCII follow each other; returns the byte after what
   * it took. `end` is where the text seems to end as far as that byte.
   */
  #rest(from: number, end: number): number {
    const { text, bytes, ends } = this.#texts;
    const to = ends[this.#text] as number;
    const start = from - end + to;
    let i = from;
    let unit = start;
    for (; unit < to || ((bytes[i] as number) & 192) === 128; i++) {
      const c = bytes[i] as number;
      if (c === SPACE && (bytes[i + 1] as number) < 128) break;
      // Each first byte of a character stands for one unit of the string, that of a pair for two.
      if ((c & 192) !== 128) unit += c < 240 ? 1 : 2;
    }
    scanTokens(text.slice(start, unit), this.#emit);
    // A pair may lie on both sides of an end: then the unit is beyond it.
    return this.#goOn(i, to + i - unit);
  }

  /** Ends the text that is read at byte `i`. */
  #leave(i: number): void {
    const { bytes, ends } = this.#texts;
    this.#close(i);
    const text = this.#text++;
    this.#end = (ends[text + 1] as number) + this.#shift;
    if (ASCII[bytes[i - 1] as number] !== 0 && ASCII[bytes[i] as number] !== 0)
      scanTokens(this.#listener.onSeam(text), this.#emit);
  }

  #reset(start: number): void {
    this.#hash = SEED;
    this.#kind = 0;
    this.#start = start;
  }

  /** Ends the open token before byte `end`, at which the next may begin. */
  #close(end: number): void {
    const first = this.#hash;
    const kind = this.#kind;
    if (kind !== 0 && this.#isKnown(first, kind)) {
      const { bytes } = this.#texts;
      let second = SEED;
      for (let i = this.#start; i < end; i++) second = step(second, SECOND, (bytes[i] as number) | 32);
      this.#listener.onToken(keyOf(first, second), kind, this.#text);
    }
    this.#reset(end);
  }

  /** The first test. Bare numbers and lone dollar signs are no names; any cashtag may be one. */
  #isKnown(first: number, kind: number): boolean {
    if (kind === DIGIT || kind === DOLLAR) return false;
    const isNamed = (kind & (UPPER | DIGIT)) !== 0 && ((kind & DOLLAR) !== 0 || holds(this.#tables.names, first));
    return isNamed || holds(this.#tables.listed, first);
  }

  readonly #emit: Emit = (key, kind) => {
    if (this.#isKnown(quickKey(key), kind)) this.#listener.onToken(key, kind, this.#text);
  };
}
