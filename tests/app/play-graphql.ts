/**
 * Plays GitHub's GraphQL over GitHub's own published schema: a question that the schema does not allow fails as it would
 * there, and an answer can't have another shape than the schema says.
 */
import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, type GraphQLSchema, graphqlSync } from 'graphql';

export interface PlayCommit {
  oid: string;
  /** Unix ms. */
  at: number;
  author: { id: number; login: string } | null;
  headline?: string;
  parents?: number;
}
export interface PlayThread {
  /** Unix ms. */
  at: number;
  by: string;
  association: string;
  replies: { at: number; by: string; association: string }[];
}
export interface PlayRepo {
  id: number;
  /** owner/name */
  name: string;
  createdAt: string;
  pushedAt: string | null;
  archived?: boolean;
  stars?: number;
  parent?: string;
  /** Newest first. */
  commits: PlayCommit[];
  releases?: { tag: string; name?: string; at: string }[];
  milestones?: { number: number; title: string; dueOn: string | null; createdAt: string; closedAt: string | null }[];
  /** Path → text at the head. */
  files?: Record<string, string>;
  /** `sha:path` → text. */
  versions?: Record<string, string>;
  /** Path → commits that touched it, newest first. */
  touched?: Record<string, { oid: string; at: number }[]>;
  threads?: PlayThread[];
}

let schema: GraphQLSchema | undefined;
// The published schema defines two fields twice, so its own validity is assumed.
const schemaOf = () => {
  schema ??= buildSchema(published.idl, { assumeValid: true, assumeValidSDL: true });
  return schema;
};

const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
const oidOf = (text: string) =>
  [...text]
    .reduce((h, c) => (h * 33 + c.charCodeAt(0)) >>> 0, 5381)
    .toString(16)
    .padStart(40, '0');
const actor = (login: string) => ({ __typename: login.endsWith('[bot]') ? 'Bot' : 'User', login });

function blob(text: string) {
  return { __typename: 'Blob', oid: oidOf(text), text, isTruncated: false, isBinary: false, byteSize: text.length };
}

function tree(files: Record<string, string>, folder: string) {
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = new Set(
    Object.keys(files).flatMap((path) =>
      path.startsWith(prefix) ? [path.slice(prefix.length).split('/')[0] as string] : [],
    ),
  );
  if (names.size === 0 && folder !== '') return null;
  const entries = [...names].sort().map((name) => {
    const text = files[prefix + name];
    const type = text === undefined ? 'tree' : 'blob';
    return {
      name,
      path: prefix + name,
      type,
      oid: oidOf(text ?? `${prefix}${name}/`),
      size: text?.length ?? 0,
      mode: 33188,
    };
  });
  return { __typename: 'Tree', oid: oidOf(`tree ${folder}`), entries };
}

function objectOf(repo: PlayRepo, expression: string) {
  const [ref = '', path = ''] = expression.split(/:(.*)/s);
  const files = repo.files ?? {};
  if (ref !== 'HEAD') {
    const text = repo.versions?.[`${ref}:${path}`];
    return text === undefined ? null : blob(text);
  }
  const text = files[path];
  return text === undefined ? tree(files, path) : blob(text);
}

function commitNode(commit: PlayCommit) {
  const { oid, at, author, headline = `change ${oid}`, parents = 1 } = commit;
  const parent = { oid: oidOf(`parent ${oid}`), tree: { oid: oidOf(`tree of parent ${oid}`) } };
  return {
    __typename: 'Commit',
    ...{
      oid,
      committedDate: iso(at),
      authoredDate: iso(at),
      messageHeadline: headline,
      tree: { oid: oidOf(`tree of ${oid}`) },
    },
    author: {
      name: author?.login ?? 'Somebody',
      email: author ? `${author.id}+${author.login}@users.noreply.github.com` : 'somebody@example.org',
      user: author ? { databaseId: author.id, login: author.login } : null,
    },
    parents: { totalCount: parents, nodes: Array.from({ length: parents }, () => parent) },
  };
}

