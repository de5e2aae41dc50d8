import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawdownOf,
  quantile,
  sectorBaselines,
  sourceGapWeeks,
  sumLine,
} from '../../../lib/domain/snapshot/baselines.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';
import { AS_OF, sampleCode, sampleProject, sampleSnapshot } from './samples.ts';

/** A project that had ten developers and has `now`. */
const fallen = (id: string, now: number, sectors = ['l2']) =>
  sampleProject(id, sampleCode({ developers: [...new Array<number>(60).fill(10), now] }), sectors);

describe('quantile', () => {
  it.each([
    [[], 0.5, null],
    [[4], 0.25, 4],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4, 5], 0.75, 4],
  ])('of %j at %d is %j', (values, q, expected) => {
    expect(quantile(values, q)).toBe(expected);
  });
});

describe('drawdownOf', () => {
  it('is unknown below five developers at the peak or 56 weeks of history, never 0', () => {
    expect(drawdownOf(sampleProject('a', sampleCode({ developers: new Array<number>(60).fill(4) })))).toBeNull();
    expect(drawdownOf(sampleProject('a', sampleCode({ developers: new Array<number>(40).fill(9) })))).toBeNull();
    expect(drawdownOf(fallen('a', 3))).toBeCloseTo(0.7);
  });
});

describe('sectorBaselines', () => {
  it('answers median, quartiles and n per sector and for all', () => {
    const projects = [fallen('a', 10), fallen('b', 8), fallen('c', 6), fallen('d', 4), fallen('e', 2, ['da'])];
    const figures = sectorBaselines(sampleSnapshot(projects));
    const l2 = figures.get('l2');
    expect(l2?.n).toBe(4);
    expect(l2?.median).toBeCloseTo(0.3);
    expect(l2?.q1).toBeCloseTo(0.15);
    expect(l2?.q3).toBeCloseTo(0.45);
    expect(figures.get('all')?.n).toBe(5);
    expect(figures.get('all')?.median).toBeCloseTo(0.4);
    expect([...figures.keys()]).toEqual(['all', 'da', 'l2']);
  });

  it('keeps the median of one or two projects to itself', () => {
    const figures = sectorBaselines(sampleSnapshot([fallen('a', 5), fallen('b', 5)]));
    expect(figures.get('l2')).toMatchObject({ median: null, q1: null, q3: null, n: 2 });
  });

  it('leaves out projects whose data are half a year older than the newest, and counts them', () => {
    const old = sampleProject('old', sampleCode({ asOf: (AS_OF - 200 * DAY_S) * 1000, firstCommitAt: 1_400_000_000 }), [
      'l2',
    ]);
    const figures = sectorBaselines(sampleSnapshot([fallen('a', 5), fallen('b', 6), fallen('c', 7), old]));
    expect(figures.get('l2')).toMatchObject({ n: 3, leftOut: 1 });
    expect(figures.get('l2')?.oldest).toBe(AS_OF * 1000);
  });

  it('withholds the figures where nearly all projects fell silent in the last four weeks', () => {
    const silent = (id: string) =>
      sampleProject(id, sampleCode({ commits: [...new Array<number>(59).fill(20), 0] }), ['l2']);
    const figures = sectorBaselines(sampleSnapshot(Array.from({ length: 9 }, (_, i) => silent(`p${i}`))));
    expect(figures.get('l2')?.gapWeeks).toHaveLength(1);
    expect(figures.get('l2')).toMatchObject({ median: null, q1: null, q3: null, n: 9 });
  });

  it('answers for an empty snapshot', () => {
    expect(sectorBaselines(sampleSnapshot([])).get('all')).toMatchObject({ n: 0, median: null, sum: null });
  });
});

describe('sourceGapWeeks', () => {
  const steady = (from = 0) =>
    sampleCode({ commits: new Array<number>(60).fill(20).map((n, i) => (i === from ? 1 : n)) }).series;

  it('names the week in which all fell silent', () => {
    const all = Array.from({ length: 8 }, () => steady(30));
    expect(sourceGapWeeks(all)).toEqual([(all[0]?.firstWeek ?? 0) + 30 * WEEK_S]);
  });

  it('names none when one in four goes on, or when fewer than eight are busy', () => {
    const some = Array.from({ length: 8 }, (_, i) => steady(i < 2 ? 10 : 30));
    expect(sourceGapWeeks(some)).toEqual([]);
    expect(sourceGapWeeks(Array.from({ length: 7 }, () => steady(30)))).toEqual([]);
  });
});

describe('sumLine', () => {
  it('ends where three quarters of the projects still have data, so that it does not fall for want of them', () => {
    const early = sampleProject('early', sampleCode({ asOf: (AS_OF - 5 * WEEK_S) * 1000 }));
    const projects = [early, ...Array.from({ length: 7 }, (_, i) => sampleProject(`p${i}`))];
    const { series, of } = sumLine(projects);
    expect(of).toBe(7);
    expect(series?.developers.at(-1)).toBe(42);
  });

  it('is never above the sum of its parts, and exact where all reach the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat({ max: 50 }), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        (all) => {
          const { series } = sumLine(all.map((developers, i) => sampleProject(`p${i}`, sampleCode({ developers }))));
          const sums = [0, 1, 2, 3, 4].map((week) => all.reduce((sum, line) => sum + (line[week] ?? 0), 0));
          expect(series?.developers).toEqual(sums);
        },
      ),
      { numRuns: 50 },
    );
  });
});
