/** What can go wrong with an answer, switchable by address while a test runs. */
import type { ServerResponse } from 'node:http';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, X-RateLimit-Remaining, X-RateLimit-Reset',
};
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', ...CORS };
const message = (text: string) => JSON.stringify({ message: text, documentation_url: 'https://docs.github.com/rest' });
const inAnHour = () => String(Math.floor(Date.now() / 1000) + 3600);

/** Each writes one kind of broken or unwelcome answer. */
export const FAULTS = {
  hang: () => {},
  reset: (res: ServerResponse) => res.socket?.destroy(),
  truncated: (res: ServerResponse) => {
    res.writeHead(200, { ...JSON_TYPE, 'content-length': '5000' });
    res.write('{"id": 1, "name": "cut o');
    setTimeout(() => res.socket?.destroy(), 50);
  },
  pending: (res: ServerResponse) => res.writeHead(202, JSON_TYPE).end('{}'),
  'no-content': (res: ServerResponse) => res.writeHead(204, CORS).end(),
  'limit-with-headers': (res: ServerResponse) =>
    res
      .writeHead(403, {
        ...JSON_TYPE,
        'x-ratelimit-remaining': '0',
        'x-ratelimit-limit': '60',
        'x-ratelimit-reset': inAnHour(),
      })
      .end(message('API rate limit exceeded')),
  'limit-bare': (res: ServerResponse) =>
    res.writeHead(403, JSON_TYPE).end(message('You have exceeded a secondary rate limit')),
  forbidden: (res: ServerResponse) => res.writeHead(403, JSON_TYPE).end(message('Resource not accessible')),
  'too-many': (res: ServerResponse) =>
    res.writeHead(429, { ...JSON_TYPE, 'retry-after': '120' }).end(message('Too many requests')),
  'too-many-bare': (res: ServerResponse) => res.writeHead(429, JSON_TYPE).end(message('Too many requests')),
  'not-found': (res: ServerResponse) => res.writeHead(404, JSON_TYPE).end(message('Not Found')),
  'server-error': (res: ServerResponse) =>
    res.writeHead(502, { 'content-type': 'text/html', ...CORS }).end('<h1>502</h1>'),
  'not-json': (res: ServerResponse) =>
    res.writeHead(200, { 'content-type': 'text/html', ...CORS }).end('<!doctype html><p>Sign in'),
  'wrong-shape': (res: ServerResponse) => res.writeHead(200, JSON_TYPE).end('{"hello": ["world"]}'),
  huge: (res: ServerResponse) => {
    res.writeHead(200, JSON_TYPE);
    res.end(`{"name": "${'x'.repeat(10_000_000)}"}`);
  },
  markup: (res: ServerResponse) =>
    res.writeHead(200, JSON_TYPE).end(
      JSON.stringify({
        id: 1,
        name: '<img src=x onerror=alert(1)>',
        full_name: '\u202egro/evil',
        html_url: 'javascript:alert(1)',
      }),
    ),
} satisfies Record<string, (res: ServerResponse) => unknown>;

export type FaultKind = keyof typeof FAULTS;
