/**
 * The one door to api.github.com. Octokit's core sends, its throttling plugin keeps requests in line, its retry plugin asks once
 * more after a 5xx; neither ever sleeps on a limit: a limit comes back as a failure with `retryAt`, and the scheduler decides.
 */
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { ok, type Result } from '../../result.ts';
import { HttpFault, subjectOf } from '../http.ts';
import { type Answer, API, answerOf, emptyAnswer, errorOf, type Wire } from './answer.ts';
import { type Hour, hourOf } from './budget.ts';
import { sendGraphQL } from './graphql.ts';
import { type Asked, type GitHubOptions, loggedFetch, QUIET } from './send.ts';

export type { Answer } from './answer.ts';
export type { Asked } from './send.ts';

/** GitHub's REST version that the parsers were written for. */
export const API_VERSION = '2022-11-28';
/** One more try after a 5xx: most are over within a second; a host in trouble is not helped by more. */
const RETRIES = 1;

export interface GitHub {
  /** GET. 304 is a success with `status` 304. 202 → pending; 204 → empty. `path` starts with a slash. */
  get(path: string, asked: Asked): Promise<Result<Answer>>;
  /** POST /graphql; needs a token. Answers with status 200 hold `data` and perhaps `errors`. */
  graphql(query: string, variables: Record<string, unknown>, asked: Asked): Promise<Result<Answer>>;
  /** What distinguishes this client's answers from another's: token class and API version. */
  identity(): Promise<string>;
}

const Core = Octokit.plugin(throttling, retry);

/** Makes the client. It sends to api.github.com and nowhere else. */
export function createGitHub(options: GitHubOptions): GitHub {
  const { env, budget } = options;
  const send = async (path: string, asked: Asked): Promise<Result<Answer>> => {
    await budget.load();
    const token = await options.token();
    const hour = hourOf(token !== null);
    const octokit = coreFor(options, asked, hour);
    const headers: Record<string, string> = {
      accept: asked.raw ? 'application/vnd.github.raw' : 'application/vnd.github+json',
      'x-github-api-version': API_VERSION,
    };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (asked.etag) headers['if-none-match'] = asked.etag;
    const subject = subjectOf(`${API}${path}`);
    try {
      const request = asked.signal ? { request: { signal: asked.signal } } : {};
      const response = (await octokit.request(`GET ${path}`, { ...request, headers })) as unknown as Wire;
      return answerOf(response, { at: env.now(), subject, raw: asked.raw === true });
    } catch (error) {
      if (error instanceof HttpFault) return { ok: false, failure: error.failure };
      const response = (error as { response?: Wire }).response;
      if (!response) throw error;
      if (response.status === 304) return ok({ ...emptyAnswer(response, env.now()), status: 304 });
      if (response.status === 401 && token !== null) options.onUnauthorized?.(token);
      return errorOf(response, { at: env.now(), subject, budget, hour });
    } finally {
      await budget.save();
    }
  };
  return {
    get: send,
    graphql: (query, variables, asked) => sendGraphQL(options, API_VERSION, { query, variables }, asked),
    identity: async () => `${(await options.token()) === null ? 'bare' : 'token'} ${API_VERSION}`,
  };

  /** Octokit binds `fetch` at construction; a core per request carries purpose and project into the log. It is cheap. */
  function coreFor(o: GitHubOptions, asked: Asked, hour: Hour): Octokit {
    const fetch = loggedFetch(o, asked, hour);
    return new Core({
      request: { fetch },
      log: QUIET,
      throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false },
      retry: {
        retries: RETRIES,
        retryAfterBaseValue: o.retryBaseMs ?? 1000,
        doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      },
    });
  }
}
