/** Every page of the built extension in every look, with real projects in it: pictures for a person, and what can be measured. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, until, wait } from '../../lib/tools/browser/reader.ts';
import type { BrowserKind } from '../../lib/tools/browser/types.ts';
import { type Stage, setStage } from './kit.ts';
import { axeFaults, namelessNodes, seenFaults, tabStops } from './page-faults.ts';
import { https, PAGES } from './world/pages.ts';

/** Looks of each page; Firefox shows that it draws the same, in two of them. */
const LOOKS = [
  { look: 'light', settings: { language: 'en', theme: 'light' }, width: 1280 },
  { look: 'dark', settings: { language: 'en', theme: 'dark' }, width: 1280 },
  { look: 'ar', settings: { language: 'ar', theme: 'light' }, width: 1280 },
  { look: 'zh', settings: { language: 'zh_CN', theme: 'light' }, width: 1280 },
  { look: 'narrow', settings: { language: 'en', theme: 'light' }, width: 360 },
  { look: 'ar-narrow-dark', settings: { language: 'ar', theme: 'dark' }, width: 320 },
] as const;
const FIREFOX_LOOKS: readonly string[] = ['light', 'ar-narrow-dark'];
const LANGUAGE_TAGS = { en: 'en', ar: 'ar', zh_CN: 'zh-CN' } as const;

/** Address of each page, and by what it is known to be there; popup and panel are told the article's tab. */
const OWN_PAGES = {
  watchlist: ['watchlist.html', 'tr[data-project]'],
  project: ['project.html?id=lido', '.signals tbody tr'],
  options: ['options.html', '.settings select'],
  welcome: ['welcome.html', '.sample-card .rm-figure'],
  popup: ['popup.html', '.page-projects [data-project]'],
  sidepanel: ['sidepanel.html', '.page-projects [data-project]'],
} as const;
type Name = keyof typeof OWN_PAGES;
/** A popup and a panel are as wide as the browser makes them. */
const WIDTHS: Partial<Record<Name, number>> = { popup: 400, sidepanel: 360 };
const WATCHED = [
  'lido',
  'uniswap',
  'aave',
  'ethereum',
  'celestia',
  'eigenlayer',
  'bnb-chain',
  'monero',
  'decred',
  'zcash',
];
/** Far more stops than any page has before its table. */
const MOST_STOPS = 60;

