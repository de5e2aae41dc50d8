/** What the page's links and declarations say of projects. Reads attributes; asks nothing. */
import type { NameEntry, PageIdentity } from '../domain/detect/types.ts';

/** Pages with more links are directories: the first ones are enough. */
const MAX_LINKS = 4000;
/** JSON-LD beyond this is a catalogue. */
const MAX_JSON = 200_000;
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

export type AddressTable = Map<string, string>;

/** Addresses of the named projects → project: "near.org", "github.com/near", "coingecko.com/coins/near". */
export function addressTable(names: readonly NameEntry[]): AddressTable {
  const table: AddressTable = new Map();
  for (const { projectId, domains, orgs } of names) {
    for (const domain of domains ?? []) table.set(domain.toLowerCase(), projectId);
    for (const org of orgs ?? []) table.set(`github.com/${org.toLowerCase()}`, projectId);
  }
  return table;
}

/** The project that an address belongs to: host and path first, then the host's parents. */
export function projectOf(table: AddressTable, host: string, path: string): string | undefined {
  const bare = host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  const parts = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (LANGUAGE.test(parts[0] ?? '') && parts.length > 1) parts.shift();
  for (let count = Math.min(3, parts.length); count > 0; count--) {
    const hit = table.get(`${bare}/${parts.slice(0, count).join('/')}`);
    if (hit) return hit;
  }
  const labels = bare.split('.');
  for (let i = 0; i < labels.length - 1; i++) {
    const hit = table.get(labels.slice(i).join('.'));
    if (hit) return hit;
  }
  return undefined;
}

/** Yields each project that links below `root` point to, with the host of the first link to it; `undefined` for other links: time to look at the clock. */
export function* linkedProjects(root: ParentNode, table: AddressTable): Generator<[string, string] | undefined> {
  if (table.size === 0) return;
  const found = new Set<string>();
  const links = root.querySelectorAll<HTMLAnchorElement>('a[href^="http"],a[href^="/"]');
  for (let i = 0; i < Math.min(links.length, MAX_LINKS); i++) {
    const { hostname, pathname } = links[i] as HTMLAnchorElement;
    const id = projectOf(table, hostname, pathname);
    const isNew = id !== undefined && !found.has(id);
    if (isNew) found.add(id);
    yield isNew ? [id, hostname] : undefined;
  }
}

interface Declared {
  rule: 'canonical' | 'json-ld';
  url: string;
  /** What JSON-LD calls it. */
  name?: unknown;
}

function declaredUrls(document: Document): Declared[] {
  const urls: Declared[] = [];
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"][href]')?.href;
  if (url) urls.push({ rule: 'canonical', url });
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > MAX_JSON) continue;
    try {
      const data: unknown = JSON.parse(text);
      for (const node of Array.isArray(data) ? data : [data]) urls.push(...ownUrls(node));
    } catch {
      // Many pages carry broken JSON-LD; it then declares nothing.
    }
  }
  return urls;
}

/** The page's own subject, not its author or publisher: top-level organisations, sites and programs. */
function ownUrls(node: unknown): Declared[] {
  if (typeof node !== 'object' || node === null) return [];
  const { '@type': type, url, name } = node as Record<string, unknown>;
  const isSubject = typeof type === 'string' && /^(?:Organization|WebSite|SoftwareApplication)$/.test(type);
  return isSubject && typeof url === 'string' ? [{ rule: 'json-ld', url, name }] : [];
}

/**
 * The project that the page declares itself to be about, when its address says nothing. Null on an explorer's page of a
 * token: what stands there are the explorer's words, and those that the token's maker chose. That an article of an exchange
 * stands on the exchange's own site says no more than its address did.
 */
export function declaredIdentity(document: Document, table: AddressTable): PageIdentity | null {
  if (/\/(?:token|address)\/0x/.test(document.URL)) return null;
  const [own = ' '] = /[^.]+\.(?:(?:com?|org|net|ac|gov)\.\w\w|[^.]+)$/.exec(document.location.hostname) ?? [];
  for (const { rule, url: text, name } of declaredUrls(document)) {
    if (!URL.canParse(text)) continue;
    const url = new URL(text);
    if (`.${url.hostname}`.endsWith(`.${own}`)) continue;
    const projectId = projectOf(table, url.hostname, url.pathname);
    if (!projectId) continue;
    const address = `${url.hostname}${url.pathname}`.replace(/\/$/, '');
    return { projectId, rule, matched: typeof name === 'string' ? `${name}: ${address}` : address, guess: false };
  }
  return null;
}
