/** What the popup and the side panel ask of the page beside them: its mentions, straight from the overlay in that tab. */
import browser from 'webextension-polyfill';
import type { TabFindings, TabMessage } from '../../lib/protocol.ts';

export interface ActiveTab {
  id: number;
  url: string | null;
}

/** The tab in front; null where there is none that may be asked. */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Projects found in a tab; null where no overlay answers (nothing found, or not allowed to read). */
export async function findingsOf(tabId: number): Promise<TabFindings | null> {
  const message: TabMessage = { roadmark: 1, tab: 'findings' };
  try {
    return ((await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) as TabFindings | undefined) ?? null;
  } catch {
    return null;
  }
}

/** Scrolls the page to a mention, or marks it while the pointer rests on its line. */
export async function pointAt(tabId: number, key: string, how: 'scroll' | 'mark' | 'unmark'): Promise<void> {
  const message: TabMessage = { roadmark: 1, tab: how, key };
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // The page went away meanwhile: there is nothing left to point at.
  }
}
