/** Classes of characters that tokens are made of. The scan and the matcher share them, so that they agree on words. */

/** Bits of a token's kind: which classes of characters it holds. */
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 4;
export const OTHER = 8;
export const ARABIC = 16;
export const IDEOGRAPH = 32;
/** The token stands right after a dollar sign, which is part of its hash. */
export const DOLLAR = 64;

/** Class of a byte that begins or continues a character outside ASCII. */
export const WIDE = 128;
/** Kind of each ASCII code; 0 separates tokens. */
export const ASCII = new Uint8Array(256).fill(WIDE, 128);
for (let c = 48; c < 58; c++) ASCII[c] = DIGIT;
for (let c = 65; c < 91; c++) {
  ASCII[c] = UPPER;
  ASCII[c + 32] = LOWER;
}

/**
 * Scripts that are read as pairs of characters, not as words: Han, kana and Hangul, where spaces do not part words or particles stand at a name, and
 * Cyrillic, where names have endings.
 */
export function isIdeograph(c: number): boolean {
  return (
    (c >= 0x3400 && c <= 0x9fff) ||
    (c >= 0x3041 && c <= 0x30ff) ||
    (c >= 0xac00 && c <= 0xd7a3) ||
    (c >> 7 === 8 && c < 0x460)
  );
}

export function isArabic(c: number): boolean {
  return (
    (c >= 0x610 && c <= 0x6ff && c !== 0x61b && c !== 0x61f && c !== 0x66d && c !== 0x6d4) || (c >= 0x750 && c <= 0x77f)
  );
}

/**
 * Characters that stand inside words without being seen: soft hyphen, zero-width marks, direction marks. The zero-width non-joiner (200c) is none:
 * in Persian it parts a word from its endings, and the halves of a name that others write with a space.
 */
export function isIgnorable(c: number): boolean {
  return (
    c === 0xad ||
    c === 0x200b ||
    (c >= 0x200d && c <= 0x200f) ||
    (c >= 0x202a && c <= 0x202e) ||
    (c >= 0x2060 && c <= 0x2069) ||
    c === 0xfeff
  );
}

/** Forms that stand for other characters: full-width Latin, Arabic presentation forms, ligatures, styled letters. */
export function isCompatible(c: number): boolean {
  return (
    // Full-width ones stand in ASCII's order.
    (c > 0xff00 && ((ASCII[c - 0xfee0] ?? 0) & (LOWER | UPPER | DIGIT)) !== 0) ||
    c === 0xff04 ||
    (c >= 0xfb00 && c <= 0xfdff) ||
    (c >= 0xfe70 && c <= 0xfefc) ||
    c === 0xd835
  );
}

/** Letters, digits and marks outside ASCII, Arabic and ideographs. Deliberately coarse: blocks, not a table. */
export function isOtherLetter(c: number): boolean {
  return (
    c >= 0xc0 &&
    c !== 0xd7 &&
    c !== 0xf7 &&
    !(c >= 0x600 && c <= 0x77f) &&
    !(c >= 0x2000 && c <= 0x2bff) &&
    !(c >= 0x2e00 && c <= 0x9fff) &&
    !(c >= 0xac00 && c <= 0xf8ff) &&
    c < 0xfe00
  );
}

/** Diacritics and tatweel, which Arabic folding drops. */
export function isArabicMark(c: number): boolean {
  return (
    (c >= 0x64b && c <= 0x65f) || c === 0x640 || c === 0x670 || (c >= 0x610 && c <= 0x61a) || (c >= 0x6d6 && c <= 0x6ed)
  );
}

/** One Arabic letter for the forms that writers mix: alef with or without hamza, ta marbuta, alef maksura, Persian ya and kaf. */
export function foldArabicLetter(c: number): number {
  switch (c) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
      return 0x627;
    case 0x649:
    case 0x6cc:
      return 0x64a;
    case 0x629:
    case 0x6c0:
      return 0x647;
    case 0x6a9:
      return 0x643;
    default:
      return c;
  }
}

/** All of the above but the numbers, which the detector hands to the overlay; its build takes them from here in this order (letters-once.ts). */
export const LETTERS = [
  ASCII,
  foldArabicLetter,
  isArabic,
  isArabicMark,
  isCompatible,
  isIdeograph,
  isIgnorable,
  isOtherLetter,
] as const;
