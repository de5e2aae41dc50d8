/**
 * The one shape in which every operation that may fail in an expected way answers.
 * Exceptions are for bugs only; whatever the reader may meet is a Failure with a closed kind.
 */

/** Every kind of failure that the reader can meet. The interface has words for each of them. */
export const FAILURE_KINDS = [
  'offline', // the device has no network, or the name did not resolve
  'timeout', // no answer, or no further bytes, in the time that the request had
  'rate-limited', // primary or secondary limit; `retryAt` says when to ask again
  'unauthorized', // 401: the token is wrong, expired or revoked
  'forbidden', // 403 that is not a limit
  'not-found', // 404: gone, renamed without redirect, or private
  'blocked', // 451 or disabled by the host
  'gone', // 410
  'pending', // 202: the host is still computing
  'empty', // 204 or an empty repository (409)
  'server-error', // 5xx
  'unprocessable', // 422: the host declines to compute this
  'redirect-loop', // too many 3xx, or a redirect to another host
  'bad-answer', // not JSON, wrong shape, truncated, a login page
  'too-large', // more bytes than a reader's machine should take
  'storage-full', // the browser's quota is used up
  'private-window', // of a private window nothing is kept
  'storage-blocked', // IndexedDB is blocked, deleted or from a newer version
  'invalid-input', // what the reader gave can't be read; `detail` says where
  'unknown-project', // no such id in the registry or among the reader's own
  'cancelled', // the reader or the page went away
  'bug', // an exception: never expected, always shown as such
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface Failure<K extends string = FailureKind> {
  kind: K;
  /** When it happened, Unix time in ms. */
  at: number;
  /** Plain text for the request log and diagnostics, never markup and never a secret. */
  detail?: string;
  /** When asking again makes sense, Unix time in ms. */
  retryAt?: number;
  /** HTTP status, where there was one. */
  status?: number;
  /** What was asked, e.g. "api.github.com/repos/a/b". */
  subject?: string;
}

export type Result<T, K extends string = FailureKind> = { ok: true; value: T } | { ok: false; failure: Failure<K> };

/** Wraps a value as success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Makes a failure of the given kind, observed at `at` (Unix ms). */
export function fail<K extends string>(
  kind: K,
  at: number,
  more: Omit<Failure<K>, 'kind' | 'at'> = {},
): { ok: false; failure: Failure<K> } {
  return { ok: false, failure: { kind, at, ...more } };
}
