/** From date tokens to spans: points, ranges of points ("Q1 - Q3 2025", 2025年10-12月) and open ends ("2025+"). */
import type { Point, Span, Unit } from './date-interval.ts';
import type { Token } from './date-lexer.ts';
import { DatePoints } from './date-points.ts';
import { OPEN_BEFORE } from './date-words.ts';

/** Words for "still going on", behind a dash. */
const PRESENT = new Set(['present', 'ongoing', 'now', 'today', 'الان']);
/** Words before a date after which the thing happens. */
const AFTER = new Set(['after', 'beyond', 'post', 'بعد']);

/** One walk over the tokens of a text. */
export class DateGrammar extends DatePoints {
  /** All spans, left to right, not overlapping. */
  spans(): Span[] {
    const found: Span[] = [];
    let i = 0;
    while (i < this.tokens.length) {
      const hit = this.span(i);
      if (hit) found.push(hit.span);
      i = hit ? hit.next : i + 1;
    }
    return found;
  }

  private span(i: number): { span: Span; next: number } | undefined {
    const days = this.dayRange(i);
    if (days) return days;
    const first = this.point(i);
    if (!first) return undefined;
    const from = first.point;
    const open = this.openAt(first.next, i);
    if (open !== undefined && from.unit !== 'day')
      return { span: { from, open: true, at: from.at, end: open.end }, next: open.next };
    const joined = this.rangeEnd(first.next, from);
    if (!joined) return { span: { from, at: from.at, end: from.end }, next: first.next };
    return { span: { from, to: joined.point, at: from.at, end: joined.point.end }, next: joined.next };
  }

  /** "2025+", "2026 and beyond", 2025年以后, "after 2025". */
  private openAt(next: number, i: number): { next: number; end: number } | undefined {
    let j = next;
    while (
      this.type(j) === 'filler' ||
      (this.type(j) === 'join' && /^(?:and|و|و?ما|or)$/.test(this.tokens[j]?.word ?? ''))
    )
      j++;
    if (this.tokens[j]?.word === 'ما') j++;
    const after = this.tokens[j];
    const last = this.tokens[next - 1] as Token;
    const beyond = this.tokens[j + 1];
    // "2021 - present", "(2020 Q1~)": a dash that leads nowhere.
    if (after?.type === 'join' && PRESENT.has(beyond?.word ?? '')) return { next: j + 2, end: beyond?.end as number };
    if (after?.word === '~' && (!beyond || beyond.word === ')')) return { next: j + 1, end: after.end };
    if (after?.type === 'open' && (after.word !== 'later' || j > next)) return { next: j + 1, end: after.end };
    const before = this.tokens[this.type(i - 1) === 'join' && this.tokens[i - 2]?.word === 'post' ? i - 2 : i - 1];
    return before?.word &&
      OPEN_BEFORE.has(before.word) &&
      (this.type(next - 1) === 'year' ? i === next - 1 || AFTER.has(before.word) : AFTER.has(before.word)) &&
      before.word !== 'from'
      ? { next, end: last.end }
      : undefined;
  }

  private rangeEnd(i: number, from: Point): { point: Point; next: number } | undefined {
    const token = this.tokens[i];
    // "بين مارس ويونيو": the Arabic "and" is written onto the next word.
    if (token?.and) {
      const right = this.point(i);
      return right?.point.unit === from.unit ? right : undefined;
    }
    if (token?.type !== 'join' && token?.type !== 'comma') return undefined;
    const strict = token.type === 'comma' || /^(?:\/|&|and|or|و|او|ثم)$/.test(token.word ?? '');
    // "2024/25": the second half of the year pair.
    const short = this.tokens[i + 1];
    if (
      from.unit === 'year' &&
      !from.part &&
      short?.type === 'number' &&
      short.n === ((from.y ?? 0) + 1) % 100 &&
      short.end - short.at === 2
    )
      return {
        point: { unit: 'year', n: 1, y: (from.y ?? 0) + 1, bare: true, at: short.at, end: short.end },
        next: i + 2,
      };
    const scale = this.shortScale(i, from);
    if (scale) return scale;
    const right = this.point(this.skip(i + 1));
    if (!right || (strict && right.point.unit !== from.unit)) return undefined;
    let next = right.next;
    let { point } = right;
    // A third member: "Q1, Q2 and Q3 2025".
    const more = strict ? this.rangeEnd(next, point) : undefined;
    if (more) ({ point, next } = more);
    return { point, next };
  }

