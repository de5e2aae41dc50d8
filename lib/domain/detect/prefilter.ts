/** What a page holds of the registry: keys, no names. Made at build time by prefilter-build.ts, read by the detector. */
import { holds, type KeySet, type PackedSet, put, unpackKeys, unpackSet } from './key-set.ts';
import { quickKey } from './tokens.ts';
import type { ContextTable, WordFact } from './word-facts.ts';

/** As the virtual module carries it. */
export interface PackedPrefilter {
  names: PackedSet;
  labels: PackedSet;
  exact: PackedSet;
  /** Each key with eight bits below it: its word's number, doubled, plus one for a word that counts with a capital only. */
  context: PackedSet;
  /** Words with a lower number than the first are said of crypto alone, than the second give two points of context, the others one. */
  levels: [sure: number, strong: number];
}

export interface Prefilter {
  /** Names with a capital or a digit. */
  names: KeySet;
  /** Labels of addresses that are no name's. */
  labels: KeySet;
  /** Names in small letters and in other scripts than Latin. */
  exact: KeySet;
  words: ContextTable;
  /** First test for all of `exact` and `words`. */
  listed: KeySet;
}

/**
 * Every word of a page is asked for among these: at 16 bits one foreign word in a hundred passes, and the background, which has the names, takes it
 * for nothing. More bits would spare some numbers in a message that is sent of pages about crypto alone.
 */
export const WORD_BITS = 16;
/** Context words weigh in the scores, too: four bits more, and one foreign word in 60,000 is taken for one. */
export const CONTEXT_BITS = 24;
/** What the page must know of each; see `PackedPrefilter`. */
export const FACT_BITS = 8;
export const contextKey = (key: number) => key & (2 ** CONTEXT_BITS - 1);

export function unpackPrefilter(packed: PackedPrefilter): Prefilter {
  const exact = unpackSet(packed.exact);
  const listed = copyOf(exact);
  const context = new Map<number, WordFact>();
  const [sure, strong] = packed.levels;
  for (const fact of unpackKeys(packed.context)) {
    const key = fact >>> FACT_BITS;
    const id = (fact >> 1) & 127;
    context.set(key, { id, weight: id < strong ? 2 : 1, isSure: id < sure, capital: (fact & 1) === 1 });
    put(listed, quickKey(key));
  }
  const words = { get: (key: number) => context.get(contextKey(key)) };
  return { names: unpackSet(packed.names), labels: unpackSet(packed.labels), exact, words, listed };
}

const copyOf = ({ bits, mask }: KeySet): KeySet => ({ bits: bits.slice(), mask });

/** The prefilter with the keys of the reader's own projects among its words. */
export function withOwn(filter: Prefilter, own: readonly number[]): Prefilter {
  if (own.length === 0) return filter;
  const [exact, listed] = [copyOf(filter.exact), copyOf(filter.listed)];
  for (const key of own) for (const set of [exact, listed]) put(set, quickKey(key));
  return { ...filter, exact, listed };
}

/** True when an address may be known by this key. */
export function mayAddress({ names, labels, exact }: Prefilter, key: number): boolean {
  return [names, labels, exact].some((set) => holds(set, quickKey(key)));
}

/** 2 kB of keys, four bytes each: what the reader's own projects may add to a page. */
export const MAX_OWN_KEYS = 512;
/** Item of the extension's local storage in which the background keeps them for the pages: an array of numbers. */
export const OWN_KEYS_ITEM = 'detector.ownKeys';
