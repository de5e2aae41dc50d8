/** The protocol, served: shape and right of the sender are checked, each call answers with a Result, an exception is a "bug". */
import * as v from 'valibot';
import { isSectorId } from '../domain/detect/sectors.ts';
import type { IdentityRule } from '../domain/detect/types.ts';
import { draftOf } from '../domain/registry/own.ts';
import type { ProjectReport, SectorBaseline } from '../domain/signal.ts';
import { numberOf } from '../domain/watch/row.ts';
import { redact } from '../io/request-log.ts';
import type { BadgeFacts, CallName, CallRequest, CallResult, Calls, PageAnswer, Settings } from '../protocol.ts';
import { fail, ok, type Result } from '../result.ts';
import { lensCalls } from './lens.ts';
import { pageOnlyCalls } from './serve-pages.ts';
import type { Services } from './services.ts';
import { FROM_PAGES, SHAPES } from './shapes.ts';
import { countText } from './surfaces.ts';

/** Who asks, reduced to what decides. */
export interface Sender {
  /** One of the extension's own pages. */
  own: boolean;
  /** In a private window. */
  private: boolean;
  tabId: number | null;
  frameId: number | null;
}

export type SectorWords = Required<Pick<BadgeFacts, 'name' | 'label'>>;

/** What only the browser can do; handed in by the entrypoint. */
export interface BrowserSide {
  inject(tabId: number, frameId: number, file: string): Promise<void>;
  /** `isPrivate`: from a private window, of which nothing may be kept. */
  openProject(projectId: string, isPrivate: boolean): Promise<void>;
  /** Shows a text on the toolbar button for one tab until it navigates; "" for none. */
  toolbar(tabId: number, text: string): Promise<void>;
  /** Ids that the overlays of a tab show, in all its frames; each once for each frame. */
  shownIn(tabId: number): Promise<string[]>;
  /** Language to show and its words, for a content script. */
  words(setting: Settings['language']): Omit<Calls['overlay.init'][1], 'settings'>;
  /** Name of a sector in the reader's language, and what its badge is called with that baseline. */
  sectorWords(setting: Settings['language'], id: string, baseline: SectorBaseline | undefined): SectorWords;
  /** Tells open pages of the extension that something changed. */
  changed(part: 'settings' | 'watchlist' | 'report' | 'refresh' | 'own' | 'snapshot', projectId: string | null): void;
}

type Handlers = {
  [N in CallName]: (request: CallRequest<N>, sender: Sender) => Promise<CallResult<N>>;
};

/** Serves one message. Unknown names, wrong shapes and senders without the right get `invalid-input`. */
export function createServer(services: Services, side: BrowserSide) {
  const handlers: Handlers = {
    ...pageCalls(services, side),
    ...readerCalls(services, side),
    ...pageOnlyCalls(services, side),
    ...lensCalls(services, side),
  };
  return async (message: unknown, sender: Sender): Promise<Result<unknown>> => {
    const now = services.env.now();
    const { name, request } = (message ?? {}) as { name?: unknown; request?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) {
      return fail('invalid-input', now, { subject: 'message', detail: 'no such call' });
    }
    const call = name as CallName;
    if (!sender.own && !FROM_PAGES.has(call)) {
      return fail('invalid-input', now, { subject: call, detail: 'not for content scripts' });
    }
    const shape = v.safeParse(SHAPES[call], request);
    if (!shape.success) return fail('invalid-input', now, { subject: call, detail: shape.issues[0].message });
    if (sender.private && WRITES.has(call)) {
      return fail('storage-blocked', now, { subject: call, detail: 'private window: nothing is kept' });
    }
    try {
      const handler = handlers[call] as (request: unknown, sender: Sender) => Promise<Result<unknown>>;
      return await handler(shape.output, sender);
    } catch (error) {
      console.error(call, error);
      return fail('bug', now, { subject: call, detail: redact(String(error)).slice(0, 300) });
    }
  };
}

/** What says something of a page or project that the reader met; from a private window that is not kept, whoever asks. */
const WRITES: ReadonlySet<CallName> = new Set<CallName>(['watch.set', 'mute.set', 'site.set']);

/** Handlers of some calls: what one part of the server gives. */
export type Some<N extends CallName> = Pick<Handlers, N>;

function factsOf(report: ProjectReport): BadgeFacts {
  return {
    projectId: report.projectId,
    name: report.name,
    codeVerdict: report.code.verdict,
    roadmapVerdict: report.roadmap.verdict,
    activeDevelopers: numberOf(report, 'active-developers'),
    drawdown: numberOf(report, 'drawdown'),
    asOf: report.code.asOf ?? report.roadmap.asOf,
  };
}

/** Whether a host or one of its parents is switched off. */
export function isOff(host: string, offSites: readonly string[]): boolean {
  return offSites.some((off) => host === off || host.endsWith(`.${off}`));
}

/** Rules under which an address is the project's own. */
const OWN_SITE: ReadonlySet<string> = new Set(['own-domain', 'shared-host-path'] satisfies IdentityRule[]);

function pageCalls(
  services: Services,
  side: BrowserSide,
): Some<
  | 'page.lookup'
  | 'overlay.inject'
  | 'card.inject'
  | 'overlay.init'
  | 'badge.facts'
  | 'report.known'
  | 'report.live'
  | 'page.open'
  | 'page.count'
  | 'roadmap.inject'
  | 'roadmap.visit'
