/** What the rest of a page says of the names in it, and how much the page is about crypto. */

import type { Proof } from './types.ts';

/** What the whole page says of a project; strong facts count wherever they stand. */
export interface PageEvidence {
  /** Projects to whose address, organisation or aggregator page the page links, and the first such link's host. */
  linked: ReadonlyMap<string, string>;
  /** Name (SYM) or another strong fact stood somewhere on the page: where the first did. */
  proven: ReadonlyMap<string, Proof>;
  /** Projects with coined names on the page. */
  coined: ReadonlySet<string>;
  /** Points of context words on the page. */
  context: number;
  /** How many distinct words of crypto alone stand on the page. */
  sure: number;
  /** Tickers ("$UNI", "UNI") and handles in small letters ("@uniswap") that stand on the page. */
  tags: ReadonlySet<string>;
  /** The page is about this project, and what tells so. */
  identity: string | null;
  identityBy?: string;
}

/** A page with three coined names is one about crypto. */
const CRYPTO_PAGE_PROJECTS = 3;
/** Or one with this many points of context words, two of them said of crypto alone, or one beside two coined names. */
const CRYPTO_PAGE_CONTEXT = 8;
/** A page that speaks of little else: this many words of crypto alone beside two coined names, or many names. */
const SURE_WORDS = 3;
const SURE_PROJECTS = 2;
const MANY_PROJECTS = 5;

/** How much the page as a whole is about crypto: 0 not known, 1 yes, 2 about little else. */
export function cryptoLevel({ coined, context, sure, identity }: PageEvidence): 0 | 1 | 2 {
  if (sure >= SURE_WORDS && coined.size >= SURE_PROJECTS) return 2;
  if (sure > 0 && coined.size >= MANY_PROJECTS) return 2;
  return coined.size >= CRYPTO_PAGE_PROJECTS ||
    (context >= CRYPTO_PAGE_CONTEXT && (sure > 1 || (sure > 0 && coined.size >= SURE_PROJECTS))) ||
    identity !== null
    ? 1
    : 0;
}
