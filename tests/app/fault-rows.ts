/** The faults of GitHub's side as rows: what goes wrong, and what the reader is told. */
import { DAY_S } from '../../lib/domain/time.ts';
import type { FailureKind } from '../../lib/result.ts';
import { turn } from '../turn.ts';
import { type Clock, json, LIMITS, NOW } from './world.ts';

export type Fault = (url: URL, env: Clock) => Response | Promise<Response>;
export const META = '/repos/alpha/core';
export const STATS = '/repos/alpha/core/stats/contributors';
/** When the fault is met: a week after the good reading, Unix s. */
export const now = NOW / 1000 + 7 * DAY_S;

const bytes = (size: number, chunk = 1_000_000) =>
  new ReadableStream<Uint8Array>({
    start() {},
    pull(controller) {
      if (size <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(chunk, size)).fill(32));
      size -= chunk;
    },
  });
const broken = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.error(new TypeError('terminated'));
    },
  });
export const raw = (body: BodyInit | null, type: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { ...(type ? { 'content-type': type } : {}), ...headers } });
export const says = (message: string, status: number, headers: Record<string, string> = {}) =>
  json({ message }, headers, status);
const network = (message: string) => () => {
  throw new TypeError(message);
};
export const never: Fault = (_, env) => {
  env.hang();
  return new Promise<Response>(() => {});
};
const slow: Fault = (_, env) =>
  raw(
    new ReadableStream<Uint8Array>({
      pull() {
        env.hang();
        return new Promise(() => {});
      },
    }),
    'application/json',
  );

export interface FaultRow {
  what: string;
  fault: Fault;
  /** Path that meets it; all others answer well. */
  at?: string;
  /** Kind that the report names; null: nothing is wrong after all. */
  tells: FailureKind | null;
  /** When asking again makes sense, seconds after the fault. */
  retryIn?: number;
  verdict?: string;
}

