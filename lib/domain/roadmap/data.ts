/** Roadmaps kept as data: YAML or JSON lists of objects with a title, a date and a state. */
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { ItemStatus, RoadmapItem } from '../signal.ts';
import { type DateHit, parseDate } from './dates.ts';
import { foldText, normaliseText } from './normalise.ts';
import { stagesOf } from './stages.ts';
import { statusOfLabel, statusOfText } from './status.ts';

const keys = (text: string) => new Set(text.split('|'));
const TITLE = keys(
  'title|name|milestone|task|feature|item|text|label|goal|event|heading|summary|deliverable|what|名称|标题|العنوان|الاسم',
);
const TITLE_LATE = keys('description|desc|content|details|body');
const DATE = keys(
  'date|when|eta|due|due_date|duedate|due_on|target|target_date|targetdate|deadline|quarter|period|timeline|time|timeframe|release_date|releasedate|expected|month|end|end_date|enddate|to|until|finish|completed_at|delivery|日期|时间|التاريخ|الموعد',
);
const START = keys('start|start_date|startdate|from|begin');
const STATUS = keys('status|state|progress|stage_status|done|completed|complete|finished|checked|状态|الحالة');
const YEAR = keys('year|年份');
const LINK = keys('url|link|href|issue|pr');
const GROUP = keys('phase|title|name|quarter|period|date|year|stage|label|when|timeline|heading');
/** Deeper data is no roadmap; guards the stack. */
const MAX_DEPTH = 12;
const MAX_ITEMS = 20_000;

interface Ctx {
  date: DateHit | undefined;
  status: ItemStatus | undefined;
  year: number | undefined;
  path: string[];
}
const fold = (key: unknown) =>
  foldText(normaliseText(String(key)))
    .trim()
    .replace(/[\s-]+/g, '_');

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
  const out: RoadmapItem[] = [];
  const lineOf = (node: Node | null | undefined) => (node?.range ? counter.linePos(node.range[0]).line : 1);
  walk(root, { date: undefined, status: undefined, year: undefined, path: [] }, 0);
  return out;

  function walk(node: unknown, ctx: Ctx, depth: number): void {
    if (depth > MAX_DEPTH || out.length >= MAX_ITEMS) return;
    if (isSeq(node)) {
      for (const child of node.items) {
        if (isScalar(child) && typeof child.value === 'string') plainEntry(child.value, child as Node, ctx);
        else walk(child, ctx, depth + 1);
      }
    } else if (isMap(node)) mapNode(node as YAMLMap, ctx, depth);
  }

  /** A list of plain strings below a phase or quarter. */
  function plainEntry(value: string, node: Node, ctx: Ctx): void {
    if (!ctx.path.length || (!ctx.date && !ctx.status) || value.length > 300) return;
    const own = parseDate(value, ctx.year ? { year: ctx.year } : {});
    push(value, lineOf(node), own?.start ? own : undefined, statusOfText(value)?.status, [], ctx);
  }

  function mapNode(map: YAMLMap, ctx: Ctx, depth: number): void {
    const pairs = map.items.filter(isPair) as Pair[];
    const scalar = (set: Set<string>) => {
      for (const name of set) {
        const pair = pairs.find((p) => fold(isScalar(p.key) ? p.key.value : p.key) === name);
        if (pair && isScalar(pair.value) && pair.value.value !== null && pair.value.value !== '')
          return pair.value.value;
      }
      return undefined;
    };
    const nested = pairs.filter((p) => isSeq(p.value) || isMap(p.value));
    const below = nested.filter(
      (p) => isMap(p.value) || (isSeq(p.value) && p.value.items.some((i) => isMap(i) || isScalar(i))),
    );
    const year = yearOf(scalar(YEAR)) ?? ctx.year;
    const yearCtx = { bareYear: true, ...(year ? { year } : {}) };
    const named = rangeOf(scalar(START), scalar(DATE), yearCtx);
    const wholeYear = yearOf(scalar(YEAR)) ? parseDate(String(year), { bareYear: true }) : undefined;
    const date = named ?? wholeYear;
    const status = statusValue(scalar(STATUS), pairs);
    const title = scalar(TITLE) ?? translated(pairs) ?? scalar(TITLE_LATE);
    const lists = below.filter(
      (p) =>
        isSeq(p.value) &&
        !/^(?:tags|labels|links|authors|stages|owners|team|assignees|dependencies)$/.test(
          fold(isScalar(p.key) ? p.key.value : p.key),
        ),
    );
    const firstPair = pairs[0];
    const line = lineOf((firstPair && isScalar(firstPair.key) ? firstPair.key : map) as Node);
    if (title !== undefined && !lists.length && (date || status || ctx.date || ctx.status || depth >= 2)) {
      const link = scalar(LINK);
      push(
        String(title),
        lineOf(titleNode(pairs) ?? (map as Node)) || line,
        date,
        status,
        typeof link === 'string' && /^https?:/.test(link) ? [link] : [],
        { ...ctx, year },
      );
      return;
    }
    const label = scalar(GROUP);
    const own = label === undefined ? undefined : parseDate(String(label), yearCtx);
    const inner: Ctx = {
      // "year: 2026, title: Q1-Q2": the title says which part of it.
      date: named ?? (own?.start ? own : undefined) ?? wholeYear ?? ctx.date,
      status: status ?? (label === undefined ? undefined : statusOfText(String(label))?.status) ?? ctx.status,
      year,
      path: label === undefined ? ctx.path : [...ctx.path, String(label)],
    };
    for (const pair of nested) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
      const keyDate = parseDate(key, yearCtx);
      const keyStatus = statusOfLabel(key.replace(/_/g, ' '))?.status;
      walk(
        pair.value,
        {
          ...inner,
          date: keyDate?.start ? keyDate : inner.date,
          status: keyStatus ?? inner.status,
          year: keyDate?.start ? Number(keyDate.start.slice(0, 4)) : inner.year,
          path: [...inner.path, key],
        },
        depth + 1,
      );
    }
  }

  function push(
    title: string,
    line: number,
    date: DateHit | undefined,
    status: ItemStatus | undefined,
    links: string[],
    ctx: Ctx,
  ): void {
    const hit = date ?? ctx.date;
    const said = status ? undefined : statusOfText(title);
    const final = status ?? said?.status ?? ctx.status;
    out.push({
      ...{ title: title.replace(/\s+/g, ' ').trim().slice(0, 300), line, path: ctx.path, links },
      status: final ?? 'planned',
      statusBy: status ? 'status-line' : said ? said.by : ctx.status ? 'heading' : 'none',
      date: {
        start: hit?.start ?? null,
        end: hit?.end ?? null,
        precision: hit?.precision ?? 'none',
        inherited: !date && hit !== undefined,
      },
      dateText: hit?.text ?? null,
      stages: stagesOf(title),
      conflict: said?.conflict ?? false,
    });
  }
}

