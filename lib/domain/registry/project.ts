/** What the registry knows of a project: facts only, each with the names of its sources. */

/** U: coined name; C: dictionary word, mostly a name when capitalised; X: never by its bare name. See detection rules. */
export type NameClass = 'U' | 'C' | 'X';

/** How one phrase of a project differs from the project's class: its own class, and what speaks against or for it. */
export interface PhraseRule {
  phrase: string;
  nameClass: NameClass;
  /** Said of something else in texts about crypto, too ("Vault", "Llama"): of class X, and without a strong fact never the project. */
  isTerm?: true;
  /** Regular expression sources, matched right after and right before the phrase. */
  antiNext?: string;
  antiPrev?: string;
  /** Words that make the phrase this project when they follow it: "Core DAO". */
  ownQualifiers?: string[];
}

export interface Slugs {
  coingecko?: string;
  cmc?: string;
  defillama?: string;
  l2beat?: string;
}

export interface Project {
  id: string;
  name: string;
  aliases: string[];
  /** Names in other scripts by language tag ("ar", "zh", "fa", "ru", "ko", "ja"). */
  native?: Record<string, string[]>;
  symbol?: string;
  nameClass: NameClass;
  /** Rules of single phrases; a phrase without one has `nameClass` and nothing against it. */
  rules?: PhraseRule[];
  /** Registrable domains, or `host/path` on shared hosts such as github.io or medium.com. */
  domains: string[];
  /** Pinned repositories, `owner/name`; listed forks allowed. Read in this order. */
  repos: string[];
  /** Organisations or users on GitHub, read when nothing is pinned. */
  orgs: string[];
  sectors: string[];
  slugs: Slugs;
  x?: string;
  /** Token contracts: the explorers' hosts of the chain, parted by blanks, then `/0x…` in small letters. */
  contracts?: string[];
  /** Roadmap address on GitHub: a file (`https://github.com/o/r/blob/...`), a folder (`.../tree/...`) or a whole repository. */
  roadmap?: string;
  /** True where the main network or product is live, by a named source. */
  live?: boolean;
  /** True where the GitHub repositories mirror another host. */
  mirror?: boolean;
  sources: string[];
}
