/** The context menu's one line, in every language; the browser puts the selected words in place of %s. */
import type { Language } from '../i18n.ts';

export const LOOK_UP_TITLE: Record<Language, string> = {
  en: 'Look up “%s” in Roadmark',
  ar: 'ابحث عن «%s» في Roadmark',
  zh_CN: '在 Roadmark 中查询“%s”',
};
