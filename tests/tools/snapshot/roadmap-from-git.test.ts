import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roadmapAt, roadmapFromGit } from '../../../lib/tools/snapshot/roadmap-from-git.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'roadmark-roadmap-'));
  git(['init', '-q', '-b', 'main']);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function git(args: string[], day = '2026-01-01') {
  const date = `${day}T12:00:00Z`;
  const who = {
    GIT_AUTHOR_NAME: 'D',
    GIT_AUTHOR_EMAIL: 'd@example.org',
    GIT_COMMITTER_NAME: 'D',
    GIT_COMMITTER_EMAIL: 'd@example.org',
  };
  const env = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', PATH: process.env.PATH ?? '', ...who };
  execFileSync('git', args, { cwd: dir, env: { ...env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } });
}
/** Writes (or, with null, removes) a file and commits it on that day. */
function commit(day: string, path: string, text: string | null) {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  if (text === null) git(['rm', '-q', path]);
  else {
    writeFileSync(join(dir, path), text);
    git(['add', path]);
  }
  git(['commit', '-q', '-m', `edit ${path}`], day);
}
const read = () => roadmapFromGit('a/b', join(dir, '.git'), Date.UTC(2026, 7, 1) / 1000);
const plan = (bridge: string, more = '') =>
  `# Roadmap\n\n## ${bridge}\n\n- [ ] Launch the bridge on mainnet\n- [x] Publish the audit report\n${more}`;

describe('roadmapFromGit', () => {
  it('answers null where no such file ever was', async () => {
    commit('2026-01-01', 'README.md', '# Road');
    expect(await read()).toBeNull();
  });

  it('keeps dates, statuses, stages and moves, and no wording', async () => {
    commit('2025-08-01', 'ROADMAP.md', plan('Q4 2025', '- [ ] Explain the sequencer plan\n'));
    commit('2026-06-01', 'ROADMAP.md', plan('Q2 2026'));
    const found = await read();
    expect(found).toMatchObject({
      path: 'ROADMAP.md',
      commitDate: '2026-06-01',
      firstDate: '2025-08-01',
      removedOn: null,
      versions: 2,
    });
    expect(found?.itemsChangedOn).toBe('2026-06-01');
    expect(found?.comparedTo).toEqual(['2025-08-01']);
    expect(found?.items[0]).toMatchObject({ status: 'planned', end: '2026-06-30', precision: 'quarter' });
    expect(found?.items[0]?.stages).toContain('launch');
    const kinds = found?.moves.map((move) => move.kind).sort();
    expect(kinds).toContain('moved-later');
    expect(kinds).toContain('removed');
    expect(found?.moves.find((move) => move.kind === 'moved-later')).toMatchObject({
      days: 181,
      since: '2025-08-01',
      seenOn: '2026-06-01',
    });
    expect(JSON.stringify(found)).not.toMatch(/bridge|audit report|sequencer/i);
  });

  it('says since when a file is gone, with its last version', async () => {
    commit('2025-08-01', 'docs/roadmap.md', plan('Q4 2025'));
    commit('2026-02-01', 'docs/roadmap.md', null);
    expect(await read()).toMatchObject({ path: 'docs/roadmap.md', commitDate: '2025-08-01', removedOn: '2026-02-01' });
  });

  it('takes the file that is there before one that was removed, and no changelog', async () => {
    commit('2025-08-01', 'ROADMAP.md', plan('Q4 2025'));
    commit('2025-09-01', 'ROADMAP.md', plan('Q1 2026'));
    commit('2026-02-01', 'ROADMAP.md', null);
    commit('2026-02-01', 'docs/roadmap_changelog.md', '# Changes');
    commit('2026-03-01', 'docs/roadmap/plan.md', plan('Q4 2026'));
    expect(await read()).toMatchObject({ path: 'docs/roadmap/plan.md', removedOn: null });
  });

  it('passes over what can not be read', async () => {
    commit('2026-03-01', 'ROADMAP.md', '   ');
    commit('2026-03-01', 'roadmap.png', 'x');
    expect(await read()).toBeNull();
  });
});

describe('roadmapAt', () => {
  const at = (path: string) => roadmapAt('a/b', join(dir, '.git'), path, Date.UTC(2026, 7, 1) / 1000);

  it('reads the file at a path that no search would find', async () => {
    commit('2026-03-01', 'ROADMAP.md', plan('Q1 2026'));
    commit('2026-03-02', 'about/what [next].md', plan('Q4 2026'));
    const found = await at('about/what [next].md');
    expect(found).toMatchObject({ path: 'about/what [next].md', versions: 1, removedOn: null });
    expect(found?.items[0]?.end).toBe('2026-12-31');
  });

  it('says since when the file is gone', async () => {
    commit('2026-03-01', 'about/next.md', plan('Q4 2026'));
    commit('2026-05-01', 'about/next.md', null);
    expect(await at('about/next.md')).toMatchObject({ commitDate: '2026-03-01', removedOn: '2026-05-01' });
  });

  it.each(['plans', ''])('takes the file that speaks for the folder "%s"', async (folder) => {
    const inside = (name: string) => join(folder, name);
    commit('2026-03-01', inside('2024.md'), plan('Q4 2024'));
    commit('2026-03-01', inside('README.md'), plan('Q4 2026'));
    commit('2026-03-01', inside('LICENSE'), 'free');
    expect(await at(folder)).toMatchObject({ path: inside('README.md') });
  });

  it('answers null where the path never was', async () => {
    commit('2026-03-01', 'ROADMAP.md', plan('Q4 2026'));
    expect(await at('docs/next.md')).toBeNull();
  });
});
