/** Which keys mean what in a roadmap kept as data, and how their values are read. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { ItemStatus } from '../signal.ts';
import { type DateHit, parseDate } from './dates.ts';
import { foldText, normaliseText } from './normalise.ts';
import { statusOfLabel } from './status.ts';

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
/** Lists that belong to one item and hold none. */
const ASIDE = /^(?:tags|labels|links|authors|stages|owners|team|assignees|dependencies)$/;

const fold = (key: unknown) =>
  foldText(normaliseText(String(key)))
    .trim()
    .replace(/[\s-]+/g, '_');

/** A pair's key as it stands. */
export const keyOf = (pair: Pair): unknown => (isScalar(pair.key) ? pair.key.value : pair.key);
const nameOf = (pair: Pair) => fold(keyOf(pair));

/** How dates within an object are read: a bare year is one, and the year that holds there completes the others. */
export const datesIn = (year: number | undefined) => ({ bareYear: true, ...(year ? { year } : {}) });

/** What an object says of itself. `undefined`: it does not say. */
export interface Fields {
  title: unknown;
  /** The group's name, where the object turns out to be one. */
  label: unknown;
  /** From its start to its date, where it names them. */
  named: DateHit | undefined;
  /** The whole of the year that it names. */
  wholeYear: DateHit | undefined;
  /** Its own year, else the one that holds around it. */
  year: number | undefined;
  status: ItemStatus | undefined;
  link: unknown;
}

/** Reads the pairs of an object; `year`: the one that holds around it. */
export function fieldsOf(pairs: Pair[], year: number | undefined): Fields {
  const scalar = (set: Set<string>): unknown => {
    for (const name of set) {
      const value = pairs.find((pair) => nameOf(pair) === name)?.value;
      if (isScalar(value) && value.value !== null && value.value !== '') return value.value;
    }
    return undefined;
  };
  const own = yearOf(scalar(YEAR));
  return {
    title: scalar(TITLE) ?? translated(pairs) ?? scalar(TITLE_LATE),
    label: scalar(GROUP),
    named: rangeOf(scalar(START), scalar(DATE), datesIn(own ?? year)),
    wholeYear: own ? parseDate(String(own), { bareYear: true }) : undefined,
    year: own ?? year,
    status: statusValue(scalar(STATUS), pairs),
    link: scalar(LINK),
  };
}

/** Whether a pair holds a list of further items. */
export function holdsItems(pair: Pair): boolean {
  return isSeq(pair.value) && pair.value.items.some((i) => isMap(i) || isScalar(i)) && !ASIDE.test(nameOf(pair));
}

/** A title kept in several languages: English, else the first. */
function translated(pairs: Pair[]): string | undefined {
  const pair = pairs.find((p) => isMap(p.value) && TITLE.has(nameOf(p)));
  const texts = ((pair?.value as YAMLMap | undefined)?.items ?? []).filter(
    (p) => isScalar(p.key) && /^[a-z]{2}(?:[-_]\w{2,4})?$/i.test(String(p.key.value)) && isScalar(p.value),
  );
  const found = texts.find((p) => isScalar(p.key) && p.key.value === 'en') ?? texts[0];
  const value = isScalar(found?.value) ? found.value.value : undefined;
  return typeof value === 'string' && value.trim() ? value : undefined;
}

/** The key that stands before an object's title: where a reader finds the item. */
export function titleNode(pairs: Pair[]): Node | undefined {
  const pair = pairs.find((p) => TITLE.has(nameOf(p))) ?? pairs.find((p) => TITLE_LATE.has(nameOf(p)));
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
    const isShare = pairs.some((p) => isScalar(p.key) && nameOf(p) === 'progress');
    if (!isShare) return undefined;
    return value >= 100 || value === 1 ? 'done' : value > 0 ? 'in_progress' : 'planned';
  }
  return value === undefined ? undefined : statusOfLabel(String(value).replace(/_/g, ' '))?.status;
}
