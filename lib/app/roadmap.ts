/**
 * The roadmap half of a report: from the reader's visits, the cache, the snapshot; live from GitHub when asked.
 * What was read stays in the device's cache; visits are the reader's own and never dropped.
 */
import type { Visit } from '../domain/keep/reader-data.ts';
import type { Project } from '../domain/registry/project.ts';
import { movesFromSnapshot, roadmapFromSnapshot } from '../domain/roadmap/from-snapshot.ts';
import { roadmapReport, uncheckedRoadmap } from '../domain/roadmap/report.ts';
import type { ReleaseFact } from '../domain/roadmap/report-input.ts';
import { isoDay } from '../domain/roadmap/rubric.ts';
import type { RoadmapReport } from '../domain/signal.ts';
import type { SnapshotProject } from '../domain/snapshot/format.ts';
import { DAY_MS } from '../domain/time.ts';
import type { Env } from '../env.ts';
import type { Cache } from '../io/cache.ts';
import type { Store } from '../io/db.ts';
import { createRoadmapSources, type RoadmapFacts } from '../io/roadmap-sources.ts';
import type { Failure, Result } from '../result.ts';
import { loadFacts } from './facts.ts';
import { keepVisit, pageReport, pageVersions } from './roadmap-pages.ts';
import type { RoadmapContext, RoadmapReader } from './roadmap-reader.ts';

/** A roadmap read within a day is not asked for again: they change by the month. */
const FRESH_MS = DAY_MS;
/** Rows written by an older shape are read as absent. */
const SHAPE = 'roadmap facts 1';
const factsKey = (id: string) => `roadmap:${id}`;

export interface RoadmapParts {
  env: Env;
  cache: Cache;
  store: Store;
}
export interface RoadmapCase extends RoadmapReader {
  /** Keeps what the reader saw on a project's roadmap page; one row per page and day. False: the address is not the project's. */
  visit(project: Project, visit: { url: string; items: Visit['items'] }): Promise<Result<{ kept: boolean }>>;
}

/** Makes the use case. */
export function createRoadmapReader(parts: RoadmapParts): RoadmapCase {
  return {
    known: (project, context) => known(parts, project, context),
    live: (project, context) => live(parts, project, context),
    confirm: (project) => confirm(parts, project),
    visit: (project, visit) => keepVisit(parts.store, parts.env.now(), project, visit),
  };
}

interface Stored {
  /** Unix ms of the read; the row's own time. */
  readAt: number;
  facts: RoadmapFacts;
  depth: 'card' | 'page';
}
async function stored(parts: RoadmapParts, id: string): Promise<Stored | undefined> {
  const row = await parts.cache.get(factsKey(id));
  return row?.request === SHAPE ? { ...(row.value as Stored), readAt: row.readAt } : undefined;
}

/** Sources in the guide's order: a file on GitHub, as read or as in the snapshot; the page that the reader had open; what else is known. */
async function known(parts: RoadmapParts, project: Project, context: RoadmapContext): Promise<RoadmapReport> {
  const { now, snapshot, repos } = context;
  const live = project.live === true;
  const row = await stored(parts, project.id);
  const releases = row?.facts.releases ?? (await releasesOf(parts, repos));
  const seen = await pageVersions(parts.store, project.id);
  const pages = seen.length ? { pageVersions: seen } : {};
  const fromGitHub = (facts: RoadmapFacts, readAt: number) => {
    // A card's small allowance ends before older versions: until they are read, the snapshot's moves of the same file stand.
    const old = isSameFile(snapshot?.roadmap, facts) ? snapshot?.roadmap : undefined;
    const moves = old && !facts.versions.length ? movesFromSnapshot(old) : {};
    const base = { ...facts, ...moves, ...pages, releases, now, live };
    return { ...roadmapReport({ ...base, checked: true, checkedAt: readAt, source: 'github' }), readAt };
  };
  const fromSnapshot = (known: SnapshotProject) =>
    roadmapFromSnapshot(known.roadmap, { now, live, readAt: known.code.asOf, repos, releases, ...pages });
  if (row && stands(row.facts)) return fromGitHub(row.facts, row.readAt);
  if (!row && snapshot?.roadmap && snapshot.roadmap.removedOn === null) return fromSnapshot(snapshot);
  if (seen.length) return pageReport(seen, { facts: row?.facts, releases, now, live });
  if (row) return fromGitHub(row.facts, row.readAt);
  return snapshot ? fromSnapshot(snapshot) : uncheckedRoadmap(now);
}

