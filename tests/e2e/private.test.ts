/** A private window: the same marks and figures, and nothing of it is kept. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, card, hover, pressInCard, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

/** All that the extension keeps on the device, as one text. */
const kept = (own: Page) =>
  own.evaluate(async () => {
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? '');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const table of db.objectStoreNames) {
        const asked = db.transaction(table).objectStore(table).getAll();
        await new Promise((resolve) => {
          asked.onsuccess = resolve;
        });
        rows.push(table, asked.result);
      }
      db.close();
    }
    type Areas = Record<'local' | 'sync' | 'session', { get(): Promise<unknown> }>;
    const { browser, chrome } = globalThis as unknown as Record<string, { storage: Areas } | undefined>;
    const areas = (browser ?? chrome)?.storage as Areas;
    return JSON.stringify([rows, await areas.local.get(), await areas.sync.get(), await areas.session.get()]);
  });

describe.each(BROWSERS)('a private window in %s', (kind) => {
  let stage: Stage;
  let own: Page;
  beforeAll(async () => {
    stage = await setStage(kind, undefined, [], true);
    own = await stage.driver.open(stage.driver.address('options.html'));
  });
  afterAll(() => stage?.close());

  it('shows badges and figures, keeps neither, and says so when asked to watch', async () => {
    const { driver, world } = stage;
    const page = await driver.open(https(PAGES.lido));
    await badgeOf(driver, page, 'lido');
    await hover(driver, page, 'lido');
    await until('live figures', async () => world.asked.some(({ host }) => host === 'api.github.com'));
    await until('figures', async () => (await card(driver, page))?.figures['active-developers']);
    expect(await pressInCard(driver, page, /watch/i)).toBe(true);
    await wait(500);
    expect((await card(driver, page))?.text).toMatch(/private/i);
    const answers = [];
    for (const call of ['recent.list', 'data.read', 'mute.list', 'watch.rows'])
      answers.push(await stage.ask(call, null));
    answers.push(await stage.ask('requests.list', { limit: 100 }));
    expect(await stage.ask('cache.size', null)).toMatchObject({ rows: 0 });
    const raw = await kept(own);
    // The database is there and read, or its silence would say nothing.
    expect(raw).toContain('requestLog');
    const all = `${JSON.stringify(answers)}${raw}`.toLowerCase();
    for (const trace of ['lido', new URL(https(PAGES.lido)).host]) expect(all).not.toContain(trace);
  });
});
