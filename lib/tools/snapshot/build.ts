/**
 * Builds the shipped snapshot.
 *   node lib/tools/snapshot/build.ts (--mirror <folder of owner+name> | --github) [--out public/data/snapshot.json]
 *     [--cache <folder>] [--registry public/data/registry.json] [--only id,id] [--fresh] [--keep <file>] [--roadmaps]
 * --mirror reads bare git directories; --github asks GitHub's API with the token in GITHUB_TOKEN.
 * --keep adds to a snapshot: its entries stay where nothing newer was computed; together with --roadmaps only the
 * roadmaps on record are read anew (all of them or those of --only), the figures on code stay as they are.
 * An interrupted run goes on where it stopped when --cache is given.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parseSnapshot } from '../../domain/snapshot/decode.ts';
import { encodeSnapshot } from '../../domain/snapshot/encode.ts';
import type { SnapshotProject } from '../../domain/snapshot/format.ts';
import { type GitProject, inputKey, projectFromGit, roadmapOnRecord } from './from-git.ts';
import { gitHubKey, projectFromGitHub } from './from-github.ts';
import { type KnownProject, withKept, withRoadmaps } from './keep.ts';
import { GREW_OUT_OF, listedProjects } from './projects.ts';
import { type Job, runJobs, writeWhole } from './run.ts';
import { readRegistry } from './sectors.ts';

const { values } = parseArgs({
  options: {
    mirror: { type: 'string' },
    github: { type: 'boolean', default: false },
    out: { type: 'string', default: 'public/data/snapshot.json' },
    cache: { type: 'string' },
    registry: { type: 'string', default: 'public/data/registry.json' },
    only: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    keep: { type: 'string' },
    roadmaps: { type: 'boolean', default: false },
  },
});

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The ways to read a project: each makes a job of it. */
function readerOf(): (project: Omit<GitProject, 'mirror'>) => Job {
  const { mirror } = values;
  if (mirror) {
    return (source) => {
      const project = { ...source, mirror };
      return { id: project.id, key: () => inputKey(project), run: () => projectFromGit(project) };
    };
  }
  const token = process.env.GITHUB_TOKEN;
  if (!values.github || !token) throw new Error('give --mirror <folder>, or --github with a token in GITHUB_TOKEN');
  const env = {
    now: Date.now,
    wait: (ms: number) => setTimeout(ms),
    fetch: (url: string, init?: RequestInit) => fetch(url, init),
  };
  const api = { env, token, report: say };
  return (source) => {
    const project = { ...source, mirror: '' };
    return { id: project.id, key: () => gitHubKey(project, api), run: () => projectFromGitHub(project, api) };
  };
}

const only = values.only ? new Set(values.only.split(',')) : undefined;

function jobsOf(known: ReadonlyMap<string, KnownProject>): Job[] {
  const listed = listedProjects().filter((source) => !only || only.has(source.id));
  for (const { id } of listed) if (!known.has(id)) say(`not in the registry, left out: ${id}`);
  const jobOf = readerOf();
  return listed
    .filter((source) => known.has(source.id))
    .map((source) => {
      const { sectors = [], roadmap } = known.get(source.id) ?? {};
      return jobOf({ ...source, sectors, grewOutOf: GREW_OUT_OF, roadmap });
    });
}

/** Entries of the snapshot that is added to; throws where it is refused. */
function keptProjects(): SnapshotProject[] {
  if (!values.keep) return [];
  const parsed = parseSnapshot(readFileSync(values.keep, 'utf8'), Date.now());
  if (!parsed.ok) throw new Error(`${values.keep}: ${parsed.failure.kind} ${parsed.failure.detail ?? ''}`);
  return parsed.value.projects;
}

async function roadmapsAnew(known: ReadonlyMap<string, KnownProject>): Promise<SnapshotProject[]> {
  const { mirror } = values;
  if (!mirror || !values.keep) throw new Error('--roadmaps needs --mirror and --keep');
  const wanted = new Map([...known].filter(([id]) => !only || only.has(id)));
  const read = (roadmap: string, asOf: number) => roadmapOnRecord({ roadmap, mirror }, asOf);
  const { projects, changed } = await withRoadmaps(withKept(keptProjects(), new Map(), known), wanted, read);
  say(`roadmaps read: ${changed.join(' ') || 'none'}`);
  return projects;
}

async function projectsComputed(known: ReadonlyMap<string, KnownProject>): Promise<SnapshotProject[]> {
  const cacheDir = values.fresh ? undefined : values.cache;
  const options = { cacheDir, parallel: values.mirror ? 2 : 1, now: Date.now, report: say };
  const outcomes = await runJobs(jobsOf(known), options);
  for (const [id, outcome] of outcomes) if (outcome.reason) say(`not computed: ${id}: ${outcome.reason}`);
  return withKept(keptProjects(), outcomes, known);
}

async function main(): Promise<void> {
  const known = new Map(readRegistry(values.registry).map((project) => [project.id, project]));
  const projects = await (values.roadmaps ? roadmapsAnew(known) : projectsComputed(known));
  const text = encodeSnapshot({ origin: values.mirror ? 'git' : 'github', projects });
  const checked = parseSnapshot(text, Date.now());
  if (!checked.ok) throw new Error(`the result does not pass its own check: ${checked.failure.detail}`);
  mkdirSync(dirname(values.out), { recursive: true });
  writeWhole(values.out, text);
  const sectors = new Set(projects.flatMap((project) => project.sectors));
  const size = gzipSync(readFileSync(values.out), { level: 9 }).length;
  say(`${projects.length} projects in ${sectors.size} sectors, ${text.length} bytes, ${size} gzipped: ${values.out}`);
}

await main();
