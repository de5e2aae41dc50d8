/** What the reader keeps, in real browsers: a file chosen for import, the toolbar's count, the account storage, real deaths of the worker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeFile } from '../../lib/domain/keep/file.ts';
import type { ReaderData } from '../../lib/domain/keep/reader-data.ts';
import type { WatchPageData } from '../../lib/protocol.ts';
import { badgeOf, badges, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

const EXPORT = join(import.meta.dirname, '../fixtures/keep/export-v1.json');
interface Entry {
  projectId: string;
  tags: string[];
  notes: string;
}
interface Api {
  tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  storage: { sync: { get(keys: null): Promise<Record<string, unknown>> } };
}

/** Text on the toolbar button of the tab at an address, asked in a page of the extension. */
const countAt = (page: Page, address: string) =>
  page.evaluate(async (url) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const api = (browser ?? chrome) as Api;
    const tab = (await api.tabs.query({})).find((one) => one.url?.startsWith(url));
    return tab?.id === undefined ? undefined : api.action.getBadgeText({ tabId: tab.id });
  }, address);

describe.each(BROWSERS)('what the reader keeps, in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  it('imports a chosen file after a preview, and exports the same bytes', async () => {
    const { driver, ask } = stage;
    const page = await driver.open(driver.address('watchlist.html'));
    const input = (await page.waitForSelector('.keep input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(EXPORT);
    await page.waitForSelector('dialog[open] table');
    const cells = await page.$$eval('dialog[open] tbody tr:first-child td', (all) => all.map((td) => td.textContent));
    expect(cells).toEqual(['4', '0', '0']);
    expect((await ask<WatchPageData>('watch.rows', null)).rows).toEqual([]);
    await page.bringToFront();
    await page.click('dialog[open] .primary');
    await page.waitForSelector('dialog[open] [role=status]');
    await stage.shot(page, 'imported');
    const { text } = writeFile('json', await ask<ReaderData>('data.read', null), 0);
    expect(text).toBe(readFileSync(EXPORT, 'utf8'));
    // A bad file is refused with its line, and nothing is changed.
    await ask('settings.patch', { language: 'en', toolbarCount: true });
    const before = await ask<ReaderData>('data.read', null);
    const again = await driver.open(driver.address('watchlist.html'));
    const second = (await again.waitForSelector('.keep input[type=file]')) as ElementHandle<HTMLInputElement>;
    await second.uploadFile(join(import.meta.dirname, 'keep.test.ts'));
    const alert = await again.waitForSelector('dialog[open] [role=alert]');
    expect(await alert?.evaluate((one) => one.textContent)).toMatch(/line 1/);
    expect(await ask<ReaderData>('data.read', null)).toEqual(before);
  });

  it('counts a page’s projects on the toolbar and clears it on the next page', async () => {
    const { driver, ask } = stage;
    const own = await driver.open(driver.address('options.html'));
    const page = await driver.open(https(PAGES.lido));
    await badgeOf(driver, page, 'lido');
    await wait(500);
    const found = new Set(
      (await badges(driver, page)).map(({ project }) => project).filter((id) => !id.startsWith('sector:')),
    );
    const text = await until('the count', () => countAt(own, https(PAGES.lido)));
    expect(Number(text)).toBeGreaterThanOrEqual(found.size);
    await page.goto(https(PAGES.plain), { waitUntil: 'domcontentloaded' });
    await wait(800);
    expect(await countAt(own, https(PAGES.plain))).toBe('');
    await ask('settings.patch', { toolbarCount: false });
    // A page behind another waits until it is seen.
    await page.bringToFront();
    await page.goto(https(PAGES.lido), { waitUntil: 'domcontentloaded' });
    await badgeOf(driver, page, 'lido');
    await wait(500);
    expect(await countAt(own, https(PAGES.lido))).toBe('');
    await ask('settings.patch', { toolbarCount: true });
  });

  it('keeps ids and tags in the account storage when the reader says so, and takes them out again', async () => {
    const { driver, ask } = stage;
    await ask('watch.set', { projectId: 'symbiotic', watched: true });
    await ask('watch.edit', { projectId: 'symbiotic', patch: { tags: ['restake'], notes: 'stays here' } });
    expect(await ask('sync.set', { on: true })).toMatchObject({ on: true, failure: null });
    const page = await driver.open(driver.address('options.html'));
    const held = () =>
      page.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        return JSON.stringify(await ((browser ?? chrome) as Api).storage.sync.get(null));
      });
    expect(await held()).toContain('symbiotic');
    expect(await held()).not.toContain('stays here');
    expect(await ask('sync.forget', null)).toMatchObject({ on: false, failure: null });
    expect(await held()).toBe('{}');
  });

  if (kind === 'chromium') {
    it('loses and doubles nothing when the worker is ended again and again', async () => {
      const { driver, ask } = stage;
      const ids = ['uniswap', 'aave', 'lido', 'celestia', 'optimism'];
      const expected = new Map<string, string>();
      for (let n = 0; n < 40; n++) {
        const projectId = ids[(n * 7) % ids.length] as string;
        const notes = `note ${n}`;
        await ask('watch.set', { projectId, watched: true });
        // Ended at any moment of the next call: the page asks again, as its own client does.
        const ended = n % 4 === 0 ? wait(n % 16).then(() => driver.killBackground()) : null;
        await ask('watch.edit', { projectId, patch: { notes, tags: [`t${n}`] } });
        expected.set(projectId, notes);
        await ended;
      }
      const { rows } = await ask<{ rows: { entry: Entry }[] }>('watch.rows', null);
      const mine = rows.map(({ entry }) => entry).filter(({ projectId }) => expected.has(projectId));
      expect(new Map(mine.map(({ projectId, notes }) => [projectId, notes]))).toEqual(expected);
      expect(mine).toHaveLength(expected.size);
    });
  }
});
