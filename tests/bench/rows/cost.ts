/** Rows of what every page pays: bytes, compiling and evaluating, memory. Measured in tabs with a made-up extension API around the built script. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchContext, BenchRow, BrowserRow, NodeRow, PageBench } from '../framework.ts';

const OUTPUT = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');
const DETECTOR = join('content-scripts', 'detector.js');

function script(path: string): string {
  const file = join(OUTPUT, path);
  if (!existsSync(file)) throw new Error('not built: run "npm run build"');
  return readFileSync(file, 'utf8');
}

function bytes(figure: string, path: string, goal: number): NodeRow {
  return {
    figure,
    goal: `≤ ${goal / 1000} kB`,
    in: 'node',
    async run() {
      const size = gzipSync(script(path), { level: 9 }).length;
      return { value: `${(size / 1000).toFixed(1)} kB`, met: size <= goal };
    },
  };
}

/** Runs `code` as a script of the page, beside an API that answers nothing; ms until it has run. */
async function evaluate(context: BenchContext, code: string): Promise<number> {
  const page = await context.tab();
  const ms = await page.evaluate((text) => {
    const runtime = { id: 'bench', sendMessage: async () => undefined };
    Object.assign(globalThis, { browser: { runtime, storage: { local: { get: async () => ({}) } } } });
    const element = document.createElement('script');
    element.textContent = text;
    const start = performance.now();
    document.head.append(element);
    return performance.now() - start;
  }, code);
  await page.close();
  return ms;
}

/** Unpacking the prefilter and making its tables: what the script does next, before it scans. */
async function unpack(context: BenchContext): Promise<number> {
  const page = await context.tab();
  const ms = await page.evaluate(
    (packed) => (globalThis as unknown as { bench: PageBench }).bench.unpack(packed),
    context.prefilter(),
  );
  await page.close();
  return ms;
}

async function least(context: BenchContext, sample: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let i = 0; i < context.tabs; i++) values.push(await sample());
  return Math.min(...values);
}

const EMPTY = '(function(){})();';

const evaluation: BrowserRow = {
  figure: 'compile, evaluate and unpack, over an empty script',
  goal: '≤ 3 ms',
  async run(context) {
    const code = script(DETECTOR);
    const own = await least(context, () => evaluate(context, code));
    const empty = await least(context, () => evaluate(context, EMPTY));
    const unpacked = await least(context, () => unpack(context));
    const ms = own - empty + unpacked;
    return { value: `${ms.toFixed(1)} ms`, met: ms <= 3, note: `of it ${unpacked.toFixed(1)} ms for the tables` };
  },
};

/** Bytes of a tab's JavaScript, buffers included, a second after `code` ran and after a collection. */
async function memory(context: BenchContext, code: string): Promise<number> {
  const page = await context.browser.newPage();
  await page.setContent('<!doctype html><title>quiet</title><body><p>A page about gardens.</p></body>');
  await page.evaluate((text) => {
    const runtime = { id: 'bench', sendMessage: async () => undefined };
    Object.assign(globalThis, { browser: { runtime, storage: { local: { get: async () => ({}) } } } });
    const element = document.createElement('script');
    element.textContent = text;
    document.head.append(element);
    element.remove();
  }, code);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  await page.close();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

const heap: BrowserRow = {
  figure: 'memory on a page with nothing, over an empty script',
  goal: '≤ 0.3 MB',
  async run(context) {
    const tabs = { ...context, tabs: Math.min(context.tabs, 3) };
    const code = script(DETECTOR);
    const own = await least(tabs, () => memory(context, code));
    const empty = await least(tabs, () => memory(context, EMPTY));
    const mb = (own - empty) / 1e6;
    return { value: `${mb.toFixed(2)} MB`, met: mb <= 0.3 };
  },
};

export const rows: BenchRow[] = [
  bytes('injected on a page with nothing, gz', DETECTOR, 12_000),
  bytes('overlay script, gz', 'overlay.js', 20_000),
  evaluation,
  heap,
];
