import { describe, expect, it } from 'vitest';
import { createBudget } from '../../lib/io/github/budget.ts';
import { createGitHub } from '../../lib/io/github/client.ts';
import { fail } from '../../lib/result.ts';
import { NOW } from '../app/world.ts';

const TOKEN = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbb';
const HOUR = {
  'x-ratelimit-limit': '5000',
  'x-ratelimit-resource': 'graphql',
  'x-ratelimit-reset': `${NOW / 1000 + 900}`,
};
const ASKED = { projectId: 'alpha', purpose: 'repositories' };

function gitHub(reply: () => Response, token: string | null = TOKEN) {
  const sent: { url: string; init: RequestInit }[] = [];
  const rows: unknown[] = [];
  const refused: string[] = [];
  const env = {
    now: () => NOW,
    wait: (_: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    fetch: async (url: string, init: RequestInit = {}) => {
      sent.push({ url, init });
      return reply();
    },
  };
  const nowhere = { run: async () => fail('storage-blocked', NOW), close() {} };
  const budget = createBudget(nowhere);
  const log = { add: async (row: unknown) => void rows.push(row), list: async () => fail('bug', NOW) };
  const github = createGitHub({ env, log, budget, token: async () => token, onUnauthorized: (t) => refused.push(t) });
  return { ask: () => github.graphql('query { x }', { a: 'b' }, ASKED), sent, rows, budget, refused };
}
const json = (body: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const rate = { cost: 12, limit: 5000, remaining: 4321, resetAt: new Date(NOW + 900_000).toISOString() };

describe('graphql of createGitHub', () => {
  it('sends the question with the token to api.github.com alone, and logs no word of it', async () => {
    const { ask, sent, rows } = gitHub(() => json({ data: { x: 1 } }));
    expect(await ask()).toMatchObject({ ok: true, value: { json: { data: { x: 1 } }, readAt: NOW } });
    expect(sent.map(({ url }) => url)).toEqual(['https://api.github.com/graphql']);
    expect(new Headers(sent[0]?.init.headers).get('authorization')).toBe(`Bearer ${TOKEN}`);
    expect(sent[0]?.init.body).toBe('{"query":"query { x }","variables":{"a":"b"}}');
    expect(rows).toMatchObject([{ path: '/graphql', purpose: 'repositories', projectId: 'alpha', status: 200 }]);
    expect(JSON.stringify(rows)).not.toContain('github_pat');
  });

  it('sends nothing without a token', async () => {
    const { ask, sent } = gitHub(() => json({}), null);
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'unauthorized' } });
    expect(sent).toEqual([]);
  });

  it('reads the price from the answer and keeps it in a budget of its own', async () => {
    let remaining = 4321;
    const { ask, budget } = gitHub(() => json({ data: { rateLimit: { ...rate, remaining } } }));
    await ask();
    expect(budget.note(NOW, 'points')).toMatchObject({ left: 4321, limit: 5000, resetAt: NOW + 900_000 });
    remaining = 4309;
    await ask();
    expect(budget.note(NOW, 'points')).toMatchObject({ left: 4309 });
    expect(budget.note(NOW, 'token')).toBeNull();
    // A query of twelve points does not start with eleven left, nor background work in the last third.
    const left = (n: number) =>
      budget.observe(
        { status: 200, headers: new Headers({ ...HOUR, 'x-ratelimit-remaining': `${n}` }), message: '' },
        NOW,
        'points',
      );
    left(12);
    expect(budget.allowedAt(NOW, true, 'points')).toBe(NOW);
    left(11);
    expect(budget.allowedAt(NOW, true, 'points')).toBe(NOW + 900_000);
    left(1678);
    expect(budget.allowedAt(NOW, false, 'points')).toBe(NOW);
    left(1677);
    expect(budget.allowedAt(NOW, false, 'points')).toBe(NOW + 900_000);
    expect(budget.allowedAt(NOW, false, 'token')).toBe(NOW);
  });

  it('hands data on although errors stand beside it', async () => {
    const { ask } = gitHub(() => json({ data: { r0: null }, errors: [{ type: 'RATE_LIMITED', message: 'x' }] }));
    expect(await ask()).toMatchObject({ ok: true });
  });

  it.each([
    [
      'points used up, status 200',
      json({ errors: [{ type: 'RATE_LIMITED', message: 'x' }] }, { ...HOUR, 'x-ratelimit-remaining': '0' }),
      900,
      false,
    ],
    [
      'secondary limit, status 200',
      json({ errors: [{ message: 'You have exceeded a secondary rate limit' }] }),
      60,
      true,
    ],
    ['secondary limit, status 403', json({ message: 'secondary rate limit' }, { 'retry-after': '77' }, 403), 77, true],
    ['429', json({}, { 'retry-after': '5' }, 429), 5, true],
  ])('%s: fails as a limit, to the second, and holds back what it concerns', async (_, answer, seconds, all) => {
    const { ask, budget } = gitHub(() => answer);
    expect(await ask()).toMatchObject({ failure: { kind: 'rate-limited', retryAt: NOW + seconds * 1000 } });
    expect(budget.allowedAt(NOW, true, 'points')).toBe(NOW + seconds * 1000);
    expect(budget.allowedAt(NOW, true, 'token')).toBe(all ? NOW + seconds * 1000 : NOW);
    expect(budget.allowedAt(NOW, true, 'bare')).toBe(NOW);
  });

  it('waits twice as long at each secondary limit in a row, and begins anew after a good answer', async () => {
    const limit = () => json({ errors: [{ message: 'You have exceeded a secondary rate limit' }] });
    let reply = limit;
    const { ask } = gitHub(() => reply());
    const waits = async (times: number) => {
      const seconds: number[] = [];
      for (let i = 0; i < times; i++) {
        const answer = await ask();
        if (!answer.ok) seconds.push(((answer.failure.retryAt ?? 0) - NOW) / 1000);
      }
      return seconds;
    };
    expect(await waits(3)).toEqual([60, 120, 240]);
    reply = () => json({ data: { rateLimit: rate } });
    expect(await waits(1)).toEqual([]);
    reply = limit;
    expect(await waits(2)).toEqual([60, 120]);
  });

  it.each([
    ['a query that took too long', () => new Response('<h1>502</h1>', { status: 502 }), 'server-error'],
    ['a login page', () => new Response('<form>', { headers: { 'content-type': 'text/html' } }), 'bad-answer'],
    ['truncated JSON', () => new Response('{"data', { headers: { 'content-type': 'application/json' } }), 'bad-answer'],
  ])('%s: asks once and fails', async (_, reply, kind) => {
    const { ask, sent } = gitHub(reply);
    expect(await ask()).toMatchObject({ failure: { kind } });
    expect(sent.length).toBe(1);
  });

  it('says so when the token is refused', async () => {
    const { ask, refused } = gitHub(() => json({ message: 'Bad credentials' }, {}, 401));
    expect(await ask()).toMatchObject({ failure: { kind: 'unauthorized' } });
    expect(refused).toEqual([TOKEN]);
  });
});
