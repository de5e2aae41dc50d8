/** Pages that come back from the browser's store of left pages, and pages in full screen: marks once, usable, and over nothing. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WatchPageData } from '../../lib/protocol.ts';
import { badgeOf, badges, card, hover, pressInCard, until } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, type Stage, setStage } from './kit.ts';

const HOST = 'www.coindesk.com';
const ARTICLE = `https://${HOST}/left`;
const NEXT = `https://${HOST}/next`;
const FULL = `https://${HOST}/full`;
const html = (body: string) =>
  `<!doctype html><meta charset="utf-8"><title>States</title><body style="font:18px/1.6 serif">${body}</body>`;
const TEXT = 'Lido is a liquid staking protocol on Ethereum. Symbiotic, a restaking protocol, builds beside it.';
const KEEP = `<script>addEventListener('pageshow', (e) => { window.shown = (window.shown ?? '') + (e.persisted ? 'kept ' : 'new '); });</script>`;
const ENTER = `<script>for (const one of document.querySelectorAll('[data-full]'))
  one.onclick = () => document.getElementById(one.dataset.full).requestFullscreen();</script>`;

/** As a reader goes: the driver's own way of going back waits in vain for a page that is not loaded anew. */
async function go(page: Page, path: string, move: () => void): Promise<void> {
  await page.evaluate(move).catch(() => {});
  await until(path, async () => (await page.evaluate(() => location.pathname).catch(() => '')) === path);
}
const hosts = (page: Page) => page.evaluate(() => document.querySelectorAll('roadmark-overlay').length);
const projects = async (stage: Stage, page: Page) => (await badges(stage.driver, page)).map(({ project }) => project);
/** Marks that the reader sees: the page has nothing above them at their middle. */
async function seen(stage: Stage, page: Page): Promise<string[]> {
  const there = await badges(stage.driver, page);
  const free = await page.evaluate(
    (points) => points.map(({ x, y }) => document.elementFromPoint(x, y)?.localName === 'roadmark-overlay'),
    there,
  );
  return there.filter((_, index) => free[index]).map(({ project }) => project);
}

describe.each(BROWSERS)('states of a page in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    const { world } = stage;
    world.page(ARTICLE.slice(8), html(`<p>${TEXT}</p>${KEEP}`));
    world.page(NEXT.slice(8), html('<p>Nothing of note stands here.</p>'));
    world.page(
      FULL.slice(8),
      html(`<button data-full="film">film</button><button data-full="story">story</button>
<article id="story" style="padding:40px;background:#fff"><p>${TEXT}</p></article>
<div id="film" style="width:200px;height:80px"></div>${ENTER}`),
    );
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  it('a page that was left and comes back has its marks once, and its card opens', async () => {
    const { driver } = stage;
    const page = await driver.open(ARTICLE);
    await badgeOf(driver, page, 'lido');
    const before = await projects(stage, page);
    for (let round = 1; round <= 2; round++) {
      await go(page, '/next', () => location.assign('/next'));
      await go(page, '/left', () => history.back());
      await badgeOf(driver, page, 'lido');
      await until('all marks', async () => (await projects(stage, page)).length === before.length);
      expect(await projects(stage, page)).toEqual(before);
      expect(await hosts(page)).toBe(1);
      // A page that has just come back may not hear of the pointer's first way: readers move it again.
      const open = await until('the card', async () => {
        const { x, y } = await badgeOf(driver, page, 'lido');
        await page.mouse.move(2, 600);
        await page.mouse.move(x, y, { steps: 4 });
        return until('it', () => card(driver, page), 2500).catch(() => undefined);
      });
      expect(open.name).toBe('Lido');
      await page.mouse.move(2, 600);
      await until('no card', async () => !(await card(driver, page)));
    }
    // The page was kept, not loaded anew.
    expect(await page.evaluate(() => (window as unknown as { shown: string }).shown)).toBe('new kept kept ');
  });

  it('an element in full screen hides the marks of the page under it', async () => {
    const { driver } = stage;
    const page = await driver.open(FULL);
    await badgeOf(driver, page, 'lido');
    const before = await seen(stage, page);
    expect(before).toContain('lido');
    await page.click('[data-full=film]');
    await until('full screen', () => page.evaluate(() => document.fullscreenElement?.id === 'film'));
    await until('no marks', async () => (await seen(stage, page)).length === 0);
    await stage.shot(page, 'full-screen-film');
    await page.evaluate(() => document.exitFullscreen());
    await until('the marks', async () => (await seen(stage, page)).length === before.length);
  });

  it('marks within an element in full screen are seen and work', async () => {
    const { driver } = stage;
    const page = await driver.open(FULL);
    await badgeOf(driver, page, 'lido');
    const before = await seen(stage, page);
    await page.click('[data-full=story]');
    await until('full screen', () => page.evaluate(() => document.fullscreenElement?.id === 'story'));
    await until('the marks', async () => (await seen(stage, page)).length === before.length);
    const { name } = await hover(driver, page, 'symbiotic');
    expect(name).toBe('Symbiotic');
    await stage.shot(page, 'full-screen-story');
    expect(await pressInCard(driver, page, /watch/i)).toBe(true);
    const { rows } = await stage.ask<WatchPageData>('watch.rows', null);
    expect(rows).toMatchObject([{ entry: { projectId: 'symbiotic' } }]);
    await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
    await until('no card', async () => !(await card(driver, page)));
    await until('the marks', async () => (await seen(stage, page)).length === before.length);
    expect(await hosts(page)).toBe(1);
  });
});
