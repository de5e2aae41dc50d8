/**
 * The watchlist's own refresh. Without a token a seventh of the list a day (figures are weekly anyway), with one a daily sweep of
 * all, after which single readings find what they need; in small rounds at each alarm, so that no round takes more than background work may.
 */

import { isStale } from '../domain/freshness.ts';
import { DAY_MS, MINUTE_MS } from '../domain/time.ts';
import type { Env } from '../env.ts';
import type { JobRecord, Store } from '../io/db.ts';
import type { RefreshState } from '../protocol.ts';
import { type Failure, ok, type Result } from '../result.ts';
import type { Jobs } from './jobs.ts';
import { jobKey, type Reports } from './reports.ts';
import type { Watchlist } from './watchlist.ts';

/** Rounds come with the 30-minute alarm. */
export const ROUND_MS = 30 * MINUTE_MS;
/** Days in which the whole list comes round once. */
const ROTATION_DAYS = { bare: 7, token: 1 };
/** A worker has about 5 minutes per event at most; three cold reads fit with their waits. */
const MAX_PER_ROUND = 8;
const PLAN_KEY = 'refresh-plan';

/** When each watched project was last read by the plan, and when the next round is due. Lives in the database. */
interface Plan {
  paused: boolean;
  nextRefreshAt: number;
  readAt: Record<string, number>;
  /** When all of the list was last swept (with a token); 0: never. */
  sweptAt: number;
}
const NO_PLAN: Plan = { paused: false, nextRefreshAt: 0, readAt: {}, sweptAt: 0 };

/** Ids that are due at `now`, longest unread first, at most what one round may take. Pure. */
export function dueIds(
  ids: readonly string[],
  readAt: Readonly<Record<string, number>>,
  now: number,
  hasToken: boolean,
): { due: string[]; round: string[] } {
  const days = hasToken ? ROTATION_DAYS.token : ROTATION_DAYS.bare;
  // A time in the future comes from a clock that was set back: as good as never read.
  const last = (id: string) => ((readAt[id] ?? 0) > now ? 0 : (readAt[id] ?? 0));
  const due = ids.filter((id) => now - last(id) >= days * DAY_MS).sort((a, b) => last(a) - last(b) || (a < b ? -1 : 1));
  const perDay = Math.ceil(ids.length / days);
  const today = ids.filter((id) => now - last(id) < DAY_MS).length;
  // At least one a round, so that none starves; never more in a day than its share, however the list came to be.
  const share = Math.max(1, Math.ceil((perDay * ROUND_MS) / DAY_MS));
  return { due, round: due.slice(0, Math.max(0, Math.min(share, MAX_PER_ROUND, perDay - today))) };
}

export interface Refresh {
  state(): Promise<Result<RefreshState>>;
  setPaused(paused: boolean): Promise<Result<RefreshState>>;
  /** Queues everything that is watched, ahead of the plan. */
  now(): Promise<Result<RefreshState>>;
  /** One round: jobs that are due, then the plan's share. Called at each alarm and wake. */
  round(): Promise<void>;
}

