/**
 * Names in Arabic letters that are other things as well, with the words beside them that tell. Found by reading Arabic and
 * Persian pages about anything but crypto.
 */
import type { PhraseRule } from '../../../domain/registry/project.ts';

/**
 * Phrase | words that stand before another bearer of the name | words that stand after one: regular expressions over folded
 * text. Class C, with a plus U.
 */
const LINES = `
+سولانا|خافيير,خافير,هافيير,خابيير,خافيه,جافير,تانيا|توماس,بيتش
+كاردانو|جي?رول[اي]?مو,جيرونيمو,جيروم|
بي ان بي|اير|باريبا,باريباس
+فلوكي|فالي,راجنار,راغنار|بريان
هيليوم|غاز,لغاز,ذرات,ذره|
جوبيتر|كوكب,معبد,الاله|
أوركا|حوت,حيتان,الحوت|
شيبا|كلب,كلاب,الكلب|
كومباوند|شقه في,فيلا في,داخل,قلب|سكني
كمباوند|شقه في,فيلا في,داخل,قلب|سكني
تيرا|فيلا|فيرما
نير||
أستر||
كيرف||
ساندبوكس||
ساند بوكس||
إنجين||
أيوتا||
كوساما|يايوي,يايو,ياوي|
تشيليز||
بانكور||
بولكا دوت||
آيف||
أركام|باتمان|
أركهام|باتمان|
بابيلون||
بالانسر||
بلاست||
بونك||
سيلو||
سيركل||
كرونوس||
داش||
جنوسيس||
غنوسيس||
هيدرا||
هوبي||
هيوبي||
جيتو||
+كراكن||
+كراكين||
+ريبل|إريك,إيريك|
+ليدجر||
لينيا||
مانتل||
موناد||
مورفو||
نانسن||
أوسموسيس||
بندل||
بايث||
ريندر||
رينزو||
رونين||
ميكر||
ستاكس||
ستيلار||
ثيتا||
وورم هول||
ورم هول||
زورا||
تثر||
هدرا||
مونرو|مارلين,مرلين,مريلين,جيمس,جيمز|
آوه||
آدیوس||
نئو||
سندباکس||
لیدو||
آفي||
بيس||
بيت تورنت||
بت تورنت||
سيليستيا||
كوزموس||
إيوس||
إيثر||
فانتوم||
هارموني||
كمبيوتر الإنترنت||
كافا||
ميتيس||
كوانت||
رندر||
سكرول||
ستيلر||
ستيبن||
تايكو||
ترون||
في تشين||
`;

/** Everyday words, "by configuring", "baby", "tuna": never the project without a strong fact. Words after a namesake as above. */
const TERMS = ['بتكوين', 'بيبي|دوج,دوغ,شيبا', 'تون'];

/** One form of what detection folds; see normalise.ts. */
const fold = (text: string) =>
  text
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك');

const wordsOf = (list: string | undefined) => (list ? fold(list).split(',').join('|') : undefined);

export const NATIVE_RULES: ReadonlyMap<string, PhraseRule> = new Map([
  ...LINES.trim()
    .split('\n')
    .map((line): [string, PhraseRule] => {
      const [head = '', before, after] = line.split('|');
      const phrase = head.replace('+', '');
      const [antiPrev, antiNext] = [wordsOf(before), wordsOf(after)];
      const rule: PhraseRule = { phrase, nameClass: head === phrase ? 'C' : 'U' };
      return [phrase, { ...rule, ...(antiNext ? { antiNext } : {}), ...(antiPrev ? { antiPrev } : {}) }];
    }),
  ...TERMS.map((line): [string, PhraseRule] => {
    const [phrase = '', after] = line.split('|');
    const antiNext = wordsOf(after);
    return [phrase, { phrase, nameClass: 'X', isTerm: true, ...(antiNext ? { antiNext } : {}) }];
  }),
]);
