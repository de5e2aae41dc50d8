/** Reads the text of an article on request, in slices: claims, sectors, terms and date. Changes nothing and sends nothing. */
import { articleDate, type DateHints } from '../domain/claims/article-date.ts';
import { speaksOfCrypto } from '../domain/claims/find-claims.ts';
import { createTextReader } from '../domain/claims/read-text.ts';
import type { LensReading } from '../domain/claims/reading.ts';
import type { TextMention } from '../domain/claims/types.ts';
import type { ContextReader } from '../domain/detect/context-reader.ts';
import { addTags, factsOf, judgeBlock, type ReadBlock, readBlock } from '../domain/detect/match.ts';
import { compileNames } from '../domain/detect/names.ts';
import type { PageEvidence } from '../domain/detect/page-evidence.ts';
import { SECTOR_PREFIX } from '../domain/detect/sectors.ts';
import { sureWords, weightOf } from '../domain/detect/sentence.ts';
import type { Proof } from '../domain/detect/types.ts';
import type { WordFact } from '../domain/detect/word-facts.ts';
import { addressTable, linkedProjects } from './evidence.ts';
import { ELEMENTS } from './excluded.ts';
import type { Answer } from './handoff.ts';
import { type Run, runsOf } from './runs.ts';
import { inSlices } from './slices.ts';

/** An article of 400,000 characters is a book; the first part of it is read, and the reader is told. */
const MAX_CHARS = 400_000;
const MAX_BLOCKS = 8_000;
/** An article element with less text than this is a teaser: the whole page is read. */
const MIN_ARTICLE = 500;
/** Around an article, not of it. */
const ASIDE = 'nav,footer,aside,[role="navigation"],[role="contentinfo"],[role="complementary"],[role="search"],dialog';
const MAX_HINTS = 60;

/** The element that holds the article: the longest of article and main elements, else the body. */
function articleRoot(document: Document): Element {
  let best: Element | null = null;
  let most = MIN_ARTICLE;
  for (const element of document.querySelectorAll('article,main,[role="main"]')) {
    const length = element.textContent?.length ?? 0;
    // The narrower of two that hold the same text.
    if (length > most || (best && length === most)) [best, most] = [element, length];
  }
  return best ?? document.body;
}

/** What the page declares about its date, as plain strings. */
export function dateHints(document: Document, root: Element): DateHints {
  const jsonLd = [...document.querySelectorAll('script[type="application/ld+json"]')].map((s) => s.textContent ?? '');
  const meta = [...document.querySelectorAll('meta[content]')].flatMap((m): [string, string][] => {
    const name = m.getAttribute('property') ?? m.getAttribute('name') ?? m.getAttribute('itemprop');
    return name ? [[name, m.getAttribute('content') ?? '']] : [];
  });
  const times = [...root.querySelectorAll('time[datetime]')].slice(0, MAX_HINTS).map((time) => ({
    value: time.getAttribute('datetime') ?? '',
    published:
      time.hasAttribute('pubdate') ||
      /publish/i.test(
        `${time.getAttribute('itemprop') ?? ''} ${time.className} ${time.parentElement?.className ?? ''}`,
      ),
  }));
  return { jsonLd: jsonLd.slice(0, MAX_HINTS), meta, times };
}

interface Block {
  run: Run;
  /** One blank for each white-space character: offsets stay those of the run. */
  text: string;
  read: ReadBlock | null;
}

export interface ReadOptions {
  document: Document;
  /** The background's names for this page; null where the detector found nothing. */
  answer: Answer | null;
  /** The context words to judge names by; none where there are no names. */
  words: ContextReader;
  /** Unix ms. */
  now: number;
  signal: AbortSignal;
}

export interface Article {
  reading: LensReading;
  /** Runs by block number, to show places in the page. */
  runs: Run[];
}

/** Blocks in reading order, and what the page as a whole says of the names in it. */
async function collect({ answer, words: table, signal }: ReadOptions, root: Element) {
  const names = (answer?.names ?? []).filter(
    (n) => !n.projectId.startsWith(SECTOR_PREFIX) && !answer?.muted.includes(n.projectId),
  );
  const index = compileNames(names, table);
  const blocks: Block[] = [];
  const words = new Map<number, WordFact>();
  const coined = new Set<string>();
  const tags = new Set<string>();
  let chars = 0;
  let cut = false;
  const runs = runsOf(root, ELEMENTS);
  await inSlices(() => {
    const next = runs.next();
    const run = next.value;
    if (run && !run.segments[0]?.node.parentElement?.closest(ASIDE)) {
      const text = run.text.replace(/\s/g, ' ');
      const read = names.length > 0 ? readBlock(index, text) : null;
      if (read) {
        const facts = factsOf(read);
        for (const [id, word] of facts.words) words.set(id, word);
        for (const id of facts.coined) coined.add(id);
        addTags(tags, text);
      }
      blocks.push({ run, text, read });
      chars += text.length;
      cut = chars > MAX_CHARS || blocks.length >= MAX_BLOCKS;
    }
    return !next.done && !cut;
  }, signal);
  const page: PageEvidence = {
    linked: new Map([...linkedProjects(root, addressTable(names))].filter((link) => link !== undefined)),
    proven: new Map(),
    coined,
    context: weightOf(words.values()),
    sure: sureWords(words.values()),
    tags,
    identity: answer?.identity?.projectId ?? null,
  };
  return { blocks, page, cut };
}

/** Calls `step` with each block, in slices. */
async function eachBlock(
  blocks: Block[],
  signal: AbortSignal,
  step: (block: Block, at: number) => void,
): Promise<void> {
  let at = 0;
  await inSlices(() => {
    const block = blocks[at];
    if (!block) return false;
    step(block, at);
    at += 1;
    return true;
  }, signal);
}

const judge = (read: ReadBlock | null, page: PageEvidence) => (read?.candidates.length ? judgeBlock(read, page) : []);

/** Reads the page once. Ends early, with what was read, when `signal` is aborted. */
export async function readArticle(options: ReadOptions): Promise<Article> {
  const { document, now, signal } = options;
  const root = articleRoot(document);
  const date = articleDate(dateHints(document, root), now);
  const { blocks, page, cut } = await collect(options, root);
  // Twice: a project that stands firmly in one place of the article is meant in the others too.
  const proven = new Map<string, Proof>();
  await eachBlock(blocks, signal, ({ read }) => {
    for (const match of judge(read, page))
      if (match.strong) proven.set(match.projectId, { rule: 'proven-name', what: match.phrase });
  });
  const mentions: TextMention[][] = [];
  await eachBlock(blocks, signal, ({ read }, block) => {
    const found = judge(read, { ...page, proven });
    mentions.push(found.map(({ start, end, projectId }) => ({ block, start, end, projectId })));
  });
  let crypto = mentions.some((found) => found.length > 0);
  await eachBlock(blocks, signal, ({ text }) => {
    crypto ||= speaksOfCrypto(text);
  });
  const reader = createTextReader({ crypto, at: date?.at ?? now });
  await eachBlock(blocks, signal, ({ text }, at) => reader.read(text, at, mentions[at] ?? []));
  const projects = countProjects(mentions.flat());
  const reading: LensReading = { ...reader.reading(), projects, date, blocks: blocks.length, cut };
  return { reading, runs: blocks.map(({ run }) => run) };
}

function countProjects(mentions: TextMention[]): { projectId: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { projectId } of mentions) counts.set(projectId, (counts.get(projectId) ?? 0) + 1);
  return [...counts].map(([projectId, count]) => ({ projectId, count }));
}
