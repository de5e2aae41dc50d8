/** Stage 1 on every allowed page: is there anything to show? Wiring only; the work is in lib/page/detect-page.ts. */
import packed from 'virtual:roadmark-prefilter';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { deliver, waitMs } from '../lib/deliver.ts';
import { OWN_KEYS_ITEM, unpackPrefilter } from '../lib/domain/detect/prefilter.ts';
import { detectPage } from '../lib/page/detect-page.ts';
import { pageOf, whenLarge } from '../lib/page/frame.ts';
import { takeOver } from '../lib/page/handoff.ts';
import type { CallMessage, CallName, CallRequest, CallResult } from '../lib/protocol.ts';

/** False once the extension was updated, switched off or removed: this script is then a left-over. */
const isAlive = () => Boolean(browser.runtime?.id);

async function call<N extends CallName>(name: N, request: CallRequest<N>): Promise<CallResult<N> | undefined> {
  const message: CallMessage<N> = { roadmark: 1, name, request };
  const { answer } = await deliver({
    send: () => browser.runtime.sendMessage(message),
    // The extension may be gone for good (updated or removed): then there is nobody to ask, and nothing to show.
    isAlive,
    wait: waitMs,
  });
  return answer as CallResult<N> | undefined;
}

async function readOwnKeys(): Promise<number[]> {
  const stored = await browser.storage.local.get(OWN_KEYS_ITEM).catch(() => ({}));
  const keys = (stored as Record<string, unknown>)[OWN_KEYS_ITEM];
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'number') : [];
}

export default defineContentScript({
  // Filled in by the build from lib/domain/sites.ts: the list would be a fifth of this script.
  matches: [],
  runAt: 'document_idle',
  // Frames of the page's own origin are part of the page, also those without an address (about:blank, srcdoc).
  allFrames: true,
  matchAboutBlank: true,
  async main() {
    const page = pageOf(window);
    if (!page) return;
    const handoff = takeOver();
    handoff.call = call as typeof handoff.call;
    if (page !== window) {
      handoff.inner = { identity: null, lookAlike: null };
      await whenLarge(window, handoff.signal);
    }
    const own = await readOwnKeys();
    if (handoff.signal.aborted) return;
    detectPage(
      {
        filter: unpackPrefilter(packed),
        own,
        handoff,
        location: location.protocol === 'about:' ? page.location : location,
        isAlive,
        async lookup(url, keys) {
          const result = await call('page.lookup', { url, keys });
          return result?.ok ? result.value : undefined;
        },
        async inject() {
          await call('overlay.inject', null);
        },
      },
      document,
    );
  },
});
