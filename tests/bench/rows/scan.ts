/** Rows of stage 1: the scan against the bare walk, and its slices. */
import type { BrowserKind } from '../../../lib/tools/browser/types.ts';
import type { BenchContext, BenchRow, BrowserRow, PageBench, Sample } from '../framework.ts';

/** One cold sample per tab; the order of L and scan alternates, so that a warm cache favours neither. */
async function sample(context: BenchContext, characters: number, nodes: number, projects?: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let i = 0; i < context.tabs; i++) {
    const page = await context.tab();
    samples.push(
      await page.evaluate(
        async (size, count, packed, scanFirst) => {
          const { bench } = globalThis as unknown as { bench: PageBench };
          bench.build(1, size, count);
          const first = scanFirst ? undefined : bench.bare();
          const { ms, longest } = await bench.scan(packed);
          return { bare: first ?? bench.bare(), ms, longest };
        },
        characters,
        nodes,
        context.prefilter(projects),
        i % 2 === 1,
      ),
    );
    await page.close();
  }
  return samples;
}

const least = (samples: Sample[], key: keyof Sample) => Math.min(...samples.map((one) => one[key]));

/** Our slices over L, least over least. */
export function ratio(
  figure: string,
  characters: number,
  nodes: number,
  goal: number,
  projects?: number,
  browser: BrowserKind = 'chromium',
): BrowserRow {
  return {
    figure,
    goal: `≤ ${goal.toFixed(1)} L`,
    in: browser,
    async run(context) {
      const samples = await sample(context, characters, nodes, projects);
      const value = least(samples, 'ms') / least(samples, 'bare');
      return { value: `${value.toFixed(1)} L`, met: value <= goal };
    },
  };
}

const slices: BrowserRow = {
  figure: 'longest slice, 1 MB',
  goal: '≤ 8 ms',
  async run(context) {
    const longest = least(await sample(context, 1_000_000, 20_000), 'longest');
    return { value: `${longest.toFixed(1)} ms`, met: longest <= 8 };
  },
};

const scroll: BrowserRow = {
  figure: 'infinite scroll, 50 × 200 nodes',
  goal: '≤ 5.0 L of the final page',
  async run(context) {
    const values: { ms: number; bare: number }[] = [];
    for (let i = 0; i < Math.min(context.tabs, 3); i++) {
      const page = await context.tab();
      values.push(
        await page.evaluate(async (packed) => {
          const { bench } = globalThis as unknown as { bench: PageBench };
          const ms = await bench.scroll(packed, 50, 200);
          return { ms, bare: bench.bare() };
        }, context.prefilter()),
      );
      await page.close();
    }
    const value = Math.min(...values.map(({ ms }) => ms)) / Math.min(...values.map(({ bare }) => bare));
    return { value: `${value.toFixed(1)} L`, met: value <= 5 };
  },
};

export const rows: BenchRow[] = [
  ratio('cold scan, article of 1,500 words', 10_000, 60, 3),
  ratio('cold scan, 1 MB in 20,000 nodes', 1_000_000, 20_000, 3),
  ratio('cold scan, 5 MB with nothing to find', 5_000_000, 50_000, 3),
  ratio('cold scan, 1 MB, 1,000 projects', 1_000_000, 20_000, 3, 1000),
  ratio('cold scan, 1 MB, 20,000 projects', 1_000_000, 20_000, 3, 20_000),
  slices,
  scroll,
];
