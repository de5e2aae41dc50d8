/**
 * The one door to api.github.com. It asks once more after a 5xx and never sleeps on a limit: a limit comes back as a failure
 * with `retryAt`, and the scheduler, which also keeps requests in line, decides.
 */
import { fail, ok, type Result } from '../../result.ts';
import { HttpFault, subjectOf } from '../http.ts';
import { type Answer, API, answerOf, emptyAnswer, errorOf, wireOf } from './answer.ts';
import { hourOf } from './budget.ts';
import { sendGraphQL } from './graphql.ts';
import { type Asked, type GitHubOptions, loggedFetch } from './send.ts';

export type { Answer } from './answer.ts';
export type { Asked } from './send.ts';

/** GitHub's REST version that the parsers were written for. */
export const API_VERSION = '2022-11-28';
/** One more try after a 5xx, a second later: most are over by then; a host in trouble is not helped by more. */
const RETRY_MS = 1000;

export interface GitHub {
  /** GET. 304 is a success with `status` 304. 202 → pending; 204 → empty. `path` starts with a slash. */
  get(path: string, asked: Asked): Promise<Result<Answer>>;
  /** POST /graphql; needs a token. Answers with status 200 hold `data` and perhaps `errors`. */
  graphql(query: string, variables: Record<string, unknown>, asked: Asked): Promise<Result<Answer>>;
  /** What distinguishes this client's answers from another's: token class and API version. */
  identity(): Promise<string>;
}

/** Makes the client. It sends to api.github.com and nowhere else. */
export function createGitHub(options: GitHubOptions): GitHub {
  return {
    get: (path, asked) => sendGet(options, path, asked),
    graphql: (query, variables, asked) => sendGraphQL(options, API_VERSION, { query, variables }, asked),
    identity: async () => `${(await options.token()) === null ? 'bare' : 'token'} ${API_VERSION}`,
  };
}

async function sendGet(options: GitHubOptions, path: string, asked: Asked): Promise<Result<Answer>> {
  const { env, budget } = options;
  await budget.load();
  const token = await options.token();
  const hour = hourOf(token !== null);
  const raw = asked.raw === true;
  const headers: Record<string, string> = {
    accept: raw ? 'application/vnd.github.raw' : 'application/vnd.github+json',
    'x-github-api-version': API_VERSION,
  };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (asked.etag) headers['if-none-match'] = asked.etag;
  const fetch = loggedFetch(options, asked, hour);
  const once = () => fetch(`${API}${path}`, { headers, ...(asked.signal ? { signal: asked.signal } : {}) });
  try {
    let response = await once();
    if (response.status >= 500) {
      await env.wait(options.retryBaseMs ?? RETRY_MS, asked.signal);
      response = await once();
    }
    const wire = await wireOf(response, raw);
    const seen = { at: env.now(), subject: subjectOf(`${API}${path}`) };
    if (response.status === 304) return ok({ ...emptyAnswer(wire, seen.at), status: 304 });
    if (response.status < 400) return answerOf(wire, { ...seen, raw });
    if (response.status === 401 && token !== null) options.onUnauthorized?.();
    return errorOf(wire, { ...seen, budget, hour });
  } catch (error) {
    if (error instanceof HttpFault) return { ok: false, failure: error.failure };
    if (asked.signal?.aborted) return fail('cancelled', env.now(), { subject: subjectOf(`${API}${path}`) });
    throw error;
  } finally {
    await budget.save();
  }
}
