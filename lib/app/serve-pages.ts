/** Calls that only the extension's own pages may make: logs, recompute, refresh, search, stored answers, looks at a tab. */
import type { Project } from '../domain/registry/project.ts';
import { searchProjects } from '../domain/registry/search.ts';
import { hourOf } from '../io/github/budget.ts';
import type { ProjectHit } from '../protocol.ts';
import { fail, ok } from '../result.ts';
import type { BrowserSide, Some } from './serve.ts';
import type { Services } from './services.ts';

function hitOf({ id, name, symbol, sectors }: Project, watched: ReadonlySet<string>): ProjectHit {
  return { projectId: id, name, symbol: symbol ?? null, sectors, watched: watched.has(id) };
}

/** Serves the calls of the extension's own pages; `createServer` checks who asks. */
export function pageOnlyCalls(
  services: Services,
  side: BrowserSide,
): Some<
  | 'requests.list'
  | 'budget.get'
  | 'report.recompute'
  | 'report.history'
  | 'recent.list'
  | 'refresh.get'
  | 'refresh.set'
  | 'refresh.now'
  | 'registry.search'
  | 'cache.size'
  | 'cache.clear'
  | 'token.set'
  | 'token.status'
  | 'token.clear'
  | 'tab.look'
  | 'sites.known'
  | 'snapshot.status'
  | 'snapshot.source'
  | 'snapshot.check'
  | 'sync.get'
  | 'sync.set'
  | 'sync.now'
  | 'sync.forget'
> {
  const { refresh, tokens, cache, projects, sync } = services;
  return {
    'requests.list': ({ limit }) => services.log.list(limit),
    'budget.get': async () => {
      await services.budget.load();
      return ok(services.budget.note(services.env.now(), hourOf(await services.hasToken())));
    },
    'report.recompute': ({ projectId }) => services.reports.recompute(projectId),
    'report.history': ({ projectId }) => services.reports.history(projectId),
    'recent.list': async () => {
      const found = await Promise.all((await services.recent.list()).map((id) => projects.find(id)));
      const watched = await services.watchlist.list();
      const ids = new Set(watched.ok ? watched.value.map((entry) => entry.projectId) : []);
      return ok(found.flatMap((project) => (project.ok ? [hitOf(project.value, ids)] : [])));
    },
    'refresh.get': () => refresh.state(),
    'refresh.set': async ({ paused }) => {
      const state = await refresh.setPaused(paused);
      side.changed('refresh', null);
      return state;
    },
    'refresh.now': () => refresh.now(),
    'registry.search': async ({ query, limit }) => {
      const [known, watched] = [await projects.known(), await services.watchlist.list()];
      if (!known.ok) return known;
      const ids = new Set(watched.ok ? watched.value.map((entry) => entry.projectId) : []);
      const hits = searchProjects(known.value.search, query, limit);
      return ok(hits.map((project) => hitOf(project, ids)));
    },
    'cache.size': () => cache.size(),
    'cache.clear': () => cache.clear(),
    'token.set': ({ token }) => tokens.set(token),
    'token.status': () => tokens.status(),
    'token.clear': () => tokens.clear(),
    'tab.look': async ({ tabId }) => {
      try {
        await side.inject(tabId, 0, '/content-scripts/detector.js');
        return ok(null);
      } catch (error) {
        return fail('forbidden', services.env.now(), { detail: String(error).slice(0, 200) });
      }
    },
    'snapshot.status': () => services.updates.status(),
    'snapshot.source': async ({ source }) => {
      const status = await services.updates.setSource(source);
      side.changed('snapshot', null);
      return status;
    },
    'snapshot.check': () => services.updates.check(),
    'sync.get': () => sync.status(),
    'sync.set': ({ on }) => sync.set(on),
    'sync.now': () => sync.run(),
    'sync.forget': () => sync.forget(),
    'sites.known': async () => {
      const known = await projects.known();
      if (!known.ok) return known;
      // Hosts only: a match pattern can't hold a single path of a shared host without reading all of it.
      const hosts = known.value.projects.flatMap((project) => project.domains.filter((d) => !d.includes('/')));
      return ok([...new Set(hosts)].sort().map((host) => `https://*.${host}/*`));
    },
  };
}
