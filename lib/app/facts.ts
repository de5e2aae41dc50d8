/** Reduced answers per repository and part, as they lie in the cache. */
import type { Choice } from '../domain/activity/choose-repos.ts';
import { noFacts, REPO_PARTS, type Read, type RepoFacts, type RepoPart } from '../domain/activity/repo-facts.ts';
import type { Cache } from '../io/cache.ts';
import type { CacheRow } from '../io/db.ts';
import type { Failure, FailureKind, Result } from '../result.ts';

/** What is stored for one part: the last good answer stays when a later one fails. */
export interface PartValue<T = unknown> {
  read: Read<T> | null;
  failure: Failure | null;
  /** How often GitHub said "still computing" in a row. */
  tries: number;
}

/** Failures that say something about the repository as it is now; others are accidents and leave older facts standing. */
const STATES: ReadonlySet<FailureKind> = new Set(['not-found', 'gone', 'blocked', 'empty']);

/** Key of a part of a repository's facts in the cache; names of repositories are the same in any case. */
export const partKey = (repo: string, part: RepoPart) => `facts:${repo.toLowerCase()}:${part}`;
/** Key of the choice of repositories of a project in the cache. */
export const choiceKey = (projectId: string) => `choice:${projectId}`;

export interface StoredPart extends PartValue {
  row: CacheRow | undefined;
}

/** One stored part; absent is null and zero. */
export async function loadPart(cache: Cache, repo: string, part: RepoPart): Promise<StoredPart> {
  return partOf(await cache.get(partKey(repo, part)));
}

function partOf(row: CacheRow | undefined): StoredPart {
  const value = row?.value as PartValue | undefined;
  // A row that is not in our shape (damaged on disk) is as good as absent.
  if (typeof value !== 'object' || value === null) return { read: null, failure: null, tries: 0, row: undefined };
  return { read: value.read ?? null, failure: value.failure ?? null, tries: value.tries ?? 0, row };
}

/** Stores a part. `request` and `etag` belong together: the ETag counts for exactly that request. */
export function savePart(
  cache: Cache,
  at: { repo: string; part: RepoPart; request: string; etag: string | null; readAt: number },
  value: PartValue,
): Promise<Result<null>> {
  const { repo, part, ...row } = at;
  return cache.put({ key: partKey(repo, part), ...row, value });
}

/** Everything stored of `repos`, in their order, by one read of the database. */
export async function loadFacts(cache: Cache, repos: readonly string[], pinned: boolean): Promise<RepoFacts[]> {
  const rows = await cache.getAll(repos.flatMap((repo) => REPO_PARTS.map((part) => partKey(repo, part))));
  return repos.map((repo, r) => {
    const facts = noFacts(repo, pinned);
    REPO_PARTS.forEach((part, p) => {
      const stored = partOf(rows[r * REPO_PARTS.length + p]);
      Object.assign(facts, { [part]: stored.read });
      const { failure } = stored;
      if (failure && (!stored.read || STATES.has(failure.kind))) facts.failures[part] = failure;
    });
    return facts;
  });
}

export interface StoredChoice extends Choice {
  hasToken: boolean;
}

/** Which repositories were chosen, and when (Unix ms); null before the first listing. */
export async function loadChoice(cache: Cache, id: string): Promise<{ choice: StoredChoice; readAt: number } | null> {
  const row = await cache.get(choiceKey(id));
  const choice = row?.value as StoredChoice | undefined;
  return row && Array.isArray(choice?.repos) ? { choice, readAt: row.readAt } : null;
}
