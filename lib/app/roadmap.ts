/**
 * The roadmap half of a report: from the reader's visits, the cache, the snapshot; live from GitHub when asked.
 * What was read stays in the device's cache; visits are the reader's own and never dropped.
 */
import * as v from 'valibot';
import { type Visit, VisitSchema } from '../domain/keep/reader-data.ts';
import type { Project } from '../domain/registry/project.ts';
import { movesFromSnapshot, roadmapFromSnapshot } from '../domain/roadmap/from-snapshot.ts';
import { roadmapReport, uncheckedRoadmap } from '../domain/roadmap/report.ts';
import type { ReleaseFact } from '../domain/roadmap/report-input.ts';
import { isoDay } from '../domain/roadmap/rubric.ts';
import { parsedVisit, versionsOfVisits } from '../domain/roadmap/visits.ts';
import type { RoadmapReport } from '../domain/signal.ts';
import type { Env } from '../env.ts';
import type { Cache } from '../io/cache.ts';
import type { Store } from '../io/db.ts';
import { createRoadmapSources, type RoadmapFacts } from '../io/roadmap-sources.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { loadFacts } from './facts.ts';
import type { RoadmapContext, RoadmapReader } from './roadmap-reader.ts';

/** A roadmap read within a day is not asked for again: they change by the month. */
const FRESH_MS = 24 * 3600_000;
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
    visit: (project, visit) => keepVisit(parts, project, visit),
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

async function known(parts: RoadmapParts, project: Project, context: RoadmapContext): Promise<RoadmapReport> {
  const { now, snapshot, repos } = context;
  const live = project.live === true;
  const row = await stored(parts, project.id);
  const releases = row?.facts.releases ?? (await releasesOf(parts, repos));
  if (row && (row.facts.document || row.facts.milestones?.length)) {
    // A card's small allowance ends before older versions: until they are read, the snapshot's moves of the same file stand.
    const old = snapshot?.roadmap?.path === row.facts.document?.label ? snapshot?.roadmap : undefined;
    const moves = old && !row.facts.versions.length ? movesFromSnapshot(old) : {};
    return roadmapReport({ ...row.facts, ...moves, releases, now, live, checked: true, source: 'github' });
  }
  const visits = await visitsOf(parts, project.id);
  const versions = versionsOfVisits(visits);
  const [latest, ...older] = versions;
  if (latest) return visitReport({ latest, older, row, releases, now, live });
  if (row)
    return roadmapReport({ ...row.facts, releases, now, live, checked: true, checkedAt: row.readAt, source: 'github' });
  if (!snapshot) return uncheckedRoadmap(now);
  const readAt = snapshot.code.asOf;
  return roadmapFromSnapshot(snapshot.roadmap, { now, live, readAt, repos, releases });
}

/** What the page said when the reader was there last, against earlier visits. */
function visitReport(seen: {
  latest: ReturnType<typeof versionsOfVisits>[number];
  older: ReturnType<typeof versionsOfVisits>;
  row: Stored | undefined;
  releases: ReleaseFact[] | null;
  now: number;
  live: boolean;
}): RoadmapReport {
  const { latest, older, row, releases, now, live } = seen;
  const url = latest.url ?? '';
  const label = url.replace(/^https?:\/\//, '').slice(0, 120);
  return roadmapReport({
    ...{
      now,
      live,
      releases,
      checked: true,
      source: 'page',
      unreadable: false,
      versions: older,
      versionCount: older.length + 1,
    },
    ...{ itemsChangedOn: null, milestones: row?.facts.milestones ?? null },
    places: [...(row?.facts.places ?? []), { label, url, found: true }],
    document: { label, url, commitDate: latest.date, readAt: Date.parse(latest.date), inGit: false },
    parsed: parsedVisit(latest),
  });
}

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
  if (context.allowance === 0) return [];
  const read = await createRoadmapSources({ env, github, cache }).read({
    ...{ projectId: project.id, repos, orgs: project.orgs, depth, releases: await releasesOf(parts, repos) },
    ...(project.roadmap ? { address: project.roadmap } : {}),
    ...(context.allowance === undefined ? {} : { allowance: context.allowance }),
  });
  if (!read.ok) return read.failure.kind === 'not-found' ? [] : [read.failure];
  const value: Omit<Stored, 'readAt'> = { facts: read.value, depth };
  const put = await cache.put({ key: factsKey(project.id), request: SHAPE, etag: null, readAt: env.now(), value });
  // Places without a roadmap answer 404: that is what was found out, not a failure.
  const failures = read.value.failures.filter((f) => f.kind !== 'not-found' && f.kind !== 'empty');
  return put.ok ? failures : [...failures, put.failure];
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

async function visitsOf(parts: RoadmapParts, projectId: string): Promise<Visit[]> {
  const read = await parts.store.run((db) => db.visits.where('projectId').equals(projectId).toArray());
  return read.ok ? read.value : [];
}

/** `https://docs.uniswap.org/roadmap` belongs to uniswap.org; `host/path` domains ask for the path too. */
export function isOwnPage(project: Project, address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  return project.domains.some((domain) => {
    const [host = '', ...path] = domain.split('/');
    const sameHost = url.hostname === host || url.hostname.endsWith(`.${host}`);
    return sameHost && (!path.length || `${url.pathname}/`.startsWith(`/${path.join('/')}/`));
  });
}

async function keepVisit(
  parts: RoadmapParts,
  project: Project,
  seen: { url: string; items: Visit['items'] },
): Promise<Result<{ kept: boolean }>> {
  const at = parts.env.now();
  if (!isOwnPage(project, seen.url)) return ok({ kept: false });
  const { origin, pathname } = new URL(seen.url);
  const visit = { projectId: project.id, url: origin + pathname, day: isoDay(at), items: seen.items };
  const checked = v.safeParse(VisitSchema, visit);
  if (!checked.success) return fail('invalid-input', at, { detail: checked.issues[0]?.message ?? 'visit' });
  const written = await parts.store.run((db) => db.visits.put(checked.output));
  return written.ok ? ok({ kept: true }) : written;
}
