import { describe, expect, it } from 'vitest';
import { hasShared, ownTally, sharedTally } from './corpora.ts';
import { figures, type Tally } from './measure.ts';

const round = (f: Record<string, number>) =>
  Object.fromEntries(Object.entries(f).map(([k, n]) => [k, Math.round(n * 1000) / 1000]));

function holds(name: string, tally: Tally): void {
  const f = figures(tally);
  console.log(name, round(f), tally.notes);
  expect(f.items).toBeGreaterThanOrEqual(0.9);
  expect(f.dates).toBeGreaterThanOrEqual(0.95);
  expect(f.statuses).toBeGreaterThanOrEqual(0.95);
  expect(f.stages).toBeGreaterThanOrEqual(0.85);
}

describe('parseRoadmap', () => {
  it.each([
    ['own roadmaps', false],
    ['own roadmaps held out', true],
  ] as const)('reads items, dates, states and stages of %s', (name, held) => holds(name, ownTally(held)));

  it.runIf(hasShared)('reads items, dates, states and stages of real files', () => holds('real files', sharedTally()));
  it.runIf(!hasShared)('names what is left out without the shared data', () => {
    console.log('left out: real roadmap files with labels');
    expect(hasShared).toBe(false);
  });
});
