/** Dates, ages and lists in the reader's language: the browser's own formats, kept apart since the card borrows them from the overlay. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/time.ts';
import type { Messages, PlainWords } from './words.ts';

export interface I18n<C extends Messages = Messages> extends PlainWords<C> {
  /** ISO day or Unix ms as a date in UTC ("21 Nov 2026"). */
  date(value: string | number, style?: 'day' | 'month' | 'year'): string;
  /** Unix ms as a time of day where the reader is ("14:20"). */
  time(ms: number): string;
  /** Age of `ms` at `now`, largest fitting unit ("3 days ago"). */
  ago(ms: number, now: number, style?: 'long' | 'short'): string;
  list(items: string[]): string;
}

/** Units of `ago`: a unit is used from this age on; weeks are left out, readers count them in days. */
const AGES: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 730 * DAY_MS, 365.25 * DAY_MS],
  ['month', 60 * DAY_MS, 30.44 * DAY_MS],
  ['day', DAY_MS, DAY_MS],
  ['hour', HOUR_MS, HOUR_MS],
  ['minute', MINUTE_MS, MINUTE_MS],
];
const DATE_STYLES: Record<'day' | 'month' | 'year', Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** Adds dates, ages and lists to words that another script has built already. */
export function withDates<C extends Messages>(words: PlainWords<C>): I18n<C> {
  const { locale } = words;
  function ago(ms: number, now: number, style: 'long' | 'short' = 'long'): string {
    const age = Math.max(0, now - ms);
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style });
    const [unit, , length] = AGES.find(([, from]) => age >= from) ?? ['second' as const, 0, Number.POSITIVE_INFINITY];
    return format.format(-Math.floor(age / length), unit);
  }
  return {
    ...words,
    date: (value, style = 'day') =>
      new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: 'UTC' }).format(new Date(value)),
    time: (ms) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms),
    ago,
    // Names in another script are isolated, or the words between them would change places.
    list: (items) =>
      new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(
        words.dir === 'rtl' ? items.map((item) => `\u2068${item}\u2069`) : items,
      ),
  };
}
