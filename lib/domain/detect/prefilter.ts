/** What a page holds of the registry: keys, no names. Made at build time, read by the detector. */

import { phrasesOf } from '../registry/phrases.ts';
import type { Project } from '../registry/project.ts';
import { type Bloom, buildBloom, decodeBloom, encodeBloom } from './bloom.ts';
import { LOWER } from './chars.ts';
import { countTokens, phraseKeys } from './phrase-keys.ts';
import { SECTOR_NAMES } from './sectors.ts';
import { keyOfWord } from './tokens.ts';
import type { NameEntry } from './types.ts';

/** 10 bits an entry: 1% of foreign words with a capital pass, and the gate wants more than one. 12 would not fit 12 kB. */
const BITS_PER_NAME = 10;
/** Hits on ambiguous names weigh less; a mistake here only makes the gate stricter. */
const BITS_PER_WEAK = 8;

/** As the virtual module carries it. */
export interface PackedPrefilter {
  names: string;
  weak: string;
  /** Keys of names in small letters, base 36, blank-separated. */
  lower: string;
}

export interface Prefilter {
  names: Bloom;
  weak: Bloom;
  lower: number[];
}

/** Hosts whose sub-domains or paths belong to many: the part that tells the project is another one. */
export const SHARED_SUFFIXES =
  /(?:^|\.)(?:github\.io|gitbook\.io|gitlab\.io|vercel\.app|netlify\.app|pages\.dev|web\.app|notion\.site|readthedocs\.io|herokuapp\.com|webflow\.io|substack\.com|wordpress\.com|blogspot\.com|fleek\.co|on\.fleek\.co|eth\.limo|eth\.link|mirror\.xyz|framer\.website|wixsite\.com|carrd\.co)$/;
export const SHARED_PATHS =
  /^(?:www\.|mobile\.|m\.)?(?:github\.com|gitlab\.com|x\.com|twitter\.com|medium\.com|t\.me|linktr\.ee|notion\.so|sites\.google\.com|docs\.google\.com|facebook\.com|youtube\.com|discord\.gg|discord\.com|warpcast\.com|paragraph\.xyz)$/;

/** The label of an address that tells whose it is: "uniswap" of app.uniswap.org, "foo" of foo.github.io and medium.com/foo. */
export function tellingLabel(host: string, path: string): string {
  const bare = host.toLowerCase().replace(/\.+$/, '');
  if (SHARED_PATHS.test(bare))
    return (path.split('/').find((part) => part !== '' && part !== 'orgs') ?? '').replace(/^@/, '').toLowerCase();
  const labels = bare.split('.');
  const shared = SHARED_SUFFIXES.exec(bare);
  if (shared) return labels[labels.length - shared[0].split('.').filter(Boolean).length - 1] ?? '';
  // "co.uk", "com.br": a short label before a country's is part of the suffix.
  const last = labels.length - 2;
  const isPart =
    labels.length > 2 &&
    (labels[last]?.length ?? 0) <= 3 &&
    (labels[last + 1]?.length ?? 0) === 2 &&
    /^(?:co|com|org|net|gov|edu|ac)$/.test(labels[last] ?? '');
  return labels[isPart ? last - 1 : last] ?? '';
}

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The keys by which a label may be in the filter: as it is, or as a name in the usual cases. */
export function labelKeys(label: string): number[] {
  return [label, upperFirst(label), label.toUpperCase()].map(keyOfWord);
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
  const owners = [...project.orgs, ...project.repos.map((repo) => repo.split('/')[0] as string)];
  return [...new Set([...domains, ...owners.map((owner) => owner.toLowerCase())])].filter((label) => label.length > 1);
}

/** The keys of names and addresses of these projects. `lower` are those of words in small letters. */
export function prefilterKeys(projects: readonly Project[]): {
  names: Set<number>;
  lower: Set<number>;
  weak: Set<number>;
} {
  const entries = [...entriesOf(projects), ...SECTOR_NAMES];
  const counts = countTokens(entries);
  const names = new Set<number>();
  const lower = new Set<number>();
  const coined = new Set<number>();
  const weak = new Set<number>();
  for (const entry of entries) {
    for (const { key, kind, whole } of phraseKeys(entry, counts)) {
      (kind === LOWER ? lower : names).add(key);
      (whole && entry.nameClass === 'U' ? coined : weak).add(key);
    }
  }
  for (const key of coined) weak.delete(key);
  for (const label of projects.flatMap(labelsOf)) {
    const keys = labelKeys(label);
    if (!keys.some((key) => names.has(key) || lower.has(key))) names.add(keys[0] as number);
  }
  return { names, lower, weak };
}

/** Packs the keys of `projects` for the page. The same projects give the same bytes. */
export function packPrefilter(projects: readonly Project[]): PackedPrefilter {
  const { names, lower, weak } = prefilterKeys(projects);
  return {
    names: encodeBloom(buildBloom(names, BITS_PER_NAME)),
    weak: encodeBloom(buildBloom(weak, BITS_PER_WEAK)),
    lower: [...lower]
      .sort((a, b) => a - b)
      .map((key) => key.toString(36))
      .join(' '),
  };
}

export function unpackPrefilter(packed: PackedPrefilter): Prefilter {
  return {
    names: decodeBloom(packed.names),
    weak: decodeBloom(packed.weak),
    lower: packed.lower
      .split(' ')
      .filter(Boolean)
      .map((key) => Number.parseInt(key, 36)),
  };
}

/** Keys of a reader's own projects: names and labels, for the page's exact list. At most `MAX_OWN_KEYS`. */
export function ownKeys(own: readonly Project[]): number[] {
  const { names, lower } = prefilterKeys(own);
  const sectors = prefilterKeys([]);
  const keys = [...names, ...lower].filter((key) => !sectors.names.has(key) && !sectors.lower.has(key));
  return keys.slice(0, MAX_OWN_KEYS);
}
/** 2 kB of keys, four bytes each. */
export const MAX_OWN_KEYS = 512;
/** Item of the extension's local storage in which the background keeps them for the pages: an array of numbers. */
export const OWN_KEYS_ITEM = 'detector.ownKeys';
