/**
 * Dates in running text: English, Arabic and Chinese. The end of the interval is the deadline.
 * Not supported, and never guessed: Hijri dates, fiscal years, southern seasons.
 */
import type { DatePrecision } from '../signal.ts';
import { DateGrammar } from './date-grammar.ts';
import { intervalOf, type Point, type Span } from './date-interval.ts';
import { lexDates } from './date-lexer.ts';
import { VAGUE } from './date-words.ts';
import { foldText, normaliseText } from './normalise.ts';

export interface DateHit {
  /** ISO days, inclusive; null where the phrase gives none. */
  start: string | null;
  end: string | null;
  precision: DatePrecision;
  /** Place in the normalised text. */
  at: number;
  to: number;
  text: string;
  /** A year alone: counts in headings, tables and brackets only. */
  bare: boolean;
  /** Stands alone, in brackets or after a dash, so that it speaks of the whole item. */
  prominent: boolean;
}

export interface DateContext {
  /** Headings and table cells: a year alone is a date. */
  bareYear?: boolean;
  /** Year for phrases that name none ("Q3", "H2 Nov"), from a heading above or the document. */
  year?: number;
}

/** Longest text in which dates are looked for, in characters: a roadmap line, not a book. */
const MAX_TEXT = 2000;
/** A year alone before the first blockchain is a number. */
const MIN_BARE_YEAR = 2008;

function resolve(span: Span, ctx: DateContext): Pick<DateHit, 'start' | 'end' | 'precision'> | undefined {
  const { from, to } = span;
  const y = from.y ?? to?.y ?? ctx.year;
  if (y === undefined) return undefined;
  const first = intervalOf(from, y);
  if (!first) return undefined;
  if (span.open) return { start: first.start, end: null, precision: 'open' };
  if (!to) return first;
  let last = intervalOf(to, to.y ?? y);
  if (last && last.end < first.start && (!from.y || !to.y)) {
    // "Nov - Feb 2026" starts in 2025; "Q4 2024 - Q1" ends in 2025.
    if (from.y) last = intervalOf(to, y + 1);
    else return resolve({ ...span, from: { ...from, y: y - 1 } }, ctx);
  }
  if (!last || last.end < first.start) return first;
  return { start: first.start, end: last.end, precision: 'range' };
}

const OPENERS = '([{（【〔';
const CLOSERS = ')]}）】〕';
const EDGE = /^[\s\-–:|·•,;.!*_>]*$/;

/** Whether the phrase is the whole text, stands in brackets, or closes or opens the text at a dash or colon. */
function isProminent(text: string, at: number, to: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(to);
  if (EDGE.test(before) && (EDGE.test(after) || /^\s*[:\-|]/.test(after))) return true;
  return inBrackets(before, after) || (/[-:|,]\s*$/.test(before) && EDGE.test(after));
}
function inBrackets(before: string, after: string): boolean {
  const open = Math.max(...[...OPENERS].map((c) => before.lastIndexOf(c)));
  const closed = Math.max(...[...CLOSERS].map((c) => before.lastIndexOf(c)));
  return open > closed && [...CLOSERS].some((c) => after.includes(c));
}
/** In brackets a year counts when little else stands there: "(2025)", "(planned for 2025)", not "(2000 validators)". */
function yearInBrackets(before: string, after: string): boolean {
  return (
    inBrackets(before, after) &&
    !/^\s*[\p{L}]{2,}\s*(?:[\p{L}]|$)/u.test(after.split(/[)\]}]/)[0] ?? '') &&
    !/^\s+\p{L}{3,}/u.test(after)
  );
}

