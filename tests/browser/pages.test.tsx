import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { startPage } from '../../entrypoints/kit/page.tsx';
import { OptionsApp } from '../../entrypoints/options/OptionsApp.tsx';
import { PopupApp } from '../../entrypoints/popup/PopupApp.tsx';
import { ProjectApp } from '../../entrypoints/project/ProjectApp.tsx';
import { WatchlistApp } from '../../entrypoints/watchlist/WatchlistApp.tsx';
import { WelcomeApp } from '../../entrypoints/welcome/WelcomeApp.tsx';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { catalogues } from '../../lib/i18n/pages/index.ts';
import '../../entrypoints/kit/page.css';
import '../../entrypoints/options/options.css';
import '../../entrypoints/popup/popup.css';
import '../../entrypoints/project/project.css';
import '../../entrypoints/watchlist/watchlist.css';
import '../../entrypoints/welcome/welcome.css';
import { EVERY_CALL, NOTHING_READ, NOW, world } from './fake-background.ts';
import { cutOff, sticksOut, tooSmall } from './measure.ts';
import { pseudo } from './pseudo.ts';

const APPS = {
  watchlist: WatchlistApp,
  project: ProjectApp,
  options: OptionsApp,
  welcome: WelcomeApp,
  popup: PopupApp,
};
const LOOKS = [
  { look: 'light', language: 'en', theme: 'light', width: 1280 },
  { look: 'dark', language: 'en', theme: 'dark', width: 1280 },
  { look: 'arabic', language: 'ar', theme: 'light', width: 1280 },
  { look: 'chinese-dark-narrow', language: 'zh_CN', theme: 'dark', width: 360 },
  { look: 'arabic-narrow', language: 'ar', theme: 'light', width: 320 },
  { look: 'long-words', language: 'en', theme: 'light', width: 1280 },
  { look: 'long-words-narrow', language: 'en', theme: 'light', width: 320 },
  { look: 'forced-colours', language: 'en', theme: 'light', width: 1280 },
] as const;
type Look = (typeof LOOKS)[number];

/** Highest picture: the project page with all details open. */
const MOST_PX = 8000;

let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
  host.id = 'app';
  document.body.append(host);
  world.projects = 12;
  world.failing = new Set();
  world.report = {};
  world.calls = [];
});
afterEach(async () => {
  render(null, host);
  host.remove();
  Object.assign(catalogues.en, ENGLISH);
  await media([]);
});

const ENGLISH = { ...catalogues.en };
const media = (features: { name: string; value: string }[]) =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', {
    features,
  });

async function open(name: keyof typeof APPS) {
  await startPage(APPS[name], 'popup.title');
  await expect.poll(() => host.querySelector('h1')?.textContent ?? '').not.toBe('');
  await expect.poll(() => host.querySelector('[role=status]') !== null || name === 'welcome').toBe(true);
}
async function dress({ look, language, theme, width }: Look) {
  Object.assign(world.settings, { language, theme });
  if (look.startsWith('long-words')) Object.assign(catalogues.en, pseudo(ENGLISH));
  if (look === 'forced-colours') await media([{ name: 'forced-colors', value: 'active' }]);
  await page.viewport(width, 900);
}
/** A picture of the whole page for a person to look at. */
async function picture(name: string, width: number) {
  await page.viewport(width, Math.min(MOST_PX, Math.max(900, document.documentElement.scrollHeight)));
  await page.screenshot({ path: `../../screenshots/pages/${name}.png` });
  await page.viewport(width, 900);
}

/** Nothing that axe finds, no sideways scrolling, no word cut, nothing outside, no target too small. */
async function expectWhole(name: keyof typeof APPS, width: number) {
  const { violations } = await axe.run(document, { rules: { region: { enabled: name !== 'popup' } } });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect({ cut: cutOff(host), out: sticksOut(document.body), small: tooSmall(host) }).toEqual({
    cut: [],
    out: [],
    small: [],
  });
}

describe.each(Object.keys(APPS) as (keyof typeof APPS)[])('%s page', (name) => {
  it.each(LOOKS)('is whole in $look', async (look) => {
    await dress(look);
    await open(name);
    await picture(`${name}-${look.look}`, look.width);
    await expectWhole(name, look.width);
    expect(document.documentElement.dir).toBe(look.language === 'ar' ? 'rtl' : 'ltr');
  });

  it('is whole when nothing can be had from the background, and says so', async () => {
    await dress(LOOKS[0]);
    world.failing = new Set([...EVERY_CALL, 'settings.get']);
    await open(name);
    await picture(`${name}-failing`, LOOKS[0].width);
    await expectWhole(name, LOOKS[0].width);
  });
});

