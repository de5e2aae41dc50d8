/** With a token: entered in Options, checked, used at GitHub alone; figures that only a token gives; what is said when it is revoked. */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, outside, type Stage, setStage } from './kit.ts';

const TOKEN = 'github_pat_11AAAAAAAAAAAAAAAAAAAA_bbbbbbbbbbbbbbbbbbbbbbbbbbbbb';

/** Value of a figure on the open page; undefined before it is there, '' where it is unknown. */
const figure = (page: Page, id: string) =>
  page.evaluate((signal) => document.querySelector(`data[data-signal="${signal}"]`)?.getAttribute('value'), id);
const words = (page: Page) => page.evaluate(() => document.body.textContent ?? '');

describe.each(BROWSERS)('a token in %s', (kind) => {
  let stage: Stage;
  let options: Page;
  beforeAll(async () => {
    stage = await setStage(kind);
    stage.world.github.token = TOKEN;
    options = await stage.driver.open(stage.driver.address('options.html'));
  });
  afterAll(() => stage?.close());

  const enter = async (token: string) => {
    await options.bringToFront();
    const field = await options.waitForSelector('input[type="password"]');
    await field?.click({ count: 3 });
    await field?.type(token);
    await field?.press('Enter');
  };

  it('is refused when it is wrong, and nothing is kept', async () => {
    await enter(`${TOKEN}x`);
    await until('a refusal', async () => stage.world.github.withToken.length > 0);
    expect(await stage.ask('token.status', null)).toBeNull();
  });

  it('is checked at once, and told with what is left of its hour', async () => {
    await enter(TOKEN);
    await until('the status', async () => (await stage.ask('token.status', null)) !== null);
    await until('its words', async () => (await words(options)).includes('4,990'));
    expect(await stage.ask('token.status', null)).toMatchObject({ limit: 5000, problem: null, scopes: [] });
    // Shown to nobody again.
    expect(await words(options)).not.toContain(TOKEN);
    expect(
      await options.evaluate(() => document.querySelector<HTMLInputElement>('input[type="password"]')?.value),
    ).toBe('');
  });

  it('gives figures that nothing else gives, on the project’s page', async () => {
    const { world, driver } = stage;
    world.clear();
    const page = await driver.open(driver.address('project.html?id=lido'));
    await until('the share of answers', async () => (await figure(page, 'response-share')) === '0.75', 30_000);
    expect(await figure(page, 'first-response-days')).toBe('2');
    for (const id of ['regulars', 'one-day', 'integrity', 'active-developers', 'drawdown', 'established-share'])
      expect([id, await figure(page, id)]).not.toEqual([id, '']);
    expect(world.github.questions.length).toBeGreaterThan(0);
    // Its quarter has 384 commits: four pages.
    expect(world.github.questions.length).toBeLessThanOrEqual(4);
    expect(world.github.complaints).toEqual([]);
    await stage.shot(page, 'token-project');
    await page.close();
  });

  it('went to api.github.com alone, and stands in no log', async () => {
    const { world, ask } = stage;
    expect(world.github.withToken.every((address) => address.startsWith('api.github.com'))).toBe(true);
    expect(outside(world).every((address) => address.startsWith('api.github.com/'))).toBe(true);
    const kept = JSON.stringify([
      await ask('requests.list', { limit: 1000 }),
      await ask('data.read', null),
      await ask('token.status', null),
    ]);
    expect(kept).not.toContain('github_pat_11');
    expect(kept).toContain('/graphql');
  });

  it('is said to be refused once it is revoked, and the plan without one goes on', async () => {
    const { world, ask, driver } = stage;
    // The page's own reading comes to its end first: else it is the one that meets the refusal.
    await ask('report.live', { projectId: 'lido', reason: 'page' });
    world.github.token = null;
    world.clear();
    const report = await ask<{ failures: { kind: string }[]; code: { signals: { id: string; value: unknown }[] } }>(
      'report.live',
      { projectId: 'symbiotic', reason: 'manual' },
    );
    expect(report.failures.map(({ kind: what }) => what)).toContain('unauthorized');
    expect(report.code.signals.find(({ id }) => id === 'active-developers')?.value).not.toBeNull();
    expect(await ask('token.status', null)).toMatchObject({ problem: 'unauthorized' });
    const again = await driver.open(driver.address('options.html'));
    await until('words for it', async () => /no longer|refus|not accept|revoked|expired/i.test(await words(again)));
    await stage.shot(again, 'token-refused');
  });
});