const EN_UNIT = '(?:hours?|days?|weeks?|wks?|months?|sprints?|years?)';
const RELATIVE = new RegExp(
  [
    `\\b(?:weeks?|months?|days?|sprints?|epochs?)\\s?#?\\d{1,3}(?:\\s?(?:-|to|&|and)\\s?\\d{1,3})?\\+?`,
    `\\b(?:(?:first|next|within|in|after)\\s)?\\d{1,3}(?:\\s?(?:-|to)\\s?\\d{1,3})?\\+?[\\s-]?${EN_UNIT}\\b`,
    `\\b(?:this|next|last)\\s(?:week|month|quarter|year)\\b`,
    `\\bt\\s?\\+\\s?\\d{1,3}\\b`,
    `第?\\s?[\\d一二三四五六七八九十]{1,3}(?:\\s?[-~至到]\\s?第?[\\d一二三四五六七八九十]{1,3})?\\s?(?:周|週|个月|個月|天内|天內|年内|年內|个星期|個星期)(?:内|內)?`,
    `(?:今|明|去|后|後)年`,
    `(?:الاسبوع|الاسابيع|الشهر|الاشهر)\\s\\S{1,8}`,
    `\\d{1,3}(?:\\s?-\\s?\\d{1,3})?\\s(?:اسابيع|اسبوعا?|اشهر|شهرا?|ايام|يوما?)`,
    `(?:العام|الشهر|الربع|السنه) (?:القادم|المقبل|القادمه|المقبله)`,
  ].join('|'),
  'g',
);
const VAGUE_SORTED = [...VAGUE].sort((a, b) => b.length - a.length);
const VAGUE_RE = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Arabic}\\d])(?:${VAGUE_SORTED.map((w) => w.replace(/[.]/g, '\\.')).join('|')})(?![\\p{Script=Latin}\\p{Script=Arabic}\\d])`,
  'gu',
);

function undatedHits(text: string, folded: string): DateHit[] {
  const hits: DateHit[] = [];
  for (const [re, precision] of [
    [RELATIVE, 'relative'],
    [VAGUE_RE, 'vague'],
  ] as const)
    for (const m of folded.matchAll(re)) {
      const at = m.index;
      const to = at + m[0].length;
      hits.push({
        start: null,
        end: null,
        precision,
        at,
        to,
        text: text.slice(at, to).trim(),
        bare: false,
        prominent: isProminent(text, at, to),
      });
    }
  return hits;
}

const FISCAL = /(?:\bfy\s?-?'?|fiscal(?: year)?\s?|المالي\s?)$/;
const HIJRI = /^\s?(?:هـ|هـ|ه\b|هجري)/;

/** Every date phrase of a text in reading order: exact ones first by place, then relative and vague ones. Linear in the text. */
export function findDates(input: string, ctx: DateContext = {}): DateHit[] {
  const text = normaliseText(input.slice(0, MAX_TEXT));
  const folded = foldText(text);
  const hits: DateHit[] = [];
  for (const span of new DateGrammar(lexDates(folded)).spans()) {
    const hit = hitOf(span, text, folded, ctx);
    if (hit) hits.push(hit);
  }
  const exact = hits.filter((h) => h.precision !== 'open' || h.start);
  return [...exact, ...undatedHits(text, folded).filter((u) => !exact.some((h) => u.at < h.to && h.at < u.to))];
}

function hitOf(span: Span, text: string, folded: string, ctx: DateContext): DateHit | undefined {
  const before = text.slice(0, span.at);
  const after = text.slice(span.end);
  if (FISCAL.test(folded.slice(Math.max(0, span.at - 14), span.at)) || HIJRI.test(folded.slice(span.end, span.end + 6)))
    return undefined;
  const isBare = (p: Point | undefined) => p === undefined || (p.bare === true && p.unit === 'year');
  const bare = isBare(span.from) && isBare(span.to) && !span.open;
  const prominent = isProminent(text, span.at, span.end);
  if (bare && ((span.from.y ?? 0) < MIN_BARE_YEAR || (!ctx.bareYear && !yearInBrackets(before, after))))
    return undefined;
  if (span.open && (span.from.y ?? 0) < MIN_BARE_YEAR) return undefined;
  // "2048+ users": an open end is followed by nothing that could be counted.
  if (span.open && text[span.end - 1] === '+' && /^\s*\p{L}/u.test(after)) return undefined;
  // "may", "march": a month without day or year only where nothing but a colon stands beside it.
  if (span.from.weak && !span.to && !(/(?:^|[([{-])\s*$/.test(before) && /^\s*(?:[:：]?\s*$|[)\]}])/.test(after)))
    return undefined;
  const date = resolve(span, ctx);
  if (!date) return undefined;
  return { ...date, at: span.at, to: span.end, text: text.slice(span.at, span.end).trim(), bare, prominent };
}

const CUE =
  /(?:by|until|due|eta|target(?:ed|ing)?|expected|scheduled|planned|in|for|on|released?|completed?|launch(?:ed|ing)?|delivered|now|预计|預計|计划|于|將于|将于|完成|متوقع|المتوقع|موعد|بحلول|في|مخطط)\s*[:：]?\s*(?:the\s|early\s)?$/;
const MOVED = /(?:->|→|now|moved to|postponed to|delayed to|rescheduled to|推迟至|推迟到|延期至|延至|إلى|الى)\s*$/;

/**
 * The one date that a text speaks of: the whole text, else one in brackets or after a dash, else one behind a word such as
 * "by", "expected"; a target that was moved to wins. Undefined where it names none.
 */
export function parseDate(input: string, ctx: DateContext = {}): DateHit | undefined {
  const hits = findDates(input, ctx);
  if (hits.length < 2) return hits[0];
  const folded = foldText(normaliseText(input.slice(0, MAX_TEXT)));
  const score = (h: DateHit) => {
    const before = folded.slice(Math.max(0, h.at - 24), h.at);
    return (
      (h.precision === 'vague' || h.precision === 'relative' ? -4 : 0) +
      (h.prominent ? 2 : 0) +
      (MOVED.test(before) ? 4 : CUE.test(before) ? 1 : 0) -
      (h.bare ? 1 : 0)
    );
  };
  return hits.reduce((best, h) => (score(h) > score(best) ? h : best));
}
