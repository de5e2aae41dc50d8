import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { startPage } from '../../entrypoints/kit/page.tsx';
import { OptionsApp } from '../../entrypoints/options/OptionsApp.tsx';
import { PopupApp } from '../../entrypoints/popup/PopupApp.tsx';
import { ProjectApp } from '../../entrypoints/project/ProjectApp.tsx';
import { WatchlistApp } from '../../entrypoints/watchlist/WatchlistApp.tsx';
import { WelcomeApp } from '../../entrypoints/welcome/WelcomeApp.tsx';
import '../../entrypoints/kit/page.css';
import '../../entrypoints/options/options.css';
import '../../entrypoints/project/project.css';
import '../../entrypoints/watchlist/watchlist.css';
import '../../entrypoints/welcome/welcome.css';
import { world } from './fake-background.ts';

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
] as const;

let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
  host.id = 'app';
  document.body.append(host);
  world.projects = 12;
  world.failing = new Set();
});
afterEach(() => {
  render(null, host);
  host.remove();
});

async function open(name: keyof typeof APPS) {
  await startPage(APPS[name], 'popup.title');
  await expect.poll(() => host.querySelector('h1')?.textContent ?? '').not.toBe('');
  await expect.poll(() => host.querySelector('[role=status]') !== null || name === 'welcome').toBe(true);
}

describe.each(Object.keys(APPS) as (keyof typeof APPS)[])('%s page', (name) => {
  it.each(LOOKS)(
    'has no fault that axe can find and no sideways scrolling in $look',
    async ({ look, language, theme, width }) => {
      Object.assign(world.settings, { language, theme });
      await page.viewport(width, 900);
      await open(name);
      const result = await axe.run(document, { rules: { region: { enabled: name !== 'popup' } } });
      await page.screenshot({ path: `../../screenshots/pages/${name}-${look}.png` });
      expect(result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' | ')}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(document.documentElement.dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
    },
  );
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
});
