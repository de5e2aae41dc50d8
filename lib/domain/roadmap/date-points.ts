/** From date tokens to points: "Q3 2025", "12 July 2021", 2025年底, "end of 2025". */
import type { Point } from './date-interval.ts';
import type { Token } from './date-lexer.ts';
import { type Part, WEAK_MONTHS } from './date-words.ts';

/** A place in the tokens, read as one point; `next` is where to go on. */
export class DatePoints {
  readonly tokens: Token[];
  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  protected type(i: number) {
    return this.tokens[i]?.type;
  }
  /** Skips "of", "the", "year" and, where `soft`, one comma or dash. Stops after 4: a date has no more. */
  protected skip(i: number, soft = false): number {
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
  protected yearAt(i: number, soft = true): { y: number; next: number; end: number } | undefined {
    const j = this.skip(i, soft);
    const token = this.tokens[j];
    return token?.type === 'year' && token.y ? { y: token.y, next: j + 1, end: token.end } : undefined;
  }

  protected point(i: number): { point: Point; next: number } | undefined {
    const token = this.tokens[i];
    if (token?.type === 'part') {
      const until = this.secondPart(i + 1);
      let j = this.skip(until ?? i + 1, true);
      // "end of 2025", "by the end of year 2025", "early Q4 2022".
      if (this.type(j) === 'part') j = this.skip(j + 1, true);
      const inner = this.core(j) ?? this.endOfYear(i, token);
      if (!inner || inner.point.unit === 'day' || inner.point.part) return undefined;
      const { bare: _, ...point } = inner.point;
      const part = token.part as Part;
      const parts = until ? { fromPart: part, part: this.tokens[until - 1]?.part as Part } : { part };
      return { point: { ...point, ...parts, at: token.at }, next: inner.next };
    }
    return this.core(i);
  }

  /** "mid to late 2025", "early-to-mid 2025": where the second part ends; undefined for one part alone. */
  private secondPart(i: number): number | undefined {
    let j = i;
    while (this.type(j) === 'join' && j < i + 3) j++;
    return j > i && this.type(j) === 'part' ? j + 1 : undefined;
  }

  /** "EOY": the end of the year that the context names. */
  private endOfYear(i: number, token: Token): { point: Point; next: number } | undefined {
    if (token.word !== 'eoy') return undefined;
    return { point: { unit: 'year', n: 1, at: token.at, end: token.end }, next: i + 1 };
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
