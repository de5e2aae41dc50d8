/** Weighs what speaks for and against a name at one place. The weights are those of the detection rules. */
import type { Candidate } from './candidates.ts';
import type { ListKind } from './lists.ts';
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
  /** How many distinct words of crypto alone stand on the page. */
  sure: number;
  /** Tickers ("$UNI", "UNI") and handles in small letters ("@uniswap") that stand on the page. */
  tags: ReadonlySet<string>;
  /** The page is about this project. */
  identity: string | null;
}

const LINK = 4;
const NAME_WITH_SYMBOL = 4;
const CASHTAG = 3;
const QUALIFIER = 3;
const DEFINITION = 3;
const LISTED = 3;
const HANDLE = 3;
const SUBJECT = 2;
/** A capital at the start of a sentence says nothing of an everyday word, and less of one that is mostly a name. */
const SENTENCE_START = { U: 0, C: -1, X: -2 } as const;
const ANTI_NEXT = -4;
const ANTI_PREV = -3;
/** "Ark Invest", "Jump Trading": the word is a part of another name. */
const PART_OF_NAME = -3;
const MAX_CONTEXT = 3;
const MAX_NEIGHBOURS = 2;
/** A page with three coined names is one about crypto. */
const CRYPTO_PAGE_PROJECTS = 3;
/** Or one with this many points of context words: six words of crypto alone. */
const CRYPTO_PAGE_CONTEXT = 12;
/** A page that speaks of little else: this many words of crypto alone beside two coined names, or many names. */
const SURE_WORDS = 3;
const SURE_PROJECTS = 2;
const MANY_PROJECTS = 5;
const NEEDS_C = 3;
const NEEDS_X = 4;

const GENERIC =
  /^[\s-](?:[Pp]rotocol|[Nn]etwork|[Ll]abs|[Ff]inance|[Tt]oken(?:s|omics)?|[Cc]hain|[Ff]oundation|[Mm]ainnet|[Tt]estnet|[Bb]lockchain|DAO|[Ee]cosystem|DEX|[Bb]ridge|[Vv]alidators?|L1|L2|[Ll]ayer|[Rr]ollup|[Ww]allet|[Ss]wap|[Ee]xchange|[Vv][1-9])(?![A-Za-z])/;
const BEFORE = /(?:^|\s)(?:on|to|via|from|called|using|through|like|and|with)\s$/i;
const DEFINES =
  /^(?:\s?\([^()]{1,12}\))?(?:,\s(?:a|an|the|its|which|whose|now)\s|\s(?:is|was|are|brings?|offers?|lets?|allows?|enables?|provides?|aims?|uses|runs|launched|settles?|routes?|connects?|secures?|announced)\s)/;
const DEFINITION_REACH = 160;
/** Words that define a project when two of them follow: a system of finance, a chain, what it does. */
const DEFINING =
  /\b(?:decentrali[sz]ed|cross-chain|multi-?chain|DEX|AMM|lending|protocol|layer[- ][12]|L[12]|rollup|chain|blockchain|token|DeFi|staking|restak\w+|liquidity|mainnet|Ethereum|Solana|Bitcoin|Cosmos|Polkadot|yield|oracle|non-custodial|permissionless|perpetuals?|synthetic|interoperab\w+|network|wallet|exchange|sequencer|DAO|airdrop|borrow\w*|bridg\w+|relayers?|validators?|intents|stablecoin|smart contracts?|on-?chain|crypto\w*|zero-knowledge|modular|data availability)\b/gi;
