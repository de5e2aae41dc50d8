import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, wholeHistory } from '../../../lib/domain/activity/history.ts';
import { activeAt, commitsIn, type Ledger } from '../../../lib/domain/activity/ledger.ts';
import { noFacts } from '../../../lib/domain/activity/repo-facts.ts';
import { weekFloor } from '../../../lib/domain/activity/weeks.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';

const T = weekFloor(1_764_000_000);
const ledgerOf = (authors: [number, number][][], unit: Ledger['unit']): Ledger => ({
  unit,
  since: 0,
  authors: authors.map((buckets, i) => ({ author: `a${i}`, linked: true, buckets })),
});
/** Distinct bucket starts before T, oldest first, on days or on weeks. */
const buckets = (step: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: Math.floor((400 * DAY_S) / step) }), { maxLength: 30 })
    .chain((back) =>
      fc.tuple(
        ...back.sort((a, b) => b - a).map((n) => fc.tuple(fc.constant(T - n * step), fc.integer({ min: 1, max: 9 }))),
      ),
    );

describe('historyOf', () => {
  it.each([
    ['day', DAY_S],
    ['week', WEEK_S],
  ] as const)('returns for every week what the ledger says when it is asked for it, by %s', (unit, step) => {
    fc.assert(
      fc.property(fc.array(buckets(step), { minLength: 1, maxLength: 5 }), (authors) => {
        const ledger = ledgerOf(authors as [number, number][][], unit);
        const { firstWeek, developers, commits } = historyOf(ledger, T);
        developers.forEach((n, i) => {
          const start = firstWeek + i * WEEK_S;
          expect(n).toBe(activeAt(ledger, start + WEEK_S).length);
          expect(commits[i]).toBe(commitsIn(ledger, start, start + WEEK_S));
        });
        expect(commits.reduce((a, b) => (a ?? 0) + (b ?? 0), 0)).toBe(commitsIn(ledger, 0, T));
      }),
    );
  });
  it('returns no week when there is no commit', () => {
    expect(historyOf(ledgerOf([], 'day'), T)).toEqual({ firstWeek: T, developers: [], commits: [] });
  });
  it('starts thirty years back at the most, whatever a wrong clock says', () => {
    const series = historyOf(
      ledgerOf(
        [
          [
            [0, 1],
            [T - WEEK_S, 2],
          ],
        ],
        'week',
      ),
      T,
    );
    expect(series.developers).toHaveLength(1560);
    expect(series.commits.at(-1)).toBe(2);
  });
});

describe('wholeHistory', () => {
  const statistics = (weeks: [number, number][]) => ({
    value: {
      authors: [{ author: 'x', bot: false, linked: true, weeks }],
      cutOff: false,
      firstWeek: weeks[0]?.[0] ?? T,
      lastWeek: T - WEEK_S,
    },
    readAt: T * 1000,
    api: '/repos/a/b/stats/contributors',
  });
  const input = {
    now: T * 1000,
    failures: [],
    listed: 1,
    snapshot: null,
    hasToken: false,
    registryMirror: false,
    knownRoots: new Map(),
  };
  it('returns null when nothing was read', () => {
    expect(wholeHistory({ ...input, repos: [noFacts('a/b')] })).toBeNull();
  });
  it('returns null when one of the repositories was not read: half a history is not the whole', () => {
    const read = { ...noFacts('a/b'), contributors: statistics([[T - WEEK_S, 1]]) };
    expect(wholeHistory({ ...input, repos: [read] })).not.toBeNull();
    expect(wholeHistory({ ...input, repos: [read, noFacts('a/c')] })).toBeNull();
  });
  it('returns every week since the first commit when the statistics hold all of it', () => {
    const weeks: [number, number][] = [
      [T - 300 * WEEK_S, 4],
      [T - WEEK_S, 1],
    ];
    const repo = { ...noFacts('a/b'), contributors: statistics(weeks) };
    const series = wholeHistory({ ...input, repos: [repo] });
    expect(series?.developers).toHaveLength(300);
    expect(series?.commits[0]).toBe(4);
    expect(series?.developers.slice(0, 5)).toEqual([1, 1, 1, 1, 0]);
  });
});
