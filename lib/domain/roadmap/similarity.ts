/** When two wordings are the same promise: Dice overlap of normalised words, bigrams for Chinese. */
import { findDates } from './dates.ts';
import { foldText, normaliseText } from './normalise.ts';

const SMALL = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'and',
  'to',
  'in',
  'on',
  'with',
  'by',
  'من',
  'في',
  'على',
  'علي',
  'و',
  'الى',
  'ال',
]);

/** The words of a wording as a set: without dates, marks and small words; Chinese as pairs of characters. */
export function wordsOf(title: string): Set<string> {
  let text = normaliseText(title.slice(0, 400));
  for (const hit of findDates(text, { bareYear: true }).sort((a, b) => b.at - a.at))
    if (hit.start) text = `${text.slice(0, hit.at)} ${text.slice(hit.to)}`;
  const words = new Set<string>();
  for (const run of foldText(text).match(/\p{Script=Han}+|[\p{L}\p{N}.]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) {
      const word = run.replace(/^\.+|\.+$/g, '').replace(/^ال(?=.{3})/, '');
      if (word && !SMALL.has(word)) words.add(word);
    } else if (run.length === 1) words.add(run);
    else for (let i = 0; i + 1 < run.length; i++) words.add(run.slice(i, i + 2));
  }
  return words;
}

/** 2·|A∩B| ÷ (|A| + |B|), 0–1; 0 where either is empty. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (!a.size || !b.size) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return (2 * both) / (a.size + b.size);
}
