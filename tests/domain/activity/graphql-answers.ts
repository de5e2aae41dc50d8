import type { Origin } from '../../../lib/domain/activity/parse-rest.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { NOW, T } from './facts.ts';

export const origin: Origin = { readAt: NOW, api: '/graphql' };
export const since = T - 91 * DAY_S;
export const asked = { repos: ['a/b', 'c/d'], since };

export const commitNode = {
  oid: 'a'.repeat(40),
  committedDate: '2025-12-02T10:00:00Z',
  authoredDate: '2025-12-01T10:00:00Z',
  messageHeadline: 'Bump x (#12)',
  tree: { oid: 'b'.repeat(40) },
  author: { name: 'Ada', email: 'ada@example.org', user: { databaseId: 5, login: 'ada' } },
  parents: { totalCount: 1, nodes: [{ oid: 'c'.repeat(40), tree: { oid: 'd'.repeat(40) } }] },
};
export const history = (more: object = {}) => ({
  name: 'main',
  target: {
    oid: 'a'.repeat(40),
    history: { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: 'x' }, nodes: [commitNode], ...more },
  },
});
export const reply = (
  authorAssociation: string,
  createdAt: string,
  author: unknown = { __typename: 'User', login: 'u' },
) => ({
  createdAt,
  authorAssociation,
  author,
});
export const repository = {
  databaseId: 7,
  nameWithOwner: 'a/b',
  createdAt: '2020-01-01T00:00:00Z',
  pushedAt: '2025-12-02T10:00:00Z',
  isArchived: false,
  isDisabled: false,
  isFork: true,
  isEmpty: false,
  mirrorUrl: null,
  stargazerCount: 3,
  owner: { __typename: 'Organization', databaseId: 8 },
  parent: { nameWithOwner: 'p/q' },
  defaultBranchRef: history(),
  releases: {
    nodes: [
      { tagName: 'v1.0.0', publishedAt: '2025-11-01T00:00:00Z', createdAt: null, isPrerelease: false, isDraft: false },
      { tagName: 'draft', publishedAt: null, createdAt: null, isPrerelease: false, isDraft: true },
    ],
  },
  refs: {
    nodes: [
      { name: 'light', target: { oid: 'e', committedDate: '2025-10-01T00:00:00Z' } },
      { name: 'annotated', target: { oid: 'tag', target: { oid: 'f', committedDate: '2025-10-02T00:00:00Z' } } },
      { name: 'of-a-tree', target: { oid: 'g' } },
    ],
  },
  milestones: {
    nodes: [
      { number: 1, title: 'M', dueOn: null, createdAt: '2025-01-01T00:00:00Z', closedAt: null, url: 'https://x.org' },
    ],
  },
  root: {
    entries: [
      { name: 'ROADMAP.md', path: 'ROADMAP.md', type: 'blob', oid: 'abc', size: 7 },
      { name: 'docs', path: 'docs', type: 'tree', oid: 'def', size: 0 },
    ],
  },
  docs: { entries: [{ name: 'roadmap.md', path: 'docs/roadmap.md', type: 'blob', oid: '123', size: 9 }] },
};
export const search = {
  issueCount: 5,
  nodes: [
    {
      ...reply('NONE', '2025-10-01T00:00:00Z'),
      comments: {
        nodes: [
          reply('NONE', '2025-10-01T01:00:00Z'),
          reply('MEMBER', '2025-10-01T02:00:00Z', { __typename: 'Bot', login: 'helper' }),
          reply('COLLABORATOR', '2025-10-04T00:00:00Z'),
        ],
      },
      reviews: { nodes: [reply('OWNER', '2025-10-03T00:00:00Z')] },
    },
    { ...reply('CONTRIBUTOR', '2025-10-02T00:00:00Z', null), comments: { nodes: [] } },
    { ...reply('MEMBER', '2025-10-03T00:00:00Z'), comments: { nodes: [] } },
    {
      ...reply('NONE', '2025-10-04T00:00:00Z', { __typename: 'User', login: 'dependabot[bot]' }),
      comments: { nodes: [] },
    },
    null,
  ],
};
export const rate = { cost: 4, limit: 5000, remaining: 4000, resetAt: '2026-01-01T01:00:00Z' };
export const good = {
  data: { rateLimit: rate, r0: repository, s0: search, r1: { ...repository, nameWithOwner: 'c/d' }, s1: search },
};
