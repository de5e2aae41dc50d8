import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import {
  isStableRelease,
  isStableVersion,
  median,
  releaseDays,
  releaseRhythm,
} from '../../../lib/domain/activity/releases.ts';
import type { ReleaseFact, TagFact } from '../../../lib/domain/activity/repo-facts.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { commit, input, NOW, read, wholeHistory } from './facts.ts';

const DAY_MS = DAY_S * 1000;
const release = (tag: string, daysAgo: number, more: Partial<ReleaseFact> = {}): ReleaseFact => ({
  tag,
  at: NOW - daysAgo * DAY_MS,
  prerelease: false,
  draft: false,
  ...more,
});
const tag = (name: string, daysAgo: number | null): TagFact => ({
  name,
  sha: name,
  at: daysAgo === null ? null : NOW - daysAgo * DAY_MS,
});

describe('isStableVersion', () => {
  it.each(['1.2.3', 'v1.2.3', 'v1.2', 'geth-1.14.2', 'libp2p-core-v0.43.2', 'v1.2.3+build.5', 'v1.2.3.4'])(
    'is true of %s',
    (name) => expect(isStableVersion(name)).toBe(true),
  );
  it.each([
    'v1.2.3-rc.1',
    'v1.2.3-testnet',
    'v2.0.0-beta',
    '1.0.0-alpha.2',
    'testnet-1.2.3',
    'nightly',
    'latest',
    'v1',
  ])('is false of %s', (name) => expect(isStableVersion(name)).toBe(false));
});

describe('isStableRelease', () => {
  it.each<[ReleaseFact, boolean]>([
    [release('v1.0.0', 1), true],
    [release('Andromeda', 1), true],
    [release('v1.0.0', 1, { prerelease: true }), false],
    [release('v1.0.0', 1, { draft: true }), false],
    [release('v1.0.0-rc1', 1), false],
    [release('devnet-4', 1), false],
  ])('of %j is %s', (fact, stable) => {
    expect(isStableRelease(fact)).toBe(stable);
  });
});

describe('releaseDays', () => {
  it('merges releases of one day, newest first', () => {
    const days = releaseDays([release('v1.0.0', 9), release('v1.0.1', 9.2), release('v1.1.0', 2)], [], NOW);
    expect(days.map((day) => (NOW / 1000 - day) / DAY_S)).toEqual([2, 9, 10]);
    expect(releaseDays([release('v1.0.0', 9), release('v1.0.1', 8.8)], [], NOW)).toHaveLength(1);
  });
  it('takes dated version tags only where no release is stable', () => {
    const tags = [tag('v1.0.0', 5), tag('v1.1.0-rc.1', 3), tag('v1.2.0', null)];
    expect(releaseDays([release('v2.0.0-rc.1', 1)], tags, NOW)).toEqual([NOW / 1000 - 5 * DAY_S]);
    expect(releaseDays([release('v2.0.0', 1)], tags, NOW)).toEqual([NOW / 1000 - DAY_S]);
  });
  it('leaves out what lies after the end', () => {
    expect(releaseDays([release('v1.0.0', -1)], [], NOW)).toEqual([]);
  });
});

describe('releaseRhythm', () => {
  const at = NOW / 1000;
  const daysAgo = (...ago: number[]) => ago.map((n) => at - n * DAY_S);
  it.each<[number[], ReturnType<typeof releaseRhythm>]>([
    [[], { daysSince: null, gap: null, late: null }],
    [[5, 10], { daysSince: 5, gap: null, late: null }],
    [[5, 15, 35], { daysSince: 5, gap: 15, late: false }],
    [[91, 101, 111], { daysSince: 91, gap: 10, late: true }],
    [[90, 100, 110], { daysSince: 90, gap: 10, late: false }],
    [[120, 160, 200], { daysSince: 120, gap: 40, late: false }],
    [[5, 15, 730], { daysSince: 5, gap: null, late: null }],
    [[5, 15, 729], { daysSince: 5, gap: 362, late: false }],
  ])('of releases %j days ago', (ago, rhythm) => {
    expect(releaseRhythm(daysAgo(...ago), at)).toEqual(rhythm);
  });
  it('uses the last ten gaps alone', () => {
    const recent = Array.from({ length: 11 }, (_, i) => i * 7);
    const old = Array.from({ length: 12 }, (_, i) => 110 + i * 40);
    expect(releaseRhythm(daysAgo(...recent, ...old), at).gap).toBe(7);
  });
});

describe('median', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 5], 5],
  ])('of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('days-since-release in codeReport', () => {
  const one = (more: Parameters<typeof wholeHistory>[1]) =>
    codeReport(input([wholeHistory([commit('a', 3)], more)])).signals.find((s) => s.id === 'days-since-release');
  it('is not applicable where there is no release and no tag', () => {
    expect(one({ releases: read([]), tags: read([]) })?.unknown).toBe('not-applicable');
  });
  it('is unknown for want of dates where only undated tags exist', () => {
    expect(one({ releases: read([]), tags: read([tag('v1.0.0', null)]) })?.unknown).toBe('needs-commits');
  });
  it('dates a tag by its commit where that was read', () => {
    const head = commit('a', 3);
    const facts = wholeHistory([head], {
      releases: read([]),
      tags: read([{ name: 'v1.0.0', sha: head.sha, at: null }]),
    });
    const signal = codeReport(input([facts])).signals.find((s) => s.id === 'days-since-release');
    expect(signal?.value).toBe(7);
  });
  it('is not read where releases were not asked for, never 0', () => {
    expect(one({ releases: null })).toMatchObject({ value: null, unknown: 'not-read' });
  });
});
