/** Opens the panel beside the page: Chrome's side panel, Firefox's sidebar. Must run inside a click. */
import browser from 'webextension-polyfill';

/** Chrome's own name for it; the polyfill knows the other browser's only. */
interface ChromePanel {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
}

/** Opens the panel for a tab. False where the browser has none or declined. */
export async function openPanel(tabId: number): Promise<boolean> {
  const { sidePanel } = (globalThis as { chrome?: ChromePanel }).chrome ?? {};
  try {
    if (sidePanel) await sidePanel.open({ tabId });
    else await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
