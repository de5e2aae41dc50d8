/** Nothing leaves because a page was read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badges, until } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

const TO_READ = [PAGES.en, PAGES.ar, PAGES.zh, PAGES.lido, PAGES.about];

describe.each(BROWSERS)('reading in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(() => stage?.close());

  it('makes no request over 50 pages', async () => {
    const { driver, world, ask } = stage;
    world.clear();
    const page = await driver.open(https(PAGES.plain));
    for (let i = 0; i < 50; i++) {
      await page.goto(https(TO_READ[i % TO_READ.length] as string), { waitUntil: 'domcontentloaded' });
      // The first round waits until marks stand: reading really took place.
      const host = () => page.evaluate(() => document.querySelector('roadmark-overlay') !== null);
      if (i < TO_READ.length) await until(`the overlay on ${TO_READ[i]}`, host);
    }
    await until(
      'marks',
      async () =>
        (await badges(driver, page)).length > 0 ||
        (await page.evaluate(() => document.querySelector('roadmark-overlay') !== null)),
    );
    expect(outside(world)).toEqual([]);
    expect(await ask('requests.list', { limit: 10 })).toEqual([]);
  });
});
