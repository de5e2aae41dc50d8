/** Context menu, omnibox and keyboard: a word that the reader chose is looked up in the registry, on the device. */
import browser from 'webextension-polyfill';
import type { Sender } from '../../lib/app/serve.ts';
import { isOff } from '../../lib/app/serve-scripts.ts';
import type { Services } from '../../lib/app/services.ts';
import { MOST_SUGGESTIONS, pageFor, runCommand, suggestions, type TabCommand } from '../../lib/app/surfaces.ts';
import { LOOK_UP_TITLE } from '../../lib/i18n/menu.ts';
import { pickLanguage } from '../../lib/i18n.ts';
import type { ProjectHit } from '../../lib/protocol.ts';
import { framesOf } from '../kit/frames.ts';
import { openPage } from './browser-side.ts';
import type { Serve } from './serve-messages.ts';

const LOOK_UP = 'roadmark-look-up';
/** The reader's own act, from no page. */
const SELF: Sender = { own: true, private: false, tabId: null, frameId: null };

async function front() {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
}

async function tellTab(command: TabCommand): Promise<boolean> {
  const tab = await front();
  if (tab?.id === undefined) return false;
  try {
    // The page's own marks first; those of the first frame that has some where it has none.
    const [frame] = (await framesOf(tab.id)).filter(({ projectIds }) => projectIds[0]);
    if (!frame) return false;
    const { frameId } = frame;
    await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['/tab.js'] });
    return Boolean(await browser.tabs.sendMessage(tab.id, { roadmark: 1, tab: command }, { frameId }));
  } catch {
    // A page that may not be read, or one without an overlay.
    return false;
  }
}

/** Listens to all three from now on. */
export function serveSurfaces(services: Services, serve: Serve): void {
  const search = async (query: string, limit: number) => {
    const hits = await serve({ name: 'registry.search', request: { query, limit } }, SELF);
    return hits.ok ? (hits.value as ProjectHit[]) : [];
  };
  const openFor = async (text: string, isPrivate: boolean) => {
    // The surfaces look things up synchronously; the one answer that they can need is fetched before.
    const hits = await search(text, 1);
    await openPage(pageFor({ search: () => hits }, text, isPrivate));
  };
  const toggleSite = async () => {
    const tab = await front();
    if (!tab?.url || !URL.canParse(tab.url)) return;
    const host = new URL(tab.url).hostname;
    const { offSites } = await services.settings.get();
    const sender = { ...SELF, private: tab.incognito === true };
    await serve({ name: 'site.set', request: { host, off: !isOff(host, offSites) } }, sender);
  };
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (info.menuItemId === LOOK_UP && info.selectionText) void openFor(info.selectionText, tab?.incognito === true);
  });
  browser.omnibox?.onInputChanged.addListener((text, suggest) => {
    void search(text, MOST_SUGGESTIONS).then((hits) => suggest(suggestions({ search: () => hits }, text)));
  });
  browser.omnibox?.onInputEntered.addListener(
    (text) => void front().then((tab) => openFor(text, tab?.incognito === true)),
  );
  const deps = { tellTab, toggleSite };
  browser.commands?.onCommand.addListener((command) => void runCommand(deps, command));
}

async function menuTitle(services: Services): Promise<string> {
  const { language } = await services.settings.get();
  return LOOK_UP_TITLE[pickLanguage(language, navigator.languages)];
}

/** Makes the menu in the reader's language, once per installed version: the browser keeps it from then on. */
export async function makeMenu(services: Services): Promise<void> {
  const title = await menuTitle(services);
  await browser.contextMenus?.removeAll();
  browser.contextMenus?.create({ id: LOOK_UP, title, contexts: ['selection'] });
}

/** Gives the menu the words of the language that is set now. */
export async function renameMenu(services: Services): Promise<void> {
  const title = await menuTitle(services);
  // Not made yet: it is made in that language then.
  await browser.contextMenus?.update(LOOK_UP, { title }).catch(() => {});
}
