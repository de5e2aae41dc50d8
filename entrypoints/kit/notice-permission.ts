/** The browser's optional permission for notifications, asked for from a click in the page itself. */
import browser from 'webextension-polyfill';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether notifications may be shown now. */
export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS).catch(() => false);
}

/** Asks for it; must run inside a click. False when the reader declines. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS).catch(() => false);
}

/** Calls `onChange` when the permission may have come or gone; returns how to stop. */
export function watchNotifyPermission(onChange: () => void): () => void {
  browser.permissions.onAdded?.addListener(onChange);
  browser.permissions.onRemoved?.addListener(onChange);
  return () => {
    browser.permissions.onAdded?.removeListener(onChange);
    browser.permissions.onRemoved?.removeListener(onChange);
  };
}
