/**
 * What detector, overlay and roadmap reader share: all run in the extension's isolated world of one frame. The detector posts the
 * background's answers here; the overlay listens. A newer injection ends the older one's work.
 */
import type { LETTERS } from '../domain/detect/chars.ts';
import type { ContextReader } from '../domain/detect/context-reader.ts';
import type { LookAlike, NameEntry, PageIdentity } from '../domain/detect/types.ts';
import type { Elements } from './excluded.ts';
import type { observe } from './observe.ts';
import type { inSlices } from './slices.ts';

/** What the page layer needs of the background's answer; the protocol's PageAnswer has this shape. */
export interface Answer {
  show: boolean;
  identity: PageIdentity | null;
  lookAlike: LookAlike | null;
  names: NameEntry[];
  muted: string[];
  maxBadges: number;
}

export interface PageTools {
  /** Reads the context words of a text. */
  words: ContextReader;
  elements: Elements;
  /** What chars.ts knows of characters; its numbers are written into both scripts. */
  letters: typeof LETTERS;
  observe: typeof observe;
  inSlices: typeof inSlices;
}

export interface Handoff {
  /** The last answer; null before the first and after a navigation. */
  answer: Answer | null;
  /** Aborted when a newer detector took over or the extension went away. */
  signal: AbortSignal;
  /** In a frame: what of the findings the top page alone shows, as nothing. */
  inner?: { identity: null; lookAlike: null };
  /** What the detector has and the overlay needs as well: one copy on a page. Null until the detector works. */
  tools: PageTools | null;
  /** One call of the background, by the protocol's names; undefined where no answer comes. */
  call?(name: string, request: unknown): Promise<unknown>;
  /** The detector asked for the overlay in this frame. */
  overlayAsked: boolean;
  /** True from the moment that the overlay runs in this frame: a second injection leaves at once. */
  overlayRuns: boolean;
  /** Hands an answer to the overlay; null when the page navigated and nothing is known of the new address yet. */
  post(answer: Answer | null): void;
  /** Calls back with each later answer until `signal` is aborted. */
  listen(onAnswer: (answer: Answer | null) => void, signal: AbortSignal): void;
  /** Set by the overlay: roadmaps read on this page were kept, so that what is shown of their projects is out of date. */
  onKept?(projectIds: string[]): void;
  abort(): void;
}

const SLOT = Symbol.for('roadmark.handoff');
type World = { [SLOT]?: Handoff };

function createHandoff(): Handoff {
  const controller = new AbortController();
  const listeners = new Set<(answer: Answer | null) => void>();
  return {
    answer: null,
    tools: null,
    signal: controller.signal,
    overlayAsked: false,
    overlayRuns: false,
    post(answer) {
      this.answer = answer;
      for (const listener of listeners) listener(answer);
    },
    listen(onAnswer, signal) {
      if (signal.aborted || controller.signal.aborted) return;
      listeners.add(onAnswer);
      signal.addEventListener('abort', () => listeners.delete(onAnswer));
    },
    abort() {
      listeners.clear();
      controller.abort();
    },
  };
}

/** The handoff of this frame, or undefined when no detector runs here. */
export function currentHandoff(): Handoff | undefined {
  return (globalThis as World)[SLOT];
}

/** Takes the frame over for a new detector: ends what an earlier injection left running, overlay included. */
export function takeOver(): Handoff {
  const world = globalThis as World;
  world[SLOT]?.abort();
  const handoff = createHandoff();
  world[SLOT] = handoff;
  return handoff;
}
