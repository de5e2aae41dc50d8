/** What the popup and the side panel ask of the page beside them: its mentions, straight from the overlay in that tab. */
import browser from 'webextension-polyfill';
import { POINTED_PORT, type TabFindings, type TabMessage } from '../../lib/protocol.ts';

export interface ActiveTab {
  id: number;
  url: string | null;
  /** In a private window: nothing of its page is written down. */
  private: boolean;
}

/** The tab in front; null where there is none that may be asked. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null, private: tab.incognito === true };
}

/** A page that was opened on its own, not by the browser's button, is told its tab: "?tab=12". */
export function namedTab(): number | null {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) && id >= 0 ? id : null;
}

/** The tab that this page stands beside: the one named in its address, else the one in front. */
export async function tabBeside(): Promise<ActiveTab | null> {
  const id = namedTab();
  if (id === null) return activeTab();
  try {
    const tab = await browser.tabs.get(id);
    return { id, url: tab.url ?? null, private: tab.incognito === true };
  } catch {
    // The tab was closed meanwhile.
    return null;
  }
}

const asked = new Set<number>();
/** Brings the script that answers into the tab, once for each page that the reader has open beside this one. */
async function bringAnswerer(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ['/tab.js'] });
  asked.add(tabId);
}

/** Sends a message to the page's overlay; undefined where none runs or the page may not be read. */
async function ask(tabId: number, message: TabMessage): Promise<unknown> {
  try {
    if (!asked.has(tabId)) await bringAnswerer(tabId);
    return await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // The page was reloaded or went away: the next question brings the script anew.
    asked.delete(tabId);
    return undefined;
  }
}

/** Projects found in a tab; null where no overlay answers (nothing found, or not allowed to read). */
export async function findingsOf(tabId: number): Promise<TabFindings | null> {
  return ((await ask(tabId, { roadmark: 1, tab: 'findings' })) as TabFindings | null | undefined) ?? null;
}

/** Scrolls the page to a mention, or marks it while the pointer rests on its line. */
export async function pointAt(tabId: number, key: string, how: 'scroll' | 'mark' | 'unmark'): Promise<void> {
  await ask(tabId, { roadmark: 1, tab: how, key });
}

/** Calls `onKey` with the mention that the reader points at in the page, null for none. Returns how to stop. */
export function followPointed(tabId: number, onKey: (key: string | null) => void): () => void {
  const port = browser.tabs.connect(tabId, { name: POINTED_PORT, frameId: 0 });
  port.onMessage.addListener((key: unknown) => onKey(typeof key === 'string' ? key : null));
  // The page went away, or no overlay runs there.
  port.onDisconnect.addListener(() => onKey(null));
  return () => port.disconnect();
}
