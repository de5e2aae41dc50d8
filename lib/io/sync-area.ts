/** The browser's account storage (`storage.sync`): a few kB that the browser itself carries between the reader's machines. */
import { MINUTE_MS } from '../domain/time.ts';
import { type FailureKind, fail, ok, type Result } from '../result.ts';

/** What is used of the browser's interface; rejects in its own words. */
export interface RawSyncArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface SyncArea {
  get(): Promise<Result<Record<string, unknown>>>;
  set(items: Record<string, unknown>): Promise<Result<null>>;
  remove(keys: string[]): Promise<Result<null>>;
}

/** Chrome counts writes per minute and per hour; the minute is the shorter wait and the hour is never reached (see app/sync). */
const RATE_WAIT_MS = MINUTE_MS;

/**
 * The failure that an exception of the storage stands for. Chrome names the quota ("MAX_WRITE_OPERATIONS_PER_MINUTE",
 * "QUOTA_BYTES_PER_ITEM", "MAX_ITEMS"), Firefox says "exceeded its quota limitations"; anything else means that there is no such
 * storage here: switched off by policy, or a browser without it.
 */
export function syncFailure(error: unknown): FailureKind {
  const words = String((error as Error | undefined)?.message ?? error);
  if (/MAX_WRITE_OPERATIONS|per (minute|hour)/i.test(words)) return 'rate-limited';
  return /quota|MAX_ITEMS/i.test(words) ? 'storage-full' : 'storage-blocked';
}

/** Makes the area over the browser's. Failures: storage-full, rate-limited, storage-blocked. */
export function createSyncArea(now: () => number, raw: RawSyncArea | undefined): SyncArea {
  const attempt = async <T>(work: (area: RawSyncArea) => Promise<T>): Promise<Result<T>> => {
    if (!raw) return fail('storage-blocked', now(), { subject: 'storage.sync', detail: 'not in this browser' });
    try {
      return ok(await work(raw));
    } catch (error) {
      const kind = syncFailure(error);
      const detail = String((error as Error | undefined)?.message ?? error).slice(0, 200);
      const retry = kind === 'rate-limited' ? { retryAt: now() + RATE_WAIT_MS } : {};
      return fail(kind, now(), { subject: 'storage.sync', detail, ...retry });
    }
  };
  const done = (result: Result<unknown>): Result<null> => (result.ok ? ok(null) : result);
  return {
    get: () => attempt((area) => area.get(null)),
    set: async (items) => done(await attempt((area) => area.set(items))),
    remove: async (keys) => done(await attempt((area) => area.remove(keys))),
  };
}
