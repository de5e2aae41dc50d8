/**
 * Where a roadmap is looked for, in the guide's order, with few requests, each cached: registry address, files of the repositories read,
 * the path's history, the organisation's `roadmap` repository, milestones. Wordings stay in the device's cache.
 */
import {
  folderFile,
  followPointer,
  type GitHubPlace,
  gitHubPlace,
  type Listed,
  roadmapFiles,
  roadmapFolders,
} from '../domain/roadmap/candidates.ts';
import { daysBetween, type RoadmapVersion } from '../domain/roadmap/ledger.ts';
import { kindOf, type ParsedRoadmap, parseRoadmap } from '../domain/roadmap/parse.ts';
import type { MilestoneFact, ReleaseFact, RoadmapInput } from '../domain/roadmap/report-input.ts';
import type { RoadmapReport } from '../domain/signal.ts';
import type { Env } from '../env.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { Cache } from './cache.ts';
import type { GitHub } from './github/client.ts';
import { type Commit, readCommits, readListing, readMilestones, readReleases, renamedFrom } from './roadmap-answers.ts';

export interface RoadmapRequest {
  projectId: string;
  /** The registry's roadmap address. */
  address?: string;
  /** Repositories that are read for code, in order. */
  repos: string[];
  orgs: string[];
  /** card: the version a year back only; page: 90, 180 and 365 days back, and the path before a rename. */
  depth: 'card' | 'page';
  /** Releases that are known already; read here when undefined and `depth` is page. */
  releases?: ReleaseFact[];
  signal?: AbortSignal;
}
/** What was read: the input of the report without clock and registry facts. */
export type RoadmapFacts = Omit<RoadmapInput, 'now' | 'live' | 'checked' | 'source' | 'knownMoves' | 'knownSince'> & {
  failures: Failure[];
  readAt: number;
};

/** A listing or a head may be a day old: roadmaps change by the month. */
const FRESH_MS = 24 * 3600_000;
/** Without a token a card has 60 requests an hour for everything: a second repository is enough. */
const MAX_REPOS = { card: 2, page: 3 };
/** Days back at which versions are compared (guide: drift). */
const AGES = { card: [365], page: [90, 180, 365] };
const OLD_PATHS = ['ROADMAP.md', 'docs/ROADMAP.md'];

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const blobUrl = (repo: string, ref: string, path: string) =>
  `https://github.com/${repo}/blob/${ref}/${encodePath(path)}`;

export interface RoadmapSources {
  read(request: RoadmapRequest): Promise<Result<RoadmapFacts>>;
}

/** Makes the reader over the GitHub client and the cache. */
export function createRoadmapSources(options: { env: Env; github: GitHub; cache: Cache }): RoadmapSources {
  return { read: (request) => new Read(options, request).run() };
}

interface Found {
  place: GitHubPlace;
  text: string;
}

/** One look-up; collects places and failures on its way. */
class Read {
  private readonly places: RoadmapReport['places'] = [];
  private readonly failures: Failure[] = [];
  private answered = false;
  private readonly options: { env: Env; github: GitHub; cache: Cache };
  private readonly request: RoadmapRequest;
  constructor(options: { env: Env; github: GitHub; cache: Cache }, request: RoadmapRequest) {
    this.options = options;
    this.request = request;
  }

  async run(): Promise<Result<RoadmapFacts>> {
    const { repos, depth } = this.request;
    const first = repos[0];
    const found = await this.find();
    const facts = found ? await this.document(found) : await this.removed(repos.slice(0, 1));
    const milestones = first ? await this.milestones(first) : null;
    const releases = this.request.releases ?? (depth === 'page' && first ? await this.releases(first) : null);
    const failure = this.failures[0];
    // Nothing answered at all: the older figures stay. A place that was not reached is not a place without a roadmap.
    if (!this.answered && failure) return { ok: false, failure };
    const hard = this.failures.find((f) => f.kind !== 'not-found');
    if (!found && !facts.document && hard) return { ok: false, failure: hard };
    return ok({
      ...facts,
      milestones,
      releases,
      places: this.places,
      failures: this.failures,
      readAt: this.options.env.now(),
    });
  }

  private async find(): Promise<Found | undefined> {
    const { address, repos, orgs, depth } = this.request;
    const place = address ? gitHubPlace(address) : undefined;
    const known = place ? await this.fromPlace(place, 'registry') : undefined;
    if (known) return known;
    for (const repo of repos.slice(0, MAX_REPOS[depth])) {
      const found = await this.inRepo(repo);
      if (found) return found;
    }
    const owners = [...new Set([...orgs, ...repos.slice(0, 1).map((r) => r.split('/')[0] as string)])].slice(0, 1);
    for (const owner of owners) {
      const found = await this.inFolder(`${owner}/roadmap`, '');
      this.note(`${owner}/roadmap`, `https://github.com/${owner}/roadmap`, found !== undefined);
      if (found) return found;
    }
    return undefined;
  }
  private note(label: string, url: string, found: boolean): void {
    this.places.push({ label, url, found });
  }

