/** The protocol, served: shape and right of the sender are checked, each call answers with a Result, an exception is a "bug". */
import * as v from 'valibot';
import type { SectorBaseline } from '../domain/signal.ts';
import { redact } from '../io/request-log.ts';
import type { BadgeFacts, CallName, CallRequest, CallResult, Calls, Settings } from '../protocol.ts';
import { fail, type Result } from '../result.ts';
import { lensCalls } from './lens.ts';
import { pageOnlyCalls } from './serve-pages.ts';
import { readerCalls } from './serve-reader.ts';
import { pageCalls } from './serve-scripts.ts';
import type { Services } from './services.ts';
import { FROM_PAGES, SHAPES } from './shapes.ts';

/** Who asks, reduced to what decides. */
export interface Sender {
  /** One of the extension's own pages. */
  own: boolean;
  /** In a private window. */
  private: boolean;
  tabId: number | null;
  frameId: number | null;
}

export type SectorWords = Required<Pick<BadgeFacts, 'name' | 'label'>>;

/** What only the browser can do; handed in by the entrypoint. */
export interface BrowserSide {
  inject(tabId: number, frameId: number, file: string): Promise<void>;
  /** `isPrivate`: from a private window, of which nothing may be kept. */
  openProject(projectId: string, isPrivate: boolean): Promise<void>;
  /** Shows a text on the toolbar button for one tab until it navigates; "" for none. */
  toolbar(tabId: number, text: string): Promise<void>;
  /** Ids that the overlays of a tab show, in all its frames; each once for each frame. */
  shownIn(tabId: number): Promise<string[]>;
  /** Language to show and its words, for a content script. */
  words(setting: Settings['language']): Omit<Calls['overlay.init'][1], 'settings'>;
  /** Name of a sector in the reader's language, and what its badge is called with that baseline. */
  sectorWords(setting: Settings['language'], id: string, baseline: SectorBaseline | undefined): SectorWords;
  /** Tells open pages of the extension that something changed. */
  changed(part: 'settings' | 'watchlist' | 'report' | 'refresh' | 'own' | 'snapshot', projectId: string | null): void;
}

type Handlers = {
  [N in CallName]: (request: CallRequest<N>, sender: Sender) => Promise<CallResult<N>>;
};

/** Serves one message. Unknown names, wrong shapes and senders without the right get `invalid-input`. */
export function createServer(services: Services, side: BrowserSide) {
  const handlers: Handlers = {
    ...pageCalls(services, side),
    ...readerCalls(services, side),
    ...pageOnlyCalls(services, side),
    ...lensCalls(services, side),
  };
  return async (message: unknown, sender: Sender): Promise<Result<unknown>> => {
    const now = services.env.now();
    const { name, request } = (message ?? {}) as { name?: unknown; request?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) {
      return fail('invalid-input', now, { subject: 'message', detail: 'no such call' });
    }
    const call = name as CallName;
    if (!sender.own && !FROM_PAGES.has(call)) {
      return fail('invalid-input', now, { subject: call, detail: 'not for content scripts' });
    }
    const shape = v.safeParse(SHAPES[call], request);
    if (!shape.success) return fail('invalid-input', now, { subject: call, detail: shape.issues[0].message });
    if (sender.private && WRITES.has(call)) {
      return fail('private-window', now, { subject: call });
    }
    try {
      const handler = handlers[call] as (request: unknown, sender: Sender) => Promise<Result<unknown>>;
      return await handler(shape.output, sender);
    } catch (error) {
      console.error(call, error);
      return fail('bug', now, { subject: call, detail: redact(String(error)).slice(0, 300) });
    }
  };
}

/** What says something of a page or project that the reader met; from a private window that is not kept, whoever asks. */
const WRITES: ReadonlySet<CallName> = new Set<CallName>(['watch.set', 'mute.set', 'site.set']);

/** Handlers of some calls: what one part of the server gives. */
export type Some<N extends CallName> = Pick<Handlers, N>;
