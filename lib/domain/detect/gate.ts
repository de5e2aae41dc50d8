/** Whether a page is about crypto enough to be looked at. */
import type { NameEntry } from './types.ts';

/** Two words of crypto in general, or one that is said of nothing else. */
export const LEAST_CONTEXT = 2;
/** Ambiguous names alone need more: four points are two words of crypto alone. */
const CONTEXT_OF_WEAK = 4;
/** Without a word of crypto alone, three coined names must say it: token, pool and chain stand in other texts too. */
const ENOUGH_COINED = 3;

export interface GateCounts {
  coined: number;
  weak: number;
  context: number;
  /** Words of crypto alone; left out where they were not told apart. */
  sure?: number;
}

/**
 * One coined name and two points of context, or an ambiguous name among more of it. A name alone says nothing: with
 * 3,500 names nearly every page holds one.
 */
export function pageGate({ coined, weak, context, sure = 1 }: GateCounts): boolean {
  if (sure === 0) return coined >= ENOUGH_COINED && context >= CONTEXT_OF_WEAK;
  return (coined > 0 && context >= LEAST_CONTEXT) || (weak > 0 && context >= CONTEXT_OF_WEAK);
}

/** The gate for names that the background gave to a page's keys: only here is it known which are coined. */
export function namesPass(names: readonly NameEntry[], context: number): boolean {
  // A longer name may have been hit by one of its words only: it counts as ambiguous until the text is read.
  const coined = names.filter(({ nameClass, phrase }) => nameClass === 'U' && !phrase.includes(' ')).length;
  return pageGate({ coined, weak: names.length - coined, context });
}