/** A title kept in several languages: English, else the first. */
function translated(pairs: Pair[]): string | undefined {
  const pair = pairs.find((p) => isMap(p.value) && TITLE.has(fold(isScalar(p.key) ? p.key.value : p.key)));
  const texts = ((pair?.value as YAMLMap | undefined)?.items ?? []).filter(
    (p) => isScalar(p.key) && /^[a-z]{2}(?:[-_]\w{2,4})?$/i.test(String(p.key.value)) && isScalar(p.value),
  );
  const found = texts.find((p) => isScalar(p.key) && p.key.value === 'en') ?? texts[0];
  const value = isScalar(found?.value) ? found.value.value : undefined;
  return typeof value === 'string' && value.trim() ? value : undefined;
}

function titleNode(pairs: Pair[]): Node | undefined {
  const pair =
    pairs.find((p) => TITLE.has(fold(isScalar(p.key) ? p.key.value : p.key))) ??
    pairs.find((p) => TITLE_LATE.has(fold(isScalar(p.key) ? p.key.value : p.key)));
  return pair && isScalar(pair.key) ? (pair.key as Node) : undefined;
}
function yearOf(value: unknown): number | undefined {
  const y = Number(value);
  return Number.isInteger(y) && y >= 2008 && y <= 2100 ? y : undefined;
}
function rangeOf(start: unknown, end: unknown, ctx: { bareYear: boolean; year?: number }): DateHit | undefined {
  const read = (v: unknown) =>
    v === undefined ? undefined : parseDate(v instanceof Date ? v.toISOString().slice(0, 10) : String(v), ctx);
  const a = read(start);
  const b = read(end);
  if (a?.start && b?.end && a.start <= b.end)
    return {
      ...b,
      start: a.start,
      precision: a.start === b.start && a.end === b.end ? b.precision : 'range',
      text: `${a.text} - ${b.text}`,
    };
  return b ?? a;
}
function statusValue(value: unknown, pairs: Pair[]): ItemStatus | undefined {
  if (typeof value === 'boolean') return value ? 'done' : 'planned';
  if (typeof value === 'number') {
    // Progress in percent, or as a fraction.
    const isShare = pairs.some((p) => isScalar(p.key) && fold(p.key.value) === 'progress');
    if (!isShare) return undefined;
    return value >= 100 || value === 1 ? 'done' : value > 0 ? 'in_progress' : 'planned';
  }
  return value === undefined ? undefined : statusOfLabel(String(value).replace(/_/g, ' '))?.status;
}
