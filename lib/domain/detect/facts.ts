/** Facts that stand right at a name and speak for it. */
import type { Candidate } from './candidates.ts';
import type { ContextReader } from './context-reader.ts';
import { type Sentence, weightOf } from './sentence.ts';
import type { MatchEvidence, MatchRule } from './types.ts';

// Strong facts by the detection rules: what each is worth, against 3 for a dictionary word and 4 for an everyday one.
/** "Near (NEAR)": name and symbol belong to one project only, so it is as good as a link. */
const NAME_WITH_SYMBOL = 4;
/** "$NEAR": symbols are shared by several projects, so one point less. */
export const CASHTAG = 3;
/** "Core DAO": says of what kind it is, as others of that name may be. */
const QUALIFIER = 3;
/** "Core, a blockchain that …": says what it is, as others of that name may be. */
const DEFINITION = 3;

/** What stands before a place, a means or another name of a kind. */
export const BEFORE = /(?:^|\s)(?:on|to|via|from|called|using|through|like|and|with|علي|عبر)\s$/i;
/** "Kaito 上的项目", "Kaito 上线": what one says of a place for projects. */
export const AFTER = /^\s?上/;
export const GENERIC =
  /^[\s-](?:protocol|network|labs|finance|token(?:s|omics)?|chain|foundation|mainnet|blockchain|dao|ecosystem|bridge|validators?|l[12]|layer|rollup|wallet|exchange|hack|exploit|amm|dex|based|v\d)(?![a-z])/i;
