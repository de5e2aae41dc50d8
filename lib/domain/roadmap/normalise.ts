/** Text made comparable: one digit system, no invisible marks, one spelling of Arabic letters. All steps are linear. */

/** Bidi marks, zero-width characters, variation selectors (they split emoji from their text form), soft hyphen, BOM. */
const INVISIBLE = /\u00AD|\u061C|\u180E|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u2069]|[\uFE00-\uFE0F]|\uFEFF/g;
/** Arabic vowel signs, superscript alef, Koranic marks and the tatweel: written or left out at will. */
const ARABIC_MARKS = /[\u0610-\u061A]|[\u064B-\u065F]|\u0670|[\u06D6-\u06ED]|\u0640/g;
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;
const QUOTES = /[\u2018\u2019\u201B\u2032\u02BC`\u00B4]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\u30FC\u2E3A\u2E3B]/g;

/**
 * NFKC; Arabic-Indic and Persian digits to ASCII; bidi marks, diacritics and tatweel removed; typographic dashes and
 * apostrophes to `-` and `'`. Keeps case. Never throws; idempotent.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(ARABIC_MARKS, '')
    .replace(DIGITS, (d) => String(d.charCodeAt(0) & 0x0f))
    .replace(QUOTES, "'")
    .replace(DASHES, '-')
    .normalize('NFKC');
}

const FOLD: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
};
const FOLDABLE = /[أإآٱىیکةؤئ]/g;
const UPPER = /\p{Lu}/gu;

/** Lower case and one spelling per Arabic letter. Keeps the length, so that an index in the folded text is one in the given text. */
export function foldText(text: string): string {
  return text
    .replace(UPPER, (c) => {
      const lower = c.toLowerCase();
      return lower.length === c.length ? lower : c;
    })
    .replace(FOLDABLE, (c) => FOLD[c] as string);
}

/** One spelling per Arabic letter only: for patterns, whose escapes must keep their case. */
export function foldPattern(pattern: string): string {
  return normaliseText(pattern).replace(FOLDABLE, (c) => FOLD[c] as string);
}

/** `normaliseText` then `foldText`: the form in which words are compared. */
export function foldedWords(text: string): string {
  return foldText(normaliseText(text));
}

/** White space of any kind to one blank, ends trimmed. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
