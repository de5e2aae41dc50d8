/** The pages' side of the protocol: one call, one Result, whatever happens to the background meanwhile. */
import browser from 'webextension-polyfill';
import { deliver, waitMs } from '../../lib/deliver.ts';
import type { CallMessage, CallName, CallRequest, CallResult } from '../../lib/protocol.ts';
import { fail } from '../../lib/result.ts';

/** Name of the channel on which the background tells open pages that something changed. */
const CHANGES = 'roadmark-changes';
export type ChangedPart = 'settings' | 'watchlist' | 'report' | 'refresh' | 'own' | 'snapshot';

/** Asks the background. A worker that went away or was replaced is a failure of kind `cancelled`. */
export async function call<N extends CallName>(name: N, request: CallRequest<N>): Promise<CallResult<N>> {
  const message: CallMessage<N> = { roadmark: 1, name, request };
  const { answer, error } = await deliver({
    send: () => browser.runtime.sendMessage(message),
    isAlive: () => Boolean(browser.runtime?.id),
    wait: waitMs,
  });
  return (answer ?? fail('cancelled', Date.now(), { detail: String(error ?? 'no answer') })) as CallResult<N>;
}

/** Calls `onChange` whenever the background says that a part changed. Returns how to stop listening. */
export function onChanged(onChange: (part: ChangedPart, projectId: string | null) => void): () => void {
  const channel = new BroadcastChannel(CHANGES);
  channel.onmessage = ({ data }: MessageEvent<{ part: ChangedPart; projectId: string | null }>) =>
    onChange(data.part, data.projectId);
  return () => channel.close();
}
