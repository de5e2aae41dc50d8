/** Compute, from collected facts: how much of the work was made here. */
import type { UnknownReason } from '../signal.ts';
import { DAY_S } from '../time.ts';
import { collect, evidenceOf, type RepoView } from './collect.ts';
import type { CommitFact } from './commit-fact.ts';
import { countedCommits, uniqueCommits } from './commits.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { type KnownRoots, knownRoot } from './known-roots.ts';
import { commitsIn } from './ledger.ts';
import { IMPORT_DAYS, MIN_COMMITS, YEAR_DAYS } from './limits.ts';
import type { LiveContext } from './live-context.ts';

interface Share {
  own: number;
  all: number;
}

/**
 * Share of the work that was made here: for a fork, the last year's commits that its parent does not have; for others,
 * the commits that are not older than the repository by more than 30 days. Other repositories with the same first
 * commit are named in the input `sharedRoot`.
 */
export function originalShare(context: LiveContext): Draft[] {
  const { t } = context;
  const present = context.views.filter((view) => !view.gone && !view.empty);
  const parts = present.map((view) => (view.fork ? forkOriginal(view, t) : ownOriginal(view, t)));
  const shares = parts.filter((part) => typeof part !== 'string');
  const bad = parts.find((part) => typeof part === 'string');
  if (bad || shares.length === 0) {
    const reason = bad === 'needs-commits' && !context.hasToken ? 'needs-token' : (bad ?? 'not-read');
    return [unknown('original-share', reason, { to: t })];
  }
  const sums = shares.reduce((a, b) => ({ own: a.own + b.own, all: a.all + b.all }));
  const evidence = evidenceOfShare(present);
  const draft: Draft = {
    id: 'original-share',
    value: sums.own / Math.max(1, sums.all),
    to: t,
    source: 'github',
    asOf: Math.max(...evidence.map((e) => e.readAt)),
    evidence,
    inputs: { ...sums, sharedRoot: sharedRoots(present, context.knownRoots).join(' ') || null },
  };
  return [atLeast(sums.all >= MIN_COMMITS, 'too-few', draft)];
}

function evidenceOfShare(views: readonly RepoView[]) {
  return views.flatMap((view) => [
    ...(view.facts.meta ? [evidenceOf(view.facts.meta, 'repository')] : []),
    ...(view.stats ? [evidenceOf(view.stats, 'stats/contributors')] : []),
    ...(view.window ? [evidenceOf(view.window, view.fork ? 'compare' : 'commits')] : []),
    ...(view.facts.root ? [evidenceOf(view.facts.root, 'first commit')] : []),
  ]);
}

/** Both the fork's own commits and all commits must reach back a year; `commits` of a fork hold its parent's work too. */
function forkOriginal(view: RepoView, t: number): Share | UnknownReason {
  const from = t - YEAR_DAYS * DAY_S;
  const { forkWork, commits } = view.facts;
  if (!forkWork || !commits || forkWork.value.since > from || commits.value.since > from) return 'needs-commits';
  const inYear = (list: readonly CommitFact[]) =>
    countedCommits(uniqueCommits([list]), t).counted.filter((c) => c.committedAt >= from);
  return { own: inYear(forkWork.value.commits).length, all: inYear(commits.value.commits).length };
}

function ownOriginal(view: RepoView, t: number): Share | UnknownReason {
  const created = view.facts.meta?.value.createdAt;
  if (created === undefined) return view.reason;
  const got = collect([view], t, { since: 0 });
  if (typeof got === 'string') return got;
  const all = commitsIn(got.ledger, 0, t);
  const old = commitsIn(got.ledger, 0, Math.floor(created / 1000) - IMPORT_DAYS * DAY_S);
  return { own: all - old, all };
}

/** Known repositories outside R that have one of these repositories' first commits, each once, by name. */
export function sharedRoots(views: readonly RepoView[], known: KnownRoots): string[] {
  const own = new Set(views.flatMap(({ facts }) => [facts.repo, facts.meta?.value.fullName ?? facts.repo].map(lower)));
  const roots = views
    .flatMap(({ facts }) => {
      const read = (facts.commits?.value.commits ?? []).filter((commit) => commit.parents === 0);
      return [...read.map((commit) => commit.sha), ...(facts.root ? [facts.root.value.sha] : [])];
    })
    .flatMap((sha) => knownRoot(known, sha) ?? []);
  return [...new Set(roots)].filter((repo) => !own.has(lower(repo))).sort();
}

function lower(text: string): string {
  return text.toLowerCase();
}
