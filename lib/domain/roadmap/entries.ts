/** List entries to items: tasks, bullets of a planning section, groups that only announce their children. */
import type { ItemStatus, RoadmapItem } from '../signal.ts';
import type { ListEntry } from './blocks.ts';
import { type KeyLine, type Meta, readKeyLine, readMeta } from './key-lines.ts';
import { isLegendList, type Legend } from './legend.ts';
import { type Draft, makeItem, ownDate, type Reading } from './make-item.ts';
import { groupSection, isGroupTitle, restOfDate, type Section } from './sections.ts';
import { statusAlone, statusOfText } from './status.ts';

/** More items than any roadmap holds; what comes after is cut off and said so by the caller. */
export const MAX_ITEMS = 20_000;

/** Whether plain lines under this heading are promises: it or a heading above it plans; a document title speaks for its own lines only. */
export function plansHere(section: Section): boolean {
  for (let s: Section | null = section; s; s = s.parent) {
    if (s.skip) return false;
    if (s.plans && (!s.title || s === section || s.hit?.start)) return true;
  }
  return false;
}

/** "And more to come!", "etc.": no promise. */
const FILLER =
  /^(?:and )?(?:many |much )?(?:more|others?|etc)(?:[.!…]*|\s(?:to|soon|later|coming|will|items?|details|features|information|info)\b.{0,40})$|^(?:\.\.\.|…)|^(?:والمزيد|المزيد)|^(?:更多|等等)|^(?:see|read|check)\b.{0,60}$/i;
/** "Join us on Discord", "Visit docs.example.org": to the reader, no promise. */
const INVITATION =
  /^(?:fork|visit|join|follow|star|subscribe)\b.{0,80}(?:github|discord|telegram|twitter|\b[\w-]+\.[a-z]{2,}\b)/i;
const BOX = /^\[([ xX~/>\-✓✔✅])\]\s+/;

/** Fewer items struck out are single ones that were given up. */
const MIN_CROSSED_OFF = 3;

/** "Recommended firms:" between lists of tasks: a bold line that plans nothing itself. */
export const isAsideAmongTasks = (section: Section): boolean =>
  section.depth === 7 &&
  !section.plans &&
  (section.parent?.blocks.some((b) => b.type === 'list' && hasTask(b.items)) ?? false);

/** Walks lists and gathers items. */
export class EntryWalk {
  protected readonly legend: Legend;
  protected readonly out: RoadmapItem[];
  /** Places in `out` of items whose only state is that they are struck out. */
  private readonly struck: number[] = [];
  private readonly reading: Reading;
  constructor(reading: Reading, out: RoadmapItem[]) {
    this.reading = reading;
    this.legend = reading.legend;
    this.out = out;
  }
  protected add(draft: Draft, section: Section, fallback: ItemStatus = 'planned'): void {
    if (this.out.length >= MAX_ITEMS) return;
    const item = makeItem(draft, section, fallback, this.reading);
    if (draft.struck && item.statusBy === 'label' && item.status === 'dropped') this.struck.push(this.out.length);
    this.out.push(item);
  }

  /** Items struck out from the top down are crossed off as done; one struck out among others was dropped. */
  settleStruck(): void {
    const count = this.struck.length;
    if (count < MIN_CROSSED_OFF || count === this.out.length || this.struck[count - 1] !== count - 1) return;
    for (const i of this.struck) (this.out[i] as RoadmapItem).status = 'done';
  }

  protected list(entries: ListEntry[], section: Section, depth = 0): void {
    if (depth > 24) return;
    if (isLegendList(entries, this.legend)) return;
    const plain = plansHere(section) && !isAsideAmongTasks(section);
    for (const entry of entries) this.entry(entry, section, plain, depth);
  }

