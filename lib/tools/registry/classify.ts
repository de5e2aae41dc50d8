/** The class of a phrase by rule, where no hand and no table of ambiguous names has said it. */
import type { NameClass } from '../../domain/registry/project.ts';
import { QUALIFIER } from './clean-names.ts';

/** A coined word of this length or less is too often something else: a unit, an abbreviation, a plugin. */
const SHORT = 3;
/** At this length a coined word is trusted when the project is widely known. */
const BRIEF = 4;
/** Qualifiers that make a phrase a project's even when its other words are in the dictionary. */
const TELLING = /^(?:protocol|finance|dao|swap|defi)$/i;
/** A name that is an address as well, by its ending. */
export const ADDRESS = /^[\w-]{3,}\.[a-z]{2,}$/i;

/** The words of a phrase as the word list holds them. */
export function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** True where every word of the phrase is in the word list. */
export function isPlain(phrase: string, words: ReadonlySet<string>): boolean {
  return wordsOf(phrase).every((word) => words.has(word) || /^\d+$/.test(word));
}

/**
 * U for coined phrases, C for phrases of plain words that still look like a name, X for bare dictionary words
 * and for abbreviations. `sourceCount` is how many lists know the project.
 */
export function classify(phrase: string, words: ReadonlySet<string>, sourceCount: number): NameClass {
  const parts = wordsOf(phrase);
  const plain = isPlain(phrase, words);
  if (parts.length === 1 || !/\s/.test(phrase)) return classifyWord(phrase, plain, sourceCount);
  if (!plain) {
    const rest = parts.filter((word) => !QUALIFIER.test(word));
    const coined = rest.filter((word) => !words.has(word));
    return coined.some((word) => word.length > SHORT) || phrase.length > 8 ? 'U' : 'C';
  }
  return TELLING.test(parts.at(-1) as string) && phrase.length > 8 ? 'U' : 'C';
}

function classifyWord(word: string, plain: boolean, sourceCount: number): NameClass {
  // "Fetch.ai": a name that is an address is nobody's word.
  if (ADDRESS.test(word)) return 'U';
  if (plain || word.length <= SHORT) return 'X';
  if (word === word.toLowerCase() && /^[a-z]+$/.test(word)) return 'X';
  // Few lists (under 4) and four letters: as likely an abbreviation as the project.
  if (word.length === BRIEF) return sourceCount >= 4 && !/^[A-Z]+$/.test(word) ? 'U' : 'C';
  return 'U';
}
