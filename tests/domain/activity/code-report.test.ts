/** The report where repositories are forks, gone, pending, cut off, mixed, or known from the snapshot alone. */
import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import { noFacts, type RepoFacts } from '../../../lib/domain/activity/repo-facts.ts';
import { CODE_SIGNAL_IDS } from '../../../lib/domain/signal.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { healthy, repo, shown, signal, statistics, team } from './code-report-kit.ts';
import { failure, input, meta, NOW, read, T, wholeHistory } from './facts.ts';

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
