/** The shipped list of first commits, read once in a worker's life. */
import { type KnownRoots, readRoots } from '../domain/activity/known-roots.ts';
import type { Env } from '../env.ts';

/** Loads the file at `url` at the first call. Where it can't be read no root is known until the next call: the figure stands without that word. */
export function createKnownRoots(env: Env, url: string): () => Promise<KnownRoots> {
  let loaded: Promise<KnownRoots> | null = null;
  return async () => {
    loaded ??= env.fetch(url).then(async (response) => readRoots(await response.text()));
    try {
      return await loaded;
    } catch {
      loaded = null;
      return new Map();
    }
  };
}
