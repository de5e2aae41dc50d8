/** Nodes of a GraphQL answer → the reduced facts that REST's answers become too. */
import { authorKey, headlineKey } from './author-key.ts';
import { isBot } from './bots.ts';
import type { CommitFact } from './commit-fact.ts';
import type * as shape from './graphql-shape.ts';
import { type Origin, readOf } from './parse-base.ts';
import { windowOf } from './parse-commits.ts';
import { titleOf } from './parse-rest.ts';
import type { CommitWindow, Read, ReleaseFact, RepoMeta, TagFact, ThreadFact } from './repo-facts.ts';

/** A milestone as the roadmap's side needs it. Times in Unix ms. */
export interface MilestoneNode {
  number: number;
  title: string;
  dueOn: number | null;
  createdAt: number;
  closedAt: number | null;
  url: string;
}

/** The state of a repository as REST tells it, of GraphQL's node. */
export function metaOf(r: shape.RepositoryNode): RepoMeta {
  return {
    id: r.databaseId,
    fullName: r.nameWithOwner,
    ownerId: r.owner.databaseId,
    createdAt: r.createdAt,
    pushedAt: r.pushedAt ?? null,
    archived: r.isArchived,
    disabled: r.isDisabled,
    fork: r.isFork,
    parent: r.parent?.nameWithOwner ?? null,
    ...(r.parent?.defaultBranchRef ? { parentBranch: r.parent.defaultBranchRef.name } : {}),
    mirrorUrl: r.mirrorUrl || null,
    defaultBranch: r.defaultBranchRef?.name ?? 'HEAD',
    empty: r.isEmpty,
    stars: r.stargazerCount,
  };
}

export interface History {
  commits: Read<CommitWindow>;
  head: string | null;
  next: string | null;
  /** Commits since the time that was asked for; null where GitHub did not say. */
  total: number | null;
}

/** A page of a branch's history from `since` on (Unix s). An empty repository has one without commits; null: the branch was not told. */
export function historyOf(
  branch: shape.BranchNode,
  empty: boolean,
  { origin, since }: { origin: Origin; since: number },
): History | null {
  if (empty)
    return { commits: readOf(windowOf([], { since, complete: true }), origin), head: null, next: null, total: 0 };
  const history = branch?.target?.history;
  if (!history) return null;
  const head = branch?.target?.oid ?? null;
  const commits = present(history.nodes).map(commitOf);
  const { hasNextPage, endCursor } = history.pageInfo;
  return {
    commits: readOf(windowOf(commits, { since, complete: !hasNextPage }), head ? { ...origin, commit: head } : origin),
    head,
    next: hasNextPage ? (endCursor ?? null) : null,
    total: history.totalCount ?? null,
  };
}

function commitOf(node: shape.CommitNode): CommitFact {
  const { name = null, email = null, user = null } = node.author ?? {};
  return {
    sha: node.oid,
    parents: node.parents.totalCount,
    tree: node.tree.oid,
    parentTree: node.parents.nodes?.[0]?.tree.oid ?? null,
    author: authorKey({ id: user?.databaseId ?? null, name, email }),
    bot: isBot({ login: user?.login ?? null, name, email }),
    authoredAt: Math.floor(node.authoredDate / 1000),
    committedAt: Math.floor(node.committedDate / 1000),
    headline: headlineKey(node.messageHeadline),
    linked: user != null,
  };
}

/** Releases with a day, drafts and pre-releases marked. */
export function releasesOf(r: shape.RepositoryNode): ReleaseFact[] {
  return present(r.releases?.nodes).flatMap((release): ReleaseFact[] => {
    const at = release.publishedAt ?? release.createdAt;
    if (at == null) return [];
    const { tagName: tag, name, isPrerelease: prerelease, isDraft: draft } = release;
    return [{ tag, ...titleOf(name), at, prerelease, draft }];
  });
}

/** An annotated tag points at a tag object, which points at the commit. */
export function tagsOf(r: shape.RepositoryNode): TagFact[] {
  return present(r.refs?.nodes).flatMap((ref): TagFact[] => {
    const commit = ref.target?.target ?? ref.target;
    return commit ? [{ name: ref.name, sha: commit.oid, at: commit.committedDate ?? null }] : [];
  });
}

/** Milestones with times in Unix ms. */
export function milestonesOf(r: shape.RepositoryNode): MilestoneNode[] {
  return present(r.milestones?.nodes).map((m) => ({ ...m, dueOn: m.dueOn ?? null, closedAt: m.closedAt ?? null }));
}

/** An entry of a folder, in REST's words. */
export interface FolderEntry {
  name: string;
  path: string;
  type: 'file' | 'dir' | 'other';
  size: number;
  /** Id of the content, where GitHub tells it. */
  sha?: string;
}

/** A folder's entries; null where there is no such folder. */
export function entriesOf(folder: shape.EntriesNode): FolderEntry[] | null {
  if (!folder?.entries) return null;
  return folder.entries.flatMap(({ name, path, type, oid, size }): FolderEntry[] =>
    path
      ? [
          {
            name,
            path,
            size,
            type: type === 'blob' ? 'file' : type === 'tree' ? 'dir' : 'other',
            ...(oid && { sha: oid }),
          },
        ]
      : [],
  );
}

/** Who belongs to the project, by GitHub's word; contributors of the past are outsiders here. */
const MEMBERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

type Reply = Pick<
  NonNullable<NonNullable<shape.SearchNode['nodes']>[number]>,
  'createdAt' | 'authorAssociation' | 'author'
>;

function isBotActor(reply: Reply): boolean {
  return reply.author?.__typename === 'Bot' || isBot({ login: reply.author?.login ?? null });
}

/** Questions and their first answer by a member who is no bot. */
export function threadsOf(search: shape.SearchNode): ThreadFact[] {
  return present(search.nodes).map((thread): ThreadFact => {
    const answers = [...present(thread.comments?.nodes), ...present(thread.reviews?.nodes)]
      .filter((reply) => MEMBERS.has(reply.authorAssociation) && !isBotActor(reply))
      .map((reply) => reply.createdAt);
    return {
      openedAt: thread.createdAt,
      outsider: !MEMBERS.has(thread.authorAssociation) && !isBotActor(thread),
      answeredAt: answers.length > 0 ? Math.min(...answers) : null,
    };
  });
}

function present<T>(list: readonly (T | null)[] | null | undefined): T[] {
  return (list ?? []).filter((item): item is T => item !== null);
}
