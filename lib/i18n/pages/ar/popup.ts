/** Arabic words of the popup and what the side panel shares with it. */
import type { popup as english } from '../en/popup.ts';

export const popup: Record<keyof typeof english, string> = {
  'popup.title': 'Roadmark',
  'popup.panel': 'اعرض بجانب الصفحة',
  'popup.here': 'في هذه الصفحة',
  'popup.none': 'لا مشروع معروفًا في هذه الصفحة، أو أن Roadmark متوقف هنا أو لا يُسمح له بقراءتها.',
  'popup.about': 'عنه',
  'popup.sector': 'قطاع',
  'popup.search': 'ابحث عن مشروع',
  'popup.recent': 'آخر ما نظرت فيه',
  'popup.siteOn': 'إظهار العلامات على {host}',
  'popup.granted': 'سُمح بذلك. أعد تحميل الصفحات المفتوحة.',
  'popup.declined': 'لم يُسمح: لم يتغير شيء.',
  'popup.looked': 'نُظر في هذه الصفحة مرة واحدة.',
  'popup.mayRead': 'يُسمح لـ Roadmark بقراءة صفحات هذا الموقع على جهازك.',
  'popup.mayNotRead': 'لا يُسمح لـ Roadmark بقراءة {host} بعد.',
  'popup.look': 'انظر في هذه الصفحة مرة',
  'popup.grantSite': 'دائمًا على هذا الموقع',
  'popup.more': 'القراءة في مواقع أخرى',
  'popup.grantKnown': 'كل مواقع المشاريع المعروفة',
  'popup.grantAll': 'في كل مكان',
};
