/** Roadmap tables: one row, one item; or quarters as columns. Matrices that compare products are left out. */
import type { ItemStatus } from '../signal.ts';
import type { Block, Row } from './blocks.ts';
import { type DateHit, parseDate } from './dates.ts';
import { foldPattern, foldText, normaliseText } from './normalise.ts';
import { EMOJI_STATUS, type StatusHit, statusOfEmoji, statusOfLabel } from './status.ts';

export interface TableItem {
  title: string;
  line: number;
  links: string[];
  date: DateHit | undefined;
  status: StatusHit | undefined;
}
const word = (latin: string, han: string) =>
  new RegExp(`(?<![\\p{Script=Latin}])(?:${foldPattern(latin)})(?![\\p{Script=Latin}])|${foldPattern(han)}`, 'u');
const DATE_HEAD = word(
  'date|dates|timeline|timeframe|time|when|eta|quarter|target(?: date)?|due|expected|deadline|period|schedule|release date|launch|year|month|delivery|estimated|planned for|duration|window|end|start|finish|التاريخ|الموعد|الزمن|الفترة|الربع|الجدول الزمني|الوقت|المدة|السنة|البداية|النهاية',
  '时间|時間|日期|季度|预计|預計|截止|周期|年份|上线时间|节点',
);
const STATUS_HEAD = word(
  'status|state|progress|done|completed\\??|complete|stage status|الحالة|الوضع|التقدم|منجز',
  '状态|狀態|进度|進度|完成情况|是否完成|进展',
);
const ASIDE_HEAD = word(
  'owners?|assignees?|priority|links?|issues?|prs?|pull requests?|lead|team|effort|size|complexity|risk|budget|cost|id|no|#|tracking|epic|type|category|responsible|المسؤول|الأولوية|الرابط|الفريق|الميزانية',
  '负责人|優先級|优先级|链接|编号|序号|预算|团队|类型',
);
const folded = (text: string) => foldText(normaliseText(text));

interface Columns {
  date: number[];
  status: number | undefined;
  aside: Set<number>;
}

/** Column roles by header words, else by what the cells hold. */
function columnsOf(header: Row | undefined, body: Row[], year: number | undefined): Columns {
  const columns: Columns = { date: [], status: undefined, aside: new Set() };
  const width = Math.min(40, Math.max(0, ...body.slice(0, 50).map((r) => r.cells.length)));
  for (let c = 0; c < width; c++) {
    const head = folded(header?.cells[c] ?? '').trim();
    const cells = body.slice(0, 50).map((r) => r.cells[c]?.trim() ?? '');
    const filled = cells.filter(Boolean);
    const dated = filled.filter((t) => isDateCell(t, year)).length;
    const stated = filled.filter((t) => t.length <= 40 && statusOfLabel(t)).length;
    if (filled.length && dated >= filled.length / 2 && (DATE_HEAD.test(head) || dated > stated)) columns.date.push(c);
    else if (head && STATUS_HEAD.test(head)) columns.status ??= c;
    else if (
      columns.status === undefined &&
      filled.length > 1 &&
      stated >= filled.length * 0.8 &&
      !(c === 0 && width > 1)
    )
      columns.status = c;
    else if (head && (DATE_HEAD.test(head) || ASIDE_HEAD.test(head)) && c > 0 && filled.length <= 0)
      columns.aside.add(c);
    else if (head && ASIDE_HEAD.test(head)) columns.aside.add(c);
  }
  return columns;
}
function isDateCell(text: string, year: number | undefined): boolean {
  if (text.length > 60) return false;
  const hit = parseDate(text, { bareYear: true, year: year ?? 2000 });
  return hit !== undefined && hit.to - hit.at >= text.length * 0.5;
}

/** Several columns of ticks and crosses: a comparison, not a plan. */
function isMatrix(header: Row | undefined, body: Row[]): boolean {
  const width = header?.cells.length ?? 0;
  if (width < 3) return false;
  let marks = 0;
  for (let c = 1; c < width; c++) {
    const cells = body.map((r) => r.cells[c]?.trim() ?? '').filter(Boolean);
    const ticks = cells.filter((t) => /^[^\p{L}\p{N}]{1,3}$|^(?:yes|no|✓|x)$/iu.test(t)).length;
    if (cells.length && ticks >= cells.length * 0.6) marks++;
  }
  return marks >= 2;
}

