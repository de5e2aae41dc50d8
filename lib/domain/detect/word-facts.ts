/** What is known of one context word. The table of them is one per page: the detector hands it on with its findings. */
import { UPPER } from './chars.ts';

export interface WordFact {
  /** Number of the word; all its forms have the same. */
  id: number;
  weight: 1 | 2;
  /** Said of crypto alone. */
  isSure: boolean;
  /** Counts where it has a capital letter only. */
  capital: boolean;
}

/** Key of a token → what it says. */
export interface ContextTable {
  get(key: number): WordFact | undefined;
}

/** True when a token of this kind is the word. */
export function isWord(fact: WordFact | undefined, kind: number): fact is WordFact {
  return fact !== undefined && (!fact.capital || (kind & UPPER) !== 0);
}
