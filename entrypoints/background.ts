/** Wiring only: makes Env, database and services, connects them to messages, port, alarms, install, menu and omnibox. */
import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { createServer, type Sender } from '../lib/app/serve.ts';
import { createServices, type Services } from '../lib/app/services.ts';
import { pageFor, runCommand, suggestions, type TabCommand } from '../lib/app/surfaces.ts';
import { OWN_KEYS_ITEM } from '../lib/domain/detect/prefilter.ts';
import type { Env } from '../lib/env.ts';
import { coreCatalogues } from '../lib/i18n/catalogues.ts';
import { pickLanguage } from '../lib/i18n.ts';
import { createStore } from '../lib/io/db.ts';
import { SNAPSHOT_PATH } from '../lib/io/snapshot.ts';
import { type ProjectHit, REPORT_PORT } from '../lib/protocol.ts';
import { fail } from '../lib/result.ts';

/** Half an hour: the plan's rounds. Made anew at every start, since Firefox drops alarms at restart. */
const TICK_MINUTES = 30;
/** Chrome's shortest alarm. */
const SHORTEST_MS = 30_000;
const TICK = 'roadmark-tick';
const JOB = 'roadmark-job';
const LOOK_UP = 'roadmark-look-up';
/** Under the omnibox Chrome shows at most six. */
const MOST_SUGGESTIONS = 6;

const env: Env = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
  fetch: (input, init) => fetch(input, init),
};

function senderOf(sender: Runtime.MessageSender): Sender {
  const own = sender.url?.startsWith(browser.runtime.getURL('/')) === true;
  return {
    own,
    private: sender.tab?.incognito === true,
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? null,
  };
}

const openPage = (path: string) => browser.tabs.create({ url: browser.runtime.getURL(path) });
const openProject = async (id: string) => {
  await openPage(`/project.html?id=${encodeURIComponent(id)}`);
};

function makeServices(): Services {
  const store = createStore({ now: env.now });
  const setJobAlarm = async () => {
    const at = await services.jobs.nextAt();
    if (at !== null) await browser.alarms.create(JOB, { when: Math.max(at, env.now() + SHORTEST_MS) });
  };
  const services: Services = createServices({
    env,
    store,
    registryUrl: browser.runtime.getURL('/data/registry.json'),
    snapshotUrl: browser.runtime.getURL(SNAPSHOT_PATH),
    me: crypto.randomUUID(),
    alone: true,
    onJobs: () => void setJobAlarm(),
    onRead: (projectId) => changed('report', projectId),
  });
  return services;
}

const channel = new BroadcastChannel('roadmark-changes');
const changed = (part: string, projectId: string | null) => channel.postMessage({ part, projectId });

/** The detector reads the keys of the reader's own names where content scripts can: hashes, no names. */
async function keepOwnKeys(services: Services): Promise<void> {
  await browser.storage.local.set({ [OWN_KEYS_ITEM]: await services.projects.ownKeys() });
}

/** Tabs that were open before the extension came: their pages come alive without a reload. */
async function wakeOpenTabs(): Promise<void> {
  for (const script of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: script.matches }).catch(() => []);
    for (const tab of tabs) {
      if (tab.id === undefined || tab.discarded) continue;
      const target = { tabId: tab.id, allFrames: script.all_frames === true };
      // A tab that is closing, or an error page, refuses: nothing to do there.
      await browser.scripting.executeScript({ target, files: script.js ?? [] }).catch(() => {});
    }
  }
}

/** Sites that the reader granted beyond the list: the detector is registered for exactly these. */
async function registerGranted(): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script?.js) return;
  const fixed = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !fixed.has(origin) && /^(https:|\*:)/.test(origin));
  const id = 'roadmark-granted';
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => {});
  if (matches.length === 0) return;
  const excludeMatches = script.matches ?? [];
  const options = { id, js: script.js, matches, excludeMatches, allFrames: script.all_frames === true };
  await browser.scripting.registerContentScripts([{ ...options, runAt: 'document_idle', persistAcrossSessions: true }]);
}

