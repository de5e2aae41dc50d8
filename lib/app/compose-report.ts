/** The report from what is stored and bundled, at the time of reading. Never a request. */
import { type CodeReportInput, codeReport } from '../domain/activity/code-report.ts';
import type { KnownRoots } from '../domain/activity/known-roots.ts';
import { SECTOR_PREFIX } from '../domain/detect/sectors.ts';
import type { Project } from '../domain/registry/project.ts';
import { SECTORS, type Sector } from '../domain/registry/sectors.ts';
import type { CodeReport, ProjectReport, SectorBaseline } from '../domain/signal.ts';
import type { SnapshotProject } from '../domain/snapshot/format.ts';
import type { Env } from '../env.ts';
import type { Cache } from '../io/cache.ts';
import type { Store } from '../io/db.ts';
import { type Budget, hourOf } from '../io/github/budget.ts';
import type { SnapshotStore } from '../io/snapshot.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { loadFacts } from './facts.ts';
import { knownRepos } from './read-project.ts';
import type { RoadmapReader } from './roadmap-reader.ts';

export interface ComposeParts {
  env: Env;
  store: Store;
  cache: Cache;
  budget: Budget;
  snapshot: SnapshotStore;
  roadmap: RoadmapReader;
  hasToken(): Promise<boolean>;
  roots(): Promise<KnownRoots>;
}

/** What the snapshot in use holds of a project; undefined where it holds nothing or can't be read. */
export async function snapshotOf(parts: ComposeParts, id: string): Promise<SnapshotProject | undefined> {
  const found = await parts.snapshot.project(id);
  return found.ok ? found.value : undefined;
}

async function baselinesOf(parts: ComposeParts, sectors: readonly string[]): Promise<SectorBaseline[]> {
  const all = await parts.snapshot.baselines();
  if (!all.ok) return [];
  return sectors.flatMap((sector) => {
    const found = all.value.get(sector);
    if (!found) return [];
    const { median, q1, q3, n, asOf } = found;
    return [{ sector, median, q1, q3, n, asOf }];
  });
}

/** One failure per kind and subject: the reader needs each once. */
function unique(failures: readonly Failure[]): Failure[] {
  const seen = new Map(failures.map((failure) => [`${failure.kind} ${failure.subject ?? ''}`, failure]));
  return [...seen.values()];
}

/** Everything that the code half is computed from, at `now`. */
export async function inputOf(parts: ComposeParts, project: Project, now: number, passing: readonly Failure[]) {
  const pinned = project.repos.length > 0;
  const [hasToken, snapshot, knownRoots] = await Promise.all([
    parts.hasToken(),
    snapshotOf(parts, project.id),
    parts.roots(),
  ]);
  const { repos, listed } = await knownRepos(parts.cache, project, hasToken);
  const facts = await loadFacts(parts.cache, repos, pinned);
  const input: CodeReportInput = {
    now,
    repos: facts,
    failures: [...passing],
    listed,
    snapshot: snapshot?.code ?? null,
    hasToken,
    registryMirror: project.mirror === true,
    knownRoots,
  };
  return { input, snapshot, hasToken };
}

/** The report from stored facts and snapshot, computed at reading time (`at`). */
export async function compose(
  parts: ComposeParts,
  project: Project,
  progress: ProjectReport['progress'],
  passing: readonly Failure[],
): Promise<ProjectReport & { at: number }> {
  const { env, cache } = parts;
  const now = env.now();
  await parts.budget.load();
  const { input, snapshot, hasToken } = await inputOf(parts, project, now, passing);
  const code = codeReport(input);
  const names = input.repos.map(({ repo, meta }) => meta?.value.fullName ?? repo);
  // Waits for the database are most of a report's time: a watchlist composes a thousand.
  const [watched, roadmap] = await Promise.all([
    parts.store.run((db) => db.watchlist.where('projectId').equals(project.id).count()),
    parts.roadmap.known(project, { now, snapshot, repos: names }),
  ]);
  const stored = input.repos.flatMap((repo) => Object.values(repo.failures).map((f) => ({ subject: repo.repo, ...f })));
  const trouble = cache.trouble();
  const homepage = project.domains[0];
  return {
    projectId: project.id,
    name: project.name,
    ...(project.symbol ? { symbol: project.symbol } : {}),
    sectors: project.sectors,
    ...(homepage ? { homepage: `https://${homepage}` } : {}),
    code,
    roadmap,
    progress,
    failures: unique([...stored, ...passing, ...(trouble ? [trouble] : [])]),
    budget: parts.budget.note(now, hourOf(hasToken)),
    watched: watched.ok && watched.value > 0,
    baselines: await baselinesOf(parts, project.sectors),
    at: now,
  };
}

const NO_CODE: CodeReport = {
  verdict: 'not checked',
  confidence: 0,
  signals: [],
  repos: [],
  listed: null,
  source: 'none',
  asOf: null,
};

/** A sector or idea as a report: its baseline and sum line over the snapshot's projects, and no project's figures. */
export async function sectorReport(parts: ComposeParts, id: string): Promise<Result<ProjectReport>> {
  const sector = id.slice(SECTOR_PREFIX.length);
  if (!(sector in SECTORS)) return fail('unknown-project', parts.env.now(), { subject: id });
  const now = parts.env.now();
  const all = await parts.snapshot.baselines();
  const sum = all.ok ? all.value.get(sector)?.sum : null;
  return ok({
    projectId: id,
    name: SECTORS[sector as Sector],
    sectors: [sector],
    code: { ...NO_CODE, ...(sum ? { series: sum } : {}) },
    roadmap: await parts.roadmap.known(nothing(id), { now, snapshot: undefined, repos: [] }),
    progress: 'known',
    failures: [],
    budget: null,
    watched: false,
    baselines: await baselinesOf(parts, [sector]),
  });
}

const nothing = (id: string): Project => ({
  id,
  name: id,
  aliases: [],
  nameClass: 'X',
  domains: [],
  repos: [],
  orgs: [],
  sectors: [],
  slugs: {},
  sources: [],
});
