/** The report where repositories are forks, gone, pending, cut off, mixed, or known from the snapshot alone. */

import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import { type ContributorStats, noFacts, type RepoFacts } from '../../../lib/domain/activity/repo-facts.ts';
import { commitsSince } from '../../../lib/domain/activity/series.ts';
import { CODE_SIGNAL_IDS, type CodeReport, type CodeSignalId } from '../../../lib/domain/signal.ts';
import { codeFacts } from '../../../lib/domain/snapshot/code-facts.ts';
import type { SnapshotCode } from '../../../lib/domain/snapshot/format.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';
import { commit, failure, input, meta, NOW, read, T, wholeHistory } from './facts.ts';

const signal = (report: CodeReport, id: CodeSignalId) => report.signals.find((s) => s.id === id);
const shown = (report: CodeReport, id: CodeSignalId) => {
  const found = signal(report, id);
  return found?.value ?? found?.unknown;
};

/** `people` developers with a commit each week from `weeks` weeks ago until `until` weeks ago. */
function team(people: number, weeks: number, until = 0, prefix = 'a'): CommitFact[] {
  return Array.from({ length: people }, (_, p) =>
    Array.from({ length: weeks - until }, (_, w) => commit(`${prefix}${p}`, (until + w) * 7 + 1.5)),
  ).flat();
}

