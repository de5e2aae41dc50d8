import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_S } from '../../../lib/domain/time.ts';
import { inputKey, projectFromGit } from '../../../lib/tools/snapshot/from-git.ts';
import { readCommits, readReleases } from '../../../lib/tools/snapshot/git-history.ts';

/** 2026-03-01, a Sunday. */
const START = Date.UTC(2026, 2, 1) / 1000;
let mirror = '';

const quiet = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', PATH: process.env.PATH ?? '' };

/** A small repository made on the spot; `git` runs in it with an author and a date. */
function makeRepo(name: string) {
  const dir = join(mirror, name.replace('/', '+'));
  mkdirSync(dir, { recursive: true });
  const git = (args: string[], at = START, email = 'dev@example.org', who = 'Dev') =>
    execFileSync('git', args, {
      cwd: dir,
      encoding: 'utf8',
      env: {
        ...quiet,
        GIT_AUTHOR_NAME: who,
        GIT_AUTHOR_EMAIL: email,
        GIT_COMMITTER_NAME: who,
        GIT_COMMITTER_EMAIL: email,
        GIT_AUTHOR_DATE: `${at} +0000`,
        GIT_COMMITTER_DATE: `${at} +0000`,
      },
    });
  git(['init', '-q', '-b', 'main']);
  let n = 0;
  const commit = (at: number, email?: string, who?: string) => {
    n += 1;
    writeFileSync(join(dir, 'file'), `${name} ${n}`);
    git(['add', 'file']);
    git(['commit', '-q', '-m', `work ${n}`], at, email, who);
  };
  return { dir, git, commit };
}
const project = (repos: string[], grewOutOf = {}) => ({ id: 'p', sectors: ['l1'], repos, grewOutOf, mirror });

beforeAll(() => {
  mirror = mkdtempSync(join(tmpdir(), 'roadmark-git-'));
  const main = makeRepo('a/main');
  for (let i = 0; i < 24; i += 1) main.commit(START + i * DAY_S, i % 3 ? 'dev@example.org' : 'Dev+work@Example.org');
  main.commit(START + 24 * DAY_S, '7+octo@users.noreply.github.com', 'Octo');
  main.commit(START + 24 * DAY_S + 60, '1+renovate[bot]@users.noreply.github.com', 'renovate[bot]');
  main.git(['commit', '-q', '--allow-empty', '-m', 'nothing'], START + 24 * DAY_S + 120);
  main.git(['tag', 'v1.0.0'], START);
  main.git(['tag', 'v1.1.0-rc.1'], START);
  main.git(['checkout', '-q', '-b', 'side', 'HEAD~3']);
  main.commit(START + 25 * DAY_S, 'side@example.org', 'Side');
  main.git(['checkout', '-q', 'main']);
  main.git(['merge', '-q', '-s', 'ours', '--no-ff', '-m', 'merge', 'side'], START + 30 * DAY_S);
  execFileSync('git', ['clone', '-q', '--bare', main.dir, join(mirror, 'b+fork')], { env: quiet });
});
afterAll(() => rmSync(mirror, { recursive: true, force: true }));