  /** "Q1-2 2024", "2024 H1/2": the second quarter or half without its letter, close to the first. */
  private shortScale(i: number, from: Point): { point: Point; next: number } | undefined {
    const [join, number] = [this.tokens[i], this.tokens[i + 1]];
    const most = from.unit === 'quarter' ? 4 : from.unit === 'half' ? 2 : 0;
    const n = number?.n ?? 0;
    if (number?.type !== 'number' || n <= from.n || n > most) return undefined;
    if (join?.at !== this.tokens[i - 1]?.end || number.at !== join?.end) return undefined;
    const year = from.y ? undefined : this.yearAt(i + 2);
    const y = from.y ?? year?.y;
    const end = year?.end ?? number.end;
    return { point: { unit: from.unit, n, at: number.at, end, ...(y ? { y } : {}) }, next: year?.next ?? i + 2 };
  }

  /** "12-15 July 2021", "July 12-15, 2021", 10月5日至8日, 2025年10-12月. */
  private dayRange(i: number): { span: Span; next: number } | undefined {
    const t = (k: number) => this.tokens[i + k];
    const at = t(0)?.at ?? 0;
    const join = (k: number) => t(k)?.type === 'join';
    if (t(0)?.type === 'number' && join(1) && t(2)?.type === 'number' && t(3)?.type === 'month') {
      const m = t(3)?.n ?? 1;
      const year = this.yearAt(i + 4);
      return this.pair(
        { unit: 'day', n: m, d: t(0)?.n },
        { unit: 'day', n: m, d: t(2)?.n },
        year?.y ?? t(3)?.y,
        at,
        year?.end ?? (t(3)?.end as number),
        year?.next ?? i + 4,
      );
    }
    if (
      t(0)?.type === 'month' &&
      !t(0)?.y &&
      t(1)?.type === 'number' &&
      join(2) &&
      t(3)?.type === 'number' &&
      t(4)?.type !== 'month'
    ) {
      const m = t(0)?.n ?? 1;
      const year = this.yearAt(i + 4);
      return this.pair(
        { unit: 'day', n: m, d: t(1)?.n },
        { unit: 'day', n: m, d: t(3)?.n },
        year?.y,
        at,
        year?.end ?? (t(3)?.end as number),
        year?.next ?? i + 4,
      );
    }
    const k = t(0)?.type === 'year' ? 1 : 0;
    if (t(k)?.type === 'number' && join(k + 1) && t(k + 2)?.type === 'month' && t(k + 2)?.word === '月')
      return this.pair(
        { unit: 'month', n: t(k)?.n ?? 1 },
        { unit: 'month', n: t(k + 2)?.n ?? 1 },
        t(0)?.y,
        at,
        t(k + 2)?.end as number,
        i + k + 3,
      );
    return undefined;
  }
  private pair(
    a: { unit: Unit; n: number; d?: number | undefined },
    b: { unit: Unit; n: number; d?: number | undefined },
    y: number | undefined,
    at: number,
    end: number,
    next: number,
  ) {
    if (a.n < 1 || a.n > 12) return undefined;
    const point = (p: typeof a): Point => ({
      unit: p.unit,
      n: p.n,
      at,
      end,
      ...(p.d ? { d: p.d } : {}),
      ...(y ? { y } : {}),
    });
    return { span: { from: point(a), to: point(b), at, end }, next };
  }
}
