import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveWeek, archiveWeeks, botPattern } from '../../../lib/tools/gharchive/run.ts';

interface Commit {
  sha: string;
  email?: string;
  name?: string;
  message?: string;
}

/** A push event as the archive has it; `commits: null` as since October 2025. */
const push = (
  day: string,
  commits: Commit[] | null,
  { repo = 'Owner/Main', ref = 'refs/heads/main', actor = 1 } = {},
) => ({
  id: '1',
  type: 'PushEvent',
  actor: { id: actor, login: 'someone' },
  repo: { id: 5, name: repo },
  payload: {
    push_id: 3,
    ref,
    ...(commits && {
      commits: commits.map(({ sha, email = 'dev@example.org', name = 'Dev', message = 'Work' }) => ({
        sha,
        author: { email, name },
        message,
        distinct: true,
      })),
    }),
  },
  created_at: `${day}T12:00:00Z`,
});

// 2025-03-02 and 2025-03-09 are Sundays.
const HOURS: Record<string, object[]> = {
  '2025-03-03-12': [
    push('2025-03-03', [{ sha: 'a1' }, { sha: 'a2', email: 'Dev+laptop@Example.org' }]),
    push('2025-03-03', [{ sha: 'a1' }]),
    push('2025-03-04', [{ sha: 'b1', email: '9+octo@users.noreply.github.com' }]),
    push('2025-03-04', [
      { sha: 'b2', email: '49699333+dependabot[bot]@users.noreply.github.com', name: 'dependabot[bot]' },
    ]),
    push('2025-03-04', [{ sha: 'b3', email: 'm@example.org', message: 'Merge pull request #4 from x/y' }]),
    push('2025-03-04', [{ sha: 'c1', email: 'side@example.org' }], { ref: 'refs/heads/side' }),
    push('2025-03-04', [{ sha: 'd1', email: 'other@example.org' }], { repo: 'other/repo' }),
    {
      type: 'WatchEvent',
      actor: { id: 1 },
      repo: { name: 'owner/main' },
      payload: {},
      created_at: '2025-03-04T12:00:00Z',
    },
  ],
  '2025-03-09-00': [push('2025-03-09', [{ sha: 'a3', email: 'new@example.org' }])],
  '2025-11-10-00': [
    push('2025-11-10', null, { actor: 77 }),
    push('2025-11-11', null, { actor: 78 }),
    push('2025-11-12', null, { actor: 77 }),
  ],
};

let dir = '';
let weeks: ArchiveWeek[] = [];
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'roadmark-archive-'));
  for (const [hour, events] of Object.entries(HOURS)) {
    const lines = events.map((event) => JSON.stringify(event)).join('\n');
    writeFileSync(join(dir, `${hour}.json.gz`), gzipSync(`${lines}\nnot json\n`));
  }
  writeFileSync(join(dir, 'repos.csv'), 'project_id,repo,ref\np,owner/main,refs/heads/main\n');
  weeks = await archiveWeeks(join(dir, '*.json.gz'), join(dir, 'repos.csv'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const week = (day: string) => weeks.find((each) => each.week === day);

describe('archiveWeeks', () => {
  it('counts commits once, without bots, merges, side branches and other repositories', () => {
    expect(week('2025-03-02')).toEqual({ projectId: 'p', week: '2025-03-02', developers: 2, commits: 3 });
  });

  it('counts developers over 28 days and starts weeks on Sunday', () => {
    expect(week('2025-03-09')).toEqual({ projectId: 'p', week: '2025-03-09', developers: 3, commits: 1 });
  });

  it('counts actors, and leaves the number of commits unknown, where pushes came without their commits', () => {
    expect(week('2025-11-09')).toEqual({ projectId: 'p', week: '2025-11-09', developers: 2, commits: null });
  });

  it('gives nothing that names a person', () => {
    expect(JSON.stringify(weeks)).not.toMatch(/example|octo|someone|Dev/);
  });
});

describe('botPattern', () => {
  it('knows the same bots as the rest', () => {
    const pattern = new RegExp(botPattern(), 'i');
    expect(['dependabot[bot]', 'my-ci', 'Renovate Bot'].every((name) => pattern.test(name))).toBe(true);
    expect(['Abbot', 'Cicero', 'Robotnik'].some((name) => pattern.test(name))).toBe(false);
  });
});
