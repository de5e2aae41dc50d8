/**
 * Questions to GitHub's GraphQL, sent without octokit: its plugins pause a second before each and trip over limits that come
 * with status 200. A limit is a failure with `retryAt`, as for REST; errors beside data are the parser's business.
 */
import { fail, ok, type Result } from '../../result.ts';
import { HttpFault, subjectOf } from '../http.ts';
import { redact } from '../request-log.ts';
import { type Answer, API, answerOf, errorOf, type Wire } from './answer.ts';
import { type Asked, type GitHubOptions, loggedFetch } from './send.ts';

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
    const response = await loggedFetch(
      options,
      asked,
      'points',
    )(`${API}/graphql`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-github-api-version': apiVersion,
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(question),
      ...(asked.signal ? { signal: asked.signal } : {}),
    });
    const wire = await wireOf(response);
    const seen = { at: env.now(), subject };
    if (response.status === 401) options.onUnauthorized?.();
    if (response.status >= 400) return errorOf(wire, { ...seen, budget, hour: 'points' });
    const answer = answerOf(wire, { ...seen, raw: false });
    if (!answer.ok) return answer;
    const limit = limitIn(options, response.headers, wire.data as Body);
    return limit === null ? ok(answer.value) : fail('rate-limited', seen.at, { subject, status: 200, ...limit });
  } catch (error) {
    if (error instanceof HttpFault) return { ok: false, failure: error.failure };
    throw error;
  } finally {
    await budget.save();
  }
}

async function wireOf(response: Response): Promise<Wire> {
  const text = await response.text();
  let data: unknown = text;
  try {
    data = JSON.parse(text);
  } catch {
    // Left as the text that it is: the checks of the answer say what is wrong with it.
  }
  return { status: response.status, headers: Object.fromEntries(response.headers), data };
}

/** Takes in what the answer cost; where it is a limit, when to ask again. Data that came all the same is used first. */
function limitIn({ env, budget }: GitHubOptions, headers: Headers, body: Body) {
  const { cost, limit, remaining, resetAt } = body.data?.rateLimit ?? {};
  const end = typeof resetAt === 'string' ? Date.parse(resetAt) : Number.NaN;
  if (typeof cost === 'number' && typeof limit === 'number' && typeof remaining === 'number' && Number.isFinite(end)) {
    budget.spent({ cost, limit, remaining, resetAt: end });
  }
  if (body.data) return null;
  const errors = Array.isArray(body.errors) ? body.errors : [];
  const message = errors.map((error) => `${error?.type ?? ''} ${error?.message ?? ''}`).join('; ');
  const verdict = budget.observe({ status: 200, headers, message }, env.now(), 'points');
  return verdict.limited ? { retryAt: verdict.retryAt, detail: redact(message).slice(0, 200) } : null;
}
