/** Rows of the reader's lens: it runs on request, so what counts is that the page stays quick and the work grows with the text. */
import type { BenchContext, BrowserRow, PageBench } from '../framework.ts';

interface Sample {
  ms: number;
  longest: number;
  claims: number;
}

/** The article of the guide's figures, and ten and forty times it; the last is near the most that the lens reads. */
const ARTICLE = 10_000;

async function samples(context: BenchContext, characters: number): Promise<Sample[]> {
  const list: Sample[] = [];
  for (let i = 0; i < context.tabs; i++) {
    const page = await context.tab();
    list.push(
      await page.evaluate((size) => (globalThis as unknown as { bench: PageBench }).bench.lens(size), characters),
    );
    await page.close();
  }
  return list;
}
const least = (list: Sample[], key: keyof Sample) => Math.min(...list.map((one) => one[key]));

function time(figure: string, characters: number, goalMs: number): BrowserRow {
  return {
    figure,
    goal: `≤ ${goalMs} ms, on request`,
    async run(context) {
      const list = await samples(context, characters);
      const ms = least(list, 'ms');
      return { value: `${ms.toFixed(0)} ms, ${least(list, 'claims')} claims`, met: ms <= goalMs };
    },
  };
}

const slices: BrowserRow = {
  figure: 'lens: longest slice, 100,000 characters',
  goal: '≤ 8 ms',
  async run(context) {
    const longest = least(await samples(context, 10 * ARTICLE), 'longest');
    return { value: `${longest.toFixed(1)} ms`, met: longest <= 8 };
  },
};

const growth: BrowserRow = {
  figure: 'lens: work for 4 times the text',
  goal: '≤ 5 times',
  async run(context) {
    const value = least(await samples(context, 40 * ARTICLE), 'ms') / least(await samples(context, 10 * ARTICLE), 'ms');
    return { value: `${value.toFixed(1)} times`, met: value <= 5 };
  },
};

export const rows: BrowserRow[] = [
  time('lens: article of 1,500 words, cold', ARTICLE, 100),
  time('lens: 100,000 characters, cold', 10 * ARTICLE, 500),
  slices,
  growth,
];
