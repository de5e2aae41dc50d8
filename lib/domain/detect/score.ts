/** Weighs what speaks for and against a name at one place. The weights are those of the detection rules. */
import { against, isPartOfName, isSentenceStart } from './against.ts';
import type { Candidate } from './candidates.ts';
import type { ContextReader } from './context-reader.ts';
import { CASHTAG, hasWord, strongFacts, Tally } from './facts.ts';
import type { ListKind } from './lists.ts';
import { cryptoLevel, type PageEvidence } from './page-evidence.ts';
import { type Sentence, weightOf, wordsAround } from './sentence.ts';
import type { MatchEvidence } from './types.ts';

// The weights are those of the detection rules, measured over the articles at hand; the thresholds below are set against them.
/** The page links to the project, or is its own: as good as saying which one is meant, so alone enough for any name. */
const LINK = 4;
/** Beside a coined name in one list: enough for a dictionary word (class C), one short for an everyday word (class X). */
const LISTED = 3;
/** The project's own handle is a link to it in other words. */
const HANDLE = LINK;
/** The name acts as a project does. Half of what an everyday word needs: grammar alone proves nothing. */
const SUBJECT = 2;
/** A page that speaks of crypto all the time says no more of one name than a sentence that does: context counts up to here. */
const MAX_CONTEXT = 3;
/** Two other projects make a passage about projects; a third adds nothing. */
const MAX_NEIGHBOURS = 2;
/** Class C, a dictionary word that is mostly a name when it has a capital: one strong fact or a sentence about crypto. */
const NEEDS_C = 3;
/** Class X, an everyday word ("Near", "Base"): one point more than any single weak fact gives. */
const NEEDS_X = 4;

