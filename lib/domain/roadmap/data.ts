/** Roadmaps kept as data: YAML or JSON lists of objects with a title, a date and a state. */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { ItemStatus, RoadmapItem } from '../signal.ts';
import { datesIn, type Fields, fieldsOf, holdsItems, keyOf, titleNode } from './data-fields.ts';
import { type DateHit, parseDate } from './dates.ts';
import { stagesOf } from './stages.ts';
import { statusOfLabel, statusOfText } from './status.ts';

/** Deeper data is no roadmap; guards the stack. */
const MAX_DEPTH = 12;
/** More objects than this are a database; what stands first is read. */
const MAX_ITEMS = 20_000;
/** A string longer than this below a phase is a text, no promise. */
const MAX_PLAIN_CHARS = 300;
/** A title longer than this is a text; what it promises stands at its beginning. */
const MAX_TITLE_CHARS = 300;

/** What holds at a place in the data because it was said further out. */
interface Around {
  date: DateHit | undefined;
  status: ItemStatus | undefined;
  year: number | undefined;
  path: string[];
}
const NOTHING: Around = { date: undefined, status: undefined, year: undefined, path: [] };

/** Items of a YAML or JSON text (JSON is YAML), with the line of each object. Undefined when it can't be read. */
export function dataItems(text: string): RoadmapItem[] | undefined {
  const counter = new LineCounter();
  const doc = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: false,
    strict: false,
    maxAliasCount: 0,
  } as never);
  if (doc.errors.length > 0 && !doc.contents) return undefined;
  const root = doc.contents as Node | null;
  if (!root || (!isMap(root) && !isSeq(root))) return undefined;
  const walk = new Walk(counter);
  walk.node(root, NOTHING, 0);
  return walk.items;
}

/** One way through a document, gathering its items. */
class Walk {
  readonly items: RoadmapItem[] = [];
  private readonly counter: LineCounter;

  constructor(counter: LineCounter) {
    this.counter = counter;
  }

  node(node: unknown, around: Around, depth: number): void {
    if (depth > MAX_DEPTH || this.items.length >= MAX_ITEMS) return;
    if (isMap(node)) this.object(node as YAMLMap, around, depth);
    else if (isSeq(node))
      for (const child of node.items) {
        if (isScalar(child) && typeof child.value === 'string') this.plain(child.value, child as Node, around);
        else this.node(child, around, depth + 1);
      }
  }

  /** A plain string in a list below a phase or quarter. */
  private plain(value: string, node: Node, around: Around): void {
    if (!around.path.length || (!around.date && !around.status) || value.length > MAX_PLAIN_CHARS) return;
    const own = parseDate(value, around.year ? { year: around.year } : {});
    const date = own?.start ? own : undefined;
    const item = { title: value, line: this.lineOf(node), date, status: statusOfText(value)?.status, links: [] };
    this.items.push(itemOf(item, around));
  }

  /** An item, or a group of some. */
  private object(map: YAMLMap, around: Around, depth: number): void {
    const pairs = map.items.filter(isPair) as Pair[];
    const fields = fieldsOf(pairs, around.year);
    const { title, status, link, year } = fields;
    const date = fields.named ?? fields.wholeYear;
    const isPlaced = date || status || around.date || around.status || depth >= 2;
    if (title !== undefined && isPlaced && !pairs.some(holdsItems)) {
      const line = this.lineOf(titleNode(pairs) ?? (map as Node));
      const links = typeof link === 'string' && /^https?:/.test(link) ? [link] : [];
      this.items.push(itemOf({ title: String(title), line, date, status, links }, around));
      return;
    }
    const inner = insideOf(fields, around);
    for (const pair of pairs) {
      if (isSeq(pair.value) || isMap(pair.value)) this.node(pair.value, belowKey(pair, inner, year), depth + 1);
    }
  }

  private lineOf(node: Node): number {
    return node.range ? this.counter.linePos(node.range[0]).line : 1;
  }
}

/** What holds inside of a group. */
function insideOf({ label, named, wholeYear, status, year }: Fields, around: Around): Around {
  if (label === undefined) {
    return { ...around, date: named ?? wholeYear ?? around.date, status: status ?? around.status, year };
  }
  const text = String(label);
  const own = parseDate(text, datesIn(year));
  return {
    // "year: 2026, title: Q1-Q2": the title says which part of it.
    date: named ?? (own?.start ? own : undefined) ?? wholeYear ?? around.date,
    status: status ?? statusOfText(text)?.status ?? around.status,
    year,
    path: [...around.path, text],
  };
}

/** What holds below a key: "2026-Q1:" and "in_progress:" say it of all that follows. */
function belowKey(pair: Pair, inner: Around, year: number | undefined): Around {
  const key = String(keyOf(pair));
  const date = parseDate(key, datesIn(year));
  const status = statusOfLabel(key.replace(/_/g, ' '))?.status;
  return {
    date: date?.start ? date : inner.date,
    status: status ?? inner.status,
    year: date?.start ? Number(date.start.slice(0, 4)) : inner.year,
    path: [...inner.path, key],
  };
}

interface Found {
  title: string;
  line: number;
  date: DateHit | undefined;
  status: ItemStatus | undefined;
  links: string[];
}

/** The item of what an object says itself and of what holds around it. */
function itemOf({ title, line, date, status, links }: Found, around: Around): RoadmapItem {
  const hit = date ?? around.date;
  const said = status ? undefined : statusOfText(title);
  return {
    ...{ title: title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE_CHARS), line, path: around.path, links },
    status: status ?? said?.status ?? around.status ?? 'planned',
    statusBy: status ? 'status-line' : said ? said.by : around.status ? 'heading' : 'none',
    date: {
      start: hit?.start ?? null,
      end: hit?.end ?? null,
      precision: hit?.precision ?? 'none',
      inherited: !date && hit !== undefined,
    },
    dateText: hit?.text ?? null,
    stages: stagesOf(title),
    conflict: said?.conflict ?? false,
  };
}
