/** Everything that was read of a project's roadmap, before any judgement. */
import type { FigureSource, LedgerMove, RoadmapReport } from '../signal.ts';
import type { RoadmapVersion } from './ledger.ts';
import type { ParsedRoadmap } from './parsed.ts';

export interface MilestoneFact {
  title: string;
  /** ISO days. */
  dueOn: string | null;
  createdOn: string;
  closedOn: string | null;
  url?: string;
  number: number;
}
/** Something that was shown to the world: a release or a tag. */
export interface ReleaseFact {
  title: string;
  /** ISO day. */
  date: string;
  url?: string;
}
export interface RoadmapInput {
  /** Unix ms. */
  now: number;
  /** False: nothing was looked at yet. */
  checked: boolean;
  /** Unix ms at which the places were looked at; now, where it was just done. */
  checkedAt?: number;
  source: FigureSource;
  places: RoadmapReport['places'];
  document?: NonNullable<RoadmapReport['document']> & { readAt: number; inGit: boolean };
  /** Null: no document, or one that can't be read (then `unreadable`). */
  parsed: ParsedRoadmap | null;
  unreadable: boolean;
  /** Older versions that were read, any order; the current one is not among them. */
  versions: RoadmapVersion[];
  /** Versions in the whole history; null where not known. */
  versionCount: number | null;
  /** ISO day of the last edit that changed an item, where the history tells exactly. */
  itemsChangedOn: string | null;
  milestones: MilestoneFact[] | null;
  releases: ReleaseFact[] | null;
  /** Moves known without the versions' wordings (snapshot); used when no version was read. */
  knownMoves?: LedgerMove[];
  /** ISO day of the version that `knownMoves` start from. */
  knownSince?: string;
  /** The reader's visits to a roadmap page of the project, newest first, where the document is another one: their moves join the ledger. */
  pageVersions?: RoadmapVersion[];
  /** The main network or product is live, by the registry. */
  live: boolean;
}
