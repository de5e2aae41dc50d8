/** Compute, from collected facts: the figures on commits, releases, state and on what was read. */
import type { CodeSignalId, UnknownReason } from '../signal.ts';
import { collect, evidenceOf, type RepoView } from './collect.ts';
import { countedCommits, uniqueCommits } from './commits.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { ledgerTrend, maintainedScore, type Trend, trendOf } from './figures.ts';
import { silence } from './judge.ts';
import { commitsIn, commitsOf } from './ledger.ts';
import { frame, type LiveContext, MIN_COMMITS } from './live-developers.ts';
import { median, releaseDays, releaseRhythm, uniqueDays } from './releases.ts';
import type { Participation, Read, RepoFacts } from './repo-facts.ts';
import { continuedSeries, seriesCommits } from './series.ts';
import { DAY, WEEK } from './weeks.ts';

/** Fewer commits per quarter than this give no trend. */
export const MIN_TREND_DIVISOR = 5;
/** Fewer questions than this say nothing about answers. */
export const MIN_THREADS = 10;

type Counts = Pick<Draft, 'source' | 'asOf' | 'evidence' | 'from' | 'to' | 'partial'> & {
  weeks: (from: number, to: number) => number;
  basis: string;
};

/** Participation of every repository that is there, for sums where authors do not matter; undefined where one is missing. */
function participations(views: readonly RepoView[]): Read<Participation>[] | undefined {
  const present = views.filter((view) => !view.gone && !view.empty);
  const reads = present.flatMap((view) => (view.facts.participation && !view.fork ? [view.facts.participation] : []));
  return present.length > 0 && reads.length === present.length ? reads : undefined;
}

function participationCounts(views: readonly RepoView[]): Counts | undefined {
  const reads = participations(views);
  if (!reads) return undefined;
  const end = Math.min(...reads.map((read) => read.value.end));
  return {
    source: 'github',
    asOf: Math.max(...reads.map((read) => read.readAt)),
    evidence: reads.map((read) => evidenceOf(read, 'stats/participation')),
    from: end - 52 * WEEK,
    to: end,
    basis: 'stats/participation',
    // Weeks counted back from the end of the reading: [from, to) as numbers of weeks ago.
    weeks: (from, to) =>
      reads.reduce((sum, read) => sum + read.value.all.slice(52 - from, 52 - to).reduce((a, b) => a + b, 0), 0),
  };
}

/** N[0,91) against the three quarters before: by counted commits, by the continued series, else by participation. */
export function commitTrend(context: LiveContext): Draft[] {
  const { t, views } = context;
  const got = collect(views, t, { since: t - 364 * DAY });
  if (typeof got !== 'string') return [trendDraft(ledgerTrend(got.ledger, t), 'commits', frame(context, got, 364))];
  const series = continuedSeries(context.snapshot, views, t);
  const c13 = series ? seriesCommits(series, t - 13 * WEEK, t) : null;
  const before = series ? seriesCommits(series, t - 52 * WEEK, t - 13 * WEEK) : null;
  if (series?.live && c13 !== null && before !== null && context.snapshot) {
    const evidence = [...series.live.evidence, { label: 'snapshot', readAt: context.snapshot.asOf }];
    const base = { from: t - 364 * DAY, to: t, source: 'snapshot+github' as const, asOf: series.live.asOf, evidence };
    return [trendDraft(trendOf(c13, before), 'series', base)];
  }
  const counts = participationCounts(views);
  if (!counts) return [unknown('commit-trend', got, { to: t })];
  return [trendDraft(trendOf(counts.weeks(13, 0), counts.weeks(52, 13)), counts.basis, counts)];
}

function trendDraft(trend: Trend, basis: string, base: Omit<Draft, 'id' | 'value'>): Draft {
  const { source, asOf, evidence, from, to, partial } = base;
  const inputs = { c13: trend.c13, prev3: trend.prev3, basis };
  const draft: Draft = { source, asOf, evidence, id: 'commit-trend', value: trend.ratio, inputs };
  if (from !== undefined) draft.from = from;
  if (to !== undefined) draft.to = to;
  if (partial) draft.partial = true;
  return atLeast(trend.prev3 >= MIN_TREND_DIVISOR, 'too-few', draft);
}

/** Dates of tags that REST leaves out, where the tag's commit was read. */
function datedTags(facts: RepoFacts) {
  const dates = new Map(facts.commits?.value.commits.map((c) => [c.sha, c.committedAt * 1000]));
  return (facts.tags?.value ?? []).map((tag) => ({ ...tag, at: tag.at ?? dates.get(tag.sha) ?? null }));
}

