/** The projects that the reader looked at last, for the popup. Kept with the stored answers and forgotten with them. */
import type { Env } from '../env.ts';
import type { Cache } from '../io/cache.ts';

const KEY = 'recent';
/** What a popup shows without scrolling. */
const MOST = 6;

export interface Recent {
  /** The reader opened this project's card or page. */
  note(projectId: string): Promise<void>;
  /** Newest first. */
  list(): Promise<string[]>;
}

/** The projects that were opened last, kept in the cache: gone with it, and none where it can't be read. */
export function createRecent(env: Env, cache: Cache): Recent {
  async function list(): Promise<string[]> {
    const value = (await cache.get(KEY))?.value;
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  }
  return {
    list,
    async note(projectId) {
      const value = [projectId, ...(await list()).filter((id) => id !== projectId)].slice(0, MOST);
      await cache.put({ key: KEY, request: 'reader', etag: null, readAt: env.now(), value });
    },
  };
}