  private async fromPlace(place: GitHubPlace, label: string): Promise<Found | undefined> {
    const isFile =
      place.path !== '' &&
      (kindOf(place.path) !== undefined || /\.\w+$/.test(place.path)) &&
      /\./.test(place.path.split('/').pop() ?? '');
    const found = isFile ? await this.file(place) : await this.inFolder(place.repo, place.path);
    this.note(`${label}: ${place.repo}/${place.path}`, `https://github.com/${place.repo}`, found !== undefined);
    return found;
  }

  /** Root first, then `docs`, then a folder named roadmap. */
  private async inRepo(repo: string): Promise<Found | undefined> {
    const root = await this.listing(repo, '');
    let found: Found | undefined;
    if (root) {
      const folders = roadmapFolders(root);
      found = await this.firstOf(repo, roadmapFiles(root));
      if (!found && folders.roadmap) found = await this.inFolder(repo, folders.roadmap.path);
      if (!found && folders.docs) {
        const docs = (await this.listing(repo, folders.docs.path)) ?? [];
        found = await this.firstOf(repo, roadmapFiles(docs));
        const inner = roadmapFolders(docs).roadmap;
        if (!found && inner) found = await this.inFolder(repo, inner.path);
      }
    }
    this.note(`${repo}: ROADMAP*, docs`, `https://github.com/${repo}`, found !== undefined);
    return found;
  }
  private async inFolder(repo: string, path: string): Promise<Found | undefined> {
    const listing = await this.listing(repo, path);
    const file = listing ? folderFile(listing) : undefined;
    return file ? this.file({ repo, path: file.path }) : undefined;
  }
  private async firstOf(repo: string, files: Listed[]): Promise<Found | undefined> {
    const file = files[0];
    return file ? this.file({ repo, path: file.path }) : undefined;
  }

  /** The file's text; one that only points elsewhere is followed once. A picture has no text but is there. */
  private async file(place: GitHubPlace, followed = false): Promise<Found | undefined> {
    if (kindOf(place.path) === undefined) return { place, text: '' };
    const text = await this.raw(place.repo, place.path, place.ref);
    if (text === undefined) return undefined;
    const found = { place, text };
    if (followed) return found;
    const parsed = parseRoadmap(text, kindOf(place.path) ?? 'markdown');
    const pointer = parsed.ok ? parsed.value.pointer : null;
    const target = pointer ? followPointer(pointer, place) : undefined;
    if (!target || (target.repo === place.repo && target.path === place.path)) return found;
    const next = /\.\w+$/.test(target.path)
      ? await this.file(target, true)
      : await this.inFolder(target.repo, target.path);
    return next ?? found;
  }

  private async document(
    found: Found,
  ): Promise<Omit<RoadmapFacts, 'milestones' | 'releases' | 'places' | 'failures' | 'readAt'>> {
    const { place, text } = found;
    const commits = await this.history(place.repo, place.path, place.ref);
    const parsed = this.parse(text, place.path);
    const head = commits[0];
    const now = this.options.env.now();
    const document: NonNullable<RoadmapInput['document']> = {
      label: place.path,
      url: blobUrl(place.repo, head?.sha ?? place.ref ?? 'HEAD', place.path),
      readAt: now,
      inGit: true,
    };
    if (head) Object.assign(document, { commit: head.sha, commitDate: head.date });
    const versions = parsed && head ? await this.versions(place, commits) : [];
    return {
      document,
      parsed: parsed ?? null,
      unreadable: !parsed,
      versions,
      versionCount: commits.length || null,
      itemsChangedOn: null,
    };
  }

  /** Was there a roadmap at the usual paths that the head no longer has? One request per path. */
  private async removed(
    repos: string[],
  ): Promise<Omit<RoadmapFacts, 'milestones' | 'releases' | 'places' | 'failures' | 'readAt'>> {
    const none = { parsed: null, unreadable: false, versions: [], versionCount: null, itemsChangedOn: null };
    for (const repo of repos)
      for (const path of OLD_PATHS) {
        const commits = await this.history(repo, path);
        this.note(`${repo}: history of ${path}`, `https://github.com/${repo}/commits/HEAD/${path}`, commits.length > 0);
        const [gone, last] = commits;
        if (!gone || !last) continue;
        const text = await this.raw(repo, path, last.sha);
        const parsed = text === undefined ? null : (this.parse(text, path) ?? null);
        const document = {
          label: path,
          url: blobUrl(repo, last.sha, path),
          commit: last.sha,
          commitDate: last.date,
          removedOn: gone.date,
          readAt: this.options.env.now(),
          inGit: true,
        };
        return { ...none, document, parsed, versionCount: commits.length };
      }
    return none;
  }

