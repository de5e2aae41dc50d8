/** What the scan's loop over bytes must know of characters outside ASCII. */
import { foldArabicLetter, isArabic, isArabicMark, isCompatible, isIgnorable, isOtherLetter } from './chars.ts';

/** Each character of two bytes as Arabic words are compared: `MARK` for one that is dropped, 0 for what is no Arabic letter. */
let table: Uint16Array | undefined;
export const MARK = 1;

/** The table, made on the first page that has such letters. */
export function arabicForms(): Uint16Array {
  if (table) return table;
  table = new Uint16Array(0x800);
  for (let c = 0x600; c < 0x780; c++) if (isArabic(c)) table[c] = isArabicMark(c) ? MARK : foldArabicLetter(c);
  return table;
}

/** Bytes of a character of one, two or three. */
export const sizeOf = (c: number) => (c < 128 ? 1 : c < 0x800 ? 2 : 3);

/** True for what makes a word one for the plain walk: letters of other scripts, unseen characters, forms that stand for others, all of four bytes. */
export const isWoven = (c: number) => c > 0xffff || isIgnorable(c) || isCompatible(c) || isOtherLetter(c);
