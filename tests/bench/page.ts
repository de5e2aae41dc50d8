/** Runs in the page under measurement: builds it from a seed, walks it bare (L), and scans it with our code. */
import { createCollector } from '../../lib/domain/detect/collector.ts';
import { type PackedPrefilter, unpackPrefilter } from '../../lib/domain/detect/prefilter.ts';
import { observe } from '../../lib/page/observe.ts';
import { readArticle } from '../../lib/page/read-article.ts';
import { createPageView, scanTrees } from '../../lib/page/scan.ts';
import { SLICE_MS } from '../../lib/page/slices.ts';

/** A small generator with a fixed sequence (mulberry32): pages are the same on each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Syllables of each script, what stands between words, and what a paragraph has of quotation marks, as its press sets them. */
const SCRIPTS = {
  Latin: {
    syllables: 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu ar en il on ur',
    gap: ' ',
    marks: '',
  },
  typeset: {
    syllables: 'ba ce di fo gu ha je ki lo mu na pé ri so tu va we xi yo zu ar en il on ur',
    gap: ' ',
    marks: '“”’—',
  },
  Arabic: { syllables: 'با ال من في عل ها جي كي لو مو نا بر ري سو تو وا قد شي يا زو', gap: ' ', marks: '«»،؟' },
  Chinese: {
    syllables: '的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国 我 以 要 他 时 来 用 们',
    gap: '',
    marks: '“”，。',
  },
};
export type Script = keyof typeof SCRIPTS;

/** Words of prose: two to four syllables, one in ten with a capital, one in twelve with a mark. */
function words(next: () => number, count: number, script: Script = 'Latin'): string {
  const { syllables, gap, marks } = SCRIPTS[script];
  const all = syllables.split(' ');
  const list: string[] = [];
  for (let i = 0; i < count; i++) {
    let word = '';
    for (let n = 2 + Math.floor(next() * 3); n > 0; n--) word += all[Math.floor(next() * all.length)];
    if (next() < 0.1) word = (word[0] as string).toUpperCase() + word.slice(1);
    if (marks !== '' && next() < 1 / 12) word += marks[Math.floor(next() * marks.length)];
    list.push(word);
  }
  return list.join(gap);
}

/** `nodes` paragraphs of about `characters / nodes` characters. */
function build(seed: number, characters: number, nodes: number, script: Script = 'Latin'): void {
  const next = random(seed);
  const parts = document.createDocumentFragment();
  const perNode = Math.max(1, Math.round(characters / nodes / (script === 'Chinese' ? 3.1 : 6.6)));
  for (let i = 0; i < nodes; i++) {
    const paragraph = document.createElement('p');
    paragraph.textContent = `${words(next, perNode, script)}. `;
    parts.append(paragraph);
  }
  document.body.replaceChildren(parts);
}

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
  build(3, characters, Math.max(3, Math.round(characters / 400)));
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

Object.assign(globalThis, { bench: { build, bare, scan, unpack, scroll, lens, sliceMs: SLICE_MS } });