describe('project page', () => {
  it.each<[string, Partial<ProjectReport>]>([
    ['offline', { failures: [{ kind: 'offline', at: NOW }], progress: 'failed' }],
    ['rate-limited', { failures: [{ kind: 'rate-limited', at: NOW, retryAt: NOW + 9e5 }], progress: 'failed' }],
    ['not-found', { failures: [{ kind: 'not-found', at: NOW }], progress: 'failed' }],
    ['unread', { code: NOTHING_READ, progress: 'known', baselines: [] }],
  ])('is whole when %s, and all details are open', async (state, report) => {
    await dress(LOOKS[0]);
    world.report = report;
    await open('project');
    await expect.poll(() => host.querySelectorAll('.signal-name').length).toBeGreaterThan(3);
    for (const button of host.querySelectorAll<HTMLButtonElement>('.others[aria-expanded=false]')) button.click();
    for (const button of host.querySelectorAll<HTMLButtonElement>('.signal-name')) button.click();
    await expect.poll(() => host.querySelectorAll('.signal-details').length).toBeGreaterThan(3);
    await picture(`project-${state}`, LOOKS[0].width);
    await expectWhole('project', LOOKS[0].width);
  });
});

describe('watchlist page', () => {
  it('draws only the rows near the window of 1,000, and finds one by a keystroke', async () => {
    world.projects = 1000;
    Object.assign(world.settings, { language: 'en', theme: 'light' });
    await page.viewport(1280, 900);
    await open('watchlist');
    await expect.poll(() => host.querySelectorAll('tr[data-project]').length).toBeGreaterThan(5);
    expect(host.querySelectorAll('tr[data-project]').length).toBeLessThan(60);
    expect(host.querySelector('table.watch')?.getAttribute('aria-rowcount')).toBe('1001');
    const search = host.querySelector<HTMLInputElement>('.filters input[type=search]');
    if (!search) throw new Error('no search field');
    search.value = 'Lido 997';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await expect.poll(() => host.querySelectorAll('tr[data-project]').length).toBe(1);
  });
  it('says what failed, keeps a way to try again', async () => {
    world.failing = new Set(['watch.rows']);
    await open('watchlist');
    await expect.poll(() => host.querySelector('[data-failure=storage-blocked]') !== null).toBe(true);
    world.failing = new Set();
    host.querySelector<HTMLButtonElement>('.notice .button')?.click();
    await expect.poll(() => host.querySelectorAll('tr[data-project]').length).toBe(12);
  });
  it('sorts by a column header and says so', async () => {
    await open('watchlist');
    await expect.poll(() => host.querySelectorAll('tr[data-project]').length).toBe(12);
    const header = [...host.querySelectorAll<HTMLButtonElement>('button.sort')].find((b) =>
      b.textContent?.includes('Below peak'),
    );
    header?.click();
    await expect.poll(() => header?.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
    const values = [...host.querySelectorAll<HTMLDataElement>('tr[data-project] [data-signal=drawdown]')].map(
      (d) => d.value,
    );
    const known = values.filter((x) => x !== '').map(Number);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(values.slice(known.length).every((x) => x === '')).toBe(true);
  });
  it('takes the found projects off the list on Escape, and when the reader turns to the list', async () => {
    await open('watchlist');
    const field = () => host.querySelector<HTMLInputElement>('.find input') as HTMLInputElement;
    const hits = () => host.querySelectorAll('.find .hits li').length;
    await expect.poll(() => host.querySelectorAll('tr[data-project]').length).toBe(12);
    await userEvent.fill(field(), 'uni');
    await expect.poll(hits).toBe(1);
    expect(host.querySelector('.find .hits button')?.ariaLabel).toBe('Watch Uniswap');
    host.querySelector<HTMLInputElement>('.filters input')?.focus();
    await expect.poll(hits).toBe(0);
    field().focus();
    await expect.poll(hits).toBe(1);
    await userEvent.keyboard('{Escape}');
    await expect.poll(hits).toBe(0);
    expect(field().value).toBe('');
  });
  it('is whole when nothing is watched: says what to do first', async () => {
    world.projects = 0;
    await dress(LOOKS[0]);
    await open('watchlist');
    await expect.poll(() => host.querySelector('.empty h2')?.textContent ?? '').not.toBe('');
    await picture('watchlist-empty', LOOKS[0].width);
    await expectWhole('watchlist', LOOKS[0].width);
  });
  it.each(LOOKS)('is whole with groups, a comparison, a dialog and an offer to undo in $look', async (look) => {
    await dress(look);
    await open('watchlist');
    await expect.poll(() => host.querySelectorAll('tr[data-project]').length).toBeGreaterThan(3);
    const boxes = [...host.querySelectorAll<HTMLInputElement>('.c-select input')];
    for (const box of boxes.slice(0, 3)) box.click();
    host.querySelectorAll<HTMLInputElement>('.filters .check input')[1]?.click();
    host.querySelectorAll<HTMLButtonElement>('.c-actions button')[2]?.click();
    await expect
      .poll(() => host.querySelector('.compare table') !== null && host.querySelector('.undo-bar') !== null)
      .toBe(true);
    await picture(`watchlist-compare-${look.look}`, look.width);
    await expectWhole('watchlist', look.width);
    host.querySelectorAll<HTMLButtonElement>('.c-actions button')[0]?.click();
    await expect.poll(() => host.querySelector('dialog[open]') !== null).toBe(true);
    await picture(`watchlist-edit-${look.look}`, look.width);
    await expectWhole('watchlist', look.width);
  });
});

describe('options page', () => {
  it.each([
    ['own project', /Mine$/, 'own.save', { project: expect.objectContaining({ id: 'own:mine', repos: ['a/b'] }) }],
    [
      'correction',
      // By its name: the id is no word of the reader's.
      /Uniswap$/,
      'mute.set',
      { projectId: 'uniswap', scope: 'site', url: 'https://news.example.org/', muted: true },
    ],
  ])('offers to undo the removal of a %s, and puts it back as it was', async (_, label, name, request) => {
    await dress(LOOKS[0]);
    await open('options');
    const buttons = () => [...host.querySelectorAll<HTMLButtonElement>('.items button.link')];
    const wanted = () => buttons().findLast((button) => label.test(button.ariaLabel ?? ''));
    await expect.poll(wanted).toBeDefined();
    wanted()?.click();
    await expect.poll(() => host.querySelector('.undo-bar button') !== null).toBe(true);
    await expectWhole('options', LOOKS[0].width);
    host.querySelector<HTMLButtonElement>('.undo-bar button')?.click();
    await expect.poll(() => world.calls.findLast((call) => call.name === name)?.request).toEqual(request);
    await expect.poll(() => host.querySelector('.undo-bar')).toBe(null);
  });
});

describe('SectorChoice', () => {
  it.each([
    ['light', 'AI agents'],
    ['arabic-narrow', 'وكلاء الذكاء الاصطناعي'],
    ['chinese-dark-narrow', 'AI 代理'],
  ])('takes sectors by keyboard and gives them to what is saved, %s', async (name, named) => {
    const look = LOOKS.find((one) => one.look === name) as Look;
    await dress(look);
    await open('options');
    const edit = () => host.querySelector<HTMLButtonElement>('#own .items button.link');
    await expect.poll(edit).not.toBe(null);
    edit()?.click();
    await expect.poll(() => host.querySelector('#own .sectors summary')).not.toBe(null);
    host.querySelector<HTMLElement>('#own .sectors summary')?.focus();
    await userEvent.keyboard('{Enter}');
    for (const id of ['dex', 'ai-agents']) {
      host.querySelector<HTMLInputElement>(`#own .sectors input[value=${id}]`)?.focus();
      await userEvent.keyboard(' ');
    }
    await expectWhole('options', look.width);
    await picture(`options-sectors-${look.look}`, look.width);
    expect(host.querySelector('#own .sectors summary')?.textContent).toContain(named);
    host.querySelector<HTMLButtonElement>('#own form [type=submit]')?.click();
    await expect
      .poll(() => world.calls.findLast((call) => call.name === 'own.save')?.request)
      .toEqual({ project: expect.objectContaining({ sectors: expect.arrayContaining(['dex', 'ai-agents']) }) });
  });
});

describe('popup', () => {
  it('leads to what was looked at last', async () => {
    await dress(LOOKS[0]);
    await open('popup');
    await expect.poll(() => host.querySelector<HTMLAnchorElement>('.recent a')?.href ?? '').toMatch(/id=lido$/);
  });
});