  private entry(entry: ListEntry, section: Section, plain: boolean, depth: number): void {
    const box = entry.checked === null ? BOX.exec(entry.text) : null;
    const text = box ? entry.text.slice(box[0].length) : entry.text;
    if (!text.trim()) {
      this.list(entry.children, section, depth + 1);
      return;
    }
    const mark = box?.[1] ?? '';
    const checked = box ? ('xX✓✔✅'.includes(mark) ? true : mark === ' ' ? false : null) : entry.checked;
    const boxed: Draft['status'] =
      mark && '~/'.includes(mark)
        ? { status: 'in_progress', by: 'checkbox', conflict: false }
        : mark === '>'
          ? { status: 'delayed', by: 'checkbox', conflict: false }
          : mark === '-'
            ? { status: 'dropped', by: 'checkbox', conflict: false }
            : undefined;
    const isTask = checked !== null || boxed !== undefined;
    const meta = this.entryMeta(entry, section);
    const children = entry.children.filter((c) => c.checked !== null || (!readKeyLine(c.text) && !isStateLine(c)));
    if (!isTask && children.length && !meta.keyed && this.groups(text, children, section)) {
      const group = groupSection(text.replace(/[:：]\s*$/, ''), entry.line, entry.links, section, this.legend);
      if (/[:：]\s*$/.test(text) && !group.hit && !group.status) group.plans = plain;
      this.list(children, group, depth + 1);
      return;
    }
    const hit = ownDate(text, section, children.length > 0) ?? meta.date;
    const said = statusOfText(text, this.legend);
    const counts =
      isTask ||
      (section.skip
        ? Boolean(hit?.start && hit.prominent)
        : plain || hit?.start || meta.status || (said && said.by !== 'words'));
    // One word straight under the document's title explains a term ("Goals are: specific, measurable …").
    const bare = section.title && !isTask && !hit && !said && /^\P{Script=Han}{0,24}$/u.test(text) && !/\s/.test(text);
    if (!counts || bare || this.isAside(text, isTask)) {
      // Tasks below a line that is none of its own still count.
      if (hasTask(children)) this.list(children, section, depth + 1);
      return;
    }
    const status =
      boxed ??
      (meta.status ? { status: meta.status, by: 'status-line' as const, conflict: meta.conflict ?? false } : undefined);
    const details = [...entry.more.map((l) => l.text), ...children.map((c) => c.text)].join(' ');
    this.add(
      {
        text,
        line: entry.line,
        links: [...entry.links, ...children.flatMap((c) => c.links)],
        details,
        date: hit,
        status,
        checked,
        struck: entry.struck,
      },
      section,
    );
    this.nested(children, section, depth);
  }

  /** Below an item only tasks and lines with a date or a state of their own are further items; the rest describes it. */
  private nested(children: ListEntry[], section: Section, depth: number): void {
    if (depth > 24) return;
    for (const child of children) {
      const said = statusOfText(child.text, this.legend);
      const hit = ownDate(child.text, section);
      const strong =
        child.checked !== null ||
        BOX.test(child.text) ||
        (hit?.start && hit.prominent && restOfDate(child.text, hit)) ||
        (said && said.by !== 'words' && child.text.length > 12);
      if (strong) this.entry(child, section, true, depth + 1);
      else this.nested(child.children, section, depth + 1);
    }
  }

  /** Whether an entry only announces its children: a date, a phase, or words that end in a colon. */
  private groups(text: string, children: ListEntry[], section: Section): boolean {
    if (isGroupTitle(text, section.year)) return true;
    if (/[:：]\s*$/.test(text)) return true;
    return (
      hasTask(children) &&
      !statusOfText(text, this.legend) &&
      ownDate(text, section)?.start === undefined &&
      text.length < 60
    );
  }

  private entryMeta(entry: ListEntry, section: Section): Meta & { keyed: boolean } {
    const keys = [
      ...entry.more.map((l) => l.text),
      ...entry.children.filter((c) => c.checked === null).map((c) => c.text),
    ]
      .map(readKeyLine)
      .filter((k): k is KeyLine => k !== undefined && k.kind !== 'note');
    const states = entry.children.filter(isStateLine).map((c): KeyLine => ({ kind: 'status', value: c.text }));
    keys.push(...states);
    return { ...readMeta(keys, section.year ? { year: section.year } : {}), keyed: keys.length > 0 };
  }

  private isAside(text: string, isTask: boolean): boolean {
    if (isTask) return false;
    if (FILLER.test(text.trim()) || INVITATION.test(text.trim())) return true;
    return readKeyLine(text) !== undefined;
  }
}

/** "In progress ⏳ 80%" below an entry: the entry's state. */
const isStateLine = (entry: ListEntry): boolean =>
  entry.checked === null && entry.children.length === 0 && statusAlone(entry.text) !== undefined;

const hasTask = (entries: ListEntry[]): boolean =>
  entries.some((e) => e.checked !== null || BOX.test(e.text) || hasTaskBelow(e.children));
function hasTaskBelow(entries: ListEntry[]): boolean {
  return entries.some((e) => e.checked !== null);
}
