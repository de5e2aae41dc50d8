/** Compute, from collected facts: when the last commit was, and in which state the repositories are. */
import type { Signal, UnknownReason } from '../signal.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import { collect, evidenceOf, type RepoView } from './collect.ts';
import { countedCommits, uniqueCommits } from './commits.ts';
import { type Draft, unknown } from './draft.ts';
import { silence } from './judge.ts';
import { ACTIVE_DAYS } from './limits.ts';
import type { LiveContext } from './live-context.ts';
import { participations } from './live-trend.ts';
import type { RepoMeta } from './repo-facts.ts';

interface Last {
  at: number;
  precision: 'commit' | 'week';
}

/**
 * Days from the last counted commit to now. Statistics only tell the week: then the days run from that week's end, so
 * that the figure never overstates the silence, and the input `precision` says "week".
 */
export function daysSinceCommit(context: LiveContext): Draft[] {
  const { t, views } = context;
  const nowS = Math.floor(context.now / 1000);
  const known = collect(views, t, { since: t - ACTIVE_DAYS * DAY_S });
  const last = lastCommit(views, t);
  if (!last) return [unknown('days-since-commit', reasonWithout(known), { to: nowS })];
  const reads = views.flatMap((view) => [
    ...(view.window ? [{ read: view.window, label: view.fork ? 'compare' : 'commits' }] : []),
    ...(view.stats ? [{ read: view.stats, label: 'stats/contributors' }] : []),
  ]);
  const weeks = reads.length > 0 ? [] : (participations(views) ?? []);
  const all = [...reads, ...weeks.map((read) => ({ read, label: 'stats/participation' }))];
  return [
    {
      id: 'days-since-commit',
      value: Math.max(0, nowS - last.at) / DAY_S,
      from: last.at,
      to: nowS,
      source: 'github',
      asOf: Math.max(...all.map(({ read }) => read.readAt)),
      evidence: all.map(({ read, label }) => evidenceOf(read, label)),
      inputs: { last: new Date(last.at * 1000).toISOString(), precision: last.precision },
      partial: typeof known !== 'string' && known.partial,
    },
  ];
}

function reasonWithout(known: ReturnType<typeof collect>): UnknownReason {
  if (typeof known === 'string') return known;
  return known.ledger.since === 0 ? 'not-applicable' : 'needs-commits';
}

/** The newest of: a counted commit, the last week with commits in the statistics, else in participation. */
function lastCommit(views: readonly RepoView[], t: number): Last | null {
  const there = views.filter((view) => !view.gone && !view.empty);
  const windows = there.flatMap((view) => (view.window ? [view.window.value.commits] : []));
  const counted = countedCommits(uniqueCommits(windows), t).counted;
  const exact = counted.reduce<number | null>((last, c) => Math.max(last ?? 0, c.committedAt), null);
  const week = there
    .flatMap((view) => view.stats?.value.authors ?? [])
    .flatMap((author) => (author.bot ? [] : author.weeks))
    .reduce<number | null>((last, [start]) => (start < t ? Math.max(last ?? 0, start) : last), null);
  if (exact !== null && (week === null || exact >= week)) return { at: exact, precision: 'commit' };
  if (week !== null) return { at: Math.min(week + WEEK_S, t), precision: 'week' };
  const rolling = lastParticipation(views);
  return rolling === null ? null : { at: Math.min(rolling, t), precision: 'week' };
}

function lastParticipation(views: readonly RepoView[]): number | null {
  return (participations(views) ?? []).reduce<number | null>((last, { value }) => {
    const index = value.all.findLastIndex((count) => count > 0);
    return index < 0 ? last : Math.max(last ?? 0, value.end - (value.all.length - 1 - index) * WEEK_S);
  }, null);
}

export interface Silence {
  commit: number | null;
  release: number | null;
  releasesKnown: boolean;
}

/** gone, disabled, archived, mirror, empty, dormant, quiet; else active. A word holds only when it holds for every repository. */
export function state(context: LiveContext, days: Silence, mirror: boolean): Draft[] {
  const { views } = context;
  const present = views.filter((view) => !view.gone);
  if (views.length > 0 && present.length === 0) return [goneDraft(context)];
  const metas = present.flatMap((view) => view.facts.meta ?? []);
  const empty = present.length > 0 && present.every((view) => view.empty);
  if (metas.length === 0 && !empty && !mirror) return [unknown('state', stateReason(present))];
  return [
    {
      id: 'state',
      value: stateOf(metas.length === present.length ? metas.map((meta) => meta.value) : [], { mirror, empty }, days),
      source: metas.length > 0 ? 'github' : 'none',
      asOf: metas.length > 0 ? Math.max(...metas.map((meta) => meta.readAt)) : null,
      evidence: metas.map((meta) => evidenceOf(meta, 'repository')),
      to: Math.floor(context.now / 1000),
    },
  ];
}

function stateOf(metas: readonly RepoMeta[], is: { mirror: boolean; empty: boolean }, days: Silence): Signal['value'] {
  const all = (test: (meta: RepoMeta) => boolean) => metas.length > 0 && metas.every(test);
  if (all((meta) => meta.disabled)) return 'disabled';
  if (all((meta) => meta.archived)) return 'archived';
  if (is.mirror || all((meta) => meta.mirrorUrl !== null)) return 'mirror';
  if (is.empty) return 'empty';
  const { commit, release, releasesKnown } = days;
  return silence({ daysSinceCommit: commit, daysSinceRelease: release, releasesKnown }) ?? 'active';
}

function goneDraft(context: LiveContext): Draft {
  const failed = context.views.flatMap((view) => Object.values(view.facts.failures));
  return {
    id: 'state',
    value: 'gone',
    source: 'github',
    asOf: Math.max(...failed.map((failure) => failure.at)),
    evidence: failed.map((failure) => ({ label: failure.subject ?? 'repository', readAt: failure.at })),
    to: Math.floor(context.now / 1000),
  };
}

function stateReason(views: readonly RepoView[]): UnknownReason {
  const failures = views.flatMap((view) => view.facts.failures.meta ?? []);
  if (failures.length === 0) return views.some((view) => view.reason === 'pending') ? 'pending' : 'not-read';
  return failures.every((failure) => failure.kind === 'pending') ? 'pending' : 'failed';
}
