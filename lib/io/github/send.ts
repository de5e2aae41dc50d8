/** What every request to GitHub is given, REST or GraphQL: its purpose, and the one fetch that logs it. */
import type { Env } from '../../env.ts';
import { guardedFetch } from '../http.ts';
import type { RequestLog } from '../request-log.ts';
import { API } from './answer.ts';
import type { Budget, Hour } from './budget.ts';

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
export interface GitHubOptions {
  env: Env;
  log: RequestLog;
  budget: Budget;
  /** The reader's token, or null. Read for each request, so that a change counts at once. */
  token(): Promise<string | null>;
  /** GitHub said 401 to this token: it is wrong, expired or revoked. */
  onUnauthorized?(token: string): void;
  /** ms; tests set 0. */
  retryBaseMs?: number;
}

const quiet = () => {};
/** Octokit's own log would write to the console; ours is the request log. */
export const QUIET = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** The guarded fetch to GitHub; each answer or fault becomes a row of the log, each good answer's limits part of the budget. */
export function loggedFetch({ env, log, budget }: GitHubOptions, asked: Asked, hour: Hour) {
  const host = new URL(API).host;
  return guardedFetch(env, {
    host,
    onDone({ url, status, failure, ms, headers }) {
      const { pathname, search } = new URL(url);
      // A GraphQL answer tells in its body whether it is a limit: graphql.ts takes it in, once.
      const isTold = hour !== 'points' && status !== null && status < 400;
      if (isTold) budget.observe({ status, headers, message: '' }, env.now(), hour);
      const row = { at: env.now() - ms, host, path: pathname + search, purpose: asked.purpose };
      void log.add({ ...row, projectId: asked.projectId, status, failure, ms });
    },
  });
}
