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

/** A worker's life, by whose name it leases. */
interface Worker {
  env: Env;
  store: Store;
  me: string;
}

const isHeld = ({ me }: Worker, job: JobRecord, now: number) =>
  job.leaseBy !== null && job.leaseBy !== me && job.leaseUntil > now && job.leaseUntil <= now + 2 * LEASE_MS;
const isDue = (job: JobRecord, now: number) => job.nextAt <= now || job.nextAt > now + MAX_AHEAD_MS;
const leased = ({ me }: Worker, job: JobRecord, now: number): JobRecord => ({
  ...job,
  leaseBy: me,
  leaseUntil: now + LEASE_MS,
});

/** Ends the leases of all other workers. */
const endOtherLeases = ({ store, me }: Worker) =>
  store.run((db) =>
    db.jobs
      .filter((job) => job.leaseBy !== null && job.leaseBy !== me)
      .modify((job) => {
        job.leaseBy = null;
        job.leaseUntil = 0;
      }),
  );

async function change({ store }: Worker, key: string, edit: (job: JobRecord) => JobRecord): Promise<void> {
  await store.run((db) =>
    db.transaction('rw', db.jobs, async () => {
      const job = await db.jobs.get(key);
      if (job) await db.jobs.put(edit(job));
    }),
  );
}

async function put({ store }: Worker, job: Parameters<Jobs['put']>[0], later: boolean): Promise<Result<null>> {
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
}

async function take(worker: Worker): Promise<JobRecord | null> {
  const { env, store, me } = worker;
  const now = env.now();
  const taken = await store.run((db) =>
    db.transaction('rw', db.jobs, async () => {
      const jobs = await db.jobs.orderBy('nextAt').toArray();
      const job = jobs.find((row) => isDue(row, now) && !isHeld(worker, row, now) && row.leaseBy !== me);
      if (!job) return null;
      const mine = { ...leased(worker, job, now), attempts: job.attempts + 1 };
      await db.jobs.put(mine);
      return mine;
    }),
  );
  return taken.ok ? taken.value : null;
}

async function hold(worker: Worker, key: string): Promise<boolean> {
  const now = worker.env.now();
  const got = await worker.store.run((db) =>
    db.transaction('rw', db.jobs, async () => {
      const job = await db.jobs.get(key);
      if (!job) return true;
      if (isHeld(worker, job, now)) return false;
      await db.jobs.put(leased(worker, job, now));
      return true;
    }),
  );
  return got.ok ? got.value : true;
}

/**
 * Makes the jobs; `me` names this worker's life. `alone`: a browser runs one background per profile, so that a new one's birth
 * means that the leases of all others are a dead worker's; without it they are waited for.
 */
export function createJobs(env: Env, store: Store, me: string, alone = false): Jobs {
  const worker: Worker = { env, store, me };
  let inherited: Promise<unknown> | null = alone ? null : Promise.resolve();
  /** Once in a life, before the first job is taken. */
  const inherit = () => {
    inherited ??= endOtherLeases(worker);
    return inherited;
  };
  return {
    put: (job, later = false) => put(worker, job, later),
    take: () => inherit().then(() => take(worker)),
    hold: (key) => inherit().then(() => hold(worker, key)),
    renew: (key) => change(worker, key, (job) => (job.leaseBy === me ? leased(worker, job, env.now()) : job)),
    async done(key) {
      await store.run((db) => db.jobs.delete(key));
    },
    postpone: (key, nextAt) => change(worker, key, (job) => ({ ...job, nextAt, leaseBy: null, leaseUntil: 0 })),
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
