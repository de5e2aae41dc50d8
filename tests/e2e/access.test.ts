/** Keyboard, assistive technology, three languages. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, badges, card, hover, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

describe.each(BROWSERS)('access in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  it('reaches the badges by Tab and arrows, opens the card by Enter, gives focus back on Escape', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    await badgeOf(driver, page, 'lido');
    await wait(300);
    const focused = () =>
      driver.inOverlay(page, (root) => (root.activeElement as HTMLElement | null)?.dataset.project ?? '', null);
    for (let i = 0; i < 6 && !(await focused()); i++) await page.keyboard.press('Tab');
    const order = (await badges(driver, page)).map(({ project }) => project);
    const first = await focused();
    expect(order).toContain(first);
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press('Enter');
    await until('the card', () => card(driver, page));
    await page.keyboard.press('Escape');
    await until('the card to close', async () => !(await card(driver, page)), 4000);
    expect(await focused()).toBe(second);
  });

  it.each([
    ['ar', PAGES.ar],
    ['zh', PAGES.zh],
  ])('marks the projects of an article in %s', async (lang, address) => {
    const { driver } = stage;
    const page = await driver.open(https(address));
    await badgeOf(driver, page, 'eigenlayer');
    await wait(500);
    const seen = (await badges(driver, page)).map(({ project }) => project);
    expect(seen).toEqual(expect.arrayContaining(['ethereum', 'eigenlayer', 'symbiotic', 'lido', 'celestia', 'solana']));
    await hover(driver, page, 'lido');
    await stage.shot(page, `article-${lang}`);
  });

  it.each([
    ['ar', 'rtl'],
    ['zh_CN', 'ltr'],
    ['en', 'ltr'],
  ])('speaks %s when the reader says so', async (language, dir) => {
    const { driver, ask } = stage;
    await ask('settings.patch', { language });
    const page = await driver.open(https(PAGES.lido));
    expect((await hover(driver, page, 'lido')).dir).toBe(dir);
    const list = await driver.open(driver.address('watchlist.html'));
    await until(
      'the language',
      async () => (await list.evaluate(() => getComputedStyle(document.documentElement).direction)) === dir,
    );
    await stage.shot(page, `card-${language}`);
  });
});
