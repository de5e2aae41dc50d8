/** The detector where it may run: in tabs that were open before, and on sites that the reader granted. */
import browser from 'webextension-polyfill';
import type { Services } from '../../lib/app/services.ts';
import { originsToRead } from '../../lib/domain/match-patterns.ts';

/** Tabs that were open before the extension came: their pages come alive without a reload. */
export async function wakeOpenTabs(): Promise<void> {
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
export async function registerGranted(services: Pick<Services, 'updates'>): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script?.js) return;
  const fixed = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const { origins = [] } = await browser.permissions.getAll();
  const granted = origins.filter((origin) => !fixed.has(origin) && /^(https:|\*:)/.test(origin));
  const matches = originsToRead(granted, await services.updates.host());
  const id = 'roadmark-granted';
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => {});
  if (matches.length === 0) return;
  const excludeMatches = script.matches ?? [];
  const options = { id, js: script.js, matches, excludeMatches, allFrames: script.all_frames === true };
  // Frames without an address of their own; the polyfill's types do not know it yet.
  Object.assign(options, { matchOriginAsFallback: true });
  await browser.scripting.registerContentScripts([{ ...options, runAt: 'document_idle', persistAcrossSessions: true }]);
}
