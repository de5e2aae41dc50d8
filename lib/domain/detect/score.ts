/** Weighs what speaks for and against a name at one place. The weights are those of the detection rules. */
import type { Candidate } from './candidates.ts';
import { type Sentence, weightOf, wordsAround } from './sentence.ts';
import type { MatchEvidence } from './types.ts';

/** What the whole page says of a project; strong facts count wherever they stand. */
export interface PageEvidence {
  /** The page links to the project's address, organisation or aggregator page. */
  linked: ReadonlySet<string>;
  /** Name (SYM) or another strong fact stood somewhere on the page. */
  proven: ReadonlySet<string>;
  /** Projects with coined names on the page. */
  coined: ReadonlySet<string>;
  /** Points of context words on the page. */
  context: number;
  /** The page is about this project. */
  identity: string | null;
}

const LINK = 4;
const NAME_WITH_SYMBOL = 4;
const CASHTAG = 3;
const QUALIFIER = 3;
const DEFINITION = 3;
const SENTENCE_START = -2;
const ANTI_NEXT = -4;
const ANTI_PREV = -3;
const MAX_CONTEXT = 3;
const MAX_NEIGHBOURS = 2;
/** A page with three coined names is one about crypto. */
const CRYPTO_PAGE_PROJECTS = 3;
/** Or one with this many points of context words: six words of crypto alone. */
const CRYPTO_PAGE_CONTEXT = 12;
const NEEDS_C = 3;
const NEEDS_X = 4;

const GENERIC =
  /^[\s-](?:[Pp]rotocol|[Nn]etwork|[Ll]abs|[Ff]inance|[Tt]oken(?:s|omics)?|[Cc]hain|[Ff]oundation|[Mm]ainnet|[Tt]estnet|[Bb]lockchain|DAO|[Ee]cosystem|DEX|[Bb]ridge|[Vv]alidators?|L1|L2|[Ll]ayer|[Rr]ollup|[Ww]allet|[Ss]wap|[Ee]xchange|[Vv][1-9])(?![A-Za-z])/;
const BEFORE = /(?:^|\s)(?:on|to|via|from|called|using|through|like|and|with)\s$/i;
const DEFINES =
  /^(?:\s?\([^()]{1,12}\))?(?:,\s(?:a|an|the)\s|\s(?:is|was|are|brings?|offers?|lets?|allows?|enables?|provides?|aims?|uses|runs|launched|settles?|routes?|connects?|secures?|announced)\s)/;
const DEFINITION_REACH = 160;
/** Words that define a project when two of them follow: a system of finance, a chain, what it does. */
const DEFINING =
  /\b(?:decentrali[sz]ed|cross-chain|multi-?chain|DEX|AMM|lending|protocol|layer[- ][12]|L[12]|rollup|chain|blockchain|token|DeFi|staking|restak\w+|liquidity|mainnet|Ethereum|Solana|Bitcoin|Cosmos|Polkadot|yield|oracle|non-custodial|permissionless|perpetuals?|synthetic|interoperab\w+|borrow\w*|bridg\w+|relayers?|validators?|intents|stablecoin|smart contracts?|on-?chain|crypto\w*|zero-knowledge|modular|data availability)\b/gi;
const ZH_AFTER = /^(?:链|鏈|协议|協議|主网|主網|跨链|公链|网络|網絡|生态|基金会|代币)/;
const AR_BEFORE = /(?:^|[\sوفبكل])(?:ال)?(?:شبكه|بروتوكول|عمله|شركه|منصه|مشروع|محفظه|سلسله|رمز|توكن)\s$/;

export interface Scored {
  score: number;
  strong: boolean;
  accepted: boolean;
  evidence: MatchEvidence[];
}

class Tally {
  readonly evidence: MatchEvidence[] = [];
  score = 0;
  strong = false;
  add(rule: string, points: number, strong = false, text?: string): void {
    this.score += points;
    this.strong ||= strong;
    this.evidence.push({ rule, points, ...(text ? { text } : {}) });
  }
}

function definitionOf(after: string): boolean {
  const match = DEFINES.exec(after);
  if (!match) return false;
  const words = after.slice(0, DEFINITION_REACH).match(DEFINING) ?? [];
  return new Set(words.map((word) => word.toLowerCase())).size >= 2;
}

/** Strong facts that stand right at the name; also those that prove it for the rest of the page. */
function strongFacts(tally: Tally, candidate: Candidate, text: string, sentence: Sentence): boolean {
  const { name, start, end } = candidate;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 200);
  const { symbol } = name.entry;
  const own = symbol && symbol.length > 1 ? symbol : undefined;
  if (
    own &&
    (after.startsWith(` (${own})`) ||
      after.startsWith(` ($${own})`) ||
      after.startsWith(`（${own}）`) ||
      after.startsWith(`(${own})`))
  )
    tally.add('name-with-symbol', NAME_WITH_SYMBOL, true, own);
  else if (own && hasWord(text, `$${own}`, sentence)) tally.add('cashtag', CASHTAG, true, `$${own}`);
  const qualifier = name.qualifiers?.exec(after);
  if (qualifier) tally.add('own-qualifier', QUALIFIER, true, qualifier[0].trim());
  const zh = ZH_AFTER.exec(after.trimStart());
  if (zh) tally.add('native-qualifier', QUALIFIER, true, zh[0]);
  const ar = AR_BEFORE.exec(before);
  if (ar) tally.add('native-qualifier', QUALIFIER, true, ar[0].trim());
  const defines = definitionOf(after);
  if (defines) tally.add('definition', DEFINITION, true);
  if (!qualifier) {
    const generic = GENERIC.exec(after);
    if (generic) tally.add('qualifier', name.entry.nameClass === 'X' ? 1 : 2, false, generic[0].trim());
  }
  return defines;
}

