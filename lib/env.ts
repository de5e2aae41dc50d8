/** The outside world as the inner layers see it: passed in, so that tests have no network, clock or sleep. */
export interface Env {
  /** Unix time in ms. */
  now(): number;
  /** Resolves after `ms`, rejects with the signal's reason when it is aborted first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  fetch(input: string, init?: RequestInit): Promise<Response>;
}