interface HistoryArgs {
  first: number;
  since?: string;
  after?: string;
  path?: string;
}
function historyOf(repo: PlayRepo, { first, since, after, path }: HistoryArgs) {
  const touched = path === undefined ? repo.commits : (repo.touched?.[path] ?? []).map((c) => ({ ...c, author: null }));
  const list = touched.filter((commit) => since === undefined || commit.at >= Date.parse(since));
  // GitHub's own cursors: the head's id and the place of the last commit given.
  const from = after ? Number(after.split(' ')[1]) + 1 : 0;
  const nodes = list.slice(from, from + first);
  const last = from + nodes.length - 1;
  return {
    totalCount: list.length,
    pageInfo: { hasNextPage: last + 1 < list.length, endCursor: nodes.length ? `${list[0]?.oid} ${last}` : null },
    nodes: nodes.map(commitNode),
  };
}

function repositoryOf(repo: PlayRepo) {
  const [owner = ''] = repo.name.split('/');
  const head = repo.commits[0];
  return {
    ...{ databaseId: repo.id, nameWithOwner: repo.name, createdAt: repo.createdAt, pushedAt: repo.pushedAt },
    ...{ isArchived: repo.archived ?? false, isDisabled: false, isFork: repo.parent !== undefined, isEmpty: !head },
    ...{ mirrorUrl: null, stargazerCount: repo.stars ?? 5 },
    owner: { __typename: 'Organization', databaseId: 7, login: owner },
    parent: repo.parent ? { nameWithOwner: repo.parent, defaultBranchRef: { name: 'main' } } : null,
    defaultBranchRef: head
      ? { name: 'main', target: { ...commitNode(head), history: (args: HistoryArgs) => historyOf(repo, args) } }
      : null,
    releases: ({ first }: { first: number }) => ({
      nodes: (repo.releases ?? []).slice(0, first).map(({ tag, name, at }) => ({
        ...{ tagName: tag, name: name ?? null, publishedAt: at, createdAt: at, isPrerelease: false, isDraft: false },
      })),
    }),
    refs: { nodes: [] },
    milestones: {
      nodes: (repo.milestones ?? []).map((m) => ({
        ...m,
        url: `https://github.com/${repo.name}/milestone/${m.number}`,
      })),
    },
    object: ({ expression }: { expression: string }) => objectOf(repo, expression),
  };
}

function searchOf(find: (name: string) => PlayRepo | undefined, { query, first }: { query: string; first: number }) {
  const [, name = '', from = '', to = ''] = /repo:(\S+) created:(\S+?)\.\.(\S+)/.exec(query) ?? [];
  const found = (find(name)?.threads ?? []).filter((x) => x.at >= Date.parse(from) && x.at <= Date.parse(to));
  const reply = (x: { at: number; by: string; association: string }) => ({
    ...{ createdAt: iso(x.at), authorAssociation: x.association, author: actor(x.by) },
  });
  return {
    issueCount: found.length,
    nodes: found.slice(0, first).map((x) => ({
      ...{ __typename: 'Issue', ...reply(x) },
      comments: { nodes: x.replies.map(reply) },
    })),
  };
}

export interface Played {
  data?: unknown;
  errors?: { message: string; type?: string; path?: unknown }[];
}

/** Answers a question; `find` knows the repositories by owner/name, in any case. */
export function playGraphQL(
  find: (name: string) => PlayRepo | undefined,
  question: { query: string; variables: Record<string, unknown> },
  rate = { limit: 5000, remaining: 4990, resetAt: '2026-06-17T13:00:00Z' },
): Played {
  const answer = graphqlSync({
    schema: schemaOf(),
    source: question.query,
    variableValues: question.variables,
    rootValue: {
      rateLimit: { cost: 1, ...rate },
      repository({ owner, name }: { owner: string; name: string }) {
        const repo = find(`${owner}/${name}`);
        if (repo) return repositoryOf(repo);
        throw Object.assign(new Error(`Could not resolve to a Repository with the name '${owner}/${name}'.`), {
          gone: true,
        });
      },
      search: (args: { query: string; first: number }) => searchOf(find, args),
    },
  });
  const errors = answer.errors?.map((error) => ({
    message: error.message,
    path: error.path,
    ...((error.originalError as { gone?: true } | undefined)?.gone ? { type: 'NOT_FOUND' } : {}),
  }));
  return JSON.parse(JSON.stringify({ data: answer.data, ...(errors ? { errors } : {}) })) as Played;
}
