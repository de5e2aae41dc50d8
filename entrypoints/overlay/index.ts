/** Stage two on a page with something to show: badges, strip and card. Wiring only. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import marksCss from '../../components/marks.css?inline';
import { currentHandoff, type Handoff } from '../../lib/page/handoff.ts';
import type { Mention } from '../../lib/page/types.ts';
import { watchPage } from '../../lib/page/watch-page.ts';
import { type CallResult, REPORT_PORT } from '../../lib/protocol.ts';
import { fail } from '../../lib/result.ts';
import type { Background } from './background.ts';
import { openSlot } from './card-slot.ts';
import overlayCss from './overlay.css?inline';
import { NOTHING, startSession } from './session.ts';
import { SHARED } from './shared.ts';

// `runtime.id` is gone once the extension was updated or removed under the page.
const isAlive = () => Boolean(browser.runtime?.id);

const background: Background = {
  async call(name, request) {
    const answer = await currentHandoff()?.call?.(name, request);
    return (answer ?? fail('cancelled', Date.now(), { detail: 'no answer' })) as CallResult<typeof name>;
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
  isAlive,
};

/** The n-th mention of a project keeps its key when a later answer has the page read anew: its badge and card stay. */
function withStableKey(): (mention: Mention) => Mention {
  const seen = new Map<string, number>();
  return (mention) => {
    const nth = (seen.get(mention.projectId) ?? 0) + 1;
    seen.set(mention.projectId, nth);
    return { ...mention, key: `${mention.projectId} ${nth}` };
  };
}

/** Follows the handoff: each answer of the background is verified against the page's own text, and the result drawn. */
async function main(handoff: Handoff): Promise<void> {
  const init = await background.call('overlay.init', null);
  const { tools } = handoff;
  if (!init.ok || !tools || handoff.signal.aborted) return;
  const end = new AbortController();
  handoff.signal.addEventListener('abort', () => end.abort());
  const session = startSession({
    page: document,
    css: marksCss + overlayCss,
    background,
    reader: tools.words,
    ...init.value,
    now: () => Date.now(),
    onEnd: () => handoff.abort(),
  });
  end.signal.addEventListener('abort', session.destroy);
  const density = init.value.settings.badgeDensity;
  let watching = new AbortController();
  const follow = (answer: Handoff['answer']): void => {
    watching.abort();
    watching = new AbortController();
    if (!answer?.show) {
      session.onFindings(NOTHING);
      return;
    }
    watchPage({
      answer,
      tools,
      signal: AbortSignal.any([watching.signal, end.signal]),
      density,
      onFindings: (findings) =>
        session.onFindings({ ...findings, ...handoff.inner, mentions: findings.mentions.map(withStableKey()) }),
    });
  };
  handoff.listen(follow, end.signal);
  handoff.onKept = session.askFacts;
  follow(handoff.answer);
}

export default defineUnlistedScript(() => {
  const handoff = currentHandoff();
  if (!handoff || handoff.overlayRuns) return;
  handoff.overlayRuns = true;
  openSlot(SHARED);
  void main(handoff);
});
