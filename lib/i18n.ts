/**
 * The words of the interface: one typed catalogue per language, switchable while running.
 *
 * A message is plain text with `{name}` places. A message with plural forms holds them separated by `|`, in the order of the
 * categories that the language uses (zero, one, two, few, many, other); the form is chosen by the value of `{n}`.
 * Rooms add their own messages as namespaces: `createI18n('ar', { ...ar, ...pagesAr })`. This file imports no catalogue, so a
 * content script weighs only the strings that the background hands over.
 */
import { cleanText } from './domain/clean-text.ts';

export const LANGUAGES = ['en', 'ar', 'zh_CN'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Messages = Record<string, string>;
export type Params = Record<string, string | number>;

/** Names of the `{places}` in a message. */
type Places<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? P | Places<Rest> : never;
/** `t` wants values exactly where the message has places. */
type Args<S extends string> = string extends S
  ? [params?: Params]
  : [Places<S>] extends [never]
    ? []
    : [params: Record<Places<S>, string | number>];

export interface I18n<C extends Messages = Messages> {
  language: Language;
  /** BCP 47 tag for `lang` attributes and Intl. */
  tag: string;
  dir: 'ltr' | 'rtl';
  t<K extends keyof C & string>(key: K, ...args: Args<C[K]>): string;
  /** A message whose key is put together at run time ("verdict.code.falling"); undefined where there is none. */
  maybe(key: string, params?: Params): string | undefined;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Fraction 0–1 as a whole percentage. */
  percent(fraction: number): string;
  /** ISO day or Unix ms as a date in UTC ("21 Nov 2026"). */
  date(value: string | number, style?: 'day' | 'month' | 'year'): string;
  /** Unix ms as a time of day where the reader is ("14:20"). */
  time(ms: number): string;
  /** Age of `ms` at `now`, largest fitting unit ("3 days ago"). */
  ago(ms: number, now: number): string;
  list(items: string[]): string;
}

/** Latin digits and the Gregorian calendar in Arabic too: what the exchanges' Arabic pages use, and what roadmaps are dated in. */
const TAGS: Record<Language, { tag: string; locale: string; dir: 'ltr' | 'rtl' }> = {
  en: { tag: 'en', locale: 'en-GB', dir: 'ltr' },
  ar: { tag: 'ar', locale: 'ar-u-ca-gregory-nu-latn', dir: 'rtl' },
  zh_CN: { tag: 'zh-CN', locale: 'zh-CN', dir: 'ltr' },
};
export const PLURAL_ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Plural categories of a language, in the order in which a message lists its forms. */
export function pluralForms(language: Language): string[] {
  const used = new Intl.PluralRules(TAGS[language].locale).resolvedOptions().pluralCategories as string[];
  return PLURAL_ORDER.filter((category) => used.includes(category));
}

/** The language to show for a setting and the browser's own preference ("zh-TW" → zh_CN, "fr" → en). */
export function pickLanguage(setting: Language | 'auto', preferred: readonly string[]): Language {
  if (setting !== 'auto') return setting;
  for (const tag of preferred) {
    const base = tag.toLowerCase().split(/[-_]/)[0];
    if (base === 'ar') return 'ar';
    if (base === 'zh') return 'zh_CN';
    if (base === 'en') return 'en';
  }
  return 'en';
}

/** Direction of a language's script. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return TAGS[language].dir;
}

const DAY_MS = 86_400_000;
/** Units of `ago`: a unit is used from this age on; weeks are left out, readers count them in days. */
const AGES: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 730 * DAY_MS, 365.25 * DAY_MS],
  ['month', 60 * DAY_MS, 30.44 * DAY_MS],
  ['day', DAY_MS, DAY_MS],
  ['hour', 3_600_000, 3_600_000],
  ['minute', 60_000, 60_000],
];
const DATE_STYLES: Record<'day' | 'month' | 'year', Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** Builds the words and formats of a language from its messages (catalogue or what the background handed over). */
export function createI18n<C extends Messages>(language: Language, messages: C): I18n<C> {
  const { tag, locale, dir } = TAGS[language];
  const forms = pluralForms(language);
  const plurals = new Intl.PluralRules(locale);

  function fill(message: string, params: Params = {}): string {
    const parts = message.split('|');
    const at = parts.length > 1 ? forms.indexOf(plurals.select(Number(params.n))) : 0;
    const form = parts[at] ?? (parts.at(-1) as string);
    return form.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = params[name];
      if (value === undefined) return place;
      if (typeof value === 'number') return number(value);
      // A Latin name inside an Arabic sentence must not reorder its neighbours.
      return dir === 'rtl' ? `\u2068${cleanText(value)}\u2069` : cleanText(value);
    });
  }
  function maybe(key: string, params?: Params): string | undefined {
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
    return message === undefined ? undefined : fill(message, params);
  }
  function number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...options }).format(value);
  }
  function ago(ms: number, now: number): string {
    const age = Math.max(0, now - ms);
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const [unit, , length] = AGES.find(([, from]) => age >= from) ?? ['second' as const, 0, Number.POSITIVE_INFINITY];
    return format.format(-Math.floor(age / length), unit);
  }
  return {
    language,
    tag,
    dir,
    t: (key, ...args) => maybe(key, args[0]) ?? key,
    maybe,
    number,
    percent: (fraction) => number(fraction, { style: 'percent', maximumFractionDigits: 0 }),
    date: (value, style = 'day') =>
      new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: 'UTC' }).format(new Date(value)),
    time: (ms) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms),
    ago,
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(items),
  };
}
