/** The project that a page is about, told by its address alone. Exact ASCII only; nothing is folded, nothing near counts. */
import { getDomain } from 'tldts';
import { projectOfAddress, projectOfRepo, type RegistryIndex } from '../registry/index.ts';
import type { Project } from '../registry/project.ts';
import { ADDRESS_RULES, type AddressRule, GITHUB_RESERVED, X_RESERVED } from './aggregators.ts';
import { SHARED_PATHS } from './labels.ts';
import type { PageIdentity } from './types.ts';

/** "NEAR Protocol" → "near-protocol", as aggregators write names in addresses. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Slugs of names; one that several projects would have tells none of them. */
export function guessTable(projects: readonly Project[]): Map<string, Project> {
  const table = new Map<string, Project | null>();
  for (const project of projects) {
    const slugs = new Set([slugOf(project.name), project.slugs.coingecko, project.slugs.cmc].filter((slug) => !!slug));
    for (const slug of slugs as Set<string>) {
      const there = table.get(slug);
      table.set(slug, there === undefined || there === project ? project : null);
    }
  }
  return new Map([...table].filter((row): row is [string, Project] => row[1] !== null));
}

const found = (project: Project | undefined, rule: PageIdentity['rule'], matched: string, guess = false) =>
  project ? { projectId: project.id, rule, matched, guess } : null;

function byRule(
  index: RegistryIndex,
  guesses: Map<string, Project>,
  rule: AddressRule,
  key: string,
): Project | undefined {
  if (rule.key === 'name') return guesses.get(slugOf(key));
  if (rule.key === 'name-symbol') {
    const dash = key.lastIndexOf('-');
    const project = guesses.get(key.slice(0, dash));
    return project?.symbol?.toLowerCase() === key.slice(dash + 1) ? project : undefined;
  }
  return index.bySlug[rule.key].get(key);
}

/** Never throws: a broken escape stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A page of one token or account on an explorer of a chain, whoever runs it, in small letters. The group is the address. */
const CONTRACT_PAGE = /^\/(?:token|address)\/(0x[\da-f]{40,})(?:\/|$)/;

/** The project of a page at an aggregator, an explorer, GitHub or X, null if unknown: it is never about the host's own project. */
function fromListedHost(
  index: RegistryIndex,
  guesses: Map<string, Project>,
  host: string,
  path: string,
): PageIdentity | null | undefined {
  const bare = host.replace(/^(?:www|mobile)\./, '');
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (bare === 'github.com') {
    const at = parts[0] === 'orgs' ? 1 : 0;
    const owner = parts[at];
    if (!owner || GITHUB_RESERVED.has(owner.toLowerCase())) return null;
    const name = at === 0 ? parts[1] : undefined;
    return found(projectOfRepo(index, owner, name), 'github', ['github.com', owner, ...(name ? [name] : [])].join('/'));
  }
  if (bare === 'x.com' || bare === 'twitter.com') {
    const handle = parts[0]?.replace(/^@/, '').toLowerCase();
    if (!handle || X_RESERVED.has(handle)) return null;
    return found(index.byHandle.get(handle), 'x', `${bare}/${handle}`);
  }
  const lower = decoded(path).toLowerCase();
  const contract = CONTRACT_PAGE.exec(lower)?.[1];
  // Anyone can give a token a known name: its address tells whose it is, or nothing does.
  if (contract) return found(index.byContract.get(`${bare}/${contract}`), 'contract', bare + lower);
  for (const rule of ADDRESS_RULES) {
    const key = rule.hosts.includes(bare) ? rule.path.exec(lower)?.[1] : undefined;
    if (!key) continue;
    const guess = rule.key === 'name' || rule.key === 'name-symbol';
    return found(
      byRule(index, guesses, rule, key),
      guess ? 'aggregator-guess' : 'aggregator',
      `${bare}${lower}`.slice(0, 200),
      guess,
    );
  }
  return undefined;
}

/**
 * The project whose own address, aggregator page, repository or profile `url` is; null if none is known. `isArticle`
 * tells the pages of the default reading sites: who publishes there is not what they are about.
 */
export function identityOf(
  index: RegistryIndex,
  guesses: Map<string, Project>,
  isArticle: (host: string, path: string) => boolean,
  url: URL,
): PageIdentity | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const host = url.hostname.toLowerCase().replace(/\.+$/, '');
  const listed = fromListedHost(index, guesses, host, url.pathname);
  if (listed !== undefined) return listed;
  if (isArticle(host, url.pathname)) return null;
  const domain = getDomain(host, { allowPrivateDomains: true });
  const project = projectOfAddress(index, { host, path: url.pathname, domain });
  const shared = SHARED_PATHS.test(host);
  const onPath = project?.domains.find(
    (known) => known.includes('/') && `${host}${url.pathname}`.toLowerCase().startsWith(known.toLowerCase()),
  );
  if (shared && !onPath) return null;
  return found(project, onPath ? 'shared-host-path' : 'own-domain', onPath ?? domain ?? host);
}
