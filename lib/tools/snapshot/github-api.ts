/** GitHub's GraphQL for the snapshot: one question at a time, waiting out limits, every answer checked before use. */
import * as v from 'valibot';
import { MINUTE_MS } from '../../domain/time.ts';
import type { Env } from '../../env.ts';

const ENDPOINT = 'https://api.github.com/graphql';
/** A server error or a broken answer is tried this often before the project is given up. */
const ATTEMPTS = 5;
/** Without a word from the host: a minute, doubling (its documentation for secondary limits). */
const FIRST_WAIT_MS = MINUTE_MS;
/** A limit resets within the hour; more is a wrong clock on one side. */
const LONGEST_WAIT_MS = 3_700_000;
/** A plain fault is over sooner than a limit. */
const FAULT_WAIT_MS = 5_000;

export interface ApiOptions {
  env: Env;
  token: string;
  report(line: string): void;
}

/** How long the host asks us to wait, in ms; undefined where the answer is no limit. */
export function waitAsked(response: Response, limited: boolean, now: number): number | undefined {
  const after = Number(response.headers.get('retry-after'));
  if (after > 0) return Math.min(after * 1000, LONGEST_WAIT_MS);
  if (response.headers.get('x-ratelimit-remaining') === '0') {
    const reset = Number(response.headers.get('x-ratelimit-reset')) * 1000;
    return Math.min(Math.max(reset - now, 0) + 1000, LONGEST_WAIT_MS);
  }
  return limited || response.status === 429 || response.status === 403 ? FIRST_WAIT_MS : undefined;
}

const errorsShape = v.object({
  errors: v.optional(v.array(v.object({ type: v.optional(v.string()), message: v.string() }))),
});

/** Asks once; answers the data, or how long to wait, or throws what can't be helped. */
async function askOnce(query: string, variables: Record<string, unknown>, { env, token }: ApiOptions) {
  const response = await env.fetch(ENDPOINT, {
    method: 'POST',
    headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  if (response.status === 401) throw new Error('GitHub refuses the token');
  const body: unknown = await response.json().catch(() => undefined);
  const errors = v.safeParse(errorsShape, body);
  const messages = errors.success ? (errors.output.errors ?? []) : [];
  const limited = messages.some((error) => error.type === 'RATE_LIMITED');
  const notFound = messages.some((error) => error.type === 'NOT_FOUND');
  if (notFound) return { data: undefined };
  const good = response.ok && errors.success && messages.length === 0;
  if (good) return { data: (body as { data?: unknown }).data };
  const asked = waitAsked(response, limited, env.now());
  return { wait: asked, why: messages[0]?.message ?? `status ${response.status}` };
}

/**
 * Data of one GraphQL question, checked; undefined where GitHub knows no such repository.
 * Throws after five faults, on a refused token, or on an answer of another shape.
 */
export async function ask<S extends v.GenericSchema>(
  shape: S,
  query: string,
  variables: Record<string, unknown>,
  options: ApiOptions,
): Promise<v.InferOutput<S> | undefined> {
  let why = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await askOnce(query, variables, options);
    if (!('why' in answer)) {
      if (answer.data === undefined) return undefined;
      const checked = v.safeParse(shape, answer.data);
      if (checked.success) return checked.output;
      throw new Error(
        `an answer of another shape: ${v.getDotPath(checked.issues[0]) ?? ''} ${checked.issues[0].message}`,
      );
    }
    why = answer.why ?? '';
    const ms = answer.wait ?? FAULT_WAIT_MS;
    options.report(`    GitHub: ${why}; waiting ${Math.round(ms / 1000)} s`);
    await options.env.wait(ms * (answer.wait === FIRST_WAIT_MS ? 2 ** attempt : 1));
  }
  throw new Error(`GitHub failed ${ATTEMPTS} times: ${why}`);
}