const BEFORE = /(?:^|\s)(?:on|to|via|from|called|using|through|like|and|with)\s$/i;
/** A noun without article that does something is a name. Verbs in -s and -ed look like nouns and adjectives, and people own things, too: on crypto pages only. */
const ACTS = /^\s(?:will|has|had|said|began|became|overtook)\s/;
const MAY_ACT = /^(?:'s|\s(?:CEO|founder|[a-z]{3,}(?:ed|s)))\s/;

export interface Scored {
  score: number;
  strong: boolean;
  accepted: boolean;
  evidence: MatchEvidence[];
}

/** What is known of the place where a candidate stands, beside its own words. */
export interface Place {
  text: string;
  sentence: Sentence;
  reader: ContextReader;
  /** Projects with coined names in its sentence. */
  neighbours: ReadonlySet<string>;
  /** Whether it is an item of a list of names. */
  listed: ListKind | undefined;
}

/** Strong facts of the rest of the page. */
function pageFacts(tally: Tally, { name }: Candidate, page: PageEvidence): void {
  const { projectId, symbol, domains } = name.entry;
  if (page.identity === projectId) tally.add('page-identity', LINK, true);
  else if (page.linked.has(projectId)) tally.add('link', LINK, true, page.linked.get(projectId));
  else if (!tally.strong && page.proven.has(projectId)) tally.add('proven-name', LINK, true, name.entry.phrase);
  if (tally.strong || page.tags.size === 0) return;
  const handle = domains
    ?.find((domain) => domain.startsWith('x.com/'))
    ?.slice(6)
    .toLowerCase();
  if (handle && page.tags.has(`@${handle}`)) tally.add('handle-link', HANDLE, true, `@${handle}`);
  else if (symbol && page.tags.has(`$${symbol}`))
    tally.add('elsewhere-cashtag', CASHTAG, !name.entry.isTerm, `$${symbol}`);
}

function context(
  tally: Tally,
  candidate: Candidate,
  place: Place,
  page: PageEvidence,
  isPart: boolean,
  level: number,
): number {
  const { name, start, end } = candidate;
  const { text, sentence, reader, neighbours, listed } = place;
  const { projectId, symbol, isTerm } = name.entry;
  if (symbol && symbol.length >= 3 && !name.phrase.endsWith(symbol)) {
    if (hasWord(text, symbol, sentence)) tally.add('symbol', 1, false, symbol);
    else if (page.tags.has(symbol)) tally.add('elsewhere-symbol', 1, false, symbol);
  }
  if (BEFORE.test(text.slice(Math.max(0, start - 12), start))) tally.add('preposition', 1);
  const points = Math.min(weightOf(wordsAround(text, sentence, start, end, reader).values()), MAX_CONTEXT);
  if (points > 0) tally.add('context', points);
  const others = neighbours.size - (neighbours.has(projectId) ? 1 : 0);
  if (others > 0) tally.add('neighbours', Math.min(others, MAX_NEIGHBOURS));
  if (level > 0) tally.add('crypto-page', level);
  const after = text.slice(end, end + 24);
  if (points > 0 && (ACTS.test(after) || (level > 0 && MAY_ACT.test(after)))) tally.add('subject', SUBJECT);
  // "Neon Foundation and Aave": what is listed there is the longer name.
  if (!listed || isPart) return points;
  if (listed === 'firm') tally.add('neighbours-listed', LISTED, !isTerm);
  else if (level > 0) tally.add('neighbours-listed', LISTED - 1, level > 1 && !isTerm);
  return points;
}

/** Around an idea whose name is an everyday word (意图, "intention"): a list, quotation marks, or what makes a kind of it. */
const TERM_BEFORE = /[、“「"《(（]/;
const TERM_AFTER = /^(?:[、”」"》)）]|[类類型等]|叙事|概念)/;

function scoreSector({ name, start, end }: Candidate, { text, sentence, reader }: Place, page: PageEvidence): Scored {
  const points = weightOf(wordsAround(text, sentence, start, end, reader).values());
  const isPlain = name.entry.nameClass === 'U';
  const isCrypto = page.sure > 0 || page.coined.size >= 2;
  const isTerm =
    name.entry.nameClass !== 'X' ||
    TERM_BEFORE.test(text[start - 1] ?? '') ||
    TERM_AFTER.test(text.slice(end, end + 2));
  const isSure = isPlain ? page.context >= 2 : points >= 2 || page.context >= 6 || page.coined.size >= 2;
  return {
    score: isPlain ? 3 : 1 + Math.min(points, 3),
    strong: false,
    accepted: isCrypto && isSure && isTerm,
    evidence: [{ rule: 'sector', points: 1 }],
  };
}

/**
 * Scores one candidate. U is accepted as it stands, with other capitals on a page about crypto; C from 3 points; X from 4
 * with a strong fact, or with two points of context when it does not begin a sentence. On a page about little else, X in
 * the midst of a sentence needs three.
 */
export function scoreCandidate(candidate: Candidate, place: Place, page: PageEvidence): Scored {
  const { name } = candidate;
  if (name.isSector) return scoreSector(candidate, place, page);
  const tally = new Tally();
  // A coined name needs no points; that it is one is the reason.
  if (name.entry.nameClass === 'U') tally.evidence.push({ rule: 'coined-name', points: NEEDS_C });
  const level = cryptoLevel(page);
  const isWithin = isPartOfName(candidate, place.text, place.sentence);
  const isPart = isWithin && name.entry.nameClass === 'X';
  const defines = strongFacts(tally, candidate, place, isPart, level > 0);
  pageFacts(tally, candidate, page);
  const points = context(tally, candidate, place, page, isPart, level);
  against(tally, candidate, place, isPart, defines, level);
  return {
    score: tally.score,
    strong: tally.strong,
    accepted: isAccepted(candidate, tally, place, points, level, isWithin),
    evidence: tally.evidence,
  };
}

function isAccepted(
  { name, start, isVariant }: Candidate,
  tally: Tally,
  { text, sentence }: Place,
  points: number,
  level: number,
  isWithin: boolean,
): boolean {
  const { nameClass } = name.entry;
  const easier = sentence.isNonLatin ? 1 : 0;
  const has = (rule: string) => tally.evidence.some((fact) => fact.rule === rule);
  const isBarred = has('anti-next') || has('anti-prev');
  // Words beside an Arabic name are those of a namesake, and nothing outweighs them.
  if (isBarred && (name.script === 'arabic' || (!tally.strong && (nameClass !== 'X' || has('anti-next')))))
    return false;
  if (nameClass === 'U') return tally.strong || !isVariant || level > 0 || tally.score >= NEEDS_C - easier;
  // "$SHELL" is a variable wherever little speaks of crypto.
  if (name.phrase.startsWith('$') && points < 2 && level === 0) return false;
  if (nameClass === 'C') return tally.score >= NEEDS_C - (level > 1 || (level > 0 && !isWithin) ? 1 : easier);
  if (tally.strong && tally.score >= NEEDS_X - easier) return true;
  // One word of another name, whatever else is said around it.
  if (isWithin || name.entry.isTerm) return false;
  const isMidst =
    sentence.isNonLatin || (!sentence.isTitle && (has('subject') || !isSentenceStart(text, sentence, start)));
  if (!isMidst) return false;
  return (points >= 2 && tally.score >= NEEDS_X - easier) || (level > 1 && tally.score >= NEEDS_X - 1 - easier);
}
