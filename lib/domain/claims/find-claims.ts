/**
 * Finds the claims of a text: a sentence with a subject (project, sector, the whole field), a checkable predicate and a
 * time or a number. Questions, conditions, and numbers that count something else (prices, salaries, fees) make none.
 */
import { type Folded, foldWithMap } from './fold-map.ts';
import { predicateOf } from './predicates.ts';
import { splitSentences } from './sentences.ts';
import { namesField, sectorsIn } from './subjects.ts';
import type { Claim, Concept, Subject, TextMention } from './types.ts';
import { places } from './words/index.ts';

/** A page makes tens of claims, not thousands: more than this is a list or an attack. */
export const MAX_CLAIMS = 200;
/** More subjects than this in one sentence is an enumeration; one claim each would drown the page. */
const MAX_SUBJECTS = 4;

const QUESTION = /[?؟？]|吗[。！]?$|^هل /u;

/** A claim has a time or a number; most sentences have neither and are passed over at once. */
const TIME_OR_NUMBER =
  /[\p{Nd}一二三四五六七八九十半两兩今去上昨]|腰[斩斬]|翻[倍番]|half|doubl|last|next|this|yester|tw[oe]|th[ir]|fo[ur]|fi[vf]|six|sev|eig|nin|ten|ele|نصف|تضاعف|عام|سن|شهر|أسبوع|اسبوع|أمس|ثلاث|أربع|خمس|ست|سبع|ثماني|تسع|عشر/iu;

interface Placed {
  subject: Subject;
  at: number;
}

/** Subjects by place: projects before sectors before the field, since the narrower one is meant. */
function subjectsOf(folded: string, projects: Placed[], crypto: boolean): Placed[] {
  if (projects.length > 0) return projects;
  const sectors = sectorsIn(folded, crypto);
  if (sectors.length > 0) return sectors.map(({ sector, at }) => ({ subject: { kind: 'sector', id: sector }, at }));
  const field = places(folded, 'field')[0];
  return field ? [{ subject: { kind: 'field', id: 'all' }, at: field[0] }] : [];
}

/** Parts of a sentence at commas and words like "while"; [from, to) in folded text. */
function clausesOf(folded: string): [number, number][] {
  const cuts = [...folded.matchAll(/[,;،؛，；:]/gu)].map((m) => m.index + 1);
  for (const [at] of places(folded, 'split')) cuts.push(at);
  const edges = [0, ...cuts.sort((a, b) => a - b), folded.length];
  return edges
    .slice(0, -1)
    .map((from, i) => [from, edges[i + 1] as number] as [number, number])
    .filter(([a, b]) => b > a);
}

type Found = Omit<Claim, 'block' | 'start' | 'end' | 'text'>;

/** One subject: the sentence as a whole. Several: each clause for itself, and the subject before stays where none is named. */
function readSentence(folded: Folded, projects: Placed[], crypto: boolean, at: number): Found[] {
  const all = subjectsOf(folded.text, projects, crypto);
  if (all.length === 0) return [];
  const different = new Set(all.map((p) => p.subject.id));
  if (different.size === 1) {
    const found = predicateOf(folded.text, (all[0] as Placed).subject, at);
    return found ? [found] : [];
  }
  const claims: Found[] = [];
  let standing: Subject[] = [];
  let pending = 0;
  for (const [from, to] of clausesOf(folded.text)) {
    const here = all.filter((p) => p.at >= from && p.at < to).map((p) => p.subject);
    if (here.length > 0) standing = pending > 0 && here.length > 0 ? [...standing, ...here] : here;
    const unique = [...new Map(standing.map((s) => [s.id, s])).values()].slice(0, MAX_SUBJECTS);
    const found = unique
      .map((subject) => predicateOf(folded.text.slice(from, to), subject, at))
      .filter((f) => f !== null);
    // "Lumora, Brink and Tessel launched": an enumeration goes on until a clause says something.
    pending = found.length === 0 && here.length > 0 ? pending + 1 : 0;
    claims.push(...found);
  }
  return claims;
}

function isPlain(folded: string): boolean {
  if (QUESTION.test(folded)) return false;
  const condition = places(folded, 'condition')[0];
  // A condition further on ("... in May, if all goes well") hedges a claim and leaves it one.
  return !condition || condition[0] > 12;
}

/** True where the text names the field as a whole. */
export function speaksOfCrypto(text: string): boolean {
  return namesField(foldWithMap(text).text);
}

/** Claims of one block, in reading order. `mentions` are those of the block; `crypto` and `at` as in `createTextReader`. */
export function claimsOfBlock(
  text: string,
  block: number,
  mentions: readonly TextMention[],
  crypto: boolean,
  at: number,
): Claim[] {
  const claims: Claim[] = [];
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end);
    if (!TIME_OR_NUMBER.test(sentence)) continue;
    const folded = foldWithMap(sentence);
    if (!isPlain(folded.text)) continue;
    const projects: Placed[] = mentions
      .filter((m) => m.start >= start && m.end <= end)
      .map((m) => ({ subject: { kind: 'project', id: m.projectId }, at: placeIn(folded, m.start - start) }));
    for (const found of readSentence(folded, projects, crypto, at)) {
      claims.push({ block, start, end, text: sentence, ...found });
    }
  }
  return claims;
}

/** Index in folded text of a place in the given text, by bisection. */
function placeIn(folded: Folded, given: number): number {
  let low = 0;
  let high = folded.map.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((folded.map[mid] as number) < given) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** A page that shows its text twice (summary, quotation, reprint) makes each claim once. */
export function withoutRepeats(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter((c) => {
    const key = `${c.subject.id} ${c.predicate} ${c.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Sectors that a block names, by first place, with how many of its sentences name them. */
export function conceptsOfBlock(text: string, block: number, crypto: boolean): Concept[] {
  const concepts = new Map<string, Concept>();
  const folded = foldWithMap(text);
  for (const { sector, at, to } of sectorsIn(folded.text, crypto)) {
    const known = concepts.get(sector);
    if (known) known.count += 1;
    else {
      const [start, end] = [folded.map[at] as number, folded.map[to] as number];
      concepts.set(sector, { sector, block, start, end, count: 1 });
    }
  }
  return [...concepts.values()];
}
