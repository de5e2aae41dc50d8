/** Points in time as a phrase names them ("mid Q3 2025"), and the days that they span. */
import type { DatePrecision } from '../signal.ts';
import type { Part } from './date-words.ts';

export type Unit = 'day' | 'month' | 'halfmonth' | 'quarter' | 'half' | 'season' | 'year';
export interface Point {
  unit: Unit;
  y?: number;
  /** Month for day, month, halfmonth; number of the quarter, half or season. */
  n: number;
  d?: number;
  part?: Part;
  /** "mid to late 2025": the part that it begins with. */
  fromPart?: Part;
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

const thirds = (p: Point): DatePrecision => (p.fromPart && p.fromPart !== p.part ? 'range' : 'third');

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
    const from = third(p.fromPart ?? p.part);
    return make([iso(y, p.n, from * 10 + 1), iso(y, p.n, t === 2 ? lastDay(y, p.n) : t * 10 + 10)], thirds(p));
  }
  // Meteorological seasons of the north; winter starts in December of its year.
  if (p.unit === 'season') return make(months(y, p.n * 3, 3), 'season');
  const [first, count] = p.unit === 'quarter' ? [p.n * 3 - 2, 3] : p.unit === 'half' ? [p.n * 6 - 5, 6] : [1, 12];
  if (!p.part) return make(months(y, first, count), p.unit as DatePrecision);
  const from = third(p.fromPart ?? p.part);
  const thirdsLong = Math.max(1, third(p.part) - from + 1);
  return make(months(y, first + (from * count) / 3, (thirdsLong * count) / 3), thirds(p));
}
