/** Places in a normalised text where a name stands as a whole word. Whether it is meant is decided by its score. */
import { ASCII, isArabic, isIdeograph, isOtherLetter } from './chars.ts';
import { type CompiledName, type NameIndex, namesAt, toLower } from './names.ts';
import { cliticStarts } from './tokens.ts';

/** True when a Latin name can't end or begin next to this character. Arabic and ideographs are boundaries beside it. */
function joinsLatin(c: number): boolean {
  return c < 128 ? ASCII[c] !== 0 || c === 95 : isOtherLetter(c);
}

export interface Candidate {
  name: CompiledName;
  /** Written with other capitals than on record. */
  isVariant: boolean;
  /** Offsets in the normalised text. */
  start: number;
  end: number;
}

/** Characters that make what follows a handle, a path or a part of a word. */
const BAD_BEFORE = new Set(['@', '/', '#', '.', '-', '_', '$', '\\', '=', '&']);

/** "#Solana", but no fragment of an address and no entity: nothing stands before the tag's sign. */
const TAGGED = /(?<![\w/.&#?=-])#$/;

/** "Arbitrum/Base", but no path and no address: every word before has a capital; and "ex-Coinbase". */
const JOINED = /(?<![\w/.:@#$-])(?:(?:[A-Z][\w.]*\/)+|(?:[Ee]x|[Nn]on)-)$/;

function leftIsFree(text: string, at: number, name: CompiledName): boolean {
  if (at === 0) return true;
  const before = text[at - 1] as string;
  if (text[at] === '$') return !joinsLatin(text.charCodeAt(at - 1)) && before !== '$';
  // An ellipsis ends a clause; one full stop glues a name to an address.
  if (before === '.' && text[at - 2] === '.') return true;
  if (before === '#') return name.entry.nameClass !== 'X' && TAGGED.test(text.slice(Math.max(0, at - 2), at));
  // "币安/Bitget", "تحديث-Uniswap": no address goes on from these letters, and no word from them to Latin ones.
  if (/[\u0621-\u064a\u3041-\u9fff\uac00-\ud7a3][-/.&]/.test(text.slice(at - 2, at))) return true;
  if (before === '/' || (before === '-' && name.entry.nameClass !== 'X'))
    return JOINED.test(text.slice(Math.max(0, at - 60), at));
  return !BAD_BEFORE.has(before) && !joinsLatin(text.charCodeAt(at - 1));
}

function rightIsFree(text: string, end: number, name: CompiledName): boolean {
  if (end >= text.length) return true;
  const c = text.charCodeAt(end);
  if (name.script === 'ideograph') return true;
  if (isArabic(text.charCodeAt(end - 1))) return !isArabic(c);
  if (joinsLatin(c)) return false;
  // An address or a file: "Base.org", "Near.js"; a coined name there is still its own.
  const isDotted = c === 46 && (ASCII[text.charCodeAt(end + 1)] ?? 0) !== 0;
  if (isDotted && name.entry.nameClass !== 'U') return false;
  // "Near-term", "Flow-based": for a word of every day a hyphen makes another word.
  return !(c === 45 && name.entry.nameClass === 'X' && /[a-z]/.test(text[end + 1] ?? ''));
}

/** Offsets in an Arabic word at which a name may begin, its clitics stripped. */
function arabicStarts(text: string, start: number): { starts: number[]; end: number } {
  let end = start;
  while (end < text.length && isArabic(text.charCodeAt(end))) end++;
  const bits = cliticStarts((index) => (start + index < end ? text.charCodeAt(start + index) : 0), end - start);
  const starts: number[] = [];
  for (let i = 0; i < 6; i++) if ((bits >> i) & 1) starts.push(start + i);
  return { starts, end };
}

/** All candidates of a text, in reading order; at one place the longest first. */
export function candidatesOf(index: NameIndex, text: string): Candidate[] {
  const lower = toLower(text);
  const found: Candidate[] = [];
  const tryAt = (at: number, isBound: boolean) => {
    for (const { name, isVariant, end } of namesAt(index, text, lower, at))
      if ((!isBound || leftIsFree(text, at, name)) && rightIsFree(text, end, name))
        found.push({ name, isVariant, start: at, end });
  };
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i);
    if (isArabic(c)) {
      const { starts, end } = arabicStarts(text, i);
      for (const at of starts) tryAt(at, false);
      i = end;
    } else if (isIdeograph(c)) {
      tryAt(i++, false);
    } else if (c === 36 || joinsLatin(c)) {
      tryAt(i, true);
      i++;
      if (c !== 36) while (i < text.length && joinsLatin(text.charCodeAt(i))) i++;
    } else i++;
  }
  return found;
}
