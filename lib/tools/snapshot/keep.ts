/** Adding to a snapshot that is there already: what is computed anew replaces its entry, everything else stays. */
import type { SnapshotProject } from '../../domain/snapshot/format.ts';
import type { Outcome } from './from-git.ts';

/** Registry facts that an entry carries along or is read with. */
export interface KnownProject {
  id: string;
  /** Pinned ones; those that the snapshot reads are among them. */
  repos: readonly string[];
  sectors: string[];
  roadmap?: string | undefined;
}

/** No figure goes back in time, and none is computed from fewer repositories than the one that stands. */
function replaces(now: SnapshotProject, before: SnapshotProject): boolean {
  const read = new Set(now.code.heads.map((head) => head.repo));
  return now.code.asOf >= before.code.asOf && before.code.heads.every((head) => read.has(head.repo));
}

/**
 * The entries of both. A computed one replaces the kept one unless its copies are older or fewer. An entry whose project
 * left the registry, or from a repository that is not the project's any more, is dropped; one that stays takes over the
 * registry's sectors.
 */
export function withKept(
  kept: SnapshotProject[],
  outcomes: ReadonlyMap<string, Pick<Outcome, 'project'>>,
  known: ReadonlyMap<string, Pick<KnownProject, 'sectors' | 'repos'>>,
): SnapshotProject[] {
  const own = ({ id, code }: SnapshotProject) => code.heads.every((head) => known.get(id)?.repos.includes(head.repo));
  const entries = new Map(kept.filter(own).map((project) => [project.id, project]));
  for (const [id, { project }] of outcomes) {
    const before = entries.get(id);
    if (project && (!before || replaces(project, before))) entries.set(id, project);
  }
  return [...entries.values()].flatMap((entry) => {
    const sectors = known.get(entry.id)?.sectors;
    return sectors ? [{ ...entry, sectors }] : [];
  });
}

/**
 * The same entries with the roadmaps on record read anew. `read` answers undefined where nothing is at hand and null
 * where nothing can be read: then what the entry holds stays, for it may come from another place.
 */
export async function withRoadmaps(
  projects: SnapshotProject[],
  known: ReadonlyMap<string, KnownProject>,
  read: (address: string, asOf: number) => Promise<SnapshotProject['roadmap']>,
): Promise<{ projects: SnapshotProject[]; changed: string[] }> {
  const changed: string[] = [];
  const out: SnapshotProject[] = [];
  for (const entry of projects) {
    const address = known.get(entry.id)?.roadmap;
    const roadmap = address ? await read(address, Math.floor(entry.code.asOf / 1000)) : undefined;
    if (roadmap) changed.push(entry.id);
    out.push(roadmap ? { ...entry, roadmap } : entry);
  }
  return { projects: out, changed };
}
