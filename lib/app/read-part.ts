/** One part of a repository by one request: when it is stale and may be asked for; else from the cache. Stored at once. */
import type { Origin } from '../domain/activity/parse-rest.ts';
import type { Read, RepoPart } from '../domain/activity/repo-facts.ts';
import { isStale, PENDING_WAITS_MS, retryFrom } from '../domain/freshness.ts';
import type { SnapshotProject } from '../domain/snapshot/format.ts';
import { DAY_MS } from '../domain/time.ts';
import type { Cache } from '../io/cache.ts';
import type { Answer, GitHub } from '../io/github/client.ts';
import { type Failure, fail, type Result } from '../result.ts';
import { loadPart, savePart } from './facts.ts';

export interface RepoRun {
  env: { now(): number };
  cache: Cache;
  github: GitHub;
  /** For the log; null where it is for many projects at once. */
  projectId: string | null;
  hasToken: boolean;
  /** What the bundled snapshot knows of the project. */
  snapshot?: SnapshotProject | undefined;
  /** `lacking`: statistics only of repositories whose year of commits could not be read by GraphQL. */
  statistics: 'all' | 'lacking';
  /** Background work: a release hardly ever comes without a push, so that without one none is looked for. */
  watch?: boolean;
  /** Everything that the project's page shows. */
  deep?: boolean;
  /** Called after each stored part. */
  onStep(): Promise<void>;
}
/** What a run came to: the failures it met, and when to go on where GitHub is still computing or a limit holds. */
export interface RunEnd {
  failures: Failure[];
  goOnAt: number | null;
  /** Nobody pushed since it was read before. */
  quiet?: boolean;
}

/** Failures after which nothing further is asked of this repository, or of anything: the host said stop, or nobody is there. */
export const STOP = new Set<string>(['rate-limited', 'offline', 'timeout', 'cancelled', 'unauthorized']);
/** Not stored: they say something about the line or the reader, not about the repository. */
export const PASSING = new Set<string>([...STOP, 'storage-full', 'storage-blocked', 'private-window']);

export interface PartPlan<T> {
  part: RepoPart;
  path: string;
  purpose: string;
  parse(answer: Answer, origin: Origin): Promise<Result<Read<T>>> | Result<Read<T>>;
}
export type PartEnd<T> = { read: Read<T> | null; failure: Failure | null; goOnAt: number | null };

/** The earlier of two times, where there is one. */
export const later = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

/** Reads one part when it is stale and may be asked for; else answers from the cache. */
export async function readPart<T>(run: RepoRun, repo: string, plan: PartPlan<T>): Promise<PartEnd<T>> {
  const stored = await loadPart(run.cache, repo, plan.part);
  const old = stored.read as Read<T> | null;
  const now = run.env.now();
  const request = `GET ${plan.path} ${await run.github.identity()}`;
  // A read that failed since, or was asked otherwise (other window), is not fresh by its age alone.
  if (!stored.failure && old && !isStale(plan.part, stored.row?.readAt ?? null, now)) {
    return { read: old, failure: null, goOnAt: null };
  }
  if (stored.failure && retryFrom(stored.failure) > now) {
    const goOnAt = stored.failure.kind === 'pending' ? retryFrom(stored.failure) : null;
    return { read: old, failure: stored.failure, goOnAt };
  }
  const etag = old && stored.row?.request === request ? stored.row.etag : null;
  const asked = { projectId: run.projectId, purpose: plan.purpose, etag };
  const answer = await run.github.get(plan.path, asked);
  const at = { repo, part: plan.part, request };
  if (!answer.ok) return keepFailure(run, at, { ...stored, read: old }, answer.failure);
  const { readAt } = answer.value;
  if (answer.value.status === 304) {
    // Nothing stored to stand for it (cleared meanwhile): ask again without the ETag at the next turn.
    const still = (await loadPart(run.cache, repo, plan.part)).read as Read<T> | null;
    const read = still ?? old;
    if (!read) return { read: null, failure: fail('bad-answer', readAt, { status: 304 }).failure, goOnAt: null };
    await savePart(run.cache, { ...at, etag, readAt }, { read: { ...read, readAt }, failure: null, tries: 0 });
    await run.onStep();
    return { read: { ...read, readAt }, failure: null, goOnAt: null };
  }
  const origin: Origin = { readAt, api: plan.path, ...(answer.value.etag ? { etag: answer.value.etag } : {}) };
  const parsed = await plan.parse(answer.value, origin);
  if (!parsed.ok) return keepFailure(run, at, { ...stored, read: old }, parsed.failure);
  // A database that refuses it is told of by the cache itself; what was read stands in memory.
  await savePart(
    run.cache,
    { ...at, etag: answer.value.etag, readAt },
    {
      read: parsed.value,
      failure: null,
      tries: 0,
    },
  );
  await run.onStep();
  return { read: parsed.value, failure: null, goOnAt: null };
}

async function keepFailure<T>(
  run: RepoRun,
  at: { repo: string; part: RepoPart; request: string },
  stored: {
    read: Read<T> | null;
    tries: number;
    row?: { readAt: number; etag: string | null; request: string } | undefined;
  },
  failure: Failure,
): Promise<PartEnd<T>> {
  if (failure.kind === 'pending') {
    const wait = PENDING_WAITS_MS[stored.tries];
    // Asked four times in vain: GitHub may never finish (busy repositories); tomorrow it may.
    const retryAt = wait === undefined ? failure.at + DAY_MS : failure.at + wait;
    const kept = { ...failure, retryAt };
    const tries = wait === undefined ? 0 : stored.tries + 1;
    const row = { ...at, etag: null, readAt: stored.row?.readAt ?? 0 };
    await savePart(run.cache, row, { read: stored.read, failure: kept, tries });
    await run.onStep();
    return { read: stored.read, failure: kept, goOnAt: wait === undefined ? null : retryAt };
  }
  if (!PASSING.has(failure.kind)) {
    const row = { ...at, request: stored.row?.request ?? at.request };
    const dates = { etag: stored.row?.etag ?? null, readAt: stored.row?.readAt ?? 0 };
    await savePart(run.cache, { ...row, ...dates }, { read: stored.read, failure, tries: 0 });
    await run.onStep();
  }
  return { read: stored.read, failure, goOnAt: failure.kind === 'rate-limited' ? (failure.retryAt ?? null) : null };
}
