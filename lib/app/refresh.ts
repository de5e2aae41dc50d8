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

interface RefreshParts {
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
}

/** The plan as it is kept. A plan that can't be read is a new one. */
function planOf(store: Store) {
  const whole = (kept: unknown): Plan => ({ ...NO_PLAN, ...(kept as Partial<Plan> | undefined) });
  return {
    load: async (): Promise<Plan> => {
      const row = await store.run((db) => db.meta.get(PLAN_KEY));
      return whole(row.ok ? row.value?.value : undefined);
    },
    edit: (change: (plan: Plan) => Plan) =>
      store.run((db) =>
        db.transaction('rw', db.meta, async () => {
          const kept = (await db.meta.get(PLAN_KEY))?.value;
          await db.meta.put({ key: PLAN_KEY, value: change(whole(kept)) });
        }),
      ),
  };
}
type KeptPlan = ReturnType<typeof planOf>;

async function watchedIds(watchlist: Watchlist): Promise<string[]> {
  const list = await watchlist.list();
  return list.ok ? list.value.filter((entry) => !entry.archived).map((entry) => entry.projectId) : [];
}

async function noteReading(plan: KeptPlan, watchlist: Watchlist, id: string, now: number): Promise<void> {
  const list = await watchlist.list();
  const watched = new Set(list.ok ? list.value.map(({ projectId }) => projectId) : []);
  await plan.edit((old) => {
    // What is not watched (any more) has no place in the plan; where the list can't be read, all stay.
    const all = Object.entries({ ...old.readAt, [id]: now });
    return { ...old, readAt: Object.fromEntries(all.filter(([one]) => !list.ok || watched.has(one))) };
  });
}

/** Reads one project; answers false where the round should end: a limit, no line, or the reader's pause. */
function oneReading({ env, jobs, reports, watchlist, onRead }: RefreshParts, plan: KeptPlan) {
  const noteRead = (id: string) => noteReading(plan, watchlist, id, env.now());
  return async (id: string): Promise<boolean> => {
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
    onRead?.(id, seen.ok ? seen.value.changes : 0);
    return !(await plan.load()).paused;
  };
}

/** Once a day and at each new week, before anything is read singly. Answers false where it failed: the next round tries again. */
async function sweepDaily({ env, sweep }: RefreshParts, plan: KeptPlan, sweptAt: number, ids: readonly string[]) {
  const now = env.now();
  if (sweptAt <= now && now - sweptAt < DAY_MS && !isStale('commits', sweptAt, now)) return true;
  const failures = await sweep(ids);
  if (failures.length > 0) return false;
  await plan.edit((old) => ({ ...old, sweptAt: now }));
  return true;
}

/** Takes the round that is due, stamped before the work: a worker that dies in the middle loses one share, and no two take the same. */
async function claimRound(plan: KeptPlan, now: number): Promise<Plan | null> {
  let claimed: Plan | null = null;
  const written = await plan.edit((old) => {
    const early = old.nextRefreshAt > now && old.nextRefreshAt <= now + 2 * ROUND_MS;
    claimed = old.paused || early ? null : old;
    return claimed ? { ...old, nextRefreshAt: now + ROUND_MS } : old;
  });
  return written.ok ? claimed : null;
}

/** What there is to do in a round: `jobs` alone, or all of it. */
function workOf(parts: RefreshParts, plan: KeptPlan) {
  const { env, jobs, watchlist } = parts;
  const read = oneReading(parts, plan);
  const runJobs = async (): Promise<void> => {
    for (let job: JobRecord | null = await jobs.take(); job; job = await jobs.take()) await read(job.projectId);
  };
  const runRound = async (): Promise<void> => {
    await runJobs();
    const now = env.now();
    const claimed = await claimRound(plan, now);
    if (!claimed) return;
    const [ids, hasToken] = [await watchedIds(watchlist), await parts.hasToken()];
    if (hasToken && ids.length > 0 && !(await sweepDaily(parts, plan, claimed.sweptAt, ids))) return;
    const { round } = dueIds(ids, claimed.readAt, now, hasToken);
    for (const id of round) if (!(await read(id))) break;
  };
  return { runJobs, runRound };
}

/** Work one after the other: two at once would read the same. */
class Line {
  /** The last that was queued; null when all is done. */
  running: Promise<void> | null = null;

  queue(work: () => Promise<void>): Promise<void> {
    const next = (this.running ?? Promise.resolve()).then(work).finally(() => {
      if (this.running === next) this.running = null;
    });
    this.running = next;
    return next;
  }
}

async function stateOf(parts: RefreshParts, plan: KeptPlan): Promise<Result<RefreshState>> {
  const { paused, readAt, nextRefreshAt } = await plan.load();
  const [ids, hasToken] = [await watchedIds(parts.watchlist), await parts.hasToken()];
  const now = parts.env.now();
  const queued = await parts.jobs.list();
  const left = new Set([...dueIds(ids, readAt, now, hasToken).due, ...queued.map((job) => job.projectId)]);
  const first = Math.min(paused ? Infinity : nextRefreshAt, ...queued.map((job) => job.nextAt));
  return ok({
    paused,
    left: ids.filter((id) => left.has(id)).length,
    nextAt: ids.length === 0 || first === Infinity ? null : Math.max(now, first),
    budget: await parts.budget(),
  });
}

/** Makes the refresh. `onRead` is told of each project that was read (for notices). */
export function createRefresh(parts: RefreshParts): Refresh {
  const { env, jobs } = parts;
  const plan = planOf(parts.store);
  const work = workOf(parts, plan);
  const line = new Line();
  const state = () => stateOf(parts, plan);
  return {
    state,
    async setPaused(paused) {
      const written = await plan.edit((old) => ({ ...old, paused }));
      if (!written.ok) return written;
      // What "refresh now" had queued is taken back; what a card waits for is the reader's and stays.
      if (paused) for (const job of await jobs.list()) if (job.reason === 'watch') await jobs.done(job.key);
      return state();
    },
    async now() {
      for (const projectId of await watchedIds(parts.watchlist)) {
        await jobs.put({ key: jobKey(projectId), kind: 'read', projectId, reason: 'watch', nextAt: env.now() });
      }
      void line.queue(work.runJobs);
      return state();
    },
    round: () => line.running ?? line.queue(work.runRound),
  };
}
