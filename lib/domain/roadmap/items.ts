/** From blocks to roadmap items: task lines, table rows, dated or status bullets, steps of a phase, leaf headings. */
import type { DatePrecision, ItemStatus, RoadmapItem } from '../signal.ts';
import type { Block, Line, ListEntry } from './blocks.ts';
import { type DateHit, parseDate } from './dates.ts';
import { type KeyLine, type Meta, readKeyLine, readMeta } from './key-lines.ts';
import { normaliseText, squeeze } from './normalise.ts';
import { buildSections, groupSection, isGroupTitle, restOfDate, type Section } from './sections.ts';
import { stagesOf } from './stages.ts';
import { EMOJI_STATUS, type StatusHit, statusOfLabel, statusOfText } from './status.ts';
import { tableItems } from './tables.ts';

/** More items than any roadmap holds; what comes after is cut off and said so by the caller. */
export const MAX_ITEMS = 20_000;
/** A wording longer than this is prose; it is cut in the item. */
const MAX_TITLE = 300;
type Legend = ReadonlyMap<string, ItemStatus>;
interface Draft {
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

/** All items of a document. `unstructured`: none were found, level 2–4 headings stand in, undated. */
export function itemsOf(blocks: Block[]): { items: RoadmapItem[]; unstructured: boolean } {
  const legend = legendOf(blocks);
  const root = buildSections(blocks, legend);
  const out: RoadmapItem[] = [];
  new Walk(legend, out).section(root);
  if (out.length) return { items: out, unstructured: false };
  const headings: RoadmapItem[] = [];
  const walk = (s: Section): void => {
    if (s.skip) return;
    if (s.depth >= 2 && s.depth <= 4)
      headings.push(makeItem({ text: s.text, line: s.line, links: s.links }, s.parent ?? root, 'unknown', legend));
    for (const sub of s.subs) walk(sub);
  };
  walk(root);
  return { items: headings.slice(0, MAX_ITEMS), unstructured: headings.length > 0 };
}

const LEGEND_PAIR = /(\p{Extended_Pictographic})\uFE0F?\s*[-–:=→]?\s*\**([\p{L}][\p{L} ]{1,24})/gu;
/** A line that explains marks ("🟡 planned · 🟢 done") overrides what they mean elsewhere. */
function legendOf(blocks: Block[]): Legend {
  const legend = new Map(EMOJI_STATUS);
  for (const block of blocks) {
    const lines =
      block.type === 'para'
        ? block.lines.map((l) => l.text)
        : block.type === 'list'
          ? [block.items.map((i) => (i.children.length ? '' : i.text)).join(' | ')]
          : [];
    for (const line of lines) {
      if (line.length > 400 || !/\p{Extended_Pictographic}/u.test(line)) continue;
      const pairs = [...line.matchAll(LEGEND_PAIR)].map(
        (m) => [m[1] as string, statusOfLabel(m[2] as string)?.status] as const,
      );
      if (pairs.length < 2 || pairs.some(([, s]) => !s) || new Set(pairs.map(([, s]) => s)).size < pairs.length)
        continue;
      for (const [mark, status] of pairs) if (status) legend.set(mark, status);
    }
  }
  return legend;
}

/** Whether plain lines under this heading are promises: it or a heading above it plans; a document title speaks for its own lines only. */
function plansHere(section: Section): boolean {
  for (let s: Section | null = section; s; s = s.parent) {
    if (s.skip) return false;
    if (s.plans && (!s.title || s === section || s.hit?.start)) return true;
  }
  return false;
}

/** Date of the nearest heading; a "Next" or "Later" in between has none. */
function inheritedDate(section: Section): DateHit | undefined {
  for (let s: Section | null = section; s; s = s.parent) {
    const hit = s.meta.date ?? s.hit;
    if (hit) return hit;
    if (s.bucket) return undefined;
  }
  return undefined;
}
function inheritedStatus(
  section: Section,
): { status: ItemStatus; by: RoadmapItem['statusBy']; conflict: boolean } | undefined {
  for (let s: Section | null = section; s; s = s.parent) {
    if (s.meta.status) return { status: s.meta.status, by: 'status-line', conflict: s.meta.conflict ?? false };
    if (s.status) return { status: s.status, by: 'heading', conflict: s.conflict };
  }
  return undefined;
}

const STATUS_MARKS = new RegExp(`[${[...EMOJI_STATUS.keys()].join('')}\\uFE0F]`, 'gu');
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
function ownDate(text: string, section: Section, bareYear = false): DateHit | undefined {
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

function makeItem(draft: Draft, section: Section, fallback: ItemStatus, legend: Legend): RoadmapItem {
  const own = draft.date ?? ownDate(draft.text, section);
  const hit = own ?? inheritedDate(section);
  const status = statusOf(draft, section, fallback, legend);
  return {
    title: clean(draft.text),
    line: draft.line,
    path: pathOf(section),
    status: status.status,
    statusBy: status.by,
    date: toDate(hit, !own || draft.inherited === true),
    dateText: hit?.text ?? null,
    stages: stagesOf(draft.text, draft.details),
    links: [...new Set(draft.links)].slice(0, 20),
    conflict: status.conflict,
  };
}

/** "And more to come!", "etc.": no promise. */
const FILLER =
  /^(?:and )?(?:many |much )?(?:more|others?|etc)(?:[.!…]*|\s(?:to|soon|later|coming|will|items?|details|features|information|info)\b.{0,40})$|^(?:\.\.\.|…)|^(?:والمزيد|المزيد)|^(?:更多|等等)|^(?:see|read|check)\b.{0,60}$/i;
const BOX = /^\[([ xX~/>\-✓✔✅])\]\s+/;

class Walk {
  private readonly legend: Legend;
  private readonly out: RoadmapItem[];
  constructor(legend: Legend, out: RoadmapItem[]) {
    this.legend = legend;
    this.out = out;
  }
  private add(draft: Draft, section: Section, fallback: ItemStatus = 'planned'): void {
    if (this.out.length < MAX_ITEMS) this.out.push(makeItem(draft, section, fallback, this.legend));
  }

  section(section: Section): void {
    if (section.skip === 'hard') return;
    const before = this.out.length;
    if (this.metaOf(section)) {
      this.headingItem(section);
      for (const sub of section.subs) if (this.hasMeta(sub)) this.section(sub);
      return;
    }
    for (const block of section.blocks) this.block(block, section);
    for (const sub of section.subs) this.section(sub);
    if (this.out.length === before) this.leaf(section);
  }

  /** Reads key lines below the heading; true when a list of them makes the heading itself the item. */
  private metaOf(section: Section): boolean {
    const keys: KeyLine[] = [];
    let list = false;
    for (const block of section.blocks) {
      if (block.type === 'para')
        keys.push(...block.lines.map((l) => readKeyLine(l.text)).filter((k): k is KeyLine => k !== undefined));
      if (block.type === 'list' && isKeyList(block)) {
        const read = block.items.map((i) => readKeyLine(i.text)).filter((k): k is KeyLine => k !== undefined);
        keys.push(...read);
        list = true;
      } else if (block.type === 'list')
        keys.push(
          ...block.items
            .filter((i) => i.checked === null && !i.children.length)
            .map((i) => readKeyLine(i.text))
            .filter((k): k is KeyLine => k !== undefined && k.kind !== 'note'),
        );
    }
    const real = keys.filter((k) => k.kind !== 'note');
    // A status line under the document's title speaks of the document ("Status: draft").
    if (real.length && section.text && !section.title)
      section.meta = readMeta(real, section.year ? { year: section.year } : {});
    const others = section.blocks.some((b) => (b.type === 'list' && !isKeyList(b)) || b.type === 'table');
    return list && !others && section.text !== '' && !section.title;
  }
  private hasMeta(section: Section): boolean {
    return section.blocks.some((b) => b.type === 'list' && isKeyList(b)) || section.subs.some((s) => this.hasMeta(s));
  }

  private headingItem(section: Section): void {
    const { date, status, conflict } = section.meta;
    const details = section.blocks.flatMap((b) => b.lines.map((l) => l.text)).join(' ');
    const links = [
      ...section.links,
      ...section.blocks.flatMap((b) => [...b.lines.flatMap((l) => l.links), ...b.items.flatMap((i) => i.links)]),
    ];
    const said = status ? { status, by: 'status-line' as const, conflict: conflict ?? false } : undefined;
    this.add(
      {
        text: section.text,
        line: section.line,
        links,
        details,
        date: date ?? section.hit,
        status: said ?? this.proseStatus(section),
      },
      section.parent ?? section,
    );
  }
  /** "We are working on …" in the text of a leaf heading that states nothing itself. */
  private proseStatus(section: Section): Draft['status'] {
    if (statusOfText(section.text, this.legend) || inheritedStatus(section)?.status === 'done') return undefined;
    const first =
      section.blocks
        .find((b) => b.type === 'para')
        ?.lines.slice(0, 3)
        .map((l) => l.text)
        .join(' ') ?? '';
    return /\bwe(?:'re| are) (?:currently |now )?(?:working on|building|developing|implementing)\b|جاري العمل|نعمل حاليا|正在(?:开发|進行|进行|开展)/i.test(
      first.slice(0, 300),
    )
      ? { status: 'in_progress', by: 'words', conflict: false }
      : undefined;
  }

  /** A heading without items below: itself the item, or, when it is only a date, its first sentence. */
  private leaf(section: Section): void {
    if (!section.text || section.title || section.skip || section.depth > 7) return;
    const own = section.hit?.start || section.status || section.bucket || /\d/.test(section.text);
    if (!plansHere(section) || (!own && !plansHere(section.parent ?? section))) return;
    if (section.subs.some((s) => !s.skip) || readKeyLine(section.text)?.kind === 'note') return;
    const rest = section.hit ? restOfDate(section.text, section.hit) : section.bucket ? '' : section.text;
    const content = section.blocks.length > 0;
    if (rest) {
      if (section.plans && !section.hit && !section.status && !content) return;
      if (/^(?:release schedule|past|future|timeline|schedule|legend|notes?)$/i.test(section.text.trim())) return;
      this.headingItem(section);
      return;
    }
    for (const block of section.blocks) {
      if (block.type !== 'para') continue;
      for (const line of block.lines)
        if (line.text.length <= 200 && !HEDGED.test(line.text) && !readKeyLine(line.text))
          this.add({ text: line.text, line: line.line, links: line.links }, section);
      break;
    }
  }

  private block(block: Block, section: Section): void {
    if (block.type === 'list') this.list(block.items, section);
    else if (block.type === 'table') {
      const allowed = plansHere(section) && !section.skip;
      for (const row of tableItems(block, section.year, allowed, this.legend))
        this.add(
          {
            text: row.title,
            line: row.line,
            links: row.links,
            date: row.date,
            status: row.status ? { ...row.status, by: 'status-line' } : undefined,
          },
          section,
        );
    } else if (block.type === 'para') for (const line of block.lines) this.line(line, section);
  }

  /** A line of text that opens with its date or its state: "Q3 2025: test network", "✅ Wallet released". */
  private line(line: Line, section: Section): void {
    if (section.skip || line.text.length > 240 || readKeyLine(line.text)) return;
    if (/^\[[ xX]\]\s/.test(line.text)) {
      this.add(
        { text: line.text.slice(4), line: line.line, links: line.links, checked: line.text[1] !== ' ' },
        section,
      );
      return;
    }
    const hit = ownDate(line.text, section);
    const opens =
      hit?.start && hit.at <= 3 && /^\s*[:：|)\]–-]/.test(line.text.slice(hit.to)) && restOfDate(line.text, hit);
    const first = [...line.text.trim()][0] ?? '';
    const marked = this.legend.has(first) && !isLegendLine(line.text, this.legend);
    if (opens || marked) this.add({ text: line.text, line: line.line, links: line.links, date: hit }, section);
  }

