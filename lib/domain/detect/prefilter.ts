/** What a page holds of the registry: keys, no names. Made at build time by prefilter-build.ts, read by the detector. */
import { createSet, holds, type KeySet, type PackedSet, put, unpackKeys, unpackSet } from './key-set.ts';
import { quickKey } from './tokens.ts';
import type { ContextTable, WordFact } from './word-facts.ts';

/** As the virtual module carries it. */
export interface PackedPrefilter {
  names: PackedSet;
  labels: PackedSet;
  exact: PackedSet;
  context: PackedSet;
  /** base64, one byte for each key of `context` in its order: its word's number, doubled, plus one for a word that counts with a capital only. */
  facts: string;
  /** Words with a lower number than the first are said of crypto alone, than the second give two points of context, the others one. */
  levels: [sure: number, strong: number];
}

export interface Prefilter {
  /** Names with a capital or a digit. */
  names: KeySet;
  /** Labels of addresses that are no name's. */
  labels: KeySet;
  /** Short keys of names in small letters and in other scripts than Latin: few, and too many words would pass a filter. */
  exact: Set<number>;
  words: ContextTable;
  /** First test for all of `exact` and `words`. */
  listed: KeySet;
}

/** 20 of 30 bits tell a thousand words from others, one foreign word in 1,100 passes: 16 of the first hash, for the first test, and 4 of the second. */
export const WORD_BITS = 20;
const FIRST_TEST_BITS = 16;
const SECOND_BITS = WORD_BITS - FIRST_TEST_BITS;
export const shortKey = (key: number) => (key >>> (8 - SECOND_BITS)) & (2 ** WORD_BITS - 1);
/** Context words weigh in the scores, too: four bits more, and one foreign word in 60,000 is taken for one. */
export const CONTEXT_BITS = 24;
export const contextKey = (key: number) => key & (2 ** CONTEXT_BITS - 1);

export function unpackPrefilter(packed: PackedPrefilter): Prefilter {
  const names = unpackSet(packed.names);
  const labels = unpackSet(packed.labels);
  const listed = createSet(FIRST_TEST_BITS);
  const exact = new Set(unpackKeys(packed.exact));
  const context = new Map<number, WordFact>();
  const facts = atob(packed.facts);
  const [sure, strong] = packed.levels;
  for (const [index, key] of unpackKeys(packed.context).entries()) {
    const fact = facts.charCodeAt(index);
    const id = fact >> 1;
    context.set(key, { id, weight: id < strong ? 2 : 1, isSure: id < sure, capital: (fact & 1) === 1 });
    put(listed, quickKey(key));
  }
  for (const short of exact) put(listed, short >>> SECOND_BITS);
  return { names, labels, exact, words: { get: (key) => context.get(contextKey(key)) }, listed };
}

/** The prefilter with the keys of the reader's own projects among its words. */
export function withOwn(filter: Prefilter, own: readonly number[]): Prefilter {
  if (own.length === 0) return filter;
  const listed = { ...filter.listed, bits: filter.listed.bits.slice() };
  for (const key of own) put(listed, quickKey(key));
  return { ...filter, listed, exact: new Set([...filter.exact, ...own.map(shortKey)]) };
}

/** True when an address may be known by this key. */
export function mayAddress({ names, labels, exact }: Prefilter, key: number): boolean {
  const quick = quickKey(key);
  return holds(names, quick) || holds(labels, quick) || exact.has(shortKey(key));
}

/** 2 kB of keys, four bytes each: what the reader's own projects may add to a page. */
export const MAX_OWN_KEYS = 512;
/** Item of the extension's local storage in which the background keeps them for the pages: an array of numbers. */
export const OWN_KEYS_ITEM = 'detector.ownKeys';
