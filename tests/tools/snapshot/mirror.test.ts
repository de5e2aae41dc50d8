import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHead } from '../../../lib/tools/snapshot/git-history.ts';
import { mirrorRepo, reposToMirror } from '../../../lib/tools/snapshot/mirror.ts';

let dir = '';
const git = (args: string[]) => {
  const who = { GIT_AUTHOR_NAME: 'D', GIT_AUTHOR_EMAIL: 'd@e', GIT_COMMITTER_NAME: 'D', GIT_COMMITTER_EMAIL: 'd@e' };
  const env = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', PATH: process.env.PATH ?? '', ...who };
  return execFileSync('git', args, { cwd: join(dir, 'host/a/main'), encoding: 'utf8', env }).trim();
};
const commit = (text: string) => {
  writeFileSync(join(dir, 'host/a/main/file'), text);
  git(['add', '.']);
  git(['commit', '-q', '-m', text]);
  return git(['rev-parse', 'HEAD']);
};
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'roadmark-mirror-'));
  mkdirSync(join(dir, 'host/a/main'), { recursive: true });
  mkdirSync(join(dir, 'copies'));
  git(['init', '-q', '-b', 'main']);
  commit('one');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const bring = (repo: string) => mirrorRepo(repo, join(dir, 'copies'), `file://${join(dir, 'host')}`);

describe('mirrorRepo', () => {
  it('copies a repository, and later brings only what is new', async () => {
    expect(await bring('a/main')).toBeUndefined();
    const copy = join(dir, 'copies/a+main');
    expect((await readHead(copy)).commit).toBe(git(['rev-parse', 'HEAD']));
    const second = commit('two');
    expect(await bring('a/main')).toBeUndefined();
    expect((await readHead(copy)).commit).toBe(second);
  });

  it('follows a default branch that was renamed', async () => {
    await bring('a/main');
    git(['branch', '-m', 'main', 'trunk']);
    expect(await bring('a/main')).toBeUndefined();
    expect((await readHead(join(dir, 'copies/a+main'))).commit).toBe(git(['rev-parse', 'HEAD']));
  });

  it('says what went wrong and leaves nothing that looks whole', async () => {
    expect(await bring('a/gone')).toMatch(/gone/);
    expect(existsSync(join(dir, 'copies/a+gone'))).toBe(false);
  });
});

describe('reposToMirror', () => {
  it('names each once, parents of grown-out repositories included', () => {
    const repos = reposToMirror();
    expect(new Set(repos).size).toBe(repos.length);
    expect(repos).toEqual(expect.arrayContaining(['bnb-chain/bsc', 'ethereum/go-ethereum']));
  });
});
