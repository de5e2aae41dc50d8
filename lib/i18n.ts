/**
 * The words of the interface: one typed catalogue per language, switchable while running.
 *
 * A message is plain text with `{name}` places. A message with plural forms holds them separated by `|`, in the order of the
 * categories that the language uses (zero, one, two, few, many, other); the form is chosen by the value of `{n}`.
 * Pages add their own messages as namespaces: `createI18n('ar', { ...ar, ...pages })`. This file imports no catalogue, so a
 * content script weighs only the strings that the background hands over.
 */
import { type I18n, withDates } from './i18n/dates.ts';
import { createWords, type Language, type Messages, TAGS } from './i18n/words.ts';

export { type I18n, withDates } from './i18n/dates.ts';
export {
  createWords,
  LANGUAGES,
  type Language,
  type Messages,
  type Params,
  PLURAL_ORDER,
  type PlainWords,
  pluralForms,
} from './i18n/words.ts';

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

/** Builds the words and formats of a language from its messages (catalogue or what the background handed over). */
export function createI18n<C extends Messages>(language: Language, messages: C): I18n<C> {
  return withDates(createWords(language, messages));
}
