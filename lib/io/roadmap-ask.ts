/** GitHub's answers on roadmaps, each cached: one GET at a time, typed, with what failed kept aside. Wordings stay in the device's cache. */
import type { Listed } from '../domain/roadmap/candidates.ts';
import type { MilestoneFact } from '../domain/roadmap/report-input.ts';
import { DAY_MS } from '../domain/time.ts';
import type { Env } from '../env.ts';
import type { Failure, FailureKind } from '../result.ts';
import type { Cache } from './cache.ts';
import type { GitHub } from './github/client.ts';
import { type Commit, readCommits, readListing, readMilestones, renamedFrom } from './roadmap-answers.ts';

/** A listing or a head may be a day old: roadmaps change by the month. */
const FRESH_MS = DAY_MS;
/** Where nothing was, nothing is looked for again within a week: so a small allowance gets to other places on other days. */
const NOTHING_FRESH_MS = 7 * FRESH_MS;
/** A path without any commit gets a history unseen only if a file comes and goes again between two looks at the head. */
const NO_HISTORY_FRESH_MS = 30 * FRESH_MS;
/** A commit's file does not change: fetched once for ever. */
const FULL_SHA = /^[0-9a-f]{40}$/;

/** A file's path for an address: each part encoded, the slashes kept. */
export const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** The questions as GitHub's paths; whoever has an answer already (roadmap-seeds.ts) keeps it under the same one. */
export const askPath = {
  listing: (repo: string, path: string) => `/repos/${repo}/contents${path ? `/${encodePath(path)}` : ''}`,
  history: (repo: string, path: string, ref?: string) =>
    `/repos/${repo}/commits?path=${encodeURIComponent(path)}&per_page=100${ref ? `&sha=${encodeURIComponent(ref)}` : ''}`,
  milestones: (repo: string) => `/repos/${repo}/milestones?state=all&sort=due_on&direction=desc&per_page=100`,
  raw: (repo: string, path: string, ref?: string) =>
    `/repos/${repo}/contents/${encodePath(path)}${ref ? `?ref=${encodeURIComponent(ref)}` : ''}`,
};
/** Key of a stored answer; raw texts and JSON of one path are kept apart. */
export const answerKey = (path: string, raw = false) => `roadmap-answer:${raw ? 'raw:' : ''}${path}`;

/** One stored answer. `blob`: the file's content id when it was read; the same id stands for the same text and history. */
export interface StoredAnswer {
  json?: unknown;
  missing?: true;
  blob?: string;
}

export interface AskAbout {
  projectId: string;
  /** Requests that this look-up may make; what is left over stays for another day. Without it, as many as it takes. */
  allowance?: number;
  signal?: AbortSignal;
}
interface How {
  raw?: boolean;
  forever?: boolean;
  history?: boolean;
  blob?: string | undefined;
}

/** What says that nothing is there; any other failure says something of the line or the host. */
const NOTHING_THERE = new Set<FailureKind>(['not-found', 'empty', 'gone', 'blocked']);

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
  /** The allowance ended before a question: what it would have found is not known. */
  cutShort = false;
  private readonly parts: AskParts;
  private readonly about: AskAbout;
  private asked = 0;
  constructor(parts: AskParts, about: AskAbout) {
    this.parts = parts;
    this.about = about;
  }

  /** The first failure by which something that is there may have been missed. */
  missed(): Failure | undefined {
    return this.failures.find(({ kind }) => !NOTHING_THERE.has(kind));
  }
  /** Entries of a folder, the repository's root where `path` is empty. */
  async listing(repo: string, path: string): Promise<Listed[] | undefined> {
    const json = await this.get(askPath.listing(repo, path), 'roadmap listing');
    return json === undefined ? undefined : readListing(json);
  }
  /** At most the newest 100 commits that touched the path, newest first; empty where it never was. `blob`: its content now. */
  async history(repo: string, path: string, ref?: string, blob?: string): Promise<Commit[]> {
    return readCommits(await this.get(askPath.history(repo, path, ref), 'roadmap history', { blob, history: true }));
  }
  /** The name that the path had before this commit. */
  async pathBefore(repo: string, sha: string, path: string): Promise<string | undefined> {
    return renamedFrom(await this.get(`/repos/${repo}/commits/${sha}`, 'roadmap rename', { forever: true }), path);
  }
  async milestones(repo: string): Promise<MilestoneFact[] | null> {
    const json = await this.get(askPath.milestones(repo), 'milestones');
    return json === undefined ? null : readMilestones(json);
  }
  /** A file's text at a commit, tag or branch; the head of the default branch without one. */
  async raw(repo: string, path: string, ref?: string, blob?: string): Promise<string | undefined> {
    const how = { raw: true, forever: FULL_SHA.test(ref ?? ''), blob };
    const text = await this.get(askPath.raw(repo, path, ref), 'roadmap file', how);
    return typeof text === 'string' ? text : undefined;
  }

  /** One cached GET. Undefined when it failed; the failure is kept. */
  private async get(path: string, purpose: string, how: How = {}): Promise<unknown> {
    const { cache, github, env } = this.parts;
    const { projectId, signal, allowance } = this.about;
    const key = answerKey(path, how.raw);
    const request = `${path} ${await github.identity()}`;
    const row = await cache.get(key);
    const old = row?.value as StoredAnswer | undefined;
    if (row && this.stands(old, env.now() - row.readAt, how)) {
      this.answered = true;
      return old?.json;
    }
    if (allowance !== undefined && this.asked >= allowance) {
      this.cutShort = true;
      return old?.json;
    }
    this.asked++;
    const etag = row && row.request === request ? row.etag : null;
    const answer = await github.get(path, {
      ...{ projectId, purpose, etag },
      ...(how.raw ? { raw: true } : {}),
      ...(signal ? { signal } : {}),
    });
    const blob = how.blob ? { blob: how.blob } : {};
    if (answer.ok) {
      this.answered = true;
      const json = answer.value.status === 304 && old ? old.json : answer.value.json;
      const value: StoredAnswer = { json, ...blob };
      await cache.put({ key, request, etag: answer.value.etag ?? etag, readAt: env.now(), value });
      return json;
    }
    this.failures.push(answer.failure);
    if (answer.failure.kind === 'not-found' || answer.failure.kind === 'empty') {
      this.answered = true;
      const value: StoredAnswer = { missing: true };
      await cache.put({ key, request, etag: null, readAt: env.now(), value });
      return undefined;
    }
    // Older answers stay when a new one can't be had.
    return old?.json;
  }

  /** Whether a stored answer speaks for the present. */
  private stands(old: StoredAnswer | undefined, ageMs: number, how: How): boolean {
    if (how.forever || ageMs < FRESH_MS) return true;
    if (how.blob !== undefined && how.blob === old?.blob) return true;
    const empty = Array.isArray(old?.json) && old.json.length === 0;
    const nothing = old?.missing === true || empty;
    return nothing && ageMs < (empty && how.history ? NO_HISTORY_FRESH_MS : NOTHING_FRESH_MS);
  }
}
