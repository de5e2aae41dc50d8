/** What speaks against a name at one place, and where in its sentence it stands. */
import type { Candidate } from './candidates.ts';
import { BEFORE, GENERIC, type Tally } from './facts.ts';
import type { Listed } from './lists.ts';
import type { Sentence } from './sentence.ts';

/** A capital at the start of a sentence says nothing of an everyday word, and less of one that is mostly a name. */
const SENTENCE_START = { U: 0, C: -1, X: -2 } as const;
const ANTI_NEXT = -4;
const ANTI_PREV = -3;
/** "Ark Invest", "Jump Trading": the word is a part of another name. */
const PART_OF_NAME = -3;

/** Whether nothing but signs, and few of them, stands between the sentence's start and `at`: there a capital tells nothing. */
export function isSentenceStart(text: string, { start }: Sentence, at: number): boolean {
  return /^\P{L}*$/u.test(text.slice(start, at)) && at - start < 12;
}

/** Words that begin with a capital after or before a name without making it a part of another one. */
const NEXT_WORD = /^\s(\p{Lu}\p{Ll}{2,})(?![A-Za-z\d])/u;
const PREVIOUS_WORD = /(?<![\p{L}\d])(\p{Lu}\p{Ll}+)\s$/u;
/** Short words, such as For and But, are parts of a sentence. */
const NO_PART =
  /^(?:.{1,3}|When|With|From|Both|Like|That|This|Also|Only|Into|Then|After|Before|While|Using|Unlike|Since|Meet|Introducing|However|Whether|Within)$/;

/** True when the name is one word of a longer name that is not on record. In a headline nothing can be told. */
export function isPartOfName({ name, start, end }: Candidate, text: string, sentence: Sentence): boolean {
  if (sentence.isTitle || name.entry.nameClass === 'U') return false;
  const after = text.slice(end, end + 40);
  const own = name.qualifiers?.test(after) ?? false;
  if (!own && NEXT_WORD.test(after) && !GENERIC.test(after)) return true;
  const previous = PREVIOUS_WORD.exec(text.slice(Math.max(sentence.start, start - 24), start));
  if (!previous) return false;
  // The first word of a sentence has its capital from there, but not that of a label or a name ("Liquidity Buffer: …", "Fjord Foundry, a …"); "The Block" in its midst is a name.
  const isFirst =
    !sentence.isNonLatin &&
    !/[:,]/.test(text[end] ?? '') &&
    text.slice(sentence.start, start - previous[0].length).trim() === '';
  return !isFirst && (previous[1] === 'The' || !NO_PART.test(previous[1] as string));
}

/** Adds what speaks against. `level` is how much the page is about crypto, `defines` that a definition follows. */
export function against(
  tally: Tally,
  candidate: Candidate,
  place: { text: string; sentence: Sentence; listed: Listed | undefined },
  isPart: boolean,
  defines: boolean,
  level: number,
): void {
  const { text, sentence } = place;
  const { name, start, end } = candidate;
  const { nameClass } = name.entry;
  // In a list of names the words beside one are conjunctions.
  const next = !place.listed && !defines && name.antiNext?.exec(text.slice(end, end + 40));
  if (next) tally.add('anti-next', ANTI_NEXT, false, next[0]);
  if (!tally.strong && isPart) tally.add('part-of-name', PART_OF_NAME);
  // "The Ronin network", "a Polygon-based game": the article is the other noun's. "To Tether" is no verb where only names have capitals.
  const before = text.slice(Math.max(0, start - 40), start);
  const previous =
    !place.listed &&
    (level === 0 || sentence.isTitle || !BEFORE.test(before)) &&
    !GENERIC.test(text.slice(end, end + 24)) &&
    name.antiPrev?.exec(before);
  if (previous) tally.add('anti-prev', ANTI_PREV, false, previous[0]);
  if (sentence.isNonLatin || tally.strong || nameClass === 'U' || (nameClass === 'C' && level > 1)) return;
  // A capital later in the name is none that the start of a sentence gave it.
  const isPlainWord = !/[A-Z]/.test(name.phrase.slice(1));
  if (isPlainWord && (sentence.isTitle || isSentenceStart(text, sentence, start)))
    tally.add('sentence-start', SENTENCE_START[nameClass]);
}