/** A noun without article that does something is a name. Verbs in -s and -ed look like nouns and adjectives: on crypto pages only. */
const ACTS = /^\s(?:will|has|had|says|said|plans|wants|lets|began|became|overtook|promises|announced|launched)\s/;
const MAY_ACT = /^\s[a-z]{3,}(?:ed|s)\s/;
const ZH_AFTER = /^(?:链|鏈|协议|協議|主网|主網|跨链|公链|网络|網絡|生态|基金会|代币)/;
const AR_BEFORE =
  /(?:^|[\sوفبكل])(?:ال|ل)?(?:شبكه|شبكتا|شبكتي|شبكات|بروتوكول|بروتوكولي|بروتوكولات|عمله|عملتا|عملتي|عملات|شركه|منصه|منصتا|منصتي|منصات|مشروع|مشروعا|مشروعي|مشاريع|محفظه|سلسله|بلوكتشين|بلوكشين|رمز|توكن)\s["«“']?$/;

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

/** Terms of the field that are also the name of a project: texts about crypto write them with a capital for the thing itself. */
const TERMS = new Set(
  'Access Account Agent Alpha Beta Block Bond Bridge Bridges Burn Casper Chain Channels Claim Collective Common Delegate Drop Edge Epoch Exchange Fork Foundation Frame Gas Gauge Guild Hash Hub IPC Key Launchpad Layer Ledger Level Liquid Market Meme Merge Mine Mint Nested Node Nonce Oracle Order Phase Plasma Points Pool Predicate Prime Proof Protocol Quest Reach Rebase Request Reserve Reverse Revert Root Sender Send Shard Sign Signal Slot Snap Stack Stake State Swap Token Treasury Trust Union Unit Vault Vote Wallet World Yield'.split(
    ' ',
  ),
);

/** Words that begin with a capital after or before a name without making it a part of another one. */
const NEXT_WORD = /^\s(\p{Lu}\p{Ll}{2,})(?![A-Za-z\d])/u;
const PREVIOUS_WORD = /(?<![\p{L}\d])(\p{Lu}\p{Ll}+)\s$/u;
const NO_PART =
  /^(?:A|An|On|In|At|To|By|For|From|With|When|While|After|Before|Since|But|And|Or|If|As|Like|Both|How|Why|What|Is|Are|Its|Our|New)$/;

/** True when the name is one word of a longer name that is not on record. In a headline nothing can be told. */
function isPartOfName({ start, end }: Candidate, text: string, sentence: Sentence, own: boolean): boolean {
  if (sentence.isTitle) return false;
  const after = text.slice(end, end + 24);
  if (!own && NEXT_WORD.test(after) && !GENERIC.test(after)) return true;
  const previous = PREVIOUS_WORD.exec(text.slice(Math.max(sentence.start, start - 24), start));
  if (!previous) return false;
  // The first word of a sentence has its capital from there; "The Block" in its midst is a name.
  const isFirst = !sentence.isNonLatin && text.slice(sentence.start, start - previous[0].length).trim() === '';
  return !isFirst && (previous[1] === 'The' || !NO_PART.test(previous[1] as string));
}

function against(tally: Tally, candidate: Candidate, place: Place, defines: boolean, level: number): void {
  const { text, sentence } = place;
  const { name, start, end } = candidate;
  const { nameClass } = name.entry;
  const next = name.antiNext?.exec(text.slice(end, end + 40));
  if (next && !defines) tally.add('anti-next', ANTI_NEXT, false, next[0].trim());
  const own = name.qualifiers?.test(text.slice(end, end + 40)) ?? false;
  if (nameClass === 'X' && !tally.strong && isPartOfName(candidate, text, sentence, own))
    tally.add('part-of-name', PART_OF_NAME);
  if (sentence.isNonLatin) return;
  const previous = name.antiPrev?.exec(text.slice(Math.max(0, start - 40), start));
  if (previous) tally.add('anti-prev', ANTI_PREV, false, previous[0].trim());
  if (tally.strong || nameClass === 'U' || (nameClass === 'C' && level > 1)) return;
  // A capital later in the name is none that the start of a sentence gave it.
  const isPlainWord = !/[A-Z]/.test(name.phrase.slice(1));
  if (isPlainWord && (sentence.isTitle || isSentenceStart(text, sentence, start)))
    tally.add('sentence-start', SENTENCE_START[nameClass]);
}

/** How much the page as a whole is about crypto: 0 not known, 1 yes, 2 about little else. */
export function cryptoLevel({ coined, context, sure, identity }: PageEvidence): 0 | 1 | 2 {
  if (sure >= SURE_WORDS && coined.size >= SURE_PROJECTS) return 2;
  if (sure > 0 && coined.size >= MANY_PROJECTS) return 2;
  return coined.size >= CRYPTO_PAGE_PROJECTS || context >= CRYPTO_PAGE_CONTEXT || identity !== null ? 1 : 0;
}

/** What is known of the place where a candidate stands, beside its own words. */
export interface Place {
  text: string;
  sentence: Sentence;
  /** Projects with coined names in its sentence. */
  neighbours: ReadonlySet<string>;
  /** Whether it is an item of a list of names. */
  listed: ListKind | undefined;
}

/** Strong facts of the rest of the page. */
function pageFacts(tally: Tally, { name }: Candidate, page: PageEvidence): void {
  const { projectId, symbol, domains } = name.entry;
  if (page.identity === projectId) tally.add('page-identity', LINK, true);
  else if (page.linked.has(projectId)) tally.add('link', LINK, true);
  else if (!tally.strong && page.proven.has(projectId)) tally.add('proven-elsewhere', LINK, true);
  if (tally.strong || page.tags.size === 0) return;
  const handle = domains
    ?.find((domain) => domain.startsWith('x.com/'))
    ?.slice(6)
    .toLowerCase();
  if (handle && page.tags.has(`@${handle}`)) tally.add('elsewhere-handle', HANDLE, true, `@${handle}`);
  else if (symbol && symbol.length > 1 && page.tags.has(`$${symbol}`))
    tally.add('elsewhere-cashtag', CASHTAG, true, `$${symbol}`);
}

function context(tally: Tally, candidate: Candidate, place: Place, page: PageEvidence): number {
  const { name, start, end } = candidate;
  const { text, sentence, neighbours, listed } = place;
  const { projectId, symbol } = name.entry;
  if (symbol && symbol.length >= 3 && symbol !== name.phrase) {
    if (hasWord(text, symbol, sentence)) tally.add('symbol', 1, false, symbol);
    else if (page.tags.has(symbol)) tally.add('elsewhere-symbol', 1, false, symbol);
  }
  if (BEFORE.test(text.slice(Math.max(0, start - 12), start))) tally.add('preposition', 1);
  const points = Math.min(weightOf(wordsAround(text, sentence, start, end).keys()), MAX_CONTEXT);
  if (points > 0) tally.add('context', points);
  const others = [...neighbours].filter((id) => id !== projectId).length;
  if (others > 0) tally.add('neighbours', Math.min(others, MAX_NEIGHBOURS));
  const level = cryptoLevel(page);
  if (level > 0) tally.add('crypto-page', level);
  const after = text.slice(end, end + 24);
  if (points > 0 && (ACTS.test(after) || (level > 0 && MAY_ACT.test(after)))) tally.add('subject', SUBJECT);
  if (listed === 'firm') tally.add('neighbours-listed', LISTED, true);
  else if (listed && level > 0) tally.add('neighbours-listed', LISTED - 1, level > 1);
  return points;
}

function scoreSector({ name, start, end }: Candidate, { text, sentence }: Place, page: PageEvidence): Scored {
  const points = weightOf(wordsAround(text, sentence, start, end).keys());
  const isPlain = name.entry.nameClass === 'U';
  const isSure = isPlain ? page.context >= 2 : points >= 2 || page.context >= 6 || page.coined.size >= 2;
  return {
    score: isPlain ? 3 : 1 + Math.min(points, 3),
    strong: false,
    accepted: isSure,
    evidence: [{ rule: 'sector', points: 1 }],
  };
}

function scoreCashtag({ name, start, end }: Candidate, { text, sentence }: Place, page: PageEvidence): Scored {
  const tally = new Tally();
  const { projectId, phrase } = name.entry;
  tally.add('cashtag', CASHTAG, true, phrase);
  const points = Math.min(wordsAround(text, sentence, start, end).size, MAX_CONTEXT);
  if (points > 0) tally.add('context', points);
  if (page.linked.has(projectId) || page.proven.has(projectId) || cryptoLevel(page) > 0) tally.add('crypto-page', 1);
  return { score: tally.score, strong: true, accepted: tally.score >= NEEDS_X, evidence: tally.evidence };
}

/**
 * Scores one candidate. U is accepted as it stands, with other capitals on a page about crypto; C from 3 points; X from 4
 * with a strong fact, or with two points of context when it does not begin a sentence. On a page about little else, X in
 * the midst of a sentence needs three.
 */
export function scoreCandidate(candidate: Candidate, place: Place, page: PageEvidence): Scored {
  const { name } = candidate;
  if (name.isSector) return scoreSector(candidate, place, page);
  if (name.entry.phrase.startsWith('$')) return scoreCashtag(candidate, place, page);
  const { text, sentence } = place;
  const tally = new Tally();
  const defines = strongFacts(tally, candidate, text, sentence);
  pageFacts(tally, candidate, page);
  const points = context(tally, candidate, place, page);
  against(tally, candidate, place, defines, cryptoLevel(page));
  return {
    score: tally.score,
    strong: tally.strong,
    accepted: isAccepted(candidate, tally, place, points, page),
    evidence: coined(name.entry.nameClass, tally),
  };
}

/** A coined name needs no points; that it is one is the reason. */
function coined(nameClass: string, tally: Tally): MatchEvidence[] {
  return nameClass === 'U' ? [{ rule: 'coined-name', points: NEEDS_C }, ...tally.evidence] : tally.evidence;
}

function isAccepted(
  { name, start, isVariant }: Candidate,
  tally: Tally,
  { text, sentence }: Place,
  points: number,
  page: PageEvidence,
): boolean {
  const { nameClass } = name.entry;
  const level = cryptoLevel(page);
  const easier = sentence.isNonLatin ? 1 : 0;
  if (nameClass === 'U') {
    const isBarred = tally.evidence.some(({ rule }) => rule === 'anti-next' || rule === 'anti-prev');
    return tally.strong || (!isBarred && (!isVariant || level > 0 || tally.score >= NEEDS_C - easier));
  }
  if (nameClass === 'C') return tally.score >= NEEDS_C - (level > 1 ? 1 : easier);
  if (tally.strong && tally.score >= NEEDS_X - easier) return true;
  if (TERMS.has(name.phrase) || /^[a-z]/.test(name.phrase)) return false;
  const isSubject = tally.evidence.some(({ rule }) => rule === 'subject');
  const isMidst = sentence.isNonLatin || (!sentence.isTitle && (isSubject || !isSentenceStart(text, sentence, start)));
  if (!isMidst) return false;
  return (points >= 2 && tally.score >= NEEDS_X - easier) || (level > 1 && tally.score >= NEEDS_X - 1 - easier);
}