/** Makes the refresh. `onRead` is told of each project that was read (for notices). */
export function createRefresh(parts: {
  env: Env;
  store: Store;
  jobs: Jobs;
  reports: Reports;
  watchlist: Watchlist;
  hasToken(): Promise<boolean>;
  budget(): Promise<RefreshState['budget']>;
  /** Reads at once what changed on the list; failures end it. */
  sweep(ids: readonly string[]): Promise<Failure[]>;
  onRead?(projectId: string, changes: number): void;
}): Refresh {
  const { env, store, jobs, reports, watchlist } = parts;
  let running: Promise<void> | null = null;

  const loadPlan = async (): Promise<Plan> => {
    const row = await store.run((db) => db.meta.get(PLAN_KEY));
    const plan = row.ok ? (row.value?.value as Partial<Plan> | undefined) : undefined;
    return { ...NO_PLAN, ...plan };
  };
  const editPlan = (edit: (plan: Plan) => Plan) =>
    store.run((db) =>
      db.transaction('rw', db.meta, async () => {
        const kept = (await db.meta.get(PLAN_KEY))?.value as Partial<Plan> | undefined;
        await db.meta.put({ key: PLAN_KEY, value: edit({ ...NO_PLAN, ...kept }) });
      }),
    );
  const watchedIds = async () => {
    const list = await watchlist.list();
    return list.ok ? list.value.filter((entry) => !entry.archived).map((entry) => entry.projectId) : [];
  };
  const state = async (): Promise<Result<RefreshState>> => {
    const [plan, ids, hasToken] = [await loadPlan(), await watchedIds(), await parts.hasToken()];
    const now = env.now();
    const queued = await jobs.list();
    const left = new Set([...dueIds(ids, plan.readAt, now, hasToken).due, ...queued.map((job) => job.projectId)]);
    const first = Math.min(plan.paused ? Infinity : plan.nextRefreshAt, ...queued.map((job) => job.nextAt));
    return ok({
      paused: plan.paused,
      left: ids.filter((id) => left.has(id)).length,
      nextAt: ids.length === 0 || first === Infinity ? null : Math.max(now, first),
      budget: await parts.budget(),
    });
  };
  const noteRead = async (id: string) => {
    const list = await watchlist.list();
    const watched = new Set(list.ok ? list.value.map(({ projectId }) => projectId) : []);
    await editPlan((plan) => {
      // What is not watched (any more) has no place in the plan; where the list can't be read, all stay.
      const all = Object.entries({ ...plan.readAt, [id]: env.now() });
      return { ...plan, readAt: Object.fromEntries(all.filter(([one]) => !list.ok || watched.has(one))) };
    });
  };
  /** Reads one; returns false where the round should end: a limit, no line, or the reader's pause. */
  const read = async (id: string): Promise<boolean> => {
    const report = await reports.live(id, 'watch');
    if (!report.ok) {
      if (report.failure.kind !== 'unknown-project') return false;
      await jobs.done(jobKey(id));
      // It left the registry: without its date it would be the first in line for ever, and no other would get its turn.
      await noteRead(id);
      return true;
    }
    const stopped = report.value.failures.some((f) => f.kind === 'rate-limited' || f.kind === 'offline');
    if (stopped) return false;
    const seen = await watchlist.observe(report.value);
    await noteRead(id);
    parts.onRead?.(id, seen.ok ? seen.value.changes : 0);
    return !(await loadPlan()).paused;
  };
  const runJobs = async () => {
    for (let job: JobRecord | null = await jobs.take(); job; job = await jobs.take()) await read(job.projectId);
  };
  /** Once a day and at each new week, before anything is read singly. Returns false where it failed: the next round tries again. */
  const sweepDaily = async ({ sweptAt }: Plan, ids: readonly string[]): Promise<boolean> => {
    const now = env.now();
    if (sweptAt <= now && now - sweptAt < DAY_MS && !isStale('commits', sweptAt, now)) return true;
    const failures = await parts.sweep(ids);
    if (failures.length > 0) return false;
    await editPlan((plan) => ({ ...plan, sweptAt: now }));
    return true;
  };
  /** Takes the round that is due, stamped before the work: a worker that dies in the middle loses one share, and no two take the same. */
  const claim = async (now: number): Promise<Plan | null> => {
    let claimed: Plan | null = null;
    const written = await editPlan((plan) => {
      const early = plan.nextRefreshAt > now && plan.nextRefreshAt <= now + 2 * ROUND_MS;
      claimed = plan.paused || early ? null : plan;
      return claimed ? { ...plan, nextRefreshAt: now + ROUND_MS } : plan;
    });
    return written.ok ? claimed : null;
  };
  const runRound = async () => {
    await runJobs();
    const now = env.now();
    const plan = await claim(now);
    if (!plan) return;
    const [ids, hasToken] = [await watchedIds(), await parts.hasToken()];
    if (hasToken && ids.length > 0 && !(await sweepDaily(plan, ids))) return;
    const { round } = dueIds(ids, plan.readAt, now, hasToken);
    for (const id of round) if (!(await read(id))) break;
  };
  /** One after the other: two at once would read the same. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    const next = (running ?? Promise.resolve()).then(work).finally(() => {
      if (running === next) running = null;
    });
    running = next;
    return next;
  };
  return {
    state,
    async setPaused(paused) {
      const written = await editPlan((plan) => ({ ...plan, paused }));
      if (!written.ok) return written;
      // What "refresh now" had queued is taken back; what a card waits for is the reader's and stays.
      if (paused) for (const job of await jobs.list()) if (job.reason === 'watch') await jobs.done(job.key);
      return state();
    },
    async now() {
      for (const projectId of await watchedIds()) {
        await jobs.put({ key: jobKey(projectId), kind: 'read', projectId, reason: 'watch', nextAt: env.now() });
      }
      void queue(runJobs);
      return state();
    },
    round: () => running ?? queue(runRound),
  };
}
