/**
 * `npm run bench [-- --write] [-- --only scan,lens] [-- --tabs 9]`: measures, prints a table, and with `--write` puts it into README between
 * its markers. `--only` takes names of files in rows/ or words of a figure; the other lines of README then stay as they are.
 * Ratios count: L is the bare walk through the same page in the same tab. A row that can't be measured is said to be so, and the run goes on.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type BenchLine, benchTable } from '../../lib/tools/readme/bench-table.ts';
import { replaceBetween } from '../../lib/tools/readme/replace-between.ts';
import { type Browsers, createBrowsers } from './browsers.ts';
import type { BenchRow, Outcome } from './framework.ts';
import { createPrefilters } from './registry.ts';

const HERE = import.meta.dirname;
const README = join(HERE, '..', '..', 'README.md');
const MARKER = 'bench';
/** Nine fresh tabs a figure: the least of nine was stable to 15% on two noisy cores. */
const TABS = 9;
/** A row that takes longer hangs. */
const ROW_MS = 90_000;

interface Named {
  file: string;
  row: BenchRow;
}

async function loadRows(): Promise<Named[]> {
  const files = readdirSync(join(HERE, 'rows'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const modules = await Promise.all(
    files.map(async (name) => {
      const { rows } = (await import(join(HERE, 'rows', name))) as { rows: BenchRow[] };
      return rows.map((row) => ({ file: name.replace(/\.ts$/, ''), row }));
    }),
  );
  return modules.flat();
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
}

const isWanted =
  (words: string[]) =>
  ({ file, row }: Named) =>
    words.length === 0 || words.some((word) => file === word || row.figure.toLowerCase().includes(word.toLowerCase()));

async function measure(row: BenchRow, browsers: Browsers, tabs: number): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${ROW_MS / 1000} s`)), ROW_MS);
  });
  const work = async () => (row.in === 'node' ? row.run(tabs) : row.run(await browsers.context(row.in ?? 'chromium')));
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    process.exitCode = 1;
    return { value: 'not measured', met: false, note: (error as Error).message.split('\n')[0] ?? '' };
  } finally {
    clearTimeout(timer);
  }
}

async function intoReadme(figures: string[], lines: BenchLine[], machine: string): Promise<void> {
  const text = readFileSync(README, 'utf8');
  const before = text.slice(text.indexOf(`<!-- ${MARKER}:start -->`), text.indexOf(`<!-- ${MARKER}:end -->`));
  const next = replaceBetween(text, MARKER, `${machine}\n\n${benchTable(figures, lines, before)}`);
  if (next === undefined) throw new Error(`README.md has no markers for "${MARKER}"`);
  writeFileSync(README, next);
}

async function main(): Promise<void> {
  const tabs = Number(option('tabs') ?? TABS);
  const all = await loadRows();
  const wanted = all.filter(isWanted((option('only') ?? '').split(',').filter((word) => word !== '')));
  if (wanted.length === 0)
    throw new Error(`nothing is called so; there are: ${all.map(({ file }) => file).join(', ')}`);
  const browsers = createBrowsers(tabs, createPrefilters());
  const lines: BenchLine[] = [];
  let machine: string;
  try {
    for (const { row } of wanted) {
      const line = { figure: row.figure, goal: row.goal, ...(await measure(row, browsers, tabs)) };
      lines.push(line);
      console.log(benchTable([row.figure], [line], '').split('\n').at(-1));
    }
    machine = [...(await browsers.versions()), `Node ${process.versions.node}`].join(', ');
    machine = `Last run: ${machine}; ${availableParallelism()} cores, ${tabs} fresh tabs a figure.`;
  } finally {
    await browsers.close();
  }
  const figures = all.map(({ row }) => row.figure);
  console.log(`\n${machine}\n\n${benchTable(figures, lines, '')}`);
  if (process.argv.includes('--write')) await intoReadme(figures, lines, machine);
}

await main();
