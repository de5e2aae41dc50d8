/** Lines such as "Expected: Q3", "Status: done", "状态：完成": they speak of the thing above them. */
import type { ItemStatus } from '../signal.ts';
import { type DateContext, type DateHit, parseDate } from './dates.ts';
import { foldPattern, foldText, normaliseText } from './normalise.ts';
import { statusOfLabel } from './status.ts';

const key = (latin: string, han: string) => new RegExp(`^(?:${foldPattern(latin)}|${foldPattern(han)})$`, 'u');
const DATE_KEY = key(
  '(?:(?:expected|estimated|target(?:ed)?|planned|due|release|launch|completion|delivery|tentative|projected|scheduled|start|end|begin|finish|final) ?-?)*(?:date|dates|eta|timeline|timeframe|time frame|time|when|deadline|schedule|quarter|period|due|delivery|window|month|year|duration|completion|milestone date)|' +
    'expected|estimated|eta|target|targeted|planned|planned for|due|start|end|started|finished|completed|completed on|released|released on|launched|delivered|until|from|to|by|' +
    'الموعد|الموعد المتوقع|الموعد المستهدف|التاريخ|تاريخ الإطلاق|تاريخ البدء|تاريخ الانتهاء|تاريخ التسليم|متوقع|المتوقع|الإطار الزمني|الجدول الزمني|المدة|الفترة|الزمن|الوقت|موعد الإطلاق|موعد التسليم|الموعد النهائي|الربع',
  '预计|預計|预计时间|預計時間|预计完成|预计完成时间|预计上线|时间|時間|日期|截止|截止日期|上线时间|上線時間|发布时间|目标时间|目標時間|计划时间|計劃時間|开始时间|结束时间|完成时间|时间表|周期|季度|开始|结束',
);
const STATUS_KEY = key(
  '(?:current |overall |delivery )?(?:status|state|progress)|done|completed\\?|الحالة|الوضع|حالة التنفيذ|التقدم|نسبة الإنجاز',
  '状态|狀態|进度|進度|当前状态|目前状态|完成情况|进展',
);
const NOTE_KEY = key(
  '(?:key |main |primary |expected )?(?:risks?|targets?|goals?|why|how|what|who|notes?|owners?|assignees?|dependenc(?:y|ies)|depends on|descriptions?|priority|outcomes?|mission|deliverables?|success criteria|success metrics?|metrics?|kpis?|links?|issues?|prs?|team|leads?|budget|costs?|references?|see|see also|rationale|impact|effort|complexity|fully qualified name|motivation|scope|objectives?|focus|theme|vision|summary|tracking|tracking issue|spec|epic|repo|author|acceptance criteria|exit criteria|requirements?|contact|resources|benefits?|value|warning|disclaimer|important|legend|last updated|updated)|' +
    'الهدف|الأهداف|المسؤول|ملاحظة|ملاحظات|الوصف|الأولوية|الفريق|المخاطر|النتائج|المخرجات|الميزانية|الاعتماديات|آخر تحديث|تنبيه',
  '目标|目標|负责人|負責人|说明|說明|备注|備註|描述|优先级|優先級|风险|風險|团队|團隊|交付物|成果|链接|依赖|预算|注|注意|最后更新|更新时间|免责声明',
);

export interface KeyLine {
  kind: 'date' | 'start' | 'end' | 'status' | 'note';
  value: string;
}
const SPLIT = /^[\s\-*•>]*(?:\*\*|__)?([^:：*]{1,40}?)(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s*(.*)$/u;

/** Reads one line as `key: value`; undefined for other text. A date key whose value is no date is a note ("Target: 10x"). */
export function readKeyLine(text: string): KeyLine | undefined {
  const m = SPLIT.exec(text.slice(0, 400));
  if (!m) return undefined;
  const name = foldText(normaliseText(m[1] as string))
    .replace(/[^\p{L}\p{N} ?-]/gu, '')
    .trim();
  const value = (m[2] as string).trim();
  if (STATUS_KEY.test(name) && statusOfLabel(value)) return { kind: 'status', value };
  if (DATE_KEY.test(name)) {
    const hit = value ? parseDate(value, { bareYear: true, year: 2000 }) : undefined;
    // "Completed: the bridge, Q3 2025" names a thing; a date line is little more than its date.
    if (hit && hit.to - hit.at + 24 >= value.length) {
      const kind = /^(?:start|begin|from|开始|تاريخ البدء)/.test(name)
        ? 'start'
        : /^(?:end|finish|to$|until|结束|تاريخ الانتهاء)/.test(name)
          ? 'end'
          : 'date';
      return { kind, value };
    }
    return NOTE_KEY.test(name) ? { kind: 'note', value } : undefined;
  }
  return NOTE_KEY.test(name) || STATUS_KEY.test(name) ? { kind: 'note', value } : undefined;
}

export interface Meta {
  date?: DateHit;
  status?: ItemStatus;
  conflict?: boolean;
}

/** "2024 (achieved)": the state behind a date. */
function stateInBrackets(value: string): ItemStatus | undefined {
  const words = /[(（]([^()（）]{2,40})[)）]\s*$/.exec(value)?.[1];
  return words ? statusOfLabel(words)?.status : undefined;
}

/** What a run of key lines says together; start and end make one range. */
export function readMeta(lines: KeyLine[], ctx: DateContext): Meta {
  const meta: Meta = {};
  let start: DateHit | undefined;
  let end: DateHit | undefined;
  let said: ItemStatus | undefined;
  for (const line of lines) {
    if (line.kind === 'status') {
      const hit = statusOfLabel(line.value);
      if (hit) Object.assign(meta, { status: hit.status, conflict: hit.conflict });
    } else if (line.kind !== 'note') {
      const hit = parseDate(line.value, { ...ctx, bareYear: true });
      if (line.kind === 'start') start = hit ?? start;
      else if (line.kind === 'end') end = hit ?? end;
      else if (hit) meta.date = hit;
      said ??= stateInBrackets(line.value);
    }
  }
  if (said && !meta.status) meta.status = said;
  if (end?.end && start?.start && start.start <= end.end)
    meta.date = {
      ...end,
      start: start.start,
      precision: start.start === end.start && start.end === end.end ? end.precision : 'range',
      text: `${start.text} - ${end.text}`,
    };
  else if (!meta.date && (end ?? start)) meta.date = (end ?? start) as DateHit;
  return meta;
}