describe.each<BrowserKind>(['chromium', 'firefox'])('looks in %s', (kind) => {
  let stage: Stage;
  let articleTab: number;
  beforeAll(async () => {
    stage = await setStage(kind);
    const { ask, driver } = stage;
    // The pictures show the snapshot's figures: nothing is read meanwhile but the one project that is opened.
    await ask('refresh.set', { paused: true });
    for (const projectId of WATCHED) await ask('watch.set', { projectId, watched: true });
    const notes = '# Why\n\n- [x] read the **audit**\n- <script>alert(1)</script> [its site](https://lido.fi)';
    await ask('watch.edit', { projectId: 'lido', patch: { tags: ['core', 'مهم'], notes } });
    const article = await driver.open(https(PAGES.en));
    await badgeOf(driver, article, 'lido');
    const finder = await driver.open(driver.address('options.html'));
    articleTab = await finder.evaluate(async () => {
      type Tabs = { tabs: { query(q: object): Promise<{ id?: number; url?: string }[]> } };
      const { browser, chrome } = globalThis as unknown as Record<string, Tabs | undefined>;
      const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
      return tabs.find((tab) => tab.url?.includes('coindesk'))?.id ?? -1;
    });
    await finder.close();
  });
  afterAll(() => stage?.close());

  async function show(name: Name): Promise<Page> {
    const [path, there] = OWN_PAGES[name];
    const { driver } = stage;
    const page = await driver.open(driver.address(WIDTHS[name] ? `${path}?tab=${articleTab}` : path));
    await until(`${there} on ${name}`, () => page.$(there));
    if (name === 'sidepanel') {
      await page.evaluate(() => document.querySelector<HTMLButtonElement>('.button.primary')?.click());
      await until('the claims', () => page.$('#claims'));
    }
    return page;
  }
  const dress = async (page: Page, name: Name, { settings, width }: (typeof LOOKS)[number]) => {
    await stage.ask('settings.patch', settings);
    await page.setViewport({ width: Math.min(width, WIDTHS[name] ?? width), height: 900 });
    const tag = LANGUAGE_TAGS[settings.language];
    await until('the look', () =>
      page.evaluate(
        (t, d) => document.documentElement.lang === t && document.documentElement.dataset.theme === d,
        tag,
        settings.theme,
      ),
    );
    // Charts follow a task later.
    await wait(150);
  };

  it.each(Object.keys(OWN_PAGES) as Name[])('%s is whole in every look, switched while it is open', async (name) => {
    const page = await show(name);
    for (const look of LOOKS) {
      if (kind === 'firefox' && !FIREFOX_LOOKS.includes(look.look)) continue;
      await dress(page, name, look);
      await stage.shot(page, `${name}-${look.look}`);
      expect({ look: look.look, faults: await axeFaults(page) }).toEqual({ look: look.look, faults: [] });
      expect({ look: look.look, faults: await seenFaults(page) }).toEqual({ look: look.look, faults: [] });
    }
    await page.close();
  });

  it('the panel marks the line of the mention under the pointer, and the mention of the line', async () => {
    const { driver } = stage;
    const panel = await show('sidepanel');
    const article = (await driver.browser.pages()).find((page) => page.url() === https(PAGES.en));
    if (!article) throw new Error('the article is gone');
    await article.bringToFront();
    const lines = () =>
      panel.$$eval('.page-projects .pointed', (all) => all.map((e) => (e as HTMLElement).dataset.project));
    const mark = await badgeOf(driver, article, 'lido');
    await article.mouse.move(mark.x, mark.y, { steps: 3 });
    await until('the line', async () => (await lines())[0] === 'lido');
    await article.mouse.move(2, 2);
    await until('no line', async () => (await lines()).length === 0);
    const marked = () =>
      driver.inOverlay(article, (root) => root.querySelector<HTMLElement>('.rm-marked')?.dataset.project ?? '', null);
    await panel.evaluate(() =>
      document.querySelector<HTMLElement>('.page-projects [data-project=lido] .jump')?.focus({ preventScroll: true }),
    );
    await panel.evaluate(() =>
      document
        .querySelector('.page-projects [data-project=lido]')
        ?.dispatchEvent(new FocusEvent('focusin', { bubbles: true })),
    );
    await until('the mark', async () => (await marked()) === 'lido');
    await panel.close();
  });

  if (kind === 'firefox') return;

  it('the watchlist keeps its table for screen readers where a narrow window draws cards', async () => {
    const page = await show('watchlist');
    await dress(page, 'watchlist', LOOKS[4]);
    const { roles } = await namelessNodes(page);
    expect(roles.get('table')).toBe(1);
    expect(roles.get('rowheader')).toBe(WATCHED.length);
    await page.close();
  });

  it.each(Object.keys(OWN_PAGES) as Name[])(
    '%s: everything has a name, and Tab goes through it in the order of reading, a stop at every control',
    async (name) => {
      const page = await show(name);
      await dress(page, name, LOOKS[0]);
      const { nameless, roles } = await namelessNodes(page);
      expect(nameless).toEqual([]);
      expect(roles.get('main')).toBe(1);
      expect(roles.get('heading')).toBeGreaterThan(0);
      await page.bringToFront();
      const stops = await tabStops(page, MOST_STOPS);
      const orders = stops.map(({ order }) => order);
      expect(orders).toEqual([...orders].sort((a, b) => a - b));
      const controls = await page.evaluate(() => {
        const all = [...document.querySelectorAll('*')];
        return [
          ...document.querySelectorAll<HTMLElement>(
            'a[href], button:not(:disabled), input:not([hidden]), select, summary',
          ),
        ]
          .filter((control) => control.checkVisibility() && !control.closest('[inert]'))
          .map((control) => all.indexOf(control));
      });
      const last = Math.max(...orders);
      const missed = controls.filter((order) => order <= last && !orders.includes(order));
      expect(missed).toEqual([]);
      expect(stops.length).toBeGreaterThan(3);
      await page.close();
    },
  );

  it('sorts, selects, edits and undoes by keyboard alone', async () => {
    const page = await show('watchlist');
    await dress(page, 'watchlist', LOOKS[0]);
    await page.bringToFront();
    const focus = (selector: string) => page.focus(selector);
    await focus('.c-drawdown .sort');
    await page.keyboard.press('Enter');
    await until('the order', () => page.$('.c-drawdown[aria-sort=ascending]'));
    await page.keyboard.press('Enter');
    await until('the other order', () => page.$('.c-drawdown[aria-sort=descending]'));
    await focus('tr[data-project=lido] .c-select input');
    await page.keyboard.press('Space');
    await focus('tr[data-project=aave] .c-select input');
    await page.keyboard.press('Space');
    await until('the comparison', () => page.$('.compare table'));
    await stage.shot(page, 'watchlist-compare');
    await focus('tr[data-project=lido] .c-actions button');
    await page.keyboard.press('Enter');
    await until('the dialog', () => page.$('dialog[open] .preview li'));
    expect(await page.$('dialog[open] script')).toBeNull();
    await stage.shot(page, 'watchlist-edit');
    await page.keyboard.press('Escape');
    await until('no dialog', async () => !(await page.$('dialog[open]')));
    await focus('tr[data-project=lido] .c-actions button:last-child');
    await page.keyboard.press('Enter');
    await until('the row to go', async () => !(await page.$('tr[data-project=lido]')));
    await focus('.undo-bar button');
    await page.keyboard.press('Enter');
    await until('the row to come back', () => page.$('tr[data-project=lido] .tag'));
    await page.close();
  });

  it('keeps still for readers who want less motion', async () => {
    const page = await show('watchlist');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((e) => {
          const { transitionDuration, animationName } = getComputedStyle(e);
          return transitionDuration.split(', ').some((d) => Number.parseFloat(d) > 0) || animationName !== 'none';
        }).length,
    );
    expect(moving).toBe(0);
    await page.close();
  });
});
