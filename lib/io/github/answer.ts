/** GitHub's answers, of any status, as results: what they hold, or the failure that they stand for. */
import { MINUTE_MS } from '../../domain/time.ts';
import { type FailureKind, fail, ok, type Result } from '../../result.ts';
import { redact } from '../request-log.ts';
import type { Budget, Hour } from './budget.ts';

export const API = 'https://api.github.com';

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

/** An answer as octokit hands it out. */
export interface Wire {
  status: number;
  headers: Record<string, string | number | undefined>;
  data: unknown;
}

const text = (value: unknown) => (value === undefined || value === null ? null : String(value));

function linksOf(header: string | null): Record<string, string> {
  const links: Record<string, string> = {};
  for (const [, url, rel] of (header ?? '').matchAll(/<([^<>]+)>\s*;\s*rel="(\w+)"/g)) {
    if (url?.startsWith(`${API}/`)) links[rel as string] = url.slice(API.length);
  }
  return links;
}

/** All of an answer but its body. */
export function emptyAnswer({ status, headers }: Wire, readAt: number): Answer {
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

export interface Seen {
  at: number;
  subject: string;
}

/** An answer of status 2xx. */
export function answerOf(response: Wire, seen: Seen & { raw: boolean }): Result<Answer> {
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

/** Headers of an answer, as the browser's own object. */
export function headersOf({ headers }: Wire): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([k, v]): [string, string][] => (v === undefined ? [] : [[k, String(v)]])),
  );
}

/** An answer of status 4xx or 5xx; limits are taken into the budget. */
export function errorOf(response: Wire, seen: Seen & { budget: Budget; hour: Hour }): Result<Answer> {
  const { status } = response;
  const headers = headersOf(response);
  const data = response.data as { message?: unknown; block?: unknown } | string | null;
  const message = typeof data === 'object' && typeof data?.message === 'string' ? data.message : '';
  const more = { status, subject: seen.subject, ...(message ? { detail: redact(message).slice(0, 200) } : {}) };
  const limit = seen.budget.observe({ status, headers, message }, seen.at, seen.hour);
  if (limit.limited) return fail('rate-limited', seen.at, { ...more, retryAt: limit.retryAt });
  // A repository that GitHub's staff took down answers 403 with `block`.
  if (status === 403 && typeof data === 'object' && data?.block !== undefined) return fail('blocked', seen.at, more);
  if (status >= 500) return fail('server-error', seen.at, { ...more, retryAt: seen.at + SERVER_PAUSE_MS });
  return fail(KINDS[status] ?? 'bad-answer', seen.at, more);
}

/** After a 5xx and its retry: long enough for a deploy on the other side to pass. */
const SERVER_PAUSE_MS = MINUTE_MS;
