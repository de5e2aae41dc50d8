/**
 * Reads the roadmap page that the reader has open on the project's own site. Injected on such pages only; what it read goes to
 * the background as dates and items, and stays on the device.
 */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { visitItems } from '../lib/domain/roadmap/visit-items.ts';
import type { RoadmapItem } from '../lib/domain/signal.ts';
import { currentHandoff, type Handoff } from '../lib/page/handoff.ts';
import { watchRoadmapPage } from '../lib/page/read-roadmap-page.ts';
import type { CallMessage, CallResult } from '../lib/protocol.ts';

const SLOT = Symbol.for('roadmark.roadmap-page');
type World = { [SLOT]?: AbortController };

async function keep(handoff: Handoff, projectId: string, items: RoadmapItem[]): Promise<void> {
  const request = { projectId, url: location.href, items: visitItems(items) };
  const message: CallMessage<'roadmap.visit'> = { roadmark: 1, name: 'roadmap.visit', request };
  // The worker may be gone for good: then nothing is kept, and nothing is missed on the page.
  const answer: CallResult<'roadmap.visit'> | undefined = await browser.runtime.sendMessage(message).catch(() => {});
  if (answer?.ok && answer.value.kept) handoff.onKept?.([projectId]);
}

/** Reads the page as long as it is `projectId`'s. */
function start(handoff: Handoff, projectId: string, end: AbortController): void {
  handoff.listen((answer) => {
    if (answer?.identity?.projectId !== projectId) end.abort();
  }, end.signal);
  watchRoadmapPage({ document, signal: end.signal, onItems: (items) => void keep(handoff, projectId, items) });
}

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // A second injection reads anew: the page has navigated since.
  world[SLOT]?.abort();
  const handoff = currentHandoff();
  if (!handoff) return;
  const end = new AbortController();
  world[SLOT] = end;
  handoff.signal.addEventListener('abort', () => end.abort());
  const known = handoff.answer?.identity?.projectId;
  if (known !== undefined) return start(handoff, known, end);
  // The background sends scripts and answer at the same time: the answer may come second.
  const waiting = new AbortController();
  handoff.listen(
    (answer) => {
      if (!answer?.identity) return;
      waiting.abort();
      start(handoff, answer.identity.projectId, end);
    },
    AbortSignal.any([waiting.signal, end.signal]),
  );
});
