/** The words that dates are made of, in English, Arabic (three systems of month names) and Chinese. Written in folded form by `foldText`. */
import { foldText } from './normalise.ts';

const list = (text: string) => text.split('|').map((w) => foldText(w));

/** Month names by month number. Sources: CLDR (en, ar, ar-DZ/TN, ar-MA, ar-SY/LB/IQ). */
const MONTH_NAMES: string[] = [
  'jan|january|يناير|كانون الثاني|جانفي',
  'feb|february|febuary|فبراير|شباط|فيفري',
  'mar|march|مارس|آذار|اذار',
  'apr|april|أبريل|إبريل|نيسان|أفريل',
  'may|مايو|أيار|ماي',
  'jun|june|يونيو|يونيه|حزيران|جوان',
  'jul|july|يوليو|يوليه|تموز|جويلية|يوليوز',
  'aug|august|أغسطس|آب|أوت|غشت',
  'sep|sept|september|سبتمبر|أيلول|شتنبر',
  'oct|october|أكتوبر|تشرين الأول|تشرين الاول',
  'nov|november|نوفمبر|تشرين الثاني|نونبر',
  'dec|december|ديسمبر|كانون الأول|كانون الاول|دجنبر',
];
export const MONTHS = new Map<string, number>();
MONTH_NAMES.forEach((names, i) => {
  for (const name of list(names)) MONTHS.set(name, i + 1);
});
/** English month words that are also other words: a date only beside a day or a year, or alone. */
export const WEAK_MONTHS = new Set(['may', 'march', 'mar', 'sep', 'dec', 'ماي', 'اب']);

/** 1 spring, 2 summer, 3 autumn, 4 winter (northern, meteorological). */
export const SEASONS = new Map<string, number>([
  ...list('spring|ربيع|الربيع').map((w) => [w, 1] as const),
  ...list('summer|صيف|الصيف').map((w) => [w, 2] as const),
  ...list('fall|autumn|خريف|الخريف').map((w) => [w, 3] as const),
  ...list('winter|شتاء|الشتاء').map((w) => [w, 4] as const),
]);
export const ZH_SEASONS = '春夏秋冬';

export const ORDINALS = new Map<string, number>([
  ...list('first|1st|one|الأول|الاول|الأولى|أول').map((w) => [w, 1] as const),
  ...list('second|2nd|two|latter|الثاني|الثانية|ثاني').map((w) => [w, 2] as const),
  ...list('third|3rd|الثالث|الثالثة|ثالث').map((w) => [w, 3] as const),
  ...list('fourth|4th|last|final|الرابع|الرابعة|رابع|الأخير').map((w) => [w, 4] as const),
]);
export const ZH_DIGITS = '〇一二三四五六七八九';

export type Part = 'early' | 'mid' | 'late';
export const PARTS = new Map<string, Part>([
  ...list('early|beginning|start|begin|بداية|مطلع|أوائل|مستهل|بدايات').map((w) => [w, 'early'] as const),
  ...list('mid|middle|منتصف|أواسط|وسط').map((w) => [w, 'mid'] as const),
  ...list('late|end|eo|eoy|نهاية|أواخر|آخر|ختام|نهايات').map((w) => [w, 'late'] as const),
]);

export const QUARTER_WORDS = new Set(list('quarter|qtr|الربع|ربع'));
export const HALF_WORDS = new Set(list('half|النصف|نصف'));
/** Between the parts of one date: "of", "the", "year" and their likes say nothing. */
export const FILLERS = new Set(
  list('of|the|year|calendar|cy|in|من|عام|سنة|العام|السنة|لعام|لسنة|في|للعام|شهر|من عام|م|الميلادي|المالي'),
);
export const CONNECTORS = new Set(list('to|until|till|til|through|thru|and|or|إلى|الى|حتى|و|وحتى|أو|ثم'));
/** After a date: it has no end. */
export const OPEN_AFTER = new Set(list('onward|onwards|beyond|later|after|فصاعدا|بعده|بعدها|بعد|لاحقا'));
export const OPEN_BEFORE = new Set(list('after|beyond|post|from|since|بعد|منذ'));

/** Says that there is no date yet. Phrases in folded form; matched as whole words. */
export const VAGUE = list(
  'coming soon|soon|tba|tbd|tbc|t.b.a|t.b.d|to be announced|to be determined|to be confirmed|to be decided|to be defined|' +
    'date pending|not scheduled|unscheduled|no date|no eta|when ready|when it is ready|stay tuned|someday|in the future|' +
    'near future|long term|long-term|قريبا|قريبا جدا|يحدد لاحقا|تحدد لاحقا|سيحدد لاحقا|سيعلن لاحقا|يعلن لاحقا|سيعلن عنه لاحقا|' +
    'يعلن عنه لاحقا|سيتم الإعلان عنه|سيتم تحديده|سيتم التحديد|لم يحدد|غير محدد|لاحقا|عما قريب|في المستقبل|انتظرونا|ترقبوا|' +
    'المدى الطويل|敬请期待|敬請期待|待定|待公布|待确认|待確認|待确定|待確定|待宣布|待通知|即将|即將|近期|未来|未來|稍后公布|稍後公布|' +
    '时间未定|時間未定|尽快|盡快|不久|日期未定|另行通知',
);
