/** Facts by hand: sectors to add, roadmaps on GitHub, main networks and products that run, mirrors. */
import type { Sector } from '../../../domain/registry/sectors.ts';

/** Sector → projects that public sources call so, beyond what the collected list says. */
export const SECTOR_ADDITIONS: Partial<Record<Sector, string>> = {
  restaking: 'eigenlayer symbiotic karak babylon',
};

/** Roadmaps that stand on GitHub. */
export const ROADMAPS: Record<string, string> = {};

/** Ids of projects whose main network or product is open to everyone. */
export const LIVE = '';

/** Projects whose repositories on GitHub mirror another host. */
export const MIRRORS = '';
