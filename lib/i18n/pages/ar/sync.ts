/** Arabic words of Options: the sync through the browser's account storage. */
import type { sync as english } from '../en/sync.ts';

export const sync: Record<keyof typeof english, string> = {
  'options.sync': 'المزامنة بين أجهزتك',
  'options.sync.body':
    'تنقل المشاريع التي تتابعها ووسومها عبر مساحة الحساب الخاصة بمتصفحك. أما الملاحظات ومشاريعك الخاصة وكل ما عداها فتبقى على هذا الجهاز. لا تعمل إلا إذا شغّلتها.',
  'options.sync.on': 'مزامنة المشاريع المتابَعة والوسوم',
  'options.sync.first': 'عند التشغيل يُجمع الجانبان ولا يُحذف شيء.',
  'options.sync.state':
    'لا مشاريع في الحساب ({percent} من مساحته)، آخر مرة {ago}.|مشروع واحد في الحساب ({percent} من مساحته)، آخر مرة {ago}.|مشروعان في الحساب ({percent} من مساحته)، آخر مرة {ago}.|{n} مشاريع في الحساب ({percent} من مساحته)، آخر مرة {ago}.|{n} مشروعًا في الحساب ({percent} من مساحته)، آخر مرة {ago}.|{n} مشروع في الحساب ({percent} من مساحته)، آخر مرة {ago}.',
  'options.sync.now': 'مزامنة الآن',
  'options.sync.forget': 'الإيقاف والحذف من الحساب',
  'options.sync.failed.full': 'لا تتسع مساحة الحساب لكل شيء، فلم يُرسل جديد. كل شيء محفوظ على هذا الجهاز.',
  'options.sync.failed.rate': 'لا يسمح المتصفح بمزيد من الكتابة حاليًا. ستُعاد المحاولة خلال نصف ساعة.',
  'options.sync.failed.none': 'لا يتيح هذا المتصفح مساحة حساب للإضافات، أو أنها معطّلة.',
};
