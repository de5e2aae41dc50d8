/** What the page layer finds and hands to the overlay. Lives in the page's isolated world; text never travels. */

import type { LookAlike, MatchEvidence, PageIdentity } from '../domain/detect/types.ts';

export type { IdentityRule, LookAlike, MatchEvidence, PageIdentity } from '../domain/detect/types.ts';

/** A place in the page's text that names a project. `key` is stable while the mention stands. */
export interface Mention {
  key: string;
  projectId: string;
  /** The name as it stands in the page. */
  text: string;
  /** Live range over the page's own text nodes; never modified by us. */
  range: Range;
  score: number;
  /** Points that were needed; 0 where the name alone is enough. */
  needs: number;
  evidence: MatchEvidence[];
}

export interface PageFindings {
  identity: PageIdentity | null;
  lookAlike: LookAlike | null;
  /** First mention of each project, in reading order. */
  mentions: Mention[];
}
