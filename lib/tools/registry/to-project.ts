/** One collected row, with what the hands know of it, as a project of the registry. */
import { normalise } from '../../domain/detect/normalise.ts';
import type { PhraseRule, Project, Slugs } from '../../domain/registry/project.ts';
import { isSector } from '../../domain/registry/sectors.ts';
import { ownerOf } from './clean-names.ts';
import { cleanDomain } from './domains.ts';
import { DOMAINS, MORE_DOMAINS } from './hand/addresses.ts';
import { LIVE, MIRRORS, SECTOR_ADDITIONS } from './hand/facts.ts';
import { NATIVE, type NativeTag, ruleOf } from './hand/native.ts';
import { ALSO_THEIRS, NOT_THEIRS } from './hand/owners.ts';
import { PINS } from './hand/pins.ts';
import { ROADMAPS } from './hand/roadmaps.ts';
import type { RowNames } from './names.ts';
import type { SourceRow } from './source-row.ts';

/** GitHub's rule for names of users and organisations. */
const ORG = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;
const REPO = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}\/[\w.-]{1,100}$/i;
/** Stands among the sources of a row to which a hand list of this repository added a fact. */
const OWN_SOURCE = 'roadmark';

/** Tickers that a later coin has taken: they say nothing of these. */
const NO_TICKER = new Set(['cook-finance', 'jones-dao', 'liquid-network', 'unit-protocol', 'metamask', 'skydrome']);

const ids = (list: string) => new Set(list.split(/\s+/).filter((id) => id !== ''));
const LIVE_IDS = ids(LIVE);
const MIRROR_IDS = ids(MIRRORS);
const ADDED = new Map(Object.entries(SECTOR_ADDITIONS).map(([sector, list]) => [sector, ids(list)]));

/** Organisations and users of the row that are its own and valid, each once whatever the case. */
export function orgsOf(row: SourceRow): string[] {
  const out = new Map<string, string>();
  for (const entry of [...row.github, ...(ALSO_THEIRS[row.id] ?? [])]) {
    const isRepo = /^[^?#]+\/./.test(entry);
    const owner = ownerOf(entry);
    if (isRepo || !ORG.test(owner) || NOT_THEIRS[row.id]?.includes(owner)) continue;
    if (!out.has(owner.toLowerCase())) out.set(owner.toLowerCase(), owner);
  }
  return [...out.values()];
}

/** Repositories: the pinned ones, else those that the row itself names when it has no organisation. */
function reposOf(row: SourceRow, orgs: string[], lost: (repo: string) => boolean): string[] {
  const pinned = PINS[row.id];
  if (pinned) return pinned;
  if (orgs.length > 0) return [];
  return row.github.filter((entry) => REPO.test(entry) && !lost(entry));
}

function domainsOf({ id, domains }: SourceRow): string[] {
  const claimed = [...(DOMAINS[id] ?? domains), ...(MORE_DOMAINS[id] ?? [])];
  return [...new Set(claimed.map(cleanDomain).filter((domain) => domain !== undefined))];
}

function sectorsOf(row: SourceRow): string[] {
  const added = [...ADDED].filter(([, members]) => members.has(row.id)).map(([sector]) => sector);
  return [...new Set([...row.sector.filter(isSector), ...added])];
}

const TAGS = Object.keys(NATIVE).sort() as NativeTag[];

/** Names in other scripts by language, and their rules. */
function nativeOf(id: string): { native: Record<string, string[]>; rules: PhraseRule[] } {
  const native: Record<string, string[]> = {};
  const rules: PhraseRule[] = [];
  // Arabic and Persian are written with the same letters: a name that both have is kept once.
  const folds = new Set<string>();
  for (const tag of TAGS) {
    for (const named of NATIVE[tag].get(id) ?? []) {
      const fold = normalise(named.form).text;
      if (folds.has(fold)) continue;
      folds.add(fold);
      native[tag] = [...(native[tag] ?? []), named.form];
      const rule = ruleOf(named);
      if (rule) rules.push(rule);
    }
  }
  return { native, rules };
}

export interface Taken {
  orgs: Set<string>;
  handles: Set<string>;
  slugs: Set<string>;
  tickers: Set<string>;
}

function slugsOf(row: SourceRow, taken: Taken): Slugs {
  const slugs: Slugs = {};
  for (const key of ['coingecko', 'cmc', 'defillama', 'l2beat'] as const) {
    const slug = row.slugs[key];
    if (slug && !taken.slugs.has(`${key}:${slug.toLowerCase()}\n${row.id}`)) slugs[key] = slug;
  }
  return slugs;
}

/** `taken` holds what other rows keep, as "key\nid" in lower case; see unique.ts. */
export function toProject(row: SourceRow, names: RowNames, taken: Taken): Project {
  const orgs = orgsOf(row).filter((org) => !taken.orgs.has(`${org.toLowerCase()}\n${row.id}`));
  const { native, rules: nativeRules } = nativeOf(row.id);
  const repos = reposOf(row, orgs, (repo) => taken.orgs.has(`${repo.toLowerCase()}\n${row.id}`));
  const rules = [...names.rules, ...nativeRules];
  const hasNative = Object.keys(native).length > 0;
  const handle = row.x_handle?.replace(/^@/, '');
  const byHand = PINS[row.id] || ROADMAPS[row.id] || LIVE_IDS.has(row.id) || hasNative || row.sources.length === 0;
  return {
    id: row.id,
    name: names.name,
    aliases: names.aliases,
    ...(hasNative ? { native } : {}),
    ...(row.symbol && !NO_TICKER.has(row.id) && !taken.tickers.has(`${row.symbol.toLowerCase()}\n${row.id}`)
      ? { symbol: row.symbol }
      : {}),
    nameClass: names.nameClass,
    ...(rules.length > 0 ? { rules } : {}),
    domains: domainsOf(row),
    repos,
    orgs,
    sectors: sectorsOf(row),
    slugs: slugsOf(row, taken),
    ...(handle && !taken.handles.has(`${handle.toLowerCase()}\n${row.id}`) ? { x: handle } : {}),
    ...(ROADMAPS[row.id] ? { roadmap: ROADMAPS[row.id] } : {}),
    ...(LIVE_IDS.has(row.id) ? { live: true } : {}),
    ...(MIRROR_IDS.has(row.id) ? { mirror: true } : {}),
    sources: [...row.sources, ...(byHand ? [OWN_SOURCE] : [])],
  };
}
