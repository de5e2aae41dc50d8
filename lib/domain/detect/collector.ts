/** Stage 1 on one page: which keys of the prefilter its text hits, and whether the page is one to look at at all. */
import { Batch, PIECE } from './batch.ts';
import { ByteTokens } from './byte-tokens.ts';
import { DIGIT, DOLLAR, UPPER } from './chars.ts';
import { holds } from './key-set.ts';
import { labelKeys, tellingLabel } from './labels.ts';
import { mayAddress, type Prefilter, shortKey, withOwn } from './prefilter.ts';
import { quickKey } from './tokens.ts';
import { isWord, type WordFact } from './word-facts.ts';

/** More keys than this are no article; the first ones are enough. */
const MAX_KEYS = 600;
const MAX_TAGS = 64;

export interface Counts {
  /** Distinct keys hit, and points of context words. */
  hits: number;
  context: number;
}

export interface Collector<Owner> {
  /** Takes one text of at most `PIECE` characters. True when a batch was scanned: time to look at the clock. */
  add(text: string, owner: Owner): boolean;
  /** Scans what waits. The answers below know of nothing that came after the last flush. */
  flush(): void;
  counts(): Counts;
  /** True when the text hit this key. */
  has(key: number): boolean;
  /** Keys hit since the last call. */
  takeKeys(): number[];
}

/** What a token adds: a name or tag not seen before, a context word not counted before. */
interface News {
  isName: boolean;
  word: WordFact | undefined;
}

/** Keys and points of what was found so far. */
class Findings {
  readonly counts: Counts = { hits: 0, context: 0 };
  readonly seen = new Set<number>();
  fresh: number[] = [];
  readonly #words = new Set<number>();
  readonly #filter: Prefilter;
  #tags = 0;

  constructor(filter: Prefilter) {
    this.#filter = filter;
  }

  newsOf(key: number, kind: number): News {
    if (kind & DOLLAR) return { isName: this.#isNewTag(key, kind), word: undefined };
    const { words, names, exact } = this.#filter;
    const isCapital = (kind & (UPPER | DIGIT)) !== 0;
    const isName = (isCapital && holds(names, quickKey(key))) || exact.has(shortKey(key));
    const fact = words.get(key);
    const word = isWord(fact, kind) && !this.#words.has(fact.id) ? fact : undefined;
    return { isName: isName && !this.seen.has(key), word };
  }

  #isNewTag(key: number, kind: number): boolean {
    const isUpper = (kind & ~(UPPER | DIGIT | DOLLAR)) === 0 && (kind & UPPER) !== 0;
    return isUpper && this.#tags < MAX_TAGS && !this.seen.has(key);
  }

  add(key: number, kind: number, { isName, word }: News): void {
    if (word) {
      this.#words.add(word.id);
      this.counts.context += word.weight;
    }
    if (!isName) return;
    if (kind & DOLLAR) this.#tags++;
    this.seen.add(key);
    this.fresh.push(key);
    this.counts.hits++;
  }

  isFull(): boolean {
    return this.seen.size >= MAX_KEYS;
  }
}

/** What only the page can say of two texts' owners. */
export interface PageView<Owner> {
  /** True where nothing is to be read. Asked once for a text with news: it may be dear. */
  isExcluded(owner: Owner): boolean;
  /** True where the second text goes on in the line of the first. Asked where a letter or digit stands on both sides. */
  isOneRun(before: Owner, after: Owner): boolean;
}

/** Enough of two neighbours to hold a word that a tag splits. */
const EDGE = 40;

/** What a text's last word has within the edge; the rest was scanned already, and under its own owner. */
const lastWord = (text: string) => text.slice(Math.max(text.lastIndexOf(' ') + 1, text.length - EDGE));

/** Texts of a batch that must be scanned in another form, too. */
class SecondLook<Owner> {
  readonly #batch: Batch<Owner>;
  readonly #page: PageView<Owner>;
  readonly #compatible = new Set<number>();
  readonly #joined: { text: string; owner: Owner }[] = [];
  /** Number of the text that was joined last: a word may be split more than once. */
  #last = -1;

  constructor(batch: Batch<Owner>, page: PageView<Owner>) {
    this.#batch = batch;
    this.#page = page;
  }

  onCompatible(at: number): void {
    this.#compatible.add(this.#batch.indexAt(at));
  }

  onSeam(at: number): void {
    const batch = this.#batch;
    const joined = this.#joined;
    const index = batch.indexAt(at);
    // A text that holds the sign of a seam itself has no next one.
    if (index + 1 === batch.count) return;
    const owner = batch.ownerAt(index + 1);
    if (!this.#page.isOneRun(batch.ownerAt(index), owner)) return;
    const left = batch.textAt(index);
    const isWhole = this.#last === index && !left.includes(' ');
    const before = isWhole ? joined.pop()?.text : lastWord(left);
    const [after] = batch
      .textAt(index + 1)
      .slice(0, EDGE)
      .split(' ');
    const text = `${before}${after}`;
    joined.push({ text, owner });
    this.#last = index + 1;
  }

  /** The forms, and forgets them. What is compatible after normalising stays so, and separates words. */
  take(): { text: string; owner: Owner }[] {
    const batch = this.#batch;
    const plain = [...this.#compatible].map((index) => ({
      text: batch.textAt(index).normalize('NFKC').slice(0, PIECE),
      owner: batch.ownerAt(index),
    }));
    this.#compatible.clear();
    this.#last = -1;
    return [...plain, ...this.#joined.splice(0)];
  }
}

/** A collector over a prefilter and the keys of the reader's own projects. */
export function createCollector<Owner>(
  prefilter: Prefilter,
  own: readonly number[],
  page: PageView<Owner>,
): Collector<Owner> {
  const filter = withOwn(prefilter, own);
  const findings = new Findings(filter);
  const batch = new Batch<Owner>();
  const again = new SecondLook(batch, page);
  /** Tokens come in order: the last answer suffices. */
  let asked = { index: -1, isOut: false };
  const isOut = (end: number) => {
    const index = batch.indexAt(end);
    if (index !== asked.index) asked = { index, isOut: page.isExcluded(batch.ownerAt(index)) };
    return asked.isOut;
  };
  const tokens = new ByteTokens(filter, {
    onToken(key, kind, end) {
      const news = findings.newsOf(key, kind);
      if ((news.isName || news.word) && !findings.isFull() && !isOut(end)) findings.add(key, kind, news);
    },
    onCompatible: (at) => again.onCompatible(at),
    onSeam: (at) => again.onSeam(at),
  });
  const scanBatch = () => {
    asked = { index: -1, isOut: false };
    tokens.scan(batch.bytes, batch.encode());
    const forms = again.take();
    batch.clear();
    return forms;
  };
  const scanAll = () => {
    const forms = scanBatch();
    for (const { text, owner } of forms) if (batch.add(text, owner)) scanBatch();
    if (forms.length > 0) scanBatch();
  };
  return {
    add(text, owner) {
      if (!batch.add(text, owner)) return false;
      scanAll();
      // The next text may go on in the line of this one.
      batch.add(lastWord(text), owner);
      return true;
    },
    flush: scanAll,
    counts: () => findings.counts,
    has: (key) => findings.seen.has(key),
    takeKeys() {
      const keys = findings.fresh;
      findings.fresh = [];
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
  return labelKeys(tellingLabel(host, path)).filter((key) => mayAddress(filter, key) || own.includes(key));
}