describe('projectFromGit', () => {
  it('counts each person and each piece of work once, without merges, bots and empty commits', async () => {
    const { project: found, commits } = await projectFromGit(project(['a/main']));
    // 24 by dev under two spellings of one address, one by octo, one on the side branch.
    expect(found?.code.commitsTotal).toBe(26);
    expect(commits).toBe(29);
    expect(found?.code.active).toBe(3);
    expect(found?.code.asOf).toBe((START + 30 * DAY_S) * 1000);
    expect(found?.code.weekEnd).toBe(START + 28 * DAY_S);
    expect(found?.code.absenceFactor).toBe(1);
    expect(found?.code.heads[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
    // What git does not know stays unknown; what is too young stays unsaid.
    expect(found?.code).toMatchObject({ archived: null, createdAt: null, fork: null, peak: null, established: null });
  });

  it('gives nothing that names a person', async () => {
    const text = JSON.stringify(await projectFromGit(project(['a/main'])));
    expect(text).not.toMatch(/dev@|octo|example\.org|Side|work \d/i);
  });

  it('counts the same commits of two repositories once', async () => {
    const { project: found } = await projectFromGit(project(['a/main', 'b/fork']));
    expect(found?.code.commitsTotal).toBe(26);
    expect(found?.code.heads).toHaveLength(2);
  });

  it('gives a repository that grew out of another only its own work', async () => {
    const { reason } = await projectFromGit(project(['b/fork'], { 'b/fork': 'a/main' }));
    expect(reason).toBe('only 0 counted commits');
  });

  it('throws when the parent is not at hand, rather than give its work to the fork', async () => {
    await expect(projectFromGit(project(['b/fork'], { 'b/fork': 'x/gone' }))).rejects.toThrow('x/gone');
  });

  it('says why there is nothing', async () => {
    expect(await projectFromGit(project(['x/gone']))).toMatchObject({
      reason: 'no history to read',
      notes: ['x/gone: no copy'],
    });
  });

  it('leaves out a copy that is blind for the time that the others show', async () => {
    const late = makeRepo('c/late');
    for (let i = 0; i < 40; i += 1) late.commit(START + (200 + i) * DAY_S);
    const head = join(mirror, 'a+main', '.git', 'HEAD');
    utimesSync(head, START + 31 * DAY_S, START + 31 * DAY_S);
    const { project: found, notes } = await projectFromGit(project(['c/late', 'a/main']));
    expect(found?.code.heads.map((head) => head.repo)).toEqual(['c/late']);
    expect(notes).toEqual(['a/main: copied long before the newest commit of the others']);
  });

  it('reads the roadmap at the address on record, wherever it stands', async () => {
    const plan = makeRepo('e/plans');
    writeFileSync(join(plan.dir, 'next.md'), '# Roadmap\n\n## Q4 2026\n\n- [ ] Launch the bridge\n');
    plan.git(['add', 'next.md']);
    plan.git(['commit', '-q', '-m', 'plan'], START);
    const asked = { ...project(['a/main']), roadmap: 'https://github.com/e/plans/blob/HEAD/next.md' };
    const { project: found } = await projectFromGit(asked);
    expect(found?.roadmap).toMatchObject({ repo: 'e/plans', path: 'next.md', items: [{ end: '2026-12-31' }] });
    expect(await inputKey(asked)).not.toBe(await inputKey(project(['a/main'])));
  });

  it('judges no project by a side repository', async () => {
    const outcome = await projectFromGit(project(['a/missing', 'a/main']));
    expect(outcome.reason).toBe('the main repository can not be read');
  });

  it('refuses a history that was cut off', async () => {
    const shallow = makeRepo('d/shallow');
    shallow.commit(START);
    writeFileSync(join(shallow.dir, '.git', 'shallow'), '');
    expect((await projectFromGit(project(['d/shallow']))).notes).toEqual(['d/shallow: history is cut off']);
  });

  it('is the same when repeated', async () => {
    const [one, two] = [await projectFromGit(project(['a/main'])), await projectFromGit(project(['a/main']))];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
    expect(await inputKey(project(['a/main']))).toBe(await inputKey(project(['a/main'])));
    expect(await inputKey(project(['a/main']))).not.toBe(await inputKey(project(['b/fork'])));
  });
});

describe('readReleases', () => {
  it('takes stable tags only', async () => {
    expect(await readReleases(join(mirror, 'a+main', '.git'))).toHaveLength(1);
  });
});

describe('readCommits', () => {
  it('throws with what git says', async () => {
    const read = async () => {
      for await (const _ of readCommits(join(mirror, 'nowhere'))) throw new Error('a commit of nothing');
    };
    await expect(read()).rejects.toThrow(/git log/);
  });
});
