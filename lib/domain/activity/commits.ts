/** Which commits count, and how the same work is counted once. */
import type { CommitFact } from './commit-fact.ts';

export const DROP_REASONS = ['after_T', 'merge', 'bot', 'empty'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/**
 * Why a commit does not count at time `t` (Unix s); undefined when it counts. The first reason wins: not before T, merge
 * (more than one parent), bot author, empty (tree equal to its parent's; where a tree is unknown, nothing is said).
 */
export function dropReason(commit: CommitFact, t: number): DropReason | undefined {
  if (commit.committedAt >= t) return 'after_T';
  if (commit.parents > 1) return 'merge';
  if (commit.bot) return 'bot';
  if (commit.tree !== '' && commit.tree === commit.parentTree) return 'empty';
  return undefined;
}

/**
 * Every commit once: the same SHA twice, then the same (author, authored date, headline) twice, as imports, moves and
 * rebased copies leave them. Commits without a headline are compared by SHA alone. Of two, the earlier committed stays
 * (ties by SHA), so the order of the input does not matter.
 */
export function uniqueCommits(commits: readonly CommitFact[]): CommitFact[] {
  const inOrder = [...commits].sort(
    (a, b) => a.committedAt - b.committedAt || (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : 0),
  );
  const shas = new Set<string>();
  const copies = new Set<string>();
  return inOrder.filter((commit) => {
    if (shas.has(commit.sha)) return false;
    shas.add(commit.sha);
    if (commit.headline === undefined || commit.parents > 1) return true;
    const key = `${commit.author} ${commit.authoredAt} ${commit.headline}`;
    if (copies.has(key)) return false;
    copies.add(key);
    return true;
  });
}

/** The commits that count at `t`, and how many were left out for which reason. Input: unique commits. */
export function countedCommits(
  commits: readonly CommitFact[],
  t: number,
): { counted: CommitFact[]; dropped: Partial<Record<DropReason, number>> } {
  const dropped: Partial<Record<DropReason, number>> = {};
  const counted = commits.filter((commit) => {
    const reason = dropReason(commit, t);
    if (reason) dropped[reason] = (dropped[reason] ?? 0) + 1;
    return !reason;
  });
  return { counted, dropped };
}
