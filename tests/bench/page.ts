/** Runs in the page under measurement: builds it (pages.ts), walks it bare (L), and scans it with our code. */
import { createCollector } from '../../lib/domain/detect/collector.ts';
import { type PackedPrefilter, unpackPrefilter } from '../../lib/domain/detect/prefilter.ts';
import { observe } from '../../lib/page/observe.ts';
import { readArticle } from '../../lib/page/read-article.ts';
import { createPageView, scanTrees } from '../../lib/page/scan.ts';
import { SLICE_MS } from '../../lib/page/slices.ts';
import { buildPage, random, words } from './pages.ts';

/** L: the bare walk with one loop over all characters, the least that any reader of the page must do. */
function bare(): number {
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = node.data;
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  }
  const ms = performance.now() - start;
  (globalThis as { sink?: number }).sink = sum;
  return ms;
}

interface Scheduler {
  yield?(): Promise<void>;
  postTask?<T>(task: () => T, options: object): Promise<T>;
}

/** Time spent in our own code while `work` runs: waits for a turn, at the start and between slices, are the page's. */
async function metered(work: () => Promise<void>): Promise<{ ms: number; longest: number }> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  let ms = 0;
  let longest = 0;
  let start = performance.now();
  const stop = () => {
    const slice = performance.now() - start;
    ms += slice;
    longest = Math.max(longest, slice);
  };
  if (!scheduler?.yield || !scheduler.postTask)
    throw new Error('this browser has no scheduler: slices can not be told from waits');
  const [turn, post] = [scheduler.yield.bind(scheduler), scheduler.postTask.bind(scheduler)];
  scheduler.yield = async () => {
    stop();
    await turn();
    start = performance.now();
  };
  scheduler.postTask = <T>(task: () => T, options: object) => {
    stop();
    return post(() => {
      start = performance.now();
      return task();
    }, options) as Promise<T>;
  };
  await work();
  stop();
  Object.assign(scheduler, { yield: turn, postTask: post });
  return { ms, longest };
}

async function scan(packed: PackedPrefilter): Promise<{ ms: number; longest: number; keys: number }> {
  const collector = createCollector(unpackPrefilter(packed), [], createPageView());
  const time = await metered(() => scanTrees([document.body], collector, new AbortController().signal));
  return { ...time, keys: collector.takeKeys().length };
}

/** The prefilter's tables out of what the script carries, and the collector over them; ms. */
function unpack(packed: PackedPrefilter): number {
  const start = performance.now();
  createCollector(unpackPrefilter(packed), [], createPageView());
  return performance.now() - start;
}

/** Every third paragraph makes a claim: far more than any article does. */
const CLAIMS = [
  'Active crypto developers are down 30% from last year’s peak, the data say.',
  'انخفض عدد مطوري العملات المشفرة النشطين بنحو 30% عن ذروة العام الماضي.',
  '再质押赛道的活跃开发者较峰值减少50%，主网将于2027年第一季度上线。',
];

/** The reader's lens over an article of about `characters`: time of our own slices, the longest of them, claims found. */
async function lens(characters: number): Promise<{ ms: number; longest: number; claims: number }> {
  buildPage(3, { characters, nodes: Math.max(3, Math.round(characters / 400)) });
  for (const [i, paragraph] of document.querySelectorAll('p').entries()) {
    if (i % 3 === 0) paragraph.append(CLAIMS[(i / 3) % CLAIMS.length] as string);
  }
  const { signal } = new AbortController();
  let claims = 0;
  const time = await metered(async () => {
    const { reading } = await readArticle({
      document,
      answer: null,
      words: { wordsIn: () => new Map() },
      now: Date.UTC(2026, 10, 20),
      signal,
    });
    claims = reading.claims.length;
  });
  return { ...time, claims };
}

/** Infinite scroll: `batches` additions of `nodes` paragraphs; our time over that of L on the final page. */
async function scroll(packed: PackedPrefilter, batches: number, nodes: number): Promise<number> {
  const collector = createCollector(unpackPrefilter(packed), [], createPageView());
  const end = new AbortController();
  document.body.replaceChildren();
  const next = random(7);
  let ms = 0;
  let work = Promise.resolve();
  observe(
    document.body,
    (roots) => {
      work = work.then(async () => {
        ms += (await metered(() => scanTrees(roots, collector, end.signal))).ms;
      });
    },
    end.signal,
  );
  for (let batch = 0; batch < batches; batch++) {
    const list = document.createElement('div');
    for (let i = 0; i < nodes; i++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = words(next, 20);
      list.append(paragraph);
    }
    document.body.append(list);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  await new Promise((resolve) => setTimeout(resolve, 250));
  await work;
  end.abort();
  return ms;
}

Object.assign(globalThis, { bench: { build: buildPage, bare, scan, unpack, scroll, lens, sliceMs: SLICE_MS } });
