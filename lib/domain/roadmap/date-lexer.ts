/** Cuts a text into the tokens that dates are made of. One pass, each position looked at once. */
import {
  CONNECTORS,
  FILLERS,
  HALF_WORDS,
  MONTHS,
  OPEN_AFTER,
  ORDINALS,
  PARTS,
  type Part,
  QUARTER_WORDS,
  SEASONS,
  ZH_DIGITS,
  ZH_SEASONS,
} from './date-words.ts';

export interface Token {
  type:
    | 'day' // whole date: y, m, d
    | 'month' // m, perhaps y
    | 'quarter' // n, perhaps y
    | 'half' // n, perhaps y
    | 'season' // n
    | 'part' // early, mid, late
    | 'yearpart' // Chinese 年初 年中 年底: part of the year before it
    | 'monthpart' // Chinese 月初, 上旬: part of the month before it
    | 'year'
    | 'number' // 1–31, perhaps a day of the month
    | 'join' // "-", "to", 至
    | 'comma'
    | 'filler'
    | 'open' // "+", "onwards", 以后
    | 'other';
  at: number;
  end: number;
  n?: number;
  y?: number;
  d?: number;
  part?: Part;
  /** The Arabic "and" is written onto this word. */
  and?: true;
  /** The word itself, folded. */
  word?: string;
}

/** Dates before the first blockchains and after this century are noise (1970: an unset clock; 2999: a joke): read as no date. */
export const MIN_YEAR = 1990;
export const MAX_YEAR = 2100;
const validYear = (y: number) => y >= MIN_YEAR && y <= MAX_YEAR;

type Rule = [RegExp, (m: RegExpExecArray, text: string) => Omit<Token, 'at' | 'end'> | undefined];
const num = (s: string | undefined) => Number(s);
const shortYear = (s: string) => (s.length === 2 ? 2000 + num(s) : num(s));
const dayToken = (y: number, m: number, d: number): Omit<Token, 'at' | 'end'> | undefined =>
  validYear(y) && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate()
    ? { type: 'day', y, n: m, d }
    : undefined;

/** Day first where the text is Arabic or the numbers leave no choice; a bare 03/04/2025 is read month first, as most crypto texts in English do. */
function numericDay(a: number, b: number, y: number, sep: string, text: string) {
  const dayFirst = a > 12 || (b <= 12 && (sep === '.' || /[\u0600-\u06ff]/.test(text)));
  return dayFirst ? dayToken(y, b, a) : dayToken(y, a, b);
}

