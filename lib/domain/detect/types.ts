/** The words of detection that page, background and card share. Facts about the page's own address and names to verify. */
import type { NameClass } from '../registry/project.ts';

export type IdentityRule =
  | 'own-domain'
  | 'shared-host-path'
  | 'aggregator'
  | 'aggregator-guess'
  | 'contract'
  | 'github'
  | 'x'
  | 'canonical'
  | 'json-ld';

/** The project that the page is about. */
export interface PageIdentity {
  projectId: string;
  rule: IdentityRule;
  /** What was matched, for "why this badge": "uniswap.org", "coingecko.com/coins/uniswap", "Uniswap: uniswap.org" of JSON-LD. */
  matched: string;
  /** True where a slug was guessed from a name. */
  guess: boolean;
}

/** The page's host is near a registered one. Never an accusation: "this is not the address on record". */
export interface LookAlike {
  projectId: string;
  host: string;
  recorded: string;
  why: 'other-tld' | 'contains' | 'one-edit' | 'drawn-alike' | 'punycode' | 'subdomain' | 'user-info';
}

/** What the page needs to verify a name against its own text. */
export interface NameEntry {
  /** Registry id, or `sector:<id>` for a sector or idea. */
  projectId: string;
  phrase: string;
  nameClass: NameClass;
  symbol?: string;
  /** Something else as well, even in a text about crypto ("Vault", "Llama"): without a strong fact it is never the project. */
  isTerm?: true;
  /** Registrable domains, organisations and aggregator paths whose links count as strong evidence. */
  domains?: string[];
  orgs?: string[];
  /** Regular expression sources, from the registry's ambiguity table. */
  antiNext?: string;
  antiPrev?: string;
  ownQualifiers?: string[];
  /** Source of a sticky regular expression where the name's script makes longer words of it; see word-bounds.ts. */
  bounds?: string;
  /** Script of a native name: matched by the rules of that language. */
  lang?: 'ar' | 'zh' | 'other';
}

/** The facts that may count for a mention (see facts.ts, score.ts) or against it (against.ts). */
export type MatchRule =
  | 'coined-name'
  | 'sector'
  | 'name-with-symbol'
  | 'cashtag'
  | 'own-qualifier'
  | 'native-qualifier'
  | 'apposition'
  | 'definition'
  | 'qualifier'
  | 'subject'
  | 'preposition'
  | 'context'
  | 'neighbours'
  | 'neighbours-listed'
  | 'symbol'
  | 'page-identity'
  | 'link'
  | ProofRule
  | 'handle-link'
  | 'elsewhere-cashtag'
  | 'elsewhere-symbol'
  | 'crypto-page'
  | 'anti-next'
  | 'anti-prev'
  | 'part-of-name'
  | 'sentence-start';

/** How another place of the page proves a name: a strong fact there, a picture's words, or that it stands alone among projects. */
export type ProofRule = 'proven-name' | 'pictured' | 'in-column' | 'in-list' | 'in-headlines';

/** What proves a name, and its words as they stand there. */
export interface Proof {
  rule: ProofRule;
  what: string;
}

/** One fact that counted for or against a mention. */
export interface MatchEvidence {
  rule: MatchRule;
  points: number;
  /** What was found, where there is a thing to quote: the link's host, the ticker, the words; of context the whole sentence (`quotedWords`). */
  what?: string | undefined;
}
