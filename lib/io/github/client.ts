/**
 * The one door to api.github.com. Octokit's core sends, its throttling plugin keeps requests in line, its retry plugin asks once
 * more after a 5xx; neither ever sleeps on a limit: a limit comes back as a failure with `retryAt`, and the scheduler decides.
 */
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Env } from '../../env.ts';
import { type FailureKind, fail, ok, type Result } from '../../result.ts';
import { guardedFetch, HttpFault, subjectOf } from '../http.ts';
import { type RequestLog, redact } from '../request-log.ts';
import type { Budget } from './budget.ts';

export const API = 'https://api.github.com';
/** GitHub's REST version that the parsers were written for. */
export const API_VERSION = '2022-11-28';
/** One more try after a 5xx: most are over within a second; a host in trouble is not helped by more. */
const RETRIES = 1;

export interface Asked {
  projectId: string | null;
  /** For the log: "statistics", "roadmap file". */
  purpose: string;
  /** ETag of a stored answer to the same request. */
  etag?: string | null;
  /** Raw text instead of JSON, through the contents endpoint. */
  raw?: boolean;
  signal?: AbortSignal;
}
export interface Answer {
  status: number;
  /** Parsed JSON, or the text of a raw file; null for 204, 202 and 304. */
  json: unknown;
  etag: string | null;
  /** rel → address, from the Link header. */
  link: Record<string, string>;
  /** Classic token's scopes, where told. */
  scopes: string | null;
  /** When a fine-grained or expiring token ends, as GitHub writes it. */
  tokenExpires: string | null;
  readAt: number;
}

export interface GitHub {
  /** GET. 304 is a success with `status` 304. 202 → pending; 204 → empty. `path` starts with a slash. */
  get(path: string, asked: Asked): Promise<Result<Answer>>;
  /** POST /graphql; needs a token. Answers with status 200 hold `data` and perhaps `errors`. */
  graphql(query: string, variables: Record<string, unknown>, asked: Asked): Promise<Result<Answer>>;
  /** What distinguishes this client's answers from another's: token class and API version. */
  identity(): Promise<string>;
}

export interface GitHubOptions {
  env: Env;
  log: RequestLog;
  budget: Budget;
  /** The reader's token, or null. Read for each request, so that a change counts at once. */
  token(): Promise<string | null>;
  /** GitHub said 401: the token is wrong, expired or revoked. */
  onUnauthorized?(): void;
  /** ms; tests set 0. */
  retryBaseMs?: number;
}

const Core = Octokit.plugin(throttling, retry);

interface Wire {
  status: number;
  headers: Record<string, string | number | undefined>;
  data: unknown;
}

/** Makes the client. It sends to api.github.com and nowhere else. */
export function createGitHub(options: GitHubOptions): GitHub {
  const { env, log, budget } = options;
  const send = async (route: string, parameters: Record<string, unknown>, asked: Asked): Promise<Result<Answer>> => {
    await budget.load();
    const token = await options.token();
    const octokit = coreFor(options, asked, token !== null);
    const headers: Record<string, string> = {
      accept: asked.raw ? 'application/vnd.github.raw' : 'application/vnd.github+json',
      'x-github-api-version': API_VERSION,
    };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (asked.etag) headers['if-none-match'] = asked.etag;
    const subject = subjectOf(`${API}${route.slice(route.indexOf(' ') + 1)}`);
    try {
      const request = asked.signal ? { request: { signal: asked.signal } } : {};
      const response = (await octokit.request(route, { ...parameters, ...request, headers })) as unknown as Wire;
      return answerOf(response, { at: env.now(), subject, raw: asked.raw === true });
    } catch (error) {
      if (error instanceof HttpFault) return { ok: false, failure: error.failure };
      const response = (error as { response?: Wire }).response;
      if (!response) throw error;
      if (response.status === 304) return ok({ ...emptyAnswer(response, env.now()), status: 304 });
      if (response.status === 401 && token !== null) options.onUnauthorized?.();
      return errorOf(response, { at: env.now(), subject, budget, withToken: token !== null });
    } finally {
      await budget.save();
    }
  };
  return {
    get: (path, asked) => send(`GET ${path}`, {}, asked),
    graphql: (query, variables, asked) => send('POST /graphql', { query, variables }, asked),
    identity: async () => `${(await options.token()) === null ? 'bare' : 'token'} ${API_VERSION}`,
  };

  /** Octokit binds `fetch` at construction; a core per request carries purpose and project into the log. It is cheap. */
  function coreFor(o: GitHubOptions, asked: Asked, withToken: boolean): Octokit {
    const host = new URL(API).host;
    const fetch = guardedFetch(env, {
      host,
      onDone({ url, status, failure, ms, headers }) {
        const { pathname, search } = new URL(url);
        if (status !== null && status < 400) budget.observe({ status, headers, message: '' }, env.now(), withToken);
        const row = { at: env.now() - ms, host, path: pathname + search, purpose: asked.purpose };
        void log.add({ ...row, projectId: asked.projectId, status, failure, ms });
      },
    });
    const quiet = () => {};
    return new Core({
      request: { fetch },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
      throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false },
      retry: {
        retries: RETRIES,
        retryAfterBaseValue: o.retryBaseMs ?? 1000,
        doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      },
    });
  }
}

