/** Long work in short slices, so that the page stays quick to answer. */

/** A frame has 16 ms; a third of it leaves room for the page's own work and for a slow timer. */
export const SLICE_MS = 5;

interface ScheduledWindow {
  scheduler?: {
    yield?(): Promise<void>;
    postTask?<T>(task: () => T, options: { priority: 'background' }): Promise<Awaited<T>>;
  };
}

const BACKGROUND = { priority: 'background' } as const;

/** Gives the page its turn; resolves when we may go on. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as ScheduledWindow;
  if (scheduler?.yield) return scheduler.yield();
  if (scheduler?.postTask) return scheduler.postTask(() => {}, BACKGROUND);
  // Firefox before 142.
  return new Promise((resolve) => setTimeout(resolve));
}

/** Waits for a quiet moment of the page, at most `timeoutMs`. */
export function whenIdle(timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: timeoutMs });
    else setTimeout(resolve, Math.min(timeoutMs, 50));
  });
}

/**
 * Runs `step` until it answers false, pausing before a slice outlasts `SLICE_MS`. Ends early when `signal` is aborted. The work starts as a
 * background task: its pauses then let the page's own timers go first, not only its input.
 */
export async function inSlices(step: () => boolean, signal: AbortSignal): Promise<void> {
  const work = async () => {
    let before = performance.now();
    let until = before + SLICE_MS;
    while (!signal.aborted && step()) {
      const now = performance.now();
      // The next step may take as long as the last one.
      const end = now + now - before;
      before = now;
      if (end < until) continue;
      await pause();
      before = performance.now();
      until = before + SLICE_MS;
    }
  };
  const { scheduler } = globalThis as ScheduledWindow;
  if (!scheduler?.postTask) return work();
  // The task itself answers nothing: Firefox's scheduler is the page's, and may not look into a promise of our world.
  await new Promise<void>((resolve, reject) => {
    void scheduler.postTask?.(() => {
      work().then(resolve, reject);
    }, BACKGROUND);
  });
}
