/** Numbers of a sentence with what they count: shares, amounts of money, spans of time, plain counts. Over folded text. */

export interface NumberHit {
  kind: 'percent' | 'amount' | 'duration' | 'count';
  /** Percent as a fraction; days of a duration; else the digits as written. */
  value: number;
  at: number;
  to: number;
}

const HAN_DIGITS = '零一二三四五六七八九';
const ARABIC_WORDS: Record<string, number> = {
  شهر: 30,
  اشهر: 30,
  عام: 365,
  سنه: 365,
  اعوام: 365,
  سنوات: 365,
  اسبوع: 7,
  اسابيع: 7,
  يوم: 1,
  ايام: 1,
};
/** Days of a unit as readers mean it: a month is 30, a year 365. */
const UNIT_DAYS: [RegExp, number][] = [
  [/^(?:day|天|日)/, 1],
  [/^(?:week|周|週|星期)/, 7],
  [/^(?:month|月)/, 30],
  [/^(?:quarter|季)/, 91],
  [/^(?:year|年)/, 365],
];

const NUMBER = '(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:[.٫](\\d{1,4}))?(?![\\d])';
const PERCENT = new RegExp(`${NUMBER}\\s?(?:%|٪|percent|per cent|percentage points|(?:في|ب)\\s?ال?ما?ئه)`, 'gu');
const HAN_PERCENT = /百分之([零一二三四五六七八九十\d]{1,4})/gu;
const TENTHS = /([一二两兩三四五六七八九])成(半)?/gu;
const AMOUNT = new RegExp(
  `(?:[$€£¥]\\s?${NUMBER})|(?:${NUMBER}\\s?(?:(?:mn|bn|million|billion|[mb](?![a-z])|مليون|مليار|万|萬|亿|億)\\s?)+(?:دولار|美元|usd|dollars|人民币)?)|(?:${NUMBER}\\s?(?:دولار|美元|usd|dollars))`,
  'gu',
);
const DURATION = new RegExp(
  `${NUMBER}\\s?(?:多)?(?:个|個)?(?:多)?\\s?((?:day|week|month|quarter|year)s?(?![a-z])|月(?!\\d)|天|周|週|星期|季度|年(?=没|未|無|沒|以|来|來|内|內|多|尚|仍)|(?:شهر|اشهر|عام|سنه|اعوام|سنوات|اسبوع|اسابيع|يوم|ايام)(?!\\p{Script=Arabic}{2}))`,
  'gu',
);
/** Small numbers as words: "three overdue items". Larger ones are written in digits nearly always. */
const WORDS: Record<string, number> = Object.fromEntries([
  ...'two three four five six seven eight nine ten eleven twelve'.split(' ').map((w, i) => [w, i + 2]),
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty'].map((w, i) => [w, (i + 2) * 10]),
  ...'ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره'.split(' ').map((w, i) => [w, i + 3]),
]);
const WORD_NUMBER = new RegExp(`(?<!\\p{L})(?:${Object.keys(WORDS).join('|')})(?![\\p{L}-])`, 'gu');
const HAN_COUNT = /([一二三四五六七八九十]{1,3})(?=名|位|人|项|項|次|个项)/gu;
const PLAIN = new RegExp(NUMBER, 'gu');

const digits = (whole: string, part?: string) => Number(`${whole.replaceAll(',', '')}${part ? `.${part}` : ''}`);

function daysOf(unit: string): number {
  return ARABIC_WORDS[unit] ?? UNIT_DAYS.find(([re]) => re.test(unit))?.[1] ?? 0;
}

function hanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (c: string | undefined) => Math.max(0, HAN_DIGITS.indexOf(c ?? ''));
  if (!text.includes('十')) return [...text].reduce((sum, c) => sum * 10 + digit(c), 0);
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

/** "十" months written as "6个多月": a bare 月 behind digits without 个 is a month's name, not a span. */
const isMonthName = (match: string) => /^\d{1,2}\s?月/.test(match);

/** All numbers, the more telling reading first; places do not overlap. */
export function numbersIn(folded: string): NumberHit[] {
  const hits: NumberHit[] = [];
  const add = (kind: NumberHit['kind'], value: number, m: RegExpExecArray) => {
    const at = m.index;
    const to = at + m[0].length;
    if (Number.isFinite(value) && !hits.some((h) => at < h.to && h.at < to)) hits.push({ kind, value, at, to });
  };
  for (const m of folded.matchAll(PERCENT)) add('percent', digits(m[1] as string, m[2]) / 100, m);
  for (const m of folded.matchAll(HAN_PERCENT)) add('percent', hanNumber(m[1] as string) / 100, m);
  for (const m of folded.matchAll(TENTHS)) {
    const n = m[1] === '两' || m[1] === '兩' ? 2 : HAN_DIGITS.indexOf(m[1] as string);
    add('percent', n / 10 + (m[2] ? 0.05 : 0), m);
  }
  for (const m of folded.matchAll(AMOUNT))
    add('amount', digits((m[1] ?? m[3] ?? m[5]) as string, m[2] ?? m[4] ?? m[6]), m);
  for (const m of folded.matchAll(DURATION)) {
    if (!isMonthName(m[0])) add('duration', digits(m[1] as string) * daysOf(m[3] as string), m);
  }
  for (const m of folded.matchAll(PLAIN)) add('count', digits(m[1] as string, m[2]), m);
  for (const m of folded.matchAll(WORD_NUMBER)) add('count', WORDS[m[0]] as number, m);
  for (const m of folded.matchAll(HAN_COUNT)) add('count', hanNumber(m[1] as string), m);
  return hits.sort((a, b) => a.at - b.at);
}