/** Days since the last stable release and the median gap between releases, over all repositories. */
export function releases(context: LiveContext): Draft[] {
  const ids: CodeSignalId[] = ['days-since-release', 'release-gap'];
  const present = context.views.filter((view) => !view.gone && !view.empty);
  const reads = present.flatMap(({ facts }) => facts.releases ?? facts.tags ?? []);
  const missing = present.find(({ facts }) => !facts.releases);
  if (reads.length === 0) return ids.map((id) => unknown(id, missing ? releaseReason(missing.facts) : 'not-read'));
  const days = uniqueDays(
    present.flatMap(({ facts }) => releaseDays(facts.releases?.value ?? [], datedTags(facts), context.now)),
  );
  const nowS = Math.floor(context.now / 1000);
  const { daysSince, gap, late } = releaseRhythm(days, nowS);
  const newest = days[0] ?? null;
  const base = {
    source: 'github' as const,
    asOf: Math.max(...reads.map((read) => read.readAt)),
    evidence: present.flatMap(({ facts }) => [
      ...(facts.releases ? [evidenceOf(facts.releases, 'releases')] : []),
      ...(facts.tags ? [evidenceOf(facts.tags, 'tags')] : []),
    ]),
    inputs: {
      days: days
        .slice(0, 11)
        .map((day) => new Date(day * 1000).toISOString().slice(0, 10))
        .join(' '),
      late: late === null ? null : late ? 'yes' : 'no',
    },
    to: nowS,
    partial: missing !== undefined,
  };
  return [
    atLeast(daysSince !== null, 'not-applicable', {
      ...base,
      ...(newest === null ? {} : { from: newest }),
      id: 'days-since-release',
      value: daysSince,
    }),
    atLeast(gap !== null, 'too-few', { ...base, from: nowS - 730 * DAY, id: 'release-gap', value: gap }),
  ];
}

function releaseReason(facts: RepoFacts): UnknownReason {
  const failure = facts.failures.releases;
  return failure ? (failure.kind === 'pending' ? 'pending' : 'failed') : 'not-read';
}

/**
 * Days from the last counted commit to now. Statistics only tell the week: then the days run from that week's end, so
 * that the figure never overstates the silence, and the input `precision` says "week".
 */
export function daysSinceCommit(context: LiveContext): Draft[] {
  const { t, views } = context;
  const nowS = Math.floor(context.now / 1000);
  const present = views.filter((view) => !view.gone && !view.empty);
  const windows = present.flatMap((view) => (view.window ? [view.window] : []));
  const counted = countedCommits(uniqueCommits(windows.map((window) => window.value.commits)), t).counted;
  const exact = counted.reduce<number | null>((last, c) => Math.max(last ?? 0, c.committedAt), null);
  const weekly = views.flatMap((view) => (view.stats ? view.stats.value.authors : [])).filter((author) => !author.bot);
  const lastWeek = weekly
    .flatMap((author) => author.weeks)
    .reduce((last, [start]) => (start < t ? Math.max(last, start) : last), 0);
  const participation = lastWeek === 0 && exact === null ? lastParticipation(views) : null;
  const weekEnd = lastWeek > 0 ? Math.min(lastWeek + WEEK, t) : participation;
  const reads = [...windows, ...views.flatMap((view) => view.stats ?? [])];
  const last = exact !== null && (lastWeek === 0 || exact >= lastWeek) ? exact : (weekEnd ?? exact);
  const known = collect(views, t, { since: t - 28 * DAY });
  if (last === null)
    return [
      unknown(
        'days-since-commit',
        typeof known === 'string' ? known : known.ledger.since === 0 ? 'not-applicable' : 'needs-commits',
        { to: nowS },
      ),
    ];
  const value = Math.max(0, nowS - last) / DAY;
  const inputs = { last: new Date(last * 1000).toISOString(), precision: last === exact ? 'commit' : 'week' };
  const asOf = reads.length > 0 ? Math.max(...reads.map((read) => read.readAt)) : context.now;
  const evidence = [
    ...windows.map((read) => evidenceOf(read, 'commits')),
    ...views.flatMap((view) => (view.stats ? [evidenceOf(view.stats, 'stats/contributors')] : [])),
  ];
  return [
    {
      id: 'days-since-commit',
      value,
      from: last,
      to: nowS,
      source: 'github',
      asOf,
      evidence,
      inputs,
      partial: typeof known !== 'string' && known.partial,
    },
  ];
}

function lastParticipation(views: readonly RepoView[]): number | null {
  return (participations(views) ?? []).reduce<number | null>((last, { value }) => {
    const index = value.all.findLastIndex((count) => count > 0);
    return index < 0 ? last : Math.max(last ?? 0, value.end - (51 - index) * WEEK);
  }, null);
}

