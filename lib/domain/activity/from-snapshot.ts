/** Compute, from the bundled snapshot: the same signals, as they stood at the end of its last week. */
import type { CodeSignalId } from '../signal.ts';
import type { SnapshotCode } from '../snapshot/format.ts';
import { atLeast, type Draft, unknown } from './draft.ts';
import { maintainedScore } from './figures.ts';
import { patternsThatHold } from './integrity.ts';
import { silence } from './judge.ts';
import * as limit from './limits.ts';
import { releaseRhythm } from './releases.ts';
import { DAY, WEEK } from './weeks.ts';

/** Weeks from the first commit or the creation, whichever is known and earlier, to the end of the snapshot's last week. */
export function snapshotAgeWeeks(snapshot: SnapshotCode): number | null {
  const starts = [snapshot.firstCommitAt, snapshot.createdAt].filter((at) => at !== null);
  return starts.length > 0 ? (snapshot.weekEnd - Math.min(...starts)) / WEEK : null;
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
  const base = (days: number) => ({ from: t - days * DAY, to: t, source: 'snapshot' as const, asOf, evidence });
  return [...people(snapshot, base), ...work(snapshot, base), ...life(snapshot, base, registryMirror)];
}

type Base = (days: number) => Omit<Draft, 'id' | 'value'>;

function people(s: SnapshotCode, base: Base): Draft[] {
  const age = snapshotAgeWeeks(s);
  const old = age !== null && age * 7 >= limit.ESTABLISHED_DAYS;
  const peakInputs = { active: s.active, peak: s.peak };
  const isOld = age !== null && age >= limit.MIN_WEEKS;
  const peak = (id: CodeSignalId, value: number | null) =>
    atLeast(
      isOld,
      'too-young',
      atLeast((s.peak ?? 0) >= limit.MIN_PEAK || !isOld, 'too-few', {
        ...base(limit.PEAK_DAYS),
        id,
        value,
        inputs: peakInputs,
      }),
    );
  const share = (id: CodeSignalId, part: number | null) =>
    atLeast(
      old && part !== null,
      'too-young',
      atLeast(s.active > 0, 'too-few', {
        ...base(limit.ACTIVE_DAYS),
        id,
        value: (part ?? 0) / Math.max(1, s.active),
        inputs: { active: s.active, part },
      }),
    );
  const balance = { joined: s.joined, left: s.left, base: s.leftBase };
  return [
    { ...base(limit.ACTIVE_DAYS), id: 'active-developers', value: s.active, inputs: { active: s.active } },
    peak('peak-developers', s.peak),
    peak('drawdown', s.peak ? 1 - s.active / s.peak : null),
    { ...base(limit.ACTIVE_DAYS), id: 'regulars', value: s.regulars },
    { ...base(limit.ONE_DAY_WINDOW), id: 'one-day', value: s.oneDay },
    share('established-share', s.established),
    share('newcomer-share', s.newcomers),
    atLeast(s.leftBase >= limit.MIN_BASE, 'too-few', {
      ...base(2 * limit.QUARTER_DAYS),
      id: 'developers-joined',
      value: s.joined,
      inputs: balance,
    }),
    atLeast(s.leftBase >= limit.MIN_BASE, 'too-few', {
      ...base(2 * limit.QUARTER_DAYS),
      id: 'developers-left',
      value: s.left,
      inputs: balance,
    }),
  ];
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
  const shares = s.integrity;
  const holds = patternsThatHold(shares);
  const draft: Draft = { ...base, id: 'integrity', value: holds.length, inputs: { ...shares, holds: holds.join(' ') } };
  return atLeast(shares.n >= limit.MIN_COMMITS, 'too-few', draft);
}

function life(s: SnapshotCode, base: Base, registryMirror: boolean): Draft[] {
  const nowS = Math.floor(s.asOf / 1000);
  const days = s.releases.map((day) => Date.parse(day) / 1000);
  const { daysSince, gap, late } = releaseRhythm(days, nowS);
  const at = { ...base(0), to: nowS };
  const released = {
    days: s.releases.slice(0, limit.RELEASE_GAPS + 1).join(' '),
    late: late === null ? null : late ? 'yes' : 'no',
  };
  const quietDays = s.lastCommitAt === null ? null : Math.max(0, nowS - s.lastCommitAt) / DAY;
  const age = snapshotAgeWeeks(s);
  const score = maintainedScore({ archived: s.archived === true, ageDays: (age ?? 0) * 7, commits90: s.commits90 });
  const silent = silence({ daysSinceCommit: quietDays, daysSinceRelease: daysSince, releasesKnown: true });
  const state = s.archived
    ? 'archived'
    : registryMirror
      ? 'mirror'
      : s.commitsTotal === 0
        ? 'empty'
        : (silent ?? 'active');
  const last = s.lastCommitAt === null ? null : new Date(s.lastCommitAt * 1000).toISOString();
  return [
    atLeast(daysSince !== null, 'not-applicable', {
      ...at,
      from: days[0] ?? nowS,
      id: 'days-since-release',
      value: daysSince,
      inputs: released,
    }),
    atLeast(gap !== null, 'too-few', {
      ...at,
      from: nowS - limit.RELEASE_DAYS * DAY,
      id: 'release-gap',
      value: gap,
      inputs: released,
    }),
    atLeast(quietDays !== null, 'not-applicable', {
      ...at,
      from: s.lastCommitAt ?? nowS,
      id: 'days-since-commit',
      value: quietDays,
      inputs: { last, precision: 'commit' },
    }),
    {
      ...base(limit.MAINTAINED_DAYS),
      id: 'maintained',
      value: score,
      inputs: {
        commits90: s.commits90,
        archived: s.archived ? 'yes' : 'no',
        ageDays: age === null ? null : Math.floor(age * 7),
      },
    },
    { ...at, id: 'state', value: state },
  ];
}
