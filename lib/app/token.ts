/** The reader's token: checked with GitHub before it is kept, described in words, never sent back. */
import type { Env } from '../env.ts';
import type { Store } from '../io/db.ts';
import type { Answer } from '../io/github/client.ts';
import type { TokenStore } from '../io/github/token.ts';
import type { TokenStatus } from '../protocol.ts';
import { fail, ok, type Result } from '../result.ts';

/** Classic and fine-grained tokens are plain ASCII words; anything else would break the header. */
const TOKEN_SHAPE = /^[A-Za-z0-9_]{20,255}$/;
const STATUS_KEY = 'token-status';

export interface Tokens {
  set(token: string): Promise<Result<TokenStatus>>;
  status(): Promise<Result<TokenStatus | null>>;
  clear(): Promise<Result<null>>;
}

/** GitHub writes "2027-01-31 10:00:00 UTC". */
function expiryOf(text: string | null): number | null {
  const at = Date.parse((text ?? '').replace(/^(\S+) (\S+) UTC$/, '$1T$2Z'));
  return Number.isFinite(at) ? at : null;
}

function statusOf(answer: Answer): TokenStatus {
  const core = (answer.json as { resources?: { core?: { remaining?: unknown; limit?: unknown } } } | null)?.resources
    ?.core;
  const count = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : null);
  return {
    checkedAt: answer.readAt,
    scopes: (answer.scopes ?? '')
      .split(',')
      .map((scope) => scope.trim())
      .filter((scope) => scope !== ''),
    expiresAt: expiryOf(answer.tokenExpires),
    left: count(core?.remaining),
    limit: count(core?.limit),
    problem: null,
  };
}

/** `check` asks `/rate_limit` with the given token: it costs nothing and tells validity, scopes, expiry and what is left. */
export function createTokens(parts: {
  env: Env;
  store: Store;
  tokens: TokenStore;
  check(token: string): Promise<Result<Answer>>;
  /** Another token is in use from now on. */
  onNew(): Promise<void>;
}): Tokens {
  const { env, store, tokens } = parts;
  return {
    async set(typed) {
      const token = typed.trim();
      if (!TOKEN_SHAPE.test(token)) return fail('invalid-input', env.now(), { subject: 'token' });
      const answer = await parts.check(token);
      if (!answer.ok) return answer;
      const status = statusOf(answer.value);
      const before = await tokens.record();
      const saved = await tokens.save({ token, savedAt: env.now(), refusedAt: null });
      if (!saved.ok) return saved;
      if (before?.token !== token) await parts.onNew();
      await store.run((db) => db.meta.put({ key: STATUS_KEY, value: status }));
      return ok(status);
    },
    async status() {
      const record = await tokens.record();
      if (!record) return ok(null);
      const row = await store.run((db) => db.meta.get(STATUS_KEY));
      if (!row.ok) return row;
      const bare = { checkedAt: record.savedAt, scopes: [], expiresAt: null, left: null, limit: null, problem: null };
      const status = (row.value?.value as TokenStatus | undefined) ?? bare;
      const expired = status.expiresAt !== null && status.expiresAt <= env.now();
      return ok({ ...status, problem: record.refusedAt !== null || expired ? 'unauthorized' : null });
    },
    async clear() {
      const cleared = await tokens.clear();
      if (cleared.ok) await store.run((db) => db.meta.delete(STATUS_KEY));
      return cleared;
    },
  };
}
