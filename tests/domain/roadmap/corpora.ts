/** The labelled roadmaps: our own, those held out while the parser was written, and real files where they lie beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf, parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';
import { emptyTally, type Label, measure, readAnnotated, type Tally } from './measure.ts';

const OWN = join(import.meta.dirname, '../../fixtures/roadmaps');
const SHARED = join(import.meta.dirname, '../../../../shared/data/roadmaps');
export const hasShared = existsSync(SHARED);

/** `held`: only those that were written after the parser and never looked at for it. */
export function ownTally(held: boolean): Tally {
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

/** Real files with labels made by hand; only where `hasShared`. */
export function sharedTally(folder = SHARED): Tally {
  const tally = emptyTally();
  for (const file of readdirSync(folder).filter((n) => n.endsWith('.labels.json'))) {
    const name = file.replace('.labels.json', '');
    const labels = JSON.parse(readFileSync(join(folder, file), 'utf8')) as SharedLabels;
    const parsed = parseRoadmap(readFileSync(join(folder, name), 'utf8'), kindOf(name) ?? 'markdown');
    const list = labels.items.map(({ line, status, date, stages }) => ({ line, status, stages, ...date }));
    measure(name.slice(0, 24), list, parsed.ok ? parsed.value.items : [], tally, doubted(labels.doubts ?? []));
  }
  return tally;
}
