/** The browser's notifications in words, in every language. Only the background shows them, so no page carries them. */
import type { Change, NoticeItem } from '../domain/watch/changes.ts';
import { createI18n, type I18n, type Language } from '../i18n.ts';
import { coreCatalogues } from './catalogues.ts';

/** key: English, Arabic, Chinese. Plural forms stand in the order of the language (see ./words.ts). */
const WORDS = {
  'notice.code': [
    'Code: “{before}” before, now “{after}”',
    'الشيفرة: من «{before}» إلى «{after}»',
    '代码：由“{before}”变为“{after}”',
  ],
  'notice.roadmap': [
    'Roadmap: “{before}” before, now “{after}”',
    'خارطة الطريق: من «{before}» إلى «{after}»',
    '路线图：由“{before}”变为“{after}”',
  ],
  'notice.promise': [
    '“{title}” moved from {before} to {after}',
    'انتقل موعد «{title}» من {before} إلى {after}',
    '“{title}”从 {before} 移到 {after}',
  ],
  'notice.promise.untitled': [
    'A promised date moved from {before} to {after}',
    'انتقل موعد موعود من {before} إلى {after}',
    '一个承诺日期从 {before} 移到 {after}',
  ],
  'notice.dropped': [
    '“{title}”, promised for {before}, has no date now',
    'لم يعد لـ«{title}» موعد، وكان {before}',
    '“{title}”原定 {before}，现已没有日期',
  ],
  'notice.dropped.untitled': [
    'A promise for {before} has no date now',
    'لم يعد لوعد كان موعده {before} أي موعد',
    '一个原定 {before} 的承诺现已没有日期',
  ],
  'notice.of': ['{name}: {what}', '{name}: {what}', '{name}：{what}'],
  'notice.many': [
    '{n} change in your watchlist|{n} changes in your watchlist',
    'لا تغيرات في قائمة متابعتك|تغير واحد في قائمة متابعتك|تغيران في قائمة متابعتك|{n} تغيرات في قائمة متابعتك|{n} تغيرًا في قائمة متابعتك|{n} تغير في قائمة متابعتك',
    '关注列表中有 {n} 项变化',
  ],
  'notice.more': [
    'and {n} more|and {n} more',
    'ولا شيء آخر|وتغير آخر|وتغيران آخران|و{n} تغيرات أخرى|و{n} تغيرًا آخر|و{n} تغير آخر',
    '另有 {n} 项',
  ],
} as const;
type NoticeKey = keyof typeof WORDS;
export type NoticeMessages = { [K in NoticeKey]: (typeof WORDS)[K][0] };

const COLUMN: Record<Language, number> = { en: 0, ar: 1, zh_CN: 2 };
/** Lines of a notice: what desktop notifications show without cutting. */
const MOST_LINES = 4;
/** Longest wording of a promise, in characters; what follows is cut with an ellipsis. */
const LONGEST_TITLE = 80;

/** The messages of one language. */
export function noticeMessages(language: Language): NoticeMessages {
  return Object.fromEntries(
    Object.entries(WORDS).map(([key, words]) => [key, words[COLUMN[language]]]),
  ) as unknown as NoticeMessages;
}

type Words = I18n<NoticeMessages & { [key: string]: string }>;

function short(title: string): string {
  const letters = [...title];
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('')}…` : title;
}

function what(i18n: Words, { kind, before, after, title }: Change): string {
  if (kind === 'promise-moved') {
    const day = (iso: string | null) => (iso ? i18n.date(iso) : '');
    const dates = { before: day(before), after: day(after) };
    if (!after)
      return title
        ? i18n.t('notice.dropped', { ...dates, title: short(title) })
        : i18n.t('notice.dropped.untitled', dates);
    return title
      ? i18n.t('notice.promise', { ...dates, title: short(title) })
      : i18n.t('notice.promise.untitled', dates);
  }
  const half = kind === 'code-verdict' ? 'code' : 'roadmap';
  const word = (verdict: string | null) =>
    i18n.maybe(`verdict.${half}.${(verdict ?? 'not checked').replaceAll(' ', '-')}`) ?? verdict ?? '';
  return i18n.t(`notice.${half}`, { before: word(before), after: word(after) });
}

/** Title and text of a notice: a project's own where all is about one, else how many changes and the first of them. */
export function noticeText(language: Language, items: readonly NoticeItem[]): { title: string; message: string } {
  const i18n: Words = createI18n(language, { ...coreCatalogues[language], ...noticeMessages(language) });
  const one = new Set(items.map(({ projectId }) => projectId)).size === 1;
  const lines = items.map(({ name, change }) =>
    one ? what(i18n, change) : i18n.t('notice.of', { name, what: what(i18n, change) }),
  );
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines;
  const left = lines.length - shown.length;
  return {
    title: one ? (items[0]?.name ?? '') : i18n.t('notice.many', { n: items.length }),
    message: [...shown, ...(left > 0 ? [i18n.t('notice.more', { n: left })] : [])].join('\n'),
  };
}
