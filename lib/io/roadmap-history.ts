/** What a roadmap's history tells: the head's commit, older versions to compare with, and files that the head no longer has. */
import { type GitHubPlace, gitHubPlace } from '../domain/roadmap/candidates.ts';
import { daysBetween, type RoadmapVersion } from '../domain/roadmap/ledger.ts';
import { kindOf, type ParsedRoadmap, parseRoadmap } from '../domain/roadmap/parse.ts';
import type { RoadmapInput } from '../domain/roadmap/report-input.ts';
import type { Commit } from './roadmap-answers.ts';
import { encodePath, type RoadmapAsk } from './roadmap-ask.ts';
import type { Found, RoadmapSearch } from './roadmap-search.ts';

/** Days back at which versions are compared (guide: drift). */
const AGES = { card: [365], page: [90, 180, 365] };
/** The path's history is asked for at these where the head has no roadmap: roadmap files are rare and mostly deleted later. */
export const OLD_PATHS = ['ROADMAP.md', 'docs/ROADMAP.md'];

/** Where a roadmap may have stood that the head no longer has: the address on record, then the usual paths of the first repository. */
export function oldPlaces(address: string | undefined, repo: string | undefined): GitHubPlace[] {
  const known = address ? gitHubPlace(address) : undefined;
  return [...(known && known.path !== '' ? [known] : []), ...(repo ? OLD_PATHS.map((path) => ({ repo, path })) : [])];
}

/** What is known of one document, before milestones and releases are added. */
export type DocumentFacts = Pick<
  RoadmapInput,
  'document' | 'parsed' | 'unreadable' | 'versions' | 'versionCount' | 'itemsChangedOn'
>;
const NONE: DocumentFacts = {
  parsed: null,
  unreadable: false,
  versions: [],
  versionCount: null,
  itemsChangedOn: null,
};

const blobUrl = (repo: string, ref: string, path: string) =>
  `https://github.com/${repo}/blob/${ref}/${encodePath(path)}`;

/** Reads the history of one project's roadmap. */
export class RoadmapHistory {
  private readonly ask: RoadmapAsk;
  private readonly depth: 'card' | 'page';
  private readonly now: () => number;
  constructor(ask: RoadmapAsk, depth: 'card' | 'page', now: () => number) {
    this.ask = ask;
    this.depth = depth;
    this.now = now;
  }

  /** The document that was found, with the versions that it is compared with. */
  async document({ place, text, blob }: Found): Promise<DocumentFacts> {
    const commits = await this.ask.history(place.repo, place.path, place.ref, blob);
    const parsed = this.parse(text, place.path);
    const head = commits[0];
    const document: NonNullable<RoadmapInput['document']> = {
      label: place.path,
      url: blobUrl(place.repo, head?.sha ?? place.ref ?? 'HEAD', place.path),
      readAt: this.now(),
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

  /** The first of these places that once held a file and no longer does. One request per place. */
  async removed(places: GitHubPlace[], search: Pick<RoadmapSearch, 'note'>): Promise<DocumentFacts> {
    for (const { repo, path, ref } of places) {
      const commits = await this.ask.history(repo, path, ref);
      const url = `https://github.com/${repo}/commits/${ref ?? 'HEAD'}/${encodePath(path)}`;
      search.note(`${repo}: history of ${path}`, url, commits.length > 0);
      const [gone, last] = commits;
      if (!gone || !last) continue;
      const text = await this.ask.raw(repo, path, last.sha);
      const parsed = text === undefined ? null : (this.parse(text, path) ?? null);
      const document = {
        label: path,
        url: blobUrl(repo, last.sha, path),
        commit: last.sha,
        commitDate: last.date,
        removedOn: gone.date,
        readAt: this.now(),
        inGit: true,
      };
      return { ...NONE, document, parsed, versionCount: commits.length };
    }
    return NONE;
  }

  /** The versions nearest to the wanted ages, each fetched once for ever: a commit's file does not change. */
  private async versions(place: GitHubPlace, commits: Commit[]): Promise<RoadmapVersion[]> {
    const { depth } = this;
    let path = place.path;
    let history = commits;
    const oldest = commits[commits.length - 1] as Commit;
    if (depth === 'page' && lacksYear(commits)) {
      const before = await this.ask.pathBefore(place.repo, oldest.sha, path);
      if (before) {
        const older = await this.ask.history(place.repo, before, oldest.sha);
        history = [...commits, ...older.filter((c) => !commits.some((k) => k.sha === c.sha))];
        path = before;
      }
    }
    const out: RoadmapVersion[] = [];
    for (const commit of wantedVersions(history, depth)) {
      const at = commits.includes(commit) ? place.path : path;
      const text = await this.ask.raw(place.repo, at, commit.sha);
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
    const parsed = parseRoadmap(text, kind, this.now());
    return parsed.ok ? parsed.value : undefined;
  }
}

/** The history ends, perhaps at a rename, before it reaches back a year. */
export function lacksYear(commits: readonly Commit[]): boolean {
  const [head, oldest] = [commits[0], commits[commits.length - 1]];
  return !!head && !!oldest && commits.length < 100 && daysBetween(oldest.date, head.date) < 365;
}

/** The older versions that the head is compared with, each once: nearest to the wanted ages, and for a page the last edit but one. */
export function wantedVersions(history: readonly Commit[], depth: 'card' | 'page'): Commit[] {
  const [head, ...older] = history;
  if (!head) return [];
  const wanted = new Map<string, Commit>();
  for (const age of AGES[depth]) {
    const nearest = nearestCommit(older, head.date, age);
    if (nearest) wanted.set(nearest.sha, nearest);
  }
  // The last edit but one tells whether the newest edit changed an item at all.
  if (depth === 'page' && older[0]) wanted.set(older[0].sha, older[0]);
  return [...wanted.values()];
}

/** The commit whose date lies nearest to `age` days before `to`, among older ones. */
function nearestCommit(commits: Commit[], to: string, age: number): Commit | undefined {
  const off = (c: Commit) => Math.abs(daysBetween(c.date, to) - age);
  return commits
    .filter((c) => daysBetween(c.date, to) >= 1)
    .reduce<Commit | undefined>((best, c) => (!best || off(c) < off(best) ? c : best), undefined);
}