/** OpenSSF Scorecard's "Maintained" by commits alone. */
export function maintained(context: LiveContext): Draft[] {
  const { t, views } = context;
  const metas = views.filter((view) => !view.gone).flatMap((view) => view.facts.meta ?? []);
  const archived = metas.length > 0 && metas.every((meta) => meta.value.archived);
  const ageDays = context.ageWeeks === null ? null : context.ageWeeks * 7;
  const got = collect(views, t, { since: t - 90 * DAY });
  const counts = typeof got === 'string' ? participationCounts(views) : undefined;
  const base =
    typeof got === 'string'
      ? counts && { source: counts.source, asOf: counts.asOf, evidence: counts.evidence, to: counts.to ?? t }
      : frame(context, got, 90);
  if (!base) return [unknown('maintained', got as UnknownReason, { to: t })];
  const commits90 =
    typeof got === 'string'
      ? (counts?.weeks(13, 0) ?? 0)
      : commitsIn(got.ledger, t - (got.ledger.unit === 'day' ? 90 : 91) * DAY, t);
  if (metas.length === 0 || ageDays === null) return [unknown('maintained', 'not-read', { to: t })];
  const value = maintainedScore({ archived, ageDays, commits90 });
  return [
    {
      ...base,
      id: 'maintained',
      value,
      inputs: { commits90, archived: archived ? 'yes' : 'no', ageDays: Math.floor(ageDays) },
    },
  ];
}

/** A commit this much older than its repository was made elsewhere and brought in. */
const IMPORT_DAYS = 30;

/** Share of the work that was made here: forks by what the parent does not have, others by what is not older than the repository. */
export function originalShare(context: LiveContext): Draft[] {
  const { t } = context;
  const present = context.views.filter((view) => !view.gone && !view.empty);
  const parts = present.map((view) => (view.fork ? forkOriginal(view, t) : ownOriginal(view, t)));
  const bad = parts.find((part): part is UnknownReason => typeof part === 'string');
  if (bad || parts.length === 0) {
    return [
      unknown('original-share', bad === 'needs-commits' && !context.hasToken ? 'needs-token' : (bad ?? 'not-read'), {
        to: t,
      }),
    ];
  }
  const sums = (parts as { own: number; all: number }[]).reduce((a, b) => ({ own: a.own + b.own, all: a.all + b.all }));
  const evidence = present.flatMap((view) => [
    ...(view.facts.meta ? [evidenceOf(view.facts.meta, '')] : []),
    ...(view.stats ? [evidenceOf(view.stats, 'stats/contributors')] : []),
    ...(view.window ? [evidenceOf(view.window, view.fork ? 'compare' : 'commits')] : []),
  ]);
  const asOf = Math.max(...evidence.map((e) => e.readAt));
  const draft: Draft = {
    id: 'original-share',
    value: sums.own / Math.max(1, sums.all),
    to: t,
    source: 'github',
    asOf,
    evidence,
    inputs: sums,
  };
  return [atLeast(sums.all >= MIN_COMMITS, 'too-few', draft)];
}

function forkOriginal(view: RepoView, t: number): { own: number; all: number } | UnknownReason {
  const from = t - 365 * DAY;
  const { forkWork, commits } = view.facts;
  if (!forkWork || !commits || forkWork.value.since > from || commits.value.since > from) return 'needs-commits';
  const inYear = (list: typeof commits.value.commits) =>
    countedCommits(uniqueCommits([list]), t).counted.filter((c) => c.committedAt >= from);
  return { own: inYear(forkWork.value.commits).length, all: inYear(commits.value.commits).length };
}

function ownOriginal(view: RepoView, t: number): { own: number; all: number } | UnknownReason {
  const created = view.facts.meta?.value.createdAt;
  if (created === undefined) return view.reason;
  const got = collect([view], t, { since: 0 });
  if (typeof got === 'string') return got;
  const all = commitsIn(got.ledger, 0, t);
  const old = commitsIn(got.ledger, 0, Math.floor(created / 1000) - IMPORT_DAYS * DAY);
  return { own: all - old, all };
}

