/** What the lens reads from one page. It goes from the page's frame to the extension's own side panel and nowhere else. */
import type { ArticleDate } from './article-date.ts';
import type { TermCounts } from './count-terms.ts';
import type { Claim, Concept } from './types.ts';

export interface LensReading {
  claims: Claim[];
  concepts: Concept[];
  /** Projects in the order in which the text first names them, with how often. */
  projects: { projectId: string; count: number }[];
  terms: TermCounts;
  date: ArticleDate | null;
  /** Blocks of text that were read. */
  blocks: number;
  /** True where the page was longer than what is read. */
  cut: boolean;
}
