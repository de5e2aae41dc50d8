/**
 * One queue for all requests. What the reader waits for goes first; background work stops at the last third of the hour's
 * budget; nothing here ever sleeps on a limit: a request that may not go now fails with `retryAt`, and becomes a job.
 */
import type { Env } from '../env.ts';
import type { GitHub } from '../io/github/client.ts';
import { fail, type Result } from '../result.ts';

export interface Gate {
  /** Unix ms from which on a request may go; `now` or earlier for at once. */
  allowedAt(forReader: boolean, graphql: boolean): Promise<number>;
}

export interface Scheduler {
  /** Runs `task` when its turn comes. `forReader` is asked again at each turn, so that waiting work can be promoted. */
  run<T>(forReader: () => boolean, task: () => Promise<Result<T>>, graphql?: boolean): Promise<Result<T>>;
}

interface Waiting {
  forReader(): boolean;
  start(): Promise<void>;
}

/** Makes the queue: one request at a time, as GitHub asks for. */
export function createScheduler(env: Env, gate: Gate): Scheduler {
  const queue: Waiting[] = [];
  let busy = false;
  const next = async () => {
    if (busy) return;
    busy = true;
    try {
      while (queue.length > 0) {
        const first = queue.findIndex((waiting) => waiting.forReader());
        const [waiting] = queue.splice(Math.max(0, first), 1);
        await waiting?.start();
      }
    } finally {
      busy = false;
    }
  };
  return {
    run<T>(forReader: () => boolean, task: () => Promise<Result<T>>, graphql = false) {
      return new Promise<Result<T>>((resolve, reject) => {
        queue.push({
          forReader,
          start: async () => {
            try {
              const at = await gate.allowedAt(forReader(), graphql);
              if (at > env.now()) resolve(fail('rate-limited', env.now(), { retryAt: at, detail: 'held back here' }));
              else resolve(await task());
            } catch (error) {
              reject(error);
            }
          },
        });
        void next();
      });
    },
  };
}

/** The client with every request queued. */
export function queued(github: GitHub, scheduler: Scheduler, forReader: () => boolean): GitHub {
  return {
    get: (path, asked) => scheduler.run(forReader, () => github.get(path, asked)),
    graphql: (query, variables, asked) => scheduler.run(forReader, () => github.graphql(query, variables, asked), true),
    identity: () => github.identity(),
  };
}