/** Items of a table. `allowed`: rows without a date or state column count too, since the section plans. */
export function tableItems(
  block: Block,
  year: number | undefined,
  allowed: boolean,
  legend: ReadonlyMap<string, ItemStatus> = EMOJI_STATUS,
): TableItem[] {
  const header = block.rows[0]?.header ? block.rows[0] : undefined;
  const body = header ? block.rows.slice(1) : block.rows;
  const heads = header?.cells.map((c) => parseDate(c, { bareYear: true, ...(year ? { year } : {}) })) ?? [];
  const periods = heads.filter((h) => h?.start).length;
  if (periods >= 2) return periodColumns(body, heads, header as Row, legend);
  if (isMatrix(header, body)) return [];
  const columns = columnsOf(header, body, year);
  if (!columns.date.length && columns.status === undefined && !allowed) return [];
  return body.map((row) => rowItem(row, columns, year, legend)).filter((i) => /\p{L}|\d/u.test(i.title));
}

function rowItem(
  row: Row,
  columns: Columns,
  year: number | undefined,
  legend: ReadonlyMap<string, ItemStatus>,
): TableItem {
  const ctx = { bareYear: true, ...(year ? { year } : {}) };
  const dates = columns.date
    .map((c) => parseDate(row.cells[c] ?? '', ctx))
    .filter((h): h is DateHit => h !== undefined);
  const exact = dates.filter((h) => h.start && h.end);
  const first = exact[0];
  const last = exact[exact.length - 1];
  const date =
    first && last && exact.length > 1 && (first.start ?? '') <= (last.end ?? '')
      ? { ...last, start: first.start, precision: 'range' as const, text: `${first.text} - ${last.text}` }
      : (first ?? dates[0]);
  const cell = columns.status === undefined ? '' : (row.cells[columns.status] ?? '');
  const words = row.cells.filter(
    (t, c) =>
      !columns.date.includes(c) &&
      c !== columns.status &&
      !columns.aside.has(c) &&
      t.trim() &&
      !/^(?:link|-|–|n\/a)$/i.test(t.trim()),
  );
  const title = (words.length ? words : row.cells.filter((_, c) => columns.aside.has(c))).join(' ').trim();
  return { title, line: row.line, links: row.links, date, status: legendStatus(cell, legend) };
}
function legendStatus(cell: string, legend: ReadonlyMap<string, ItemStatus>): StatusHit | undefined {
  if (!cell.trim()) return undefined;
  if (!/\p{L}{2}|%/u.test(cell)) return statusOfEmoji(cell, legend) ?? statusOfLabel(cell);
  return statusOfLabel(cell);
}

/** Quarters as columns: a mark is the row's period, a wording is an item of its own. */
function periodColumns(
  body: Row[],
  heads: (DateHit | undefined)[],
  header: Row,
  legend: ReadonlyMap<string, ItemStatus>,
): TableItem[] {
  const out: TableItem[] = [];
  for (const row of body) {
    const title = row.cells
      .filter((t, c) => !heads[c]?.start && t.trim() && !/^(?:status|الحاله)$/.test(folded(header.cells[c] ?? '')))
      .join(' ')
      .trim();
    const marks: DateHit[] = [];
    let status: StatusHit | undefined;
    let worded = false;
    row.cells.forEach((text, c) => {
      const date = heads[c];
      const cell = text.trim();
      if (!date?.start || !cell || /^[-–—]$/.test(cell)) return;
      if (!/\p{L}{2}/u.test(cell)) {
        marks.push(date);
        status = statusOfEmoji(cell, legend) ?? status;
      } else {
        worded = true;
        out.push({ title: cell, line: row.line, links: row.links, date, status: statusOfEmoji(cell, legend) });
      }
    });
    const first = marks[0];
    const last = marks[marks.length - 1];
    if (title && first && last && !worded)
      out.push({
        ...{ title, line: row.line, links: row.links, status },
        date:
          first === last
            ? first
            : { ...last, start: first.start, precision: 'range', text: `${first.text} - ${last.text}` },
      });
  }
  return out;
}
