/** Look-up tables over the projects: by id, address, GitHub name, aggregator slug, handle, ticker. Built once, on load. */
import type { Project, Slugs } from './project.ts';

export interface RegistryIndex {
  projects: Project[];
  byId: Map<string, Project>;
  /** Registrable domain, or `host/path` on shared hosts, in lower case. */
  byDomain: Map<string, Project>;
  /** `owner/name` in lower case; pinned repositories only. */
  byRepo: Map<string, Project>;
  /** Organisation or user in lower case; only where one project has it. */
  byOrg: Map<string, Project>;
  /** Per aggregator: slug in lower case. */
  bySlug: Record<keyof Slugs, Map<string, Project>>;
  /** Handle on X in lower case, without "@". */
  byHandle: Map<string, Project>;
  /** `host/0x…` as a chain's explorers show a token, in small letters. */
  byContract: Map<string, Project>;
  /** Ticker in upper case: every project that has it, since tickers are shared. */
  bySymbol: Map<string, Project[]>;
}

const AGGREGATORS = ['coingecko', 'cmc', 'defillama', 'l2beat'] as const;

/** The first project keeps a key: the reader's own stand first in a merged list. */
function table(projects: Project[], keysOf: (project: Project) => string[]): Map<string, Project> {
  const map = new Map<string, Project>();
  for (const project of projects) {
    for (const key of keysOf(project)) {
      const folded = key.toLowerCase();
      if (!map.has(folded)) map.set(folded, project);
    }
  }
  return map;
}

/** "a.org b.org/0xab" → ["a.org/0xab", "b.org/0xab"]. */
function pagesOfContract(contract: string): string[] {
  const [hosts = '', address] = contract.split('/');
  return hosts.split(' ').map((host) => `${host}/${address}`);
}

const ownersOf = (project: Project) => [
  ...new Set([...project.orgs, ...project.repos.map((repo) => repo.split('/')[0] as string)]),
];

/** Owners by project; one that several projects have belongs to the project that lists it as its organisation. */
function orgTable(projects: Project[]): Map<string, Project> {
  const byOrg = table(projects, (project) => project.orgs);
  const users = new Map<string, Set<Project>>();
  for (const project of projects) {
    for (const owner of ownersOf(project)) {
      const key = owner.toLowerCase();
      users.set(key, (users.get(key) ?? new Set()).add(project));
    }
  }
  for (const [owner, having] of users) {
    if (!byOrg.has(owner) && having.size === 1) byOrg.set(owner, [...having][0] as Project);
  }
  return byOrg;
}

/** Repositories by project; one that several pin belongs to the project whose organisation it is in. */
function repoTable(projects: Project[]): Map<string, Project> {
  const isAtHome = (project: Project, repo: string) =>
    project.orgs.some((org) => org.toLowerCase() === repo.split('/')[0]?.toLowerCase());
  const home = table(projects, (project) => project.repos.filter((repo) => isAtHome(project, repo)));
  return new Map([...table(projects, (project) => project.repos), ...home]);
}

/** Builds every table. Where two projects claim one key, the first in the list keeps it. */
export function indexRegistry(projects: Project[]): RegistryIndex {
  const bySymbol = new Map<string, Project[]>();
  for (const project of projects) {
    if (!project.symbol) continue;
    const key = project.symbol.toUpperCase();
    bySymbol.set(key, [...(bySymbol.get(key) ?? []), project]);
  }
  const bySlug = Object.fromEntries(
    AGGREGATORS.map((key) => [
      key,
      table(projects, (project) => {
        const slug = project.slugs[key];
        return slug ? [slug] : [];
      }),
    ]),
  ) as RegistryIndex['bySlug'];
  return {
    projects,
    byId: new Map(projects.map((project) => [project.id, project])),
    byDomain: table(projects, (project) => project.domains),
    byRepo: repoTable(projects),
    byOrg: orgTable(projects),
    bySlug,
    byHandle: table(projects, (project) => (project.x ? [project.x] : [])),
    byContract: table(projects, ({ contracts = [] }) => contracts.flatMap(pagesOfContract)),
    bySymbol,
  };
}

/** The project of a repository: the one that pins it, else the one whose organisation it is in. Any case. */
export function projectOfRepo(index: RegistryIndex, owner: string, name?: string): Project | undefined {
  const byRepo = name ? index.byRepo.get(`${owner}/${name}`.toLowerCase()) : undefined;
  return byRepo ?? index.byOrg.get(owner.toLowerCase());
}

/**
 * The project whose address this is: the longest `host/path` first, then the host, then its parents down to a
 * registrable domain. `domain` is the host's registrable domain by the public suffix list. Exact ASCII only.
 */
export function projectOfAddress(
  index: RegistryIndex,
  address: { host: string; path: string; domain: string | null },
): Project | undefined {
  const host = address.host.toLowerCase().replace(/\.$/, '');
  const segments = address.path.split('/').filter((segment) => segment !== '');
  for (let count = Math.min(segments.length, 4); count > 0; count--) {
    const hit = index.byDomain.get(`${host}/${segments.slice(0, count).join('/')}`.toLowerCase());
    if (hit) return hit;
  }
  const exact = index.byDomain.get(host) ?? index.byDomain.get(host.replace(/^www\./, ''));
  if (exact) return exact;
  return address.domain ? index.byDomain.get(address.domain.toLowerCase()) : undefined;
}
