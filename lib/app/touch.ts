/** Nobody pushed since the stored reading: what follows from pushes alone still holds, and is dated anew instead of asked again. */
import { isUnchanged, type SweptRepo } from '../domain/activity/graphql-sweep.ts';
import type { Read, RepoMeta, RepoPart } from '../domain/activity/repo-facts.ts';
import { HOUR_MS } from '../domain/time.ts';
import type { Cache } from '../io/cache.ts';
import { loadPart, savePart } from './facts.ts';

/** Parts that can't change without a push. Participation counts rolling weeks, threads and releases live without pushes. */
export const PUSHED_PARTS = ['contributors', 'commits', 'forkWork'] as const satisfies readonly RepoPart[];
/** GitHub's statistics may lag behind a push: six hours, as after a week's end (freshness.ts). Other parts know it at once. */
const LAG_MS = 6 * HOUR_MS;

/** Whether `now` is the stored state. */
export async function isQuiet(cache: Cache, repo: string, now: SweptRepo): Promise<boolean> {
  const { read, failure } = await loadPart(cache, repo, 'meta');
  return failure === null && read !== null && isUnchanged((read as Read<RepoMeta>).value, now);
}

/** Dates `parts` of a quiet repository at `at` (Unix ms). Parts that failed, or were read right after a push, are left as they are. */
export async function touch(
  cache: Cache,
  repo: string,
  { parts, pushedAt, at }: { parts: readonly RepoPart[]; pushedAt: number | null; at: number },
): Promise<void> {
  for (const part of parts) {
    const { read, failure, row } = await loadPart(cache, repo, part);
    const knownFrom = (pushedAt ?? 0) + (part === 'contributors' ? LAG_MS : 0);
    if (!read || failure || !row || row.readAt < knownFrom || row.readAt >= at) continue;
    const { request, etag } = row;
    const fresh = { ...(read as Read<unknown>), readAt: at };
    await savePart(cache, { repo, part, request, etag, readAt: at }, { read: fresh, failure: null, tries: 0 });
  }
}
