/** What shows that a promise was kept, beside its own word for it: work that it links to, a release that it is. */
import type { RoadmapItem } from '../signal.ts';
import { daysBetween } from './ledger.ts';
import * as limit from './limits.ts';
import type { ReleaseFact } from './report-input.ts';
import { dice, wordsOf } from './similarity.ts';

/** Links that show work: issues, pull requests, commits, releases, tags, or a contract on a block explorer. */
export const PROOF =
  /github\.com\/[^/]+\/[^/]+\/(?:issues|pull|releases|commit|tree|milestone)\b|gitlab\.com\/.+\/(?:issues|merge_requests|releases)\b|(?:etherscan|bscscan|arbiscan|polygonscan|basescan|snowtrace|blockscout|solscan|explorer)[\w.-]*\/(?:[\w-]+\/)*(?:address|token|contract|tx|account)\//i;

/** The release that shows an item: its title names it (Dice ≥ .6, or the same version) and lies within 60 days of its date. */
export function shownBy(
  item: RoadmapItem,
  releases: ReleaseFact[],
  days = limit.RELEASE_NEAR_DAYS,
): ReleaseFact | undefined {
  const words = wordsOf(item.title);
  const version = /v?(\d+\.\d+(?:\.\d+)*)/.exec(item.title)?.[1];
  return releases.find((release) => {
    const near =
      !item.date.end ||
      (daysBetween(item.date.start ?? item.date.end, release.date) >= -days &&
        daysBetween(item.date.end, release.date) <= days);
    const named = version !== undefined && /v?(\d+\.\d+(?:\.\d+)*)/.exec(release.title)?.[1] === version;
    return near && (named || dice(words, wordsOf(release.title)) >= limit.SAME_PROMISE);
  });
}
