/**
 * Where a roadmap is looked for, in the guide's order, with few requests, each cached: registry address, files of the repositories read,
 * the path's history, the organisation's `roadmap` repository, milestones. Wordings stay in the device's cache.
 */
import type { ReleaseFact, RoadmapInput } from '../domain/roadmap/report-input.ts';
import { type Failure, ok, type Result } from '../result.ts';
import { type AskParts, RoadmapAsk } from './roadmap-ask.ts';
import { oldPlaces, RoadmapHistory } from './roadmap-history.ts';
import { RoadmapSearch } from './roadmap-search.ts';

export interface RoadmapRequest {
  projectId: string;
  /** The registry's roadmap address. */
  address?: string;
  /** Repositories that are read for code, in order. */
  repos: string[];
  orgs: string[];
  /** card: the version a year back only; page: 90, 180 and 365 days back, and the path before a rename. */
  depth: 'card' | 'page';
  /** Most requests of this look-up; without it, as many as it takes. */
  allowance?: number;
  /** Releases as the code half read them; null where it did not. */
  releases: ReleaseFact[] | null;
  signal?: AbortSignal;
}
/** What was read: the input of the report without clock and registry facts. */
export type RoadmapFacts = Omit<RoadmapInput, 'now' | 'live' | 'checked' | 'source' | 'knownMoves' | 'knownSince'> & {
  failures: Failure[];
  readAt: number;
};

/** Without a token a card has 60 requests an hour for everything: a second repository is enough. */
const MAX_REPOS = { card: 2, page: 3 };

export interface RoadmapSources {
  read(request: RoadmapRequest): Promise<Result<RoadmapFacts>>;
}

/** Makes the reader over the GitHub client and the cache. */
export function createRoadmapSources(parts: AskParts): RoadmapSources {
  return { read: (request) => readRoadmap(parts, request) };
}

/**
 * One look-up: the document with its history, then milestones of the first repository, then files that it once had. An
 * allowance that ends early leaves the last of these for another day.
 */
async function readRoadmap(parts: AskParts, request: RoadmapRequest): Promise<Result<RoadmapFacts>> {
  const { projectId, signal, address, repos, orgs, depth } = request;
  const { allowance, releases } = request;
  const limit = allowance === undefined ? {} : { allowance };
  const ask = new RoadmapAsk(parts, { projectId, ...limit, ...(signal ? { signal } : {}) });
  const search = new RoadmapSearch(ask);
  const history = new RoadmapHistory(ask, depth, () => parts.env.now());
  const first = repos[0];
  const found = await search.find({ address, repos, orgs, maxRepos: MAX_REPOS[depth] });
  // A place that was not reached is not a place without a roadmap: its history would make a file that stands look removed.
  const missed = found ? undefined : ask.missed();
  if (missed) return { ok: false, failure: missed };
  const document = found ? await history.document(found) : null;
  const milestones = first ? await ask.milestones(first) : null;
  if (first)
    search.note(`${first}: milestones`, `https://github.com/${first}/milestones`, (milestones?.length ?? 0) > 0);
  const facts = document ?? (await history.removed(oldPlaces(address, first), search));
  const failure = ask.failures[0];
  // Nothing answered at all: the older figures stay.
  if (!ask.answered && failure) return { ok: false, failure };
  const hard = ask.missed();
  if (!found && !facts.document && hard) return { ok: false, failure: hard };
  return ok({
    ...facts,
    milestones,
    releases,
    places: search.places,
    failures: ask.failures,
    readAt: parts.env.now(),
  });
}
