/** The joint between the code half and the roadmap half of a report. */
import type { Project } from '../domain/registry/project.ts';
import type { RoadmapReport } from '../domain/signal.ts';
import type { SnapshotProject } from '../domain/snapshot/format.ts';
import type { GitHub } from '../io/github/client.ts';
import type { Failure } from '../result.ts';

export interface RoadmapContext {
  /** Unix ms. */
  now: number;
  snapshot: SnapshotProject | undefined;
  /** R in reading order, under the names that GitHub uses now. */
  repos: string[];
  /** How far the ledger is read: card, the version a year back; page, 90, 180 and 365 days. By default what the token allows. */
  depth?: 'card' | 'page';
  /** Most requests of a live look-up; 0 leaves it for another day. Without it, as many as it takes. */
  allowance?: number;
  /** Background work: where no roadmap is known, an allowance of more than one is not used up on looking for one. */
  thrifty?: boolean;
}

export interface RoadmapReader {
  /** From snapshot and cache; never a request. */
  known(project: Project, context: RoadmapContext): Promise<RoadmapReport>;
  /** Asks for what is stale and stores it; `github` is already queued by the reader's priority. Returns failures. */
  live(project: Project, context: RoadmapContext & { github: GitHub }): Promise<Failure[]>;
  /** Nobody pushed to the repositories: what was read holds for another day. */
  confirm(project: Project): Promise<void>;
}
