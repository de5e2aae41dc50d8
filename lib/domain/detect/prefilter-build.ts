/** Makes the page's keys from the registry: at build time for all projects, in the background for the reader's own. */
import { phrasesOf } from '../registry/phrases.ts';
import type { Project } from '../registry/project.ts';
import { ADDRESS_RULES } from './aggregators.ts';
import { DIGIT, UPPER } from './chars.ts';
import { CONTEXT_WORDS, contextTable, SURE_COUNT } from './context-words.ts';
import type { PackedSet } from './key-set.ts';
import { packKeys } from './key-set-build.ts';
import { labelKeys, tellingLabel } from './labels.ts';
import { countTokens, phraseKeys } from './phrase-keys.ts';
import { CONTEXT_BITS, contextKey, FACT_BITS, MAX_OWN_KEYS, type PackedPrefilter, WORD_BITS } from './prefilter.ts';
import { SECTOR_NAMES } from './sectors.ts';
import { quickKey } from './tokens.ts';
import type { NameEntry } from './types.ts';

/** What the names may weigh, characters of six bits: the rest of a page's 12 kB is code and words. */
const NAME_CHARACTERS = 3000;
/** What words without capitals and names in other scripts may weigh, characters of six bits. */
const EXACT_CHARACTERS = 1140;
/** A name is worth a point for each source, and for each language that has one so many: what the world over is written of. */
const LANGUAGE = 3;
/** Names of the languages of the interface come first: their readers have the extension. */
const OWN_LANGUAGE = 20;
/** Each further spelling is found on fewer pages. Chinese ones are two scripts: all are usual. */
const FURTHER_SPELLING = 4;
/** A page has one address: of foreign ones a tenth passes here and as many by the names, and then the page must speak of crypto, too. */
const LABEL_BITS = 13;
/** A quick key has 22 bits; fewer than 12 tell nothing. */
const MOST_BITS = 22;
const LEAST_BITS = 12;

/** As many bits of each name as fit: at 15 bits one foreign word with a capital in ten passes, each bit more halves that. */
function packNames(names: Iterable<number>): PackedSet {
  const quick = [...names].map(quickKey);
  for (let bits = MOST_BITS; bits > LEAST_BITS; bits--) {
    const packed = packKeys(quick, bits);
    if (packed.data.length <= NAME_CHARACTERS) return packed;
  }
  return packKeys(quick, LEAST_BITS);
}

/** Names of the projects as entries to verify; the domains and organisations are left out, the look-up adds them. */
export function entriesOf(projects: readonly Project[]): NameEntry[] {
  return projects.flatMap((project) => phrasesOf(project).map((phrase) => ({ projectId: project.id, ...phrase })));
}

/** Labels of the addresses that are the project's own. */
function labelsOf(project: Project): string[] {
  const domains = project.domains.map((domain) => {
    const [host = '', ...path] = domain.split('/');
    return tellingLabel(host, path.join('/'));
  });
  return [...new Set(domains)].filter((label) => label.length > 1);
}

/** "a.org b.org/0xab" → ["a.org", "b.org"]. */
const explorersOf = (contract: string) => (contract.split('/')[0] as string).split(' ');

/** The keys of names and addresses of these projects. `exact` are those of words without Latin capitals, `labels` those of addresses that no name has. */
export function prefilterKeys(projects: readonly Project[]): {
  names: Set<number>;
  exact: Set<number>;
  labels: Set<number>;
} {
  const entries = [...entriesOf(projects), ...SECTOR_NAMES];
  const counts = countTokens(entries);
  const names = new Set<number>();
  const exact = new Set<number>();
  for (const entry of entries) {
    for (const { key, kind } of phraseKeys(entry, counts)) {
      ((kind & (UPPER | DIGIT)) === 0 ? exact : names).add(key);
    }
  }
  // The exact list is asked for words of any case.
  for (const key of exact) names.delete(key);
  const labels = new Set<number>();
  // Pages of aggregators and explorers are about projects whatever their own label is, and of GitHub, whose thousand owners would not fit.
  const aggregators = ADDRESS_RULES.flatMap(({ hosts }) => hosts.map((host) => tellingLabel(host, '')));
  const explorers = new Set(projects.flatMap(({ contracts = [] }) => contracts.flatMap(explorersOf)));
  const hosts = ['github', ...[...explorers].map((host) => tellingLabel(host, ''))];
  for (const label of [...aggregators, ...hosts, ...projects.flatMap(labelsOf)]) {
    const keys = labelKeys(label);
    if (!keys.some((key) => names.has(key) || exact.has(key))) labels.add(keys[0] as number);
  }
  return { names, exact, labels };
}