/** The same commits as GitHub's statistics would tell them. */
function statistics(commits: CommitFact[], cutOff = false): ContributorStats {
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

const healthy = team(12, 150);
const repo = (name: string, more: Partial<RepoFacts> = {}): RepoFacts => ({
  ...noFacts(name),
  meta: read(meta({ fullName: name })),
  contributors: read(statistics(healthy)),
  releases: read([]),
  ...more,
});

describe('codeReport', () => {
  it('lists every signal once, in order', () => {
    const report = codeReport(input([repo('a/b')]));
    expect(report.signals.map((s) => s.id)).toEqual(CODE_SIGNAL_IDS);
  });

  it('says the same from statistics as from commits, where both can tell', () => {
    const byWeeks = codeReport(input([repo('a/b')]));
    const byDays = codeReport(input([wholeHistory(healthy)]));
    for (const id of ['active-developers', 'peak-developers', 'drawdown', 'established-share'] as const)
      expect([id, shown(byWeeks, id)]).toEqual([id, shown(byDays, id)]);
    expect(byDays.verdict).toBe(byWeeks.verdict);
    expect(shown(byDays, 'regulars')).toBe(0);
  });

  it.each<[string, Partial<Parameters<typeof input>[1]>, RepoFacts[], string]>([
    ['nothing was asked', {}, [noFacts('a/b')], 'not checked'],
    ['no repository is known', {}, [], 'not checked'],
    ['the listing failed', { failures: [failure('offline')] }, [], 'withheld'],
    ['the only repository failed', {}, [{ ...noFacts('a/b'), failures: { meta: failure('timeout') } }], 'withheld'],
    ['the only repository is gone', {}, [{ ...noFacts('a/b'), failures: { meta: failure('not-found') } }], 'gone'],
    ['it is blocked', {}, [{ ...noFacts('a/b'), failures: { meta: failure('blocked') } }], 'gone'],
    ['it is disabled', {}, [repo('a/b', { meta: read(meta({ disabled: true })) })], 'gone'],
    ['it is archived', {}, [repo('a/b', { meta: read(meta({ archived: true })) })], 'archived'],
    ['one of two is archived', {}, [repo('a/b'), repo('a/c', { meta: read(meta({ archived: true })) })], 'steady'],
    [
      'GitHub says that it is a mirror',
      {},
      [repo('a/b', { meta: read(meta({ mirrorUrl: 'https://x.org' })) })],
      'elsewhere',
    ],
    ['the registry says that it is a mirror', { registryMirror: true }, [repo('a/b')], 'elsewhere'],
    [
      'statistics are pending',
      {},
      [repo('a/b', { contributors: null, failures: { contributors: failure('pending') } })],
      'withheld',
    ],
    ['one of two is not read yet', {}, [repo('a/b'), noFacts('a/c')], 'withheld'],
    ['all is well', {}, [repo('a/b')], 'steady'],
  ])('judges when %s', (_case, more, repos, verdict) => {
    expect(codeReport(input(repos, more)).verdict).toBe(verdict);
  });

  it('calls a young repository too young and gives no drawdown, never 0%', () => {
    const young = repo('a/b', {
      meta: read(meta({ createdAt: NOW - 300 * DAY_S * 1000 })),
      contributors: read(statistics(team(12, 40))),
    });
    const report = codeReport(input([young]));
    expect(report.verdict).toBe('too young');
    expect(shown(report, 'drawdown')).toBe('too-young');
    expect(shown(report, 'active-developers')).toBe(12);
    expect(signal(report, 'commit-trend')?.confidence).toBeLessThan(
      signal(report, 'active-developers')?.confidence ?? 0,
    );
  });

  it('loses one point of confidence, and no figure, for one gone repository among several', () => {
    const gone = { ...noFacts('a/c'), failures: { meta: failure('not-found') } };
    const report = codeReport(input([repo('a/b'), gone]));
    expect(report).toMatchObject({ verdict: 'steady', confidence: 2 });
    expect(shown(report, 'active-developers')).toBe(12);
    expect(report.repos.map((r) => r.state)).toEqual(['read', 'failed']);
  });

  it('never shows a failed read as 0', () => {
    const failed = repo('a/b', { contributors: null, failures: { contributors: failure('server-error') } });
    const report = codeReport(input([failed]));
    for (const id of ['active-developers', 'drawdown', 'absence-factor', 'days-since-commit'] as const)
      expect([id, shown(report, id)]).toEqual([id, 'failed']);
  });

  it('counts a developer of two repositories once', () => {
    const two = [repo('a/b'), repo('a/c')];
    expect(shown(codeReport(input(two)), 'active-developers')).toBe(12);
  });

  it('counts moved work once', () => {
    const moved = healthy.map((c, i) => ({ ...c, headline: `h${i}` }));
    const copies = moved.map((c, i) => ({ ...c, sha: `f${i}`.padStart(40, '0'), committedAt: c.committedAt + 60 }));
    const of = (repos: RepoFacts[]) => signal(codeReport(input(repos)), 'absence-factor')?.inputs?.commits;
    const one = wholeHistory(moved);
    const other = { ...wholeHistory(copies), repo: 'a/c', meta: read(meta({ id: 9, fullName: 'a/c' })) };
    expect(of([one, other])).toBe(of([one]));
  });

  it('says what was read', () => {
    const report = codeReport(input([repo('a/b'), noFacts('a/c')], { listed: 24 }));
    expect(report.listed).toBe(24);
    expect(signal(report, 'coverage')?.inputs).toMatchObject({ read: 1, listed: 24 });
  });

  it('is less sure of unlinked authors and of old data', () => {
    const unlinked = statistics(healthy);
    unlinked.authors = unlinked.authors.map((a, i) => ({ ...a, linked: i > 5 }));
    expect(codeReport(input([repo('a/b', { contributors: read(unlinked) })])).confidence).toBe(2);
    const later = input([repo('a/b')], { now: NOW + 8 * DAY_S * 1000 });
    expect(codeReport(later).confidence).toBe(2);
  });
});

describe('codeReport of forks', () => {
  const fork = meta({ fork: true, parent: 'p/q' });
  const inherited = team(40, 150, 0, 'parent');
  const unread = repo('a/b', { meta: read(fork), contributors: read(statistics(inherited)) });

  it('uses nothing of the statistics, which are its parent’s', () => {
    const report = codeReport(input([unread]));
    for (const id of ['active-developers', 'peak-developers', 'regulars', 'days-since-commit'] as const)
      expect([id, shown(report, id)]).toEqual([id, 'not-read']);
    expect(report.verdict).toBe('withheld');
  });
  it('says failed where the comparison failed', () => {
    const report = codeReport(input([{ ...unread, failures: { forkWork: failure('not-found') } }]));
    expect(shown(report, 'active-developers')).toBe('failed');
    expect(report.verdict).toBe('withheld');
  });
  it('counts what the comparison says is its own', () => {
    const own = team(6, 80);
    const work = { since: 0, complete: true, commits: own, aheadBy: own.length };
    const all = { since: T - 400 * DAY_S, complete: true, commits: [...own, ...team(6, 57, 0, 'parent')] };
    const facts = { ...unread, forkWork: read(work, '/repos/a/b/compare/p:main...main'), commits: read(all) };
    const report = codeReport(input([facts]));
    expect(shown(report, 'active-developers')).toBe(6);
    expect(shown(report, 'peak-developers')).toBe(6);
    expect(shown(report, 'original-share')).toBeCloseTo(0.5, 1);
    expect(report.verdict).toBe('steady');
  });
});

describe('codeReport with a snapshot', () => {
  const before = (weeks: number, commits: CommitFact[]): SnapshotCode =>
    codeFacts({
      commits: [commits],
      heads: [{ repo: 'a/b', commit: 'f'.repeat(40) }],
      asOf: T - weeks * WEEK_S + DAY_S,
      releases: [T - 40 * DAY_S, T - 80 * DAY_S, T - 120 * DAY_S],
    });
  const untouched = noFacts('a/b');

  it('gives the snapshot’s figures with its date where nothing was read', () => {
    const snapshot = before(1, healthy);
    const report = codeReport(input([untouched], { snapshot }));
    expect(report).toMatchObject({ verdict: 'steady', source: 'snapshot', asOf: snapshot.asOf, confidence: 2 });
    expect(signal(report, 'active-developers')).toMatchObject({ value: 12, source: 'snapshot', asOf: snapshot.asOf });
    expect(signal(report, 'active-developers')?.evidence[0]?.url).toBe(
      `https://github.com/a/b/commit/${'f'.repeat(40)}`,
    );
    expect(report.repos[0]?.state).toBe('snapshot');
    expect(report.series).toEqual(snapshot.series);
  });

  it('gives the same figures as the live commits from which it was made', () => {
    const now = (T + DAY_S) * 1000;
    const snapshot = before(0, healthy);
    const facts = wholeHistory(healthy, { releases: null });
    facts.commits = read({ since: 0, complete: true, commits: healthy }, '/repos/a/b/commits', now);
    const old = codeReport(input([untouched], { snapshot, now }));
    const live = codeReport(input([facts], { now }));
    for (const id of CODE_SIGNAL_IDS) {
      const [a, b] = [signal(old, id), signal(live, id)];
      const both = a?.value != null && b?.value != null && !['days-since-commit', 'coverage'].includes(id);
      if (both) expect([id, Number(a?.value).toFixed(3)]).toEqual([id, Number(b?.value).toFixed(3)]);
    }
    expect(signal(old, 'top-author-share')?.value).not.toBeNull();
  });

  it('is less sure of it after a week', () => {
    const fresh = codeReport(input([untouched], { snapshot: before(0, healthy) }));
    expect(fresh.confidence).toBe(3);
    expect(codeReport(input([untouched], { snapshot: before(2, healthy) })).confidence).toBe(2);
  });

  it('is replaced by live figures', () => {
    const report = codeReport(input([repo('a/b')], { snapshot: before(20, team(30, 150)) }));
    expect(signal(report, 'active-developers')).toMatchObject({ value: 12, source: 'github' });
  });

  it('keeps the figures of what statistics can’t tell, with their own date', () => {
    const snapshot = before(1, healthy);
    const report = codeReport(input([repo('a/b')], { snapshot }));
    expect(signal(report, 'regulars')).toMatchObject({ value: snapshot.regulars, source: 'snapshot' });
  });

  it('does not hide that the repository is gone', () => {
    const gone = { ...untouched, failures: { meta: failure('not-found') } };
    const report = codeReport(input([gone], { snapshot: before(1, healthy) }));
    expect(report.verdict).toBe('gone');
    expect(signal(report, 'active-developers')?.source).toBe('snapshot');
  });

  it('builds no word from figures of two different dates', () => {
    // Live statistics failed, live participation says that the trend falls; the snapshot's people are of long ago.
    const snapshot = before(30, healthy);
    const participation = { all: [...Array(39).fill(30), ...Array(13).fill(1)], end: T };
    const facts = repo('a/b', {
      contributors: null,
      participation: read(participation, '/repos/a/b/stats/participation'),
      failures: { contributors: failure('pending') },
    });
    const report = codeReport(input([facts], { snapshot }));
    expect(signal(report, 'commit-trend')?.source).toBe('github');
    expect(signal(report, 'drawdown')?.source).toBe('snapshot');
    expect(report.verdict).toBe('withheld');
  });
});

describe('codeReport of a repository cut off at 100 authors', () => {
  const all = [...team(8, 150), ...team(12, 150, 10, 'gone')];
  const heads = [{ repo: 'a/b', commit: 'f'.repeat(40) }];
  const snapshotAt = (weeksAgo: number, repos = heads) =>
    codeFacts({ commits: [all], heads: repos, asOf: T - weeksAgo * WEEK_S + DAY_S, releases: [] });
  const cut = (since: number): RepoFacts =>
    repo('a/b', {
      contributors: read(statistics(all, true)),
      commits: read(
        { since, complete: true, commits: all.filter((c) => c.committedAt >= since) },
        '/repos/a/b/commits',
      ),
    });

  it('continues the snapshot’s series by the commits since, and is whole again', () => {
    const snapshot = snapshotAt(6);
    const report = codeReport(input([cut(commitsSince(NOW, snapshot))], { snapshot }));
    const whole = codeReport(input([wholeHistory(all)]));
    for (const id of ['active-developers', 'peak-developers', 'drawdown', 'commit-trend'] as const)
      expect([id, shown(report, id)]).toEqual([id, shown(whole, id)]);
    expect(signal(report, 'drawdown')?.source).toBe('snapshot+github');
    expect(signal(report, 'drawdown')?.evidence.map((e) => e.label)).toContain('snapshot');
    expect(whole.verdict).toBe('falling sharply');
    expect(report).toMatchObject({ verdict: whole.verdict, confidence: 2 });
    expect(report.series?.developers.slice(-53)).toEqual(whole.series?.developers.slice(-53));
    expect(report.series?.commits.slice(-53)).toEqual(whole.series?.commits.slice(-53));
  });

  it.each([
    ['there is none', null],
    ['it is of other repositories', snapshotAt(1, [{ repo: 'a/z', commit: 'f'.repeat(40) }])],
    ['it has more repositories', snapshotAt(1, [...heads, { repo: 'a/z', commit: 'e'.repeat(40) }])],
    ['it ends longer ago than commits were read', snapshotAt(12)],
  ])('does not continue the snapshot where %s', (_case, snapshot) => {
    const report = codeReport(input([cut(T - 28 * DAY_S)], { snapshot }));
    expect(shown(report, 'active-developers')).toBe(8);
    expect(signal(report, 'drawdown')?.source).not.toBe('snapshot+github');
    expect(report.verdict).toBe('withheld');
  });

  it('is made whole by commit pages that reach back far enough', () => {
    const report = codeReport(input([cut(T - 400 * DAY_S)]));
    expect(report.verdict).toBe('falling sharply');
    expect(shown(report, 'developers-left')).toBe('cut-off');
  });
});

describe('codeReport of several repositories', () => {
  const cutOff = repo('a/c', { contributors: read(statistics(healthy, true)) });
  const failed = { ...repo('a/c', { contributors: null }), failures: { contributors: failure('timeout') } };
  const snapshot = codeFacts({
    commits: [team(30, 150)],
    heads: ['a/b', 'a/c'].map((name) => ({ repo: name, commit: 'f'.repeat(40) })),
    asOf: T + DAY_S,
    releases: [],
  });

  it('gives no figure on people where one of them is cut off: the other alone would mislead', () => {
    expect(shown(codeReport(input([repo('a/b'), cutOff])), 'active-developers')).toBe('cut-off');
  });
  it('shows the part that was read where nothing better is known, and withholds the verdict', () => {
    const report = codeReport(input([repo('a/b'), failed]));
    expect(shown(report, 'active-developers')).toBe(12);
    expect(report).toMatchObject({ verdict: 'withheld', confidence: 2 });
  });
  it('prefers the snapshot’s whole to a live part', () => {
    const report = codeReport(input([repo('a/b'), failed], { snapshot }));
    expect(signal(report, 'active-developers')).toMatchObject({ value: 30, source: 'snapshot' });
  });
  it('does not let an old figure stand where live data says that there are too few', () => {
    const few = repo('a/b', { contributors: read(statistics(team(1, 10, 0, 'few'))) });
    const report = codeReport(input([few], { snapshot }));
    expect(shown(report, 'absence-factor')).toBe('too-few');
    expect(shown(report, 'drawdown')).toBe('too-few');
  });
  it('is not archived where one is and the other’s record was not read', () => {
    const archived = repo('a/b', { meta: read(meta({ archived: true })) });
    const report = codeReport(input([archived, { ...failed, meta: null }]));
    expect(shown(report, 'state')).not.toBe('archived');
  });
  it('reads the trend of a cut-off repository beside a gone one', () => {
    const participation = { all: Array(52).fill(10), end: T };
    const cut = { ...cutOff, participation: read(participation, '/repos/a/c/stats/participation') };
    const gone = { ...noFacts('a/d'), failures: { meta: failure('not-found') } };
    expect(shown(codeReport(input([cut, gone])), 'commit-trend')).toBe(1);
  });
  it('takes the newer of a commit in one and a week in the other', () => {
    const quiet = { ...wholeHistory([commit('a', 100)]), repo: 'a/d' };
    const busy = signal(codeReport(input([repo('a/b'), quiet])), 'days-since-commit');
    expect(busy).toMatchObject({ value: (NOW / 1000 - T) / DAY_S, inputs: { precision: 'week' } });
    const exact = signal(codeReport(input([wholeHistory([commit('a', 1)])])), 'days-since-commit');
    expect(exact).toMatchObject({ value: (NOW / 1000 - T) / DAY_S + 1, inputs: { precision: 'commit' } });
  });
  it('knows an empty repository from the snapshot', () => {
    const nothing = codeFacts({ commits: [], heads: [], asOf: T + DAY_S, releases: [] });
    const report = codeReport(input([noFacts('a/b')], { snapshot: nothing }));
    expect(shown(report, 'state')).toBe('empty');
    expect(shown(report, 'days-since-commit')).toBe('not-applicable');
  });
  it('takes a snapshot without a peak for a young project', () => {
    const recent = codeFacts({ commits: [team(9, 30)], heads: [], asOf: T + DAY_S, releases: [], createdAt: 1e9 });
    expect(shown(codeReport(input([noFacts('a/b')], { snapshot: recent })), 'drawdown')).toBe('too-young');
  });
});

describe('T of a report', () => {
  const week = WEEK_S * 1000;
  const weekly = (readAt: number) => read(statistics(healthy), '/repos/a/b/stats/contributors', readAt);
  const window = (since: number) =>
    read({ since, complete: true, commits: healthy.filter((c) => c.committedAt >= since) });
  const endOf = (repos: RepoFacts[]) => signal(codeReport(input(repos)), 'active-developers')?.to;

  it('is the Sunday before now where everything was just read', () => {
    expect(endOf([repo('a/b')])).toBe(T * 1000);
  });
  it('is the Sunday before the oldest statistics, for all repositories', () => {
    const repos = [repo('a/b'), repo('a/c', { contributors: weekly(NOW - week) })];
    expect(endOf(repos)).toBe(T * 1000 - week);
    expect(shown(codeReport(input(repos)), 'active-developers')).toBe(12);
  });
  it('keeps last week’s peak where only commits are newer', () => {
    const mixed = repo('a/b', { contributors: weekly(NOW - week), commits: window(T - 91 * DAY_S) });
    expect(endOf([mixed])).toBe(T * 1000 - week);
    expect(shown(codeReport(input([mixed])), 'peak-developers')).toBe(12);
  });
  it('goes by newer commits where they reach back over the peak', () => {
    const mixed = repo('a/b', { contributors: weekly(NOW - week), commits: window(T - 400 * DAY_S) });
    expect(endOf([mixed])).toBe(T * 1000);
    expect(shown(codeReport(input([mixed])), 'peak-developers')).toBe(12);
  });
  it('is not held back by a repository that is gone', () => {
    const gone = repo('a/c', { contributors: weekly(NOW - 9 * week), failures: { meta: failure('not-found') } });
    expect(endOf([repo('a/b'), gone])).toBe(T * 1000);
    expect(signal(codeReport(input([repo('a/b'), gone])), 'coverage')).toMatchObject({ value: 0.5 });
  });
});

describe('commitsSince', () => {
  const snapshot = (weeksAgo: number) => ({ weekEnd: T - weeksAgo * WEEK_S }) as SnapshotCode;
  it.each<[string, SnapshotCode | null, number]>([
    ['no snapshot', null, 28],
    ['one that ends at T', snapshot(0), 28],
    ['one that ends a week before', snapshot(1), 28],
    ['one that ends five weeks before', snapshot(5), 56],
    ['one that ends 13 weeks before', snapshot(13), 28 + 84],
    ['one that ends 14 weeks before, too far', snapshot(14), 28],
  ])('with %s asks from %s', (_case, known, days) => {
    expect((T - commitsSince(NOW, known)) / DAY_S).toBe(days);
  });
});
