/** Rows of pages as they are out there, with the extension installed: how long our longest task on each is. */
import type { Page } from 'puppeteer-core';
import { badgeOf, wait } from '../../../lib/tools/browser/reader.ts';
import type { BrowserRow } from '../framework.ts';
import { type OwnTasks, ownTasks, type TraceEvent } from '../trace.ts';

const HOST = 'www.coindesk.com';
/** What brings marks to a page. */
const NAMED = '<p>Lido is a liquid staking protocol on Ethereum; Symbiotic, a restaking protocol, has validators.</p>';
const PLAIN = 'Words of a long page that go on and on without any end, as they do in most.';
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

interface Shape {
  name: string;
  html: string;
  /** Run in the page once it has its marks. */
  script?: string;
  /** How long the page is watched then. */
  watchMs: number;
}

const SHAPES: Shape[] = [
  {
    name: 'tables of 3,000 cells, 4,000 links',
    html:
      repeat(
        300,
        (i) => `<p>${PLAIN} <a href="/wiki/${i}">Aave</a> and <a href="https://example.org/${i}">Uniswap</a>.</p>`,
      ) +
      `<table>${repeat(300, (i) => `<tr>${repeat(10, (j) => `<td><a href="/wiki/${i}-${j}">Base ${j}</a></td>`)}</tr>`)}</table>`,
    watchMs: 1500,
  },
  {
    name: 'a thread of 500 comments with names',
    html: repeat(500, (i) => `<div><b>user${i}</b><p>${PLAIN} Uniswap and Arbitrum, not Base; $UNI.</p>${NAMED}</div>`),
    watchMs: 2500,
  },
  {
    name: '2,000 blocks of code',
    html: repeat(
      2000,
      (i) => `<p>Call <code>Uniswap${i}</code>:</p><pre>const token = Aave.pool(${i});\n${PLAIN}</pre>`,
    ),
    watchMs: 1500,
  },
  { name: 'one text of 2 MB without a blank', html: `<p>${'lorem'.repeat(400_000)}</p>`, watchMs: 2500 },
  { name: '100,000 empty elements', html: '<i></i>'.repeat(100_000), watchMs: 1500 },
  {
    // With 5,000 Chromium itself does not come to an end, extension or not; its parser stops at 512.
    name: '1,000 levels of elements',
    html: '<div id="top"></div>',
    script: `let at = document.getElementById('top');
      for (let i = 0; i < 1000; i++) { const next = document.createElement('div'); next.textContent = 'Aave ' + i; at.append(next); at = next; }`,
    watchMs: 4000,
  },
  {
    name: 'a chat, one message each 100 ms',
    html: repeat(300, () => NAMED),
    script: `let n = 0; setInterval(() => { const p = document.createElement('p'); p.textContent = 'message ' + n++ + ': Uniswap or Aave?'; document.body.append(p); }, 100);`,
    watchMs: 20_000,
  },
  {
    name: 'a ticker, 200 numbers each 250 ms',
    html: `${NAMED}<table>${repeat(200, () => '<tr><td>Uniswap</td><td class="n">1</td></tr>')}</table>`,
    script: `const all = [...document.querySelectorAll('.n')].map((cell) => cell.firstChild); let n = 0;
      setInterval(() => { n++; for (const text of all) text.data = String(n); }, 250);`,
    watchMs: 20_000,
  },
];

/** Bytes in use after a collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  await session.detach();
  return usedSize;
}

function row({ name, html, script, watchMs }: Shape): BrowserRow {
  return {
    figure: `longest task of ours: ${name}`,
    goal: '≤ 50 ms',
    async run(context) {
      const stage = await context.stage();
      const path = `${HOST}/shape-${name.replaceAll(/\W+/g, '-')}`;
      stage.world.page(path, `<!doctype html><meta charset="utf-8"><title>Shape</title><body>${NAMED}${html}`);
      const page = await stage.driver.browser.newPage();
      await page.tracing.start({
        categories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'],
      });
      let grown = 0;
      let buffer: Uint8Array | undefined;
      try {
        await page.goto(`https://${path}`, { waitUntil: 'load' });
        await badgeOf(stage.driver, page, 'lido');
        if (script) await page.evaluate(script);
        await wait(watchMs / 2);
        const half = await heap(page);
        await wait(watchMs / 2);
        grown = (await heap(page)) - half;
      } finally {
        // Left running, it would spoil the rows that come after.
        buffer = await page.tracing.stop();
        await page.close();
      }
      const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
      const { longestMs, overLimit }: OwnTasks = ownTasks(traceEvents);
      const note = `${overLimit} over 50 ms; heap of page and script in the second half ${(grown / 1e6).toFixed(2)} MB more`;
      return { value: `${longestMs.toFixed(0)} ms`, met: overLimit === 0, note };
    },
  };
}

export const rows: BrowserRow[] = SHAPES.map(row);
