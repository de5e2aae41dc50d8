/**
 * One guarded fetch under everything that leaves the machine: time limit, size limit, redirects inside one host, typed faults.
 * What comes back is a Response whose body is already in memory, so that nothing above can hang or grow.
 */
import type { Env } from '../env.ts';
import { type Failure, type FailureKind, fail } from '../result.ts';

/** Headers and body together. GitHub cuts its own work off after 10 s; three times that covers a slow line. */
export const REQUEST_MS = 30_000;
/** The largest answer that the plan meets (statistics of 100 authors over 12 years) is about 3 MB. */
export const MAX_BODY_BYTES = 10_000_000;
/** A rename answers with one redirect; renamed twice, with two. More is a loop. */
const MAX_REDIRECTS = 4;

/** An expected fault on its way through code that knows only exceptions. */
export class HttpFault extends Error {
  readonly failure: Failure;
  /** Octokit's retry plugin looks here; without an inner `request` it lets the fault pass. */
  readonly request = {};
  constructor(failure: Failure) {
    super(failure.detail ?? failure.kind);
    // The one name that octokit's core passes on as it is.
    this.name = 'AbortError';
    this.failure = failure;
  }
}

export interface GuardOptions {
  /** Only host that may answer, e.g. "api.github.com". */
  host: string;
  timeoutMs?: number;
  maxBytes?: number;
  /** Told about every answer or fault, redirects included. */
  onDone?(done: {
    url: string;
    status: number | null;
    failure: FailureKind | null;
    ms: number;
    headers: Headers;
  }): void;
}

function fault(env: Env, kind: FailureKind, url: string, detail: string): HttpFault {
  return new HttpFault(fail(kind, env.now(), { detail: detail.slice(0, 300), subject: subjectOf(url) }).failure);
}

/** Host and path, for failures and log. Queries hold no secret here but say nothing to the reader either. */
export function subjectOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Reads the body while counting, stops at the limit. A broken stream is a truncated answer. */
async function readBody(env: Env, response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > maxBytes) {
        // Not awaited: a host that never ends its answer may never end the cancelling either.
        reader.cancel().catch(() => {});
        throw fault(env, 'too-large', url, `more than ${maxBytes} bytes`);
      }
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof HttpFault) throw error;
    throw fault(env, 'bad-answer', url, `the answer broke off: ${String(error)}`);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

const REDIRECTS = new Set([301, 302, 307, 308]);

/** The request without what only our host may see. */
function withoutSecrets(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  headers.delete('authorization');
  return { ...init, headers };
}

/** One network request; faults of the line have no status. */
async function once(env: Env, url: string, init: RequestInit): Promise<Response> {
  try {
    return await env.fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw init.signal.reason;
    throw fault(env, 'offline', url, String((error as Error).message ?? error));
  }
}

/**
 * One answer within the host. Nothing is followed unseen while a token is on board: a browser hides where a redirect leads, so
 * it follows that one by itself without the token, and the answer counts only when our own host gave it. Elsewhere (tests,
 * tools) the target is known and checked before each step.
 */
async function follow(env: Env, start: string, init: RequestInit, host: string): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await once(env, url, { ...init, redirect: 'manual' });
    if (response.type === 'opaqueredirect') return followBlind(env, url, init, host);
    if (!REDIRECTS.has(response.status)) return response;
    const target = response.headers.get('location');
    const next = target ? new URL(target, url) : null;
    if (!next || next.host !== host || next.protocol !== 'https:') {
      throw fault(env, 'redirect-loop', start, `redirected to ${next?.host ?? 'nowhere'}`);
    }
    url = next.href;
  }
  throw fault(env, 'redirect-loop', start, `more than ${MAX_REDIRECTS} redirects`);
}

/** Lets the browser follow, without secrets and to another host only to find out that it is one. */
async function followBlind(env: Env, url: string, init: RequestInit, host: string): Promise<Response> {
  let response: Response;
  try {
    response = await env.fetch(url, { ...withoutSecrets(init), redirect: 'follow' });
  } catch (error) {
    if (init.signal?.aborted) throw init.signal.reason;
    // It redirects, and yet it can't be followed: in a circle, or to where nobody may be asked from here.
    throw fault(env, 'redirect-loop', url, String((error as Error).message ?? error));
  }
  const end = new URL(response.url || url);
  if (end.host !== host || end.protocol !== 'https:') {
    throw fault(env, 'redirect-loop', url, `another host answered: ${end.host}`);
  }
  // Answered to nobody in particular: what it says is left speaks of another hour than the token's.
  const headers = new Headers([...response.headers].filter(([name]) => !name.startsWith('x-ratelimit-')));
  const noBody = response.body === null || [204, 205, 304].includes(response.status);
  return new Response(noBody ? null : response.body, { status: response.status, headers });
}

/**
 * Returns a `fetch` that throws HttpFault (offline, timeout, redirect-loop, too-large, bad-answer, cancelled) and else
 * answers with a Response in memory, of any status.
 */
export function guardedFetch(env: Env, options: GuardOptions): (url: string, init?: RequestInit) => Promise<Response> {
  const { host, timeoutMs = REQUEST_MS, maxBytes = MAX_BODY_BYTES } = options;
  return async (url, init = {}) => {
    if (new URL(url).host !== host || !url.startsWith('https:')) throw new Error(`not ${host}: ${subjectOf(url)}`);
    const startedAt = env.now();
    const done = (status: number | null, failure: FailureKind | null, headers = new Headers()) =>
      options.onDone?.({ url, status, failure, ms: Math.max(0, env.now() - startedAt), headers });
    const abort = new AbortController();
    const outer = init.signal;
    const cancel = () => abort.abort(fault(env, 'cancelled', url, 'the reader went away'));
    outer?.addEventListener('abort', cancel, { once: true });
    if (outer?.aborted) cancel();
    const stopTimer = new AbortController();
    const tooLate = env
      .wait(timeoutMs, stopTimer.signal)
      .then(() => abort.abort(fault(env, 'timeout', url, `no whole answer in ${timeoutMs / 1000} s`)))
      .catch(() => {});
    const aborted = new Promise<never>((_, reject) => {
      const stop = () => reject(abort.signal.reason);
      if (abort.signal.aborted) stop();
      else abort.signal.addEventListener('abort', stop, { once: true });
    });
    aborted.catch(() => {});
    try {
      const work = async () => {
        const response = await follow(env, url, { ...init, signal: abort.signal }, host);
        return { response, bytes: await readBody(env, response, url, maxBytes) };
      };
      const { response, bytes } = await Promise.race([work(), aborted]);
      done(response.status, null, response.headers);
      const noBody = response.status === 204 || response.status === 205 || response.status === 304;
      return new Response(noBody ? null : (bytes as Uint8Array<ArrayBuffer>), {
        status: response.status,
        headers: response.headers,
      });
    } catch (error) {
      const known = abort.signal.aborted ? abort.signal.reason : error;
      done(null, known instanceof HttpFault ? known.failure.kind : 'bug');
      throw known;
    } finally {
      stopTimer.abort();
      outer?.removeEventListener('abort', cancel);
      void tooLate;
    }
  };
}
