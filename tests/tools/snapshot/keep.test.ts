import { describe, expect, it } from 'vitest';
import type { SnapshotProject, SnapshotRoadmap } from '../../../lib/domain/snapshot/format.ts';
import { DAY_MS, DAY_S } from '../../../lib/domain/time.ts';
import { withKept, withRoadmaps } from '../../../lib/tools/snapshot/keep.ts';

const entry = (id: string, day: number, commitsTotal = 1, repos = [`${id}/core`]): SnapshotProject => {
  const heads = repos.map((repo) => ({ repo, commit: 'a'.repeat(40) }));
  return { id, sectors: ['l1'], code: { asOf: day * DAY_MS, commitsTotal, heads } } as unknown as SnapshotProject;
};
const known = (...ids: string[]) =>
  new Map(ids.map((id) => [id, { id, sectors: ['l2'], repos: [`${id}/core`, `${id}/more`] }]));
const plan = { path: 'ROADMAP.md' } as SnapshotRoadmap;

describe('withKept', () => {
  it('replaces an entry by what was computed from a copy as new or newer, and keeps the rest', () => {
    const kept = [entry('a', 10), entry('b', 10), entry('c', 10)];
    const outcomes = new Map([
      ['a', { project: entry('a', 10, 2) }],
      ['b', { project: entry('b', 9, 2) }],
      ['c', {}],
      ['d', { project: entry('d', 1) }],
    ]);
    const all = withKept(kept, outcomes, known('a', 'b', 'c', 'd'));
    expect(all.map(({ id, code }) => [id, code.commitsTotal])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ]);
  });

  it.each([
    ['takes what was read from one repository more', ['a/core'], ['a/core', 'a/more'], [2]],
    ['keeps what was read from more repositories', ['a/core', 'a/more'], ['a/core'], [1]],
    ['drops an entry of a repository that is not the project’s any more', ['a/old'], undefined, []],
  ])('%s', (_, before, now, totals) => {
    const outcomes = new Map(now ? [['a', { project: entry('a', 10, 2, now) }]] : []);
    const all = withKept([entry('a', 10, 1, before)], outcomes, known('a'));
    expect(all.map(({ code }) => code.commitsTotal)).toEqual(totals);
  });

  it('drops an entry whose project left the registry and takes over the sectors of the others', () => {
    const all = withKept([entry('a', 1), entry('gone', 1)], new Map(), known('a'));
    expect(all).toEqual([{ ...entry('a', 1), sectors: ['l2'] }]);
  });
});

describe('withRoadmaps', () => {
  const addresses = new Map([
    ['a', { id: 'a', sectors: [], repos: [], roadmap: 'https://github.com/a/a' }],
    ['b', { id: 'b', sectors: [], repos: [], roadmap: 'https://github.com/b/b' }],
    ['c', { id: 'c', sectors: [], repos: [] }],
  ]);
  it('puts what stands at the address into the entry and says which ones changed', async () => {
    const asked: unknown[] = [];
    const out = await withRoadmaps([entry('a', 3), entry('c', 3)], addresses, async (address, asOf) => {
      asked.push([address, asOf]);
      return plan;
    });
    expect(asked).toEqual([['https://github.com/a/a', 3 * DAY_S]]);
    expect(out.changed).toEqual(['a']);
    expect(out.projects).toEqual([{ ...entry('a', 3), roadmap: plan }, entry('c', 3)]);
  });

  it.each([
    ['nothing is at hand', undefined],
    ['nothing can be read', null],
  ])('leaves the entry as it is where %s', async (_, answer) => {
    const before = { ...entry('b', 3), roadmap: plan };
    const out = await withRoadmaps([before], addresses, async () => answer);
    expect(out).toEqual({ projects: [before], changed: [] });
  });
});
