/** Sentences of a normalised text, as far as scoring needs them: where one begins and what is said in it. */
import { isArabic, UPPER } from './chars.ts';
import { arabicKeys, keyOfWord, pairKey } from './tokens.ts';
import { type ContextTable, isWord, type WordFact } from './word-facts.ts';

/** A sentence of more than this is a list without stops; words further away say nothing of a name. */
const REACH = 400;
const END = /[.!?…]["'”’)\]]*\s|[؟。！？；]["'”’」』]*|[;؛]\s/g;
const ARABIC_OR_HAN = /[\u0621-\u064a\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g;
const LATIN = /[A-Za-z]/g;
/** Non-Latin from eight letters on, and half as many as there are Latin ones: names and tickers are Latin everywhere. */
const MIN_NON_LATIN = 8;

export interface Sentence {
  start: number;
  end: number;
  isNonLatin: boolean;
  /** A headline in capitals, where a capital says nothing of a word. */
  isTitle: boolean;
  /** Distinct context words by number. */
  words: Map<number, WordFact>;
}

const WORDS = /[A-Za-z\d]{2,}|[\u0621-\u064a\u0671-\u06d3]{2,}|[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}/g;

/**
 * Distinct context words of a normalised text by number. A short reader of its own: the other one, which takes texts as they
 * are, is twice as long; a test holds this one to it.
 */
export function contextWords(text: string, table: ContextTable): Map<number, WordFact> {
  const words = new Map<number, WordFact>();
  const see = (key: number, kind: number) => {
    const word = table.get(key);
    if (isWord(word, kind)) words.set(word.id, word);
  };
  for (const [word] of text.matchAll(WORDS)) {
    const first = word.charCodeAt(0);
    if (first < 128) see(keyOfWord(word), /[A-Z]/.test(word) ? UPPER : 0);
    else if (isArabic(first)) arabicKeys(word, see);
    else for (let i = 1; i < word.length; i++) see(pairKey(word.charCodeAt(i - 1), word.charCodeAt(i)), 0);
  }
  return words;
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
/** Below three longer words a line is a name or a label; of more than three, three quarters with a capital make a headline. */
const MIN_TITLE_WORDS = 3;
const TITLE_SHARE = 0.75;

function isTitleCase(text: string): boolean {
  const words = text.match(LONG_WORD) ?? [];
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= MIN_TITLE_WORDS && capital >= words.length * TITLE_SHARE;
}

/** Cuts a text into sentences. Every character belongs to exactly one. */
export function sentencesOf(text: string, table: ContextTable): Sentence[] {
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
      words: contextWords(part, table),
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
  table: ContextTable,
): Map<number, WordFact> {
  if (sentence.end - sentence.start <= REACH) {
    const inside = contextWords(text.slice(start, end), table);
    if (inside.size === 0) return sentence.words;
    return contextWords(`${text.slice(sentence.start, start)} ${text.slice(end, sentence.end)}`, table);
  }
  const from = Math.max(sentence.start, start - REACH / 2);
  const to = Math.min(sentence.end, end + REACH / 2);
  return contextWords(`${text.slice(from, start)} ${text.slice(end, to)}`, table);
}
