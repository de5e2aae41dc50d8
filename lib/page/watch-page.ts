/** Stage 2: verifies the background's names against the page's own text and keeps the findings true as the page changes. */
import { pageGate } from '../domain/detect/gate.ts';
import { addTags, factsOf, judgeBlock, type Match, type ReadBlock, readBlock } from '../domain/detect/match.ts';
import { type CompiledName, compileNames, type NameIndex } from '../domain/detect/names.ts';
import { cryptoLevel, type PageEvidence } from '../domain/detect/page-evidence.ts';
import { sureWords, weightOf } from '../domain/detect/sentence.ts';
import type { Proof } from '../domain/detect/types.ts';
import type { WordFact } from '../domain/detect/word-facts.ts';
import { Alone, picturedProjects } from './alone.ts';
import { type AddressTable, addressTable, declaredIdentity, linkedProjects } from './evidence.ts';
import type { Elements } from './excluded.ts';
import type { Answer, PageTools } from './handoff.ts';
import { isBelow, outermost } from './observe.ts';
import { blockOf, type Run, rangeOf, runsOf } from './runs.ts';
import type { Mention, PageFindings } from './types.ts';

export interface Change {
  added: Mention[];
  removed: Mention[];
}

export interface WatchOptions {
  answer: Answer;
  tools: Omit<PageTools, 'letters'>;
  signal: AbortSignal;
  /** Called after each change, first as soon as the page has been read once. */
  onFindings(findings: PageFindings, change: Change): void;
  /** 'all': each mention, within the same limit. Else (default) the first of each project. */
  density?: 'first' | 'all' | 'strip-only';
  document?: Document;
}

interface Block {
  run: Run;
  read: ReadBlock;
}

interface Found {
  block: Block;
  match: Match;
}

/** Blocks with candidates that are kept for judging again; a page with more of them has said enough. */
const MAX_BLOCKS = 5000;

/** What `make` yields for each item, one after the other. */
function* chain<T, U>(items: readonly T[], make: (item: T) => Iterable<U>): Generator<U, undefined> {
  for (const item of items) yield* make(item);
  return undefined;
}

class Watch {
  readonly #options: WatchOptions;
  readonly #document: Document;
  readonly #index: NameIndex;
  readonly #addresses: AddressTable;
  #blocks: Block[] = [];
  readonly #words = new Map<number, WordFact>();
  readonly #coined = new Set<string>();
  readonly #linked = new Map<string, string>();
  readonly #proven = new Map<string, Proof>();
  readonly #tags = new Set<string>();
  readonly #alone = new Alone();
  readonly #phrases: Map<string, CompiledName>;
  #mentions: Mention[] = [];
  #serial = 0;
  #isFirst = true;
  /** Blocks that came and went; the stamp of the last judgement. */
  #changes = 0;
  #judged = -1;
  #identity: PageFindings['identity'];

  constructor(options: WatchOptions) {
    const { answer } = options;
    const muted = new Set(answer.muted);
    const names = answer.names.filter(({ projectId }) => !muted.has(projectId));
    this.#options = options;
    this.#document = options.document ?? document;
    this.#index = compileNames(names, options.tools.words);
    this.#phrases = new Map([...this.#index.heads.values()].flat().map((name) => [name.phrase, name]));
    this.#addresses = addressTable(names);
    this.#identity = answer.identity && !muted.has(answer.identity.projectId) ? answer.identity : null;
  }

  /** Reads the runs below each root and judges what was found. */
  async read(roots: Node[]): Promise<void> {
    const { signal, tools } = this.#options;
    this.#forget(roots);
    const whole = roots.filter((root) => root.nodeType === 1) as Element[];
    // All roots in the same slices: a ticker changes hundreds at a time, and each wait for a turn costs more than to read one.
    await this.#each(
      chain(roots, (root) => runsOf(root, tools.elements)),
      (run) => this.#readRun(run),
    );
    const links = chain(whole, (root) => linkedProjects(root, this.#addresses));
    await this.#each(links, ([id, host]) => this.#linked.set(id, host));
    for (const root of whole) for (const [id, proof] of picturedProjects(root, this.#phrases)) this.#prove(id, proof);
    if (!signal.aborted) await this.#judge();
  }

  /** Takes what `source` yields, in slices. */
  async #each<T>(source: Iterator<T | undefined, undefined>, take: (value: T) => void): Promise<void> {
    const { signal, tools } = this.#options;
    await tools.inSlices(() => {
      const { value, done } = source.next();
      if (value !== undefined) take(value);
      return !done;
    }, signal);
  }

  #readRun(run: Run): void {
    const read = readBlock(this.#index, run.text);
    const { coined, words } = factsOf(read);
    for (const [id, word] of words) this.#words.set(id, word);
    addTags(this.#tags, run.text);
    if (read.candidates.length === 0 || this.#blocks.length >= MAX_BLOCKS) return;
    this.#changes++;
    for (const id of coined) this.#coined.add(id);
    this.#alone.add(run, read.normal.text, read.candidates);
    this.#blocks.push({ run, read });
  }

  /** Drops the blocks that are gone or about to be read again. */
  #forget(roots: Node[]): void {
    const again = new Set(roots);
    const stay = this.#blocks.filter(({ run }) =>
      run.segments.every(({ node }) => node.isConnected && !isBelow(node, again)),
    );
    this.#changes += this.#blocks.length - stay.length;
    this.#blocks = stay;
  }

  #evidence(): PageEvidence {
    return {
      coined: this.#coined,
      linked: this.#linked,
      proven: this.#proven,
      tags: this.#tags,
      context: weightOf(this.#words.values()),
      sure: sureWords(this.#words.values()),
      identity: this.#identity?.projectId ?? null,
      identityBy: this.#identity?.matched ?? '',
    };
  }

  /** The first proof stands. */
  #prove(id: string, proof: Proof): void {
    if (!this.#proven.has(id)) this.#proven.set(id, proof);
  }

  /** A page that is not about crypto shows no mention, whatever names stand in it. */
  #isWorthReading(page: PageEvidence): boolean {
    if (page.identity || page.linked.size > 0) return true;
    const weak = new Set(this.#blocks.flatMap(({ read }) => read.candidates.map(({ name }) => name.entry.projectId)));
    return pageGate({ coined: page.coined.size, weak: weak.size, context: page.context, sure: page.sure });
  }

  /** Judges all blocks; twice when the first pass proves a name for the rest of the page. */
  async #matches(): Promise<Found[]> {
    const page = this.#evidence();
    for (const [id, proof] of this.#alone.listed(cryptoLevel(page) > 0)) this.#prove(id, proof);
    const judgeAll = async () => {
      const found: Found[] = [];
      await this.#each(this.#blocks.values(), (block) => {
        for (const match of judgeBlock(block.read, page)) found.push({ block, match });
      });
      return found;
    };
    const found = await judgeAll();
    const before = this.#proven.size;
    for (const { match } of found) {
      const fact = match.evidence.find(({ rule }) => rule === 'name-with-symbol' || rule === 'own-qualifier');
      if (!fact) continue;
      const what = fact.rule === 'own-qualifier' ? `${fact.what}` : `${match.phrase} (${fact.what})`;
      this.#prove(match.projectId, { rule: 'proven-name', what });
    }
    return this.#proven.size > before ? judgeAll() : found;
  }

  /** A number that stays the same while nothing is read that a judgement rests on: what it sums up only grows. */
  #stamp(): number {
    const { size } = this.#words;
    return this.#changes + size + this.#coined.size + this.#linked.size + this.#proven.size + this.#tags.size;
  }