function hasWord(text: string, word: string, { start, end }: Sentence): boolean {
  const at = text.indexOf(word, start);
  return at >= 0 && at < end && !/[A-Za-z\d]/.test(text[at + word.length] ?? '');
}

function isSentenceStart(text: string, { start }: Sentence, at: number): boolean {
  return /^[\s"'“”‘’«»()[\]*•·–—\d.:-]*$/.test(text.slice(start, at)) && at - start < 12;
}

function against(tally: Tally, candidate: Candidate, text: string, sentence: Sentence, defines: boolean): void {
  const { name, start, end } = candidate;
  const next = name.antiNext?.exec(text.slice(end, end + 40));
  if (next && !defines) tally.add('anti-next', ANTI_NEXT, false, next[0].trim());
  if (sentence.isNonLatin) return;
  const previous = name.antiPrev?.exec(text.slice(Math.max(0, start - 40), start));
  if (previous) tally.add('anti-prev', ANTI_PREV, false, previous[0].trim());
  // A capital later in the name is none that the start of a sentence gave it.
  const isPlainWord = !/[A-Z]/.test(name.phrase.slice(1));
  if (!tally.strong && isPlainWord && isSentenceStart(text, sentence, start))
    tally.add('sentence-start', SENTENCE_START);
}

/** True when the page as a whole is about crypto. */
export function isCryptoPage(page: PageEvidence): boolean {
  return page.coined.size >= CRYPTO_PAGE_PROJECTS || page.context >= CRYPTO_PAGE_CONTEXT || page.identity !== null;
}

/**
 * Scores one candidate. `neighbours` are the projects with coined names in its sentence. U is accepted as it stands;
 * C from 3 points; X from 4 with a strong fact, or with two context words when it does not begin a sentence.
 */
export function scoreCandidate(
  candidate: Candidate,
  text: string,
  sentence: Sentence,
  page: PageEvidence,
  neighbours: ReadonlySet<string>,
): Scored {
  const { name, start, end } = candidate;
  const { projectId, nameClass, symbol, phrase } = name.entry;
  const tally = new Tally();
  const words = wordsAround(text, sentence, start, end);
  if (name.isSector) {
    const points = weightOf(words.keys());
    tally.add('sector', 1);
    const isSure = nameClass === 'U' ? page.context >= 2 : points >= 2 || page.context >= 6 || page.coined.size >= 2;
    return {
      score: nameClass === 'U' ? 3 : 1 + Math.min(points, 3),
      strong: false,
      accepted: isSure,
      evidence: tally.evidence,
    };
  }
  if (phrase.startsWith('$')) {
    tally.add('cashtag', CASHTAG, true, phrase);
    const context = Math.min(words.size, MAX_CONTEXT);
    if (context) tally.add('context', context);
    const isKnown = page.linked.has(projectId) || page.proven.has(projectId) || isCryptoPage(page);
    if (isKnown) tally.add('crypto-page', 1);
    return { score: tally.score, strong: true, accepted: tally.score >= NEEDS_X, evidence: tally.evidence };
  }
  const defines = strongFacts(tally, candidate, text, sentence);
  if (page.identity === projectId) tally.add('page-identity', LINK, true);
  else if (page.linked.has(projectId)) tally.add('link', LINK, true);
  else if (!tally.strong && page.proven.has(projectId)) tally.add('proven-on-page', LINK, true);
  if (symbol && symbol.length >= 3 && symbol !== phrase && hasWord(text, symbol, sentence))
    tally.add('symbol', 1, false, symbol);
  if (BEFORE.test(text.slice(Math.max(0, start - 12), start))) tally.add('preposition', 1);
  if (words.size > 0) tally.add('context', Math.min(words.size, MAX_CONTEXT));
  const others = [...neighbours].filter((id) => id !== projectId).length;
  if (others > 0) tally.add('neighbours', Math.min(others, MAX_NEIGHBOURS));
  if (isCryptoPage(page)) tally.add('crypto-page', 1);
  against(tally, candidate, text, sentence, defines);
  return {
    score: tally.score,
    strong: tally.strong,
    accepted: isAccepted(candidate, tally, sentence, words.size, text),
    evidence: coined(nameClass, tally),
  };
}

/** A coined name needs no points; that it is one is the reason. */
function coined(nameClass: string, tally: Tally): MatchEvidence[] {
  return nameClass === 'U' ? [{ rule: 'coined-name', points: NEEDS_C }, ...tally.evidence] : tally.evidence;
}

function isAccepted(
  { name, start }: Candidate,
  tally: Tally,
  sentence: Sentence,
  context: number,
  text: string,
): boolean {
  const { nameClass } = name.entry;
  const easier = sentence.isNonLatin ? 1 : 0;
  if (nameClass === 'U')
    return !tally.evidence.some(({ rule }) => rule === 'anti-next' || rule === 'anti-prev') || tally.strong;
  if (nameClass === 'C') return tally.score >= NEEDS_C - easier;
  if (tally.score < NEEDS_X - easier) return false;
  return tally.strong || (context >= 2 && (sentence.isNonLatin || !isSentenceStart(text, sentence, start)));
}
