/** The background's half of detection: holds the names, answers a page's address and keys. */
import { getDomain } from 'tldts';
import { hostsOf, matcherOf } from '../match-patterns.ts';
import { indexRegistry } from '../registry/index.ts';
import { mergeOwn } from '../registry/own.ts';
import type { Project } from '../registry/project.ts';
import { guessTable, identityOf } from './identity.ts';
import { lookAlikeOf, recordedHosts } from './look-alike.ts';
import { countTokens, phraseKeys } from './phrase-keys.ts';
import { entriesOf } from './prefilter-build.ts';
import { safeRule } from './rules.ts';
import { SECTOR_NAMES } from './sectors.ts';
import { keyOfWord } from './tokens.ts';
import type { LookAlike, NameEntry, PageIdentity } from './types.ts';
import { boundsOf } from './word-bounds.ts';

export interface Lookup {
  /** What is known of the address, and the names whose keys the page hit. An address that is none: no identity. */
  answer(
    url: string,
    keys: readonly number[],
  ): { identity: PageIdentity | null; lookAlike: LookAlike | null; names: NameEntry[] };
}

/** More names than this can't be verified in a page's slices; pages that hit more are lists of names. */
const MAX_NAMES = 1500;

/** A ticker of a project that few lists know is most often another coin's by now. */
const LISTS_FOR_TICKER = 4;
const isWellKnown = ({ sources }: Project) =>
  sources.length >= LISTS_FOR_TICKER || sources.every((source) => source === 'roadmark' || source === 'reader');

/** Tickers that one project alone has become phrases "$SYM"; one or more than ten characters are no cashtag. */
function cashtags(projects: readonly Project[]): NameEntry[] {
  const users = new Map<string, number>();
  for (const { symbol } of projects)
    if (symbol) users.set(symbol.toUpperCase(), (users.get(symbol.toUpperCase()) ?? 0) + 1);
  return projects
    .filter(isWellKnown)
    .flatMap(({ id, symbol }) =>
      symbol && /^[A-Z][A-Z\d]{1,9}$/.test(symbol) && users.get(symbol) === 1
        ? [{ projectId: id, phrase: `$${symbol}`, nameClass: 'X' as const, symbol }]
        : [],
    );
}

/** Pages of aggregators and profiles that are about the project: a link to one proves its name. */
function addressesOf({ slugs, x }: Project): string[] {
  const { coingecko, cmc, defillama, l2beat } = slugs;
  return [
    coingecko && `coingecko.com/coins/${coingecko}`,
    cmc && `coinmarketcap.com/currencies/${cmc}`,
    defillama && `defillama.com/protocol/${defillama}`,
    l2beat && `l2beat.com/scaling/projects/${l2beat}`,
    x && `x.com/${x}`,
    x && `twitter.com/${x}`,
  ].filter((address) => typeof address === 'string');
}

function keyTable(registry: readonly Project[], own: readonly Project[]): Map<number, NameEntry[]> {
  const table = new Map<number, NameEntry[]>();
  const add = (key: number, entry: NameEntry) => {
    const there = table.get(key);
    if (!there) table.set(key, [entry]);
    else if (!there.includes(entry)) there.push(entry);
  };
  const ownIds = new Set(own.map(({ id }) => id));
  // The rarest token depends on the list: it must be chosen over the same list as in the prefilter.
  for (const list of [registry, own]) {
    const entries = [...entriesOf(list), ...SECTOR_NAMES];
    const counts = countTokens(entries);
    for (const entry of entries) {
      if (list === registry && ownIds.has(entry.projectId)) continue;
      if (list === own && entry.projectId.startsWith('sector:')) continue;
      for (const { key } of phraseKeys(entry, counts)) add(key, entry);
    }
  }
  for (const entry of cashtags(mergeOwn([...registry], [...own]))) add(keyOfWord(entry.phrase), entry);
  return table;
}

/** Names of the smaller languages share one mark: their script tells them apart. The script of Cyrillic names is "rest", with those in Latin letters. */
function languageOf({ lang, phrase }: NameEntry): string | undefined {
  if (lang !== 'other') return lang;
  if (/[가-힣]/.test(phrase)) return 'Hangul';
  return /[ぁ-鿿]/.test(phrase) ? 'kana' : 'rest';
}

/** A coined word tells that the page names projects at all; of a longer name only one word was seen. */
const isCoinedWord = ({ nameClass, phrase }: NameEntry) => nameClass === 'U' && !phrase.includes(' ');

/** The entry as a page may have it: without rules that would hang it, with the bounds of its script. */
function safe({ antiNext, antiPrev, ...entry }: NameEntry): NameEntry {
  const [next, previous] = [safeRule(antiNext), safeRule(antiPrev)];
  const bounds = entry.lang === 'other' && { bounds: boundsOf(entry.phrase, entry.nameClass === 'U') };
  return { ...entry, ...bounds, ...(next ? { antiNext: next } : {}), ...(previous ? { antiPrev: previous } : {}) };
}

/** Builds the tables once; `own` are the reader's projects and win over `projects`. */
export function createLookup(projects: Project[], own: Project[], reading: readonly string[]): Lookup {
  const merged = mergeOwn(projects, own);
  const index = indexRegistry(merged);
  const guesses = guessTable(merged);
  const records = recordedHosts(merged);
  const known = new Set(hostsOf(reading).map((host) => getDomain(host) ?? host));
  const isArticle = matcherOf(reading);
  const table = keyTable(projects, own);
  const native = [...new Set([...table.values()].flat())]
    .filter(({ lang }) => lang)
    .map((entry) => ({ entry, language: languageOf(entry), given: safe(entry) }));
  const full = (entry: NameEntry): NameEntry => {
    const project = index.byId.get(entry.projectId);
    if (!project) return safe(entry);
    const owners = project.repos.map((repo) => repo.split('/')[0] as string);
    return {
      ...safe(entry),
      domains: [...project.domains, ...addressesOf(project)],
      orgs: [...new Set([...project.orgs, ...owners])],
    };
  };
  return {
    answer(url, keys) {
      const address = URL.canParse(url) ? new URL(url) : null;
      const identity = address ? identityOf(index, guesses, isArticle, address) : null;
      const lookAlike = address && !identity ? lookAlikeOf(records, known, address) : null;
      const names = new Set<NameEntry>();
      for (const key of keys) for (const entry of table.get(key) ?? []) if (names.size < MAX_NAMES) names.add(entry);
      const hit = [...names];
      // A page in another script gets all names of it, since the page's filter may have no room for their keys. Those that it
      // did not hit go without addresses: they are many, and seldom meant.
      const languages = new Set(hit.some(isCoinedWord) ? hit.map(languageOf) : []);
      const others = native.filter(({ entry, language }) => languages.has(language) && !names.has(entry));
      return { identity, lookAlike, names: [...hit.map(full), ...others.map(({ given }) => given)] };
    },
  };
}
