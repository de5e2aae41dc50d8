/** Compute, from the bundled snapshot: the same signals, as they stood at the end of its last week. */
import type { CodeSignalId } from '../signal.ts';
import type { SnapshotCode } from '../snapshot/format.ts';
import { DAY_S, WEEK_S } from '../time.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { maintainedScore } from './figures.ts';
import { integrityFigure } from './integrity.ts';
import { silence } from './judge.ts';
import * as limit from './limits.ts';
import { releaseRhythm } from './releases.ts';

/** Weeks from the first commit or the creation, whichever is known and earlier, to the end of the snapshot's last week. */
export function snapshotAgeWeeks(snapshot: SnapshotCode): number | null {
  const starts = [snapshot.firstCommitAt, snapshot.createdAt].filter((at) => at !== null);
  return starts.length > 0 ? (snapshot.weekEnd - Math.min(...starts)) / WEEK_S : null;
}

/** Every signal that the snapshot can give. Nothing is said about the time after its `asOf`. */
export function snapshotDrafts(snapshot: SnapshotCode, registryMirror: boolean): Draft[] {
  const { weekEnd: t, asOf } = snapshot;
  const evidence = snapshot.heads.map(({ repo, commit }) => ({
    label: `${repo} at ${commit.slice(0, 7)}`,
    url: `https://github.com/${repo}/commit/${commit}`,
    readAt: asOf,
    commit,
  }));
  const base = (days: number) => ({ from: t - days * DAY_S, to: t, source: 'snapshot' as const, asOf, evidence });
  return [...people(snapshot, base), ...work(snapshot, base), ...life(snapshot, base, registryMirror)];
}

type Base = (days: number) => Omit<Draft, 'id' | 'value'>;

function people(s: SnapshotCode, base: Base): Draft[] {
  const balance = { joined: s.joined, left: s.left, base: s.leftBase };
  const turnover = (id: CodeSignalId, value: number) =>
    atLeast(s.leftBase >= limit.MIN_BASE, 'too-few', {
      ...base(2 * limit.QUARTER_DAYS),
      id,
      value,
      inputs: balance,
    });
  return [
    { ...base(limit.ACTIVE_DAYS), id: 'active-developers', value: s.active, inputs: { active: s.active } },
    peakDraft(s, base, 'peak-developers', s.peak),
    peakDraft(s, base, 'drawdown', s.peak ? 1 - s.active / s.peak : null),
    { ...base(limit.ACTIVE_DAYS), id: 'regulars', value: s.regulars },
    { ...base(limit.ONE_DAY_WINDOW), id: 'one-day', value: s.oneDay },
    shareDraft(s, base, 'established-share', s.established),
    shareDraft(s, base, 'newcomer-share', s.newcomers),
    turnover('developers-joined', s.joined),
    turnover('developers-left', s.left),
  ];
}

function peakDraft(s: SnapshotCode, base: Base, id: CodeSignalId, value: number | null): Draft {
  const weeks = snapshotAgeWeeks(s);
  const old = weeks !== null && weeks >= limit.MIN_WEEKS && s.peak !== null;
  const draft: Draft = { ...base(limit.PEAK_DAYS), id, value, inputs: { active: s.active, peak: s.peak } };
  return atLeast(old && (s.peak ?? 0) >= limit.MIN_PEAK, old ? 'too-few' : 'too-young', draft);
}

function shareDraft(s: SnapshotCode, base: Base, id: CodeSignalId, part: number | null): Draft {
  const weeks = snapshotAgeWeeks(s);
  const old = weeks !== null && weeks * 7 >= limit.ESTABLISHED_DAYS && part !== null;
  const value = old && s.active > 0 ? part / s.active : null;
  const draft: Draft = { ...base(limit.ACTIVE_DAYS), id, value, inputs: { active: s.active, part } };
  return atLeast(old && s.active > 0, old ? 'too-few' : 'too-young', draft);
}

