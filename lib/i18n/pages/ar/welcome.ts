/** Arabic words of the welcome page. */
import type { welcome as english } from '../en/welcome.ts';

export const welcome: Record<keyof typeof english, string> = {
  'welcome.title': 'اقرأ، وتحقّق وأنت تقرأ.',
  'welcome.lead':
    'يضع Roadmark علامة على مشاريع التشفير التي تذكرها الصفحة. ضع المؤشر على العلامة لترى ما يمكن التحقق منه: هل ينشر المشروع خارطة طريق بتواريخ، وهل يلتزم بها، ومن ما زال يبنيه.',
  'welcome.sample.before': 'من بين بروتوكولات الرهن السائل، يُذكر',
  'welcome.sample.after': 'في معظم الدراسات عن القطاع.',
  'welcome.sample.caption': 'مثال: هذه الأرقام من اللقطة المرفقة بـ Roadmark. لم يُرسل أي طلب.',
  'welcome.promises': 'ما يمكنك الاعتماد عليه',
  'welcome.promise.local': 'لا يغادر شيء هذا الجهاز لأنك قرأت صفحة. تُطابق الأسماء هنا.',
  'welcome.promise.ask': 'لا يُسأل GitHub إلا عن مشروع وضعت المؤشر عليه أو فتحته أو تتابعه.',
  'welcome.promise.log': 'كل طلب مسجل في سجل يمكنك قراءته في الخيارات.',
  'welcome.promise.facts': 'حقائق بمصدرها وعمرها. بلا أسعار ولا نصائح، و«غير معروف» لا يظهر صفرًا أبدًا.',
  'welcome.grants': 'أين يعمل',
  'welcome.grants.body':
    'يعمل فورًا على نحو 80 موقعًا للقراءة: مجمّعات البيانات وGitHub ومقالات المنصات والأخبار بالإنجليزية والعربية والصينية. إن أردته في مواقع أخرى فقل ذلك هنا، ويمكنك سحبه في الخيارات.',
};
