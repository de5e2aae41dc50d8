/** Makes the page's keys from the registry: at build time for all projects, in the background for the reader's own. */

import { phrasesOf } from '../registry/phrases.ts';
import type { Project } from '../registry/project.ts';
import { buildBloom, encodeBloom } from './bloom.ts';
import { DIGIT, UPPER } from './chars.ts';
import { labelKeys, tellingLabel } from './labels.ts';
import { countTokens, phraseKeys } from './phrase-keys.ts';
import { MAX_OWN_KEYS, NAME_PROBES, type PackedPrefilter, shortKey } from './prefilter.ts';
import { SECTOR_NAMES } from './sectors.ts';
import type { NameEntry } from './types.ts';

/**
 * 4.4 bits an entry: of foreign words with a capital some 12% pass. They can not show anything: the gate wants words of crypto
 * too, and the background knows the names. More bits would not fit the 12 kB that a page may cost.
 */
const BITS_PER_NAME = 4.4;

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
  // Other owners' pages are found by their text: 3,000 more keys would not fit.
  const owners = project.repos.map((repo) => repo.split('/')[0] as string);
  return [...new Set([...domains, ...owners.map((owner) => owner.toLowerCase())])].filter((label) => label.length > 1);
}

/** The keys of names and addresses of these projects. `exact` are those of words without Latin capitals. */
export function prefilterKeys(projects: readonly Project[]): {
  names: Set<number>;
  exact: Set<number>;
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
  for (const label of projects.flatMap(labelsOf)) {
    const keys = labelKeys(label);
    if (!keys.some((key) => names.has(key) || exact.has(key))) names.add(keys[0] as number);
  }
  return { names, exact };
}

function packKeys(keys: Iterable<number>): string {
  const short = [...new Set([...keys].map(shortKey))].sort((a, b) => a - b);
  let before = 0;
  const bytes = short.flatMap((key) => {
    const delta = key - before;
    before = key;
    const digits = [delta >> 14, (delta >> 7) & 127, delta & 127];
    while (digits.length > 1 && digits[0] === 0) digits.shift();
    return digits.map((digit, index) => (index < digits.length - 1 ? digit | 128 : digit));
  });
  return btoa(String.fromCharCode(...bytes));
}

/** Packs the keys of `projects` for the page. The same projects give the same bytes. */
export function packPrefilter(projects: readonly Project[]): PackedPrefilter {
  const { names, exact } = prefilterKeys(projects);
  return {
    names: encodeBloom(buildBloom(names, BITS_PER_NAME, NAME_PROBES)),
    exact: packKeys(exact),
  };
}

/** Keys of a reader's own projects: names and labels, for the page's exact list. At most `MAX_OWN_KEYS`. */
export function ownKeys(own: readonly Project[]): number[] {
  const { names, exact } = prefilterKeys(own);
  const sectors = prefilterKeys([]);
  const keys = [...names, ...exact].filter((key) => !sectors.names.has(key) && !sectors.exact.has(key));
  return keys.slice(0, MAX_OWN_KEYS);
}
