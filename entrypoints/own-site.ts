/** On a page of a project's own site: looks whether it is a roadmap page, and if so asks for the script that reads it. Wiring only. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { currentHandoff } from '../lib/page/handoff.ts';
import { lookOutForRoadmap } from '../lib/page/roadmap-lookout.ts';
import type { CallMessage } from '../lib/protocol.ts';

const SLOT = Symbol.for('roadmark.own-site');
type World = { [SLOT]?: { url: string; end: AbortController } };

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  const handoff = currentHandoff();
  const url = location.href;
  const before = world[SLOT];
  if (!handoff || (before?.url === url && !before.end.signal.aborted)) return;
  before?.end.abort();
  const end = new AbortController();
  world[SLOT] = { url, end };
  handoff.signal.addEventListener('abort', () => end.abort());
  // The page navigated: the next answer about it brings this script again.
  handoff.listen((answer) => {
    if (!answer) end.abort();
  }, end.signal);
  lookOutForRoadmap(document, end.signal, () => {
    const message: CallMessage<'roadmap.inject'> = { roadmark: 1, name: 'roadmap.inject', request: null };
    // The worker may be gone for good: then there is nobody to keep what would be read.
    void browser.runtime.sendMessage(message).catch(() => undefined);
  });
});
