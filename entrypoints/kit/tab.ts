/** What popup and side panel ask of the page beside them: its mentions, straight from the overlays in that tab's frames. */
import browser from 'webextension-polyfill';
import { POINTED_PORT, type TabFindings, type TabMessage } from '../../lib/protocol.ts';
import { framesOf } from './frames.ts';

type Line = TabFindings['projects'][number];

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

/** Frames that answer already, as "tab/frame". */
const asked = new Set<string>();

/** Sends a message to the overlay in one frame; undefined where none runs or the page may not be read. */
async function ask(tabId: number, frameId: number, message: TabMessage): Promise<unknown> {
  const place = `${tabId}/${frameId}`;
  try {
    if (!asked.has(place)) {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/tab.js'] });
      asked.add(place);
    }
    return await browser.tabs.sendMessage(tabId, message, { frameId });
  } catch {
    // The page was reloaded or went away: the next question brings the script anew.
    asked.delete(place);
    return undefined;
  }
}

/** Key of a line in the lists beside the page: the mention's own where it stands in the page itself, else with its frame. */
const lineKey = (frameId: number, key: string) => (frameId === 0 ? key : `${frameId}>${key}`);
/** The way back: frame and key of a mention. */
function placeOf(line: string): [frameId: number, key: string] {
  const [, frameId, key] = /^(\d+)>(.*)$/s.exec(line) ?? [];
  return key === undefined ? [0, line] : [Number(frameId), key];
}

/** What the overlays of a tab show, a project of several frames in the first of them alone. Frames in the order of `found`. */
export function joinFrames(found: { frameId: number; projects: Line[] }[]): Line[] {
  const seen = new Set<string>();
  return found.flatMap(({ frameId, projects }) => {
    const fresh = projects.filter(({ projectId }) => !seen.has(projectId));
    for (const { projectId } of fresh) seen.add(projectId);
    return fresh.map((line) => ({ ...line, key: lineKey(frameId, line.key) }));
  });
}

/** Projects found in a tab, in all its frames; null where no overlay answers (nothing found, or not allowed to read). */
export async function findingsOf(tabId: number): Promise<TabFindings | null> {
  const frames = await framesOf(tabId);
  const answers = await Promise.all(
    frames.map(async ({ frameId }) => {
      const answer = await ask(tabId, frameId, { roadmark: 1, tab: 'findings' });
      return { frameId, projects: (answer as TabFindings | null | undefined)?.projects ?? null };
    }),
  );
  const found = answers.flatMap(({ frameId, projects }) => (projects ? [{ frameId, projects }] : []));
  return found.length > 0 ? { projects: joinFrames(found) } : null;
}

/** Scrolls the page to a mention, or marks it while the pointer rests on its line. */
export async function pointAt(tabId: number, line: string, how: 'scroll' | 'mark' | 'unmark'): Promise<void> {
  const [frameId, key] = placeOf(line);
  await ask(tabId, frameId, { roadmark: 1, tab: how, key });
}

/** Calls `onLine` with the line of the mention that the reader points at in these frames, null for none. Returns how to stop. */
export function followPointed(tabId: number, frameIds: number[], onLine: (line: string | null) => void): () => void {
  const ports = frameIds.map((frameId) => {
    const port = browser.tabs.connect(tabId, { name: POINTED_PORT, frameId });
    port.onMessage.addListener((key: unknown) => onLine(typeof key === 'string' ? lineKey(frameId, key) : null));
    // The page went away, or no overlay runs there.
    port.onDisconnect.addListener(() => onLine(null));
    return port;
  });
  return () => {
    for (const port of ports) port.disconnect();
  };
}

/** Frames that lines of these keys stand in, the page itself always. */
export const framesIn = (lines: string[]) => [...new Set([0, ...lines.map((line) => placeOf(line)[0])])];