  async #judge(): Promise<void> {
    const { answer, onFindings, signal } = this.#options;
    if (this.#isFirst && !this.#identity && !answer.lookAlike)
      this.#identity = declaredIdentity(this.#document, this.#addresses);
    const kept = this.#mentions.filter(stands);
    const removed = this.#mentions.filter((mention) => !kept.includes(mention));
    const stamp = this.#stamp();
    // Most changes of a page bring no name and take none away.
    if (removed.length === 0 && stamp === this.#judged) return;
    this.#judged = stamp;
    const added: Mention[] = [];
    if (this.#isWorthReading(this.#evidence())) await this.#choose(kept, added);
    if (signal.aborted) return;
    this.#mentions = [...kept, ...added].sort(byPlace);
    if (!this.#isFirst && added.length === 0 && removed.length === 0) return;
    this.#isFirst = false;
    onFindings({ identity: this.#identity, lookAlike: answer.lookAlike, mentions: this.#mentions }, { added, removed });
  }

  async #choose(kept: Mention[], added: Mention[]): Promise<void> {
    const isAll = this.#options.density === 'all';
    const have = new Set(kept.map(({ projectId }) => projectId));
    const places = (await this.#matches())
      .filter(({ match }) => isAll || !have.has(match.projectId))
      .sort((a, b) => byNode(a.block, b.block) || a.match.start - b.match.start);
    for (const { block, match } of places) {
      if (kept.length + added.length >= this.#options.answer.maxBadges) return;
      if (!isAll && have.has(match.projectId)) continue;
      const range = rangeOf(block.run, match.start, match.end);
      if (!range || (isAll && kept.some((mention) => isSamePlace(mention.range, range)))) continue;
      have.add(match.projectId);
      const { projectId, score, needs, evidence } = match;
      this.#serial++;
      const key = `${projectId}#${this.#serial}`;
      added.push({ key, projectId, text: range.toString(), range, score, needs, evidence });
    }
  }
}

const isSamePlace = (a: Range, b: Range) => a.startContainer === b.startContainer && a.startOffset === b.startOffset;

/** A mention stands while its text does: ranges are live and shrink when the page takes their text away. */
function stands({ range, text }: Mention): boolean {
  return range.startContainer.isConnected && range.toString() === text;
}

function byNode(a: Block, b: Block): number {
  const [first, second] = [a.run.segments[0]?.node, b.run.segments[0]?.node];
  if (!first || !second || first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function byPlace(a: Mention, b: Mention): number {
  return a.range.compareBoundaryPoints(Range.START_TO_START, b.range);
}

/** The root to read again for a changed node: inline pieces change the block they stand in. */
function readingRoot(node: Node, elements: Elements): Node {
  if (node.nodeType === 1 && !elements.isInline(node)) return node;
  return blockOf(node, elements) ?? node;
}

/**
 * Reads the page, calls `onFindings`, then follows added and changed text until `signal` is aborted. Nothing of the page
 * is changed; ranges are live ones over its own text nodes.
 */
export function watchPage(options: WatchOptions): void {
  const { signal } = options;
  const page = options.document ?? document;
  if (signal.aborted || !page.body) return;
  const watch = new Watch(options);
  const { elements, observe } = options.tools;
  let work = watch.read([page.body]);
  observe(
    page.body,
    (nodes) => {
      const roots = outermost(nodes.map((node) => readingRoot(node, elements)));
      work = work.then(() => (signal.aborted ? undefined : watch.read(roots)));
    },
    signal,
  );
}
