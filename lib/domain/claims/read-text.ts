/** What a text says, gathered block by block, so that a caller can give the page its turn between two blocks. */
import { sumTerms, type TermCounts, type TermPlace, termsOfBlock } from './count-terms.ts';
import { claimsOfBlock, conceptsOfBlock, MAX_CLAIMS, withoutRepeats } from './find-claims.ts';
import type { Claim, Concept, TextMention } from './types.ts';

export interface TextReading {
  /** In reading order, each once, at most `MAX_CLAIMS`. */
  claims: Claim[];
  /** Sectors by first place, each with how many sentences name it. */
  concepts: Concept[];
  terms: TermCounts;
}

export interface TextReader {
  /** Reads the next block. `mentions` are those of the block alone. */
  read(text: string, block: number, mentions: readonly TextMention[]): void;
  /** All that was read until now. */
  reading(): TextReading;
}

/**
 * A reader of one text. `crypto`: the text as a whole speaks of crypto (`speaksOfCrypto`, or a project in it was verified).
 * `at`: the day of the text, or of reading where it tells none, Unix ms.
 */
export function createTextReader({ crypto, at }: { crypto: boolean; at: number }): TextReader {
  const claims: Claim[] = [];
  const terms: (TermPlace & { term: string })[] = [];
  const concepts = new Map<string, Concept>();
  return {
    read(text, block, mentions) {
      if (claims.length < MAX_CLAIMS) claims.push(...claimsOfBlock(text, block, mentions, crypto, at));
      terms.push(...termsOfBlock(text, block));
      for (const found of conceptsOfBlock(text, block, crypto)) {
        const known = concepts.get(found.sector);
        if (known) known.count += found.count;
        else concepts.set(found.sector, found);
      }
    },
    reading: () => ({
      claims: withoutRepeats(claims).slice(0, MAX_CLAIMS),
      concepts: [...concepts.values()],
      terms: sumTerms(terms),
    }),
  };
}
