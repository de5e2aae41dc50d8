import type { ProjectReport } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import {
  contributorsAnswer,
  github,
  type Host,
  json,
  makeWorld,
  NOW,
  project,
  repoAnswer,
  type TestWorld,
} from './world.ts';

export const TOKEN = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';
export const names = (count: number) => Array.from({ length: count }, (_, i) => `alpha/r${i}`);

export interface Case {
  repos?: string[];
  token?: boolean;
  host?: Host;
}
export async function world({ repos = ['alpha/core'], token = false, host = github() }: Case): Promise<TestWorld> {
  const made = makeWorld({ host, projects: [project('alpha', { repos }), project('beta')] });
  if (token) await made.services.tokens.set(TOKEN);
  made.env.asked.length = 0;
  return made;
}
export async function open(
  at: TestWorld,
  reason: 'card' | 'page' = 'card',
): Promise<{ report: ProjectReport; asked: string[] }> {
  const before = at.env.asked.length;
  const result = await at.services.reports.live('alpha', reason);
  if (!result.ok) throw new Error(result.failure.kind);
  const asked = at.env.asked.slice(before).map(({ url }) => url.replace('https://api.github.com', ''));
  return { report: result.value, asked };
}
export const figure = (report: ProjectReport, id: string) => report.code.signals.find((s) => s.id === id);

/** Statistics that end at a hundred authors, and so many commits in the last four weeks. */
export const cutOff = (commits: number, pushedAt = () => '2026-06-16T00:00:00Z'): Host =>
  github((url) => {
    if (url.pathname === '/repos/alpha/core') return json(repoAnswer('alpha/core', { pushed_at: pushedAt() }));
    if (url.pathname.endsWith('/stats/contributors')) return json(contributorsAnswer(100));
    if (!url.pathname.endsWith('/commits') || url.searchParams.has('path')) return undefined;
    const page = Number(url.searchParams.get('page') ?? 1);
    const size = Math.min(100, commits - (page - 1) * 100);
    const date = new Date(NOW - 5 * DAY_MS).toISOString();
    const rows = Array.from({ length: size }, (_, i) => ({
      sha: `${page}${i}`.padStart(40, '0'),
      commit: { author: { date }, committer: { date }, message: 'x', tree: { sha: 'b'.repeat(40) } },
      author: { id: i, login: `u${i}`, type: 'User' },
      parents: [{ sha: 'c'.repeat(40) }],
    }));
    url.searchParams.set('page', String(page + 1));
    return json(rows, page * 100 < commits ? { link: `<${url.href}>; rel="next"` } : {});
  });
