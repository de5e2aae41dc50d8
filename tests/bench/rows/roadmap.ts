/** Rows of the roadmap parser: how right it reads labelled files, and what a large file costs the background (files are never parsed on a page). */
import { parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';
import { hasShared, ownTally, sharedTally } from '../../domain/roadmap/corpora.ts';
import { figures, type Tally } from '../../domain/roadmap/measure.ts';
import type { NodeRow, Outcome } from '../framework.ts';

/** The aims of the roadmap issue. */
const AIMS = { items: 0.9, dates: 0.95, statuses: 0.95, stages: 0.85 } as const;
const two = (n: number) => n.toFixed(2);

function judged(tally: Tally): Outcome {
  const f = figures(tally);
  const met = (Object.keys(AIMS) as (keyof typeof AIMS)[]).every((key) => f[key] >= AIMS[key]);
  const items = `items F1 ${two(f.items)} (precision ${two(f.itemPrecision)}, recall ${two(f.itemRecall)})`;
  const rest = `of these dates ${two(f.dates)}, states ${two(f.statuses)}, stages ${two(f.stages)}`;
  return { value: `${items}; ${rest}`, met, note: `${tally.hit + tally.missed} labelled items` };
}

const GOAL = `items F1 ≥ ${two(AIMS.items)}; right dates and states ≥ ${two(AIMS.dates)}, stages F1 ≥ ${two(AIMS.stages)}`;
const corpus = (figure: string, tally: () => Tally): NodeRow => ({
  figure: `roadmap parser, ${figure}`,
  goal: GOAL,
  in: 'node',
  run: async () => judged(tally()),
});

/** Lines as real files have them: a heading every fifty, a link in each. */
function roadmapOf(characters: number): string {
  const lines = ['# Roadmap', ''];
  for (let i = 0, length = 0; length < characters; i++) {
    if (i % 50 === 0) lines.push('', `## Phase ${i / 50}`, '');
    const line = `- [ ] Build part ${i} of the bridge (Q${1 + (i % 4)} 2026), see [the issue](https://github.com/o/r/issues/${i})`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}
function leastMs(text: string, repeat: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < Math.max(3, Math.min(repeat, 5)); i++) {
    const from = performance.now();
    parseRoadmap(text, 'markdown');
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const megabyte: NodeRow = {
  figure: 'roadmap file of 1 MB, in the background worker',
  goal: '≤ 4,000 ms, nothing on a page',
  in: 'node',
  async run(repeat) {
    const ms = leastMs(roadmapOf(1_000_000), repeat);
    return { value: `${ms.toFixed(0)} ms`, met: ms <= 4000 };
  },
};
const growth: NodeRow = {
  figure: 'roadmap file: work for 4 times the text',
  goal: '≤ 5 times',
  in: 'node',
  async run(repeat) {
    const value = leastMs(roadmapOf(1_000_000), repeat) / leastMs(roadmapOf(250_000), repeat);
    return { value: `${value.toFixed(1)} times`, met: value <= 5 };
  },
};

const real: NodeRow = hasShared
  ? corpus('real files labelled by hand', sharedTally)
  : {
      ...{ figure: 'roadmap parser, real files labelled by hand', goal: GOAL, in: 'node' },
      run: async () => ({ value: 'left out: the files are not at hand', met: null }),
    };

export const rows: NodeRow[] = [
  real,
  corpus('own files', () => ownTally(false)),
  corpus('own files held out', () => ownTally(true)),
  megabyte,
  growth,
];