/** Whether outsiders get an answer within 14 days, and after how many days the median one does. */
export function responses(context: LiveContext): Draft[] {
  const ids: CodeSignalId[] = ['response-share', 'first-response-days'];
  const { t } = context;
  const reads = context.views.flatMap((view) => (view.facts.threads && !view.gone ? [view.facts.threads] : []));
  if (reads.length === 0) return ids.map((id) => unknown(id, context.hasToken ? 'not-read' : 'needs-token', { to: t }));
  const from = t - 120 * DAY;
  const to = t - 30 * DAY;
  const asked = reads
    .flatMap((read) => read.value)
    .filter((x) => x.outsider && x.openedAt >= from * 1000 && x.openedAt < to * 1000);
  const waits = asked.flatMap((x) => (x.answeredAt === null ? [] : [(x.answeredAt - x.openedAt) / 86_400_000]));
  const inTime = waits.filter((days) => days <= 14).length;
  const inputs = { asked: asked.length, answered: waits.length, inTime };
  const base = {
    from,
    to,
    source: 'github' as const,
    asOf: Math.max(...reads.map((r) => r.readAt)),
    evidence: reads.map((r) => evidenceOf(r, 'issues and pull requests')),
    inputs,
  };
  const enough = asked.length >= MIN_THREADS;
  return [
    atLeast(enough, 'too-few', { ...base, id: 'response-share', value: inTime / Math.max(1, asked.length) }),
    atLeast(enough, 'too-few', { ...base, id: 'first-response-days', value: median(waits) }),
  ];
}

/** archived, gone, disabled, mirror, empty, dormant, quiet; else active. */
export function state(
  context: LiveContext,
  days: { commit: number | null; release: number | null; releasesKnown: boolean },
  mirror: boolean,
): Draft[] {
  const { views } = context;
  const present = views.filter((view) => !view.gone);
  const metas = present.flatMap((view) => view.facts.meta ?? []);
  const base = {
    id: 'state' as const,
    source: 'github' as const,
    asOf: metas.length > 0 ? Math.max(...metas.map((meta) => meta.readAt)) : null,
    evidence: metas.map((meta) => evidenceOf(meta, 'repository')),
    to: Math.floor(context.now / 1000),
  };
  if (views.length > 0 && present.length === 0) {
    const failed = views.flatMap((view) => Object.values(view.facts.failures));
    const evidence = failed.map((failure) => ({ label: failure.subject ?? 'repository', readAt: failure.at }));
    return [{ ...base, value: 'gone', asOf: Math.max(...failed.map((failure) => failure.at)), evidence }];
  }
  if (metas.length === 0 && present.every((view) => !view.empty))
    return mirror
      ? [{ ...base, value: 'mirror' }]
      : [unknown('state', present[0]?.reason === 'pending' ? 'pending' : 'not-read')];
  const all = (test: (meta: (typeof metas)[number]['value']) => boolean) =>
    metas.length > 0 && metas.length === present.length && metas.every((meta) => test(meta.value));
  const value = all((m) => m.disabled)
    ? 'disabled'
    : all((m) => m.archived)
      ? 'archived'
      : mirror || all((m) => m.mirrorUrl !== null)
        ? 'mirror'
        : present.every((view) => view.empty)
          ? 'empty'
          : (silence({
              daysSinceCommit: days.commit,
              daysSinceRelease: days.release,
              releasesKnown: days.releasesKnown,
            }) ?? 'active');
  return [{ ...base, value }];
}

/** Repositories read ÷ listed, the share of unlinked commits, the age of the newest data. */
export function coverage(context: LiveContext, listed: number | null): Draft[] {
  const { views, t, now } = context;
  const read = views.filter((view) => view.gone || view.empty || view.stats || view.window || view.facts.contributors);
  const asOf = read
    .flatMap((view) => [view.facts.meta, view.facts.contributors, view.window])
    .reduce<number | null>((at, r) => (r ? Math.max(at ?? 0, r.readAt) : at), null);
  if (read.length === 0) return [unknown('coverage', views[0]?.reason ?? 'not-read')];
  const total = Math.max(listed ?? views.length, views.length);
  const inputs = {
    read: read.length,
    listed: total,
    unlinkedShare: unlinkedShare(views, t),
    newestDataDays: asOf === null ? null : Math.max(0, (now - asOf) / 86_400_000),
  };
  return [{ id: 'coverage', value: read.length / total, source: 'github', asOf, evidence: [], inputs }];
}

/** Share of the last 365 days' commits whose author GitHub links to no account; null where that is not known or there are none. */
export function unlinkedShare(views: readonly RepoView[], t: number): number | null {
  const year = collect(views, t, { since: t - 365 * DAY });
  const got = typeof year === 'string' ? collect(views, t, { since: t - 28 * DAY }) : year;
  if (typeof got === 'string') return null;
  const from = Math.max(t - 365 * DAY, got.ledger.since);
  const all = commitsIn(got.ledger, from, t);
  const unlinked = got.ledger.authors.filter((a) => !a.linked).reduce((sum, a) => sum + commitsOf(a, from, t), 0);
  return all > 0 ? unlinked / all : null;
}
