/**
 * Work that outlives the worker: rows with the time of their next try and a lease, so that two windows or two wakes never do the
 * same work at once, and a worker that died in the middle is followed by another.
 */
import { HOUR_MS } from '../domain/time.ts';
import type { Env } from '../env.ts';
import type { JobRecord, Store } from '../io/db.ts';
import type { Result } from '../result.ts';

/** Longer than one request may take (30 s) with its queue; renewed at each step. */
export const LEASE_MS = 90_000;
/** No job waits longer than a limit does: a later time comes from a clock that was set back. */
const MAX_AHEAD_MS = 2 * HOUR_MS;

export interface Jobs {
  /** Queues; an equal key is replaced, keeping the earlier time unless `later`. */
  put(job: Pick<JobRecord, 'key' | 'kind' | 'projectId' | 'reason' | 'nextAt'>, later?: boolean): Promise<Result<null>>;
  /** Takes one due job, leased to this worker; null where none is due. */
  take(): Promise<JobRecord | null>;
  /** Leases by key, due or not; false where another worker holds it. Without a database there is nobody to race with: true. */
  hold(key: string): Promise<boolean>;
  renew(key: string): Promise<void>;
  done(key: string): Promise<void>;
  /** Gives the lease back and tries again at `nextAt`. */
  postpone(key: string, nextAt: number): Promise<void>;
  list(): Promise<JobRecord[]>;
  /** Unix ms of the next due job; null where there is none. */
  nextAt(): Promise<number | null>;
}

/**
 * Makes the jobs; `me` names this worker's life. `alone`: a browser runs one background per profile, so that a new one's birth
 * means that the leases of all others are a dead worker's; without it they are waited for.
 */
export function createJobs(env: Env, store: Store, me: string, alone = false): Jobs {
  let inherited: Promise<unknown> | null = alone ? null : Promise.resolve();
  const inherit = () => {
    inherited ??= store.run((db) =>
      db.jobs
        .filter((job) => job.leaseBy !== null && job.leaseBy !== me)
        .modify((job) => {
          job.leaseBy = null;
          job.leaseUntil = 0;
        }),
    );
    return inherited;
  };
  const held = (job: JobRecord, now: number) =>
    job.leaseBy !== null && job.leaseBy !== me && job.leaseUntil > now && job.leaseUntil <= now + 2 * LEASE_MS;
  const due = (job: JobRecord, now: number) => job.nextAt <= now || job.nextAt > now + MAX_AHEAD_MS;
  const lease = (job: JobRecord, now: number): JobRecord => ({ ...job, leaseBy: me, leaseUntil: now + LEASE_MS });
  const change = async (key: string, edit: (job: JobRecord) => JobRecord) => {
    await store.run((db) =>
      db.transaction('rw', db.jobs, async () => {
        const job = await db.jobs.get(key);
        if (job) await db.jobs.put(edit(job));
      }),
    );
  };
  return {
    async put(job, later = false) {
      const written = await store.run((db) =>
        db.transaction('rw', db.jobs, async () => {
          const old = await db.jobs.get(job.key);
          const nextAt = old && !later ? Math.min(old.nextAt, job.nextAt) : job.nextAt;
          const kept = {
            attempts: old?.attempts ?? 0,
            leaseBy: old?.leaseBy ?? null,
            leaseUntil: old?.leaseUntil ?? 0,
          };
          await db.jobs.put({ ...job, ...kept, nextAt });
        }),
      );
      return written.ok ? { ok: true, value: null } : written;
    },
    async take() {
      await inherit();
      const now = env.now();
      const taken = await store.run((db) =>
        db.transaction('rw', db.jobs, async () => {
          const jobs = await db.jobs.orderBy('nextAt').toArray();
          const job = jobs.find((row) => due(row, now) && !held(row, now) && row.leaseBy !== me);
          if (!job) return null;
          const mine = { ...lease(job, now), attempts: job.attempts + 1 };
          await db.jobs.put(mine);
          return mine;
        }),
      );
      return taken.ok ? taken.value : null;
    },
    async hold(key) {
      await inherit();
      const now = env.now();
      const got = await store.run((db) =>
        db.transaction('rw', db.jobs, async () => {
          const job = await db.jobs.get(key);
          if (!job) return true;
          if (held(job, now)) return false;
          await db.jobs.put(lease(job, now));
          return true;
        }),
      );
      return got.ok ? got.value : true;
    },
    renew: (key) => change(key, (job) => (job.leaseBy === me ? lease(job, env.now()) : job)),
    async done(key) {
      await store.run((db) => db.jobs.delete(key));
    },
    postpone: (key, nextAt) => change(key, (job) => ({ ...job, nextAt, leaseBy: null, leaseUntil: 0 })),
    async list() {
      const rows = await store.run((db) => db.jobs.orderBy('nextAt').toArray());
      return rows.ok ? rows.value : [];
    },
    async nextAt() {
      const first = await store.run((db) => db.jobs.orderBy('nextAt').first());
      return first.ok ? (first.value?.nextAt ?? null) : null;
    },
  };
}