> {
  const reportsFor = (sender: Sender) => (sender.private ? services.privateReports : services.reports);
  const inject = async (file: string, sender: Sender) => {
    if (sender.tabId === null) return fail('cancelled', services.env.now(), { detail: 'the sender has no tab' });
    try {
      await side.inject(sender.tabId, sender.frameId ?? 0, file);
      return ok(null);
    } catch (error) {
      // The tab was closed or navigated meanwhile.
      return fail('cancelled', services.env.now(), { detail: String(error).slice(0, 200) });
    }
  };
  return {
    'page.lookup': async ({ url, keys }, sender) => {
      const settings = await services.settings.get();
      const nothing: PageAnswer = {
        show: false,
        identity: null,
        lookAlike: null,
        names: [],
        muted: [],
        maxBadges: settings.maxBadges,
      };
      if (URL.canParse(url) && isOff(new URL(url).hostname, settings.offSites)) return ok(nothing);
      const known = await services.projects.known();
      if (!known.ok) return known;
      const { identity, lookAlike, names } = known.value.lookup.answer(url, keys);
      const muted = await services.corrections.at(url);
      const isMuted = (id: string) => muted.includes(id);
      const shown = identity && !isMuted(identity.projectId) ? identity : null;
      const left = names.filter((entry) => !isMuted(entry.projectId));
      const show = shown !== null || lookAlike !== null || left.length > 0;
      // On the project's own site its roadmap may be open; what it says is read there, on the device, and never of a private window.
      if (shown && OWN_SITE.has(shown.rule) && !sender.private) void inject('/own-site.js', sender);
      return ok({ show, identity: shown, lookAlike, names: left, muted, maxBadges: settings.maxBadges });
    },
    'overlay.inject': (_, sender) => inject('/overlay.js', sender),
    'card.inject': (_, sender) => inject('/card.js', sender),
    'overlay.init': async () => {
      const settings = await services.settings.get();
      return ok({ ...side.words(settings.language), settings });
    },
    'badge.facts': async ({ projectIds }, sender) => {
      const { language } = await services.settings.get();
      const facts: BadgeFacts[] = [];
      for (const id of projectIds) {
        const report = await reportsFor(sender).known(id);
        if (!report.ok) continue;
        const [baseline] = report.value.baselines;
        const words = isSectorId(id) ? side.sectorWords(language, id, baseline) : {};
        facts.push({ ...factsOf(report.value), ...words });
      }
      return ok(facts);
    },
    'report.known': ({ projectId }, sender) => reportsFor(sender).known(projectId),
    'report.live': async ({ projectId, reason }, sender) => {
      if (!sender.private && reason !== 'watch' && !isSectorId(projectId)) await services.recent.note(projectId);
      const report = await reportsFor(sender).live(projectId, reason);
      if (report.ok && !sender.private) {
        await services.watchlist.observe(report.value);
        side.changed('report', projectId);
      }
      return report;
    },
    // Nothing is kept of a private window, so nothing need be read there.
    'roadmap.inject': async (_, sender) => (sender.private ? ok(null) : inject('/roadmap-page.js', sender)),
    'roadmap.visit': async ({ projectId, url, items }, sender) => {
      if (sender.private) return ok({ kept: false });
      const project = await services.projects.find(projectId);
      if (!project.ok) return project;
      const kept = await services.roadmap.visit(project.value, { url, items });
      if (kept.ok && kept.value.kept) side.changed('report', projectId);
      return kept;
    },
    'page.count': async ({ projectIds }, sender) => {
      if (sender.tabId === null) return ok(null);
      // Asked of the tab, not remembered: the background may have been asleep, and frames go without a word.
      const shown = new Set([...projectIds, ...(await side.shownIn(sender.tabId))]);
      const count = [...shown].filter((id) => !isSectorId(id)).length;
      const { toolbarCount } = await services.settings.get();
      await side.toolbar(sender.tabId, toolbarCount ? countText(count) : '');
      return ok(null);
    },
    'page.open': async ({ projectId }, sender) => {
      await side.openProject(projectId, sender.private);
      return ok(null);
    },
  };
}

function readerCalls(
  services: Services,
  side: BrowserSide,
): Some<
  | 'watch.set'
  | 'watch.rows'
  | 'watch.visited'
  | 'watch.edit'
  | 'watch.restore'
  | 'mute.set'
  | 'mute.list'
  | 'site.set'
  | 'settings.get'
  | 'settings.patch'
  | 'own.list'
  | 'own.draft'
  | 'own.save'
  | 'own.remove'
  | 'data.read'
  | 'data.preview'
  | 'data.import'
> {
  const { watchlist, reports, corrections, settings, projects, own, readerData } = services;
  const then = <T>(result: Result<T>, part: Parameters<BrowserSide['changed']>[0], id: string | null = null) => {
    if (result.ok) side.changed(part, id);
    if (result.ok && part === 'watchlist') services.sync.poke();
    return result;
  };
  const ownChanged = <T>(result: Result<T>) => {
    if (result.ok) projects.refresh();
    return then(result, 'own');
  };
  return {
    'watch.set': async ({ projectId, watched }) => {
      if (isSectorId(projectId)) return fail('unknown-project', services.env.now(), { subject: projectId });
      const known = watched ? await projects.find(projectId) : null;
      if (known && !known.ok) return known;
      return then(await watchlist.set(projectId, watched), 'watchlist', projectId);
    },
    'watch.rows': () => watchlist.page(reports.known),
    'watch.visited': () => watchlist.visited(),
    'watch.edit': async ({ projectId, patch }) => then(await watchlist.edit(projectId, patch), 'watchlist', projectId),
    'watch.restore': async ({ entry }) => then(await watchlist.restore(entry), 'watchlist', entry.projectId),
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
      if (patch.notices !== undefined) await services.notices.deliver();
      return done;
    },
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