  private list(entries: ListEntry[], section: Section, depth = 0): void {
    if (depth > 24) return;
    if (isLegendList(entries, this.legend)) return;
    const plain = plansHere(section);
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
    const children = entry.children.filter((c) => !readKeyLine(c.text) || c.checked !== null);
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
    if (!counts || this.isAside(text, isTask)) {
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
    return { ...readMeta(keys, section.year ? { year: section.year } : {}), keyed: keys.length > 0 };
  }

  private isAside(text: string, isTask: boolean): boolean {
    if (isTask) return false;
    if (FILLER.test(text.trim())) return true;
    return readKeyLine(text) !== undefined;
  }
}

const HEDGED = /\b(?:might|unclear|may possibly|not yet decided|possibly)\b|尚不明确|غير واضح/i;
const hasTask = (entries: ListEntry[]): boolean =>
  entries.some((e) => e.checked !== null || BOX.test(e.text) || hasTaskBelow(e.children));
function hasTaskBelow(entries: ListEntry[]): boolean {
  return entries.some((e) => e.checked !== null);
}
/** Every entry is `key: value` and one of them a date or a state. */
function isKeyList(block: Block): boolean {
  const keys = block.items.map((i) => (i.checked === null ? readKeyLine(i.text) : undefined));
  const known = keys.filter(Boolean).length;
  return (
    keys.some((k) => k && k.kind !== 'note') &&
    known >= Math.max(1, block.items.length - 1) &&
    known > block.items.length / 2
  );
}
function isLegendLine(text: string, legend: Legend): boolean {
  const pairs = [...text.matchAll(LEGEND_PAIR)].filter(
    (m) => legend.has(m[1] as string) && statusOfLabel(m[2] as string),
  );
  return pairs.length >= 2;
}
function isLegendList(entries: ListEntry[], legend: Legend): boolean {
  return (
    entries.length >= 2 &&
    entries.length <= 8 &&
    entries.every((e) => {
      const first = [...e.text.trim()][0] ?? '';
      const rest = e.text
        .replace(STATUS_MARKS, '')
        .replace(/[^\p{L}\s]/gu, ' ')
        .trim();
      return (
        (legend.has(first) || EMOJI_STATUS.has(first)) &&
        rest.split(/\s+/).length <= 3 &&
        statusOfLabel(rest) !== undefined
      );
    })
  );
}
