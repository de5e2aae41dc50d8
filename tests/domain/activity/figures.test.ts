import { describe, expect, it } from 'vitest';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import { dropReason, uniqueCommits } from '../../../lib/domain/activity/commits.ts';
import * as figures from '../../../lib/domain/activity/figures.ts';
import { integrityFigure, integrityShares, patternsThatHold } from '../../../lib/domain/activity/integrity.ts';
import { ledgerOfCommits, ledgerOfWeeks, unite } from '../../../lib/domain/activity/ledger.ts';
import { lastSunday, spanDays } from '../../../lib/domain/activity/weeks.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';
import { commit, T } from './facts.ts';

describe('dropReason', () => {
  const plain = commit('a', 1);
  it.each([
    ['before T', plain, undefined],
    ['at T', { ...plain, committedAt: T }, 'after_T'],
    ['a merge', { ...plain, parents: 2 }, 'merge'],
    ['a first commit', { ...plain, parents: 0, parentTree: null }, undefined],
    ['by a bot', { ...plain, bot: true }, 'bot'],
    ['empty', { ...plain, parentTree: plain.tree }, 'empty'],
    ['of an unknown tree', { ...plain, tree: '', parentTree: '' }, undefined],
  ])('of a commit %s', (_case, fact, reason) => {
    expect(dropReason(fact, T)).toBe(reason);
  });
});

describe('uniqueCommits', () => {
  const work = { authoredAt: T - 9 * DAY_S, headline: 'h1' };
  it('counts the same SHA of two repositories once', () => {
    const a = commit('a', 3);
    expect(uniqueCommits([[a], [{ ...a }]])).toHaveLength(1);
  });
  it('counts a moved commit once: same author, authored date and headline in another repository', () => {
    const here = commit('a', 3, work);
    const there = commit('a', 2, work);
    expect(uniqueCommits([[there], [here]])).toEqual([here]);
  });
  it.each([
    ['in one repository', [[commit('a', 3, work), commit('a', 2, work)]]],
    ['by two authors', [[commit('a', 3, work)], [commit('b', 2, work)]]],
    ['with two headlines', [[commit('a', 3, work)], [commit('a', 2, { ...work, headline: 'h2' })]]],
    ['without headlines', [[commit('a', 3, { authoredAt: T })], [commit('a', 2, { authoredAt: T })]]],
  ])('keeps both of two likenesses %s', (_case, repos) => {
    expect(uniqueCommits(repos)).toHaveLength(2);
  });
});

describe('concentration', () => {
  const by = (counts: number[]) =>
    ledgerOfCommits([counts.flatMap((n, i) => Array.from({ length: n }, () => commit(`a${i}`, 5)))], T);
  it.each([
    [[10, 10], 1, 0.5],
    [[9, 11], 1, 0.55],
    [[7, 7, 6], 2, 0.35],
    [[1, 1, 1, 1, 1], 3, 0.2],
  ])('of %j needs %i authors for half', (counts, factor, topShare) => {
    expect(figures.concentration(by(counts), T)).toMatchObject({ factor, topShare });
  });
  it('is unknown without commits', () => {
    expect(figures.concentration(by([]), T)).toEqual({ factor: null, topShare: null, commits: 0 });
  });
  it('looks back 365 days, from statistics 52 whole weeks', () => {
    const days = ledgerOfCommits([[commit('a', 365), commit('a', 365.01)]], T);
    expect(figures.concentration(days, T).commits).toBe(1);
    const weeks: [number, number][] = [
      [T - 53 * WEEK_S, 5],
      [T - 52 * WEEK_S, 1],
    ];
    const statistics = ledgerOfWeeks([{ author: 'a', bot: false, linked: true, weeks }], T);
    expect(figures.concentration(statistics, T).commits).toBe(1);
  });
});

describe('turnover', () => {
  it('leaves out who was active on a single day, and counts who left and joined', () => {
    const commits = [
      ...[100, 101].map((d) => commit('gone', d)),
      ...[100, 5].map((d) => commit('stays', d)),
      ...[90.5, 4].map((d) => commit('new', d)),
      commit('once', 100),
      commit('visitor', 3),
    ];
    expect(figures.turnover(ledgerOfCommits([commits], T), T)).toEqual({ joined: 1, left: 1, base: 2 });
  });
});

describe('activeByWeek', () => {
  const at = (...daysAgo: number[]) => ledgerOfCommits([daysAgo.map((d) => commit(`a${d}`, d))], T);
  it('looks back 52 weeks and the 28 days before', () => {
    const oldest = 52 * 7 + 28;
    expect(figures.peakOf(figures.activeByWeek(at(oldest), T)).peak).toBe(1);
    expect(figures.peakOf(figures.activeByWeek(at(oldest + 1), T)).peak).toBe(0);
  });
  it('counts [T − 28 d, T)', () => {
    expect(figures.activeByWeek(at(28, 0.1), T)[0]).toBe(2);
    expect(figures.activeByWeek(at(29), T)[0]).toBe(0);
  });
  it('gives the latest week of several equal peaks, and no drawdown without anybody', () => {
    expect(figures.peakOf([1, 3, 3])).toMatchObject({ peak: 3, weeksAgo: 1 });
    expect(figures.peakOf([0, 0])).toMatchObject({ drawdown: null });
  });
});

describe('attendance', () => {
  const days = (n: number) => Array.from({ length: n }, (_, i) => commit(`a${n}`, i + 1));
  it('takes ten days in 28 for a regular and exactly one in 84 for a one-day author', () => {
    const commits = [...days(10), ...days(9), ...days(2), ...days(1), commit('b', 1), commit('b', 84)];
    expect(figures.attendance(ledgerOfCommits([commits], T), T)).toEqual({ regulars: 1, oneDay: 1 });
    expect(figures.attendance(ledgerOfCommits([[commit('b', 1), commit('b', 85)]], T), T).oneDay).toBe(1);
  });
});

