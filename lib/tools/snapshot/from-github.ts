/** One project's facts from GitHub's GraphQL API with a token, for a scheduled public run. Same figures as from git. */
import * as v from 'valibot';
import { authorKey, hashText } from '../../domain/activity/author-key.ts';
import { isBot } from '../../domain/activity/bots.ts';
import type { CommitFact } from '../../domain/activity/commit-fact.ts';
import { releaseDays } from '../../domain/activity/releases.ts';
import { codeFacts } from '../../domain/snapshot/code-facts.ts';
import { type GitProject, MIN_COMMITS, type Outcome } from './from-git.ts';
import { headlineKey } from './git-history.ts';
import { type ApiOptions, ask } from './github-api.ts';

const date = v.pipe(
  v.string(),
  v.transform((text) => Math.floor(Date.parse(text) / 1000)),
  v.number(),
);
const tree = v.object({ oid: v.string() });
const person = v.nullable(
  v.object({
    name: v.nullable(v.string()),
    email: v.nullable(v.string()),
    user: v.nullable(v.object({ databaseId: v.nullable(v.number()), login: v.string() })),
  }),
);
const commitShape = v.object({
  oid: v.string(),
  tree,
  parents: v.object({ totalCount: v.number(), nodes: v.array(v.object({ tree })) }),
  author: person,
  authoredDate: date,
  committedDate: date,
  messageHeadline: v.string(),
});
const headShape = v.object({
  repository: v.nullable(
    v.object({
      nameWithOwner: v.string(),
      createdAt: date,
      isArchived: v.boolean(),
      isFork: v.boolean(),
      defaultBranchRef: v.nullable(v.object({ target: v.object({ oid: v.string(), committedDate: date }) })),
      releases: v.object({
        nodes: v.array(
          v.object({
            tagName: v.string(),
            publishedAt: v.nullable(date),
            isPrerelease: v.boolean(),
            isDraft: v.boolean(),
          }),
        ),
      }),
    }),
  ),
});
const pageShape = v.object({
  repository: v.nullable(
    v.object({
      object: v.nullable(
        v.object({
          history: v.object({
            pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullable(v.string()) }),
            nodes: v.array(commitShape),
          }),
        }),
      ),
    }),
  ),
});

const HEAD_QUERY = `query($owner:String!,$name:String!){repository(owner:$owner,name:$name){
  nameWithOwner createdAt isArchived isFork
  defaultBranchRef{target{oid ... on Commit{committedDate}}}
  releases(first:100,orderBy:{field:CREATED_AT,direction:DESC}){nodes{tagName publishedAt isPrerelease isDraft}}
}}`;
const PAGE_QUERY = `query($owner:String!,$name:String!,$head:GitObjectID!,$after:String){repository(owner:$owner,name:$name){
  object(oid:$head){... on Commit{history(first:100,after:$after){pageInfo{hasNextPage endCursor} nodes{
    oid tree{oid} parents(first:1){totalCount nodes{tree{oid}}} author{name email user{databaseId login}}
    authoredDate committedDate messageHeadline
  }}}}
}}`;

type Head = NonNullable<v.InferOutput<typeof headShape>['repository']>;
type ApiCommit = v.InferOutput<typeof commitShape>;

function asFact(commit: ApiCommit): CommitFact {
  const { name = null, email = null, user = null } = commit.author ?? {};
  return {
    sha: commit.oid,
    parents: commit.parents.totalCount,
    tree: commit.tree.oid,
    parentTree: commit.parents.nodes[0]?.tree.oid ?? null,
    author: authorKey({ id: user?.databaseId ?? null, name, email }),
    bot: isBot({ login: user?.login ?? null, name, email }),
    authoredAt: commit.authoredDate,
    committedAt: commit.committedDate,
    headline: headlineKey(commit.messageHeadline),
    linked: user !== null,
  };
}

const namesOf = (repo: string) => {
  const [owner = '', name = ''] = repo.split('/');
  return { owner, name };
};

/** State and head of a repository; undefined where there is none, or it is empty. */
async function headOf(repo: string, api: ApiOptions): Promise<Head | undefined> {
  const data = await ask(headShape, HEAD_QUERY, namesOf(repo), api);
  return data?.repository ?? undefined;
}

