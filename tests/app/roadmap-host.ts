/** GitHub with a roadmap file: in REST's answers, and as a repository of GraphQL. Its launch moved by half a year. */
import type { PlayRepo } from './play-graphql.ts';
import { github, type Host, json } from './world.ts';

export const ROADMAP = [
  '# Roadmap',
  '',
  '## Q1 2026',
  '- [x] Testnet',
  '- [x] Audit',
  '',
  '## Q4 2026',
  '- [ ] Mainnet',
].join('\n');
export const OLDER = ROADMAP.replace('Q4 2026', 'Q2 2026');

/** A repository with a roadmap file, by REST. */
const entry = (path: string, type = 'file') => ({ name: path.split('/').pop(), path, type, size: 9, sha: `${path} 1` });
export const withFiles = (
  files: string[],
  folders: string[] = [],
  play?: (name: string) => PlayRepo | undefined,
): Host =>
  github((url, init) => {
    if (/\/contents\/?$/.test(url.pathname))
      return json([...files.map((f) => entry(f)), ...folders.map((f) => entry(f, 'dir'))]);
    if (url.pathname.endsWith('/contents/docs')) return json([entry('docs/intro.md')]);
    const raw = new Headers(init.headers).get('accept')?.includes('raw');
    if (/\/contents\/.+/.test(url.pathname) && raw) {
      const old = url.searchParams.has('ref');
      return new Response(old ? OLDER : ROADMAP, { headers: { 'content-type': 'application/vnd.github.raw' } });
    }
    if (url.pathname.endsWith('/commits') && url.searchParams.has('path')) {
      if (!files.includes(url.searchParams.get('path') ?? '')) return json([]);
      const commit = (sha: string, date: string) => ({ sha: sha.repeat(40), commit: { committer: { date } } });
      return json([commit('a', '2026-05-01T00:00:00Z'), commit('b', '2025-05-01T00:00:00Z')]);
    }
    return undefined;
  }, play);

/** The same file for GraphQL. */
export const filesOf: Partial<PlayRepo> = {
  files: { 'README.md': 'x', 'ROADMAP.md': ROADMAP },
  touched: {
    'ROADMAP.md': [
      { oid: 'a'.repeat(40), at: Date.UTC(2026, 4, 1) },
      { oid: 'b'.repeat(40), at: Date.UTC(2025, 4, 1) },
    ],
  },
  versions: { [`${'b'.repeat(40)}:ROADMAP.md`]: OLDER },
};
