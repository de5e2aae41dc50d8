/** Stage 1 on one page: which keys of the prefilter its text hits, and whether the page is one to look at at all. */
import { Batch, type TextSource } from './batch.ts';
import { ByteTokens } from './byte-tokens.ts';
import { DIGIT, DOLLAR, isIdeograph, UPPER } from './chars.ts';
import { holds } from './key-set.ts';
import { labelKeys, tellingLabel } from './labels.ts';
import { mayAddress, type Prefilter, withOwn } from './prefilter.ts';
import { pairKey, quickKey } from './tokens.ts';
import { isWord } from './word-facts.ts';

/** More keys than this are no article; the first ones are enough. */
const MAX_KEYS = 600;
const MAX_TAGS = 64;

export interface Counts {
  /** Distinct keys hit, and points of context words. */
  hits: number;
  context: number;
}

export interface Collector<Owner> {
  /**
   * Takes the characters `from` to `to` of an owner's text, at most `PIECE`. It stands right behind what was added before, if no `part` or `flush`
   * came between.
   * True when a batch was scanned: time to look at the clock.
   */
  add(owner: Owner, from: number, to: number): boolean;
  /** What is added from now on does not stand right behind what was. */
  part(): void;
  /** Scans what waits. The answers below know of nothing that came after the last flush. */
  flush(): void;
  counts(): Counts;
  /** True when the text hit this key. */
  has(key: number): boolean;
  /** Keys hit since the last call. */
  takeKeys(): number[];
}

/** What was found so far, and how a further token adds to it. */
interface Findings {
  counts(): Counts;
  has(key: number): boolean;
  takeKeys(): number[];
  /** Takes a token that may be known, unless it adds nothing or `isOut`, which is asked only then, says that nothing is to be read there. */
  take(key: number, kind: number, isOut: () => boolean): void;
}

function createFindings({ words, names, exact }: Prefilter): Findings {
  const seen = new Set<number>();
  const counted = new Set<number>();
  let fresh: number[] = [];
  let tags = 0;
  let context = 0;
  const isTicker = (kind: number) => tags < MAX_TAGS && (kind & ~DIGIT) === (UPPER | DOLLAR);
  const isName = (quick: number, kind: number) =>
    ((kind & (UPPER | DIGIT)) !== 0 && holds(names, quick)) || holds(exact, quick);
  return {
    counts: () => ({ hits: seen.size, context }),
    has: (key) => seen.has(key),
    takeKeys() {
      const keys = fresh;
      fresh = [];
      return keys;
    },
    take(key, kind, isOut) {
      const isTag = kind >= DOLLAR;
      const fact = isTag ? undefined : words.get(key);
      const word = isWord(fact, kind) && !counted.has(fact.id) ? fact : undefined;
      const isNew = !seen.has(key) && (isTag ? isTicker(kind) : isName(quickKey(key), kind));
      if (!(isNew || word) || seen.size >= MAX_KEYS || isOut()) return;
      if (word) {
        counted.add(word.id);
        context += word.weight;
      }
      if (!isNew) return;
      if (isTag) tags++;
      seen.add(key);
      fresh.push(key);
    },
  };
}

/** What only the page can say of texts' owners. */
export interface PageView<Owner> extends TextSource<Owner> {
  /** True where nothing is to be read. Asked once for a text with news: it may be dear. */
  isExcluded(owner: Owner): boolean;
  /** True where the second text goes on in the line of the first. Asked where a letter or digit stands on both sides. */
  isOneRun(before: Owner, after: Owner): boolean;
}

/** Enough of two neighbours to hold a word that a tag splits. */
const EDGE = 40;

/** What a text's last word has within the edge; the rest was scanned already, and under its own owner. */
const lastWord = (text: string) => text.slice(Math.max(text.lastIndexOf(' ') + 1, text.length - EDGE));

/** Makes the function that tells what stands around the end of a text in the batch; '' where it and the next are apart. */
function joiner<Owner>(filter: Prefilter, batch: Batch<Owner>, page: PageView<Owner>): (index: number) => string {
  /** What was joined last, and the number of its last text: a word may be split more than once. */
  let word = '';
  let last = -1;
  return (index) => {
    if (index + 1 === batch.count) return '';
    const end = batch.ends[index] as number;
    const [before, after] = [batch.text.charCodeAt(end - 1), batch.text.charCodeAt(end)];
    // Nothing but a pair reaches over the meeting of two ideographs. The page takes its time to answer: it is asked where the pair may be known.
    const isPair = isIdeograph(before) && isIdeograph(after);
    if (isPair && !holds(filter.listed, quickKey(pairKey(before, after)))) return '';
    if (!page.isOneRun(batch.ownerAt(index), batch.ownerAt(index + 1))) return '';
    const left = batch.textAt(index);
    const number = batch.before + index;
    const isWhole = last === number && left.length <= EDGE && !left.includes(' ');
    const start = isWhole ? word.slice(-EDGE) : lastWord(left);
    last = number + 1;
    const [next] = batch
      .textAt(index + 1)
      .slice(0, EDGE)
      .split(' ');
    word = start + next;
    return word;
  };
}

/** A collector over a prefilter and the keys of the reader's own projects. */
export function createCollector<Owner>(
  prefilter: Prefilter,
  own: readonly number[],
  page: PageView<Owner>,
): Collector<Owner> {
  const filter = withOwn(prefilter, own);
  const findings = createFindings(filter);
  const batch = new Batch(page);
  /** Tokens come in order: the last answer suffices. */
  let asked = -1;
  let isOut = false;
  const tokens = new ByteTokens(filter, batch, {
    onToken(key, kind, index) {
      findings.take(key, kind, () => {
        if (index !== asked) isOut = page.isExcluded(batch.ownerAt(index));
        asked = index;
        return isOut;
      });
    },
    onSeam: joiner(filter, batch, page),
  });
  /** Scans the batch and empties it; answers with the characters that its last word may go on from. */
  const scanAll = () => {
    asked = -1;
    tokens.scan(batch.encode());
    const word = batch.count > 0 ? lastWord(batch.textAt(batch.count - 1)) : '';
    const { owner, to } = batch.clear();
    return { owner, from: to - word.length, to };
  };
  return {
    add(owner, from, to) {
      if (!batch.add(owner, from, to)) return false;
      const last = scanAll();
      // The next text may go on in the line of this one.
      batch.add(last.owner, last.from, last.to);
      return true;
    },
    part: () => batch.part(),
    flush() {
      scanAll();
    },
    counts: findings.counts,
    has: findings.has,
    takeKeys: findings.takeKeys,
  };
}

/** Aggregators: nearly every page there is about a project, also one that says little else. */
const AGGREGATOR =
  /(?:^|\.)(?:coin(?:gecko|marketcap)|defillama|messari|cryptorank|rootdata|dropstab|l2beat|tokenterminal|artemis)\.[a-z]+$/;

/**
 * Keys of the page's address that may be known here, and whether it is one to ask about whatever the page says. The filter lets some foreign
 * addresses pass: that the page names itself, or speaks of crypto, must come to it.
 */
export function addressKeys(
  filter: Prefilter,
  own: readonly number[],
  host: string,
  path: string,
): { keys: number[]; isSure: boolean } {
  // Of a shared host (GitHub) the host itself may be known, too.
  const labels = [tellingLabel(host, path), host.split('.').at(-2) ?? ''];
  const keys = labels.flatMap(labelKeys).filter((key) => mayAddress(filter, key) || own.includes(key));
  return { keys, isSure: AGGREGATOR.test(host) };
}
