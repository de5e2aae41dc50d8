/** What a careful editor would reject (faults) and what a person should look at (doubts). */
import { foldName } from '../../domain/registry/fold.ts';
import { phrasesOf } from '../../domain/registry/phrases.ts';
import type { Project } from '../../domain/registry/project.ts';
import { isSector } from '../../domain/registry/sectors.ts';
import { ADDRESS, isPlain } from './classify.ts';
import { type Finding, lintAddresses } from './lint-addresses.ts';
import { claims } from './unique.ts';

const PART = /\b(?:token|bridge|bridged|wrapped|testnet|devnet|website|github|faucet|explorer)s?$/i;
/** Shorter names are abbreviations of many things. */
const MIN_COINED = 3;
/** A name of more words is likely the title of a grant. */
const MAX_WORDS = 5;

/** Words that the dictionary has because of the project. */
const OWN_WORDS = new Set(['Bitcoin']);

/** A regular expression that the engine refuses would fail in every reader's page. */
function isRegex(source: string | undefined): boolean {
  if (source === undefined) return true;
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function lintNames(project: Project, words: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  const add = (rule: string, what: string, level: Finding['level'] = 'fault') =>
    found.push({ level, id: project.id, rule, what });
  for (const phrase of phrasesOf(project)) {
    const text = phrase.phrase;
    const coined = phrase.nameClass === 'U';
    if (!phrase.lang && coined && text.length < MIN_COINED) add('a name of one or two letters is classed U', text);
    if (
      !phrase.lang &&
      coined &&
      !OWN_WORDS.has(text) &&
      /^[\p{L}\p{N}.'-]+$/u.test(text) &&
      !ADDRESS.test(text) &&
      isPlain(text, words)
    )
      add('a dictionary word is classed U', text);
    if (!phrase.lang && text !== project.name && PART.test(text)) add('an alias names a part', text);
    if (!isRegex(phrase.antiNext) || !isRegex(phrase.antiPrev)) add('a rule is no regular expression', text);
    if (text !== text.trim() || /\p{Cc}|\u202e|\u2066/u.test(text)) add('a name holds stray marks', text);
  }
  const latin = [project.name, ...project.aliases].filter((name) => {
    const others = project.rules?.some((rule) => rule.phrase === name);
    return !others;
  });
  // Blanks and dots make another spelling that a text may have; capitals alone do not.
  const folds = latin.map((phrase) => phrase.toLowerCase());
  if (new Set(folds).size < folds.length) add('aliases differ in capitals alone', latin.join(' | '));
  if (project.name.split(' ').length > MAX_WORDS) add('the name reads like a title', project.name, 'doubt');
  if (/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(project.name)) add('the name reads like a slug', project.name, 'doubt');
  return found;
}

function lintSectors(project: Project): Finding[] {
  const strange = project.sectors.filter((sector) => !isSector(sector));
  const faults = strange.map(
    (what): Finding => ({ level: 'fault', id: project.id, rule: 'no sector of the list', what }),
  );
  const isPinned = project.repos.length > 0 && project.sources.includes('roadmark');
  if (isPinned && project.sectors.length === 0) {
    faults.push({ level: 'fault', id: project.id, rule: 'a pinned project without a sector', what: project.name });
  }
  return faults;
}

/** What one project may not share with another. */
function lintTogether(projects: Project[]): Finding[] {
  const found: Finding[] = [];
  const twice = (rule: string, keysOf: (project: Project) => string[]) => {
    const pairs = projects.flatMap((project) => keysOf(project).map((key): [string, string] => [key, project.id]));
    for (const [what, ids] of claims(pairs)) {
      if (ids.length > 1) found.push({ level: 'fault', id: ids.join(' '), rule, what });
    }
  };
  twice('two projects claim one domain', (project) => project.domains);
  twice('two projects claim one organisation', (project) => project.orgs);
  twice('two projects claim one handle', (project) => (project.x ? [project.x] : []));
  const names = new Map(projects.map((project) => [foldName(project.name), project.id]));
  for (const project of projects) {
    for (const alias of project.aliases) {
      const other = names.get(foldName(alias));
      if (other && other !== project.id) {
        found.push({ level: 'fault', id: project.id, rule: `the alias is the name of ${other}`, what: alias });
      }
    }
  }
  const trusted = claims(
    projects.flatMap((project) =>
      phrasesOf(project).flatMap((phrase): [string, string][] =>
        phrase.nameClass === 'X' ? [] : [[phrase.phrase, project.id]],
      ),
    ),
  );
  for (const [what, ids] of trusted) {
    if (ids.length > 1) found.push({ level: 'fault', id: ids.join(' '), rule: 'a shared name is not classed X', what });
  }
  return found;
}

/** Every finding, faults first, then by project and rule. */
export function lintRegistry(projects: Project[], words: ReadonlySet<string>): Finding[] {
  const found = [
    ...projects.flatMap((project) => [
      ...lintNames(project, words),
      ...lintAddresses(project),
      ...lintSectors(project),
    ]),
    ...lintTogether(projects),
  ];
  const key = (finding: Finding) =>
    `${finding.level === 'fault' ? 0 : 1} ${finding.id} ${finding.rule} ${finding.what}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
