/** Stage two on a page with something to show: badges, strip and card. Wiring only. */

import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import componentsCss from '../../components/components.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { type CallMessage, type CallName, type CallResult, REPORT_PORT } from '../../lib/protocol.ts';
import { fail } from '../../lib/result.ts';
import overlayCss from './overlay.css?inline';
import type { Background } from './reports.ts';
import { startSession } from './session.ts';

const background: Background = {
  async call(name, request) {
    const message: CallMessage = { roadmark: 1, name, request };
    try {
      const answer = (await browser.runtime.sendMessage(message)) as CallResult<CallName> | undefined;
      return (answer ?? fail('cancelled', Date.now())) as CallResult<typeof name>;
    } catch (error) {
      return fail('cancelled', Date.now(), { detail: String(error) });
    }
  },
  follow(projectId, onReport) {
    try {
      const port = browser.runtime.connect({ name: REPORT_PORT });
      port.onMessage.addListener(onReport);
      port.postMessage({ projectId });
      return () => port.disconnect();
    } catch {
      // The extension was updated: the look-out for that takes the overlay away.
      return () => {};
    }
  },
  // `runtime.id` is gone once the extension was updated or removed under the page.
  isAlive: () => Boolean(browser.runtime?.id),
};
