/**
 * Fills a folder with bare git directories of the listed repositories: `node lib/tools/snapshot/mirror.ts <folder> [base address]`.
 * Commits and trees only (file contents are fetched one by one where a roadmap is read), so no quota of an API is touched.
 * Run again, it fetches only what is new. One repository after the other; a failure is reported and the rest goes on.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gitHubPlace } from '../../domain/roadmap/candidates.ts';
import { MINUTE_MS } from '../../domain/time.ts';
import { ROADMAPS } from '../registry/hand/roadmaps.ts';
import { GREW_OUT_OF, listedProjects } from './projects.ts';

const GIT_HUB = 'https://github.com';
/** A repository that takes longer is left for the next run. */
const LONGEST_MS = 20 * MINUTE_MS;

/** Runs git; answers its last words when it fails, undefined when it is done. */
function git(args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' };
    const child = spawn('git', args, { env, timeout: LONGEST_MS, stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.on('data', (text) => {
      words = `${words}${text}`.slice(-500);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : words.trim() || `ended with ${code}`));
  });
}

/** Clones beside the place and moves in when whole: an interruption leaves no half directory that looks like a whole one. */
async function clone(address: string, place: string): Promise<string | undefined> {
  const part = `${place}.part`;
  rmSync(part, { recursive: true, force: true });
  const fault = await git(['clone', '--quiet', '--bare', '--filter=blob:none', address, part]);
  if (fault === undefined) renameSync(part, place);
  return fault;
}

/** Fetches what is new. A default branch that was renamed leaves HEAD pointing nowhere: then the copy is made anew. */
async function update(address: string, place: string): Promise<string | undefined> {
  const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
  const fault = await git(['--git-dir', place, 'fetch', '--quiet', '--prune', '--filter=blob:none', address, ...refs]);
  if (fault !== undefined) return fault;
  if ((await git(['--git-dir', place, 'rev-parse', '--verify', '--quiet', 'HEAD'])) === undefined) return undefined;
  rmSync(place, { recursive: true, force: true });
  return clone(address, place);
}

/** Brings one repository up to date; answers what went wrong. HEAD's time says when the copy was last complete. */
export async function mirrorRepo(repo: string, folder: string, base: string): Promise<string | undefined> {
  const place = join(folder, repo.replace('/', '+'));
  const address = `${base}/${repo}`;
  const fault = await (existsSync(place) ? update(address, place) : clone(address, place));
  if (fault === undefined) {
    const now = new Date();
    utimesSync(join(place, 'HEAD'), now, now);
  }
  return fault;
}

/** Every repository that a build reads, parents of grown-out ones and places of roadmaps included. */
export function reposToMirror(): string[] {
  const listed = listedProjects();
  const repos = listed.flatMap((source) => source.repos);
  const roadmaps = listed.flatMap(({ id }) => gitHubPlace(ROADMAPS[id] ?? '')?.repo ?? []);
  return [...new Set([...repos, ...repos.flatMap((repo) => GREW_OUT_OF[repo] ?? []), ...roadmaps])];
}

async function main(folder: string | undefined, base = GIT_HUB): Promise<void> {
  if (!folder) throw new Error('usage: node lib/tools/snapshot/mirror.ts <folder> [base address]');
  mkdirSync(folder, { recursive: true });
  const repos = reposToMirror();
  for (const [i, repo] of repos.entries()) {
    const fault = await mirrorRepo(repo, folder, base);
    process.stderr.write(`[${i + 1}/${repos.length}] ${repo}${fault ? `: ${fault}` : ''}\n`);
  }
}

if (import.meta.main) await main(process.argv[2], process.argv[3]);