function serveMessages(services: Services): ReturnType<typeof createServer> {
  const serve = createServer(services, {
    inject: async (tabId, frameId, file) => {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
    },
    openProject,
    words: (setting) => {
      const language = pickLanguage(setting, navigator.languages);
      return { language, strings: { ...coreCatalogues[language] } };
    },
    changed: (part, projectId) => {
      if (part === 'own') void keepOwnKeys(services);
      changed(part, projectId);
    },
  });
  const listen = (
    message: unknown,
    sender: Runtime.MessageSender,
    reply: (answer: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    if ((message as { roadmark?: unknown } | null)?.roadmark !== 1) return undefined;
    // Not returned as a promise: Dexie's is no native one, and both browsers would answer `undefined`.
    serve(message, senderOf(sender)).then(reply, (error) => reply(fail('bug', env.now(), { detail: String(error) })));
    return true;
  };
  browser.runtime.onMessage.addListener(listen as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== REPORT_PORT || port.sender?.id !== browser.runtime.id) return;
    let stop = () => {};
    const reports = port.sender && senderOf(port.sender).private ? services.privateReports : services.reports;
    port.onMessage.addListener((message: unknown) => {
      const { projectId } = (message ?? {}) as { projectId?: unknown };
      if (typeof projectId !== 'string') return;
      stop();
      stop = reports.follow(projectId, (report) => port.postMessage(report));
    });
    port.onDisconnect.addListener(() => stop());
  });
  return serve;
}

/** Context menu, omnibox and keyboard: a word that the reader chose is looked up in the registry, on the device. */
function serveSurfaces(services: Services, serve: ReturnType<typeof createServer>): void {
  const self: Sender = { own: true, private: false, tabId: null, frameId: null };
  const search = async (query: string, limit: number) => {
    const hits = await serve({ name: 'registry.search', request: { query, limit } }, self);
    return hits.ok ? (hits.value as ProjectHit[]) : [];
  };
  const openFor = async (text: string) => {
    // The surfaces look things up synchronously; the one answer that they can need is fetched before.
    const hits = await search(text, 1);
    await openPage(pageFor({ search: () => hits }, text));
  };
  const front = async () => (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  const tellTab = async (command: TabCommand) => {
    const tab = await front();
    if (tab?.id === undefined) return false;
    try {
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/tab.js'] });
      return Boolean(await browser.tabs.sendMessage(tab.id, { roadmark: 1, tab: command }, { frameId: 0 }));
    } catch {
      // A page that may not be read, or one without an overlay.
      return false;
    }
  };
  const toggleSite = async () => {
    const url = (await front())?.url;
    if (!url || !URL.canParse(url)) return;
    const host = new URL(url).hostname;
    const { offSites } = await services.settings.get();
    await serve({ name: 'site.set', request: { host, off: !offSites.includes(host) } }, self);
  };
  browser.contextMenus?.onClicked.addListener((info) => {
    if (info.menuItemId === LOOK_UP && info.selectionText) void openFor(info.selectionText);
  });
  browser.omnibox?.onInputChanged.addListener((text, suggest) => {
    void search(text, MOST_SUGGESTIONS).then((hits) => suggest(suggestions({ search: () => hits }, text)));
  });
  browser.omnibox?.onInputEntered.addListener((text) => void openFor(text));
  const deps = { search: () => [], openPage: (path: string) => void openPage(path), tellTab, toggleSite };
  browser.commands?.onCommand.addListener((command) => void runCommand(deps, command));
}

async function makeMenu(): Promise<void> {
  await browser.contextMenus?.removeAll();
  const language = pickLanguage('auto', navigator.languages);
  const title = (coreCatalogues[language] as Record<string, string>)['menu.lookUp'] ?? 'Roadmark: “%s”';
  browser.contextMenus?.create({ id: LOOK_UP, title, contexts: ['selection'] });
}

export default defineBackground({
  type: 'module',
  main() {
    const services = makeServices();
    serveSurfaces(services, serveMessages(services));
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === TICK || alarm.name === JOB) void services.refresh.round();
    });
    browser.runtime.onInstalled.addListener((details) => {
      void wakeOpenTabs();
      void keepOwnKeys(services);
      void registerGranted();
      void makeMenu();
      if (details.reason === 'install') void openPage('/welcome.html');
    });
    browser.runtime.onStartup.addListener(() => void services.refresh.round());
    browser.permissions.onAdded?.addListener(() => void registerGranted());
    browser.permissions.onRemoved?.addListener(() => void registerGranted());
    void browser.alarms.create(TICK, { delayInMinutes: TICK_MINUTES, periodInMinutes: TICK_MINUTES });
  },
});
