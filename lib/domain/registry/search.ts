/** Search by name for the popup and the omnibox: what a reader types, in any case, script or spelling of blanks. */
import { foldName } from './fold.ts';
import type { Project } from './project.ts';

/** Weights only order the hits; what matters is their order: the whole name, then its beginning, then a word's. */
const EXACT = 100;
const TICKER = 80;
const PREFIX = 60;
const WORD = 40;
const INSIDE = 20;
/** An alias ranks just below the name that it equals. */
const ALIAS_COST = 5;
/** Below this many letters a match inside a word would return half of the list. */
const MIN_INSIDE = 3;

interface Entry {
  project: Project;
  /** Folded name first, then aliases and native names. */
  folds: string[];
  words: string[];
  symbol: string;
}
export interface SearchIndex {
  entries: Entry[];
}

/** Prepares the projects once; searching then needs no folding of theirs. */
export function indexForSearch(projects: Project[]): SearchIndex {
  return {
    entries: projects.map((project) => {
      const phrases = [project.name, ...project.aliases, ...Object.values(project.native ?? {}).flat()];
      const words = phrases.flatMap((phrase) => phrase.split(/[\s\-.]+/).map(foldName)).filter((word) => word !== '');
      return { project, folds: phrases.map(foldName), words, symbol: foldName(project.symbol ?? '') };
    }),
  };
}

function score(entry: Entry, query: string): number {
  let best = entry.symbol === query ? TICKER : 0;
  entry.folds.forEach((fold, place) => {
    const cost = place === 0 ? 0 : ALIAS_COST;
    if (fold === query) best = Math.max(best, EXACT - cost);
    else if (fold.startsWith(query)) best = Math.max(best, PREFIX - cost);
    else if (query.length >= MIN_INSIDE && fold.includes(query)) best = Math.max(best, INSIDE - cost);
  });
  if (best < WORD && entry.words.some((word) => word.startsWith(query))) best = WORD;
  return best;
}

/**
 * At most `limit` projects whose name, alias, ticker or id answers to what was typed, best first; among equals the
 * one that more lists know, then by id. Nothing for a query without a letter or digit.
 */
export function searchProjects(index: SearchIndex, typed: string, limit = 8): Project[] {
  const query = foldName(typed.replace(/^\$/, ''));
  if (query === '') return [];
  return index.entries
    .map((entry) => ({ project: entry.project, score: score(entry, query) }))
    .filter((hit) => hit.score > 0)
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.project.sources.length - a.project.sources.length ||
        (a.project.id < b.project.id ? -1 : 1),
    )
    .slice(0, Math.max(0, limit))
    .map((hit) => hit.project);
}
