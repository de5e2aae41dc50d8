/** One key per phrase: the token by which the scan finds it. Built where the names are; the page only has the keys. */
import { ARABIC, DIGIT, IDEOGRAPH, LOWER } from './chars.ts';
import { isSectorId } from './sectors.ts';
import { keysOfText } from './tokens.ts';
import type { NameEntry } from './types.ts';

/** Sectors match in any case, names in their own; keys are alike, but kinds differ. */
function formsOf(entry: NameEntry): string[] {
  if (!isSectorId(entry.projectId)) return [entry.phrase];
  return [entry.phrase.toLowerCase()];
}

export interface PhraseKey {
  key: number;
  kind: number;
  /** The token is the whole phrase: a hit on it is a hit on the name. */
  whole: boolean;
}

/** An Arabic word of up to three letters is most often a particle: "في", "إن". */
const PARTICLE = 3;

interface Token {
  key: number;
  kind: number;
  isParticle: boolean;
}

/** Tokens of a phrase as its scan emits them; of an Arabic word only the unstripped form. */
function tokensOf(form: string): Token[] {
  const tokens: Token[] = [];
  for (const part of form.split(/\s+/)) {
    // The scan skips bare numbers.
    const keys = keysOfText(part).filter(({ kind }) => kind !== DIGIT);
    const arabic = keys.filter(({ kind }) => kind === ARABIC);
    // The scan hashes a word from its end: the full word comes last.
    const word = arabic[arabic.length - 1];
    if (word) tokens.push({ ...word, isParticle: part.length <= PARTICLE });
    for (const token of keys) if (token.kind !== ARABIC) tokens.push({ ...token, isParticle: false });
  }
  return tokens;
}

/** A token that is a name by itself is a key anyway: taking it for longer names too keeps the filter small. */
const NAME_BY_ITSELF = -1000;

/** How many phrases hold each token: the rarer, the better it tells its phrase. Below zero: a name by itself. */
export function countTokens(entries: readonly NameEntry[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const entry of entries) {
    const tokens = tokensOf(entry.phrase);
    const alone = tokens.length === 1 && !isSectorId(entry.projectId) ? NAME_BY_ITSELF : 1;
    for (const { key } of tokens) counts.set(key, (counts.get(key) ?? 0) + alone);
  }
  return counts;
}

/**
 * The key of each form of a phrase: its rarest token, not a word in small letters or a particle if another is there, then
 * the longest first. Empty for phrases without a letter.
 */
export function phraseKeys(entry: NameEntry, counts: Map<number, number>): PhraseKey[] {
  return formsOf(entry).flatMap((form) => {
    const tokens = tokensOf(form);
    const cost = ({ key, kind, isParticle }: Token) => {
      const count = counts.get(key) ?? 0;
      // Of kana and Hangul a pair that many names have, "코인": one key for all of them.
      if (kind === IDEOGRAPH && entry.lang === 'other') return -Math.abs(count);
      return (kind === LOWER || isParticle ? 1e6 : 0) + count;
    };
    const best = tokens.toSorted((a, b) => cost(a) - cost(b))[0];
    if (!best) return [];
    return [{ key: best.key, kind: best.kind, whole: tokens.length === 1 || best.kind === IDEOGRAPH }];
  });
}
