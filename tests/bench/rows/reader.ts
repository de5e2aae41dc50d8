/** Rows of what a reader would feel, with the extension installed in the world of the end-to-end tests. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { EARLY_MS } from '../../../lib/domain/hover.ts';
import { decodeRegistry } from '../../../lib/domain/registry/format.ts';
import { badgeOf, badges, until, wait } from '../../../lib/tools/browser/reader.ts';
import type { Stage } from '../../e2e/kit.ts';
import { https, PAGES } from '../../e2e/world/pages.ts';
import type { BenchRow, BrowserRow } from '../framework.ts';
import { ownTasks, type TraceEvent } from '../trace.ts';

const HOST = 'www.coindesk.com';
const REGISTRY = join(import.meta.dirname, '..', '..', '..', 'public', 'data', 'registry.json');
const p95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] as number;

/** 1 MB of prose in 20,000 paragraphs, with names, so that marks are drawn. */
function longArticle(): string {
  const plain = '<p>Words of a long page that go on and on without any end.</p>';
  const named =
    '<p>Lido is a liquid staking protocol on Ethereum; Symbiotic, a restaking protocol, has validators.</p>';
  return `<!doctype html><meta charset="utf-8"><title>Long</title><body>${named}${plain.repeat(19_998)}${named}</body>`;
}

/** Counts, from the first moment on, what the page itself goes through: layout shifts, and changes of its nodes. */
function watchPage(): void {
  const seen = { cls: 0, changes: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value?: number })[]) seen.cls += entry.value ?? 0;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        const isHost = type === 'childList' && [...addedNodes].every(({ nodeName }) => nodeName === 'ROADMARK-OVERLAY');
        const isOurs = isHost || target.nodeName === 'ROADMARK-OVERLAY';
        if (!isOurs) seen.changes++;
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

interface Load {
  tasks: number;
  cls: number;
  changes: number;
}
let load: Promise<Load> | undefined;
/** One load of the long article, watched; three rows read it. */
function longLoad(stage: Stage): Promise<Load> {
  load ??= (async () => {
    stage.world.page(`${HOST}/long`, longArticle());
    const page = await stage.driver.browser.newPage();
    await page.evaluateOnNewDocument(watchPage);
    await page.tracing.start({
      categories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'],
    });
    await page.goto(`https://${HOST}/long`, { waitUntil: 'load' });
    await badgeOf(stage.driver, page, 'lido');
    await wait(1500);
    const buffer = await page.tracing.stop();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
    const { cls, changes } = await page.evaluate(() => (globalThis as unknown as { seen: Omit<Load, 'tasks'> }).seen);
    await page.close();
    return { tasks: ownTasks(traceEvents).overLimit, cls, changes };
  })();
  return load;
}

function count(figure: string, key: keyof Load): BrowserRow {
  return {
    figure,
    goal: '0',
    async run(context) {
      const value = (await longLoad(await context.stage()))[key];
      return { value: key === 'cls' ? value.toFixed(4) : String(value), met: value === 0 };
    },
  };
}

