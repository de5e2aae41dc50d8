/** The names of all projects together: whose they are, what class they have, and what two projects share. */
import { foldName } from '../../domain/registry/fold.ts';
import type { NameClass, PhraseRule } from '../../domain/registry/project.ts';
import { classify, isPlain } from './classify.ts';
import { aliasFault, cleanName, isExtension, QUALIFIER, shortForm } from './clean-names.ts';
import { ANTI } from './hand/anti.ts';
import { HOMONYMS } from './hand/homonyms.ts';
import { ALIASES, CLASSES, NAMES, NO_ALIASES } from './hand/names.ts';
import { TERMS } from './hand/terms.ts';
import type { Ambiguity, AmbiguousName, SourceRow } from './source-row.ts';

export interface RowNames {
  name: string;
  aliases: string[];
  nameClass: NameClass;
  rules: PhraseRule[];
}
/** What was taken away: the row, the phrase, the reason. */
export type Removed = { id: string; what: string; reason: string };

const RANK: Record<NameClass, number> = { U: 0, C: 1, X: 2 };

/** An address that is the name and what it is. */
const FULL_NAME = /^([a-z]+)\.(finance|network|exchange|foundation|markets|money)$/;

/** "Tornado Cash" is "TornadoCash" where a text parts no words; of little-known projects that would be one more key for each page to hold. */
const TWO_WORDS = /^[A-Z]\w+ [A-Z]\w*$/;
const LISTS_FOR_JOINED = 5;

/** Names of two words as one, where that is no name yet in any capitals. */
function joinedOf(names: string[]): string[] {
  const there = new Set(names.map((name) => name.toLowerCase()));
  const joined = names.filter((name) => TWO_WORDS.test(name) && !QUALIFIER.test(name.split(' ')[1] as string));
  return joined.map((name) => name.replace(' ', '')).filter((name) => !there.has(name.toLowerCase()));
}

/** Name and aliases of one row before the other rows are looked at. Aliases that the hand lists name come last. */
function ownNames(row: SourceRow, table: AmbiguousName[], words: ReadonlySet<string>, removed: Removed[]) {
  const name = NAMES[row.id] ?? cleanName(row.name);
  const folds = new Set([foldName(name)]);
  const aliases: string[] = [];
  const byTable = table.map((entry) => entry.name);
  const trusted = [...byTable, ...(ALIASES[row.id] ?? [])];
  const take = (alias: string, fault: string | undefined) => {
    if (alias === name) return;
    if (fault) removed.push({ id: row.id, what: alias, reason: fault });
    else if (!folds.has(foldName(alias)) || (trusted.includes(alias) && !aliases.includes(alias))) {
      folds.add(foldName(alias));
      aliases.push(alias);
    }
  };
  for (const alias of trusted) take(alias, undefined);
  for (const raw of row.aliases) {
    const alias = cleanName(raw);
    const plain = !alias.includes(' ') && isPlain(alias, words) && !name.startsWith(`${alias} `);
    const fault =
      aliasFault(raw, name, row) ??
      (NO_ALIASES[row.id]?.includes(alias) ? 'no name of this project' : undefined) ??
      (isExtension(alias, name) ? 'a part or a child' : undefined) ??
      (plain ? 'a dictionary word that is not the name' : undefined);
    if (!trusted.includes(alias)) take(alias, fault);
  }
  // "marinade.finance": who has such an address is called so in full.
  const ending = row.domains.map((domain) => FULL_NAME.exec(domain)).find((match) => match?.[1] === name.toLowerCase());
  if (ending) take(`${name} ${(ending[2] as string).replace(/^./, (letter) => letter.toUpperCase())}`, undefined);
  const short = shortForm(name);
  const isTheirs = short && !NO_ALIASES[row.id]?.includes(short);
  if (isTheirs && !isPlain(short, words) && short.length > 4) take(short, undefined);
  if (row.sources.length >= LISTS_FOR_JOINED) aliases.push(...joinedOf([name, ...aliases]));
  return { name, aliases };
}

/** True where the name itself, or the name with a qualifier, is what a project is first called. */
function holder(ids: string[], rows: Map<string, RowNames>, fold: string): string[] {
  return ids.filter((id) => foldName((rows.get(id) as RowNames).name) === fold);
}

/**
 * Settles the phrases that several projects have: a project's name beats another's alias; names that two share are
 * classed X for both; aliases that two share go. Changes `rows`.
 */
