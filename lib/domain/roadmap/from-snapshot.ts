/** The roadmap report from the bundled snapshot: dates, states, stages and moves without wordings. */
import type { LedgerMove, RoadmapReport } from '../signal.ts';
import type { SnapshotMove, SnapshotRoadmap } from '../snapshot/format.ts';
import { daysBetween, type RoadmapVersion } from './ledger.ts';
import { MIN_APART_DAYS } from './limits.ts';
import { roadmapReport, uncheckedRoadmap } from './report.ts';
import type { ReleaseFact, RoadmapInput } from './report-input.ts';

export interface SnapshotContext {
  /** Unix ms. */
  now: number;
  live: boolean;
  /** `asOf` of the project's code in the snapshot, Unix ms: when the head was read. */
  readAt: number;
  /** Where the snapshot looked when it found nothing. */
  repos: string[];
  releases: ReleaseFact[] | null;
  /** The reader's visits to a roadmap page of the project. */
  pageVersions?: RoadmapVersion[];
}
const dateOf = (end: string | null) =>
  end ? { start: null, end, precision: 'none' as const, inherited: false } : null;
const sideOf = (side: SnapshotMove['before']) =>
  side ? { title: null, date: dateOf(side.end), status: side.status } : null;

/** Of the comparisons that the snapshot holds, the one with its oldest version: two at once would count a move twice. */
function movesSince(roadmap: SnapshotRoadmap, since: string | undefined): SnapshotMove[] {
  if (since === undefined || daysBetween(since, roadmap.commitDate) < MIN_APART_DAYS) return [];
  return roadmap.moves.filter((move) => move.since === since);
}

/** The moves that the snapshot knows, for a report whose own reading holds no older version. */
export function movesFromSnapshot(roadmap: SnapshotRoadmap): Pick<RoadmapInput, 'knownMoves' | 'knownSince'> {
  const since = [...roadmap.comparedTo].sort()[0];
  const knownMoves = movesSince(roadmap, since).map(
    (m): LedgerMove => ({
      ...{ kind: m.kind, title: null, days: m.days, seenOn: m.seenOn, commit: m.commit },
      ...{ before: sideOf(m.before), after: sideOf(m.after) },
      url: `https://github.com/${roadmap.repo}/commit/${m.commit}`,
    }),
  );
  return { knownMoves, ...(since ? { knownSince: since } : {}) };
}

/** undefined: not looked for; null: looked for and not found; else the facts on the file. */
export function roadmapFromSnapshot(roadmap: SnapshotRoadmap | null | undefined, ctx: SnapshotContext): RoadmapReport {
  if (roadmap === undefined) return uncheckedRoadmap(ctx.now);
  const blank: RoadmapInput = {
    ...{
      now: ctx.now,
      checked: true,
      checkedAt: ctx.readAt,
      source: 'snapshot',
      parsed: null,
      unreadable: false,
      versions: [],
      versionCount: null,
    },
    ...{ itemsChangedOn: null, milestones: null, releases: ctx.releases, live: ctx.live },
    ...(ctx.pageVersions ? { pageVersions: ctx.pageVersions } : {}),
    places: ctx.repos.map((repo) => ({ label: `${repo}: ROADMAP*`, url: `https://github.com/${repo}`, found: false })),
  };
  if (roadmap === null) return roadmapReport(blank);
  const { repo, path, commit } = roadmap;
  const url = `https://github.com/${repo}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const items = roadmap.items.map((item) => ({
    ...{
      title: '',
      line: item.line,
      path: [],
      status: item.status,
      statusBy: 'none' as const,
      dateText: null,
      links: [],
      conflict: false,
    },
    ...{ date: { start: item.start, end: item.end, precision: item.precision, inherited: false }, stages: item.stages },
  }));
  return roadmapReport({
    ...blank,
    places: [{ label: `${repo}/${path}`, url, found: roadmap.removedOn === null }],
    document: {
      ...{ label: path, url, commit, commitDate: roadmap.commitDate, readAt: ctx.readAt, inGit: true },
      ...(roadmap.removedOn ? { removedOn: roadmap.removedOn } : {}),
    },
    parsed: { items, unstructured: false, pointer: null, statesOwnDate: false, hedged: false, cutOff: false },
    versionCount: roadmap.versions,
    itemsChangedOn: roadmap.itemsChangedOn,
    ...movesFromSnapshot(roadmap),
  });
}
