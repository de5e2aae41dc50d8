/** An update or a reload of the extension while a page is open: the old overlay goes, the new one works, nothing kept is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchPageData } from '../../lib/protocol.ts';
import { badgeOf, card, dismissWelcome, hover, pressInCard, until } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, buildOf, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

/**
 * The extension ends under its open pages and starts anew. Firefox: as an update does it, with its data. Chromium leaves what came
 * over the driver's protocol switched off when it reloads itself, so there it is removed and installed again: its data goes.
 */
async function renew({ driver }: Stage): Promise<void> {
  if (driver.kind === 'chromium') {
    await driver.browser.uninstallExtension(new URL(driver.address('')).host);
    await driver.browser.installExtension(buildOf('chromium'));
    await dismissWelcome(driver);
    return;
  }
  const own = await driver.open(driver.address('options.html'));
  await own
    .evaluate(() => {
      const { browser } = globalThis as unknown as { browser: { runtime: { reload(): void } } };
      browser.runtime.reload();
    })
    // Its tab closes with it.
    .catch(() => {});
}

describe.each(BROWSERS)('an update in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(() => stage?.close());

  it('takes the open card and the old marks away, brings new ones to the open page, keeps the watchlist', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    await hover(driver, page, 'lido');
    expect(await pressInCard(driver, page, /watch/i)).toBe(true);
    const watched = async () =>
      (await stage.ask<WatchPageData>('watch.rows', null).catch(() => undefined))?.rows.length === 1;
    await until('the watch', watched);
    await page.bringToFront();
    await page.mouse.move(3, 3);
    await hover(driver, page, 'lido');

    await renew(stage);
    // Firefox moves tabs between its processes meanwhile: for a moment there is no such frame.
    await until('the tab', () =>
      page.bringToFront().then(
        () => true,
        () => false,
      ),
    );
    // Without a reload of the page: the new life finds the open tab by itself.
    await until('marks of the new life', async () => {
      const hosts = await page.evaluate(() => document.querySelectorAll('roadmark-overlay').length);
      expect(hosts).toBeLessThanOrEqual(1);
      return hosts === 1 && !(await card(driver, page)) && badgeOf(driver, page, 'lido').catch(() => undefined);
    });
    await page.mouse.move(3, 3);
    expect((await hover(driver, page, 'lido')).name).toBe('Lido');
    if (kind === 'firefox') await until('the watchlist as it was', watched);
  });
});
