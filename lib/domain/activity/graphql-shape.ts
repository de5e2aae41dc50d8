/** The shape of GraphQL answers, as far as they are read. Everything may be null: GitHub gives parts and errors together. */
import * as v from 'valibot';
import { Count, Instant } from './parse-base.ts';

const nodes = <S extends v.GenericSchema>(node: S) =>
  v.nullish(v.object({ nodes: v.nullish(v.array(v.nullable(node))) }));

const Actor = v.nullish(v.object({ __typename: v.string(), login: v.string() }));
const Tree = v.object({ oid: v.string() });

export const CommitShape = v.object({
  oid: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
  committedDate: Instant,
  authoredDate: Instant,
  messageHeadline: v.string(),
  tree: Tree,
  author: v.nullish(
    v.object({
      name: v.nullish(v.string()),
      email: v.nullish(v.string()),
      user: v.nullish(v.object({ databaseId: v.nullish(v.number()), login: v.string() })),
    }),
  ),
  parents: v.object({ totalCount: Count, nodes: v.nullish(v.array(v.nullable(v.object({ tree: Tree })))) }),
});

const History = v.object({
  totalCount: v.optional(Count),
  pageInfo: v.object({ hasNextPage: v.boolean(), endCursor: v.nullish(v.string()) }),
  nodes: v.nullish(v.array(v.nullable(CommitShape))),
});

/** A branch without a commit as its target has neither `oid` nor `history`. */
export const BranchShape = v.nullish(
  v.object({
    name: v.string(),
    target: v.nullish(v.object({ oid: v.optional(v.string()), history: v.nullish(History) })),
  }),
);

const Entries = v.nullish(
  v.object({
    entries: v.nullish(
      v.array(
        v.object({
          name: v.string(),
          path: v.nullish(v.string()),
          type: v.string(),
          oid: v.optional(v.string()),
          size: v.optional(Count, 0),
        }),
      ),
    ),
  }),
);
/** The repository of an organisation that is named "roadmap"; null where there is none. */
export const HomeShape = v.nullish(v.object({ root: Entries }));

export const RepositoryShape = v.object({
  databaseId: v.number(),
  nameWithOwner: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  createdAt: Instant,
  pushedAt: v.nullish(Instant),
  isArchived: v.boolean(),
  isDisabled: v.boolean(),
  isFork: v.boolean(),
  isEmpty: v.boolean(),
  mirrorUrl: v.nullish(v.string()),
  stargazerCount: v.optional(Count, 0),
  owner: v.object({ databaseId: v.number() }),
  parent: v.nullish(
    v.object({ nameWithOwner: v.string(), defaultBranchRef: v.nullish(v.object({ name: v.string() })) }),
  ),
  defaultBranchRef: BranchShape,
  releases: nodes(
    v.object({
      tagName: v.string(),
      name: v.nullish(v.string()),
      publishedAt: v.nullish(Instant),
      createdAt: v.nullish(Instant),
      isPrerelease: v.boolean(),
      isDraft: v.boolean(),
    }),
  ),
  refs: nodes(
    v.object({
      name: v.string(),
      target: v.nullish(
        v.object({
          oid: v.string(),
          committedDate: v.nullish(Instant),
          target: v.nullish(v.object({ oid: v.string(), committedDate: v.nullish(Instant) })),
        }),
      ),
    }),
  ),
  milestones: nodes(
    v.object({
      number: Count,
      title: v.string(),
      dueOn: v.nullish(Instant),
      createdAt: Instant,
      closedAt: v.nullish(Instant),
      url: v.string(),
    }),
  ),
  root: Entries,
  docs: Entries,
});

const Reply = v.object({ createdAt: Instant, authorAssociation: v.string(), author: Actor });
export const SearchShape = v.object({
  issueCount: Count,
  nodes: v.nullish(v.array(v.nullable(v.object({ ...Reply.entries, comments: nodes(Reply), reviews: nodes(Reply) })))),
});

export const AnswerShape = v.object({
  data: v.nullish(v.record(v.string(), v.unknown())),
  errors: v.nullish(
    v.array(
      v.object({
        type: v.optional(v.string()),
        message: v.optional(v.string(), ''),
        path: v.nullish(v.array(v.union([v.string(), v.number()]))),
      }),
    ),
  ),
});

export const RateShape = v.nullish(v.object({ cost: Count, limit: Count, remaining: Count, resetAt: Instant }));

export type CommitNode = v.InferOutput<typeof CommitShape>;
export type EntriesNode = v.InferOutput<typeof Entries>;
export type BranchNode = v.InferOutput<typeof BranchShape>;
export type RepositoryNode = v.InferOutput<typeof RepositoryShape>;
export type SearchNode = v.InferOutput<typeof SearchShape>;
export type GraphQLErrors = NonNullable<v.InferOutput<typeof AnswerShape>['errors']>;
