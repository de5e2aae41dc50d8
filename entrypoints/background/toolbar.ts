/** The count on the toolbar button goes when the reader switches it off; it comes back with each page that is read. */
import browser from 'webextension-polyfill';
import type { Services } from '../../lib/app/services.ts';
import { showOnToolbar } from './browser-side.ts';

/** Returns what to call when settings have changed. */
export function followToolbarSetting(services: Services): () => Promise<void> {
  return async () => {
    if ((await services.settings.get()).toolbarCount) return;
    for (const { id } of await browser.tabs.query({})) if (id !== undefined) await showOnToolbar(id, '');
  };
}