/** Names in other scripts, those that pages are most likely to hold first: of projects that many languages and sources name. */
function nativeEntries(projects: readonly Project[]): NameEntry[] {
  const ranked = projects.flatMap((project) => {
    const { native = {}, sources } = project;
    const lists = Object.values(native);
    const fame = LANGUAGE * lists.length + sources.length;
    return entriesOf([project])
      .filter(({ lang }) => lang)
      .map((entry) => {
        const place = entry.lang === 'zh' ? 0 : Math.max(...lists.map((list) => list.indexOf(entry.phrase)));
        return { entry, rank: fame + (entry.lang === 'other' ? 0 : OWN_LANGUAGE) - FURTHER_SPELLING * place };
      });
  });
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ entry }) => entry);
}

/**
 * Words without capitals, and as many names in other scripts as fit. A page that holds one of these gets all names of its
 * language from the background, so that the rest needs no key; see lookup.ts.
 */
function packExact(projects: readonly Project[], exact: Set<number>): PackedSet {
  const counts = countTokens([...entriesOf(projects), ...SECTOR_NAMES]);
  const keysOf = (entries: readonly NameEntry[]) =>
    entries.flatMap((entry) => phraseKeys(entry, counts).map(({ key }) => key)).filter((key) => exact.has(key));
  const plain = [...entriesOf(projects).filter(({ lang }) => !lang), ...SECTOR_NAMES];
  const first = new Set(keysOf(plain));
  const keys = [...new Set([...first, ...keysOf(nativeEntries(projects))])].map(quickKey);
  for (let count = keys.length; ; count -= 10) {
    const packed = packKeys(keys.slice(0, count), WORD_BITS);
    if (packed.data.length <= EXACT_CHARACTERS || count <= first.size) return packed;
  }
}

/** The context words' keys with what the page must know of each. Throws when there are more words than can be told. */
function packContext(): Pick<PackedPrefilter, 'context' | 'levels'> {
  const facts = new Map(
    [...contextTable()].map(([key, { id, capital }]) => [contextKey(key), id * 2 + (capital ? 1 : 0)]),
  );
  if ([...facts.values()].some((fact) => fact >= 2 ** FACT_BITS))
    throw new Error('more context words than can be told');
  const strong = CONTEXT_WORDS.filter(({ weight }) => weight === 2).length;
  const keys = [...facts].map(([key, fact]) => key * 2 ** FACT_BITS + fact);
  return { context: packKeys(keys, CONTEXT_BITS + FACT_BITS), levels: [SURE_COUNT, strong] };
}

/** Packs the keys of `projects` and the context words for the page. The same projects give the same bytes. */
export function packPrefilter(projects: readonly Project[]): PackedPrefilter {
  const { names, exact, labels } = prefilterKeys(projects);
  return {
    names: packNames(names),
    labels: packKeys([...labels].map(quickKey), LABEL_BITS),
    exact: packExact(projects, exact),
    ...packContext(),
  };
}

/** Keys of a reader's own projects: names and labels, for the page's exact list. At most `MAX_OWN_KEYS`. */
export function ownKeys(own: readonly Project[]): number[] {
  const { names, exact, labels } = prefilterKeys(own);
  const sectors = prefilterKeys([]);
  const keys = [...names, ...exact, ...labels].filter((key) => !sectors.names.has(key) && !sectors.exact.has(key));
  return keys.slice(0, MAX_OWN_KEYS);
}
