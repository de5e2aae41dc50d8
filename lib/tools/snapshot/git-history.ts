/** Reads a bare git directory: head, commits as a stream, days of stable tags. Nothing but git itself is run. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { authorKey, hashText } from '../../domain/activity/author-key.ts';
import { isBot } from '../../domain/activity/bots.ts';
import type { CommitFact } from '../../domain/activity/commit-fact.ts';
import { isStableVersion } from '../../domain/activity/releases.ts';

/** Git must not read settings of the machine, ask for anything, or follow hints inside the directory. */
const QUIET_ENV = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

/** Lines that `git` prints, as a stream. Throws with git's own words when it fails. */
export async function* gitLines(gitDir: string, args: string[], signal?: AbortSignal): AsyncGenerator<string> {
  const settings = ['-c', 'safe.directory=*', '-c', 'log.showSignature=false', '-c', 'core.quotePath=false'];
  const child = spawn('git', [`--git-dir=${gitDir}`, ...settings, ...args], { env: QUIET_ENV, signal });
  let errors = '';
  child.stderr.on('data', (text) => {
    if (errors.length < 2000) errors += text;
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // A rejection is taken up by the `await` below; without this it would count as unhandled while lines are read.
  closed.catch(() => undefined);
  try {
    yield* createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
    const code = await closed;
    if (code !== 0) throw new Error(`git ${args[0]} in ${gitDir}: ${errors.trim() || `exit ${code}`}`);
  } finally {
    child.kill();
  }
}

/** Where the objects are: some copies keep them in `.git`. undefined where there is no git directory. */
export function findGitDir(dir: string): string | undefined {
  return [dir, join(dir, '.git'), join(dir, 'repo'), join(dir, 'repo', '.git')].find(
    (at) => existsSync(join(at, 'HEAD')) && existsSync(join(at, 'objects')),
  );
}

/** A history that was cut off makes first commits and old weeks wrong. */
export function isShallow(gitDir: string): boolean {
  return existsSync(join(gitDir, 'shallow'));
}

/** Head of the default branch: commit id and committer date in Unix s. */
export async function readHead(gitDir: string): Promise<{ commit: string; at: number }> {
  for await (const line of gitLines(gitDir, ['log', '-1', '--format=%H %ct', 'HEAD'])) {
    const [commit = '', at = ''] = line.split(' ');
    return { commit, at: Number(at) };
  }
  throw new Error(`no commit in ${gitDir}`);
}

/** Numbers and case do not make a headline another one: "Bump x (#12)" is the same message as "bump x (#13)". */
export function headlineKey(headline: string): string {
  return hashText(headline.toLowerCase().replace(/\d+/g, '#'));
}

/** Every commit that HEAD reaches, parents before children. Memory: one tree id per commit, for the emptiness test. */
export async function* readCommits(gitDir: string, signal?: AbortSignal): AsyncGenerator<CommitFact> {
  const trees = new Map<string, string>();
  const format = '--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%ct%x00%s';
  const args = ['log', '--topo-order', '--reverse', '--no-mailmap', '--encoding=UTF-8', format, 'HEAD'];
  for await (const line of gitLines(gitDir, args, signal)) {
    const fields = line.split('\0');
    if (fields.length < 8) continue;
    const [sha, tree, parents, name, email, authoredAt, committedAt] = fields as [string, ...string[]] & string[];
    const parentIds = (parents as string).split(' ').filter(Boolean);
    trees.set(sha as string, tree as string);
    yield {
      sha: sha as string,
      parents: parentIds.length,
      tree: tree as string,
      parentTree: trees.get(parentIds[0] ?? '') ?? null,
      author: authorKey({ name, email }),
      bot: isBot({ name, email }),
      authoredAt: Number(authoredAt),
      committedAt: Number(committedAt),
      headline: headlineKey(fields.slice(7).join('\0')),
    };
  }
}

/** Unix seconds of stable tags: the tagger's date, or the commit's for a plain tag. */
export async function readReleases(gitDir: string): Promise<number[]> {
  const found: number[] = [];
  const args = ['for-each-ref', '--format=%(creatordate:unix) %(refname:strip=2)', 'refs/tags'];
  for await (const line of gitLines(gitDir, args)) {
    const space = line.indexOf(' ');
    const at = Number(line.slice(0, space));
    if (at > 0 && isStableVersion(line.slice(space + 1))) found.push(at);
  }
  return found;
}
