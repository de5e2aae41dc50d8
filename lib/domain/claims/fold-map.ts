/** Folding that remembers places: words are compared in folded text, and shown where they stand in the page. */
import { foldedWords } from '../roadmap/normalise.ts';

export interface Folded {
  text: string;
  /** Index in the given text of each folded unit, and one more for the end. */
  map: number[];
}

/** A page uses a few thousand different characters; beyond that the memory is not worth it. */
const MAX_CACHED = 8_000;
const cache = new Map<string, string>();

function foldChar(char: string): string {
  const known = cache.get(char);
  if (known !== undefined) return known;
  const folded = foldedWords(char);
  if (cache.size < MAX_CACHED) cache.set(char, folded);
  return folded;
}

/** Folds code point by code point (marks vanish, ligatures grow). Linear. */
export function foldWithMap(given: string): Folded {
  const map: number[] = [];
  let text = '';
  for (let i = 0; i < given.length; ) {
    const char = String.fromCodePoint(given.codePointAt(i) as number);
    const folded = foldChar(char);
    for (let k = 0; k < folded.length; k += 1) map.push(i);
    text += folded;
    i += char.length;
  }
  map.push(given.length);
  return { text, map };
}