const text = (value: unknown) => (value === undefined || value === null ? null : String(value));

function linksOf(header: string | null): Record<string, string> {
  const links: Record<string, string> = {};
  for (const [, url, rel] of (header ?? '').matchAll(/<([^<>]+)>\s*;\s*rel="(\w+)"/g)) {
    if (url?.startsWith(`${API}/`)) links[rel as string] = url.slice(API.length);
  }
  return links;
}

function emptyAnswer({ status, headers }: Wire, readAt: number): Answer {
  return {
    status,
    json: null,
    etag: text(headers.etag),
    link: linksOf(text(headers.link)),
    scopes: text(headers['x-oauth-scopes']),
    tokenExpires: text(headers['github-authentication-token-expiration']),
    readAt,
  };
}

interface Seen {
  at: number;
  subject: string;
}

function answerOf(response: Wire, seen: Seen & { raw: boolean }): Result<Answer> {
  const { status, data } = response;
  const { at, subject } = seen;
  if (status === 202) return fail('pending', at, { status, subject });
  if (status === 204) return fail('empty', at, { status, subject });
  const answer = emptyAnswer(response, at);
  const type = (text(response.headers['content-type']) ?? '').toLowerCase();
  if (seen.raw) {
    const body = data instanceof ArrayBuffer ? new TextDecoder().decode(data) : data;
    if (typeof body !== 'string' || /^text\/html/.test(type)) {
      return fail('bad-answer', at, { status, subject, detail: `a file was asked for, ${type || 'no type'} came` });
    }
    return ok({ ...answer, json: body });
  }
  if (!type.includes('json')) {
    // A captive portal or a login page: some other machine answered in GitHub's name.
    return fail('bad-answer', at, { status, subject, detail: `JSON was asked for, ${type || 'no type'} came` });
  }
  // Octokit hands out the bare text where JSON did not parse.
  if (typeof data !== 'object' || data === null) {
    return fail('bad-answer', at, { status, subject, detail: 'the answer is no whole JSON' });
  }
  return ok({ ...answer, json: data });
}

const KINDS: Record<number, FailureKind> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'empty',
  410: 'gone',
  422: 'unprocessable',
  451: 'blocked',
};

function errorOf(response: Wire, seen: Seen & { budget: Budget; withToken: boolean }): Result<Answer> {
  const { status } = response;
  const headers = new Headers(
    Object.entries(response.headers).flatMap(([k, v]): [string, string][] => (v === undefined ? [] : [[k, String(v)]])),
  );
  const data = response.data as { message?: unknown; block?: unknown } | string | null;
  const message = typeof data === 'object' && typeof data?.message === 'string' ? data.message : '';
  const more = { status, subject: seen.subject, ...(message ? { detail: redact(message).slice(0, 200) } : {}) };
  const limit = seen.budget.observe({ status, headers, message }, seen.at, seen.withToken);
  if (limit.limited) return fail('rate-limited', seen.at, { ...more, retryAt: limit.retryAt });
  // A repository that GitHub's staff took down answers 403 with `block`.
  if (status === 403 && typeof data === 'object' && data?.block !== undefined) return fail('blocked', seen.at, more);
  if (status >= 500) return fail('server-error', seen.at, { ...more, retryAt: seen.at + SERVER_PAUSE_MS });
  return fail(KINDS[status] ?? 'bad-answer', seen.at, more);
}

/** After a 5xx and its retry: long enough for a deploy on the other side to pass. */
const SERVER_PAUSE_MS = 60_000;
