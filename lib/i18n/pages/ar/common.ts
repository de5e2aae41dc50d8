/** Arabic words of the band on top and what every page says. */
import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'nav.watchlist': 'قائمة المتابعة',
  'nav.options': 'الخيارات',
  'nav.welcome': 'البداية',
  'nav.pages': 'صفحات Roadmark',
  'page.loading': 'جارٍ التحميل…',
  'page.failed': 'لم ينجح ذلك: {reason}',
  'page.retry': 'أعد المحاولة',
  'page.close': 'إغلاق',
  'page.cancel': 'إلغاء',
  'page.save': 'حفظ',
  'page.copied': 'نُسخ',
  'page.notCopied': 'تعذر النسخ',
  'page.unknown': 'غير معروف',
};
