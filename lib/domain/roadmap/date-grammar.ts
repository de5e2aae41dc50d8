/** From date tokens to intervals. A small grammar: points ("mid Q3 2025", "12 July 2021", 2025年底) and ranges of points. */
import type { DatePrecision } from '../signal.ts';
import type { Token } from './date-lexer.ts';
import { OPEN_BEFORE, type Part, WEAK_MONTHS } from './date-words.ts';

type Unit = 'day' | 'month' | 'halfmonth' | 'quarter' | 'half' | 'season' | 'year';
export interface Point {
  unit: Unit;
  y?: number;
  /** Month for day, month, halfmonth; number of the quarter, half or season. */
  n: number;
  d?: number;
  part?: Part;
  /** A year alone, or a month word that is also another word. */
  bare?: boolean;
  weak?: boolean;
  at: number;
  end: number;
}
export interface Span {
  from: Point;
  to?: Point;
  open?: boolean;
  at: number;
  end: number;
}

const iso = (y: number, m: number, d: number) =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
const lastDay = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate();
const months = (y: number, from: number, count: number): [string, string] => {
  const last = from + count - 1;
  const endYear = last > 12 ? y + 1 : y;
  const endMonth = last > 12 ? last - 12 : last;
  return [iso(y, from, 1), iso(endYear, endMonth, lastDay(endYear, endMonth))];
};
const third = (part: Part) => (part === 'early' ? 0 : part === 'mid' ? 1 : 2);

/** First and last day of a point in year `y`, and its precision. Undefined for 31 February and the like. */
export function intervalOf(p: Point, y: number): { start: string; end: string; precision: DatePrecision } | undefined {
  const make = ([start, end]: [string, string], precision: DatePrecision) => ({ start, end, precision });
  if (p.unit === 'day') {
    const d = p.d ?? 0;
    return d >= 1 && d <= lastDay(y, p.n) ? make([iso(y, p.n, d), iso(y, p.n, d)], 'day') : undefined;
  }
  if (p.unit === 'halfmonth') {
    const first = p.d === 1;
    return make([iso(y, p.n, first ? 1 : 16), iso(y, p.n, first ? 15 : lastDay(y, p.n))], 'range');
  }
  if (p.unit === 'month') {
    if (!p.part) return make(months(y, p.n, 1), 'month');
    const t = third(p.part);
    return make([iso(y, p.n, t * 10 + 1), iso(y, p.n, t === 2 ? lastDay(y, p.n) : t * 10 + 10)], 'third');
  }
  // Meteorological seasons of the north; winter starts in December of its year.
  if (p.unit === 'season') return make(months(y, p.n * 3, 3), 'season');
  const [first, count] = p.unit === 'quarter' ? [p.n * 3 - 2, 3] : p.unit === 'half' ? [p.n * 6 - 5, 6] : [1, 12];
  if (!p.part) return make(months(y, first, count), p.unit as DatePrecision);
  return make(months(y, first + (third(p.part) * count) / 3, count / 3), 'third');
}

/** One walk over the tokens of a text. */
export class DateGrammar {
  readonly tokens: Token[];
  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

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

  private type(i: number) {
    return this.tokens[i]?.type;
  }
  /** Skips "of", "the", "year" and, where `soft`, one comma or dash. Stops after 4: a date has no more. */
  private skip(i: number, soft = false): number {
    let j = i;
    let left = soft ? 1 : 0;
    for (let k = 0; k < 4; k++) {
      const token = this.tokens[j];
      const isSoft = token?.type === 'comma' || (token?.type === 'join' && /^[-/]/.test(token.word ?? ''));
      if (token?.type === 'filler') j++;
      else if (isSoft && left-- > 0) j++;
      else break;
    }
    return j;
  }
  private yearAt(i: number, soft = true): { y: number; next: number; end: number } | undefined {
    const j = this.skip(i, soft);
    const token = this.tokens[j];
    return token?.type === 'year' && token.y ? { y: token.y, next: j + 1, end: token.end } : undefined;
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
    if (after?.type === 'open' && (after.word !== 'later' || j > next)) return { next: j + 1, end: after.end };
    const before = this.tokens[this.type(i - 1) === 'join' && this.tokens[i - 2]?.word === 'post' ? i - 2 : i - 1];
    return before?.word &&
      OPEN_BEFORE.has(before.word) &&
      this.type(next - 1) === 'year' &&
      i === next - 1 &&
      before.word !== 'from'
      ? { next, end: last.end }
      : undefined;
  }

