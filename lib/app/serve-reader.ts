/** What the reader keeps and chooses: watchlist, settings, own projects, the file of all of it. */
import { isSectorId } from '../domain/detect/sectors.ts';
import { draftOf } from '../domain/registry/own.ts';
import { fail, ok, type Result } from '../result.ts';
import type { BrowserSide, Some } from './serve.ts';
import type { Services } from './services.ts';

/** Hands a result on; where something was changed, open pages are told, and the account where the watchlist was. */
type Then = <T>(result: Result<T>, part: Parameters<BrowserSide['changed']>[0], id?: string | null) => Result<T>;

function teller(services: Services, side: BrowserSide): Then {
  return (result, part, id = null) => {
    if (result.ok) side.changed(part, id);
    if (result.ok && part === 'watchlist') services.sync.poke();
    return result;
  };
}

/** The watchlist. */
function watchCalls(
  { env, watchlist, reports, projects }: Services,
  then: Then,
): Some<'watch.set' | 'watch.rows' | 'watch.visited' | 'watch.edit' | 'watch.restore'> {
  return {
    'watch.set': async ({ projectId, watched }) => {
      if (isSectorId(projectId)) return fail('unknown-project', env.now(), { subject: projectId });
      const known = watched ? await projects.find(projectId) : null;
      if (known && !known.ok) return known;
      return then(await watchlist.set(projectId, watched), 'watchlist', projectId);
    },
    'watch.rows': () => watchlist.page(reports.known),
    'watch.visited': () => watchlist.visited(),
    'watch.edit': async ({ projectId, patch }) => then(await watchlist.edit(projectId, patch), 'watchlist', projectId),
    'watch.restore': async ({ entry }) => then(await watchlist.restore(entry), 'watchlist', entry.projectId),
  };
}

/** Settings, sites and muted names. */
function choiceCalls(
  { corrections, settings, notices }: Services,
  then: Then,
): Some<'mute.set' | 'mute.list' | 'site.set' | 'settings.get' | 'settings.patch'> {
  return {
    'mute.set': async ({ projectId, scope, url, muted }) => {
      return then(await corrections.set(projectId, scope, url, muted), 'settings');
    },
    'mute.list': () => corrections.list(),
    'site.set': async ({ host, off }) => {
      const set = then(await settings.setSite(host.toLowerCase(), off), 'settings');
      return set.ok ? ok(null) : set;
    },
    'settings.get': async () => ok(await settings.get()),
    'settings.patch': async (patch) => {
      const done = then(await settings.patch(patch), 'settings');
      // Switched on: what has happened until now is not told any more.
      if (patch.notices !== undefined) await notices.deliver();
      return done;
    },
  };
}

/** Own projects, and everything that is kept as one file. */
function dataCalls(
  { projects, own, readerData }: Services,
  then: Then,
): Some<'own.list' | 'own.draft' | 'own.save' | 'own.remove' | 'data.read' | 'data.preview' | 'data.import'> {
  const ownChanged = <T>(result: Result<T>) => {
    if (result.ok) projects.refresh();
    return then(result, 'own');
  };
  return {
    'own.list': () => projects.own(),
    'own.draft': async ({ id }) => {
      const project = await projects.find(id);
      return project.ok ? ok(draftOf(project.value)) : project;
    },
    'own.save': async ({ project }) => ownChanged(await own.save(project)),
    'own.remove': async ({ id }) => ownChanged(await own.remove(id)),
    'data.read': () => readerData.read(),
    'data.preview': ({ data }) => readerData.preview(data),
    'data.import': async ({ data }) => {
      const done = ownChanged(await readerData.import(data));
      return then(then(done, 'watchlist'), 'settings');
    },
  };
}

/** All that the extension's own pages ask of what the reader keeps. */
export function readerCalls(services: Services, side: BrowserSide) {
  const then = teller(services, side);
  return { ...watchCalls(services, then), ...choiceCalls(services, then), ...dataCalls(services, then) };
}
