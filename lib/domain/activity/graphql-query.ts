/**
 * The one GraphQL query that reads up to ten repositories with a token: state, releases, tags, milestones, where a roadmap
 * may lie, a page of history, and questions by outsiders. parse-graphql.ts reads its answer.
 */
import { DAY_S } from '../time.ts';
import { type GraphQLQuestion, isoOf as iso, named, type Piece, questionOf } from './graphql-pieces.ts';
import { ASKED_FROM_DAYS, ASKED_TO_DAYS } from './limits.ts';

/** Ten repositories keep the query within the time that GitHub gives one (10 s) and near the points of github.md. */
export const MAX_QUERY_REPOS = 10;
/** GitHub's largest page. */
export const HISTORY_PAGE = 100;
/** Enough for the 11 release days of the gap where some are pre-releases. */
const RELEASES = 30;
const TAGS = 30;
/** All that were due in two years: no project seen has more; a longer list costs no more points. */
const MILESTONES = 100;
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
  parent { nameWithOwner defaultBranchRef { name } }
  defaultBranchRef { name target { ... on Commit { oid history(first: ${HISTORY_PAGE}, since: $since) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ...commit }
  } } } }
  releases(first: ${RELEASES}, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { tagName name publishedAt createdAt isPrerelease isDraft }
  }
  refs(refPrefix: "refs/tags/", first: ${TAGS}, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    nodes { name target { oid ... on Commit { committedDate } ... on Tag { target { oid ... on Commit { committedDate } } } } }
  }
  milestones(first: ${MILESTONES}, orderBy: { field: UPDATED_AT, direction: DESC }) {
    nodes { number title dueOn createdAt closedAt url }
  }
  root: object(expression: "HEAD:") { ...folder }
  docs: object(expression: "HEAD:docs") { ...folder }
}`;

const FOLDER = 'fragment folder on Tree { entries { name path type oid size } }';

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

/** What is asked of one repository's history: after which cursor it goes on. */
export interface NextPage {
  repo: string;
  after: string;
}

/**
 * The query for up to ten repositories. Aliases are `r0`, `s0`, `r1` …, in the order of `repos`; further ones are left
 * out. `t`: T in Unix s; `since`: from when on history is asked for, Unix s. `owners`: whose repository named "roadmap"
 * is looked into, as `w0` ….
 */
export function repoQuery(
  repos: readonly string[],
  t: number,
  since: number,
  owners: readonly string[] = [],
): GraphQLQuestion {
  const pieces = repos.slice(0, MAX_QUERY_REPOS).map((repo, i): Piece => {
    const { declared, variables, at } = named('', i, repo);
    return {
      declared: ['$since: GitTimestamp!', ...declared, `$q${i}: String!`],
      variables: { since: iso(since), ...variables, [`q${i}`]: threadSearch(repo, t) },
      fields: [
        `r${i}: ${at} { ...repository }`,
        `s${i}: search(type: ISSUE, query: $q${i}, first: ${THREADS}) { ...thread }`,
      ],
      fragments: [REPOSITORY, COMMIT, FOLDER, THREAD],
    };
  });
  const homes = owners.slice(0, MAX_QUERY_REPOS).map((owner, i): Piece => {
    const { declared, variables, at } = named('w', i, `${owner}/roadmap`);
    const fields = [`w${i}: ${at} { root: object(expression: "HEAD:") { ...folder } }`];
    return { declared, variables, fields, fragments: [FOLDER] };
  });
  return questionOf('repositories', [...pieces, ...homes]);
}

/** The next page of history of up to ten repositories; aliases `r0` … hold the history alone. */
export function historyPieces(pages: readonly NextPage[], since: number): Piece[] {
  return pages.slice(0, MAX_QUERY_REPOS).map(({ repo, after }, i): Piece => {
    const { declared, variables, at } = named('', i, repo);
    return {
      declared: ['$since: GitTimestamp!', ...declared, `$a${i}: String!`],
      variables: { since: iso(since), ...variables, [`a${i}`]: after },
      fields: [
        `r${i}: ${at} { defaultBranchRef { name target { ... on Commit { oid
      history(first: ${HISTORY_PAGE}, since: $since, after: $a${i}) { pageInfo { hasNextPage endCursor } nodes { ...commit } }
    } } } }`,
      ],
      fragments: [COMMIT],
    };
  });
}

/** Issues and pull requests opened in [T − 120 d, T − 30 d); GitHub's ranges include both ends, so the end lies a second before. */
function threadSearch(repo: string, t: number): string {
  const from = iso(t - ASKED_FROM_DAYS * DAY_S);
  const to = iso(t - ASKED_TO_DAYS * DAY_S - 1);
  return `repo:${repo} created:${from}..${to} sort:created-asc`;
}
