/** Stage 1 as a whole: scans a page, follows what is added to it, and asks when there is something to ask about. */
import { LETTERS } from '../domain/detect/chars.ts';
import { addressKeys, createCollector } from '../domain/detect/collector.ts';
import { contextReader } from '../domain/detect/context-reader.ts';
import { LEAST_CONTEXT, namesPass } from '../domain/detect/gate.ts';
import type { Prefilter } from '../domain/detect/prefilter.ts';
import type { NameEntry } from '../domain/detect/types.ts';
import { ELEMENTS } from './excluded.ts';
import type { Answer, Handoff } from './handoff.ts';
import { observe, whenSeen } from './observe.ts';
import { createPageView, scanTrees } from './scan.ts';
import { inSlices, whenIdle } from './slices.ts';

/** A page that grows for ever stops being asked about after this many times; its first names have been shown long since. */
const MAX_QUESTIONS = 40;
/** How long the first scan may wait for a quiet moment. */
const IDLE_MS = 300;

/** Routers that fetch first change the address this much later at most; after that, the next navigation shows it. */
const LATE_MS = 500;

export interface DetectorParts {
  filter: Prefilter;
  /** Keys of the reader's own projects. */
  own: readonly number[];
  handoff: Handoff;
  /** Of the document, or of the page where the document is a frame without an address. */
  location: Location;
  /** False once the extension went away under the page. */
  isAlive(): boolean;
  /** The background's answer; undefined when it can't be had. */
  lookup(url: string, keys: number[]): Promise<Answer | undefined>;
  /** Asks the background for the overlay. Called once. */
  inject(): Promise<void>;
}

const addressOf = (location: Location) => location.href.replace(/#.*$/, '');

const nameOf = ({ projectId, phrase }: NameEntry) => `${projectId} ${phrase}`;

/** The names of all answers, each once: with any name in a script comes every other in it, again with each question. */
const merged = (before: Answer | null, now: Answer): Answer => ({
  ...now,
  names: [...new Map([...(before?.names ?? []), ...now.names].map((name) => [nameOf(name), name])).values()],
});

function hasSomething({ identity, lookAlike, names }: Answer, context: number): boolean {
  return identity !== null || lookAlike !== null || namesPass(names, context);
}

/** Work of one address, from arrival to the next navigation. */
async function readAddress(
  parts: DetectorParts,
  document: Document,
  signal: AbortSignal,
  onChanged: () => void,
): Promise<void> {
  const { filter, own, handoff, location } = parts;
  const url = addressOf(location);
  const collector = createCollector(filter, own, createPageView());
  const { keys, isSure } = addressKeys(filter, own, location.hostname, location.pathname);
  let questions = 0;
  let asking = false;
  let pending: number[] = [];
  let known: Answer | null = null;

  const ask = async (): Promise<void> => {
    pending.push(...collector.takeKeys());
    const { hits, context } = collector.counts();
    const matters = isSure || keys.some((key) => context > 0 || collector.has(key));
    const mayPass = matters || (hits > 0 && context >= LEAST_CONTEXT);
    const isWanted = mayPass && (questions === 0 || pending.length > 0);
    if (asking || !isWanted || questions >= MAX_QUESTIONS || signal.aborted) return;
    asking = true;
    questions++;
    const hit = pending;
    pending = [];
    const answer = await parts.lookup(url, hit);
    asking = false;
    if (signal.aborted || !answer) return;
    known = merged(known, answer);
    if (answer.show && hasSomething(known, collector.counts().context)) {
      handoff.post(known);
      if (!handoff.overlayAsked) {
        handoff.overlayAsked = true;
        await parts.inject();
      }
    }
    await ask();
  };

  // One scan after the other: they share the collector, and the page's time.
  let work = Promise.resolve();
  const scan = (roots: Node[]) => {
    onChanged();
    if (roots.length === 0 || signal.aborted) return;
    work = work.then(async () => {
      await scanTrees(roots, collector, signal);
      // The scan goes on while the background wakes up.
      void ask();
    });
  };
  await whenSeen(document, signal);
  await whenIdle(IDLE_MS);
  if (signal.aborted || !document.body) return;
  // The whole document: some pages replace their body.
  observe(document, scan, signal);
  scan([document.body]);
}

/** Calls back when the page may have got another address without being loaded anew, until `signal` is aborted. */
function onMove(window: Window, onMoved: () => void, signal: AbortSignal): void {
  const { navigation } = window as { navigation?: EventTarget };
  // Where a browser has no such event (Firefox before 147), going back is told, and the rest shows when the content changes.
  (navigation ?? window).addEventListener(navigation ? 'navigate' : 'popstate', onMoved, { signal });
}

/**
 * Reads the document's address and each that it gets later. Everything ends with the handoff's signal, or when the extension is found to be
 * gone.
 */
export function detectPage(parts: DetectorParts, document: Document): void {
  const { signal } = parts.handoff;
  parts.handoff.tools = {
    words: contextReader(parts.filter.words),
    elements: ELEMENTS,
    letters: LETTERS,
    observe,
    inSlices,
  };
  let current = new AbortController();
  let url = '';
  const start = () => {
    if (!parts.isAlive()) parts.handoff.abort();
    const now = addressOf(parts.location);
    if (now === url || signal.aborted) return;
    url = now;
    current.abort();
    current = new AbortController();
    if (parts.handoff.answer) parts.handoff.post(null);
    void readAddress(parts, document, current.signal, start);
  };
  signal.addEventListener('abort', () => current.abort());
  start();
  const onMoved = () => {
    // The browser tells of a navigation before it changes the address.
    setTimeout(start, 0);
    setTimeout(start, LATE_MS);
  };
  if (document.defaultView) onMove(document.defaultView, onMoved, signal);
}
