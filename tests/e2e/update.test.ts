/** An update or a reload of the extension while a page is open: the old overlay goes, the new one works. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, hover, wait } from '../../lib/tools/browser/reader.ts';
import { type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

// In Chromium an extension that the driver loaded does not come back after it reloads itself; this is tried in Firefox alone.
describe.each(['firefox'] as const)('an update in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(() => stage?.close());

  it('a new life of the extension takes over an open page: one overlay, and it answers', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    await badgeOf(driver, page, 'lido');
    const own = await driver.open(driver.address('options.html'));
    await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<string, { runtime: { reload(): void } } | undefined>;
      (browser ?? chrome)?.runtime.reload();
    });
    // The page's overlay looks every three seconds whether its extension is still there.
    await wait(5000);
    await page.bringToFront();
    const overlays = () => page.evaluate(() => document.querySelectorAll('roadmark-overlay').length);
    expect(await overlays()).toBeLessThanOrEqual(1);
    await page.reload();
    await badgeOf(driver, page, 'lido');
    expect(await overlays()).toBe(1);
    expect((await hover(driver, page, 'lido')).name).toBe('Lido');
  });
});
