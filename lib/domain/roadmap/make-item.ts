/** One line of a roadmap to an item: its own date and state, else what it inherits from the headings above. */
import type { DatePrecision, ItemStatus, RoadmapItem, Stage } from '../signal.ts';
import { type DateHit, parseDate } from './dates.ts';
import { type Legend, STATUS_MARKS } from './legend.ts';
import { normaliseText, squeeze } from './normalise.ts';
import type { Section } from './sections.ts';
import { type StatusHit, statusOfText } from './status.ts';

/** A wording longer than this is prose; it is cut in the item. */
const MAX_TITLE = 300;

/** What was read of one line, before anything is inherited. */
export interface Draft {
  text: string;
  line: number;
  links: string[];
  details?: string;
  date?: DateHit | undefined;
  inherited?: boolean;
  status?: { status: ItemStatus; by: RoadmapItem['statusBy']; conflict: boolean } | undefined;
  checked?: boolean | null;
  struck?: boolean;
}

/** Date of the nearest heading; a "Next" or "Later" in between has none. A "Week 3" lies within the dated heading above it. */
function inheritedDate(section: Section): DateHit | undefined {
  let relative: DateHit | undefined;
  for (let s: Section | null = section; s; s = s.parent) {
    const hit = s.meta.date ?? s.hit;
    if (hit?.precision === 'relative') relative ??= hit;
    else if (hit?.start) return hit;
    else if (hit) return relative ?? hit;
    if (s.bucket) return relative;
  }
  return relative;
}
/** State of the nearest heading that states one. */
export function inheritedStatus(
  section: Section,
): { status: ItemStatus; by: RoadmapItem['statusBy']; conflict: boolean } | undefined {
  for (let s: Section | null = section; s; s = s.parent) {
    if (s.meta.status) return { status: s.meta.status, by: 'status-line', conflict: s.meta.conflict ?? false };
    if (s.status) return { status: s.status, by: 'heading', conflict: s.conflict };
  }
  return undefined;
}

const clean = (text: string) => squeeze(text.replace(STATUS_MARKS, ' ').replace(/^\s*\[.\]\s/, '')).slice(0, MAX_TITLE);
const toDate = (hit: DateHit | undefined, inherited: boolean): RoadmapItem['date'] => ({
  start: hit?.start ?? null,
  end: hit?.end ?? null,
  precision: (hit?.precision ?? 'none') as DatePrecision,
  inherited: hit !== undefined && inherited,
});
const pathOf = (section: Section): string[] => {
  const path: string[] = [];
  for (let s: Section | null = section; s; s = s.parent) if (s.text) path.unshift(squeeze(s.text).slice(0, MAX_TITLE));
  return path.slice(-8);
};

/** The date that a line states itself: exact anywhere, vague or relative only where it speaks of the whole line. */
export function ownDate(text: string, section: Section, bareYear = false): DateHit | undefined {
  const hit = parseDate(text, { bareYear, ...(section.year ? { year: section.year } : {}) });
  if (!hit || hit.start) return hit;
  // "…, stay tuned" adds nothing to a dated heading; "(TBA)" and "soon: …" do.
  return hit.prominent && !/[,،，、]\s*$/.test(normaliseText(text).slice(0, hit.at)) ? hit : undefined;
}

/** A box and a mark together: an unticked box with a tick, or a ticked one still under way, contradict each other. */
function statusOf(
  draft: Draft,
  section: Section,
  fallback: ItemStatus,
  legend: Legend,
): { status: ItemStatus; by: RoadmapItem['statusBy']; conflict: boolean } {
  const said: StatusHit | undefined = statusOfText(draft.text, legend);
  if (draft.checked !== null && draft.checked !== undefined) {
    if (draft.checked)
      return said?.status === 'in_progress'
        ? { status: 'in_progress', by: 'checkbox', conflict: true }
        : { status: 'done', by: 'checkbox', conflict: said?.conflict ?? false };
    if (said?.status === 'done' && said.by !== 'words')
      return { status: 'in_progress', by: 'checkbox', conflict: true };
    if (
      said &&
      (said.status === 'in_progress' || said.status === 'delayed' || said.status === 'dropped') &&
      said.by !== 'words'
    )
      return said;
    return { status: 'planned', by: 'checkbox', conflict: false };
  }
  if (draft.status) return draft.status;
  if (said) return said;
  if (draft.struck) return { status: 'dropped', by: 'label', conflict: false };
  return inheritedStatus(section) ?? { status: fallback, by: 'none', conflict: false };
}

/** How a document is read: what its marks mean, and how stages are told; a page's own script leaves those to the background. */
export interface Reading {
  legend: Legend;
  stagesOf(title: string, details?: string): Stage[];
}

/** The item of a draft. `fallback` is its state where nothing states one. */
export function makeItem(draft: Draft, section: Section, fallback: ItemStatus, reading: Reading): RoadmapItem {
  const stated = draft.date ?? ownDate(draft.text, section);
  const above = stated?.start ? undefined : inheritedDate(section);
  // "2 weeks" below "Q3 2025" is a span within it, "(TBA)" takes the date back.
  const own = stated?.precision === 'relative' && above?.start ? undefined : stated;
  const hit = own ?? above;
  const status = statusOf(draft, section, fallback, reading.legend);
  return {
    title: clean(draft.text),
    line: draft.line,
    path: pathOf(section),
    status: status.status,
    statusBy: status.by,
    date: toDate(hit, !own || draft.inherited === true),
    dateText: hit?.text ?? null,
    stages: reading.stagesOf(draft.text, draft.details),
    links: [...new Set(draft.links)].slice(0, 20),
    conflict: status.conflict,
  };
}
