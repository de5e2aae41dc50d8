/** Reads a text's context words. The detector makes one per page and hands it on: overlay and lens need no copy of it. */
import { scanTokens } from './tokens.ts';
import { type ContextTable, isWord, type WordFact } from './word-facts.ts';

export interface ContextReader {
  /** Distinct context words of a text, by number. */
  wordsIn(text: string): Map<number, WordFact>;
}

/** A reader of the words of `table`. The text may be as it stands in the page or normalised. */
export function contextReader(table: ContextTable): ContextReader {
  return {
    wordsIn(text) {
      const words = new Map<number, WordFact>();
      // A cashtag is a token with its sign; here the word alone counts.
      scanTokens(text.replaceAll('$', ' '), (key, kind) => {
        const word = table.get(key);
        if (isWord(word, kind)) words.set(word.id, word);
      });
      return words;
    },
  };
}
