/**
 * The one GraphQL query that reads up to ten repositories with a token: state, releases, tags, milestones, where a roadmap
 * may lie, a page of history, and questions by outsiders. parse-graphql.ts reads its answer.
 */
import { ASKED_FROM_DAYS, ASKED_TO_DAYS } from './limits.ts';
import { DAY } from './weeks.ts';

/** Ten repositories keep the query within the time that GitHub gives one (10 s) and near the points of github.md. */
export const MAX_QUERY_REPOS = 10;
/** GitHub's largest page. */
export const HISTORY_PAGE = 100;
/** Enough for the 11 release days of the gap where some are pre-releases. */
const RELEASES = 30;
const TAGS = 30;
const MILESTONES = 30;
/** Issues and pull requests of the window, oldest first: three times the minimum, as members open some of them. */
const THREADS = 30;
/** Who has not answered within ten comments has not answered. */
const COMMENTS = 10;
const REVIEWS = 5;

const ACTOR = 'author { __typename login }';

const COMMIT = `fragment commit on Commit {
  oid committedDate authoredDate messageHeadline
  tree { oid }
  author { name email user { databaseId login } }
  parents(first: 1) { totalCount nodes { oid tree { oid } } }
}`;

const REPOSITORY = `fragment repository on Repository {
  databaseId nameWithOwner createdAt pushedAt isArchived isDisabled isFork isEmpty mirrorUrl stargazerCount
  owner { __typename ... on Organization { databaseId } ... on User { databaseId } }
  parent { nameWithOwner }
  defaultBranchRef { name target { ... on Commit { oid history(first: ${HISTORY_PAGE}, since: $since) {
    pageInfo { hasNextPage endCursor } nodes { ...commit }
  } } } }
  releases(first: ${RELEASES}, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { tagName publishedAt createdAt isPrerelease isDraft }
  }
  refs(refPrefix: "refs/tags/", first: ${TAGS}, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    nodes { name target { oid ... on Commit { committedDate } ... on Tag { target { oid ... on Commit { committedDate } } } } }
  }
  milestones(first: ${MILESTONES}, orderBy: { field: UPDATED_AT, direction: DESC }) {
    nodes { number title dueOn createdAt closedAt url }
  }
  root: object(expression: "HEAD:") { ... on Tree { entries { path type } } }
  docs: object(expression: "HEAD:docs") { ... on Tree { entries { path type } } }
}`;

const THREAD = `fragment thread on SearchResultItemConnection {
  issueCount
  nodes {
    __typename
    ... on Issue {
      createdAt authorAssociation ${ACTOR}
      comments(first: ${COMMENTS}) { nodes { createdAt authorAssociation ${ACTOR} } }
    }
    ... on PullRequest {
      createdAt authorAssociation ${ACTOR}
      comments(first: ${COMMENTS}) { nodes { createdAt authorAssociation ${ACTOR} } }
      reviews(first: ${REVIEWS}) { nodes { createdAt authorAssociation ${ACTOR} } }
    }
  }
}`;

const RATE = 'rateLimit { cost limit remaining resetAt }';

export interface GraphQLQuestion {
  query: string;
  variables: Record<string, string>;
}

/** What is asked of one repository's history: after which cursor it goes on. */
export interface NextPage {
  repo: string;
  after: string;
}

/**
 * Points that the query for `n` repositories costs at most: GitHub divides the number of unique connections, each counted
 * as often as its parent's largest page, by 100. For ten repositories 19.
 */
export function queryPoints(n: number): number {
  const once = 5; // history, releases, refs, milestones, search
  return Math.max(1, Math.round((n * (once + HISTORY_PAGE + 3 * THREADS)) / 100));
}

/**
 * The query for up to ten repositories. Aliases are `r0`, `s0`, `r1` …, in the order of `repos`; further ones are left
 * out. `t`: T in Unix s; `since`: from when on history is asked for, Unix s.
 */
export function repoQuery(repos: readonly string[], t: number, since: number): GraphQLQuestion {
  const asked = repos.slice(0, MAX_QUERY_REPOS);
  const variables: Record<string, string> = { since: iso(since) };
  const declared = ['$since: GitTimestamp!'];
  const fields = asked.map((repo, i) => {
    const [owner = '', name = ''] = repo.split('/');
    Object.assign(variables, { [`o${i}`]: owner, [`n${i}`]: name, [`q${i}`]: threadSearch(repo, t) });
    declared.push(`$o${i}: String!`, `$n${i}: String!`, `$q${i}: String!`);
    return [
      `r${i}: repository(owner: $o${i}, name: $n${i}) { ...repository }`,
      `s${i}: search(type: ISSUE, query: $q${i}, first: ${THREADS}) { ...thread }`,
    ].join('\n');
  });
  const query = `query repositories(${declared.join(', ')}) {\n${[RATE, ...fields].join('\n')}\n}`;
  return { query: [query, REPOSITORY, COMMIT, THREAD].join('\n'), variables };
}

/** The query for the next page of history of up to ten repositories; aliases `r0` … hold the history alone. */
export function historyQuery(pages: readonly NextPage[], since: number): GraphQLQuestion {
  const variables: Record<string, string> = { since: iso(since) };
  const declared = ['$since: GitTimestamp!'];
  const fields = pages.slice(0, MAX_QUERY_REPOS).map(({ repo, after }, i) => {
    const [owner = '', name = ''] = repo.split('/');
    Object.assign(variables, { [`o${i}`]: owner, [`n${i}`]: name, [`a${i}`]: after });
    declared.push(`$o${i}: String!`, `$n${i}: String!`, `$a${i}: String!`);
    return `r${i}: repository(owner: $o${i}, name: $n${i}) { defaultBranchRef { name target { ... on Commit { oid
      history(first: ${HISTORY_PAGE}, since: $since, after: $a${i}) { pageInfo { hasNextPage endCursor } nodes { ...commit } }
    } } } }`;
  });
  const query = `query history(${declared.join(', ')}) {\n${[RATE, ...fields].join('\n')}\n}`;
  return { query: [query, COMMIT].join('\n'), variables };
}

/** Issues and pull requests opened in [T − 120 d, T − 30 d); GitHub's ranges include both ends, so the end lies a second before. */
function threadSearch(repo: string, t: number): string {
  const from = iso(t - ASKED_FROM_DAYS * DAY);
  const to = iso(t - ASKED_TO_DAYS * DAY - 1);
  return `repo:${repo} created:${from}..${to} sort:created-asc`;
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
