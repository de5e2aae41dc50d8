/** Rows of stage 1: the scan against the bare walk, and its slices. */
import type { BrowserKind } from '../../../lib/tools/browser/types.ts';
import type { BenchContext, BenchRow, BrowserRow, PageBench, Sample } from '../framework.ts';
import type { PageSize } from '../pages.ts';

interface Page extends PageSize {
  /** Projects of the dictionary; the shipped ones where nothing is said. */
  projects?: number;
}

/** One cold sample per tab; the order of L and scan alternates, so that a warm cache favours neither. */
async function sample(context: BenchContext, { projects, ...size }: Page): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let i = 0; i < context.tabs; i++) {
    const page = await context.tab();
    samples.push(
      await page.evaluate(
        async (size, packed, scanFirst) => {
          const { bench } = globalThis as unknown as { bench: PageBench };
          bench.build(1, size);
          const first = scanFirst ? undefined : bench.bare();
          const { ms, longest } = await bench.scan(packed);
          return { bare: first ?? bench.bare(), ms, longest };
        },
        size,
        context.prefilter(projects),
        i % 2 === 1,
      ),
    );
    await page.close();
  }
  return samples;
}

const least = (samples: Sample[], key: keyof Sample) => Math.min(...samples.map((one) => one[key]));

export const MEGABYTE: Page = { characters: 1_000_000, nodes: 20_000 };
/** A hundred thousand and fifty thousand texts, a long book's worth. */
const TAGGED_CHINESE: Page = { characters: 300_000, nodes: 3000, script: 'Chinese', made: 'tagged' };
const TAGGED_ARABIC: Page = { ...TAGGED_CHINESE, script: 'Arabic' };
/** The guide's goal is 2 L, and 3 L will do. */
const GOAL = 3;

/** Our slices over L, least over least. */
export function ratio(figure: string, page: Page, browser: BrowserKind = 'chromium'): BrowserRow {
  return {
    figure,
    goal: `≤ ${GOAL.toFixed(1)} L`,
    in: browser,
    async run(context) {
      const samples = await sample(context, page);
      const [ours, bare] = [least(samples, 'ms'), least(samples, 'bare')];
      const note = `${ours.toFixed(1)} ms, L ${bare.toFixed(1)} ms`;
      return { value: `${(ours / bare).toFixed(1)} L`, met: ours <= bare * GOAL, note };
    },
  };
}

function slices(figure: string, page: Page): BrowserRow {
  return {
    figure: `longest slice, ${figure}`,
    goal: '≤ 8 ms',
    async run(context) {
      const longest = least(await sample(context, page), 'longest');
      return { value: `${longest.toFixed(1)} ms`, met: longest <= 8 };
    },
  };
}

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
  ratio('cold scan, article of 1,500 words', { characters: 10_000, nodes: 60 }),
  ratio('cold scan, 1 MB in 20,000 nodes', MEGABYTE),
  ratio('cold scan, 1 MB, with typographer’s marks and accents', { ...MEGABYTE, script: 'typeset' }),
  ratio('cold scan, 1 MB, Arabic', { ...MEGABYTE, script: 'Arabic' }),
  ratio('cold scan, 1 MB, Chinese', { ...MEGABYTE, script: 'Chinese' }),
  ratio('cold scan, 5 MB with nothing to find', { characters: 5_000_000, nodes: 50_000 }),
  ratio('cold scan, 1 MB, 1,000 projects', { ...MEGABYTE, projects: 1000 }),
  ratio('cold scan, 1 MB, 20,000 projects', { ...MEGABYTE, projects: 20_000 }),
  ratio('cold scan, 1 MB of served HTML', { ...MEGABYTE, made: 'served' }),
  ratio('cold scan, 1 MB of served HTML, Arabic', { ...MEGABYTE, script: 'Arabic', made: 'served' }),
  ratio('cold scan, Chinese, each word in a tag', TAGGED_CHINESE),
  ratio('cold scan, Arabic, each word in a tag', TAGGED_ARABIC),
  slices('1 MB', MEGABYTE),
  slices('Chinese, each word in a tag', TAGGED_CHINESE),
  slices('Arabic, each word in a tag', TAGGED_ARABIC),
  scroll,
];
