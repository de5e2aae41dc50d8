/** Asks the extension's background from one of its own pages, as the interface does. */
import type { Page } from 'puppeteer-core';

type Answer<T> = { ok: true; value: T } | { ok: false; failure: { kind: string; detail?: string } };

/** In the moment in which a background goes to sleep or is ended nobody takes a message, or answers it; the next one wakes it. */
const TRIES = 3;

/** Sends one call of the protocol; throws where the background reports a failure. */
export async function askBackground<T>(page: Page, name: string, request: unknown): Promise<T> {
  const answer = (await page.evaluate(
    async (message, tries) => {
      type Runtime = { runtime: { sendMessage(m: unknown): Promise<unknown> } };
      const { browser, chrome } = globalThis as unknown as Record<string, Runtime | undefined>;
      for (let tried = 1; ; tried++) {
        try {
          const answer = await (browser ?? chrome)?.runtime.sendMessage(message);
          if (answer !== undefined || tried === tries) return answer;
        } catch (error) {
          if (tried === tries) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    },
    { roadmark: 1, name, request },
    TRIES,
  )) as Answer<T> | undefined;
  if (!answer) throw new Error(`${name}: no answer`);
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.kind} ${answer.failure.detail ?? ''}`);
  return answer.value;
}
