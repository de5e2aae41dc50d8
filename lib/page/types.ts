/** What the page layer finds and hands to the overlay. Lives in the page's isolated world; text never travels. */

export type IdentityRule =
  | 'own-domain'
  | 'shared-host-path'
  | 'aggregator'
  | 'aggregator-guess'
  | 'github'
  | 'x'
  | 'declared';

/** The project that the page is about. */
export interface PageIdentity {
  projectId: string;
  rule: IdentityRule;
  /** What was matched, for "why this badge": "uniswap.org", "coingecko.com/coins/uniswap". */
  matched: string;
  /** True where a slug was guessed from a name. */
  guess: boolean;
}

/** The page's host is near a registered one. Never an accusation: "this is not the address on record". */
export interface LookAlike {
  projectId: string;
  host: string;
  recorded: string;
  why: 'other-tld' | 'contains' | 'one-edit' | 'punycode' | 'subdomain';
}

/** One fact that counted for or against a mention. */
export interface MatchEvidence {
  rule: string;
  points: number;
  text?: string;
}

/** A place in the page's text that names a project. `key` is stable while the mention stands. */
export interface Mention {
  key: string;
  projectId: string;
  /** The name as it stands in the page. */
  text: string;
  /** Live range over the page's own text nodes; never modified by us. */
  range: Range;
  score: number;
  evidence: MatchEvidence[];
}

export interface PageFindings {
  identity: PageIdentity | null;
  lookAlike: LookAlike | null;
  /** First mention of each project, in reading order. */
  mentions: Mention[];
}
