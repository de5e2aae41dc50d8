/** Stage 1 on one page: which keys of the prefilter its text hits, and whether the page is one to look at at all. */
import { mayHold } from './bloom.ts';
import { DIGIT, DOLLAR, UPPER } from './chars.ts';
import { contextTable } from './context-words.ts';
import { labelKeys, tellingLabel } from './labels.ts';
import { type Prefilter, SHORT_SHIFT, shortKey } from './prefilter.ts';
import { scanTokens } from './tokens.ts';
import { isWord, type WordFact } from './word-facts.ts';

/** 32,768 bits over the upper bits of a hash: with some 600 words 2% of others pass to the exact table. */
const WORD_BITS = 15;
/** More keys than this are no article; the first ones are enough. */
const MAX_KEYS = 600;
const MAX_TAGS = 64;

export interface Counts {
  /** Distinct keys hit, and points of context words. */
  hits: number;
  context: number;
}

export interface Collector {
  /** Scans one piece of text. `isExcluded` is asked on the first hit only: it may be dear. */
  scan(text: string, isExcluded: () => boolean): void;
  counts(): Counts;
  /** True when the text hit this key. */
  has(key: number): boolean;
  /** Keys hit since the last call. */
  takeKeys(): number[];
}

interface WordTable {
  bits: Uint8Array;
  context: Map<number, WordFact>;
  exact: Set<number>;
}

function wordTable(filter: Prefilter, own: readonly number[]): WordTable {
  const table: WordTable = { bits: new Uint8Array((1 << WORD_BITS) / 8), context: contextTable(), exact: new Set() };
  const mark = (key: number) => {
    const at = key >>> (32 - WORD_BITS);
    table.bits[at >> 3] = (table.bits[at >> 3] as number) | (1 << (at & 7));
  };
  for (const key of table.context.keys()) mark(key);
  for (const short of [...filter.exact, ...own.map(shortKey)]) {
    table.exact.add(short);
    mark(short << SHORT_SHIFT);
  }
  return table;
}

/** A collector over a prefilter and the keys of the reader's own projects. */
export function createCollector(filter: Prefilter, own: readonly number[]): Collector {
  const { bits, context, exact } = wordTable(filter, own);
  const seen = new Set<number>();
  const words = new Set<number>();
  const counts: Counts = { hits: 0, context: 0 };
  let fresh: number[] = [];
  let tags = 0;
  let excluded: boolean | null = null;
  let ask: () => boolean = () => false;
  const isOut = () => {
    excluded ??= ask();
    return excluded;
  };

  const hit = (key: number, isName: boolean, kind: number) => {
    if (seen.size >= MAX_KEYS || isOut()) return;
    const word = context.get(key);
    if (isWord(word, kind) && !words.has(word.id)) {
      words.add(word.id);
      counts.context += word.weight;
    }
    if (!isName) return;
    seen.add(key);
    fresh.push(key);
    counts.hits++;
  };
  const tag = (key: number, kind: number) => {
    const isUpper = (kind & ~(UPPER | DIGIT | DOLLAR)) === 0 && (kind & UPPER) !== 0;
    if (!isUpper || tags >= MAX_TAGS || seen.has(key) || isOut()) return;
    seen.add(key);
    fresh.push(key);
    counts.hits++;
    tags++;
  };
  /** A word of the exact table that is new: context, or a name in small letters. */
  const isNews = (key: number, kind: number, isName: boolean) => {
    if (isName) return !seen.has(key);
    const word = context.get(key);
    return isWord(word, kind) && !words.has(word.id);
  };
  const emit = (signed: number, kind: number) => {
    if (kind === DIGIT) return;
    const key = signed >>> 0;
    if (kind & DOLLAR) {
      tag(key, kind);
      return;
    }
    const at = key >>> (32 - WORD_BITS);
    const isListed = (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1;
    if ((kind & (UPPER | DIGIT)) === 0 && !isListed) return;
    const isName =
      ((kind & (UPPER | DIGIT)) !== 0 && mayHold(filter.names, key)) || (isListed && exact.has(shortKey(key)));
    if ((isName || isListed) && isNews(key, kind, isName)) hit(key, isName, kind);
  };
  return {
    scan(text, isExcluded) {
      ask = isExcluded;
      excluded = null;
      scanTokens(text, emit);
    },
    counts: () => counts,
    has: (key) => seen.has(key),
    takeKeys() {
      const keys = fresh;
      fresh = [];
      return keys;
    },
  };
}

/** Path shapes under which aggregators show one project. The background knows which; here only whether to ask. */
const AGGREGATOR =
  /^(?:[\w-]+\.)?(?:coingecko|coinmarketcap|defillama|messari|cryptorank|rootdata|dropstab|gate|binance|kraken|coinbase|l2beat|dappradar|tokenterminal|artemis(?:analytics)?)\.(?:com|io|xyz)\/(?:.*\/)?(?:coins|currencies|protocol|chain|stablecoin|cex|bridge|projects?|asset|prices?|detail|dapp)\/./i;

/**
 * Keys of the page's address that may be known here; 'surely' for the pages of aggregators, whose shape says it. The
 * filter lets some foreign addresses pass: that the page names itself, or speaks of crypto, must come to it.
 */
export function addressKeys(
  filter: Prefilter,
  own: readonly number[],
  host: string,
  path: string,
): number[] | 'surely' {
  if (AGGREGATOR.test(`${host}${path}`)) return 'surely';
  return labelKeys(tellingLabel(host, path)).filter(
    (key) => mayHold(filter.names, key) || filter.exact.includes(shortKey(key)) || own.includes(key),
  );
}
