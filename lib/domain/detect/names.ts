/** The names that a page may hold, compiled for matching: by head, longest first. */
import { isArabic, isIdeograph } from './chars.ts';
import type { ContextReader } from './context-reader.ts';
import { normalise } from './normalise.ts';
import { isSectorId } from './sectors.ts';
import type { NameEntry } from './types.ts';

export interface CompiledName {
  entry: NameEntry;
  /** Normalised; in small letters for sectors. */
  phrase: string;
  /** In small letters. */
  lower: string;
  isSector: boolean;
  script: 'latin' | 'arabic' | 'ideograph';
  /** Sticky; what it matches is the name with its ending. Made where the page has the name's head: hundreds of them would be a long task. */
  bounds?: RegExp;
  antiNext?: RegExp;
  antiPrev?: RegExp;
  /** Words that make the name this project when they follow. */
  qualifiers?: RegExp;
}

/** The background has dropped rules that no engine should run; see rules.ts. */
const compile = (source: string | undefined, before: string, after: string, flags?: string) =>
  source ? new RegExp(`${before}(?:${source})${after}`, flags) : undefined;

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
  const antiPrev = compile(entry.antiPrev, '(?<![A-Za-z]|[\\u0621-\\u064a]{2})', '[\\s-](?:\\u0627\\u0644)?$', 'i');
  return {
    entry,
    phrase,
    lower: toLower(phrase),
    isSector,
    script: scriptOf(phrase),
    ...(antiNext ? { antiNext } : {}),
    ...(antiPrev ? { antiPrev } : {}),
    ...(qualifiers ? { qualifiers: new RegExp(`^[\\s-](?:${qualifiers})(?![A-Za-z])`, 'i') } : {}),
  };
}

/** Heads are the first two characters in small letters: enough to leave few candidates, and no phrase is shorter. */
export interface NameIndex {
  heads: Map<string, CompiledName[]>;
  /** The context words of the page's languages. */
  words: ContextReader;
}

const headOf = (text: string, at: number) => text.slice(at, at + 2);

/** Small letters of the Latin and the Russian alphabet only, so that offsets stay what they are. */
export function toLower(text: string): string {
  return text.replace(/[A-ZА-Я]/g, (letter) => letter.toLowerCase());
}

const KIND = /^(\S{3,}) (?:(Protocol)|Network)$/;

/** "Solv Protocol" as Arabic has it: "بروتوكول Solv". Undefined for names of another kind. */
function arabicOrder(entry: NameEntry): NameEntry | undefined {
  const [, word, protocol] = KIND.exec(entry.phrase) ?? [];
  return word ? { ...entry, phrase: `${protocol ? 'بروتوكول' : 'شبكة'} ${word}`, nameClass: 'U' } : undefined;
}

export function compileNames(entries: readonly NameEntry[], words: ContextReader): NameIndex {
  const index = new Map<string, CompiledName[]>();
  for (const entry of entries.flatMap((each) => [each, arabicOrder(each)])) {
    const name = entry && compileName(entry);
    if (!name) continue;
    const head = headOf(name.lower, 0);
    const there = index.get(head);
    if (there) there.push(name);
    else index.set(head, [name]);
  }
  for (const names of index.values()) names.sort((a, b) => b.phrase.length - a.phrase.length);
  return { heads: index, words };
}

/** Shorter coined names in other capitals are abbreviations of something else. */
const MIN_ANY_CASE = 4;

/** "Eigenlayer", "UNISWAP": a coined name that is written with other capitals, but with one at its head or within, or with a digit ("l2beat"). */
function isVariant({ entry, phrase, script }: CompiledName, text: string, at: number): boolean {
  return (
    entry.nameClass === 'U' &&
    script === 'latin' &&
    phrase.length >= MIN_ANY_CASE &&
    /[A-Z\d]/.test(text.slice(at, at + phrase.length))
  );
}

export interface NameAt {
  name: CompiledName;
  /** The name stands there in other capitals than on record. */
  isVariant: boolean;
  end: number;
}

/**
 * Names that stand at `at`, longest first; boundaries are looked at only where the background has sent a pattern for them. `lower` is `text` in small
 * letters.
 */
export function namesAt(index: NameIndex, text: string, lower: string, at: number): NameAt[] {
  const found: NameAt[] = [];
  for (const name of index.heads.get(headOf(lower, at)) ?? []) {
    const end = at + name.phrase.length;
    if (name.entry.bounds) {
      name.bounds ??= new RegExp(name.entry.bounds, 'uy');
      const { bounds } = name;
      bounds.lastIndex = at;
      if (bounds.test(text)) found.push({ name, isVariant: false, end: bounds.lastIndex });
      continue;
    }
    if (!lower.startsWith(name.lower, at)) continue;
    if (name.isSector || text.startsWith(name.phrase, at)) found.push({ name, isVariant: false, end });
    // "zkSync", "StarkNet": who writes a capital within a word writes a name.
    else if (isVariant(name, text, at)) found.push({ name, isVariant: !/[a-z][A-Z]/.test(text.slice(at, end)), end });
  }
  return found;
}
