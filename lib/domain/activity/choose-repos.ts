/** Which repositories of a project are read (R). */
import type { ListedRepo } from './parse-rest.ts';

/** Without a token three repositories keep a card within 5–9 requests; with one a single query reads ten. */
export const REPOS_WITHOUT_TOKEN = 3;
export const REPOS_WITH_TOKEN = 10;
/** The choice is kept this long, so that figures do not jump when stars overtake each other. */
export const CHOICE_DAYS = 90;
/** GitHub's listing is sorted by the last push; only its first page counts. */
const LISTING_SIZE = 100;

/** Names of repositories that hold documentation, a website or the organisation's own pages. */
const NOT_CODE =
  /^(?:\.github|.*\.github\.io)$|(?:^|[-_.])(?:docs?|documentation|website|web-?site|homepage|landing|landing-?page|blog|wiki|gitbook|handbook|brand|media-?kit|awesome)(?:$|[-_.])/i;

/** Whether a repository's name says that it holds documentation or a website rather than code. */
export function isDocsOrSite(fullName: string): boolean {
  const [owner = '', name = ''] = fullName.split('/');
  return (
    NOT_CODE.test(name) ||
    name.toLowerCase() === `${owner.toLowerCase()}.com` ||
    /\.(?:org|com|io|xyz|network|fi)$/i.test(name)
  );
}

export interface Choice {
  /** `owner/name` in reading order. */
  repos: string[];
  /** How many repositories the project lists: the pinned ones, or those of the listing. */
  listed: number;
}

/**
 * The registry's pinned repositories, in its order; else of the organisation's 100 most recently pushed ones the first 3
 * by stars (10 with a token), without archived ones, documentation, websites and forks. Ties by name, so the choice is stable.
 */
export function chooseRepos(input: {
  pinned: readonly string[];
  listing: readonly ListedRepo[];
  hasToken: boolean;
}): Choice {
  const limit = input.hasToken ? REPOS_WITH_TOKEN : REPOS_WITHOUT_TOKEN;
  if (input.pinned.length > 0) return { repos: input.pinned.slice(0, limit), listed: input.pinned.length };
  const code = [...input.listing]
    .sort((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0))
    .slice(0, LISTING_SIZE)
    .filter((repo) => !repo.archived && !repo.fork && !isDocsOrSite(repo.fullName))
    .sort((a, b) => b.stars - a.stars || (a.fullName < b.fullName ? -1 : 1));
  return { repos: code.slice(0, limit).map((repo) => repo.fullName), listed: input.listing.length };
}
