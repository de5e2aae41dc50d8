/** The reader's lens in a page: injected on request, answers the side panel. What it reads goes to that panel alone. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { currentHandoff } from '../lib/page/handoff.ts';
import { type Article, readArticle } from '../lib/page/read-article.ts';
import { showPlaces } from '../lib/page/show-places.ts';
import type { LensMessage } from '../lib/protocol.ts';

const SLOT = Symbol.for('roadmark.lens');
type World = { [SLOT]?: () => void };

function start(): () => void {
  let article: Article | null = null;
  let reading = new AbortController();
  let hide = () => {};
  const read = async () => {
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    hide();
    const handoff = currentHandoff();
    const words = handoff?.tools?.words ?? { wordsIn: () => new Map() };
    article = await readArticle({ document, answer: handoff?.answer ?? null, words, now: Date.now(), signal });
    return signal.aborted ? null : article.reading;
  };
  const show = (on: boolean) => {
    hide();
    hide = on && article ? showPlaces(document, article.runs, article.reading.terms.places) : () => {};
    return true;
  };
  const listen = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void): true | undefined => {
    const { roadmark, tab, on } = (message ?? {}) as Partial<LensMessage> & { on?: boolean };
    if (roadmark !== 1 || sender.id !== browser.runtime.id) return undefined;
    if (tab === 'lens') {
      void read().then(reply, () => reply(null));
      return true;
    }
    if (tab !== 'lens-terms') return undefined;
    reply(show(on === true));
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
  const leave = () => {
    reading.abort();
    hide();
    browser.runtime.onMessage.removeListener(listen);
  };
  // The marks belong to the text that was read: a page that changes its address takes them away.
  addEventListener('pagehide', () => hide());
  return leave;
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // A second request replaces the first: after an update of the extension the old listener is deaf.
  world[SLOT]?.();
  world[SLOT] = start();
});
