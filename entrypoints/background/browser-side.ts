/** What only the browser can do for the use cases: scripts into tabs, pages, words of the reader's language, news to open pages. */
import browser from 'webextension-polyfill';
import type { BrowserSide, SectorWords } from '../../lib/app/serve.ts';
import { SECTOR_PREFIX } from '../../lib/domain/detect/sectors.ts';
import { projectPath } from '../../lib/domain/project-path.ts';
import type { SectorBaseline } from '../../lib/domain/signal.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { createWords } from '../../lib/i18n/words.ts';
import { type Language, pickLanguage } from '../../lib/i18n.ts';
import type { Settings } from '../../lib/protocol.ts';
import { framesOf } from '../kit/frames.ts';

export const openPage = (path: string) => browser.tabs.create({ url: browser.runtime.getURL(path) });

const channel = new BroadcastChannel('roadmark-changes');
/** Tells open pages of the extension that something changed. */
export const tellPages: BrowserSide['changed'] = (part, projectId) => channel.postMessage({ part, projectId });

/** Language to show for a setting, and its words. */
export function wordsOf(setting: Settings['language']): { language: Language; strings: Record<string, string> } {
  const language = pickLanguage(setting, navigator.languages);
  return { language, strings: { ...coreCatalogues[language] } };
}

/** Name of a sector and the accessible name of its badge: how far its projects stand below their peaks, where that is known. */
export function sectorWords(
  setting: Settings['language'],
  id: string,
  baseline: SectorBaseline | undefined,
): SectorWords {
  const language = pickLanguage(setting, navigator.languages);
  const i18n = createWords(language, coreCatalogues[language]);
  const name = i18n.maybe(`sector.${id.slice(SECTOR_PREFIX.length)}`) ?? id;
  if (!baseline || baseline.median === null) return { name, label: i18n.t('badge.sector-unknown', { name }) };
  const percent = i18n.percent(baseline.median);
  return { name, label: i18n.t('badge.sector', { name, percent, count: i18n.number(baseline.n) }) };
}

/** Puts a text on the toolbar button of one tab, or takes it away. */
export async function showOnToolbar(tabId: number, text: string): Promise<void> {
  // The tab may be closed by now.
  await browser.action.setBadgeText({ tabId, text }).catch(() => {});
}

/** The browser's half of the protocol; `onChanged` hears what open pages hear. */
export function browserSide(onChanged: BrowserSide['changed']): BrowserSide {
  return {
    inject: async (tabId, frameId, file) => {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] });
    },
    openProject: async (id, isPrivate) => {
      await openPage(projectPath(id, isPrivate));
    },
    toolbar: showOnToolbar,
    shownIn: async (tabId) => (await framesOf(tabId)).flatMap(({ projectIds }) => projectIds),
    words: wordsOf,
    sectorWords,
    changed: (part, projectId) => {
      onChanged(part, projectId);
      tellPages(part, projectId);
    },
  };
}
