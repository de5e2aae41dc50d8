/** The names that a page may hold, compiled for matching: by head, longest first. */
import { isArabic, isIdeograph } from './chars.ts';
import { normalise } from './normalise.ts';
import { isSectorId } from './sectors.ts';
import type { NameEntry } from './types.ts';

export interface CompiledName {
  entry: NameEntry;
  /** Normalised; in small letters for sectors. */
  phrase: string;
  isSector: boolean;
  script: 'latin' | 'arabic' | 'ideograph';
  antiNext?: RegExp;
  antiPrev?: RegExp;
  /** Words that make the name this project when they follow. */
  qualifiers?: RegExp;
}

/** Registry sources longer than this are no rule that an editor wrote. */
const MAX_SOURCE = 600;
/** A group that repeats and holds a repetition may take exponential time: such a rule is not used. */
const NESTED_REPETITION = /\([^()]*[+*{][^()]*\)[+*{]|\)[+*]/;

function compile(source: string | undefined, before: string, after: string): RegExp | undefined {
  if (!source || source.length > MAX_SOURCE || NESTED_REPETITION.test(source)) return undefined;
  try {
    return new RegExp(`${before}(?:${source})${after}`);
  } catch {
    return undefined;
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function scriptOf(phrase: string): CompiledName['script'] {
  const c = phrase.charCodeAt(0);
  return isArabic(c) ? 'arabic' : isIdeograph(c) ? 'ideograph' : 'latin';
}

function compileName(entry: NameEntry): CompiledName | undefined {
  const isSector = isSectorId(entry.projectId);
  const plain = normalise(entry.phrase).text.trim();
  const phrase = isSector ? plain.toLowerCase() : plain;
  if (phrase.length < 2) return undefined;
  const qualifiers = entry.ownQualifiers?.length ? entry.ownQualifiers.map(escaped).join('|') : undefined;
  const antiNext = compile(entry.antiNext, '^[\\s-]?', '(?:e?s)?(?![a-z])');
  const antiPrev = compile(entry.antiPrev, '(?<![A-Za-z])', '[\\s-]$');
  return {
    entry,
    phrase,
    isSector,
    script: scriptOf(phrase),
    ...(antiNext ? { antiNext } : {}),
    ...(antiPrev ? { antiPrev } : {}),
    ...(qualifiers ? { qualifiers: new RegExp(`^[\\s-](?:${qualifiers})(?![A-Za-z])`, 'i') } : {}),
  };
}

/** Heads are the first two characters: enough to leave few candidates, and no phrase is shorter. */
export type NameIndex = Map<string, CompiledName[]>;

const headOf = (text: string, at: number) => text.slice(at, at + 2);

export function compileNames(entries: readonly NameEntry[]): NameIndex {
  const index: NameIndex = new Map();
  for (const entry of entries) {
    const name = compileName(entry);
    if (!name) continue;
    const head = headOf(name.phrase, 0);
    const there = index.get(head);
    if (there) there.push(name);
    else index.set(head, [name]);
  }
  for (const names of index.values()) names.sort((a, b) => b.phrase.length - a.phrase.length);
  return index;
}

/** Names that stand at `at`, longest first; boundaries are not looked at. `lower` is `text` in small letters. */
export function namesAt(index: NameIndex, text: string, lower: string, at: number): CompiledName[] {
  const exact = index.get(headOf(text, at))?.filter((name) => !name.isSector && text.startsWith(name.phrase, at)) ?? [];
  const sectors =
    index.get(headOf(lower, at))?.filter((name) => name.isSector && lower.startsWith(name.phrase, at)) ?? [];
  if (sectors.length === 0) return exact;
  return [...exact, ...sectors].sort((a, b) => b.phrase.length - a.phrase.length);
}
