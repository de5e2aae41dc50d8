/** Frames and documents of other kinds, in real browsers: what belongs to the page is read, the rest is left alone, quietly. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

const HOST = 'www.coindesk.com';
const TEXT =
  'Lido is a liquid staking protocol on Ethereum. Symbiotic, a restaking protocol with validators, builds beside it.';
const PARAGRAPH = `<p style="font:18px/1.6 serif">${TEXT}</p>`;
const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>Frames</title><body>${body}</body>`;
const quoted = (text: string) => text.replaceAll('"', '&quot;');
const frame = (attributes: string, size = 'width:600px;height:300px') =>
  `<iframe style="border:0;${size}" ${attributes}></iframe>`;
/** The least PDF that viewers open: one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

interface Api {
  tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
}
/** Number of the tab at an address, and the text on its toolbar button. */
const tabAt = (own: Page, address: string) =>
  own.evaluate(async (url) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>;
    const api = (browser ?? chrome) as Api;
    const id = (await api.tabs.query({})).find((one) => one.url === url)?.id;
    return id === undefined ? undefined : { id, count: await api.action.getBadgeText({ tabId: id }) };
  }, address);
const lines = (list: Page) =>
  list.$$eval('.page-projects [data-project]', (all) =>
    all.map((one) => `${(one as HTMLElement).dataset.project}${one.querySelector('.tag') ? ' about' : ''}`),
  );

const hasHost = (place: Page | Frame) =>
  place.evaluate(() => document.querySelector('roadmark-overlay') !== null).catch(() => false);
const inner = (page: Page) => page.frames().filter((one) => one !== page.mainFrame());

describe.each(BROWSERS)('frames in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    const { world } = stage;
    world.page(`${HOST}/inner`, html(PARAGRAPH));
    world.page(`${HOST}/f-same`, html(frame(`src="https://${HOST}/inner"`)));
    world.page(`${HOST}/f-srcdoc`, html(frame(`srcdoc="${quoted(PARAGRAPH)}"`)));
    const fill = `const f = document.querySelector('iframe').contentDocument; f.body.innerHTML = ${JSON.stringify(PARAGRAPH)};`;
    world.page(`${HOST}/f-blank`, html(`${frame('')}<script>${fill}</script>`));
    const second =
      '<p style="font:18px/1.6 serif">Lido again, a liquid staking protocol on Ethereum, and Symbiotic for restaking.</p>';
    world.page(
      `${HOST}/f-three`,
      html(
        `<p>Uniswap is a protocol for swaps on Ethereum with its own governance.</p>${frame(`src="https://${HOST}/inner"`)}${frame(`srcdoc="${quoted(second)}"`)}`,
      ),
    );
    world.page(`${HOST}/f-small`, html(frame(`src="https://${HOST}/inner"`, 'width:120px;height:60px')));
    world.page(`${HOST}/f-sandbox`, html(frame(`sandbox srcdoc="${quoted(PARAGRAPH)}"`)));
    // A page of the list inside a page of the list, but of another origin.
    world.page(`${HOST}/f-foreign`, html(frame(`src="${https(PAGES.about)}"`)));
    world.page(
      `${HOST}/xhtml`,
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Uni<b>swap</b>, like any protocol on Ethereum, has contracts.</p>${`<p>${TEXT}</p>`}</body></html>`,
      { 'content-type': 'application/xhtml+xml' },
    );
    world.page(`${HOST}/data.xml`, `<?xml version="1.0"?><feed><entry>${TEXT}</entry></feed>`, {
      'content-type': 'application/xml',
    });
    world.page(`${HOST}/notes.txt`, TEXT, { 'content-type': 'text/plain' });
    world.page(`${HOST}/paper.pdf`, PDF, { 'content-type': 'application/pdf' });
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  it.each([
    ['a frame of the same origin', 'f-same'],
    ['a frame whose text stands in the page (srcdoc)', 'f-srcdoc'],
    ['a frame without an address (about:blank)', 'f-blank'],
  ])('%s is read, and its marks stand in the frame itself', async (_, path) => {
    const page = await stage.driver.open(`https://${HOST}/${path}`);
    await until('the overlay in the frame', async () => {
      const [one] = inner(page);
      return one && (await hasHost(one));
    });
    expect(await hasHost(page)).toBe(false);
    await stage.shot(page, path);
    expect(outside(stage.world).filter((address) => address.startsWith('api.github.com'))).toEqual([]);
  });

  it.each([
    ['a frame of the same origin', 'f-same', ['lido', 'ethereum', 'symbiotic']],
    ['a frame whose text stands in the page (srcdoc)', 'f-srcdoc', ['lido', 'ethereum', 'symbiotic']],
    ['two frames and the page itself', 'f-three', ['uniswap', 'ethereum', 'lido', 'symbiotic']],
  ])('popup and toolbar tell the projects of %s, each once', async (_, path, expected) => {
    const { driver } = stage;
    const address = `https://${HOST}/${path}`;
    const page = await driver.open(address);
    const own = await driver.open(driver.address('options.html'));
    await page.bringToFront();
    const tab = await until('the count', async () => {
      const found = await tabAt(own, address);
      return found?.count === String(expected.length) && found;
    });
    const panel = await driver.open(driver.address(`sidepanel.html?tab=${tab.id}`));
    const popup = await driver.open(driver.address(`popup.html?tab=${tab.id}`));
    for (const list of [panel, popup]) {
      await until('the list', async () => (await lines(list)).filter((id) => !id.startsWith('sector:')).length > 0);
      expect((await lines(list)).filter((id) => !id.startsWith('sector:'))).toEqual(expected);
    }
    await stage.shot(popup, `${path}-popup`);
    // A line of the list marks its mention in the frame, and brings it into view.
    await page.bringToFront();
    const press = (list: Page, id: string) =>
      list.$eval(`.page-projects [data-project=${id}] .jump`, (jump) => (jump as HTMLElement).focus());
    await press(panel, 'symbiotic');
    await panel.close();
    await popup.close();
  });

  it.each([
    ['a small frame', 'f-small'],
    ['a frame that is shut off (sandbox)', 'f-sandbox'],
    ['a frame of another origin', 'f-foreign'],
  ])('%s is left alone', async (_, path) => {
    const page = await stage.driver.open(`https://${HOST}/${path}`);
    await wait(2500);
    for (const place of [page, ...inner(page)]) expect(await hasHost(place)).toBe(false);
  });

  it('XHTML is read as HTML is', async () => {
    const page = await stage.driver.open(`https://${HOST}/xhtml`);
    await badgeOf(stage.driver, page, 'lido');
    await badgeOf(stage.driver, page, 'uniswap');
  });

  it.each(['data.xml', 'notes.txt', 'paper.pdf'])('%s: nothing, and no error', async (path) => {
    const page = await stage.driver.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    // A viewer is no page of the server's, and its loading is told in other ways.
    await page.goto(`https://${HOST}/${path}`, { waitUntil: [] as never, timeout: 5000 }).catch(() => {});
    await wait(2500);
    expect(await hasHost(page)).toBe(false);
    expect(errors.filter((text) => /roadmark|detector|extension/i.test(text))).toEqual([]);
  });
});
