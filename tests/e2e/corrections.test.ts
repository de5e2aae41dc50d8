/** The reader's word counts more than ours: "not this project" and its way back, projects of one's own, and both in the backup. */

import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badgeOf, badges, hover, pressInCard, until, wait } from '../../lib/tools/browser/reader.ts';
import { BROWSERS, type Stage, setStage } from './kit.ts';
import { https, PAGES } from './world/pages.ts';

describe.each(BROWSERS)('corrections in %s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(() => stage.tidy());
  afterAll(() => stage?.close());

  const projectsOn = async (address: string) => {
    const page = await stage.driver.open(https(address));
    await badgeOf(stage.driver, page, 'symbiotic');
    await wait(800);
    return (await badges(stage.driver, page)).map(({ project }) => project);
  };

  it.each(['page', 'site', 'everywhere'] as const)(
    'leaves a project out on this %s until that is undone in Options',
    async (scope) => {
      const { driver, ask } = stage;
      expect(await projectsOn(PAGES.lido)).toContain('lido');
      await ask('mute.set', { projectId: 'lido', scope, url: https(PAGES.lido), muted: true });
      expect(await projectsOn(PAGES.lido)).not.toContain('lido');
      const options = await driver.open(driver.address('options.html'));
      const undo = 'section.settings button.link[aria-label*="lido" i]';
      await until('the correction in Options', () =>
        options.evaluate((at) => document.querySelector(at) !== null, undo),
      );
      await options.evaluate((at) => document.querySelector<HTMLButtonElement>(at)?.click(), undo);
      await until('its way back', () => options.evaluate((at) => document.querySelector(at) === null, undo));
      expect(await projectsOn(PAGES.lido)).toContain('lido');
    },
  );

  /** What the line at the window's edge says, and where its first button is. */
  const notice = (page: Page) =>
    stage.driver.inOverlay(
      page,
      (root) => {
        const told = root.querySelector('.rm-notice [role="status"]')?.textContent ?? '';
        const box = root.querySelector('.rm-notice button')?.getBoundingClientRect();
        return { told, x: box ? box.x + box.width / 2 : 0, y: box ? box.y + box.height / 2 : 0 };
      },
      null,
    );
  /** The badges of a page, before and after `press` in Lido's card and Undo. */
  const undone = async (press: RegExp[], said: RegExp) => {
    const { driver } = stage;
    const page = await driver.open(https(PAGES.lido));
    await badgeOf(driver, page, 'symbiotic');
    await hover(driver, page, 'lido');
    // Names and places: a label's figures may become newer meanwhile, since the open card reads them.
    const places = async () => (await badges(driver, page)).map(({ project, x, y }) => ({ project, x, y }));
    const before = await places();
    for (const words of press) await until(`${words}`, () => pressInCard(driver, page, words));
    const line = await until('the line', async () => {
      const now = await notice(page);
      return now && said.test(now.told) ? now : undefined;
    });
    const meanwhile = (await badges(driver, page)).map(({ project }) => project);
    await stage.shot(page, `undo-${press.length}`);
    await page.mouse.click(line.x, line.y);
    await until('the marks', async () => (await places()).length === before.length);
    return { before, meanwhile, after: await places(), line: await notice(page) };
  };

  it('offers the way back on the page after "Not this project", and Undo restores what was there', async () => {
    const { ask } = stage;
    const seen = await undone([/^Not this project/, /^On this site/], /^Lido is no longer marked on this site/);
    expect(seen.meanwhile).toContain('symbiotic');
    expect(seen.meanwhile).not.toContain('lido');
    expect(seen.after).toEqual(seen.before);
    expect(seen.line?.told).toBe('');
    expect(await ask('mute.list', null)).toEqual([]);
  });

  it('offers it after "Never on this site" too', async () => {
    const { ask } = stage;
    const seen = await undone([/^Never on this site/], /^Roadmark is off on /);
    expect(seen.meanwhile).toEqual([]);
    expect(seen.after).toEqual(seen.before);
    expect((await ask<{ offSites: string[] }>('settings.get', null)).offSites).toEqual([]);
  });

  it('takes the address that the reader gave for a project of the registry', async () => {
    const { ask } = stage;
    const project = {
      id: 'lido',
      name: 'Lido',
      aliases: [],
      symbol: null,
      domains: ['lido.example'],
      repos: [],
      orgs: [],
    };
    await ask('own.save', { project: { ...project, sectors: [], updatedAt: 0 } });
    expect(await projectsOn(PAGES.lido)).toContain('lido');
    const kept = await ask<{ id: string; domains: string[] }[]>('own.list', null);
    expect(kept.find(({ id }) => id === 'lido')?.domains).toEqual(['lido.example']);
    await ask('mute.set', { projectId: 'ethereum', scope: 'everywhere', url: https(PAGES.lido), muted: true });
    const text = JSON.stringify(await ask<unknown>('data.read', null));
    expect(text).toContain('lido.example');
    expect(text).toMatch(/"projectId":"ethereum"[^}]*"everywhere"|"everywhere"[^}]*"ethereum"/);
    await ask('mute.set', { projectId: 'ethereum', scope: 'everywhere', url: https(PAGES.lido), muted: false });
    await ask('own.remove', { id: 'lido' });
  });

  it('leads from a project’s page to what is on record, and what the reader corrects there wins', async () => {
    const { driver, ask } = stage;
    const project = await driver.open(driver.address('project.html?id=lido'));
    const path = await until('the way to correct', () =>
      project.evaluate(() => document.querySelector('#repos a[href^="options.html"]')?.getAttribute('href')),
    );
    const options = await driver.open(driver.address(path));
    const name = () =>
      options.evaluate(() => document.querySelector<HTMLInputElement>('#own form.editor input')?.value);
    await until('the record in the form', async () => (await name()) === 'Lido');
    await stage.shot(options, 'correct');
    await options.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#own form.editor input');
      if (field) field.value = 'Lido of mine';
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await options.evaluate(() => document.querySelector<HTMLButtonElement>('#own form.editor [type=submit]')?.click());
    const known = () => ask<{ name: string }[]>('registry.search', { query: 'lido of mine', limit: 1 });
    await until('the corrected name', async () => (await known())[0]?.name === 'Lido of mine');
    await ask('own.remove', { id: 'lido' });
  });
});
