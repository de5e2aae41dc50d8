/** The main job: read an article, see badges, hover, read true figures, watch a project. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WatchPageData } from '../../lib/protocol.ts';
import { badgeOf, badges, card, hover, pressInCard, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'github', 'expected.json'), 'utf8'),
);
const lido = EXPECTED.projects.find(({ repo }: { repo: string }) => repo === 'lidofinance/core');

describe.each(BROWSERS)('a reader in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  it('sees badges at the first mention of each project, and nobody else is asked', async () => {
    const { driver, world } = stage;
    world.clear();
    const page = await driver.open(https(PAGES.en));
    await badgeOf(driver, page, 'lido');
    await wait(500);
    const seen = (await badges(driver, page)).map(({ project }) => project);
    expect(seen).toEqual(
      expect.arrayContaining(['ethereum', 'eigenlayer', 'symbiotic', 'lido', 'celestia', 'arbitrum', 'aave']),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(outside(world)).toEqual([]);
    await stage.shot(page, 'article');
  });

  it('hovers a badge: figures at once, and the true ones from GitHub after that', async () => {
    const { driver, world } = stage;
    world.clear();
    const page = await driver.open(https(PAGES.lido));
    const first = await hover(driver, page, 'lido');
    expect(first.name).toBe('Lido');
    const live = await until('live figures', async () => {
      const now = await card(driver, page);
      return now?.figures['active-developers'] === String(lido.S1_active_28d) && now;
    });
    expect(Number(live.figures.drawdown)).toBeCloseTo(lido.S2_drawdown, 3);
    expect(Number(live.figures['absence-factor'])).toBe(lido.S6_caf);
    expect(Number(live.figures['commit-trend'])).toBeCloseTo(lido.S7_ratio, 2);
    expect(live.figures['code-verdict']).toBe('falling sharply');
    expect(live.links.every((link) => link.startsWith('https://'))).toBe(true);
    expect(outside(world).length).toBeGreaterThan(0);
    expect(outside(world).every((address) => address.startsWith('api.github.com/'))).toBe(true);
    expect(world.github.complaints).toEqual([]);
    await stage.shot(page, 'card');
  });

  it('logs every request that was made', async () => {
    const { driver, world, ask } = stage;
    const page = await driver.open(https(PAGES.lido));
    world.clear();
    await hover(driver, page, 'symbiotic');
    await until('requests', async () => outside(world).length > 0);
    await wait(2000);
    const log = await ask<{ host: string; path: string; projectId: string }[]>('requests.list', { limit: 200 });
    // A read that an earlier hover began may still go on: its requests are in the log too, under its own project.
    const logged = log.map(({ host, path }) => `${host}${path}`);
    expect(log.some(({ projectId }) => projectId === 'symbiotic')).toBe(true);
    for (const address of outside(world)) expect(logged).toContain(address);
  });

  it('opens the card within the second hover from what is kept, without a request', async () => {
    const { driver, world } = stage;
    const page = await driver.open(https(PAGES.lido));
    world.clear();
    const seen = await hover(driver, page, 'lido');
    expect(seen.figures['active-developers']).toBe(String(lido.S1_active_28d));
    await wait(800);
    expect(outside(world)).toEqual([]);
  });

  it('closes the card after the pointer left, and on Escape', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    await hover(driver, page, 'lido');
    await page.mouse.move(2, 2);
    await until('the card to close', async () => !(await card(driver, page)), 3000);
    await hover(driver, page, 'lido');
    await page.keyboard.press('Escape');
    await until('the card to close', async () => !(await card(driver, page)), 3000);
  });

  it('opens the card over the word itself, and leaves the page’s nodes alone', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    const before = await page.evaluate(() => document.body.innerHTML);
    await badgeOf(driver, page, 'lido');
    const word = await page.evaluate(() => {
      const text = document.querySelector('p')?.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, 4);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 3, y: y + height / 2, text: range.toString() };
    });
    expect(word.text).toBe('Lido');
    await page.mouse.move(word.x, word.y, { steps: 4 });
    await until('the card', () => card(driver, page));
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
    expect(await page.evaluate(() => document.querySelectorAll('roadmark-overlay').length)).toBe(1);
    expect(await page.evaluate(() => document.querySelector('roadmark-overlay')?.shadowRoot)).toBeNull();
  });

  it('watches a project: it is on the watchlist with its figures', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    await hover(driver, page, 'lido');
    expect(await pressInCard(driver, page, /watch/i)).toBe(true);
    await until('the watch', async () => (await stage.ask<WatchPageData>('watch.rows', null)).rows.length === 1);
    const list = await driver.open(driver.address('watchlist.html'));
    await list.waitForSelector('[data-project="lido"]', { visible: true });
    await until('figures', async () => {
      const value = await list.evaluate(() =>
        document.querySelector('[data-project="lido"] data[data-signal="active-developers"]')?.getAttribute('value'),
      );
      return value === String(lido.S1_active_28d);
    });
    await stage.shot(list, 'watchlist');
  });

  it('shows a strip on a page about a project', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.about));
    const text = await until('the strip', () =>
      driver.inOverlay(page, (root) => root.textContent?.includes('Lido') && root.textContent, null),
    );
    expect(text).toContain('Lido');
    await stage.shot(page, 'about');
  });

  it('finds a project that the reader added, and nothing there before', async () => {
    const { driver, world, ask } = stage;
    const before = await driver.open(https(PAGES.own));
    await wait(1500);
    expect((await badges(driver, before)).map(({ project }) => project)).not.toContain('own:zorblatta');
    const saved = await ask<{ id: string }>('own.save', {
      project: {
        ...{
          id: '',
          name: 'Zorblatta',
          aliases: [],
          symbol: null,
          domains: ['zorblatta.example'],
          repos: [],
          orgs: [],
        },
        ...{ sectors: [], updatedAt: 0 },
      },
    });
    const page = await driver.open(https(PAGES.own));
    await badgeOf(driver, page, saved.id);
    expect(outside(world).filter((address) => address.includes('zorblatta'))).toEqual([]);
  });

  it('shows nothing on a page that names no project', async () => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.plain));
    await wait(1500);
    expect(await page.evaluate(() => document.querySelectorAll('roadmark-overlay').length)).toBe(0);
  });
});
