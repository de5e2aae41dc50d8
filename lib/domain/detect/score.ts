/** Weighs what speaks for and against a name at one place. The weights are those of the detection rules. */
import { against, isPartOfName, isSentenceStart } from './against.ts';
import type { Candidate } from './candidates.ts';
import type { ContextReader } from './context-reader.ts';
import { AFTER, BEFORE, CASHTAG, hasWord, strongFacts, Tally } from './facts.ts';
import type { Listed } from './lists.ts';
import { cryptoLevel, type PageEvidence } from './page-evidence.ts';
import { type Sentence, weightOf, wordsAround } from './sentence.ts';
import type { MatchEvidence, MatchRule } from './types.ts';

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

/** A noun without article that does something is a name. Verbs in -s and -ed look like nouns and adjectives, and people own things, too: on crypto pages only. */
const ACTS = /^\s(?:will|has|had|said|began|became|overtook)\s/;
const MAY_ACT = /^(?:'s|\s(?:CEO|founder|[a-z]{3,}(?:ed|s)))\s/;

export interface Scored {
  score: number;
  strong: boolean;
  accepted: boolean;
  /** Points that were needed; 0 where the name alone is enough, or it is not accepted. */
  needs: number;
  evidence: MatchEvidence[];
}

/** What is known of the place where a candidate stands, beside its own words. */
export interface Place {
  text: string;
  sentence: Sentence;
  reader: ContextReader;
  /** Projects with coined names in its sentence, and those names. */
  neighbours: ReadonlyMap<string, string>;
  /** The item beside it in a list of names. */
  listed: Listed | undefined;
}

/** Strong facts of the rest of the page. */
function pageFacts(tally: Tally, { name }: Candidate, page: PageEvidence): void {
  const { projectId, symbol, domains } = name.entry;
  const proof = page.proven.get(projectId);
  if (page.identity === projectId) tally.add('page-identity', LINK, true, page.identityBy);
  else if (page.linked.has(projectId)) tally.add('link', LINK, true, page.linked.get(projectId));
  else if (!tally.strong && proof) tally.add(proof.rule, LINK, true, proof.what);
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
  const around = BEFORE.exec(text.slice(Math.max(0, start - 12), start)) ?? AFTER.exec(text.slice(end, end + 2));
  if (around) tally.add('preposition', 1, false, around[0]);
  const points = Math.min(weightOf(wordsAround(text, sentence, start, end, reader).values()), MAX_CONTEXT);
  if (points > 0) tally.add('context', points, false, text.slice(sentence.start, sentence.end));
  const others = [...neighbours].flatMap(([id, phrase]) => (id === projectId ? [] : phrase)).slice(0, MAX_NEIGHBOURS);
  if (others.length > 0) tally.add('neighbours', others.length, false, others.join(' · '));
  if (level > 0) tally.add('crypto-page', level, false, `${page.coined.size} + ${page.sure}`);
  const after = text.slice(end, end + 24);
  const act = points > 0 && (ACTS.exec(after) ?? (level > 0 && MAY_ACT.exec(after)));
  if (act) tally.add('subject', SUBJECT, false, act[0]);
  // "Neon Foundation and Aave": what is listed there is the longer name.
  if (!listed || isPart) return points;
  const { kind, beside } = listed;
  if (kind === 'firm') tally.add('neighbours-listed', LISTED, !isTerm, beside);
  else if (level > 0) tally.add('neighbours-listed', LISTED - 1, level > 1 && !isTerm, beside);
  return points;
}

/** Around an idea whose name is an everyday word (意图, "intention"): a list, a quotation that begins with it, or what makes a kind of it. */
const TERM_BEFORE = /[、“「"《(（]/;
const TERM_AFTER = /^(?:[、类類型等]|叙事|概念)/;

function scoreSector({ name, start, end }: Candidate, { text, sentence, reader }: Place, page: PageEvidence): Scored {
  const points = weightOf(wordsAround(text, sentence, start, end, reader).values());
  const isPlain = name.entry.nameClass === 'U';
  const isCrypto = page.sure > 0 || page.coined.size >= 2;
  const isTerm =
    name.entry.nameClass !== 'X' ||
    TERM_BEFORE.test(text[start - 1] ?? '') ||
    TERM_AFTER.test(text.slice(end, end + 2));
  // One word of crypto in a digest of news about models, whose tokens are others, makes no page about crypto.
  const isAbout = page.coined.size >= 2 || page.context >= (page.sure > 1 ? 6 : 8);
  const isSure = isPlain ? page.context >= 2 : points >= 2 || isAbout;
  return {
    score: isPlain ? 3 : 1 + Math.min(points, 3),
    strong: false,
    accepted: isCrypto && isSure && isTerm,
    needs: 0,
    evidence: [{ rule: 'sector', points: 1, what: name.entry.phrase }],
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
  if (name.entry.nameClass === 'U')
    tally.evidence.push({ rule: 'coined-name', points: NEEDS_C, what: name.entry.phrase });
  const level = cryptoLevel(page);
  const isWithin = isPartOfName(candidate, place.text, place.sentence);
  const isPart = isWithin && name.entry.nameClass === 'X';
  const defines = strongFacts(tally, candidate, place, isPart, level > 0);
  pageFacts(tally, candidate, page);
  const points = context(tally, candidate, place, page, isPart, level);
  against(tally, candidate, place, isPart, defines, level);
  const needs = neededPoints(candidate, tally, place, points, level, isWithin);
  return {
    score: tally.score,
    strong: tally.strong,
    accepted: needs !== undefined,
    needs: needs ?? 0,
    evidence: tally.evidence,
  };
}

/** The points that were needed, 0 where the name alone is enough; undefined where it is not accepted. */
function neededPoints(
  { name, start, isVariant }: Candidate,
  tally: Tally,
  { text, sentence }: Place,
  points: number,
  level: number,
  isWithin: boolean,
): number | undefined {
  const { nameClass } = name.entry;
  const easier = sentence.isNonLatin ? 1 : 0;
  const reached = (needs: number) => (tally.score >= needs ? needs : undefined);
  const has = (rule: MatchRule) => tally.evidence.some((fact) => fact.rule === rule);
  const isBarred = has('anti-next') || has('anti-prev');
  // Words beside an Arabic name are those of a namesake, and nothing outweighs them.
  if (isBarred && (name.script === 'arabic' || (!tally.strong && (nameClass !== 'X' || has('anti-next')))))
    return undefined;
  if (nameClass === 'U') return tally.strong || !isVariant || level > 0 ? 0 : reached(NEEDS_C - easier);
  // "$SHELL" is a variable wherever little speaks of crypto.
  if (name.phrase.startsWith('$') && points < 2 && level === 0) return undefined;
  if (nameClass === 'C') return reached(NEEDS_C - (level > 1 || (level > 0 && !isWithin) ? 1 : easier));
  const whole = reached(NEEDS_X - easier);
  if (tally.strong && whole !== undefined) return whole;
  // One word of another name, whatever else is said around it.
  if (isWithin || name.entry.isTerm) return undefined;
  const isMidst =
    sentence.isNonLatin || (!sentence.isTitle && (has('subject') || !isSentenceStart(text, sentence, start)));
  if (!isMidst) return undefined;
  return points >= 2 && whole !== undefined ? whole : level > 1 ? reached(NEEDS_X - 1 - easier) : undefined;
}
