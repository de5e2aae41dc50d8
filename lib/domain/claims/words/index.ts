/** The three word lists as one set of patterns over folded text. */
import { foldPattern } from '../../roadmap/normalise.ts';
import { AR } from './ar.ts';
import { EN, type WordClass } from './en.ts';
import { ZH } from './zh.ts';

export type { WordClass };

/** Clitics that Arabic writes before a word: and, so, with, as, for, will, the. */
const CLITICS = '[وفبكلس]{0,2}(?:ال|لل)?';
/** What "$" stands for in the Arabic list. */
const NO_ENDING = '(?!\\p{Script=Arabic})';
const LATIN = '[\\p{Script=Latin}\\d]';

/** One pattern for a class in all three languages; flags "gu". Give it text folded by `foldedWords`. */
function patternOf(name: WordClass): RegExp {
  const en = `(?<!${LATIN})(?:${EN[name]})(?!${LATIN})`;
  const ar = `(?<!\\p{Script=Arabic})${CLITICS}(?:${foldPattern(AR[name]).replaceAll('$', NO_ENDING)})\\p{Script=Arabic}*`;
  return new RegExp(`${en}|${ar}|${ZH[name]}`, 'gu');
}

const PATTERNS = new Map((Object.keys(EN) as WordClass[]).map((name) => [name, patternOf(name)]));

/** Places [start, end) of a class in folded text, in reading order. */
export function places(folded: string, name: WordClass): [number, number][] {
  return [...folded.matchAll(PATTERNS.get(name) as RegExp)].map((m) => [m.index, m.index + m[0].length]);
}

/** Whether a word of the class stands in folded text. */
export function has(folded: string, name: WordClass): boolean {
  return folded.search(PATTERNS.get(name) as RegExp) >= 0;
}
