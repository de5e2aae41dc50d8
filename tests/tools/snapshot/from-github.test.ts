import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../lib/domain/time.ts';
import type { Env } from '../../../lib/env.ts';
import { gitHubKey, projectFromGitHub } from '../../../lib/tools/snapshot/from-github.ts';
import { waitAsked } from '../../../lib/tools/snapshot/github-api.ts';

const NOW = Date.UTC(2026, 7, 20);
const START = Date.UTC(2026, 2, 1);
const HEAD = 'f'.repeat(40);
const iso = (ms: number) => new Date(ms).toISOString();
const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init);

interface Made {
  user?: { databaseId: number; login: string } | null;
  email?: string;
  parents?: number;
  empty?: boolean;
}

/** The i-th commit of a history as GraphQL tells it. */
const made = (i: number, { user = null, email = 'dev@example.org', parents = 1, empty = false }: Made = {}) => ({
  oid: i.toString(16).padStart(40, '0'),
  tree: { oid: `t${i}` },
  parents: { totalCount: parents, nodes: [{ tree: { oid: empty ? `t${i}` : `t${i - 1}` } }] },
  author: { name: 'Dev', email, user },
  authoredDate: iso(START + i * DAY_MS),
  committedDate: iso(START + i * DAY_MS),
  messageHeadline: `Work ${i}`,
});
const page = (nodes: unknown[], next: string | null) =>
  json({
    data: { repository: { object: { history: { pageInfo: { hasNextPage: next !== null, endCursor: next }, nodes } } } },
  });
const headAnswer = () =>
  json({
    data: {
      repository: {
        nameWithOwner: 'a/main',
        createdAt: iso(START),
        isArchived: true,
        isFork: false,
        defaultBranchRef: { target: { oid: HEAD, committedDate: iso(START + 40 * DAY_MS) } },
        releases: {
          nodes: [
            { tagName: 'v1.0.0', publishedAt: iso(START + 5 * DAY_MS), isPrerelease: false, isDraft: false },
            { tagName: 'v1.1.0-rc.1', publishedAt: iso(START + 6 * DAY_MS), isPrerelease: true, isDraft: false },
            { tagName: 'v2.0.0', publishedAt: null, isPrerelease: false, isDraft: true },
          ],
        },
      },
    },
  });

/** Answers in turn; keeps what was asked and how long was waited. */
function fakeGitHub(answers: (() => Response)[]) {
  const asked: { url: string; variables: Record<string, unknown>; headers: Headers }[] = [];
  const waited: number[] = [];
  const env: Env = {
    now: () => NOW,
    wait: async (ms) => {
      waited.push(ms);
    },
    fetch: async (url, init) => {
      asked.push({ url, variables: JSON.parse(String(init?.body)).variables, headers: new Headers(init?.headers) });
      const answer = answers[asked.length - 1];
      if (!answer) throw new Error('asked too often');
      return answer();
    },
  };
  return { asked, waited, api: { env, token: 'secret-token', report: () => undefined } };
}
const project = { id: 'p', sectors: ['l1'], repos: ['a/main'], grewOutOf: {}, mirror: '' };
const octo = { databaseId: 7, login: 'octo' };
const many = (from: number, to: number, more?: Made) =>
  Array.from({ length: to - from }, (_, i) => made(from + i, more));

