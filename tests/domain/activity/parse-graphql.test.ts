import { schema as published } from '@octokit/graphql-schema';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { headlineKey } from '../../../lib/domain/activity/author-key.ts';
import { lookPieces, parseLooks } from '../../../lib/domain/activity/graphql-look.ts';
import { questionOf } from '../../../lib/domain/activity/graphql-pieces.ts';
import { historyPieces, MAX_QUERY_REPOS, queryPoints, repoQuery } from '../../../lib/domain/activity/graphql-query.ts';
import { isUnchanged, parseSweep, SWEEP_REPOS, sweepQuery } from '../../../lib/domain/activity/graphql-sweep.ts';
import { joinHistory, parseGraphQLRepos, parseHistoryPages } from '../../../lib/domain/activity/parse-graphql.ts';
import { type Origin, parseCommits } from '../../../lib/domain/activity/parse-rest.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { NOW, T, value } from './facts.ts';

const origin: Origin = { readAt: NOW, api: '/graphql' };
const since = T - 91 * DAY_S;
const asked = { repos: ['a/b', 'c/d'], since };

const commitNode = {
  oid: 'a'.repeat(40),
  committedDate: '2025-12-02T10:00:00Z',
  authoredDate: '2025-12-01T10:00:00Z',
  messageHeadline: 'Bump x (#12)',
  tree: { oid: 'b'.repeat(40) },
  author: { name: 'Ada', email: 'ada@example.org', user: { databaseId: 5, login: 'ada' } },
  parents: { totalCount: 1, nodes: [{ oid: 'c'.repeat(40), tree: { oid: 'd'.repeat(40) } }] },
};
const history = (more: object = {}) => ({
  name: 'main',
  target: {
    oid: 'a'.repeat(40),
    history: { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: 'x' }, nodes: [commitNode], ...more },
  },
});
const reply = (authorAssociation: string, createdAt: string, author: unknown = { __typename: 'User', login: 'u' }) => ({
  createdAt,
  authorAssociation,
  author,
});
const repository = {
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
const search = {
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
const rate = { cost: 4, limit: 5000, remaining: 4000, resetAt: '2026-01-01T01:00:00Z' };
const good = {
  data: { rateLimit: rate, r0: repository, s0: search, r1: { ...repository, nameWithOwner: 'c/d' }, s1: search },
};

describe('repoQuery', () => {
  // The published schema defines two fields twice, so its own validity is assumed.
  const schema = buildSchema(published.idl, { assumeValid: true, assumeValidSDL: true });
  const names = Array.from({ length: 12 }, (_, i) => `o/r${i}`);

  it.each([
    ['repoQuery', repoQuery(names, T, since)],
    [
      'historyPieces with looks at files',
      questionOf('more', [
        ...historyPieces(
          names.map((repo) => ({ repo, after: 'c' })),
          since,
        ),
        ...lookPieces([
          { repo: 'a/b', path: 'ROADMAP.md', text: true, history: true },
          { repo: 'a/b', path: 'x', ref: 'abc', text: true, history: false },
          { repo: 'a/b', path: 'y', text: false, history: true },
        ]),
      ]),
    ],
    ['repoQuery with owners', repoQuery(names, T, since, ['o', 'p'])],
  ])('%s is valid by GitHub’s schema, for ten repositories at most', (_name, { query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    expect(variables).toHaveProperty('o9', 'o');
    expect(variables).not.toHaveProperty('o10');
    expect(query).not.toContain('r10:');
  });
  it('puts names into variables, never into the text', () => {
    const { query, variables } = repoQuery(['o"){x}/n'], T, since);
    expect(query).not.toContain('{x}');
    expect(variables.o0).toBe('o"){x}');
  });
  it('asks for the questions of [T − 120 d, T − 30 d)', () => {
    expect(repoQuery(['a/b'], T, since).variables.q0).toBe(
      'repo:a/b created:2025-08-30T00:00:00Z..2025-11-27T23:59:59Z sort:created-asc',
    );
  });
  it.each([
    [1, 2],
    [MAX_QUERY_REPOS, 20],
  ])('for %i repositories costs at most %i points', (n, points) => {
    expect(queryPoints(n)).toBeLessThanOrEqual(points);
  });
});

describe('parseGraphQLRepos', () => {
  const first = (json: unknown) => value(parseGraphQLRepos(json, origin, asked)).repos[0];

  it('reads every part of every repository, and the cost', () => {
    const { repos, rate: left } = value(parseGraphQLRepos(good, origin, asked));
    expect(left).toEqual({ ...rate, resetAt: NOW + 3_600_000 });
    expect(repos.map((r) => r.facts.meta?.value.fullName)).toEqual(['a/b', 'c/d']);
    const [repo] = repos;
    expect(repo?.failures).toEqual({});
    expect(repo?.facts.meta).toMatchObject({
      api: '/repos/a/b',
      value: { id: 7, ownerId: 8, fork: true, parent: 'p/q' },
    });
    expect(repo?.facts.releases?.value).toEqual([
      { tag: 'v1.0.0', at: Date.UTC(2025, 10, 1), prerelease: false, draft: false },
    ]);
    expect(repo?.facts.tags?.value).toEqual([
      { name: 'light', sha: 'e', at: Date.UTC(2025, 9, 1) },
      { name: 'annotated', sha: 'f', at: Date.UTC(2025, 9, 2) },
      { name: 'of-a-tree', sha: 'g', at: null },
    ]);
    expect(repo?.milestones?.value).toHaveLength(1);
    expect(repo?.root).toEqual([
      { name: 'ROADMAP.md', path: 'ROADMAP.md', type: 'file', sha: 'abc', size: 7 },
      { name: 'docs', path: 'docs', type: 'dir', sha: 'def', size: 0 },
    ]);
    expect(repo?.docs?.map((e) => e.path)).toEqual(['docs/roadmap.md']);
    expect(repo).toMatchObject({ head: 'a'.repeat(40), next: null, total: 1 });
  });

  it('gives the same commit facts as REST', () => {
    const rest = {
      sha: commitNode.oid,
      commit: {
        author: { name: 'Ada', email: 'ada@example.org', date: commitNode.authoredDate },
        committer: { name: 'GitHub', email: 'x@example.org', date: commitNode.committedDate },
        message: `${commitNode.messageHeadline}\n\nbody`,
        tree: { sha: commitNode.tree.oid },
      },
      author: { id: 5, login: 'ada', type: 'User' },
      parents: [{ sha: 'c'.repeat(40) }],
    };
    const fromRest = value(parseCommits([[rest]], origin, { since, complete: true })).value.commits[0];
    // REST does not tell the parent's tree unless the parent is on the page.
    expect(first(good)?.facts.commits?.value.commits[0]).toEqual({ ...fromRest, parentTree: 'd'.repeat(40) });
  });

  it('finds who is an outsider and when a member who is no bot answered first', () => {
    const days = first(good)?.facts.threads?.value.map((x) => [
      x.outsider,
      x.answeredAt === null ? null : (x.answeredAt - x.openedAt) / (DAY_S * 1000),
    ]);
    expect(days).toEqual([
      [true, 2],
      [true, null],
      [false, null],
      [false, null],
    ]);
  });

  it('begins a cut history after its oldest commit and gives the cursor', () => {
    const defaultBranchRef = history({ pageInfo: { hasNextPage: true, endCursor: 'next' } });
    const repo = first({ data: { ...good.data, r0: { ...repository, defaultBranchRef } } });
    expect(repo?.next).toBe('next');
    expect(repo?.facts.commits?.value).toMatchObject({ complete: false, since: Date.UTC(2025, 11, 2, 10) / 1000 + 1 });
  });

  it('gives an empty repository an empty, whole history', () => {
    const empty = { ...repository, isEmpty: true, defaultBranchRef: null, root: null, docs: null };
    const repo = first({ data: { ...good.data, r0: empty } });
    expect(repo?.facts.commits?.value).toEqual({ since, complete: true, commits: [] });
    expect(repo?.failures).toEqual({});
  });

  it.each([
    ['NOT_FOUND', 'not-found'],
    ['FORBIDDEN', 'forbidden'],
    ['SOMETHING_NEW', 'server-error'],
  ])('says of a repository that failed with %s: %s, and uses the other', (type, kind) => {
    const json = { data: { ...good.data, r0: null }, errors: [{ type, path: ['r0'], message: 'text' }] };
    const { repos } = value(parseGraphQLRepos(json, origin, asked));
    expect(repos[0]?.failures.meta).toMatchObject({ kind, at: NOW });
    expect(repos[0]?.facts).toEqual({});
    expect(repos[1]?.facts.meta?.value.fullName).toBe('c/d');
  });

  it.each([
    ['commits', 'defaultBranchRef'],
    ['releases', 'releases'],
    ['tags', 'refs'],
  ])('says that %s failed and uses the rest', (part, field) => {
    const json = {
      data: { ...good.data, r0: { ...repository, [field]: null } },
      errors: [{ type: 'TIMEOUT', path: ['r0', field], message: 'text' }],
    };
    const repo = first(json);
    expect(Object.keys(repo?.failures ?? {})).toEqual([part]);
    expect(repo?.facts).not.toHaveProperty(part);
    expect(repo?.facts.meta?.value.id).toBe(7);
  });

  it('says that the questions failed and uses the rest', () => {
    const json = { data: { ...good.data, s0: null }, errors: [{ type: 'FORBIDDEN', path: ['s0'] }] };
    expect(first(json)?.failures).toMatchObject({ threads: { kind: 'forbidden' } });
    expect(first(json)?.facts.commits).toBeDefined();
  });

  it.each([
    [{ data: null, errors: [{ type: 'RATE_LIMITED', message: 'x' }] }, 'rate-limited'],
    [{ errors: [{ type: 'MAX_NODE_LIMIT_EXCEEDED' }] }, 'unprocessable'],
    [{ errors: [{ message: 'Something went wrong' }] }, 'server-error'],
    [{}, 'bad-answer'],
    [null, 'bad-answer'],
    ['<html>', 'bad-answer'],
    [{ errors: 'no' }, 'bad-answer'],
  ])('of %j fails as %s', (json, kind) => {
    expect(parseGraphQLRepos(json, origin, asked)).toMatchObject({ ok: false, failure: { kind, at: NOW } });
  });

  it('lets an error without a place speak for what is missing', () => {
    const json = { data: { ...good.data, r0: null }, errors: [{ type: 'RATE_LIMITED', message: 'x' }] };
    expect(first(json)?.failures.meta?.kind).toBe('rate-limited');
  });

  it('says bad-answer for a repository of a wrong shape, and uses the other', () => {
    for (const wrong of [1, 'x', [], {}, { ...repository, createdAt: 'x' }, { ...repository, databaseId: null }]) {
      const { repos } = value(parseGraphQLRepos({ data: { ...good.data, r0: wrong } }, origin, asked));
      expect(repos[0]?.failures.meta?.kind).toBe('bad-answer');
      expect(repos[1]?.failures).toEqual({});
    }
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (r0, s0) => {
        parseGraphQLRepos({ data: { r0, s0 } }, origin, asked);
        parseGraphQLRepos(r0, origin, asked);
        parseHistoryPages({ data: { r0 } }, origin, asked);
      }),
    );
  });
});

describe('parseHistoryPages', () => {
  const page = (more?: object) => ({ defaultBranchRef: history(more) });
  it('reads pages that joinHistory appends', () => {
    const older = page({ nodes: [{ ...commitNode, oid: 'f'.repeat(40), committedDate: '2025-11-02T10:00:00Z' }] });
    const [next] = value(parseHistoryPages({ data: { r0: older, r1: page() } }, origin, asked));
    const start = value(parseGraphQLRepos(good, origin, asked)).repos[0]?.facts.commits;
    if (!next?.ok || !start) throw new Error('no page');
    const joined = joinHistory(start, next.value.commits);
    expect(joined.value.commits.map((c) => c.sha[0])).toEqual(['a', 'f']);
    expect(joined.value).toMatchObject({ complete: true, since });
  });
  it('keeps one repository’s failure to itself', () => {
    const json = { data: { r0: null, r1: page() }, errors: [{ type: 'NOT_FOUND', path: ['r0'] }] };
    const pages = value(parseHistoryPages(json, origin, asked));
    expect(pages.map((p) => (p.ok ? 'ok' : p.failure.kind))).toEqual(['not-found', 'ok']);
  });
});

describe('homes of roadmaps', () => {
  it('tells entries, no such repository, and what was not given apart', () => {
    const json = {
      data: { ...good.data, w0: { root: repository.root }, w1: null, w2: null },
      errors: [
        { type: 'NOT_FOUND', path: ['w1'] },
        { type: 'FORBIDDEN', path: ['w2'] },
      ],
    };
    const { homes, repos } = value(parseGraphQLRepos(json, origin, { ...asked, owners: ['a', 'c', 'e'] }));
    expect(homes.map((home) => (home ? home.length : home))).toEqual([2, null, undefined]);
    // A missing home is no failure of a repository.
    expect(repos.map((repo) => repo.failures)).toEqual([{}, {}]);
  });
});

describe('parseLooks', () => {
  const looks = [
    { repo: 'a/b', path: 'ROADMAP.md', text: true, history: true },
    { repo: 'a/b', path: 'old.md', text: false, history: true },
  ];
  const nodes = [{ oid: 'c1', committedDate: '2025-01-02T00:00:00Z' }, null];
  const branch = { target: { history: { nodes } } };
  it('reads text, content id and commits', () => {
    const f0 = { object: { oid: 'b', text: '# R', isTruncated: false }, defaultBranchRef: branch };
    expect(parseLooks({ data: { f0, f1: { defaultBranchRef: branch } } }, looks)).toEqual([
      { text: '# R', blob: 'b', commits: [{ sha: 'c1', at: Date.UTC(2025, 0, 2) }] },
      { commits: [{ sha: 'c1', at: Date.UTC(2025, 0, 2) }] },
    ]);
  });
  it.each([
    ['no such file', { object: null }, { text: null }],
    ['a folder', { object: {} }, { text: null }],
    ['a cut text', { object: { oid: 'b', text: 'x', isTruncated: true } }, {}],
    ['no text at all', { object: { oid: 'b', text: null } }, {}],
    ['nothing', null, {}],
    ['a wrong shape', { object: 5 }, {}],
  ])('of %s says so', (_, f0, seen) => {
    expect(parseLooks({ data: { f0 } }, looks)[0]).toEqual(seen);
  });
  it('says nothing of a look that failed', () => {
    const f0 = { object: null, defaultBranchRef: branch };
    expect(parseLooks({ data: { f0 }, errors: [{ type: 'X', path: ['f0', 'object'] }] }, looks)[0]).toEqual({});
  });
  it('never throws on any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (f0) => parseLooks({ data: { f0 } }, looks).length === 2));
  });
});

