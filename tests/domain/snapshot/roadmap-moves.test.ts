import { describe, expect, it } from 'vitest';
import { roadmapFromSnapshot } from '../../../lib/domain/roadmap/from-snapshot.ts';
import type { SnapshotMove, SnapshotRoadmap } from '../../../lib/domain/snapshot/format.ts';
import { COMMIT } from './samples.ts';

const move = (since: string, days: number): SnapshotMove => ({
  kind: 'moved-later',
  days,
  before: { end: '2026-09-30', status: 'planned' },
  after: { end: '2026-12-31', status: 'planned' },
  since,
  seenOn: '2026-06-01',
  commit: COMMIT,
});
const known = (comparedTo: string[], moves: SnapshotMove[]): SnapshotRoadmap => ({
  repo: 'a/b',
  path: 'ROADMAP.md',
  commit: COMMIT,
  commitDate: '2026-06-01',
  removedOn: null,
  versions: 4,
  firstDate: '2025-01-01',
  itemsChangedOn: '2026-06-01',
  items: Array.from({ length: 5 }, (_, i) => ({
    status: 'planned' as const,
    start: '2026-10-01',
    end: '2026-12-31',
    precision: 'quarter' as const,
    stages: [],
    line: i + 1,
  })),
  moves,
  comparedTo,
});
const context = {
  now: Date.UTC(2026, 7, 1),
  live: false,
  readAt: Date.UTC(2026, 6, 1),
  repos: ['a/b'],
  releases: null,
};
const figure = (roadmap: SnapshotRoadmap, id: string) =>
  roadmapFromSnapshot(roadmap, context).signals.find((signal) => signal.id === id)?.value;

describe('roadmapFromSnapshot', () => {
  it('counts moves against the oldest compared version only', () => {
    const five = (since: string) => Array.from({ length: 5 }, () => move(since, 92));
    const roadmap = known(['2026-02-01', '2025-06-01'], [...five('2026-02-01'), ...five('2025-06-01')]);
    expect(figure(roadmap, 'moved-items')).toBe(5);
    expect(figure(roadmap, 'dates-kept')).toBeCloseTo(1 - 92 / 180);
  });

  it('says nothing about dates kept between versions less than 90 days apart', () => {
    const roadmap = known(
      ['2026-04-15'],
      Array.from({ length: 5 }, () => move('2026-04-15', 92)),
    );
    expect(figure(roadmap, 'dates-kept')).toBeNull();
  });
});
