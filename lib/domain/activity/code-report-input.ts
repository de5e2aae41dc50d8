/** What codeReport takes: collected facts and the bundled snapshot, nothing else. */
import type { Failure } from '../../result.ts';
import type { SnapshotCode } from '../snapshot/format.ts';
import type { KnownRoots } from './known-roots.ts';
import type { RepoFacts } from './repo-facts.ts';

export interface CodeReportInput {
  /** Unix ms. */
  now: number;
  /** The repositories of R in reading order, also those of which nothing is read yet. */
  repos: RepoFacts[];
  /** Failures that belong to no repository, e.g. of the listing. */
  failures: Failure[];
  /** How many repositories the project lists; null where that is not known. */
  listed: number | null;
  snapshot: SnapshotCode | null;
  hasToken: boolean;
  /** The registry says that the GitHub repositories mirror another host. */
  registryMirror: boolean;
  /** First commits of other repositories. */
  knownRoots: KnownRoots;
}
