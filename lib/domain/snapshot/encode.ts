/** Snapshot → compact JSON text. The same snapshot gives the same bytes, whatever the order of its projects. */
import type { WeeklySeries } from '../signal.ts';
import { SNAPSHOT_VERSION, type Snapshot, type SnapshotCode, type SnapshotProject } from './format.ts';
import { NOT_LOOKED, type SnapshotColumns, type SnapshotFile } from './shape.ts';

/** Numbers in base 36 between full stops: gzip does the rest. null is nothing between two stops. */
export function packSeries(values: WeeklySeries['developers']): string {
  return values.map((n) => (n === null ? '' : n.toString(36))).join('.');
}

function integrityRow(code: SnapshotCode): SnapshotColumns['integrity'][number] {
  const inputs = code.integrity;
  if (!inputs) return null;
  const { n, empty, bot, sameMessage, topDay, backdated, singleCommitAuthors } = inputs;
  return [n, empty, bot, sameMessage, topDay, backdated, singleCommitAuthors];
}

/** Plain comparison of code units: no locale, so that every machine sorts alike. */
export function byId(a: { id: string }, b: { id: string }): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function columnsOf(projects: SnapshotProject[]): SnapshotColumns {
  const code = <T>(pick: (code: SnapshotCode) => T) => projects.map((project) => pick(project.code));
  const columns: SnapshotColumns = {
    id: projects.map((project) => project.id),
    sectors: projects.map((project) => project.sectors),
    asOf: code((c) => Math.round(c.asOf / 1000)),
    heads: code((c) => c.heads.map(({ repo, commit }) => `${repo}@${commit}`)),
    developers: code((c) => packSeries(c.series.developers)),
    commits: code((c) => packSeries(c.series.commits)),
    firstCommitAt: code((c) => c.firstCommitAt),
    lastCommitAt: code((c) => c.lastCommitAt),
    commitsTotal: code((c) => c.commitsTotal),
    regulars: code((c) => c.regulars),
    oneDay: code((c) => c.oneDay),
    established: code((c) => c.established),
    newcomers: code((c) => c.newcomers),
    joined: code((c) => c.joined),
    left: code((c) => c.left),
    leftBase: code((c) => c.leftBase),
    absenceFactor: code((c) => c.absenceFactor),
    topShare: code((c) => c.topShare),
    commits365: code((c) => c.commits365),
    commits90: code((c) => c.commits90),
    c13: code((c) => c.c13),
    prev39: code((c) => Math.round(c.prev3 * 3)),
    integrity: code(integrityRow),
    releases: code((c) => c.releases),
    createdAt: code((c) => c.createdAt),
    archived: code((c) => c.archived),
    fork: code((c) => c.fork),
  };
  if (projects.some((project) => project.roadmap !== undefined)) {
    columns.roadmap = projects.map((project) => (project.roadmap === undefined ? NOT_LOOKED : project.roadmap));
  }
  return columns;
}

/** The file as text, with a line break at its end. */
export function encodeSnapshot(snapshot: Pick<Snapshot, 'origin' | 'projects'>): string {
  const file: SnapshotFile = {
    format: 'roadmark-snapshot',
    version: SNAPSHOT_VERSION,
    needs: SNAPSHOT_VERSION,
    origin: snapshot.origin,
    columns: columnsOf([...snapshot.projects].sort(byId)),
  };
  return `${JSON.stringify(file)}\n`;
}
