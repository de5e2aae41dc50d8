import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headlineKey } from '../../../lib/domain/activity/author-key.ts';
import { joinHistory, parseGraphQLRepos, parseHistoryPages } from '../../../lib/domain/activity/parse-graphql.ts';
import { parseCommits } from '../../../lib/domain/activity/parse-rest.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { NOW, value } from './facts.ts';
import { asked, commitNode, good, history, origin, rate, repository, since } from './graphql-answers.ts';

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

describe('headlineKey', () => {
  it.each([
    ['Bump x (#12)', 'bump X (#13)', true],
    [`${'long '.repeat(20)}a`, `${'long '.repeat(20)}b`, true],
    ['fix a', 'fix b', false],
  ])('of %j and %j is the same: %s', (a, b, same) => {
    expect(headlineKey(a) === headlineKey(b)).toBe(same);
  });
});
