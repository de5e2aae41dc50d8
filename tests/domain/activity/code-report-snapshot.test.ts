import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import { noFacts } from '../../../lib/domain/activity/repo-facts.ts';
import { commitsSince } from '../../../lib/domain/activity/series.ts';
import { CODE_SIGNAL_IDS } from '../../../lib/domain/signal.ts';
import { codeFacts } from '../../../lib/domain/snapshot/code-facts.ts';
import type { SnapshotCode } from '../../../lib/domain/snapshot/format.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';
import { healthy, repo, signal, team } from './code-report-kit.ts';
import { failure, input, NOW, read, T, wholeHistory } from './facts.ts';

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

  it('keeps the age of its figures where the repository is gone since: only that was read just now', () => {
    const snapshot = before(20, healthy);
    const gone = noFacts('a/b');
    gone.failures.meta = failure('not-found');
    const report = codeReport(input([gone], { snapshot }));
    expect(signal(report, 'state')).toMatchObject({ value: 'gone', asOf: NOW });
    expect(report).toMatchObject({ verdict: 'gone', source: 'snapshot', asOf: snapshot.asOf });
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
