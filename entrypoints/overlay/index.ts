/** Stage two on a page with something to show: badges, strip and card. Wiring only. */

import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokensCss from '../../components/tokens.css?inline';
import { currentHandoff, type Handoff } from '../../lib/page/handoff.ts';
import { watchPage } from '../../lib/page/watch-page.ts';
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

/** Follows the handoff: each answer of the background is verified against the page's own text, and the result drawn. */
async function main(handoff: Handoff): Promise<void> {
  const init = await background.call('overlay.init', null);
  if (!init.ok || handoff.signal.aborted) return;
  const end = new AbortController();
  handoff.signal.addEventListener('abort', () => end.abort());
  const session = startSession({
    page: document,
    css: `${tokensCss}${overlayCss}`,
    background,
    ...init.value,
    now: () => Date.now(),
    onEnd: () => handoff.abort(),
  });
  end.signal.addEventListener('abort', () => session.destroy());
  let watching = new AbortController();
  function follow(answer: Handoff['answer']): void {
    watching.abort();
    watching = new AbortController();
    session.onFindings({ identity: null, lookAlike: null, mentions: [] });
    if (!answer?.show) return;
    const signal = AbortSignal.any([watching.signal, end.signal]);
    watchPage({ answer, signal, onFindings: (findings) => session.onFindings(findings) });
  }
  handoff.listen(follow, end.signal);
  follow(handoff.answer);
}

export default defineUnlistedScript(() => {
  const handoff = currentHandoff();
  if (!handoff || handoff.overlayRuns) return;
  handoff.overlayRuns = true;
  void main(handoff);
});
