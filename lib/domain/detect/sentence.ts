/** Sentences of a normalised text, as far as scoring needs them: where one begins and what is said in it. */
import type { ContextReader } from './context-reader.ts';
import type { WordFact } from './word-facts.ts';

/** A sentence of more than this is a list without stops; words further away say nothing of a name. */
const REACH = 400;
const END = /[.!?…]["'”’)\]]*\s|[؟。！？；]["'”’」』]*|[;؛]\s/g;
const ARABIC_OR_HAN = /[\u0621-\u064a\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g;
const LATIN = /[A-Za-z]/g;
/** Non-Latin from four letters on, two words of Chinese, and half as many as there are Latin ones: names and tickers are Latin everywhere. */
const MIN_NON_LATIN = 4;

export interface Sentence {
  start: number;
  end: number;
  isNonLatin: boolean;
  /** A headline in capitals, where a capital says nothing of a word. */
  isTitle: boolean;
  /** Distinct context words by number. */
  words: Map<number, WordFact>;
}

/** Points of context words: two for those of crypto, one for others. */
export function weightOf(words: Iterable<WordFact>): number {
  let sum = 0;
  for (const { weight } of words) sum += weight;
  return sum;
}

/** How many of the words are said of crypto alone. */
export function sureWords(words: Iterable<WordFact>): number {
  let count = 0;
  for (const { isSure } of words) if (isSure) count++;
  return count;
}

const LONG_WORD = /\p{L}{4,}/gu;
/** One longer word is a name; of two ("Wallet Core") and more, three quarters with a capital make a label or a headline. */
const MIN_TITLE_WORDS = 2;
const TITLE_SHARE = 0.75;

function isTitleCase(text: string): boolean {
  const words = text.match(LONG_WORD) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= MIN_TITLE_WORDS && capital >= words.length * TITLE_SHARE;
}

/** Cuts a text into sentences. Every character belongs to exactly one. */
export function sentencesOf(text: string, reader: ContextReader): Sentence[] {
  const cuts = [0];
  for (const match of text.matchAll(END)) cuts.push(match.index + match[0].length);
  if (cuts[cuts.length - 1] !== text.length) cuts.push(text.length);
  const sentences: Sentence[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i] as number, cuts[i + 1] as number];
    const part = text.slice(start, end);
    const foreign = part.match(ARABIC_OR_HAN)?.length ?? 0;
    const latin = part.match(LATIN)?.length ?? 0;
    sentences.push({
      start,
      end,
      isNonLatin: foreign >= MIN_NON_LATIN && foreign * 2 >= latin,
      isTitle: foreign === 0 && isTitleCase(part),
      words: reader.wordsIn(part),
    });
  }
  return sentences;
}

/** Distinct context words near a span, not those that lie within it. */
export function wordsAround(
  text: string,
  sentence: Sentence,
  start: number,
  end: number,
  reader: ContextReader,
): Map<number, WordFact> {
  if (sentence.end - sentence.start <= REACH) {
    const inside = reader.wordsIn(text.slice(start, end));
    if (inside.size === 0) return sentence.words;
    return reader.wordsIn(`${text.slice(sentence.start, start)} ${text.slice(end, sentence.end)}`);
  }
  const from = Math.max(sentence.start, start - REACH / 2);
  const to = Math.min(sentence.end, end + REACH / 2);
  return reader.wordsIn(`${text.slice(from, start)} ${text.slice(end, to)}`);
}

/** A word, or two signs of a script that has no spaces: what a context word may be. */
const WORD = /(?=([\u3400-\u9fff]{2}))|(?<!\p{L})\p{L}[\p{L}\p{M}\d]+/gu;
/** More words than this say nothing more to the reader. */
const MOST_QUOTED = 3;

/** The first context words of a text as they stand in it, for "why this badge". Dearer than finding them: asked when a card opens. */
export function quotedWords(text: string, reader: ContextReader): string {
  const words = new Set<string>();
  for (const [whole, pair] of text.matchAll(WORD)) {
    const word = pair ?? whole;
    if (reader.wordsIn(word).size > 0) words.add(word);
    if (words.size === MOST_QUOTED) break;
  }
  return [...words].join(' · ');
}
