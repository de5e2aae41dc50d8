/** The tab that the panel stands beside: the one in front, or the one named in the panel's address. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { tabBeside } from '../kit/tab.ts';

export interface Beside {
  tabId: number;
  /** In a private window. */
  private: boolean;
  /** Grows whenever the tab shows another page. */
  page: number;
}

export function useTab(): Beside | null {
  const [beside, setBeside] = useState<Beside | null>(null);
  useEffect(() => {
    const look = async () => {
      const tab = await tabBeside();
      if (!tab) return setBeside(null);
      const { id: tabId, private: isPrivate } = tab;
      setBeside((old) => (old?.tabId === tabId ? old : { tabId, private: isPrivate, page: (old?.page ?? 0) + 1 }));
    };
    const onUpdated = (tabId: number, change: { status?: string }) => {
      if (change.status !== 'loading') return;
      setBeside((old) => (old?.tabId === tabId ? { ...old, page: old.page + 1 } : old));
    };
    void look();
    browser.tabs.onActivated.addListener(look);
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);
  return beside;
}
