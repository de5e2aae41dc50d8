/** Search over the registry as the reader types; a late answer to an older query is dropped. */
import { useEffect, useState } from 'preact/hooks';
import type { ProjectHit } from '../../lib/protocol.ts';
import { call } from './client.ts';

/** Returns the hits of the current query, or null while none was asked for. */
export function useSearch(query: string, limit: number): ProjectHit[] | null {
  const [hits, setHits] = useState<ProjectHit[] | null>(null);
  useEffect(() => {
    let current = true;
    if (!query.trim()) {
      setHits(null);
      return;
    }
    void call('registry.search', { query, limit }).then((answer) => {
      if (current && answer.ok) setHits(answer.value);
    });
    return () => {
      current = false;
    };
  }, [query, limit]);
  return hits;
}
