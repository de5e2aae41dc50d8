/**
 * One message to the background that arrives. In the moment in which a browser puts the background to sleep, or starts it
 * anew, nobody takes a message and the sender is told so; the next one wakes it. Every call of the protocol may be sent twice:
 * it sets, asks or joins, and never adds.
 */

/** ms before each further try: waking takes about 100 ms on a quiet machine and a second or two on a busy one. */
export const RETRY_WAITS_MS: readonly number[] = [100, 400, 1500];

export interface Line {
  /** Sends once. Rejects, or resolves with undefined, where nobody took the message. */
  send(): Promise<unknown>;
  /** False once the extension was updated or removed: nobody will ever answer. */
  isAlive(): boolean;
  wait(ms: number): Promise<void>;
}

/** The first answer that comes, after at most four tries. Undefined, with the last error, where none does. */
export async function deliver(line: Line): Promise<{ answer: unknown; error?: unknown }> {
  let error: unknown;
  for (let tried = 0; ; tried++) {
    try {
      const answer = await line.send();
      if (answer !== undefined) return { answer };
    } catch (thrown) {
      error = thrown;
    }
    const waitMs = RETRY_WAITS_MS[tried];
    if (waitMs === undefined || !line.isAlive()) return { answer: undefined, error };
    await line.wait(waitMs);
  }
}

/** The browser's own clock, for those who wire a line. */
export const waitMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