/** 一 → 1 … 十二 → 12, digits as they are; undefined for the rest. */
function zhNumber(s: string): number | undefined {
  if (/^\d+$/.test(s)) return num(s);
  const ten = s.indexOf('十');
  const digit = (c: string | undefined) => (c ? ZH_DIGITS.indexOf(c) : 0);
  if (ten < 0) return s.length === 1 ? digit(s) : undefined;
  return (ten === 0 ? 10 : digit(s[0]) * 10) + digit(s[ten + 1]);
}
const ZH_NUM = '(?:\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** Rules that start with a digit, `q`, `h`, an apostrophe or a Chinese character; words are looked up in `wordToken`. Sticky; first that matches. */
const RULES: Rule[] = [
  [/(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:t\d\d:[\d:.]*z?)?/y, (m) => dayToken(num(m[1]), num(m[3]), num(m[4]))],
  [
    /(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/y,
    (m, t) => numericDay(num(m[1]), num(m[3]), num(m[4]), m[2] as string, t),
  ],
  [
    /(\d{4})(?:[-/](0?[1-9]|1[0-2])|\.(0[1-9]|1[0-2]))(?![\d./]|-\d|[a-z%])/y,
    (m) => (validYear(num(m[1])) ? { type: 'month', y: num(m[1]), n: num(m[2] ?? m[3]) } : undefined),
  ],
  [
    /(0?[1-9]|1[0-2])[-/.](\d{4})(?![\d./-]|[a-z%])/y,
    (m) => (validYear(num(m[2])) ? { type: 'month', y: num(m[2]), n: num(m[1]) } : undefined),
  ],
  [/(20\d\d)\.([1-9])(?=\s?[~至到-]\s?(?:20\d\d|\)|$)|\))/y, (m) => ({ type: 'month', y: num(m[1]), n: num(m[2]) })],
  [/(?<=[~至到-]\s?)(20\d\d)\.([1-9])(?![\d.])/y, (m) => ({ type: 'month', y: num(m[1]), n: num(m[2]) })],
  [/(?:cy)?(\d{4})\s?[-./]?([qh])([1-4])(?![\da-z])/y, (m) => quarterOrHalf(m[2], num(m[3]), num(m[1]))],
  [/([qh])([1-4])[-/'_.]?(20\d\d)(?![\da-z])/y, (m) => quarterOrHalf(m[1], num(m[2]), num(m[3]))],
  [/([qh])([1-4])\s?'\s?(\d\d)(?![\d%a-z])/y, (m) => twoDigit(m[1], m[2], m[3])],
  [/([qh])([1-4])\s?(\d\d)(?=\s*(?:$|[)\],;:|/-]))/y, (m) => twoDigit(m[1], m[2], m[3])],
  [/(\d\d)([qh])([1-4])(?![\da-z])/y, (m) => twoDigit(m[2], m[3], m[1])],
  [/([1-4])([qh])\s?'?(\d{4}|\d\d)(?![\da-z])/y, (m) => quarterOrHalf(m[2], num(m[1]), shortYear(m[3] as string))],
  [/q([1-4])(?![\da-z])/y, (m) => ({ type: 'quarter', n: num(m[1]) })],
  [/h([12])(?![\da-z])/y, (m) => ({ type: 'half', n: num(m[1]) })],
  [/([1-4])q(?![\da-z])/y, (m) => ({ type: 'quarter', n: num(m[1]) })],
  [/([12])h(?![\da-z])/y, (m) => ({ type: 'half', n: num(m[1]) })],
  [
    new RegExp(`第\\s?(?:${ZH_NUM})(?:\\s?[-~至到]\\s?(?:${ZH_NUM}))?\\s?[周週天个個阶階步期]`, 'y'),
    () => ({ type: 'other' }),
  ],
  [/第?\s?([一二三四1-4])\s?(?:个|個)?季(?:度)?/y, (m) => ({ type: 'quarter', n: zhNumber(m[1] as string) ?? 0 })],
  [/([上下前后後])半年/y, (m) => ({ type: 'half', n: '上前'.includes(m[1] as string) ? 1 : 2 })],
  [/([〇零一二三四五六七八九]{4})\s?年/y, (m) => zhYear(m[1] as string)],
  [/(\d{4}|\d\d)\s?年(?=[初中底末])/y, (m) => yearToken(shortYear(m[1] as string))],
  [/(\d{4}|\d\d)\s?年(?:度|之?[内內])?/y, (m) => named(yearToken(shortYear(m[1] as string)))],
  [
    /年?(初|中|底|末|终|終)(?=$|[^\p{Script=Han}]|[前之以完上启啟推发發正至到和])/uy,
    (m) => ({ type: 'yearpart', part: zhPart(m[1] as string) }),
  ],
  [new RegExp(`(${ZH_NUM})\\s?月(?:份)?(?!\\s?(?:内|後|后))`, 'y'), (m) => zhMonth(m[1] as string)],
  [/月?(初|中旬|中|底|末|上旬|下旬)/y, (m) => ({ type: 'monthpart', part: zhPart(m[1] as string) })],
  [/([春夏秋冬])(?:季|天)?/y, (m) => ({ type: 'season', n: ZH_SEASONS.indexOf(m[1] as string) + 1 })],
  [/(\d{1,2})\s?[日号號]/y, (m) => ({ type: 'number', n: num(m[1]), d: 1 })],
  [/(?:及|和)?(?:以后|以後|之后|之後|起|及以上)/y, () => ({ type: 'open' })],
  [/[至到]/y, () => ({ type: 'join', word: '至' })],
  [/(?:的|年)/y, () => ({ type: 'filler' })],
  [/'(\d\d)(?![\d\p{L}%])/uy, (m) => yearToken(2000 + num(m[1]))],
  [/(\d{4})(?:م(?!\p{L}))?(?!(?!\p{Script=Han})\p{L}|[\d%]|[.,]\d|-bit|-[a-z])/uy, (m) => yearToken(num(m[1]))],
  [/([1-4])(?:st|nd|rd|th)[\s-]+(quarter|qtr|half)/y, (m) => scaled(m[2] as string, num(m[1]))],
  [/(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d%]|[.,]\d)/uy, (m) => ({ type: 'number', n: num(m[1]) })],
  [/\+/y, () => ({ type: 'open' })],
  [/(?:-+|~|\/|&|>|→)/y, (m) => ({ type: 'join', word: m[0] })],
  [/[,،、]/y, () => ({ type: 'comma' })],
];

function quarterOrHalf(letter: string | undefined, n: number, y: number): Omit<Token, 'at' | 'end'> | undefined {
  if (!validYear(y) || (letter === 'h' && n > 2)) return undefined;
  return { type: letter === 'q' ? 'quarter' : 'half', n, y };
}
/** "Q3 25" is a quarter of 2025 only where 25 is a year of these times. */
function twoDigit(letter: string | undefined, n: string | undefined, yy: string | undefined) {
  return num(yy) >= 12 && num(yy) <= 49 ? quarterOrHalf(letter, num(n), 2000 + num(yy)) : undefined;
}
const yearToken = (y: number): Omit<Token, 'at' | 'end'> | undefined =>
  validYear(y) ? { type: 'year', y } : undefined;
/** 2025年 says that it is a year, as 2025 alone does not. */
const named = (t: Omit<Token, 'at' | 'end'> | undefined) => t && { ...t, word: '年' };
const zhYear = (s: string) =>
  named(yearToken(num([...s.replaceAll('零', '〇')].map((c) => ZH_DIGITS.indexOf(c)).join(''))));
const zhPart = (s: string): Part => (s === '初' || s === '上旬' ? 'early' : s.startsWith('中') ? 'mid' : 'late');
function zhMonth(s: string): Omit<Token, 'at' | 'end'> | undefined {
  const n = zhNumber(s);
  return n && n <= 12 ? { type: 'month', n, word: '月' } : undefined;
}

/** One or two words from the dictionaries ("كانون الثاني", "third quarter"). */
function wordToken(word: string, next: string | undefined): { token: Omit<Token, 'at' | 'end'>; words: 1 | 2 } {
  const whole = known(word) || MONTHS.has(`${word} ${next}`);
  const bare = /^[وفبلك](?=..)/.test(word) && !whole ? word.slice(1) : word;
  if (next) {
    const month = MONTHS.get(`${bare} ${next}`);
    if (month) return { token: { type: 'month', n: month, word: bare }, words: 2 };
    const ordinal = ORDINALS.get(next) ?? (/^[1-4]$/.test(next) ? num(next) : undefined);
    const before = ORDINALS.get(bare);
    const pair = scaled(bare, ordinal) ?? scaled(next, before);
    if (pair) return { token: pair, words: 2 };
  }
  const month = MONTHS.get(bare);
  const and = bare !== word && word.startsWith('و') ? { and: true as const } : {};
  if (month) return { token: { type: 'month', n: month, word: bare, ...and }, words: 1 };
  const season = SEASONS.get(bare);
  if (season) return { token: { type: 'season', n: season }, words: 1 };
  const part = PARTS.get(bare);
  if (part) return { token: { type: 'part', part, word: bare }, words: 1 };
  if (CONNECTORS.has(word)) return { token: { type: 'join', word }, words: 1 };
  if (OPEN_AFTER.has(word)) return { token: { type: 'open', word }, words: 1 };
  if (FILLERS.has(bare) || FILLERS.has(word)) return { token: { type: 'filler', word }, words: 1 };
  return { token: { type: 'other', word }, words: 1 };
}
const known = (w: string) =>
  w === 'post' ||
  w === 'year' ||
  MONTHS.has(w) ||
  SEASONS.has(w) ||
  PARTS.has(w) ||
  CONNECTORS.has(w) ||
  FILLERS.has(w) ||
  OPEN_AFTER.has(w);
function scaled(unit: string, n: number | undefined): Omit<Token, 'at' | 'end'> | undefined {
  if (!n) return undefined;
  if (QUARTER_WORDS.has(unit)) return { type: 'quarter', n };
  return HALF_WORDS.has(unit) && n !== 3 ? { type: 'half', n: n === 1 ? 1 : 2 } : undefined;
}

const WORD = /[a-z\u0621-\u064a\u066e-\u06d3][a-z\u0621-\u064a\u066e-\u06d3]*/y;
const NEXT_WORD = /[\s-]+([a-z\u0621-\u064a\u066e-\u06d3]+|[1-4](?![\d/.-]))/y;
const ALNUM = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** Whether a digit or letter rule may start here: not inside a word, a version, an address or a money amount. */
function startsFresh(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text[at - 1] as string;
  if (HAN.test(before)) return true;
  if (ALNUM.test(before) || '$€£#@_.'.includes(before)) return false;
  if (before !== ',' && before !== '-') return true;
  const left = LEFT_WORD.exec(text.slice(Math.max(0, at - 13), at - 1))?.[0];
  return left === undefined || /^(?:\d+|[hq]\d|\d[hq])$/.test(left) || known(left) || HAN.test(left);
}
/** What stands left of "-2024": a date may follow a number, "q1-" or "mid-", not "eip-". */
const LEFT_WORD = /[\p{L}\p{N}]+$/u;

/** Tokens of a folded text, in order, at most `max` (a text of many more is no date). */
export function lexDates(text: string, max = 4000): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length && tokens.length < max) {
    const c = text[i] as string;
    if (c === ' ' || c === '\t' || c === '\n') {
      i++;
      continue;
    }
    const token = ruleAt(text, i) ?? wordAt(text, i);
    if (token) tokens.push(token);
    i = Math.max(token?.end ?? 0, i + 1);
  }
  return tokens;
}