describe('sweepQuery', () => {
  const schema = buildSchema(published.idl, { assumeValid: true, assumeValidSDL: true });
  it('is valid by GitHub’s schema, for fifty repositories at most', () => {
    const names = Array.from({ length: 60 }, (_, i) => `o/r${i}`);
    const { query, variables } = sweepQuery(names);
    expect(validate(schema, parse(query))).toEqual([]);
    expect(variables).toHaveProperty(`pn${SWEEP_REPOS - 1}`);
    expect(variables).not.toHaveProperty(`pn${SWEEP_REPOS}`);
    expect(query.length).toBeLessThan(10_000);
  });
});

describe('parseSweep', () => {
  const node = {
    databaseId: 7,
    nameWithOwner: 'a/b',
    pushedAt: '2025-12-02T10:00:00Z',
    isArchived: false,
    isDisabled: false,
  };
  const meta = value(parseGraphQLRepos(good, origin, asked)).repos[0]?.facts.meta?.value;
  it('gives the state of each, undefined where it is missing', () => {
    const swept = value(parseSweep({ data: { p0: node, p1: null } }, origin, ['a/b', 'c/d']));
    expect(swept[1]).toBeUndefined();
    if (!meta || !swept[0]) throw new Error('nothing read');
    expect(isUnchanged(meta, swept[0])).toBe(true);
  });
  it.each([
    { pushedAt: '2025-12-03T10:00:00Z' },
    { pushedAt: null },
    { nameWithOwner: 'new/b' },
    { databaseId: 8 },
    { isArchived: true },
    { isDisabled: true },
  ])('sees a change to %j', (change) => {
    const [swept] = value(parseSweep({ data: { p0: { ...node, ...change } } }, origin, ['a/b']));
    if (!meta || !swept) throw new Error('nothing read');
    expect(isUnchanged(meta, swept)).toBe(false);
  });
});

describe('headlineKey', () => {
  it.each([
    ['Bump x (#12)', 'bump X (#13)', true],
    [`${'long '.repeat(20)}a`, `${'long '.repeat(20)}b`, true],
    ['fix a', 'fix b', false],
  ])('of %j and %j is the same: %s', (a, b, same) => {
    expect(headlineKey(a) === headlineKey(b)).toBe(same);
  });
});