describe('tenure', () => {
  it.each([
    [731, 1, 0],
    [730, 0, 0],
    [366, 0, 0],
    [365, 0, 1],
    [3, 0, 1],
  ])('of a first commit %i days ago', (daysAgo, established, newcomers) => {
    const ledger = ledgerOfCommits([[commit('a', daysAgo), commit('a', 1)]], T);
    expect(figures.tenure(ledger, T)).toEqual({ active: 1, established, newcomers });
  });
});

describe('ledgerOfWeeks', () => {
  it('leaves out the week that T begins, weeks without commits, and bots', () => {
    const weeks: [number, number][] = [
      [T - WEEK_S, 2],
      [T, 5],
    ];
    const authors = ['a', 'robot'].map((author) => ({ author, bot: author === 'robot', linked: true, weeks }));
    expect(ledgerOfWeeks(authors, T).authors).toEqual([{ author: 'a', linked: true, buckets: [[T - WEEK_S, 2]] }]);
  });
});

describe('unite', () => {
  it('adds days to the weeks of the same author', () => {
    const weeks = ledgerOfWeeks([{ author: 'a', bot: false, linked: true, weeks: [[T - WEEK_S, 2]] }], T);
    const days = ledgerOfCommits([[commit('a', 2), commit('a', 3)]], T);
    expect(unite([weeks, days])).toEqual({
      unit: 'week',
      since: 0,
      authors: [{ author: 'a', linked: true, buckets: [[T - WEEK_S, 4]] }],
    });
  });
});

describe('maintainedScore', () => {
  it.each([
    [{ archived: false, ageDays: 90, commits90: 12 }, 10],
    [{ archived: false, ageDays: 90, commits90: 100 }, 10],
    [{ archived: false, ageDays: 90, commits90: 11 }, 9],
    [{ archived: false, ageDays: 90, commits90: 0 }, 0],
    [{ archived: false, ageDays: 89, commits90: 12 }, 0],
    [{ archived: true, ageDays: 900, commits90: 12 }, 0],
  ])('of %j is %i', (facts, score) => {
    expect(figures.maintainedScore(facts)).toBe(score);
  });
});

describe('integrityShares', () => {
  const many = (n: number, more: (i: number) => Partial<CommitFact>) =>
    Array.from({ length: n }, (_, i) => commit(`a${i % 3}`, (i % 80) + 1, { headline: `h${i}`, ...more(i) }));
  it.each<[string, Partial<CommitFact>[]]>([
    ['empty', [{ tree: 't', parentTree: 't' }]],
    ['bot', [{ bot: true }]],
    ['sameMessage', [{ headline: 'same' }]],
    ['topDay', [{ committedAt: T - DAY_S, authoredAt: T - DAY_S }]],
    ['backdated', [{ authoredAt: T - 500 * DAY_S }]],
  ])('sees the pattern %s alone', (name, [change]) => {
    const shares = integrityShares([many(40, (i) => (i % 10 < 7 ? (change ?? {}) : {}))], T, false);
    expect(shares && patternsThatHold(shares)).toEqual([name]);
  });
  it('sees authors of a single commit, only where the whole history is read', () => {
    const singles = Array.from({ length: 30 }, (_, i) => commit(`s${i}`, i + 1, { headline: `h${i}` }));
    const shares = integrityShares([singles], T, true);
    expect(shares && patternsThatHold(shares)).toEqual(['singleCommitAuthors']);
    expect(integrityShares([singles], T, false)?.singleCommitAuthors).toBeNull();
  });
  it('says nothing without commits in the window', () => {
    expect(integrityShares([[commit('a', 92)]], T, true)).toBeNull();
  });
});

describe('integrityFigure', () => {
  const shares = {
    n: 20,
    empty: 0.1,
    bot: 0.6,
    sameMessage: 0.3,
    topDay: 0.4,
    backdated: 0.2,
    singleCommitAuthors: 0.6,
  };
  it.each([
    ['no share above its bound', {}, 0, 'no'],
    ['one above', { empty: 0.11 }, 1, 'no'],
    ['two above', { empty: 0.11, bot: 0.61 }, 2, 'yes'],
    ['all above', { empty: 1, bot: 1, sameMessage: 1, topDay: 1, backdated: 1, singleCommitAuthors: 1 }, 6, 'yes'],
    ['unknown ones', { sameMessage: null, singleCommitAuthors: null }, 0, 'no'],
  ])('with %s', (_case, more, count, shown) => {
    expect(integrityFigure({ ...shares, ...more })).toMatchObject({ value: count, inputs: { shown } });
  });
});

describe('lastSunday', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2025-12-28T00:00:00.000Z'],
    ['2025-12-28T00:00:00Z', '2025-12-28T00:00:00.000Z'],
    ['2025-12-27T23:59:59Z', '2025-12-21T00:00:00.000Z'],
  ])('before %s is %s', (now, sunday) => {
    expect(new Date(lastSunday(Date.parse(now)) * 1000).toISOString()).toBe(sunday);
  });
});

describe('spanDays', () => {
  it.each([
    [90, 91],
    [91, 91],
    [365, 364],
    [730, 728],
    [28, 28],
    [84, 84],
    [182, 182],
  ])('makes %i days %i in whole weeks', (days, inWeeks) => {
    expect(spanDays(days, 'week')).toBe(inWeeks);
    expect(spanDays(days, 'day')).toBe(days);
  });
});