/** What the reader is told by kind, and that the older figures stay, is the same for all rows; the table holds the rest. */
export const ROWS: FaultRow[] = [
  { what: 'the name does not resolve (DNS)', fault: network('net::ERR_NAME_NOT_RESOLVED'), tells: 'offline' },
  { what: 'TLS fails', fault: network('net::ERR_CERT_AUTHORITY_INVALID'), tells: 'offline' },
  { what: 'the connection is reset', fault: network('net::ERR_CONNECTION_RESET'), tells: 'offline' },
  { what: 'there is no network', fault: network('Failed to fetch'), tells: 'offline' },
  { what: 'a hang before any header', fault: never, tells: 'timeout' },
  { what: 'a hang after the headers', fault: slow, tells: 'timeout' },
  { what: 'a hang in the statistics alone', fault: never, at: STATS, tells: 'timeout' },
  {
    what: 'an answer that breaks off (truncated gzip)',
    fault: () => raw(broken('{"id": 1'), 'application/json'),
    tells: 'bad-answer',
  },
  { what: 'truncated JSON', fault: () => raw('[{"weeks": [', 'application/json'), at: STATS, tells: 'bad-answer' },
  { what: 'an empty body', fault: () => raw('', 'application/json'), tells: 'bad-answer' },
  { what: 'a body without a type', fault: () => raw(new TextEncoder().encode('{}'), ''), tells: 'bad-answer' },
  { what: 'an HTML login page with status 200', fault: () => raw('<form>', 'text/html'), tells: 'bad-answer' },
  {
    what: 'a captive portal that says JSON and sends HTML',
    fault: () => raw('<html>', 'application/json'),
    tells: 'bad-answer',
  },
  {
    what: 'a captive portal that redirects to itself',
    fault: () => raw(null, '', 302, { location: 'https://wifi.example/login' }),
    tells: 'redirect-loop',
  },
  { what: 'JSON of another shape', fault: () => json({ hello: 'world' }), tells: 'bad-answer' },
  { what: 'JSON null', fault: () => raw('null', 'application/json'), tells: 'bad-answer' },
  { what: 'a list where an object belongs', fault: () => json([]), tells: 'bad-answer' },
  {
    what: 'numbers as texts in the statistics',
    fault: () => json([{ author: null, weeks: [{ w: '1', c: '2' }] }]),
    at: STATS,
    tells: 'bad-answer',
  },
  {
    what: 'negative counts',
    fault: () => json([{ author: null, weeks: [{ w: 1, c: -2 }] }]),
    at: STATS,
    tells: 'bad-answer',
  },
  { what: '10 MB and more', fault: () => raw(bytes(12_000_000), 'application/json'), at: STATS, tells: 'too-large' },
  {
    what: 'an endless answer',
    fault: () => raw(bytes(Number.POSITIVE_INFINITY), 'application/json'),
    tells: 'too-large',
  },
  { what: 'a 301 loop', fault: (url) => raw(null, '', 301, { location: url.href }), tells: 'redirect-loop' },
  { what: 'a 301 without a target', fault: () => raw(null, '', 301), tells: 'redirect-loop' },
  {
    what: 'a 301 to plain http',
    fault: () => raw(null, '', 301, { location: 'http://api.github.com/x' }),
    tells: 'redirect-loop',
  },
  { what: '304 for what is stored', fault: () => raw(null, '', 304), tells: null },
  {
    what: 'an answer that drips, byte by byte',
    fault: (_, env) => {
      let bytes = 0;
      return raw(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            controller.enqueue(new Uint8Array([32]));
            // Each byte comes in time; together they never do.
            await turn();
            if (++bytes === 40) env.hang();
          },
        }),
        'application/json',
      );
    },
    tells: 'timeout',
  },
  { what: '400', fault: () => says('Bad Request', 400), tells: 'bad-answer' },
  { what: '401 without a token', fault: () => says('Requires authentication', 401), tells: 'unauthorized' },
  {
    what: '403 as primary limit',
    fault: () =>
      says('API rate limit exceeded', 403, {
        ...LIMITS,
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(now + 600),
      }),
    tells: 'rate-limited',
    retryIn: 600,
  },
  {
    what: '403 as secondary limit with Retry-After',
    fault: () => says('You have exceeded a secondary rate limit', 403, { 'retry-after': '97' }),
    tells: 'rate-limited',
    retryIn: 97,
  },
  {
    what: '403 as secondary limit without headers',
    fault: () => says('You have exceeded a secondary rate limit', 403),
    tells: 'rate-limited',
    retryIn: 60,
  },
  { what: '403 that forbids', fault: () => says('Resource not accessible', 403), tells: 'forbidden' },
  {
    what: '403 of a blocked repository',
    fault: () => json({ message: 'Repository access blocked', block: { reason: 'tos' } }, {}, 403),
    tells: 'blocked',
    verdict: 'gone',
  },
  { what: '404: gone or private', fault: () => says('Not Found', 404), tells: 'not-found', verdict: 'gone' },
  { what: '409: empty repository', fault: () => says('Git Repository is empty.', 409), at: STATS, tells: 'empty' },
  { what: '410', fault: () => says('Gone', 410), tells: 'gone' },
  { what: '422', fault: () => says('too many commits', 422), at: STATS, tells: 'unprocessable' },
  {
    what: '429 with Retry-After',
    fault: () => says('slow down', 429, { 'retry-after': '31' }),
    tells: 'rate-limited',
    retryIn: 31,
  },
  {
    what: '429 with a date as Retry-After',
    fault: () =>
      says('slow down', 429, {
        'retry-after': new Date((now + 120) * 1000).toUTCString(),
        date: new Date(now * 1000).toUTCString(),
      }),
    tells: 'rate-limited',
    retryIn: 120,
  },
  { what: '429 without headers', fault: () => says('slow down', 429), tells: 'rate-limited', retryIn: 60 },
  { what: '451: taken down', fault: () => says('DMCA', 451), tells: 'blocked', verdict: 'gone' },
  ...[500, 501, 502, 503, 504].map((status) => ({
    what: String(status),
    fault: () => says('oops', status),
    tells: 'server-error' as const,
    retryIn: 60,
  })),
  { what: '503 with a page of HTML', fault: () => raw('<h1>Unicorn</h1>', 'text/html', 503), tells: 'server-error' },
  { what: '204: an empty repository', fault: () => raw(null, '', 204), at: STATS, tells: 'empty' },
];