/** What it is stands right before the name, or who leads it right after: "the lending protocol Spark", "Backpack's founder". */
const KIND_BEFORE =
  /\b(?:protocol|platform|project|exchange|company|network|(?:block)?chain|issuer|L[12]|DEX)\s["'“]?$|(?:公司|协议|公链|交易所)\s?$/;
/** What is launched, live or built on a thing with a capital: that is a chain. */
const LAUNCHED_ON = /\b(?:launch|live|built|deploy)\w* on\s$/i;
const LEADER_AFTER = /^(?:(?:'s)?\s(?:(?:co-?)?founders?|C[ET]O)(?![a-z])|\s?(?:联合创|创始|首席))/;
const DEFINES =
  /^(?:\s?\([^()]{1,12}\))?(?:,\s(?:a|an|the|its|which|whose|now)\s|\s(?:is|are|brings?|offers?|lets?|allows?|enables?|provides?|uses|runs|launched|settles|routes|connects)\s)/;
/** "Orca 是 Solana 上的去中心化交易所", "Tensor：NFT 市场", "Aave هو بروتوكول": what is said in that clause. Read in normal form. */
const NATIVE_DEFINES = /^(?:\s?\([^()]{1,16}\))?(?:\s?[是为為:]|\s(?:هو|هي)\s)([^。;؛.]{1,60})/;
/** Points of context words that the clause must have: two words of the field, or one of crypto. */
const NATIVE_DEFINING = 2;
/** Characters after the name in which its definition stands: a long clause; further on the sentence speaks of something else. */
const DEFINITION_REACH = 160;
/** Words beside those of crypto that define a project: two of both make a definition. */
const DEFINING =
  /\b(?:network|exchange|layer[- ][12]|permissionless|non-custodial|interoperab\w*|smart contracts?|zero-knowledge|data availability|relayers?)\b/gi;
const IN_BRACKETS = /^["”»'*?]{0,2}\s?[(（]\$?([^()（）]{1,12})[)）]/;
const ZH_AFTER = /^(?:链|鏈|协议|協議|主网|主網|跨链|公链|网络|網絡|生态|基金会|代币)/;
/** What Arabic and Persian say that a name is: the words of crypto do, and these; "such as" may stand between. */
const AR_BEFORE = /(?:^|[^ء-ۓ])([ء-ۓ]+)(?:\sمثل)?\s["«“']?$/;
const AR_NOUN = /(?:شرك|مشروع|سلسل|بورص|لعب|سعر|تطبيق)[هاتي]{0,2}$|م[ؤو]سس|سلاسل|مشاريع/;

/** Adds up points and remembers what they were for. */
export class Tally {
  readonly evidence: MatchEvidence[] = [];
  score = 0;
  strong = false;
  add(rule: MatchRule, points: number, strong = false, what?: MatchEvidence['what']): void {
    this.score += points;
    this.strong ||= strong;
    this.evidence.push({ rule, points, what });
  }
}

/** Whether the word stands as a whole in the sentence. */
export function hasWord(text: string, word: string, { start, end }: Sentence): boolean {
  const at = text.indexOf(word, start);
  return at >= 0 && at < end && !/[A-Za-z\d]/.test(text[at + word.length] ?? '');
}

function definitionOf(after: string, reader: ContextReader): boolean {
  const match = DEFINES.exec(after);
  if (!match) return false;
  const reach = after.slice(0, DEFINITION_REACH);
  const others = (reach.match(DEFINING) ?? []).map((word) => word.toLowerCase());
  return reader.wordsIn(reach).size + new Set(others).size >= 2;
}

/** A clause with nothing of the field in it tells something else of the name. */
function isNativeDefinition(after: string, reader: ContextReader): boolean {
  const clause = NATIVE_DEFINES.exec(after)?.[1];
  return clause !== undefined && weightOf(reader.wordsIn(clause).values()) >= NATIVE_DEFINING;
}

/** The first words of a clause, for "why this badge": without the comma that leads to it, and no half word. */
const FIRST_WORDS = /^[\s,،，:：(（]*(.{1,36}(?![\w\u0621-\u064a])|.{1,36})(.?)/su;

function firstWords(clause: string): string {
  const [, words = '', more] = FIRST_WORDS.exec(clause) ?? [];
  return more ? `${words.trim()}…` : words;
}

/**
 * Strong facts that stand right at the name; also those that prove it for the rest of the page. `isPart` says that the
 * name is one word of a longer one, `isCrypto` that the page is about crypto. True where a definition follows.
 */
export function strongFacts(
  tally: Tally,
  candidate: Candidate,
  { text, sentence, reader }: { text: string; sentence: Sentence; reader: ContextReader },
  isPart: boolean,
  isCrypto: boolean,
): boolean {
  const { name, start, end } = candidate;
  const { nameClass, isTerm, symbol } = name.entry;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 200);
  if (symbol && IN_BRACKETS.exec(after)?.[1] === symbol) tally.add('name-with-symbol', NAME_WITH_SYMBOL, true, symbol);
  else if (symbol && hasWord(text, `$${symbol}`, sentence)) tally.add('cashtag', CASHTAG, true, `$${symbol}`);
  const own = name.qualifiers?.exec(after)?.[0];
  if (own) tally.add('own-qualifier', QUALIFIER, true, name.entry.phrase + own);
  const noun = AR_BEFORE.exec(before)?.[1];
  const zh = ZH_AFTER.exec(after.trimStart())?.[0];
  if (zh || (noun && (AR_NOUN.test(noun) || reader.wordsIn(noun).size > 0)))
    // "Plasma 链": a kind of chain that bears a term's name.
    tally.add('native-qualifier', QUALIFIER, !(isTerm && /^[链鏈]/.test(zh ?? '')), zh ?? noun);
  const defines = definitionOf(after, reader) || (isCrypto && isNativeDefinition(after, reader));
  // A term of the field is defined just so.
  if (defines) tally.add('definition', DEFINITION, !isTerm && !isPart, firstWords(after));
  // "The Block's founder", "UTXO Stack 创始人": who leads a thing named by a term leads another one.
  const named = (KIND_BEFORE.exec(before) ??
    (isTerm ? null : (LAUNCHED_ON.exec(before) ?? LEADER_AFTER.exec(after))))?.[0];
  if (nameClass !== 'U' && isCrypto && !isPart && named) tally.add('apposition', QUALIFIER, true, named);
  const kind = GENERIC.exec(after)?.[0];
  if (!own && kind) tally.add('qualifier', nameClass === 'X' ? 1 : 2, false, kind);
  return defines;
}