  /** The versions nearest to the wanted ages, each fetched once for ever: a commit's file does not change. */
  private async versions(place: GitHubPlace, commits: Commit[]): Promise<RoadmapVersion[]> {
    const { depth } = this.request;
    let path = place.path;
    let history = commits;
    const head = commits[0] as Commit;
    const oldest = commits[commits.length - 1] as Commit;
    if (depth === 'page' && commits.length < 100 && daysBetween(oldest.date, head.date) < 365) {
      const before = await this.pathBefore(place.repo, oldest.sha, path);
      if (before) {
        const older = await this.history(place.repo, before, oldest.sha);
        history = [...commits, ...older.filter((c) => !commits.some((k) => k.sha === c.sha))];
        path = before;
      }
    }
    const wanted = new Map<string, Commit>();
    for (const age of AGES[depth]) {
      const nearest = nearestCommit(history.slice(1), head.date, age);
      if (nearest) wanted.set(nearest.sha, nearest);
    }
    // The last edit but one tells whether the newest edit changed an item at all.
    if (depth === 'page' && history[1]) wanted.set(history[1].sha, history[1]);
    const out: RoadmapVersion[] = [];
    for (const commit of wanted.values()) {
      const at = commits.includes(commit) ? place.path : path;
      const text = await this.raw(place.repo, at, commit.sha);
      const parsed = text === undefined ? undefined : this.parse(text, at);
      if (parsed)
        out.push({
          date: commit.date,
          items: parsed.items,
          commit: commit.sha,
          url: `https://github.com/${place.repo}/commit/${commit.sha}`,
        });
    }
    return out;
  }

  private parse(text: string, path: string): ParsedRoadmap | undefined {
    const kind = kindOf(path);
    if (!kind) return undefined;
    const parsed = parseRoadmap(text, kind, this.options.env.now());
    return parsed.ok ? parsed.value : undefined;
  }

  private async listing(repo: string, path: string): Promise<Listed[] | undefined> {
    const json = await this.get(`/repos/${repo}/contents/${encodePath(path)}`, 'roadmap listing');
    return json === undefined ? undefined : readListing(json);
  }
  private async history(repo: string, path: string, ref?: string): Promise<Commit[]> {
    const from = ref ? `&sha=${encodeURIComponent(ref)}` : '';
    return readCommits(
      await this.get(`/repos/${repo}/commits?path=${encodeURIComponent(path)}&per_page=100${from}`, 'roadmap history'),
    );
  }
  private async pathBefore(repo: string, sha: string, path: string): Promise<string | undefined> {
    return renamedFrom(await this.get(`/repos/${repo}/commits/${sha}`, 'roadmap rename', { forever: true }), path);
  }
  private async milestones(repo: string): Promise<MilestoneFact[] | null> {
    const json = await this.get(
      `/repos/${repo}/milestones?state=all&sort=due_on&direction=desc&per_page=100`,
      'milestones',
    );
    const facts = json === undefined ? null : readMilestones(json);
    this.note(`${repo}: milestones`, `https://github.com/${repo}/milestones`, (facts?.length ?? 0) > 0);
    return facts;
  }
  private async releases(repo: string): Promise<ReleaseFact[] | null> {
    const json = await this.get(`/repos/${repo}/releases?per_page=50`, 'releases');
    return json === undefined ? null : readReleases(json);
  }
  private async raw(repo: string, path: string, ref?: string): Promise<string | undefined> {
    const at = ref ? `?ref=${encodeURIComponent(ref)}` : '';
    const text = await this.get(`/repos/${repo}/contents/${encodePath(path)}${at}`, 'roadmap file', {
      raw: true,
      forever: /^[0-9a-f]{40}$/.test(ref ?? ''),
    });
    return typeof text === 'string' ? text : undefined;
  }

  /** One cached GET. Undefined when it failed; the failure is kept. */
  private async get(path: string, purpose: string, how: { raw?: boolean; forever?: boolean } = {}): Promise<unknown> {
    const { cache, github, env } = this.options;
    const key = `roadmap-answer:${how.raw ? 'raw:' : ''}${path}`;
    const request = `${path} ${await github.identity()}`;
    const row = await cache.get(key);
    if (row && (how.forever || env.now() - row.readAt < FRESH_MS)) {
      this.answered = true;
      return this.stored(row.value);
    }
    const etag = row && row.request === request ? row.etag : null;
    const { projectId, signal } = this.request;
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

/** The commit whose date lies nearest to `age` days before `to`, among older ones. */
function nearestCommit(commits: Commit[], to: string, age: number): Commit | undefined {
  const off = (c: Commit) => Math.abs(daysBetween(c.date, to) - age);
  return commits
    .filter((c) => daysBetween(c.date, to) >= 1)
    .reduce<Commit | undefined>((best, c) => (!best || off(c) < off(best) ? c : best), undefined);
}

/** For tests and callers that need a typed "nothing to ask". */
export const nothingToAsk = (at: number): Result<RoadmapFacts> =>
  fail('unknown-project', at, { detail: 'no repository and no address' });
