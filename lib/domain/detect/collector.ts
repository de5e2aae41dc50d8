/** Stage 1 on one page: which keys of the prefilter its text hits, and whether the page is one to look at at all. */
import { mayHold } from './bloom.ts';
import { ARABIC, DIGIT, DOLLAR, IDEOGRAPH, LOWER, UPPER } from './chars.ts';
import { CONTEXT_WORDS } from './context-words.ts';
import { labelKeys, tellingLabel } from './labels.ts';
import { type Prefilter, shortKey } from './prefilter.ts';
import { keysOfText, scanTokens } from './tokens.ts';

/** 32,768 bits over the upper bits of a hash: with some 600 words 2% of others pass to the exact table. */
const WORD_BITS = 15;
/** More keys than this are no article; the first ones are enough. */
const MAX_KEYS = 600;
const MAX_TAGS = 64;

export interface Counts {
  /** Distinct hits on coined names, on ambiguous ones, and points of context words. */
  coined: number;
  weak: number;
  context: number;
}

/**
 * Whether a page is about crypto enough to be looked at: one coined name and two points of context, several coined
 * names with less, or an ambiguous name among much of it. A name alone says nothing: 3,500 names hit nearly every page.
 */
export function pageGate({ coined, weak, context }: Counts): boolean {
  if (coined > 0 && context >= 2) return true;
  if (coined >= 3 && context >= 1) return true;
  return weak > 0 && context >= 4;
}

export interface Collector {
  /** Scans one piece of text. `isExcluded` is asked on the first hit only: it may be dear. */
  scan(text: string, isExcluded: () => boolean): void;
  counts(): Counts;
  /** Keys hit since the last call. */
  takeKeys(): number[];
}

interface WordTable {
  bits: Uint8Array;
  context: Map<number, { id: number; weight: number }>;
  lower: Set<number>;
}

function wordTable(filter: Prefilter, own: readonly number[]): WordTable {
  const table: WordTable = { bits: new Uint8Array((1 << WORD_BITS) / 8), context: new Map(), lower: new Set() };
  const mark = (key: number) => {
    const at = key >>> (32 - WORD_BITS);
    table.bits[at >> 3] = (table.bits[at >> 3] as number) | (1 << (at & 7));
  };
  for (const { id, weight, forms } of CONTEXT_WORDS) {
    for (const form of forms) {
      // An Arabic word's last key is the word itself; a Chinese one is told by its first two characters.
      const keys = keysOfText(form);
      const key = (keys[0]?.kind === ARABIC ? keys[keys.length - 1] : keys[0])?.key;
      if (key === undefined) continue;
      table.context.set(key, { id, weight });
      mark(key);
    }
  }
  for (const short of [...filter.lower, ...own.map(shortKey)]) {
    table.lower.add(short);
    mark(short << 8);
  }
  return table;
}

/** A collector over a prefilter and the keys of the reader's own projects. */
export function createCollector(filter: Prefilter, own: readonly number[]): Collector {
  const { bits, context, lower } = wordTable(filter, own);
  const seen = new Set<number>();
  const words = new Set<number>();
  const counts: Counts = { coined: 0, weak: 0, context: 0 };
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
    seen.add(key);
    const word = context.get(key);
    if (word && !words.has(word.id)) {
      words.add(word.id);
      counts.context += word.weight;
    }
    if (!isName) return;
    fresh.push(key);
    // Pairs of ideographs collide more than words do: they never count as coined on their own.
    if (kind === IDEOGRAPH || mayHold(filter.weak, key)) counts.weak++;
    else counts.coined++;
  };
  const emit = (signed: number, kind: number) => {
    const key = signed >>> 0;
    const at = key >>> (32 - WORD_BITS);
    const isWord = (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1;
    if (kind === LOWER) {
      if (isWord && !seen.has(key) && (lower.has(shortKey(key)) || context.has(key)))
        hit(key, lower.has(shortKey(key)), kind);
      return;
    }
    if (kind === DIGIT) return;
    if (kind & DOLLAR) {
      if ((kind & ~(UPPER | DIGIT | DOLLAR)) === 0 && kind & UPPER && tags < MAX_TAGS && !seen.has(key) && !isOut()) {
        seen.add(key);
        fresh.push(key);
        counts.weak++;
        tags++;
      }
      return;
    }
    const isName = mayHold(filter.names, key);
    if ((isName || isWord) && !seen.has(key)) {
      const name = isName || lower.has(shortKey(key));
      if (name || context.has(key)) hit(key, name, kind);
    }
  };
  return {
    scan(text, isExcluded) {
      ask = isExcluded;
      excluded = null;
      scanTokens(text, emit);
    },
    counts: () => counts,
    takeKeys() {
      const keys = fresh;
      fresh = [];
      return keys;
    },
  };
}

/** Path shapes under which aggregators show one project. The background knows which; here only whether to ask. */
const AGGREGATOR =
  /^(?:[\w-]+\.)?(?:coingecko|coinmarketcap|defillama|messari|cryptorank|rootdata|dropstab|gate|binance|kraken|coinbase|l2beat|dappradar|tokenterminal|artemis|artemisanalytics)\.(?:com|io|xyz)\/(?:.*\/)?(?:coins|currencies|protocol|chain|stablecoin|cex|bridge|project|projects|asset|price|prices|detail|dapp)\/[^/]/i;

/** True when the page's own address may be one that the registry knows. */
export function addressMayMatter(filter: Prefilter, own: readonly number[], host: string, path: string): boolean {
  if (AGGREGATOR.test(`${host}${path}`)) return true;
  const label = tellingLabel(host, path);
  if (label.length < 2) return false;
  return labelKeys(label).some(
    (key) => mayHold(filter.names, key) || filter.lower.includes(shortKey(key)) || own.includes(key),
  );
}