function settleShared(rows: Map<string, RowNames>, removed: Removed[]): Map<string, Set<string>> {
  const byFold = new Map<string, Set<string>>();
  for (const [id, { name, aliases }] of rows) {
    for (const phrase of [name, ...aliases]) {
      const fold = foldName(phrase);
      byFold.set(fold, (byFold.get(fold) ?? new Set()).add(id));
    }
  }
  const shared = new Map([...byFold].filter(([, ids]) => ids.size > 1));
  for (const [fold, ids] of shared) {
    const named = holder([...ids], rows, fold);
    for (const id of ids) {
      if (named.includes(id)) continue;
      const row = rows.get(id) as RowNames;
      const gone = row.aliases.filter((alias) => foldName(alias) === fold);
      row.aliases = row.aliases.filter((alias) => foldName(alias) !== fold);
      const other = [...ids].find((otherId) => otherId !== id);
      for (const what of gone) removed.push({ id, what, reason: `a name of ${named[0] ?? other}` });
    }
  }
  return shared;
}

/** In some rows of the table three columns ran together: what follows, what precedes, and the own qualifiers. */
const RUN_TOGETHER = /^(.*\))\|(\(\?:(?:(?!\(\?:).)*\))\|([^()|]+)$/;

function apart(entry: AmbiguousName): Pick<AmbiguousName, 'anti_next' | 'anti_prev' | 'own_qualifiers'> {
  const columns = RUN_TOGETHER.exec(entry.anti_next ?? '');
  if (!columns) return entry;
  const [, next = null, previous = null, own = ''] = columns;
  return { anti_next: next, anti_prev: previous, own_qualifiers: own.split(',') };
}

/** A pattern that the engine refuses is not used. */
function usable(pattern: string | null): pattern is string {
  if (pattern === null) return false;
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

const either = (...patterns: (string | null | undefined)[]) =>
  patterns
    .filter((pattern) => usable(pattern ?? null))
    .map((pattern, _, all) => (all.length > 1 ? `(?:${pattern})` : pattern))
    .join('|');

/** "layer" as "[Ll]ayer": a headline writes the word after the name with a capital. */
const orCapital = (source: string): string =>
  source.replace(
    /(^|\(\?:|\|)([a-z])(?=[a-z])/g,
    (_, before: string, letter: string) => `${before}[${letter.toUpperCase()}${letter}]`,
  );

function ruleOf(phrase: string, nameClass: NameClass, entry: AmbiguousName | undefined): PhraseRule {
  // A word in small letters is the word itself.
  const isTerm = nameClass === 'X' && (TERMS.has(phrase) || /^[a-z]/.test(phrase));
  const { anti_next, anti_prev, own_qualifiers: ownQualifiers = [] } = entry ? apart(entry) : {};
  const antiNext = orCapital(either(anti_next, ANTI[phrase]?.next));
  const antiPrev = either(anti_prev, ANTI[phrase]?.prev);
  return {
    phrase,
    nameClass,
    ...(isTerm ? { isTerm } : {}),
    ...(antiNext ? { antiNext } : {}),
    ...(antiPrev ? { antiPrev } : {}),
    ...(ownQualifiers.length > 0 ? { ownQualifiers } : {}),
  };
}

/** Fills classes and rules of one row. A short form is never trusted more than its long one. */
function classifyRow(
  id: string,
  names: RowNames,
  row: SourceRow,
  table: AmbiguousName[],
  words: ReadonlySet<string>,
  isShared: (phrase: string) => boolean,
): void {
  const classOf = (phrase: string): NameClass => {
    if (isShared(phrase)) return 'X';
    const byHand = CLASSES[id]?.[phrase] ?? HOMONYMS.get(phrase) ?? table.find((entry) => entry.name === phrase)?.cls;
    if (byHand) return byHand;
    const byRule = classify(phrase, words, row.sources.length);
    const isShort = phrase !== names.name && names.name.startsWith(`${phrase} `);
    return isShort && RANK[byRule] < RANK.C ? 'C' : byRule;
  };
  names.nameClass = classOf(names.name);
  for (const phrase of [names.name, ...names.aliases]) {
    const entry = table.find((candidate) => candidate.name === phrase);
    const nameClass = classOf(phrase);
    const rule = ruleOf(phrase, nameClass, entry);
    if (nameClass !== names.nameClass || Object.keys(rule).length > 2) names.rules.push(rule);
  }
}

/** Names, aliases, classes and rules of every row by id, and what was removed. */
export function settleNames(
  rows: SourceRow[],
  ambiguity: Ambiguity,
  words: ReadonlySet<string>,
): { names: Map<string, RowNames>; removed: Removed[] } {
  const removed: Removed[] = [];
  const tableOf = (id: string) => ambiguity.names.filter((entry) => entry.id === id);
  const names = new Map<string, RowNames>();
  for (const row of rows) {
    const own = ownNames(row, tableOf(row.id), words, removed);
    names.set(row.id, { ...own, nameClass: 'U', rules: [] });
  }
  const shared = settleShared(names, removed);
  const isShared = (phrase: string) => {
    const ids = shared.get(foldName(phrase));
    return ids !== undefined && holder([...ids], names, foldName(phrase)).length > 1;
  };
  for (const row of rows) {
    classifyRow(row.id, names.get(row.id) as RowNames, row, tableOf(row.id), words, isShared);
  }
  return { names, removed };
}
