/** GitHub's answers on roadmaps, each cached: one GET at a time, typed, with what failed kept aside. Wordings stay in the device's cache. */
import type { Listed } from '../domain/roadmap/candidates.ts';
import type { MilestoneFact, ReleaseFact } from '../domain/roadmap/report-input.ts';
import type { Env } from '../env.ts';
import type { Failure } from '../result.ts';
import type { Cache } from './cache.ts';
import type { GitHub } from './github/client.ts';
import { type Commit, readCommits, readListing, readMilestones, readReleases, renamedFrom } from './roadmap-answers.ts';

/** A listing or a head may be a day old: roadmaps change by the month. */
const FRESH_MS = 24 * 3600_000;
/** A commit's file does not change: fetched once for ever. */
const FULL_SHA = /^[0-9a-f]{40}$/;

export const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

export interface AskParts {
  env: Env;
  github: GitHub;
  cache: Cache;
}

/** The questions of one look-up. Each returns undefined (or nothing found) where it failed; `failures` says why. */
export class RoadmapAsk {
  readonly failures: Failure[] = [];
  /** Something answered, be it "not found". */
  answered = false;
  private readonly parts: AskParts;
  private readonly about: { projectId: string; signal?: AbortSignal };
  constructor(parts: AskParts, about: { projectId: string; signal?: AbortSignal }) {
    this.parts = parts;
    this.about = about;
  }

  /** Entries of a folder, the repository's root where `path` is empty. */
  async listing(repo: string, path: string): Promise<Listed[] | undefined> {
    const json = await this.get(`/repos/${repo}/contents/${encodePath(path)}`, 'roadmap listing');
    return json === undefined ? undefined : readListing(json);
  }
  /** At most the newest 100 commits that touched the path, newest first; empty where it never was. */
  async history(repo: string, path: string, ref?: string): Promise<Commit[]> {
    const from = ref ? `&sha=${encodeURIComponent(ref)}` : '';
    return readCommits(
      await this.get(`/repos/${repo}/commits?path=${encodeURIComponent(path)}&per_page=100${from}`, 'roadmap history'),
    );
  }
  /** The name that the path had before this commit. */
  async pathBefore(repo: string, sha: string, path: string): Promise<string | undefined> {
    return renamedFrom(await this.get(`/repos/${repo}/commits/${sha}`, 'roadmap rename', { forever: true }), path);
  }
  async milestones(repo: string): Promise<MilestoneFact[] | null> {
    const path = `/repos/${repo}/milestones?state=all&sort=due_on&direction=desc&per_page=100`;
    const json = await this.get(path, 'milestones');
    return json === undefined ? null : readMilestones(json);
  }
  async releases(repo: string): Promise<ReleaseFact[] | null> {
    const json = await this.get(`/repos/${repo}/releases?per_page=50`, 'releases');
    return json === undefined ? null : readReleases(json);
  }
  /** A file's text at a commit, tag or branch; the head of the default branch without one. */
  async raw(repo: string, path: string, ref?: string): Promise<string | undefined> {
    const at = ref ? `?ref=${encodeURIComponent(ref)}` : '';
    const text = await this.get(`/repos/${repo}/contents/${encodePath(path)}${at}`, 'roadmap file', {
      raw: true,
      forever: FULL_SHA.test(ref ?? ''),
    });
    return typeof text === 'string' ? text : undefined;
  }

  /** One cached GET. Undefined when it failed; the failure is kept. */
  private async get(path: string, purpose: string, how: { raw?: boolean; forever?: boolean } = {}): Promise<unknown> {
    const { cache, github, env } = this.parts;
    const key = `roadmap-answer:${how.raw ? 'raw:' : ''}${path}`;
    const request = `${path} ${await github.identity()}`;
    const row = await cache.get(key);
    if (row && (how.forever || env.now() - row.readAt < FRESH_MS)) {
      this.answered = true;
      return this.stored(row.value);
    }
    const etag = row && row.request === request ? row.etag : null;
    const { projectId, signal } = this.about;
    const answer = await github.get(path, {
      projectId,
      purpose,
      etag,
      ...(how.raw ? { raw: true } : {}),
      ...(signal ? { signal } : {}),
    });
    if (answer.ok) {
      this.answered = true;
      const value = answer.value.status === 304 && row ? row.value : { json: answer.value.json };
      await cache.put({ key, request, etag: answer.value.etag ?? etag, readAt: env.now(), value });
      return this.stored(value);
    }
    this.failures.push(answer.failure);
    if (answer.failure.kind === 'not-found' || answer.failure.kind === 'empty') {
      this.answered = true;
      await cache.put({ key, request, etag: null, readAt: env.now(), value: { missing: true } });
      return undefined;
    }
    // Older answers stay when a new one can't be had.
    return row ? this.stored(row.value) : undefined;
  }
  private stored(value: unknown): unknown {
    return typeof value === 'object' && value !== null && 'json' in value ? value.json : undefined;
  }
}