describe('projectFromGitHub', () => {
  const pages = [
    headAnswer,
    () => page(many(0, 20), 'next-page'),
    () =>
      page(
        [
          ...many(20, 23, { user: octo, email: 'one@example.org' }),
          ...many(23, 25, { user: octo, email: 'two@example.org' }),
          made(26, { parents: 2 }),
          made(27, { email: 'x+renovate[bot]@users.noreply.github.com' }),
          made(28, { empty: true }),
        ],
        null,
      ),
  ];

  it('reads page after page of one fixed head and counts as git would', async () => {
    const { asked, api } = fakeGitHub(pages);
    const { project: found, commits } = await projectFromGitHub(project, api);
    expect(commits).toBe(28);
    expect(found?.code.commitsTotal).toBe(25);
    // Two addresses of one account are one person.
    expect(found?.code.series.developers.at(-1)).toBe(2);
    expect(found?.code).toMatchObject({
      archived: true,
      fork: false,
      createdAt: START / 1000,
      releases: ['2026-03-06'],
    });
    expect(asked.map((each) => each.variables.after)).toEqual([undefined, null, 'next-page']);
    expect(asked.every((each) => each.url.startsWith('https://api.github.com/'))).toBe(true);
    expect(asked[0]?.headers.get('authorization')).toBe('bearer secret-token');
  });

  it('keeps neither names nor the token', async () => {
    const { api } = fakeGitHub(pages);
    expect(JSON.stringify(await projectFromGitHub(project, api))).not.toMatch(/octo|example\.org|secret|Work \d/);
  });

  it('waits as long as it is told to, then goes on', async () => {
    const { waited, api } = fakeGitHub([
      () => json({}, { status: 403, headers: { 'retry-after': '30' } }),
      () =>
        json(
          { errors: [{ type: 'RATE_LIMITED', message: 'slow down' }] },
          { headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 90) } },
        ),
      () => new Response('<html>502</html>', { status: 502 }),
      ...pages,
    ]);
    expect((await projectFromGitHub(project, api)).project?.code.commitsTotal).toBe(25);
    expect(waited).toEqual([30_000, 91_000, 5_000]);
  });

  it('gives up after five faults, and at once when the token is refused or the answer has another shape', async () => {
    const broken = fakeGitHub(new Array(9).fill(() => new Response('', { status: 500 })));
    await expect(projectFromGitHub(project, broken.api)).rejects.toThrow('5 times');
    expect(broken.asked).toHaveLength(5);
    const refused = fakeGitHub([() => json({}, { status: 401 })]);
    await expect(projectFromGitHub(project, refused.api)).rejects.toThrow('refuses the token');
    const odd = fakeGitHub([() => json({ data: { repository: { nameWithOwner: 4 } } })]);
    await expect(projectFromGitHub(project, odd.api)).rejects.toThrow('another shape');
  });

  it('says that a repository is not there', async () => {
    const { api } = fakeGitHub([
      () => json({ data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'no' }] }),
    ]);
    expect(await projectFromGitHub(project, api)).toMatchObject({
      reason: 'no history to read',
      notes: ['a/main: not there'],
    });
  });

  it('gives a repository that grew out of another only its own work', async () => {
    const { api } = fakeGitHub([headAnswer, () => page(many(0, 30), null), headAnswer, () => page(many(0, 25), null)]);
    const outcome = await projectFromGitHub({ ...project, grewOutOf: { 'a/main': 'b/parent' } }, api);
    expect(outcome.reason).toBe('only 5 counted commits');
  });
});

describe('gitHubKey', () => {
  it('changes with the head', async () => {
    const other = () => json(JSON.parse(JSON.stringify({ data: { repository: null } })));
    const one = await gitHubKey(project, fakeGitHub([headAnswer]).api);
    expect(await gitHubKey(project, fakeGitHub([headAnswer]).api)).toBe(one);
    expect(await gitHubKey(project, fakeGitHub([other]).api)).not.toBe(one);
  });
});

describe('waitAsked', () => {
  const answer = (status: number, headers: Record<string, string> = {}) => new Response('', { status, headers });
  it.each([
    ['a good answer', answer(200), undefined],
    ['a server error', answer(502), undefined],
    ['429 without a word', answer(429), 60_000],
    ['403 without a word', answer(403), 60_000],
    ['retry-after', answer(429, { 'retry-after': '7' }), 7_000],
    [
      'a clock that is hours off',
      answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' }),
      3_700_000,
    ],
    ['a reset that has passed', answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }), 1_000],
  ])('%s', (_, response, ms) => {
    expect(waitAsked(response, false, NOW)).toBe(ms);
  });
});