function ruleAt(text: string, at: number): Token | undefined {
  const c = text[at] as string;
  if (/[\da-z']/.test(c) && !startsFresh(text, at)) return /\d/.test(c) ? restOfNumber(text, at) : undefined;
  for (const [re, make] of RULES) {
    re.lastIndex = at;
    const m = re.exec(text);
    const made = m ? make(m, text) : undefined;
    if (m && made) return { ...made, at, end: re.lastIndex };
  }
  return undefined;
}
/** A number that is no date part is one token up to its end, so that its tail is not read as a date. */
function restOfNumber(text: string, at: number): Token {
  const re = /[\d.,/:-]*\d[\p{L}\d]*/uy;
  re.lastIndex = at;
  return { type: 'other', at, end: re.exec(text) ? re.lastIndex : at + 1 };
}
function wordAt(text: string, at: number): Token {
  WORD.lastIndex = at;
  const m = WORD.exec(text);
  if (!m)
    return /\d/.test(text[at] as string)
      ? restOfNumber(text, at)
      : { type: 'other', at, end: at + 1, word: text[at] as string };
  NEXT_WORD.lastIndex = WORD.lastIndex;
  const afterFirst = WORD.lastIndex;
  const next = NEXT_WORD.exec(text);
  const { token, words } = wordToken(m[0], next?.[1]);
  return { ...token, at, end: words === 2 ? NEXT_WORD.lastIndex : afterFirst };
}
