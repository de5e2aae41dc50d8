/** Rows of the watchlist page with 1,000 projects in it, as the built extension shows them: opening, a new order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../../lib/domain/keep/file.ts';
import { until } from '../../../lib/tools/browser/reader.ts';
import type { Stage } from '../../e2e/kit.ts';
import type { BenchContext, BrowserRow } from '../framework.ts';

const PROJECTS = 1000;
const DAY = '2026-01-04T00:00:00.000Z';
const REGISTRY = join(import.meta.dirname, '..', '..', '..', 'public', 'data', 'registry.json');

let filled: Promise<void> | undefined;
/** Watches the registry's first 1,000 projects by an import, as a reader would bring them; nothing is read of them. */
function fill(stage: Stage): Promise<void> {
  filled ??= (async () => {
    await stage.ask('refresh.set', { paused: true });
    const { rows: known } = JSON.parse(readFileSync(REGISTRY, 'utf8')) as { rows: [id: string][] };
    const cells = known.slice(0, PROJECTS).map(([id]) => `${id},${DAY},${DAY},,,false,true`);
    const text = `project_id,added_at,updated_at,tags,notes,archived,notify\r\n${cells.join('\r\n')}\r\n`;
    const file = readFile('csv', text, 0);
    if (!file.ok) throw new Error(file.failure.detail);
    await stage.ask('data.import', { data: file.value });
  })();
  return filled;
}

interface Times {
  open: number;
  sort: number;
  drawn: number;
}

/** One fresh tab: from its start to rows on the screen, then from a press to the frame that shows its effect. */
async function times(stage: Stage): Promise<Times> {
  const page = await stage.driver.open(stage.driver.address('watchlist.html'));
  const open = await until('the rows', () =>
    page.evaluate(() => (document.querySelector('tr[data-project]') ? performance.now() : 0)),
  );
  const rest = await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const after = async (act: () => void) => {
      const start = performance.now();
      act();
      // The second frame begins when the first, with the effect in it, was drawn.
      await frame();
      await frame();
      return performance.now() - start;
    };
    const order = document.querySelector<HTMLButtonElement>('.c-drawdown .sort');
    const drawn = document.querySelectorAll('tr[data-project]').length;
    const sort = await after(() => order?.click());
    return { sort, drawn };
  });
  await page.close();
  return { open, ...rest };
}

async function least({ stage, tabs }: BenchContext, key: keyof Times): Promise<number> {
  const there = await stage();
  await fill(there);
  const all: number[] = [];
  for (let i = 0; i < tabs; i++) all.push((await times(there))[key]);
  return Math.min(...all);
}

function row(figure: string, key: keyof Times, goalMs: number): BrowserRow {
  return {
    figure: `watchlist of 1,000 projects: ${figure}`,
    goal: `≤ ${goalMs} ms`,
    async run(context) {
      const ms = await least(context, key);
      return { value: `${ms.toFixed(0)} ms`, met: ms <= goalMs };
    },
  };
}

export const rows: BrowserRow[] = [
  row('opened, to the first rows', 'open', 1000),
  row('another order, to the frame that shows it', 'sort', 100),
];
