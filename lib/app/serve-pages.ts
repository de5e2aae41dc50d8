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

/** Ids of the watched projects; none where the list can't be read. */
async function watchedIds({ watchlist }: Services): Promise<Set<string>> {
  const watched = await watchlist.list();
  return new Set(watched.ok ? watched.value.map((entry) => entry.projectId) : []);
}

/** Projects to choose from. */
function projectCalls(services: Services): Some<'recent.list' | 'registry.search' | 'sites.known'> {
  const { projects, recent } = services;
  return {
    'recent.list': async () => {
      const found = await Promise.all((await recent.list()).map((id) => projects.find(id)));
      const ids = await watchedIds(services);
      return ok(found.flatMap((project) => (project.ok ? [hitOf(project.value, ids)] : [])));
    },
    'registry.search': async ({ query, limit }) => {
      const [known, ids] = [await projects.known(), await watchedIds(services)];
      if (!known.ok) return known;
      const hits = searchProjects(known.value.search, query, limit);
      return ok(hits.map((project) => hitOf(project, ids)));
    },
    'sites.known': async () => {
      const known = await projects.known();
      if (!known.ok) return known;
      // Hosts only: a match pattern can't hold a single path of a shared host without reading all of it.
      const hosts = known.value.projects.flatMap((project) => project.domains.filter((d) => !d.includes('/')));
      return ok([...new Set(hosts)].sort().map((host) => `https://*.${host}/*`));
    },
  };
}

/** What is asked of GitHub, and what was kept of it. */
function workCalls(
  services: Services,
  side: BrowserSide,
): Some<
  | 'requests.list'
  | 'budget.get'
  | 'report.recompute'
  | 'report.history'
  | 'refresh.get'
  | 'refresh.set'
  | 'refresh.now'
  | 'cache.size'
  | 'cache.clear'
> {
  const { refresh, cache } = services;
  return {
    'requests.list': ({ limit }) => services.log.list(limit),
    'budget.get': async () => {
      await services.budget.load();
      return ok(services.budget.note(services.env.now(), hourOf(await services.hasToken())));
    },
    'report.recompute': ({ projectId }) => services.reports.recompute(projectId),
    'report.history': ({ projectId }) => services.reports.history(projectId),
    'refresh.get': () => refresh.state(),
    'refresh.set': async ({ paused }) => {
      const state = await refresh.setPaused(paused);
      side.changed('refresh', null);
      return state;
    },
    'refresh.now': () => refresh.now(),
    'cache.size': () => cache.size(),
    'cache.clear': () => cache.clear(),
  };
}

/** The token, and a look at one tab. */
function accessCalls(
  { env, tokens }: Services,
  side: BrowserSide,
): Some<'token.set' | 'token.status' | 'token.clear' | 'tab.look'> {
  return {
    'token.set': ({ token }) => tokens.set(token),
    'token.status': () => tokens.status(),
    'token.clear': () => tokens.clear(),
    'tab.look': async ({ tabId }) => {
      try {
        await side.inject(tabId, 0, '/content-scripts/detector.js');
        return ok(null);
      } catch (error) {
        return fail('forbidden', env.now(), { detail: String(error).slice(0, 200) });
      }
    },
  };
}

/** What comes from a publisher and what travels with the account. */
function travelCalls(
  { updates, sync }: Services,
  side: BrowserSide,
): Some<
  'snapshot.status' | 'snapshot.source' | 'snapshot.check' | 'sync.get' | 'sync.set' | 'sync.now' | 'sync.forget'
> {
  return {
    'snapshot.status': () => updates.status(),
    'snapshot.source': async ({ source }) => {
      const status = await updates.setSource(source);
      side.changed('snapshot', null);
      return status;
    },
    'snapshot.check': () => updates.check(),
    'sync.get': () => sync.status(),
    'sync.set': ({ on }) => sync.set(on),
    'sync.now': () => sync.run(),
    'sync.forget': () => sync.forget(),
  };
}

/** Serves the calls of the extension's own pages; `createServer` checks who asks. */
export function pageOnlyCalls(services: Services, side: BrowserSide) {
  return {
    ...projectCalls(services),
    ...workCalls(services, side),
    ...accessCalls(services, side),
    ...travelCalls(services, side),
  };
}
