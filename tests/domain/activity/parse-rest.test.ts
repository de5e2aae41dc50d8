import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as parse from '../../../lib/domain/activity/parse-rest.ts';
import type { Read } from '../../../lib/domain/activity/repo-facts.ts';
import { WEEK_S } from '../../../lib/domain/time.ts';
import type { Result } from '../../../lib/result.ts';
import { NOW, value } from './facts.ts';
import { answer } from './vectors.ts';

const at: parse.Origin = { readAt: NOW, api: '/repos/a/b', etag: '"e"' };
const asked = { since: 0, complete: true };

const commitAnswer = {
  sha: 'a'.repeat(40),
  commit: {
    author: { name: 'Ada', email: 'ada+x@example.org', date: '2025-12-01T10:00:00Z' },
    committer: { name: 'GitHub', email: 'noreply@github.com', date: '2025-12-02T10:00:00Z' },
    message: 'one line\n\nmore',
    tree: { sha: 'b'.repeat(40) },
  },
  author: { id: 5, login: 'ada', type: 'User' },
  parents: [{ sha: 'c'.repeat(40) }],
};
const repoAnswer = () => answer('lidofinance/core', 'repo') as Record<string, unknown>;

/** Every parser with one good answer. */
const PARSERS: Record<string, { good: unknown; parse: (json: unknown) => Result<Read<unknown>> }> = {
  parseRepo: { good: repoAnswer(), parse: (json) => parse.parseRepo(json, at) },
  parseRepoList: { good: [repoAnswer()], parse: (json) => parse.parseRepoList(json, at) },
  parseContributors: {
    good: [{ author: { id: 1, login: 'a', type: 'User' }, weeks: [{ w: WEEK_S, c: 2 }] }],
    parse: (json) => parse.parseContributors(json, at),
  },
  parseParticipation: { good: { all: Array(52).fill(1) }, parse: (json) => parse.parseParticipation(json, at) },
  parseCommits: { good: [commitAnswer], parse: (json) => parse.parseCommits([json], at, asked) },
  parseCompare: { good: { ahead_by: 1, commits: [commitAnswer] }, parse: (json) => parse.parseCompare([json], at) },
  parseReleases: {
    good: [{ tag_name: 'v1', draft: false, prerelease: false, published_at: '2025-01-01T00:00:00Z' }],
    parse: (json) => parse.parseReleases(json, at),
  },
};

/** Every copy of a JSON value in which one place is replaced by something of another type, or left out. */
function broken(json: unknown): { path: string; json: unknown }[] {
  if (Array.isArray(json)) {
    const inside = json.flatMap((item, i) =>
      broken(item).map((b) => ({ path: `${i}.${b.path}`, json: json.with(i, b.json) })),
    );
    return [{ path: '[]', json: { message: 'Not Found' } }, ...inside];
  }
  if (json !== null && typeof json === 'object') {
    const entries = Object.entries(json);
    return entries.flatMap(([key, item]) => [
      { path: `-${key}`, json: Object.fromEntries(entries.filter(([k]) => k !== key)) },
      { path: key, json: { ...json, [key]: Symbol.for('wrong') } },
      ...broken(item).map((b) => ({ path: `${key}.${b.path}`, json: { ...json, [key]: b.json } })),
    ]);
  }
  return [];
}

describe.each(Object.entries(PARSERS))('%s', (_name, { good, parse: parser }) => {
  it('returns facts with their origin for a good answer', () => {
    expect(parser(good)).toMatchObject({ ok: true, value: { readAt: NOW, api: at.api, etag: '"e"' } });
  });

  it.each([null, undefined, '', 'text', 0, true, { message: 'Not Found' }, [null], [1], ['<html>']])(
    'returns bad-answer for %j',
    (json) => {
      expect(parser(json)).toMatchObject({ ok: false, failure: { kind: 'bad-answer', at: NOW, subject: at.api } });
    },
  );

  it('answers facts or bad-answer, and never throws, when any one place is missing or of a wrong type', () => {
    const cases = broken(good);
    expect(cases.length).toBeGreaterThan(0);
    for (const { json } of cases) {
      const result = parser(json);
      if (!result.ok) expect(result.failure.kind).toBe('bad-answer');
    }
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        parser(json);
      }),
    );
  });
});

describe('parseRepo', () => {
  it('says where the answer is wrong', () => {
    const result = parse.parseRepo({ ...repoAnswer(), created_at: 'yesterday' }, at);
    expect(result).toMatchObject({ ok: false, failure: { detail: 'created_at: no date' } });
  });
  it('reads forks, mirrors, renames and empty repositories', () => {
    const got = parse.parseRepo(
      {
        ...repoAnswer(),
        full_name: 'new/name',
        fork: true,
        parent: { full_name: 'p/q' },
        mirror_url: 'https://x.org/m',
      },
      at,
    );
    expect(value(got).value).toMatchObject({
      fullName: 'new/name',
      fork: true,
      parent: 'p/q',
      mirrorUrl: 'https://x.org/m',
    });
    const empty = parse.parseRepo({ ...repoAnswer(), size: 0, pushed_at: null }, at);
    expect(value(empty).value).toMatchObject({ empty: true, pushedAt: null });
  });
});

