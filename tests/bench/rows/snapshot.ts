/** Rows of the snapshot: read, checked and reduced to baselines once in a worker's life, while a first card may wait for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectorBaselines } from '../../../lib/domain/snapshot/baselines.ts';
import { parseSnapshot } from '../../../lib/domain/snapshot/decode.ts';
import type { Snapshot } from '../../../lib/domain/snapshot/format.ts';
import type { NodeRow } from '../framework.ts';

const text = () => readFileSync(join(import.meta.dirname, '../../../public/data/snapshot.json'), 'utf8');

function read(file: string): Snapshot {
  const parsed = parseSnapshot(file, 0);
  if (!parsed.ok) throw new Error(parsed.failure.detail);
  return parsed.value;
}

/** The least of some runs, each on a snapshot of its own: nothing is kept from the one before. */
function least(repeat: number, work: (file: string) => () => unknown): number {
  const file = text();
  const times = Array.from({ length: repeat }, () => {
    const run = work(file);
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function row(figure: string, goalMs: number, work: (file: string) => () => unknown): NodeRow {
  return {
    in: 'node',
    figure,
    goal: `≤ ${goalMs} ms`,
    async run(repeat) {
      const ms = least(Math.max(3, repeat), work);
      return { value: `${ms.toFixed(0)} ms`, met: ms <= goalMs, note: 'once in a worker’s life' };
    },
  };
}

export const rows: NodeRow[] = [
  row('snapshot: read and check the shipped file', 100, (file) => () => read(file)),
  row('snapshot: baselines of all sectors', 50, (file) => {
    const snapshot = read(file);
    return () => sectorBaselines(snapshot);
  }),
];
