/** Arabic words of Options: notifications, quiet hours and the count on the toolbar. */
import type { notices as english } from '../en/notices.ts';

export const notices: Record<keyof typeof english, string> = {
  'options.notices': 'الإشعارات',
  'options.notices.body':
    'يستطيع Roadmark أن يخبرك حين يتغير الحكم على مشروع تتابعه أو ينتقل موعد موعود، بعد أن تؤكده قراءتان. ولكل مشروع مفتاحه في قائمة المتابعة.',
  'options.notices.on': 'إظهار الإشعارات',
  'options.notices.denied': 'لا يسمح المتصفح لـRoadmark بالإشعارات، فلن يظهر أي منها.',
  'options.notices.allow': 'السماح بالإشعارات',
  'options.notices.quiet': 'ساعات هدوء: أخبرني بعدها دفعة واحدة',
  'options.notices.from': 'من',
  'options.notices.to': 'إلى',
  'options.toolbarCount': 'إظهار عدد مشاريع الصفحة على زر شريط الأدوات',
};
