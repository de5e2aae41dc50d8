/** One form of a text in which names are compared, with a map back to the offsets of the original. */
import { foldArabicLetter, isArabic, isArabicMark, isCompatible, isIgnorable } from './chars.ts';

export interface Normal {
  text: string;
  /** For each character of `text`, the offset in the original of the character it came from; one more for the end. */
  map: Uint32Array;
}

/** The non-joiner parts words as a space does; see chars.ts. */
const SPACE = /[\s\u200c]/;
const DASHES = /[\u2010-\u2012\u2212]/;

/** What one original character becomes; '' when it is not seen. */
function fold(char: string, c: number): string {
  if (c < 128) return c === 9 || c === 10 || c === 13 || c === 12 ? ' ' : char;
  if (isIgnorable(c)) return '';
  if (isArabic(c)) return isArabicMark(c) ? '' : String.fromCharCode(foldArabicLetter(c));
  if (isCompatible(c)) {
    const plain = char.normalize('NFKC');
    if (plain !== char) return [...plain].map((part) => fold(part, part.charCodeAt(0))).join('');
    return char;
  }
  // Typographic apostrophes and dashes are told apart by nobody who writes a name.
  if (c === 0x2019) return "'";
  if (DASHES.test(char)) return '-';
  return SPACE.test(char) ? ' ' : char;
}

/**
 * Full-width and styled Latin to ASCII, Arabic folded, runs of white space to one blank, unseen characters dropped.
 * Idempotent. Case is kept: names are told by it.
 */
export function normalise(text: string): Normal {
  const map = new Uint32Array(text.length * 2 + 2);
  let offsets = map;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const wide = c >= 0xd800 && c <= 0xdbff && i + 1 < text.length;
    const char = wide ? text.slice(i, i + 2) : (text[i] as string);
    const folded = c < 128 && c > 32 ? char : fold(char, c);
    for (const unit of folded.split('')) {
      if (unit === ' ' && out.endsWith(' ')) continue;
      if (out.length + 1 >= offsets.length) {
        const longer = new Uint32Array(offsets.length * 2);
        longer.set(offsets);
        offsets = longer;
      }
      offsets[out.length] = i;
      out += unit;
    }
    if (wide) i++;
  }
  offsets[out.length] = text.length;
  return { text: out, map: offsets.subarray(0, out.length + 1) };
}
