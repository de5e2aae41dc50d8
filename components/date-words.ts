/** How a promised date is called in the reader's language. */
import type { ItemDate } from '../lib/domain/signal.ts';
import type { CoreMessages } from '../lib/i18n/en.ts';
import type { I18n } from '../lib/i18n.ts';

/** A promised date at the precision in which it was given ("Q3 2026"). */
export function dateWords(i18n: I18n<CoreMessages>, date: ItemDate | null): string {
  if (!date?.end) return i18n.t('stage.undated');
  const month = Number(date.end.slice(5, 7));
  const year = date.end.slice(0, 4);
  if (date.precision === 'quarter') return i18n.t('stage.quarter', { q: Math.ceil(month / 3), year });
  if (date.precision === 'half') return i18n.t(month <= 6 ? 'stage.half-1' : 'stage.half-2', { year });
  if (date.precision === 'year') return i18n.date(date.end, 'year');
  return i18n.date(date.end, date.precision === 'day' ? 'day' : 'month');
}
