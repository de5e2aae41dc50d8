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
 * Every commit once, over all repositories: the same SHA twice; then, between repositories, the same (author, authored
 * date, headline), as imports, moves and rebased copies leave them. Inside one repository those three may be honest work,
 * such as a fix picked to the branch twice. Commits without a headline are compared by SHA alone. Of two, the earlier
 * committed stays (ties by SHA), so neither the order of commits nor that of repositories matters.
 */
export function uniqueCommits(repos: readonly (readonly CommitFact[])[]): CommitFact[] {
  const all = repos.flatMap((commits, repo) => commits.map((commit) => ({ commit, repo })));
  all.sort((a, b) => a.commit.committedAt - b.commit.committedAt || (a.commit.sha < b.commit.sha ? -1 : 1));
  const shas = new Set<string>();
  const copies = new Map<string, number>();
  const kept: CommitFact[] = [];
  for (const { commit, repo } of all) {
    if (shas.has(commit.sha)) continue;
    shas.add(commit.sha);
    if (commit.headline !== undefined && commit.parents <= 1) {
      const key = `${commit.author} ${commit.authoredAt} ${commit.headline}`;
      if ((copies.get(key) ?? repo) !== repo) continue;
      copies.set(key, repo);
    }
    kept.push(commit);
  }
  return kept;
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
