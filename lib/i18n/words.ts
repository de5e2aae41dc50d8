/**
 * The words alone: messages, places, plurals and plain numbers. What badges need before a card is open; `i18n.ts` adds dates,
 * ages and lists.
 */
import { cleanText } from '../domain/clean-text.ts';

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

/** What a catalogue gives by itself. */
export interface PlainWords<C extends Messages = Messages> {
  language: Language;
  /** BCP 47 tag for `lang` attributes and Intl. */
  tag: string;
  /** What Intl is asked for: the tag with calendar and digits. */
  locale: string;
  dir: 'ltr' | 'rtl';
  t<K extends keyof C & string>(key: K, ...args: Args<C[K]>): string;
  /** A message whose key is put together at run time ("verdict.code.falling"); undefined where there is none. */
  maybe(key: string, params?: Params): string | undefined;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Fraction 0–1 as a whole percentage. */
  percent(fraction: number): string;
}

/** Latin digits and the Gregorian calendar in Arabic too: what the exchanges' Arabic pages use, and what roadmaps are dated in. */
export const TAGS: Record<Language, { tag: string; locale: string; dir: 'ltr' | 'rtl' }> = {
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

/** Builds the words of a language from its messages (catalogue or what the background handed over). */
export function createWords<C extends Messages>(language: Language, messages: C): PlainWords<C> {
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
  return {
    language,
    tag,
    locale,
    dir,
    t: (key, ...args) => maybe(key, args[0]) ?? key,
    maybe,
    number,
    percent: (fraction) => number(fraction, { style: 'percent', maximumFractionDigits: 0 }),
  };
}
