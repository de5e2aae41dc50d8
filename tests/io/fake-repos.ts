/** Repositories of a GitHub without a network: files with their versions, milestones, renames; every question is written down. */
import type { Answer, GitHub } from '../../lib/io/github/client.ts';
import { fail, ok, type Result } from '../../lib/result.ts';

export interface Version {
  /** ISO day. */
  date: string;
  /** null: this commit removed the file. */
  text: string | null;
  /** The name before this commit. */
  was?: string;
}
export interface FakeRepo {
  /** path → versions, newest first. */
  files?: Record<string, Version[] | string>;
  milestones?: unknown[];
}
export const sha = (path: string, date: string): string =>
  [...`${path}${date}`]
    .map((c) => c.charCodeAt(0).toString(16))
    .join('')
    .slice(-40)
    .padStart(40, '0');

const versionsOf = (value: Version[] | string): Version[] =>
  typeof value === 'string' ? [{ date: '2026-06-01', text: value }] : value;

function listing(repo: FakeRepo, folder: string): unknown[] | undefined {
  const prefix = folder ? `${folder}/` : '';
  const heads = Object.entries(repo.files ?? {}).filter(([, v]) => versionsOf(v)[0]?.text != null);
  const inside = heads.filter(([path]) => path.startsWith(prefix)).map(([path]) => path.slice(prefix.length));
  if (folder && !inside.length) return undefined;
  const names = [...new Set(inside.map((path) => path.split('/')[0] as string))];
  return names.map((name) => {
    const isFile = inside.includes(name);
    const path = prefix + name;
    const head = isFile ? versionsOf(repo.files?.[path] as Version[]) : [];
    const id = isFile ? { sha: sha(`blob ${path}`, head[0]?.date ?? '') } : {};
    return { name, path, type: isFile ? 'file' : 'dir', size: 10, ...id };
  });
}

function fileAt(repo: FakeRepo, path: string, ref: string | null): string | undefined {
  const versions = versionsOf(repo.files?.[path] ?? []);
  const found = ref && /^[0-9a-f]{40}$/.test(ref) ? versions.find((v) => sha(path, v.date) === ref) : versions[0];
  return found?.text ?? undefined;
}

/** Plays the contents, commits and milestones of `repos`; `broken` addresses fail as given. */
export function fakeGitHub(repos: Record<string, FakeRepo>, broken: [RegExp, Parameters<typeof fail>[0]][] = []) {
  const asked: string[] = [];
  const find = (path: string, raw: boolean): unknown => {
    const url = new URL(path, 'https://api.github.com');
    const [, owner, name, kind, ...rest] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    const repo = repos[`${owner}/${name}`];
    if (!repo) return undefined;
    const at = rest.join('/');
    if (kind === 'contents') return raw ? fileAt(repo, at, url.searchParams.get('ref')) : listing(repo, at);
    if (kind === 'milestones') return repo.milestones ?? [];
    if (kind !== 'commits') return undefined;
    if (rest[0]) {
      const renamed = Object.entries(repo.files ?? {}).flatMap(([file, value]) =>
        versionsOf(value).flatMap((v) => (v.was && sha(file, v.date) === rest[0] ? [{ file, was: v.was }] : [])),
      );
      return { files: renamed.map(({ file, was }) => ({ filename: file, previous_filename: was })) };
    }
    const file = url.searchParams.get('path') ?? '';
    return versionsOf(repo.files?.[file] ?? []).map((v) => ({
      sha: sha(file, v.date),
      commit: { committer: { date: `${v.date}T12:00:00Z` } },
    }));
  };
  const github: GitHub = {
    async get(path, how): Promise<Result<Answer>> {
      asked.push(path);
      const fault = broken.find(([pattern]) => pattern.test(path));
      if (fault) return fail(fault[1], 0) as Result<Answer>;
      const json = find(path, how.raw === true);
      if (json === undefined) return fail('not-found', 0);
      return ok({ status: 200, json, etag: null, link: {}, scopes: null, tokenExpires: null, readAt: 0 });
    },
    graphql: async () => fail('unauthorized', 0),
    identity: async () => 'anonymous',
  };
  return { github, asked };
}
