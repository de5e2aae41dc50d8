/** Counts the published terms in a text, with their places: numbers and examples for the reader, no verdict. */
import { foldPattern } from '../roadmap/normalise.ts';
import { foldWithMap } from './fold-map.ts';
import { TERM_GROUPS, TERMS, type TermGroup } from './terms.ts';

export interface TermPlace {
  group: TermGroup;
  block: number;
  /** Offsets in the block's text, half-open. */
  start: number;
  end: number;
}

export interface TermCount {
  /** The word as it is listed; in English and Chinese as it was found, in lower case. */
  term: string;
  count: number;
}

export interface TermCounts {
  trading: { total: number; terms: TermCount[] };
  building: { total: number; terms: TermCount[] };
  /** At most `MAX_PLACES`, in reading order. */
  places: TermPlace[];
}

/** So many marks show where the words stand; more would cover the page. */
export const MAX_PLACES = 400;
const CLITICS = '[وفبكل]{0,2}(?:ال|لل)?';
const WORD = '[\\p{Script=Latin}\\d]';

const plain = (text: string) => text.replace(/[.*+?^{}()|[\]\\]/g, '\\$&');
const longestFirst = (words: string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(plain)
    .join('|');

function patternOf(group: TermGroup): RegExp {
  const { en, ar, zh } = TERMS[group];
  const arabic = longestFirst(ar.map((w) => foldPattern(w))).replaceAll('$', '(?!\\p{Script=Arabic})');
  return new RegExp(
    `(?<!${WORD})(?:${longestFirst(en)})(?!${WORD})|(?<!\\p{Script=Arabic})${CLITICS}(${arabic})\\p{Script=Arabic}*|${longestFirst(zh)}`,
    'gu',
  );
}
/** Folded stem → as the list spells it: folding takes from Arabic what its readers would miss. */
const LISTED = new Map(
  TERM_GROUPS.flatMap((group) => TERMS[group].ar.map((word) => word.replace('$', ''))).map((word) => [
    foldPattern(word),
    word,
  ]),
);
const PATTERNS = TERM_GROUPS.map((group) => [group, patternOf(group)] as const);

/** Terms of one block, in reading order. */
export function termsOfBlock(text: string, block: number): (TermPlace & { term: string })[] {
  const folded = foldWithMap(text);
  const found: (TermPlace & { term: string })[] = [];
  for (const [group, pattern] of PATTERNS) {
    for (const m of folded.text.matchAll(pattern)) {
      const start = folded.map[m.index] as number;
      const end = folded.map[m.index + m[0].length] as number;
      // Arabic words are counted by their stem, so that clitics and endings do not scatter them.
      if (end > start) found.push({ group, block, start, end, term: LISTED.get(m[1] ?? '') ?? m[0] });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Sums up what `termsOfBlock` found in the blocks of a text. */
export function sumTerms(found: readonly (TermPlace & { term: string })[]): TermCounts {
  const of = (group: TermGroup) => {
    const mine = found.filter((f) => f.group === group);
    const counts = new Map<string, number>();
    for (const { term } of mine) counts.set(term, (counts.get(term) ?? 0) + 1);
    const terms = [...counts].map(([term, count]) => ({ term, count }));
    return { total: mine.length, terms: terms.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1)) };
  };
  const places = found.slice(0, MAX_PLACES).map(({ group, block, start, end }) => ({ group, block, start, end }));
  return { trading: of('trading'), building: of('building'), places };
}
