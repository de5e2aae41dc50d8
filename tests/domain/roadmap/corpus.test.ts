import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOf, parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';
import { emptyTally, figures, type Label, measure, readAnnotated } from './measure.ts';

const OWN = join(import.meta.dirname, '../../fixtures/roadmaps');
const SHARED = join(import.meta.dirname, '../../../../shared/data/roadmaps');
const hasShared = existsSync(SHARED);
const round = (f: Record<string, number>) =>
  Object.fromEntries(Object.entries(f).map(([k, n]) => [k, Math.round(n * 1000) / 1000]));

function ofOwn(held: boolean) {
  const tally = emptyTally();
  for (const name of readdirSync(OWN).filter((n) => n !== 'README.md' && n.startsWith('h') === held)) {
    const { text, labels } = readAnnotated(readFileSync(join(OWN, name), 'utf8'));
    const parsed = parseRoadmap(text, kindOf(name) ?? 'markdown');
    measure(name, labels, parsed.ok ? parsed.value.items : [], tally);
  }
  return tally;
}

/** "L10-12,L20 [item?] …" → lines that are neutral. */
function doubted(doubts: string[]): Set<number> {
  const lines = new Set<number>();
  for (const doubt of doubts)
    for (const m of (doubt.split('[')[0] ?? '').matchAll(/L(\d+)(?:-L?(\d+))?/g))
      for (let l = Number(m[1]); l <= Number(m[2] ?? m[1]); l++) lines.add(l);
  return lines;
}
interface SharedLabels {
  items: {
    line: number;
    status: Label['status'];
    date: { start: string | null; end: string | null };
    stages: Label['stages'];
  }[];
  doubts?: string[];
}

describe('parseRoadmap', () => {
  it.each([
    ['own roadmaps', false],
    ['own roadmaps held out', true],
  ] as const)('reads items, dates, states and stages of %s', (name, held) => {
    const tally = ofOwn(held);
    const f = figures(tally);
    console.log(name, round(f), tally.notes);
    expect(f.items).toBeGreaterThanOrEqual(0.9);
    expect(f.dates).toBeGreaterThanOrEqual(0.95);
    expect(f.statuses).toBeGreaterThanOrEqual(0.95);
    expect(f.stages).toBeGreaterThanOrEqual(0.85);
  });

  it.runIf(hasShared)('reads items, dates, states and stages of real files', () => {
    const tally = emptyTally();
    for (const file of readdirSync(SHARED).filter((n) => n.endsWith('.labels.json'))) {
      const name = file.replace('.labels.json', '');
      const labels = JSON.parse(readFileSync(join(SHARED, file), 'utf8')) as SharedLabels;
      const parsed = parseRoadmap(readFileSync(join(SHARED, name), 'utf8'), kindOf(name) ?? 'markdown');
      const list = labels.items.map((i) => ({
        line: i.line,
        status: i.status,
        start: i.date.start,
        end: i.date.end,
        stages: i.stages,
      }));
      measure(name.slice(0, 24), list, parsed.ok ? parsed.value.items : [], tally, doubted(labels.doubts ?? []));
    }
    const f = figures(tally);
    console.log('real files', round(f), tally.notes);
    expect(f.items).toBeGreaterThanOrEqual(0.9);
    expect(f.dates).toBeGreaterThanOrEqual(0.95);
    expect(f.statuses).toBeGreaterThanOrEqual(0.95);
    expect(f.stages).toBeGreaterThanOrEqual(0.85);
  });
  it.runIf(!hasShared)('names what is left out without the shared data', () => {
    console.log('left out: real roadmap files with labels');
    expect(hasShared).toBe(false);
  });
});