/** ms from the pointer's arrival on the badge to the open card; the pointer then leaves again. */
async function hoverMs(stage: Stage, page: Page, projectId: string): Promise<number> {
  const { driver } = stage;
  const { x, y } = await badgeOf(driver, page, projectId);
  const measured = driver.inOverlay(
    page,
    (root) =>
      new Promise<number>((resolve) => {
        let start = 0;
        const look = () => {
          const dialog = root.querySelector('[role="dialog"]');
          if (dialog && dialog.getClientRects().length > 0) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        const onMove = () => {
          start = performance.now();
          look();
        };
        document.addEventListener('pointermove', onMove, { once: true, capture: true });
      }),
    null,
  );
  await wait(60);
  await page.mouse.move(x, y);
  const ms = (await measured) ?? Number.NaN;
  await page.mouse.move(2, 2);
  const isClosed = () =>
    driver.inOverlay(page, (root) => root.querySelector('[role="dialog"]')?.getClientRects().length === 0, null);
  await until('the card to close', isClosed, 5000);
  return ms;
}

const HOVERS = 20;

const cached: BrowserRow = {
  figure: 'card with figures at hand, after the dwell, p95',
  goal: '≤ 100 ms',
  async run(context) {
    const stage = await context.stage();
    const page = await stage.driver.open(https(PAGES.lido));
    // The first one waits for the card's script, which comes when the page is idle.
    await hoverMs(stage, page, 'lido');
    const values: number[] = [];
    for (let i = 0; i < HOVERS; i++) values.push((await hoverMs(stage, page, 'lido')) - EARLY_MS);
    await page.close();
    const ms = p95(values);
    return { value: `${ms.toFixed(0)} ms`, met: ms <= 100 };
  },
};

/** Without the dwell: the short one where an answer, even one that nothing is known, was at hand by then. */
const afterDwell = (ms: number, delayMs: number) => ms - (ms < delayMs ? EARLY_MS : delayMs);

/** A coined name of which nothing is bundled. */
async function unknownProject(stage: Stage): Promise<{ id: string; name: string }> {
  const decoded = decodeRegistry(JSON.parse(readFileSync(REGISTRY, 'utf8')));
  if (!decoded.ok) throw new Error('the registry can not be read');
  const coined = decoded.value.filter(({ name, nameClass }) => nameClass === 'U' && /^[A-Z][a-z]{6,}$/.test(name));
  for (const { id, name } of coined.slice(0, 60)) {
    const report = await stage.ask<{ code: { verdict: string } }>('report.known', { projectId: id });
    if (report.code.verdict === 'not checked') return { id, name };
  }
  throw new Error('every project tried has figures at hand');
}

const shell: BrowserRow = {
  figure: 'card without figures, after the dwell, p95',
  goal: '≤ 50 ms',
  async run(context) {
    const stage = await context.stage();
    const { id, name } = await unknownProject(stage);
    const { cardDelayMs } = await stage.ask<{ cardDelayMs: number }>('settings.get', null);
    stage.world.page(
      `${HOST}/shell`,
      `<!doctype html><p>${name} is a protocol on Ethereum whose validators stake.</p>`,
    );
    // Nothing may come meanwhile: what is measured is the card that says so.
    stage.world.fault(/^api\.github\.com/, 'hang');
    try {
      const page = await stage.driver.open(`https://${HOST}/shell`);
      await hoverMs(stage, page, id);
      const values: number[] = [];
      for (let i = 0; i < HOVERS; i++) values.push(afterDwell(await hoverMs(stage, page, id), cardDelayMs));
      await page.close();
      const ms = p95(values);
      return { value: `${ms.toFixed(0)} ms`, met: ms <= 50 };
    } finally {
      stage.world.fault(/^api\.github\.com/, undefined);
    }
  },
};

/** Fills the watchlist: one entry is exported, and comes back a thousand times under other names. */
async function watchMany(stage: Stage, many: number): Promise<void> {
  const decoded = decodeRegistry(JSON.parse(readFileSync(REGISTRY, 'utf8')));
  if (!decoded.ok) throw new Error('the registry can not be read');
  await stage.ask('refresh.set', { paused: true });
  await stage.ask('watch.set', { projectId: 'lido', watched: true });
  const data = await stage.ask<Record<string, unknown>>('data.read', null);
  const list = Object.values(data).find(
    (value): value is { projectId: string }[] => Array.isArray(value) && value[0]?.projectId === 'lido',
  );
  const [one] = list ?? [];
  if (!list || !one) throw new Error('the export holds no watched project');
  const ids = decoded.value.map(({ id }) => id).filter((id) => id !== 'lido');
  list.push(...ids.slice(0, many - 1).map((projectId) => ({ ...one, projectId })));
  await stage.ask('data.import', { data });
}

const keystroke: BrowserRow = {
  figure: 'watchlist of 1,000: keystroke in the filter to the next picture, p95',
  goal: '≤ 50 ms',
  async run(context) {
    const stage = await context.stage();
    await watchMany(stage, 1000);
    const page = await stage.driver.open(stage.driver.address('watchlist.html'));
    await until('the rows', () => page.evaluate(() => document.querySelectorAll('[data-project]').length > 10));
    const values = await page.evaluate(async () => {
      const field = document.querySelector<HTMLInputElement>('search.filters input[type="search"]');
      if (!field) throw new Error('no filter');
      const times: number[] = [];
      const picture = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const text of [
        's',
        'st',
        'sta',
        'st',
        's',
        '',
        'a',
        'ar',
        'arb',
        '',
        'c',
        'ch',
        'cha',
        'ch',
        'c',
        '',
        'p',
        'pr',
        'pro',
        '',
      ]) {
        await picture();
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await picture();
        times.push(performance.now() - start);
      }
      return times;
    });
    await page.close();
    const ms = p95(values);
    return { value: `${ms.toFixed(0)} ms`, met: ms <= 50 };
  },
};

/** Prose with names that are words, none of them said of a project. */
const PROSE = [
  'Near the river the Flow of people never stops, and the Base of the hill is an Avalanche of stones in spring.',
  'The Compass shows north; Curve the wire, Balancer and weights in place, and let the Maker mark his work.',
  'A Token of thanks hung from the Chain by the Bridge: the Oracle had spoken in the old theatre.',
  'Cosmos flowers and Polygon shapes fill the school book beside the chapter on Gravity and Radiant heat.',
  'The bank raised its interest rate; bonds, shares and the yield of the Harvest fell in quiet trading.',
];

const falseBadges: BrowserRow = {
  figure: 'false badges on prose about other things',
  goal: '0',
  async run(context) {
    const stage = await context.stage();
    let found = 0;
    for (const [index, text] of PROSE.entries()) {
      stage.world.page(`${HOST}/prose-${index}`, `<!doctype html><h1>A page</h1>${`<p>${text}</p>`.repeat(8)}`);
      const page = await stage.driver.open(`https://${HOST}/prose-${index}`);
      await wait(900);
      found += (await badges(stage.driver, page)).length;
      await page.close();
    }
    return { value: String(found), met: found === 0, note: `${PROSE.length} pages; the unit tests read 1,200 more` };
  },
};

export const rows: BenchRow[] = [
  count('trace: tasks over 50 ms with our scripts, 1 MB in 20,000 nodes with marks', 'tasks'),
  count('layout shift added (CLS), same page', 'cls'),
  count('nodes of the page changed, same page', 'changes'),
  falseBadges,
  cached,
  shell,
  keystroke,
];
