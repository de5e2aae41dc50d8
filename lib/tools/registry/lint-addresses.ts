/** Of the addresses on record: what a careful editor would reject (faults) and what a person should look at (doubts). */
import type { Project } from '../../domain/registry/project.ts';
import { gitHubPlace } from '../../domain/roadmap/candidates.ts';
import { isSharedHost } from './domains.ts';
import { ROADMAPS_ELSEWHERE } from './hand/roadmaps.ts';

export interface Finding {
  level: 'fault' | 'doubt';
  id: string;
  rule: string;
  what: string;
}

const ORG = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;
const REPO = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}\/[\w.-]{1,100}$/i;
/** More pins than this are not read without a token. */
const MAX_PINS = 3;
/** So many letters in common make an address and a name look like one another. */
const LIKE = 4;

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** True where the address begins like a name, an owner or the handle of the project, or the other way round. */
function isLikeItsNames(project: Project, host: string): boolean {
  const label = letters(host.split('.').at(-2) ?? '');
  const names = [project.name, ...project.aliases, ...project.orgs, project.x ?? '', project.symbol ?? ''].map(letters);
  return names.some(
    (name) => name !== '' && (label.includes(name.slice(0, LIKE)) || name.includes(label.slice(0, LIKE))),
  );
}

/** The reader follows a file, a folder or a whole repository, on GitHub and under an owner that is the project's. */
function lintRoadmap(project: Project, roadmap: string): Finding[] {
  const fault = (rule: string): Finding[] => [{ level: 'fault', id: project.id, rule, what: roadmap }];
  const place = gitHubPlace(roadmap);
  if (!place) return fault('a roadmap that the reader can not follow');
  const owner = (place.repo.split('/')[0] as string).toLowerCase();
  const owners = [...project.orgs, ...project.repos.map((repo) => repo.split('/')[0] as string)];
  const atHome = owners.some((own) => own.toLowerCase() === owner) || ROADMAPS_ELSEWHERE[project.id];
  return atHome ? [] : fault('a roadmap outside the owners on record');
}

/** Findings about domains, organisations, repositories and the roadmap of one project. */
export function lintAddresses(project: Project): Finding[] {
  const found: Finding[] = [];
  const add = (rule: string, what: string, level: Finding['level'] = 'fault') =>
    found.push({ level, id: project.id, rule, what });
  for (const domain of project.domains) {
    const [host, path] = domain.split('/') as [string, string | undefined];
    if (domain !== domain.toLowerCase() || !/^[a-z0-9.-]+\.[a-z0-9-]{2,}$/.test(host)) add('no domain', domain);
    const bareShared = isSharedHost(host) && !isSharedHost(host.split('.').slice(1).join('.'));
    if (bareShared && !path) add('a shared host without a path', domain);
    if (!path && !isLikeItsNames(project, host)) add('an address like none of its names', domain, 'doubt');
  }
  for (const repo of project.repos) if (!REPO.test(repo)) add('no repository name', repo);
  for (const org of project.orgs) if (!ORG.test(org)) add('no organisation name', org);
  if (project.repos.length > MAX_PINS) add('too many pinned repositories', project.repos.join(' '));
  for (const repo of project.repos) {
    const owner = (repo.split('/')[0] as string).toLowerCase();
    const atHome = project.orgs.some((org) => org.toLowerCase() === owner);
    if (!atHome && project.orgs.length > 0) add('a pin outside the organisations on record', repo, 'doubt');
  }
  if (project.roadmap) found.push(...lintRoadmap(project, project.roadmap));
  if (project.domains.length === 0) add('no domain on record', project.name, 'doubt');
  if (project.repos.length + project.orgs.length === 0) add('no code on record', project.name, 'doubt');
  return found;
}
