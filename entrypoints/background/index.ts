/** Wiring only: makes Env, database and services, connects them to messages, alarms, install and the browser's surfaces. */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { createServices, type Services } from '../../lib/app/services.ts';
import { isSyncKey } from '../../lib/app/sync.ts';
import { OWN_KEYS_ITEM } from '../../lib/domain/detect/prefilter.ts';
import type { Env } from '../../lib/env.ts';
import { createStore } from '../../lib/io/db.ts';
import { SNAPSHOT_PATH } from '../../lib/io/snapshot.ts';
import { browserSide, openPage, tellPages } from './browser-side.ts';
import { createNotifier, serveNotices } from './notices.ts';
import { registerGranted, wakeOpenTabs } from './page-scripts.ts';
import { serveMessages } from './serve-messages.ts';
import { makeMenu, renameMenu, serveSurfaces } from './serve-surfaces.ts';
import { followToolbarSetting } from './toolbar.ts';

/** Half an hour: the plan's rounds. Made anew at every start, since Firefox drops alarms at restart. */
const TICK_MINUTES = 30;
/** Chrome's shortest alarm. */
const SHORTEST_MS = 30_000;
const TICK = 'roadmark-tick';
const JOB = 'roadmark-job';
/** The end of quiet hours, where a notice waits for it. */
const QUIET = 'roadmark-quiet';

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

function makeServices(): Services {
  const store = createStore({ now: env.now });
  const setJobAlarm = async () => {
    const at = await services.jobs.nextAt();
    if (at !== null) await browser.alarms.create(JOB, { when: Math.max(at, env.now() + SHORTEST_MS) });
  };
  const services: Services = createServices({
    env,
    store,
    readingSites: browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [],
    registryUrl: browser.runtime.getURL('/data/registry.json'),
    snapshotUrl: browser.runtime.getURL(SNAPSHOT_PATH),
    rootsUrl: browser.runtime.getURL('/data/known-roots.txt'),
    me: crypto.randomUUID(),
    alone: true,
    onJobs: () => void setJobAlarm(),
    onRead: (projectId) => {
      tellPages('report', projectId);
      tellPages('refresh', null);
    },
    ...(browser.storage.sync ? { syncArea: browser.storage.sync } : {}),
    onSynced: () => tellPages('watchlist', null),
    notifier: createNotifier(() => services),
    onQuiet: (until) => void browser.alarms.create(QUIET, { when: Math.max(until, env.now() + SHORTEST_MS) }),
    mayAsk: (host) => browser.permissions.contains({ origins: [`https://${host}/*`] }),
    onSnapshot: () => tellPages('report', null),
  });
  return services;
}

/** The detector reads the keys of the reader's own names where content scripts can: hashes, no names. */
async function keepOwnKeys(services: Services): Promise<void> {
  await browser.storage.local.set({ [OWN_KEYS_ITEM]: await services.projects.ownKeys() });
}

export default defineBackground({
  type: 'module',
  main() {
    const services = makeServices();
    const onSettings = followToolbarSetting(services);
    const side = browserSide((part) => {
      if (part === 'own') void keepOwnKeys(services);
      if (part === 'snapshot') void registerGranted(services);
      if (part === 'settings') {
        void onSettings();
        void renameMenu(services);
      }
    });
    serveSurfaces(services, serveMessages(services, side));
    const listenToNotices = serveNotices(services);
    const round = () => {
      void services.refresh.round();
      void services.updates.round();
    };
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === TICK || alarm.name === JOB) round();
      if (alarm.name === TICK || alarm.name === QUIET) void services.notices.deliver();
      if (alarm.name === TICK) void services.sync.run();
    });
    browser.runtime.onInstalled.addListener((details) => {
      void wakeOpenTabs();
      void keepOwnKeys(services);
      void registerGranted(services);
      void makeMenu(services);
      if (details.reason === 'install') void openPage('/welcome.html');
    });
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'sync' && Object.keys(changes).some(isSyncKey)) services.sync.poke();
    });
    browser.runtime.onStartup.addListener(() => {
      round();
      void services.sync.run();
    });
    const onPermissions = () => {
      void registerGranted(services);
      listenToNotices();
      void services.notices.deliver();
    };
    browser.permissions.onAdded?.addListener(onPermissions);
    browser.permissions.onRemoved?.addListener(onPermissions);
    void browser.alarms.create(TICK, { delayInMinutes: TICK_MINUTES, periodInMinutes: TICK_MINUTES });
  },
});
