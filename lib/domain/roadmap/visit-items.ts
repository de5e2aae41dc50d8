/** What is kept of a roadmap page: wordings, states and dates. Stages follow from the wordings and are read when needed. */
import type { Visit } from '../keep/reader-data.ts';
import type { RoadmapItem } from '../signal.ts';

/** Most items of one visit, and longest wording: a page of more is no roadmap. */
export const MAX_VISIT_ITEMS = 500;
const MAX_TITLE = 300;

/** What is kept of a page's items. */
export function visitItems(items: RoadmapItem[]): Visit['items'] {
  return items.slice(0, MAX_VISIT_ITEMS).map((i) => ({
    ...{ title: i.title.slice(0, MAX_TITLE), status: i.status, start: i.date.start, end: i.date.end },
    dateText: i.dateText?.slice(0, 100) ?? null,
  }));
}
