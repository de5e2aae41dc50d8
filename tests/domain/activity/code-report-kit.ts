import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import { type ContributorStats, noFacts, type RepoFacts } from '../../../lib/domain/activity/repo-facts.ts';
import type { CodeReport, CodeSignalId } from '../../../lib/domain/signal.ts';
import { WEEK_S } from '../../../lib/domain/time.ts';
import { commit, meta, read, T } from './facts.ts';

export const signal = (report: CodeReport, id: CodeSignalId) => report.signals.find((s) => s.id === id);
export const shown = (report: CodeReport, id: CodeSignalId) => {
  const found = signal(report, id);
  return found?.value ?? found?.unknown;
};

/** `people` developers with a commit each week from `weeks` weeks ago until `until` weeks ago. */
export function team(people: number, weeks: number, until = 0, prefix = 'a'): CommitFact[] {
  return Array.from({ length: people }, (_, p) =>
    Array.from({ length: weeks - until }, (_, w) => commit(`${prefix}${p}`, (until + w) * 7 + 1.5)),
  ).flat();
}

/** The same commits as GitHub's statistics would tell them. */
export function statistics(commits: CommitFact[], cutOff = false): ContributorStats {
  const authors = new Map<string, Map<number, number>>();
  for (const { author, committedAt } of commits) {
    const week = T - Math.ceil((T - committedAt) / WEEK_S) * WEEK_S;
    const weeks = authors.get(author) ?? new Map<number, number>();
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
    authors.set(author, weeks);
  }
  return {
    authors: [...authors].map(([author, weeks]) => ({
      author,
      bot: false,
      linked: true,
      weeks: [...weeks].sort((a, b) => a[0] - b[0]),
    })),
    cutOff,
    firstWeek: null,
    lastWeek: null,
  };
}

export const healthy = team(12, 150);
export const repo = (name: string, more: Partial<RepoFacts> = {}): RepoFacts => ({
  ...noFacts(name),
  meta: read(meta({ fullName: name })),
  contributors: read(statistics(healthy)),
  releases: read([]),
  ...more,
});