describe('parseContributors', () => {
  const entry = (author: unknown, c = 1) => ({
    author,
    weeks: [
      { w: WEEK_S, c },
      { w: 0, c: 0 },
    ],
  });
  it('keeps entries without an account as authors of their own who are not linked', () => {
    const { authors } = value(
      parse.parseContributors([entry(null), entry(null), entry({ id: 3, login: 'x' })], at),
    ).value;
    expect(authors.map((a) => a.linked)).toEqual([false, false, true]);
    expect(new Set(authors.map((a) => a.author)).size).toBe(3);
  });
  it.each([
    [99, false],
    [100, true],
  ])('of %i authors is cut off: %s', (n, cutOff) => {
    const list = Array.from({ length: n }, (_, i) => entry({ id: i }));
    expect(value(parse.parseContributors(list, at)).value.cutOff).toBe(cutOff);
  });
  it('of an empty list has no weeks', () => {
    expect(value(parse.parseContributors([], at)).value).toEqual({
      authors: [],
      cutOff: false,
      firstWeek: null,
      lastWeek: null,
    });
  });
  it('marks bots and drops weeks without commits', () => {
    const { authors } = value(parse.parseContributors([entry({ id: 1, login: 'x[bot]', type: 'Bot' })], at)).value;
    expect(authors[0]).toMatchObject({ bot: true, weeks: [[WEEK_S, 1]] });
  });
});

describe('parseCommits', () => {
  const one = (more: object) => value(parse.parseCommits([[{ ...commitAnswer, ...more }]], at, asked)).value.commits[0];
  it('keeps dates, counts and keys; no name, address or text', () => {
    const fact = one({});
    expect(fact).toMatchObject({ parents: 1, author: 'id:5', bot: false, linked: true });
    expect(fact?.committedAt).toBe(Date.UTC(2025, 11, 2, 10) / 1000);
    expect(JSON.stringify(fact)).not.toMatch(/ada|example|one line|github/i);
  });
  it('goes by the address where no account is linked', () => {
    expect(one({ author: null })).toMatchObject({ linked: false, author: expect.stringMatching(/^e:/) });
    expect(one({ author: {} })).toMatchObject({ linked: false, author: expect.stringMatching(/^e:/) });
  });
  it('takes the other date where GitHub knows only one of author and committer', () => {
    const { author, committer } = commitAnswer.commit;
    const of = (more: object) => one({ commit: { ...commitAnswer.commit, ...more } });
    expect(of({ author: null })?.authoredAt).toBe(Date.parse(committer.date) / 1000);
    expect(of({ committer: null })?.committedAt).toBe(Date.parse(author.date) / 1000);
    expect(of({ author: null, committer: null })).toBeUndefined();
  });
  it('knows empty commits where the parent is on the same pages', () => {
    const parent = { ...commitAnswer, sha: 'c'.repeat(40), parents: [] };
    const { commits } = value(parse.parseCommits([[commitAnswer], [parent]], at, asked)).value;
    expect(commits[0]?.parentTree).toBe(commits[0]?.tree);
    expect(commits[1]).toMatchObject({ parents: 0, parentTree: null });
  });
  it('begins after the oldest commit where pages were left out', () => {
    const window = value(parse.parseCommits([[commitAnswer]], at, { since: 0, complete: false })).value;
    expect(window).toMatchObject({ complete: false, since: Date.UTC(2025, 11, 2, 10) / 1000 + 1 });
    const nothing = value(parse.parseCommits([[]], at, { since: 0, complete: false })).value;
    expect(nothing.since).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('parseCompare', () => {
  it('is whole only where as many commits were read as lie ahead', () => {
    const page = (ahead: number) => [{ ahead_by: ahead, commits: [commitAnswer] }];
    expect(value(parse.parseCompare(page(1), at)).value).toMatchObject({ complete: true, since: 0, aheadBy: 1 });
    expect(value(parse.parseCompare(page(900), at)).value).toMatchObject({ complete: false, aheadBy: 900 });
  });
  it('of no page is a bad answer', () => {
    expect(parse.parseCompare([], at)).toMatchObject({ ok: false });
  });
});

describe('parseReleases', () => {
  it('leaves out a release without any date', () => {
    const drafts = [{ tag_name: 'v1', draft: true, prerelease: false, published_at: null, created_at: null }];
    expect(value(parse.parseReleases(drafts, at)).value).toEqual([]);
  });
});