  private rangeEnd(i: number, from: Point): { point: Point; next: number } | undefined {
    const token = this.tokens[i];
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
    const right = this.point(this.skip(i + 1));
    if (!right || (strict && right.point.unit !== from.unit)) return undefined;
    let next = right.next;
    let { point } = right;
    // A third member: "Q1, Q2 and Q3 2025".
    const more = strict ? this.rangeEnd(next, point) : undefined;
    if (more) ({ point, next } = more);
    return { point, next };
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

  private point(i: number): { point: Point; next: number } | undefined {
    const token = this.tokens[i];
    if (token?.type === 'part') {
      let j = this.skip(i + 1, true);
      // "end of 2025", "by the end of year 2025", "early Q4 2022".
      if (this.type(j) === 'part') j = this.skip(j + 1, true);
      const inner = this.core(j);
      if (!inner || inner.point.unit === 'day' || inner.point.part) return undefined;
      const { bare: _, ...point } = inner.point;
      return { point: { ...point, part: token.part as Part, at: token.at }, next: inner.next };
    }
    return this.core(i);
  }

  private core(i: number, ofYear = false): { point: Point; next: number } | undefined {
    const token = this.tokens[i];
    if (!token) return undefined;
    const base = { at: token.at, end: token.end };
    if (token.type === 'day')
      return { point: { unit: 'day', n: token.n ?? 1, d: token.d ?? 1, y: token.y as number, ...base }, next: i + 1 };
    if (token.type === 'year') return this.afterYear(i, token);
    if (token.type === 'number') return this.dayMonth(i, token);
    if (token.type === 'month') return this.monthDay(i, token, ofYear);
    if (token.type === 'quarter' || token.type === 'half' || token.type === 'season')
      return this.scaled(i, token, ofYear);
    return undefined;
  }

  private scaled(i: number, token: Token, ofYear: boolean): { point: Point; next: number } | undefined {
    const unit = token.type as 'quarter' | 'half' | 'season';
    if (unit === 'half' && !token.y) {
      const m = this.skip(i + 1);
      const month = this.tokens[m];
      if (month?.type === 'month') {
        const year = month.y ? undefined : this.yearAt(m + 1);
        const y = month.y ?? year?.y;
        return {
          point: {
            unit: 'halfmonth',
            n: month.n ?? 1,
            d: token.n as number,
            at: token.at,
            end: year?.end ?? month.end,
            ...(y ? { y } : {}),
          },
          next: year?.next ?? m + 1,
        };
      }
    }
    // In "2023 Q4 - 2024 Q1" the year stands before; the next one begins the range's end.
    const year = token.y || ofYear ? undefined : this.yearAt(i + 1);
    const y = token.y ?? year?.y;
    let next = year?.next ?? i + 1;
    // "winter 2017/18": the second year adds nothing.
    if (unit === 'season' && y && this.type(next) === 'join' && this.tokens[next + 1]?.n === (y + 1) % 100) next += 2;
    return {
      point: { unit, n: token.n ?? 1, at: token.at, end: this.tokens[next - 1]?.end ?? token.end, ...(y ? { y } : {}) },
      next,
    };
  }

  private dayMonth(i: number, token: Token): { point: Point; next: number } | undefined {
    const m = this.skip(i + 1, true);
    const month = this.tokens[m];
    if (month?.type !== 'month' || month.y || month.word === '月' || (token.n ?? 0) < 1 || (token.n ?? 0) > 31)
      return undefined;
    const year = this.yearAt(m + 1);
    return {
      point: {
        unit: 'day',
        n: month.n ?? 1,
        d: token.n as number,
        at: token.at,
        end: year?.end ?? month.end,
        ...(year ? { y: year.y } : {}),
      },
      next: year?.next ?? m + 1,
    };
  }

  private monthDay(i: number, token: Token, ofYear: boolean): { point: Point; next: number } | undefined {
    // "يناير/كانون الثاني 2025": the same month in two systems.
    let j = i + 1;
    if (this.type(j) === 'join' && this.tokens[j + 1]?.type === 'month' && this.tokens[j + 1]?.n === token.n) j += 2;
    if (token.word && this.tokens[j]?.word === '.') j++;
    const day = this.tokens[j];
    const isDay = day?.type === 'number' && !token.y && (day.n ?? 0) >= 1 && (day.n ?? 0) <= 31;
    const part = /^(?:month|year)part$/.test(this.type(j) ?? '') ? (this.tokens[j]?.part as Part) : undefined;
    const after = isDay || part ? j + 1 : j;
    const year = token.y || ofYear ? undefined : this.yearAt(after);
    const y = token.y ?? year?.y;
    const end = year?.end ?? this.tokens[after - 1]?.end ?? token.end;
    const weak = !y && !isDay && token.word !== undefined && WEAK_MONTHS.has(token.word);
    const point: Point = { unit: isDay ? 'day' : 'month', n: token.n ?? 1, at: token.at, end };
    if (isDay) point.d = day.n as number;
    if (part) point.part = part;
    if (y) point.y = y;
    if (weak) point.weak = true;
    return { point, next: year?.next ?? after };
  }

  /** What follows a year: 年底, a quarter, half, season or month of that year, or nothing. */
  private afterYear(i: number, token: Token): { point: Point; next: number } {
    const y = token.y as number;
    const after = this.tokens[i + 1];
    if (after?.type === 'yearpart')
      return { point: { unit: 'year', n: 1, y, part: after.part as Part, at: token.at, end: after.end }, next: i + 2 };
    const j = this.skip(i + 1, true);
    const inner = this.tokens[j];
    const own =
      inner?.type === 'part'
        ? this.point(j)
        : inner && ['quarter', 'half', 'season', 'month'].includes(inner.type) && !inner.y
          ? this.core(j, true)
          : undefined;
    // "2024 - Q1 2025" is a range; "2025 Q1" and "2021 - Q4" are one quarter.
    if (own && own.point.y === undefined)
      return { point: { ...own.point, y, weak: false, at: token.at }, next: own.next };
    // "عام 2025" and 2025年 say that they are years; 2025 alone may be any number.
    const named = token.word === '年' || /^(?:لل?|ال)?(?:عام|سنه)$/.test(this.tokens[i - 1]?.word ?? '');
    return { point: { unit: 'year', n: 1, y, bare: !named, at: token.at, end: token.end }, next: i + 1 };
  }
}
