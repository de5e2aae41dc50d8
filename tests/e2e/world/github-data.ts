/** Answers computed from real histories, moved in time so that "now" is today. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DAY_MS, DAY_S, WEEK_MS } from '../../../lib/domain/time.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'github');
/** T of the fixtures: the Sunday 00:00 UTC up to which their histories count. */
const T_OF_DATA = Date.UTC(2025, 11, 28);

/** The last Sunday 00:00 UTC. 1970-01-04 was the first one. */
export function sundayBefore(now: number): number {
  const first = 3 * DAY_MS;
  return Math.floor((now - first) / WEEK_MS) * WEEK_MS + first;
}

/** Moves every date in a JSON text by whole weeks: ISO times, and week starts in seconds. */
function moved(text: string, byMs: number): string {
  return (
    text
      // GitHub's description allows no empty address here.
      .replaceAll('"homepage":""', '"homepage":null')
      .replace(/"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)"/g, (_, iso: string) => {
        const at = new Date(Date.parse(iso) + byMs);
        return `"${at.toISOString().slice(0, 19)}Z"`;
      })
      .replace(/"w":(\d+)/g, (_, seconds: string) => `"w":${Number(seconds) + byMs / 1000}`)
  );
}

export interface Contributor {
  author: Record<string, unknown> & { id: number; login: string };
  total: number;
  weeks: { w: number; c: number }[];
}

/** One fixture of a repository, or undefined. `name`: repo, tags, releases, contents, stats-contributors, stats-participation. */
export function fixture(repo: string, name: string, now: number): unknown {
  const file = join(FIXTURES, repo.replace('/', '__'), `${name}.json.gz`);
  if (!existsSync(file)) return undefined;
  return JSON.parse(moved(gunzipSync(readFileSync(file)).toString('utf8'), sundayBefore(now) - T_OF_DATA));
}

const hash = (text: string) => createHash('sha1').update(text).digest('hex');

/** One commit in GitHub's schema. */
function commitOf(repo: string, { author }: Contributor, seconds: number, index: number) {
  const sha = hash(`${repo} ${author.id} ${seconds} ${index}`);
  const api = `https://api.github.com/repos/${repo}`;
  const html = `https://github.com/${repo}/commit`;
  const signed = { name: author.login, email: `${author.id}+${author.login}@users.noreply.github.com` };
  const date = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  const parent = hash(`parent of ${sha}`);
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${api}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    comments_url: `${api}/commits/${sha}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: { ...signed, date },
      committer: { ...signed, date },
      message: `change ${index}`,
      comment_count: 0,
      tree: { sha: hash(`tree of ${sha}`), url: `${api}/git/trees/${hash(`tree of ${sha}`)}` },
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    author,
    committer: author,
    parents: [{ sha: parent, url: `${api}/commits/${parent}`, html_url: `${html}/${parent}` }],
  };
}

/** Commits since that time, newest first, derived from the weekly counts of the repository's contributors. */
export function commitsSince(repo: string, sinceMs: number, now: number) {
  const contributors = (fixture(repo, 'stats-contributors', now) ?? []) as Contributor[];
  const found = contributors.flatMap((contributor) =>
    contributor.weeks.flatMap(({ w, c }) =>
      // Spread over the week, at noon of its days in turn.
      Array.from({ length: c }, (_, index) =>
        commitOf(repo, contributor, w + (index % 7) * DAY_S + 43_200 + index, index),
      ),
    ),
  );
  return found
    .filter(({ commit }) => Date.parse(commit.committer.date) >= sinceMs)
    .sort((a, b) => b.commit.committer.date.localeCompare(a.commit.committer.date));
}