function work(s: SnapshotCode, base: Base): Draft[] {
  const inputs = { commits: s.commits365, factor: s.absenceFactor, topShare: s.topShare };
  const many = s.commits365 >= limit.MIN_COMMITS;
  const trend: Draft = {
    ...base(limit.TREND_DAYS),
    id: 'commit-trend',
    value: s.prev3 > 0 ? s.c13 / s.prev3 : null,
    inputs: { c13: s.c13, prev3: s.prev3, basis: 'commits' },
  };
  return [
    atLeast(many, 'too-few', { ...base(limit.YEAR_DAYS), id: 'absence-factor', value: s.absenceFactor, inputs }),
    atLeast(many, 'too-few', { ...base(limit.YEAR_DAYS), id: 'top-author-share', value: s.topShare, inputs }),
    atLeast(s.prev3 >= limit.MIN_TREND_DIVISOR, 'too-few', trend),
    integrityDraft(s, base(limit.QUARTER_DAYS)),
  ];
}

function integrityDraft(s: SnapshotCode, base: Omit<Draft, 'id' | 'value'>): Draft {
  if (!s.integrity) return unknown('integrity', 'too-few', base);
  const draft: Draft = { ...base, id: 'integrity', ...integrityFigure(s.integrity) };
  return atLeast(s.integrity.n >= limit.MIN_COMMITS, 'too-few', draft);
}

function life(s: SnapshotCode, base: Base, registryMirror: boolean): Draft[] {
  const nowS = Math.floor(s.asOf / 1000);
  const age = snapshotAgeWeeks(s);
  const quietDays = s.lastCommitAt === null ? null : Math.max(0, nowS - s.lastCommitAt) / DAY_S;
  const last = s.lastCommitAt === null ? null : new Date(s.lastCommitAt * 1000).toISOString();
  const quiet: Draft = {
    ...base(0),
    to: nowS,
    from: s.lastCommitAt ?? nowS,
    id: 'days-since-commit',
    value: quietDays,
    inputs: { last, precision: 'commit' },
  };
  const ageDays = age === null ? null : Math.floor(age * 7);
  const score = maintainedScore({ archived: s.archived === true, ageDays: ageDays ?? 0, commits90: s.commits90 });
  const [since, rhythm, daysSince] = releaseDrafts(s, base(0), nowS);
  const state = stateOf(s, registryMirror, { quietDays, daysSince });
  return [
    since,
    rhythm,
    atLeast(quietDays !== null, 'not-applicable', quiet),
    {
      ...base(limit.MAINTAINED_DAYS),
      id: 'maintained',
      value: score,
      inputs: { commits90: s.commits90, archived: s.archived ? 'yes' : 'no', ageDays },
    },
    { ...base(0), to: nowS, id: 'state', value: state },
  ];
}

function releaseDrafts(
  s: SnapshotCode,
  base: Omit<Draft, 'id' | 'value'>,
  nowS: number,
): [Draft, Draft, number | null] {
  const days = s.releases.map((day) => Date.parse(day) / 1000);
  const { daysSince, gap, late } = releaseRhythm(days, nowS);
  const inputs = {
    days: s.releases.slice(0, limit.RELEASE_GAPS + 1).join(' '),
    late: late === null ? null : late ? 'yes' : 'no',
  };
  const at = { ...base, to: nowS, inputs };
  const since: Draft = { ...at, from: days[0] ?? nowS, id: 'days-since-release', value: daysSince };
  const rhythm: Draft = { ...at, from: nowS - limit.RELEASE_DAYS * DAY_S, id: 'release-gap', value: gap };
  return [atLeast(daysSince !== null, 'not-applicable', since), atLeast(gap !== null, 'too-few', rhythm), daysSince];
}

function stateOf(
  s: SnapshotCode,
  registryMirror: boolean,
  days: { quietDays: number | null; daysSince: number | null },
): string {
  if (s.archived) return 'archived';
  if (registryMirror) return 'mirror';
  if (s.commitsTotal === 0) return 'empty';
  const silent = silence({
    daysSinceCommit: days.quietDays,
    daysSinceRelease: days.daysSince,
    releasesKnown: true,
  });
  return silent ?? 'active';
}
