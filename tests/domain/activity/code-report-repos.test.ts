import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import { noFacts, type RepoFacts } from '../../../lib/domain/activity/repo-facts.ts';
import { commitsSince } from '../../../lib/domain/activity/series.ts';
import { codeFacts } from '../../../lib/domain/snapshot/code-facts.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';
import { healthy, repo, shown, signal, statistics, team } from './code-report-kit.ts';
import { commit, failure, input, meta, NOW, read, T, wholeHistory } from './facts.ts';

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
