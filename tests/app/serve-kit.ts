import { createServer, type Sender } from '../../lib/app/serve.ts';
import type { CallName, CallRequest, CallResult } from '../../lib/protocol.ts';
import { makeWorld, type TestWorld, type WorldOptions } from './world.ts';

export const PAGE: Sender = { own: false, private: false, tabId: 1, frameId: 0 };
export const OWN: Sender = { own: true, private: false, tabId: null, frameId: null };

export function serverOf(world: TestWorld) {
  const calls: string[] = [];
  /** What the overlays of each tab show. */
  const shown = new Map<number, string[]>();
  const serve = createServer(world.services, {
    inject: async (tabId, frameId, file) => void calls.push(`${tabId} ${frameId} ${file}`),
    openProject: async (id, isPrivate) => void calls.push(`open ${id}${isPrivate ? ', private' : ''}`),
    shownIn: async (tabId) => shown.get(tabId) ?? [],
    toolbar: async (tabId, text) => void calls.push(`toolbar ${tabId} ${text}`.trim()),
    words: () => ({ language: 'en', strings: { hello: 'Hello' } }),
    sectorWords: (_, id, baseline) => ({ name: `the ${id}`, label: `${baseline?.n ?? 0} projects` }),
    changed: (part, id) => void calls.push(`changed ${part} ${id ?? ''}`.trim()),
  });
  const ask = <N extends CallName>(name: N, request: CallRequest<N>, sender: Sender = OWN) =>
    serve({ roadmark: 1, name, request }, sender) as Promise<CallResult<N>>;
  return { serve, ask, calls, shown };
}
export const setUp = (options: WorldOptions = {}) => {
  const world = makeWorld(options);
  return { world, ...serverOf(world) };
};
