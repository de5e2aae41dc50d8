/** The browser's notifications. Their permission is optional: the interface may appear and go while the worker lives. */
import browser from 'webextension-polyfill';
import { type Notifier, pageOfNotice } from '../../lib/app/notices.ts';
import type { Services } from '../../lib/app/services.ts';
import { noticeText } from '../../lib/i18n/notices.ts';
import { openPage, wordsOf } from './browser-side.ts';

const ICON = '/icon/128.png';
/** Undefined without the permission, whatever the types say. */
const api = () => browser.notifications as typeof browser.notifications | undefined;

/** What the use case asks of the browser. `services` is asked late: it is made with this. */
export function createNotifier(services: () => Services): Notifier {
  return {
    allowed: async () => Boolean(api()) && (await browser.permissions.contains({ permissions: ['notifications'] })),
    async show(id, items) {
      const { language } = await services().settings.get();
      const text = noticeText(wordsOf(language).language, items);
      try {
        const iconUrl = browser.runtime.getURL(ICON);
        await api()?.create(id, { type: 'basic', iconUrl, ...text });
        return Boolean(api());
      } catch (error) {
        console.warn('notice', error);
        return false;
      }
    },
    standing: async () => Object.keys((await api()?.getAll()) ?? {}),
  };
}

/** A click opens the project or the watchlist. Returns how to listen once the permission is there. */
export function serveNotices(services: Services): () => void {
  let listening: typeof browser.notifications | undefined;
  const listen = () => {
    const now = api();
    if (!now || now === listening) return;
    listening = now;
    now.onClicked.addListener((id) => {
      const page = pageOfNotice(id);
      if (!page) return;
      void services.notices.handled(id);
      void now.clear(id);
      void openPage(page);
    });
    now.onClosed.addListener((id) => void services.notices.handled(id));
  };
  listen();
  return listen;
}
