/**
 * Builds the shipped snapshot.
 *   node lib/tools/snapshot/build.ts --mirror <folder of owner+name> [--out public/data/snapshot.json] [--cache <folder>]
 *     [--registry public/data/registry.json] [--only id,id] [--fresh]
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parseSnapshot } from '../../domain/snapshot/decode.ts';
import { encodeSnapshot } from '../../domain/snapshot/encode.ts';
import { inputKey, projectFromGit } from './from-git.ts';
import { GREW_OUT_OF, listedProjects } from './projects.ts';
import { runJobs, writeWhole } from './run.ts';
import { readRegistry } from './sectors.ts';

const { values } = parseArgs({
  options: {
    mirror: { type: 'string' },
    out: { type: 'string', default: 'public/data/snapshot.json' },
    cache: { type: 'string' },
    registry: { type: 'string', default: 'public/data/registry.json' },
    only: { type: 'string' },
    fresh: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const mirror = values.mirror;
  if (!mirror) throw new Error('--mirror: which folder holds the bare git directories?');
  const known = new Map(readRegistry(values.registry).map((project) => [project.id, project]));
  const only = values.only ? new Set(values.only.split(',')) : undefined;
  const listed = listedProjects().filter((source) => !only || only.has(source.id));
  const sources = listed.filter((source) => known.has(source.id));
  for (const { id } of listed.filter((source) => !known.has(source.id))) say(`not in the registry, left out: ${id}`);
  const jobs = sources.map((source) => {
    const project = { ...source, sectors: known.get(source.id)?.sectors ?? [], grewOutOf: GREW_OUT_OF, mirror };
    return { id: source.id, key: () => inputKey(project), run: () => projectFromGit(project) };
  });
  const cacheDir = values.fresh ? undefined : values.cache;
  const outcomes = await runJobs(jobs, { cacheDir, parallel: 2, now: Date.now, report: say });
  const projects = [...outcomes.values()].flatMap((outcome) => outcome.project ?? []);
  const text = encodeSnapshot({ origin: 'git', projects });
  const checked = parseSnapshot(text, Date.now());
  if (!checked.ok) throw new Error(`the result does not pass its own check: ${checked.failure.detail}`);
  mkdirSync(dirname(values.out), { recursive: true });
  writeWhole(values.out, text);
  const sectors = new Set(projects.flatMap((project) => project.sectors));
  const size = gzipSync(readFileSync(values.out), { level: 9 }).length;
  say(`${projects.length} projects in ${sectors.size} sectors, ${text.length} bytes, ${size} gzipped: ${values.out}`);
  for (const [id, outcome] of outcomes) if (outcome.reason) say(`left out: ${id}: ${outcome.reason}`);
}

await main();
