/** Snapshots made up for tests, by hand and by fast-check. */
import fc from 'fast-check';
import { weekFloor } from '../../../lib/domain/activity/weeks.ts';
import { peakOf } from '../../../lib/domain/snapshot/code-facts.ts';
import type { Snapshot, SnapshotCode, SnapshotProject, SnapshotRoadmap } from '../../../lib/domain/snapshot/format.ts';
import { DAY_MS, DAY_S, WEEK_S } from '../../../lib/domain/time.ts';

/** 2026-08-20, a Thursday. */
export const AS_OF = Date.UTC(2026, 7, 20) / 1000;
export const COMMIT = 'a'.repeat(40);

/** A project with `weeks` of equal activity unless told otherwise. */
export function sampleCode(
  more: Partial<SnapshotCode> & { developers?: (number | null)[]; commits?: (number | null)[] } = {},
) {
  const { developers = new Array<number>(60).fill(6), commits, ...rest } = more;
  const asOf = rest.asOf ?? AS_OF * 1000;
  const weekEnd = weekFloor(asOf / 1000);
  const firstWeek = weekEnd - developers.length * WEEK_S;
  const firstCommitAt = rest.firstCommitAt === undefined ? firstWeek : rest.firstCommitAt;
  const code: SnapshotCode = {
    asOf,
    weekEnd,
    heads: [{ repo: 'owner/name', commit: COMMIT }],
    series: { firstWeek, developers, commits: commits ?? developers.map((n) => (n === null ? null : n * 3)) },
    firstCommitAt,
    lastCommitAt: weekEnd - DAY_S,
    commitsTotal: 400,
    active: developers.at(-1) ?? 0,
    peak: peakOf(developers, firstCommitAt, weekEnd),
    regulars: 1,
    oneDay: 2,
    established: null,
    newcomers: null,
    joined: 1,
    left: 0,
    leftBase: 5,
    absenceFactor: 2,
    topShare: 0.4,
    commits365: 300,
    commits90: 60,
    c13: 61,
    prev3: 80,
    integrity: null,
    releases: ['2026-07-01'],
    createdAt: null,
    archived: null,
    fork: null,
    ...rest,
  };
  return code;
}

export function sampleProject(id: string, code = sampleCode(), sectors = ['l1']): SnapshotProject {
  return { id, sectors, code };
}

export function sampleSnapshot(projects: SnapshotProject[]): Snapshot {
  const asOf = projects.reduce((newest, project) => Math.max(newest, project.code.asOf), 0);
  return { version: 1, origin: 'git', asOf, projects };
}

const count = fc.nat({ max: 99_999 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const share = fc.nat({ max: 10_000 }).map((n) => n / 10_000);
const hex = fc.stringMatching(/^[0-9a-f]{40}$/);
const repo = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}\/[A-Za-z][A-Za-z0-9._-]{0,8}$/);
const day = fc.nat({ max: 20_000 }).map((n) => new Date(n * DAY_MS).toISOString().slice(0, 10));
const status = fc.constantFrom('done', 'in_progress', 'planned', 'delayed', 'dropped', 'unknown' as const);

const roadmap: fc.Arbitrary<SnapshotRoadmap> = fc.record({
  repo,
  path: fc.constantFrom('ROADMAP.md', 'docs/roadmap/路线图.md'),
  commit: hex,
  commitDate: day,
  removedOn: maybe(day),
  versions: count,
  firstDate: day,
  itemsChangedOn: maybe(day),
  items: fc.array(
    fc.record({
      status,
      start: maybe(day),
      end: maybe(day),
      precision: fc.constantFrom('quarter', 'none' as const),
      stages: fc.constantFrom([], ['test' as const], ['audit' as const, 'launch' as const]),
      line: count,
    }),
    { maxLength: 3 },
  ),
  moves: fc.array(
    fc.record({
      kind: fc.constantFrom('moved-later', 'removed' as const),
      days: maybe(fc.integer({ min: -900, max: 900 })),
      before: maybe(fc.record({ end: maybe(day), status })),
      after: maybe(fc.record({ end: maybe(day), status })),
      since: day,
      seenOn: day,
      commit: hex,
    }),
    { maxLength: 3 },
  ),
  comparedTo: fc.array(day, { maxLength: 3 }),
});

const code: fc.Arbitrary<SnapshotCode> = fc
  .record({
    asOf: fc.integer({ min: 1_300_000_000, max: 1_900_000_000 }).map((s) => s * 1000),
    weeks: fc.array(fc.tuple(maybe(count), maybe(count)), { minLength: 1, maxLength: 156 }),
    last: fc.tuple(count, count),
    heads: fc.array(fc.record({ repo, commit: hex }), { minLength: 1, maxLength: 3 }),
    firstCommitAt: maybe(fc.integer({ min: 1_200_000_000, max: 1_900_000_000 })),
    established: maybe(count),
    absenceFactor: maybe(count),
    topShare: maybe(share),
    thirds: count,
    releases: fc.uniqueArray(day, { maxLength: 20 }),
    archived: maybe(fc.boolean()),
    integrity: maybe(
      fc.record({
        n: count,
        empty: share,
        bot: share,
        sameMessage: maybe(share),
        topDay: share,
        backdated: share,
        singleCommitAuthors: maybe(share),
      }),
    ),
  })
  .map(({ weeks, last, thirds, ...rest }) =>
    sampleCode({
      ...rest,
      prev3: thirds / 3,
      developers: [...weeks.map((week) => week[0]), last[0]],
      commits: [...weeks.map((week) => week[1]), last[1]],
    }),
  );

/** Any snapshot that the format can hold. */
export const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
      sectors: fc.uniqueArray(fc.constantFrom('l1', 'l2', 'da'), { maxLength: 3 }),
      code,
      roadmap: fc.option(maybe(roadmap), { nil: undefined }),
    }),
    { selector: (project) => project.id, maxLength: 5 },
  )
  .map((projects) =>
    sampleSnapshot(
      projects
        .map(({ roadmap, ...project }) => (roadmap === undefined ? project : { ...project, roadmap }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  );
