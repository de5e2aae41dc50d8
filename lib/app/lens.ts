/** The reader's lens, background side: puts the lens into a tab on request and hands out facts by id. The page's text never comes here. */
import type { CallRequest, CallResult, LensFacts } from '../protocol.ts';
import { fail, ok } from '../result.ts';
import type { Services } from './services.ts';

/** Path of the script that reads the page. */
const LENS_FILE = '/lens.js';

/** What the browser does for it. */
export interface LensSide {
  inject(tabId: number, frameId: number, file: string): Promise<void>;
}

/** The two calls of the lens. Neither makes a request: reports are what is at hand. */
export function lensCalls(services: Pick<Services, 'env' | 'reports' | 'snapshot'>, side: LensSide) {
  return {
    'lens.read': async ({ tabId }: CallRequest<'lens.read'>): Promise<CallResult<'lens.read'>> => {
      try {
        await side.inject(tabId, 0, LENS_FILE);
        return ok(null);
      } catch (error) {
        // A page of the browser, of a store, or of a site that the reader has not allowed.
        return fail('forbidden', services.env.now(), { subject: 'lens.read', detail: String(error).slice(0, 200) });
      }
    },
    'lens.facts': async ({ projectIds, sectors }: CallRequest<'lens.facts'>): Promise<CallResult<'lens.facts'>> => {
      const reports = await Promise.all([...new Set(projectIds)].map((id) => services.reports.known(id)));
      const baselines = await services.snapshot.baselines();
      const facts: LensFacts = { reports: reports.flatMap((r) => (r.ok ? [r.value] : [])), baselines: [] };
      // Without a snapshot every claim on a sector is not checkable, which the panel says; projects may still have figures.
      if (baselines.ok) facts.baselines = [...new Set(sectors)].flatMap((s) => baselines.value.get(s) ?? []);
      return ok(facts);
    },
  };
}
