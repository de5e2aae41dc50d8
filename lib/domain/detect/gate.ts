/** Whether a page is about crypto enough to be looked at. */
import type { NameEntry } from './types.ts';

/** Two words of crypto in general, or one that is said of nothing else. */
export const LEAST_CONTEXT = 2;
/** Ambiguous names alone need more: four points are two words of crypto alone. */
const CONTEXT_OF_WEAK = 4;

/**
 * One coined name and two points of context, or an ambiguous name among more of it. A name alone says nothing: with
 * 3,500 names nearly every page holds one.
 */
export function pageGate(counts: { coined: number; weak: number; context: number }): boolean {
  const { coined, weak, context } = counts;
  return (coined > 0 && context >= LEAST_CONTEXT) || (weak > 0 && context >= CONTEXT_OF_WEAK);
}

/** The gate for names that the background gave to a page's keys: only here is it known which are coined. */
export function namesPass(names: readonly NameEntry[], context: number): boolean {
  // A longer name may have been hit by one of its words only: it counts as ambiguous until the text is read.
  const coined = names.filter(({ nameClass, phrase }) => nameClass === 'U' && !phrase.includes(' ')).length;
  return pageGate({ coined, weak: names.length - coined, context });
}