/** The snapshot's roadmap is the very file: half of all projects call it ROADMAP.md. */
function isSameFile(old: SnapshotProject['roadmap'], { document }: RoadmapFacts): boolean {
  const at = old?.repo && `https://github.com/${old.repo}/`.toLowerCase();
  return Boolean(at) && old?.path === document?.label && document?.url?.toLowerCase().startsWith(at as string) === true;
}

/** The head has a file that could be read. */
const stands = ({ document, unreadable }: RoadmapFacts) =>
  document !== undefined && document.removedOn === undefined && !unreadable;

async function live(
  parts: RoadmapParts,
  project: Project,
  context: Parameters<RoadmapReader['live']>[1],
): Promise<Failure[]> {
  const { repos, github } = context;
  const { env, cache } = parts;
  if (!repos.length && !project.orgs.length && !project.roadmap) return [];
  const depth = context.depth ?? ((await github.identity()).startsWith('token') ? 'page' : 'card');
  const before = await stored(parts, project.id);
  const deepEnough = before !== undefined && (before.depth === 'page' || depth === 'card');
  if (before && deepEnough && env.now() - before.facts.readAt < FRESH_MS) return [];
  const known = before?.facts.document !== undefined;
  const allowance = context.thrifty && !known && context.allowance !== undefined ? 1 : context.allowance;
  if (context.allowance === 0) return [];
  const read = await createRoadmapSources({ env, github, cache }).read({
    ...{ projectId: project.id, repos, orgs: project.orgs, depth, releases: await releasesOf(parts, repos) },
    ...(project.roadmap ? { address: project.roadmap } : {}),
    ...(allowance === undefined ? {} : { allowance }),
  });
  if (!read.ok) return read.failure.kind === 'not-found' ? [] : [read.failure];
  const value: Omit<Stored, 'readAt'> = { facts: read.value, depth };
  const put = await cache.put({ key: factsKey(project.id), request: SHAPE, etag: null, readAt: env.now(), value });
  // Places without a roadmap answer 404: that is what was found out, not a failure.
  const failures = read.value.failures.filter((f) => f.kind !== 'not-found' && f.kind !== 'empty');
  return put.ok ? failures : [...failures, put.failure];
}

/** Dates the stored look-up anew. Nothing stored: nothing to confirm. */
async function confirm({ cache, env }: RoadmapParts, project: Project): Promise<void> {
  const row = await cache.get(factsKey(project.id));
  if (row?.request !== SHAPE) return;
  const { facts, depth } = row.value as Stored;
  const value = { facts: { ...facts, readAt: env.now() }, depth };
  await cache.put({ ...row, value });
}

/** Releases and dated tags that the code half has read already: no request of their own. Null: none was read. */
async function releasesOf(parts: RoadmapParts, repos: string[]): Promise<ReleaseFact[] | null> {
  const facts = repos.length ? await loadFacts(parts.cache, repos, true) : [];
  const read = facts.flatMap((f) => (f.releases ? [{ repo: f.repo, list: f.releases.value }] : []));
  if (!read.length) return null;
  return read.flatMap(({ repo, list }) =>
    list
      .filter((r) => !r.draft)
      .map((r) => ({
        title: r.title?.includes(r.tag) ? r.title : `${r.tag} ${r.title ?? ''}`.trim(),
        date: isoDay(r.at),
        url: `https://github.com/${repo}/releases/tag/${encodeURIComponent(r.tag)}`,
      })),
  );
}
