/** The reader's own projects: checked when typed in, stronger than the registry when both know a project. */
import { getDomain, getHostname } from 'tldts';
import { fail, ok, type Result } from '../../result.ts';
import type { OwnProject } from '../keep/reader-data.ts';
import type { Project } from './project.ts';
import { isSector } from './sectors.ts';

/** Characters. What is longer is a sentence, and would break every row that shows it; of all names on record two are. */
const MAX_NAME_LENGTH = 60;
/** Names, sites or repositories of one project: more is a list of several. */
const MAX_LIST_LENGTH = 20;
/** GitHub's own rules: owners of up to 39 letters, digits and single hyphens inside, repositories of up to 100 characters. */
const GITHUB_OWNER = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;
const GITHUB_REPO = /^[\w.-]{1,100}$/;
/** A prefix that no registry id has, so that an update can never take a reader's id. */
const OWN_PREFIX = 'own:';
/** Controls and marks that turn the direction of text: never part of a name. */
const HIDDEN = /[\p{Cc}\p{Cf}]/u;

const trimmed = (list: readonly string[]) => list.map((part) => part.trim()).filter((part) => part !== '');

/** "https://Uniswap.org/x" → "uniswap.org"; a path is kept only under hosts that many share. Undefined if no address. */
export function ownDomain(typed: string): string | undefined {
  const host = getHostname(typed.trim());
  if (!host) return undefined;
  return getDomain(host, { allowPrivateDomains: true })?.toLowerCase();
}

/** "https://github.com/a/b.git", "a/b" or "a" → owner and perhaps name. Undefined if it is neither. */
export function ownRepository(typed: string): { owner: string; name?: string } | undefined {
  const bare = typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, '')
    .replace(/[?#].*$/, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
  const [owner, name] = bare.split('/') as [string, string | undefined];
  if (!GITHUB_OWNER.test(owner)) return undefined;
  if (name === undefined) return { owner };
  return GITHUB_REPO.test(name) && name !== '.' && name !== '..' ? { owner, name } : undefined;
}

/** A project of the registry in the reader's form. Addresses below a path that many share stay with the registry. */
export function draftOf(project: Project): OwnProject {
  const { id, name, aliases, symbol = null, domains, repos, orgs, sectors } = project;
  return {
    id,
    name,
    aliases,
    symbol,
    domains: domains.filter((d) => !d.includes('/')),
    repos,
    orgs,
    sectors,
    updatedAt: 0,
  };
}

/** Lower-case letters and digits of the name; names without any get a number from their letters, always the same. */
export function ownId(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const code = [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) as number)) >>> 0, 7);
  return `${OWN_PREFIX}${slug || code.toString(36)}`;
}

/**
 * Checks what the reader typed and brings it into one form: hosts without scheme and path, repositories as owner/name, bare owners
 * as organisations. Fails with `invalid-input`; `subject` names the field, `detail` the offending part.
 * At least one of domains and repositories must be given: a bare name can't be checked against anything.
 */
export function readOwnProject(typed: OwnProject, now: number): Result<OwnProject, 'invalid-input'> {
  const wrong = (subject: string, detail: string) => fail('invalid-input', now, { subject, detail });
  const badName = (name: string) => name === '' || name.length > MAX_NAME_LENGTH || HIDDEN.test(name);
  const name = typed.name.trim();
  if (badName(name)) return wrong('name', name);
  const aliases = trimmed(typed.aliases);
  const badAlias = aliases.find(badName);
  if (badAlias !== undefined) return wrong('aliases', badAlias);
  const domains = trimmed(typed.domains);
  const badDomain = domains.find((domain) => ownDomain(domain) === undefined);
  if (badDomain !== undefined) return wrong('domains', badDomain);
  const repositories = trimmed([...typed.repos, ...typed.orgs]);
  const badRepo = repositories.find((repo) => ownRepository(repo) === undefined);
  if (badRepo !== undefined) return wrong('repositories', badRepo);
  if (domains.length + repositories.length === 0) return wrong('domains', '');
  if (Math.max(aliases.length, domains.length, repositories.length) > MAX_LIST_LENGTH) return wrong('name', 'too many');
  const symbol = typed.symbol?.trim().replace(/^\$/, '') || null;
  if (symbol && !/^[\p{L}\p{N}.]{1,12}$/u.test(symbol)) return wrong('symbol', symbol);
  return ok({
    ...typed,
    name,
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    symbol,
    domains: [...new Set(domains.map((domain) => ownDomain(domain) as string))],
    ...ownRepositories(repositories),
    sectors: [...new Set(typed.sectors)].filter(isSector),
  });
}

function ownRepositories(typed: string[]): Pick<OwnProject, 'repos' | 'orgs'> {
  const read = typed.map((one) => ownRepository(one) as { owner: string; name?: string });
  return {
    repos: [...new Set(read.flatMap(({ owner, name }) => (name ? [`${owner}/${name}`] : [])))],
    orgs: [...new Set(read.flatMap(({ owner, name }) => (name ? [] : [owner])))],
  };
}

/**
 * One list, the reader's first. A project of the registry with the same id gives way; what the reader left empty
 * (slugs, handle, native names, roadmap) is taken over from it. Domains and repositories that the reader claims are
 * taken from every other project, so that no address has two owners.
 */
export function mergeOwn(registry: Project[], own: Project[]): Project[] {
  const byId = new Map(registry.map((project) => [project.id, project]));
  const merged = own.map((project) => {
    const theirs = byId.get(project.id);
    return theirs ? { ...theirs, ...project, slugs: { ...theirs.slugs, ...project.slugs } } : project;
  });
  const ids = new Set(own.map((project) => project.id));
  const lower = (list: string[]) => list.map((item) => item.toLowerCase());
  const claimed = new Set(merged.flatMap((project) => lower([...project.domains, ...project.repos, ...project.orgs])));
  const free = (list: string[]) => list.filter((item) => !claimed.has(item.toLowerCase()));
  const rest = registry
    .filter((project) => !ids.has(project.id))
    .map((project) => {
      const touched = lower([...project.domains, ...project.repos, ...project.orgs]).some((item) => claimed.has(item));
      if (!touched) return project;
      return { ...project, domains: free(project.domains), repos: free(project.repos), orgs: free(project.orgs) };
    });
  return [...merged, ...rest];
}
