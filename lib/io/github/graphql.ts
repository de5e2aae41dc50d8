/**
 * Questions to GitHub's GraphQL. Octokit's core sends them without its plugins: throttling pauses a second before each, and trips
 * over limits that come with status 200. A limit is a failure with `retryAt`, as for REST; errors beside data are the parser's.
 */
import { Octokit } from '@octokit/core';
import { fail, ok, type Result } from '../../result.ts';
import { HttpFault, subjectOf } from '../http.ts';
import { redact } from '../request-log.ts';
import { type Answer, API, answerOf, errorOf, headersOf, type Wire } from './answer.ts';
import { type Asked, type GitHubOptions, loggedFetch, QUIET } from './send.ts';

interface Body {
  data?: { rateLimit?: { cost?: unknown; limit?: unknown; remaining?: unknown; resetAt?: unknown } } | null;
  errors?: { type?: unknown; message?: unknown }[];
}

/** Sends one question. Without a token GitHub answers none: unauthorized, and nothing is sent. */
export async function sendGraphQL(
  options: GitHubOptions,
  apiVersion: string,
  question: { query: string; variables: Record<string, unknown> },
  asked: Asked,
): Promise<Result<Answer>> {
  const { env, budget } = options;
  const subject = subjectOf(`${API}/graphql`);
  const token = await options.token();
  if (token === null) return fail('unauthorized', env.now(), { subject });
  await budget.load();
  try {
    const core = new Octokit({ request: { fetch: loggedFetch(options, asked, 'points') }, log: QUIET });
    const headers = { 'x-github-api-version': apiVersion, authorization: `Bearer ${token}` };
    const request = asked.signal ? { request: { signal: asked.signal } } : {};
    const wire = (await core.request('POST /graphql', { ...question, ...request, headers })) as unknown as Wire;
    const seen = { at: env.now(), subject };
    const answer = answerOf(wire, { ...seen, raw: false });
    if (!answer.ok) return answer;
    const limit = limitIn(options, wire, wire.data as Body);
    return limit === null ? ok(answer.value) : fail('rate-limited', seen.at, { subject, status: 200, ...limit });
  } catch (error) {
    if (error instanceof HttpFault) return { ok: false, failure: error.failure };
    const { response } = error as { response?: Wire };
    if (!response) throw error;
    if (response.status === 401) options.onUnauthorized?.(token);
    return errorOf(response, { at: env.now(), subject, budget, hour: 'points' });
  } finally {
    await budget.save();
  }
}

/** Takes in what the answer cost; where it is a limit, when to ask again. Data that came all the same is used first. */
function limitIn({ env, budget }: GitHubOptions, wire: Wire, body: Body) {
  const { cost, limit, remaining, resetAt } = body.data?.rateLimit ?? {};
  const end = typeof resetAt === 'string' ? Date.parse(resetAt) : Number.NaN;
  if (typeof cost === 'number' && typeof limit === 'number' && typeof remaining === 'number' && Number.isFinite(end)) {
    budget.spent({ cost, limit, remaining, resetAt: end });
  }
  const errors = !body.data && Array.isArray(body.errors) ? body.errors : [];
  const message = errors.map((error) => `${error?.type ?? ''} ${error?.message ?? ''}`).join('; ');
  const verdict = budget.observe({ status: 200, headers: headersOf(wire), message }, env.now(), 'points');
  return verdict.limited ? { retryAt: verdict.retryAt, detail: redact(message).slice(0, 200) } : null;
}
