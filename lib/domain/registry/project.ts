/** What the registry knows of a project: facts only, each with the names of its sources. */

/** U: coined name; C: dictionary word, mostly a name when capitalised; X: never by its bare name. See detection rules. */
export type NameClass = 'U' | 'C' | 'X';

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
  /** Registrable domains, or `host/path` on shared hosts such as github.io or medium.com. */
  domains: string[];
  /** Pinned repositories, `owner/name`; listed forks allowed. Read in this order. */
  repos: string[];
  /** Organisations or users on GitHub, read when nothing is pinned. */
  orgs: string[];
  sectors: string[];
  slugs: Slugs;
  x?: string;
  /** Roadmap address on GitHub: `https://github.com/o/r/blob/...` or `.../wiki/..`. */
  roadmap?: string;
  /** True where the main network or product is live, by a named source. */
  live?: boolean;
  /** True where the GitHub repositories mirror another host. */
  mirror?: boolean;
  sources: string[];
}
