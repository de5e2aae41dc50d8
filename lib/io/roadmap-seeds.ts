/**
 * Answers about roadmaps that came by another way (GraphQL), kept where roadmap-ask.ts would keep its own: in REST's shapes,
 * under the same addresses. A look-up that finds them asks nothing.
 */
import type { Cache } from './cache.ts';
import { answerKey, askPath, type StoredAnswer } from './roadmap-ask.ts';

export interface SeedEntry {
  name: string;
  path: string;
  type: string;
  size: number;
  sha?: string;
}
export interface SeedMilestone {
  number: number;
  title: string;
  /** Unix ms. */
  dueOn: number | null;
  createdAt: number;
  closedAt: number | null;
  url: string;
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Keeps answers read at `readAt` (Unix ms). */
export class RoadmapSeeds {
  private readonly cache: Cache;
  private readonly readAt: number;
  constructor(cache: Cache, readAt: number) {
    this.cache = cache;
    this.readAt = readAt;
  }

  /** A folder's entries; null: there is no such folder. */
  listing(repo: string, path: string, entries: readonly SeedEntry[] | null): Promise<unknown> {
    return this.put(answerKey(askPath.listing(repo, path)), entries ? { json: entries } : { missing: true });
  }
  milestones(repo: string, list: readonly SeedMilestone[]): Promise<unknown> {
    const json = list.map(({ number, title, dueOn, createdAt, closedAt, url }) => ({
      ...{ number, title, html_url: url, created_at: iso(createdAt) },
      due_on: dueOn === null ? null : iso(dueOn),
      closed_at: closedAt === null ? null : iso(closedAt),
    }));
    return this.put(answerKey(askPath.milestones(repo)), { json });
  }
  /** A file's text at `ref`, the head without one; null: there is no such file. */
  file(at: { repo: string; path: string; ref?: string }, text: string | null, blob?: string): Promise<unknown> {
    const key = answerKey(askPath.raw(at.repo, at.path, at.ref), true);
    return this.put(key, text === null ? { missing: true } : { json: text, ...(blob ? { blob } : {}) });
  }
  /** Commits that touched a path, newest first; `at` in Unix ms. */
  history(
    at: { repo: string; path: string; ref?: string },
    commits: readonly { sha: string; at: number }[],
    blob?: string,
  ): Promise<unknown> {
    const json = commits.map((commit) => ({ sha: commit.sha, commit: { committer: { date: iso(commit.at) } } }));
    const value = { json, ...(blob ? { blob } : {}) };
    return this.put(answerKey(askPath.history(at.repo, at.path, at.ref)), value);
  }

  /** No ETag: it belongs to an answer of REST. */
  private put(key: string, value: StoredAnswer): Promise<unknown> {
    return this.cache.put({ key, request: 'GraphQL', etag: null, readAt: this.readAt, value });
  }
}
