/** Finds and judges the names in one block of text. Pure: page and tests use it alike. */

import { type Candidate, candidatesOf } from './candidates.ts';
import type { ContextReader } from './context-reader.ts';
import { listedCandidates } from './lists.ts';
import type { NameIndex } from './names.ts';
import { type Normal, normalise } from './normalise.ts';
import type { PageEvidence } from './page-evidence.ts';
import { type Scored, scoreCandidate } from './score.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import type { WordFact } from './word-facts.ts';

/** Longer blocks are cut by the caller: a paragraph of a book has a tenth of this. */
export const MAX_BLOCK = 20_000;

/** With other capitals than on record, shorter names do not tell that a page is about crypto. */
const MIN_COINED_VARIANT = 6;

/** A block whose names were found but not yet judged: page facts may still come. */
export interface ReadBlock {
  normal: Normal;
  candidates: Candidate[];
  sentences: Sentence[];
  /** The context words that the block is read with. */
  reader: ContextReader;
}

export interface Match extends Scored {
  projectId: string;
  /** The phrase of the registry that matched. */
  phrase: string;
  /** Offsets in the block's original text. */
  start: number;
  end: number;
}

/** Finds the candidates of a block. `text` is its original text; at most `MAX_BLOCK` characters are read. */
export function readBlock(index: NameIndex, text: string): ReadBlock {
  const normal = normalise(text.length > MAX_BLOCK ? text.slice(0, MAX_BLOCK) : text);
  const candidates = candidatesOf(index, normal.text);
  const reader = index.words;
  return { normal, candidates, sentences: candidates.length > 0 ? sentencesOf(normal.text, reader) : [], reader };
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end;

function sentenceAt(sentences: Sentence[], at: number): Sentence {
  return sentences.find(({ end }) => at < end) ?? (sentences[sentences.length - 1] as Sentence);
}

/** Projects with coined names per sentence, and those names; a name within a longer one does not count. */
function coinedIn(block: ReadBlock): Map<Sentence, Map<string, string>> {
  const map = new Map<Sentence, Map<string, string>>();
  let covered = 0;
  for (const { name, isVariant, start, end } of block.candidates) {
    if (
      name.entry.nameClass !== 'U' ||
      (isVariant && name.phrase.length < MIN_COINED_VARIANT) ||
      name.isSector ||
      start < covered
    )
      continue;
    covered = end;
    const sentence = sentenceAt(block.sentences, start);
    map.set(sentence, (map.get(sentence) ?? new Map()).set(name.entry.projectId, name.entry.phrase));
  }
  return map;
}

/** Judges a block's candidates: longest first, a span within an accepted one is skipped. In reading order. */
export function judgeBlock(block: ReadBlock, page: PageEvidence): Match[] {
  const { normal, candidates, sentences } = block;
  const coined = coinedIn(block);
  const listed = listedCandidates(candidates, normal.text);
  const byLength = candidates.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken: Match[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const candidate of byLength) {
    if (spans.some((span) => overlaps(span, candidate))) continue;
    const sentence = sentenceAt(sentences, candidate.start);
    const neighbours = coined.get(sentence) ?? new Map<string, string>();
    const place = { text: normal.text, sentence, reader: block.reader, neighbours, listed: listed.get(candidate) };
    const scored = scoreCandidate(candidate, place, page);
    if (!scored.accepted) continue;
    spans.push(candidate);
    taken.push({
      ...scored,
      projectId: candidate.name.entry.projectId,
      phrase: candidate.name.entry.phrase,
      start: normal.map[candidate.start] as number,
      // The end lies after the last character that was matched: what follows may be unseen marks.
      end: (normal.map[candidate.end - 1] as number) + 1,
    });
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Said of crypto alone, though each of its words is said of other things: "crypto exchange", "العملات المشفرة", "عملة سولانا". */
const PHRASE =
  /\bcrypto (?:market|exchange|token|wallet|asset|investor|trader|industry|firm|compan|project|communit|space|price)|عمل[هات]+ (?:(?:ال)?(?:مشفر|رقمي)ه|سولانا|كاردانو)/i;
const PHRASE_WORD: WordFact = { id: -1, weight: 2, isSure: true, capital: false };

/** What a block alone says: coined names in it, and its context words by number. */
export function factsOf(block: ReadBlock): { coined: Set<string>; words: Map<number, WordFact> } {
  const coined = new Set<string>();
  for (const names of coinedIn(block).values()) for (const id of names.keys()) coined.add(id);
  const words = block.reader.wordsIn(block.normal.text);
  if (PHRASE.test(block.normal.text)) words.set(PHRASE_WORD.id, PHRASE_WORD);
  return { coined, words };
}

const TAG = /[$@][A-Za-z0-9_]{2,15}|(?<![A-Za-z0-9_$@])[A-Z]{3,6}(?![A-Za-z0-9_])/g;
/** More than this is a list of tickers: those that stand first are enough. */
const MAX_TAGS = 500;

/** Adds the tickers ("$UNI", "UNI") and handles (in small letters, "@uniswap") that stand in a text. */
export function addTags(tags: Set<string>, text: string): void {
  for (const [tag] of text.matchAll(TAG)) {
    if (tags.size >= MAX_TAGS) return;
    tags.add(tag.startsWith('@') ? tag.toLowerCase() : tag);
  }
}