interface Page {
  commits: CommitFact[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

async function pageOf(repo: string, head: string, after: string | null, api: ApiOptions): Promise<Page> {
  const data = await ask(pageShape, PAGE_QUERY, { ...namesOf(repo), head, after }, api);
  const history = data?.repository?.object?.history;
  if (!history) throw new Error(`${repo}: its history can't be read`);
  const { hasNextPage, endCursor } = history.pageInfo;
  return { commits: history.nodes.map(asFact), next: hasNextPage ? endCursor : null };
}

/** All commits that `head` reaches, a hundred at a time. The head is fixed, so pages fit together whatever is pushed meanwhile. */
async function historyOf(repo: string, head: string, api: ApiOptions): Promise<CommitFact[]> {
  const commits: CommitFact[] = [];
  let after: string | null = null;
  do {
    const page: Page = await pageOf(repo, head, after, api);
    commits.push(...page.commits);
    after = page.next;
    if (commits.length % 5000 === 0) api.report(`    ${repo}: ${commits.length} commits so far`);
  } while (after !== null);
  return commits;
}

/** Commits that a repository does not share with the one it grew out of. */
async function ownCommits(project: GitProject, repo: string, head: string, api: ApiOptions): Promise<CommitFact[]> {
  const all = await historyOf(repo, head, api);
  const parent = project.grewOutOf[repo];
  if (!parent) return all;
  const parentHead = (await headOf(parent, api))?.defaultBranchRef?.target.oid;
  if (!parentHead) throw new Error(`${repo} grew out of ${parent}, which can't be read`);
  const inherited = new Set((await historyOf(parent, parentHead, api)).map((commit) => commit.sha));
  return all.filter((commit) => !inherited.has(commit.sha));
}

function releasesOf(heads: Head[]): number[] {
  return heads.flatMap((head) => {
    const releases = head.releases.nodes.flatMap(({ tagName, publishedAt, isPrerelease, isDraft }) =>
      publishedAt === null ? [] : [{ tag: tagName, at: publishedAt * 1000, prerelease: isPrerelease, draft: isDraft }],
    );
    return releaseDays(releases, [], Number.MAX_SAFE_INTEGER);
  });
}

/** What decides the result: the heads of the project's repositories. Costs one point each. */
export async function gitHubKey(project: GitProject, api: ApiOptions): Promise<string> {
  const heads: string[] = [];
  for (const repo of project.repos)
    heads.push(`${repo} ${(await headOf(repo, api))?.defaultBranchRef?.target.oid ?? '-'}`);
  return hashText([project.id, ...project.sectors, ...heads].join('\n'));
}

/** Reads and computes one project. Throws when GitHub fails for good. */
export async function projectFromGitHub(project: GitProject, api: ApiOptions): Promise<Outcome> {
  const notes: string[] = [];
  const read: { repo: string; head: Head; oid: string; at: number; commits: CommitFact[] }[] = [];
  for (const repo of project.repos) {
    const head = await headOf(repo, api);
    const target = head?.defaultBranchRef?.target;
    if (!head || !target) notes.push(`${repo}: ${head ? 'empty' : 'not there'}`);
    else {
      const commits = await ownCommits(project, repo, target.oid, api);
      read.push({ repo, head, oid: target.oid, at: target.committedDate, commits });
    }
  }
  const commits = read.reduce((sum, each) => sum + each.commits.length, 0);
  if (read.length === 0) return { reason: 'no history to read', notes, commits };
  const code = codeFacts({
    commits: read.map((each) => each.commits),
    heads: read.map(({ repo, oid }) => ({ repo, commit: oid })),
    asOf: Math.max(...read.map((each) => each.at)),
    releases: releasesOf(read.map((each) => each.head)),
    createdAt: Math.min(...read.map((each) => each.head.createdAt)),
    archived: read.every((each) => each.head.isArchived),
    fork: read.every((each) => each.head.isFork),
  });
  if (code.commitsTotal < MIN_COMMITS) return { reason: `only ${code.commitsTotal} counted commits`, notes, commits };
  return { project: { id: project.id, sectors: project.sectors, code }, notes, commits };
}
