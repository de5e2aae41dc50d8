/** Asks the extension's background from one of its own pages, as the interface does. */
import type { Page } from 'puppeteer-core';

type Answer<T> = { ok: true; value: T } | { ok: false; failure: { kind: string; detail?: string } };

/** Sends one call of the protocol; throws where the background reports a failure. */
export async function askBackground<T>(page: Page, name: string, request: unknown): Promise<T> {
  const answer = (await page.evaluate(
    (message) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { runtime: { sendMessage(m: unknown): unknown } }
      >;
      return (browser ?? chrome)?.runtime.sendMessage(message);
    },
    { roadmark: 1, name, request },
  )) as Answer<T> | undefined;
  if (!answer) throw new Error(`${name}: no answer`);
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.kind} ${answer.failure.detail ?? ''}`);
  return answer.value;
}
