/** Works through many projects: a few at a time, resumable, with progress and the time that is left. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from './from-git.ts';

export interface Job {
  id: string;
  /** Changes whenever the input does; results are kept under it. */
  key(): Promise<string>;
  run(): Promise<Outcome>;
}

export interface RunOptions {
  /** Folder of kept results; none: nothing is kept. */
  cacheDir?: string;
  /** How many at a time: each holds one history in memory. */
  parallel: number;
  /** Unix ms. */
  now(): number;
  report(line: string): void;
}

/** Result of an earlier, perhaps interrupted run. A file that can't be read is as good as none. */
function kept(path: string): Outcome | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Outcome;
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place: an interruption leaves either the old file or the new one. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  writeFileSync(part, text);
  renameSync(part, path);
}

async function outcomeOf(job: Job, cacheDir: string | undefined): Promise<{ outcome: Outcome; fresh: boolean }> {
  const path = cacheDir && join(cacheDir, `${job.id}.${await job.key()}.json`);
  const before = path ? kept(path) : undefined;
  if (before) return { outcome: before, fresh: false };
  const outcome = await job.run().catch((error: unknown): Outcome => {
    return { reason: `failed: ${error instanceof Error ? error.message : String(error)}`, notes: [], commits: 0 };
  });
  // A failure may be gone the next time: it is not kept.
  if (path && !outcome.reason?.startsWith('failed')) writeWhole(path, JSON.stringify(outcome));
  return { outcome, fresh: true };
}

/** "3 min 20 s", for people. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Runs all jobs; answers by job id. The order of the answers is that of the jobs, whatever ended first. */
export async function runJobs(jobs: Job[], options: RunOptions): Promise<Map<string, Outcome>> {
  if (options.cacheDir) mkdirSync(options.cacheDir, { recursive: true });
  const outcomes = new Array<Outcome | undefined>(jobs.length);
  const startedAt = options.now();
  let next = 0;
  let done = 0;
  let computed = 0;
  const worker = async () => {
    for (let i = next++; i < jobs.length; i = next++) {
      const job = jobs[i] as Job;
      const { outcome, fresh } = await outcomeOf(job, options.cacheDir);
      outcomes[i] = outcome;
      done += 1;
      if (fresh) computed += 1;
      const left = computed ? ((options.now() - startedAt) / computed) * (jobs.length - done) : 0;
      const what = outcome.reason ?? `${outcome.commits} commits read${fresh ? '' : ' earlier'}`;
      options.report(`[${done}/${jobs.length}] ${job.id}: ${what} · about ${duration(left)} left`);
      for (const note of outcome.notes) options.report(`    ${note}`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.parallel) }, worker));
  return new Map(jobs.map((job, i) => [job.id, outcomes[i] as Outcome]));
}
