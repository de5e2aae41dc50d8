import { describe, expect, it } from 'vitest';
import type { Env } from '../../lib/env.ts';
import { guardedFetch, HttpFault } from '../../lib/io/http.ts';
import { NOW } from '../app/world.ts';

const HOST = 'api.github.com';
const START = `https://${HOST}/repos/a/b`;
const SECRET = 'Bearer github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbb';

interface Seen {
  url: string;
  redirect: string | undefined;
  authorization: string | null;
}

/** A network on which `reply` answers; what was sent is written down. */
function network(reply: (url: string, init: RequestInit) => Response) {
  const seen: Seen[] = [];
  const env: Env = {
    now: () => NOW,
    wait: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    async fetch(url, init = {}) {
      seen.push({ url, redirect: init.redirect, authorization: new Headers(init.headers).get('authorization') });
      return reply(url, init);
    },
  };
  return { env, seen };
}

/** As a browser answers a manual redirect: no status, no address. */
function opaque(): Response {
  return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
}
function from(url: string, body: string, headers: Record<string, string> = {}): Response {
  return Object.defineProperty(new Response(body, { headers }), 'url', { value: url });
}
const moved = (location: string) => new Response(null, { status: 301, headers: { location } });

async function kindOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'fine';
  } catch (error) {
    return error instanceof HttpFault ? error.failure.kind : String(error);
  }
}
const ask = (env: Env) => guardedFetch(env, { host: HOST })(START, { headers: { authorization: SECRET } });

describe('guardedFetch', () => {
  it('never lets a browser follow a redirect with the token on board', async () => {
    const { env, seen } = network((_, init) =>
      init.redirect === 'manual' ? opaque() : from(`https://${HOST}/repositories/5`, '{"id":5}'),
    );
    expect(await (await ask(env)).json()).toEqual({ id: 5 });
    expect(seen.map(({ redirect, authorization }) => [redirect, authorization])).toEqual([
      ['manual', SECRET],
      ['follow', null],
    ]);
  });

  it('leaves out what an answer without the token says of the hour', async () => {
    const { env } = network((_, init) =>
      init.redirect === 'manual' ? opaque() : from(START, '{}', { 'x-ratelimit-limit': '60', etag: '"e"' }),
    );
    const { headers } = await ask(env);
    expect([headers.get('x-ratelimit-limit'), headers.get('etag')]).toEqual([null, '"e"']);
  });

  it.each(['https://evil.example/x', 'http://api.github.com/x', 'https://github.com/a/b'])(
    'refuses an answer that a browser fetched from %s, which never saw the token',
    async (end) => {
      const { env, seen } = network((_, init) => (init.redirect === 'manual' ? opaque() : from(end, '{}')));
      expect(await kindOf(ask(env))).toBe('redirect-loop');
      expect(seen.filter((one) => one.authorization !== null).map((one) => one.url)).toEqual([START]);
    },
  );

  it('takes a redirect that the browser can not follow for a loop', async () => {
    const { env } = network((_, init) => {
      if (init.redirect === 'manual') return opaque();
      throw new TypeError('Failed to fetch');
    });
    expect(await kindOf(ask(env))).toBe('redirect-loop');
  });

  it.each([
    'https://evil.example/x',
    'http://api.github.com/x',
    '//evil.example/x',
    'https://api.github.com.evil.example/',
  ])('does not take one step to %s', async (location) => {
    const { env, seen } = network(() => moved(location));
    expect(await kindOf(ask(env))).toBe('redirect-loop');
    expect(seen.map((one) => one.url)).toEqual([START]);
  });

  it('keeps the token while it stays with the host', async () => {
    const { env, seen } = network((url) => (url === START ? moved('/repositories/5') : from(url, '{}')));
    await ask(env);
    expect(seen.map((one) => [one.url, one.authorization])).toEqual([
      [START, SECRET],
      [`https://${HOST}/repositories/5`, SECRET],
    ]);
  });

  it('ends a chain after four steps', async () => {
    const { env, seen } = network((url) => moved(`${url}x`));
    expect(await kindOf(ask(env))).toBe('redirect-loop');
    expect(seen.length).toBe(5);
  });

  it.each(['https://example.org/', 'http://api.github.com/x'])('sends nothing to %s at all', async (url) => {
    const { env, seen } = network(() => from(url, '{}'));
    await expect(guardedFetch(env, { host: HOST })(url)).rejects.toThrow('not api.github.com');
    expect(seen).toEqual([]);
  });
});
