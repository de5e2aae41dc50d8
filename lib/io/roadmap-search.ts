/** Finds a project's roadmap on GitHub, in the guide's order: address on record, repositories read, the organisation's `roadmap` repository. */
import {
  folderFile,
  followPointer,
  type GitHubPlace,
  gitHubPlace,
  type Listed,
  roadmapFiles,
  roadmapFolders,
} from '../domain/roadmap/candidates.ts';
import { kindOf, parseRoadmap } from '../domain/roadmap/parse.ts';
import type { RoadmapReport } from '../domain/signal.ts';
import type { RoadmapAsk } from './roadmap-ask.ts';

export interface Found {
  place: GitHubPlace;
  text: string;
  /** Id of the file's content, where a listing told it. */
  blob?: string;
}
type Places = RoadmapReport['places'];

/** A repository named `roadmap` may hold a program that draws one: its read-me has headings, but no item and no pointer. */
function isPlan({ place, text }: Found): boolean {
  const kind = kindOf(place.path);
  if (!kind) return true;
  const parsed = parseRoadmap(text, kind);
  return parsed.ok && (parsed.value.pointer !== null || (parsed.value.items.length > 0 && !parsed.value.unstructured));
}

/** One search; `places` grows by each place that was looked at. */
export class RoadmapSearch {
  readonly places: Places = [];
  private readonly ask: RoadmapAsk;
  constructor(ask: RoadmapAsk) {
    this.ask = ask;
  }

  /** The first roadmap found; `maxRepos` bounds the requests. None where a place before it could not be reached: it may be there. */
  async find(where: {
    address: string | undefined;
    repos: string[];
    orgs: string[];
    maxRepos: number;
  }): Promise<Found | undefined> {
    const { address, repos, orgs, maxRepos } = where;
    const place = address ? gitHubPlace(address) : undefined;
    const known = place ? await this.fromPlace(place, 'registry') : undefined;
    if (known || this.ask.missed()) return known;
    for (const repo of repos.slice(0, maxRepos)) {
      const found = await this.inRepo(repo);
      if (found || this.ask.missed()) return found;
    }
    const owners = [...new Set([...orgs, ...repos.slice(0, 1).map((r) => r.split('/')[0] as string)])].slice(0, 1);
    for (const owner of owners) {
      const own = await this.inFolder(`${owner}/roadmap`, '');
      const found = own && isPlan(own) ? own : undefined;
      this.note(`${owner}/roadmap`, `https://github.com/${owner}/roadmap`, found !== undefined);
      if (found) return found;
    }
    return undefined;
  }
  /** Keeps a place that was looked at. Where the allowance ended, nothing is said of what was not asked. */
  note(label: string, url: string, found: boolean): void {
    if (found || !this.ask.cutShort) this.places.push({ label, url, found });
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
    const root = await this.ask.listing(repo, '');
    let found: Found | undefined;
    if (root) {
      const folders = roadmapFolders(root);
      found = await this.firstOf(repo, roadmapFiles(root));
      if (!found && folders.roadmap) found = await this.inFolder(repo, folders.roadmap.path);
      if (!found && folders.docs) {
        const docs = (await this.ask.listing(repo, folders.docs.path)) ?? [];
        found = await this.firstOf(repo, roadmapFiles(docs));
        const inner = roadmapFolders(docs).roadmap;
        if (!found && inner) found = await this.inFolder(repo, inner.path);
      }
    }
    this.note(`${repo}: ROADMAP*, docs`, `https://github.com/${repo}`, found !== undefined);
    return found;
  }
  private async inFolder(repo: string, path: string): Promise<Found | undefined> {
    const listing = await this.ask.listing(repo, path);
    const file = listing ? folderFile(listing) : undefined;
    return file ? this.file({ repo, path: file.path }, { blob: file.blob }) : undefined;
  }
  private async firstOf(repo: string, files: Listed[]): Promise<Found | undefined> {
    const file = files[0];
    return file ? this.file({ repo, path: file.path }, { blob: file.blob }) : undefined;
  }

  /** The file's text; one that only points elsewhere is followed once. A picture has no text but is there. */
  private async file(
    place: GitHubPlace,
    known: { blob?: string | undefined; followed?: boolean } = {},
  ): Promise<Found | undefined> {
    if (kindOf(place.path) === undefined) return { place, text: '' };
    const text = await this.ask.raw(place.repo, place.path, place.ref, known.blob);
    // Too large to be read, but there: asked for again it would be as large.
    if (text === undefined && this.ask.failures.at(-1)?.kind === 'too-large') return { place, text: '' };
    if (text === undefined) return undefined;
    const found = { place, text, ...(known.blob ? { blob: known.blob } : {}) };
    if (known.followed) return found;
    const parsed = parseRoadmap(text, kindOf(place.path) ?? 'markdown');
    const pointer = parsed.ok ? parsed.value.pointer : null;
    const target = pointer ? followPointer(pointer, place) : undefined;
    if (!target || (target.repo === place.repo && target.path === place.path)) return found;
    const next = /\.\w+$/.test(target.path)
      ? await this.file(target, { followed: true })
      : await this.inFolder(target.repo, target.path);
    return next ?? found;
  }
}
