/** Roadmap files of the emulated GitHub: one path with several versions, in GitHub's schema. */
import { createHash } from 'node:crypto';
import { DAY_MS } from '../../../lib/domain/time.ts';

export interface RoadmapVersion {
  /** Days before now. */
  daysAgo: number;
  text: string;
}
export interface RoadmapFile {
  path: string;
  /** Newest first. */
  versions: RoadmapVersion[];
}

const sha = (text: string) => createHash('sha1').update(text).digest('hex');
const shaOf = (file: RoadmapFile, version: RoadmapVersion) => sha(`${file.path} ${version.daysAgo} ${version.text}`);
const dateOf = (version: RoadmapVersion, now: number) =>
  `${new Date(now - version.daysAgo * DAY_MS).toISOString().slice(0, 19)}Z`;

/** The file as an entry of its folder's listing. */
export function entryOf(repo: string, file: RoadmapFile): Record<string, unknown> {
  const api = `https://api.github.com/repos/${repo}`;
  const html = `https://github.com/${repo}/blob/main/${file.path}`;
  const blob = sha(file.versions[0]?.text ?? '');
  const url = `${api}/contents/${file.path}?ref=main`;
  return {
    ...{ name: file.path.split('/').pop(), path: file.path, sha: blob, size: 100, type: 'file' },
    ...{ url, html_url: html, git_url: `${api}/git/blobs/${blob}`, download_url: null },
    _links: { self: url, git: `${api}/git/blobs/${blob}`, html },
  };
}

/** The commits of the path, newest first. */
export function historyOf(repo: string, file: RoadmapFile, now: number): unknown[] {
  return file.versions.map((version) => {
    const id = shaOf(file, version);
    const api = `https://api.github.com/repos/${repo}`;
    const who = { name: 'editor', email: '1+editor@users.noreply.github.com', date: dateOf(version, now) };
    const tree = { sha: sha(`tree ${id}`), url: `${api}/git/trees/${sha(`tree ${id}`)}` };
    return {
      ...{ sha: id, node_id: `C_${id}`, url: `${api}/commits/${id}`, comments_url: `${api}/commits/${id}/comments` },
      html_url: `https://github.com/${repo}/commit/${id}`,
      commit: {
        ...{ url: `${api}/git/commits/${id}`, author: who, committer: who, message: 'edit', comment_count: 0, tree },
        verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
      },
      ...{ author: null, committer: null, parents: [] },
    };
  });
}

/** The text at a commit; the newest without one. */
export function textAt(file: RoadmapFile, ref: string | null): string | undefined {
  const found = ref ? file.versions.find((version) => shaOf(file, version) === ref) : file.versions[0];
  return found?.text;
}
