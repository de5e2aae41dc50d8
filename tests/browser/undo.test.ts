/** What the reader left out of a page, told in a line at its edge, and taken up again exactly as it was. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NOTICE_MS } from '../../entrypoints/card/notice.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { LANGUAGES, type Language } from '../../lib/i18n.ts';
import { type Kit, type KitOptions, start, stop } from './overlay-kit.ts';

const TEXT = '<p id="text">Readers of <a href="#went">Uniswap</a> and Aave also follow Lido here.</p>';
const SCOPES = ['page', 'site', 'everywhere'] as const;

afterEach(() => {
  vi.useRealTimers();
  stop();
});

const notice = (kit: Kit) => kit.shadow().querySelector('.rm-notice') as HTMLElement;
const told = (kit: Kit) => notice(kit).querySelector('[role="status"]') as HTMLElement;
const undo = (kit: Kit) => notice(kit).querySelector<HTMLButtonElement>('.rm-notice-undo') as HTMLButtonElement;
const press = (kit: Kit, name: string) =>
  [...kit.card().querySelectorAll('button')].find((one) => one.textContent === name)?.click();
/** What of the badges a reader can see or hear. */
const looks = (kit: Kit) =>
  kit.badges().map((badge) => {
    const { x, y, width, height } = badge.getBoundingClientRect();
    return [badge.dataset.project, badge.getAttribute('aria-label'), x, y, width, height, badge.innerHTML];
  });

/** A page with the card of Aave open. */
async function opened(options: KitOptions = {}, html = TEXT): Promise<Kit> {
  const kit = start(html, { settings: { cardDelayMs: 100_000 }, ...options });
  await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
  await vi.waitFor(() => expect(kit.badge('aave').getAttribute('aria-label')).toContain('12'));
  kit.badge('aave').click();
  await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
  return kit;
}
async function mute(kit: Kit, scope: (typeof SCOPES)[number], language: Language = 'en'): Promise<void> {
  const words = coreCatalogues[language];
  press(kit, words['card.not-this']);
  await vi.waitFor(() => expect(kit.card().querySelector('.rm-scopes')).not.toBeNull());
  press(kit, words[`card.not-this.${scope}`]);
  await vi.waitFor(() => expect(kit.badges()).toHaveLength(2));
}
const sent = (kit: Kit, name: string) => kit.calls.filter((call) => call.name === name).map(({ request }) => request);

/** "Not this project" on this page and back, all by Enter, from an open card. */
async function undoneByKeys(kit: Awaited<ReturnType<typeof opened>>): Promise<void> {
  const choose = async (name: string) => {
    [...kit.card().querySelectorAll('button')].find((one) => one.textContent === name)?.focus();
    await userEvent.keyboard('{Enter}');
  };
  await choose('Not this project');
  await vi.waitFor(() => expect(kit.card().querySelector('.rm-scopes')).not.toBeNull());
  await choose('On this page');
  await vi.waitFor(() => expect(kit.shadow().activeElement).toBe(undo(kit)));
  await userEvent.keyboard('{Enter}');
}

describe('not this project', () => {
  it.each(SCOPES)('says so for %s, and Undo puts the very same marks back', async (scope) => {
    const kit = await opened();
    const before = looks(kit);
    const html = document.body.innerHTML;
    const size = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
    await mute(kit, scope);
    expect(told(kit).textContent).toBe(coreCatalogues.en[`undo.${scope}`].replace('{name}', 'Aave'));
    expect([document.documentElement.scrollWidth, document.documentElement.scrollHeight]).toEqual(size);
    undo(kit).click();
    await vi.waitFor(() => expect(looks(kit)).toEqual(before));
    expect(notice(kit).textContent).toBe('');
    expect(document.body.innerHTML).toBe(html);
    const request = { projectId: 'aave', scope, url: location.href };
    await vi.waitFor(() =>
      expect(sent(kit, 'mute.set')).toEqual([
        { ...request, muted: true },
        { ...request, muted: false },
      ]),
    );
    // The toolbar counts it again.
    expect(sent(kit, 'page.count').at(-1)).toEqual({ projectIds: ['uniswap', 'aave', 'lido'] });
  });
  it('takes back the last one alone where two were left out', async () => {
    const kit = await opened();
    await mute(kit, 'page');
    kit.badge('lido').click();
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    press(kit, 'Not this project');
    await vi.waitFor(() => expect(kit.card().querySelector('.rm-scopes')).not.toBeNull());
    press(kit, 'Everywhere');
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(1));
    undo(kit).click();
    await vi.waitFor(() => expect(kit.badges().map((one) => one.dataset.project)).toEqual(['uniswap', 'lido']));
  });
  it('is done by keyboard alone: the focus goes to Undo, and from there to the mark', async () => {
    const kit = await opened();
    await userEvent.keyboard('{Escape}');
    kit.badge('aave').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(kit.card().contains(kit.shadow().activeElement)).toBe(true));
    await undoneByKeys(kit);
    await vi.waitFor(() => expect((kit.shadow().activeElement as HTMLElement).dataset.project).toBe('aave'));
    expect(kit.isOpen()).toBe(false);
  });
  it('gives the focus back to the strip where the card was the strip’s', async () => {
    const kit = await opened();
    await userEvent.keyboard('{Escape}');
    kit.findings({ identity: { projectId: 'aave', rule: 'own-domain', matched: 'aave.com', guess: false } });
    const strip = () => kit.shadow().querySelector<HTMLElement>('.rm-strip-open');
    await vi.waitFor(() => expect(strip()).not.toBeNull());
    strip()?.focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(kit.card().contains(kit.shadow().activeElement)).toBe(true));
    await undoneByKeys(kit);
    await vi.waitFor(() => expect(kit.shadow().activeElement).toBe(strip()));
    expect(strip()).not.toBeNull();
  });
  it('stays while the focus is on it, and goes by itself when it is not', async () => {
    const kit = await opened();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    press(kit, 'Not this project');
    await vi.advanceTimersByTimeAsync(100);
    press(kit, 'On this site');
    await vi.advanceTimersByTimeAsync(100);
    undo(kit).focus();
    await vi.advanceTimersByTimeAsync(NOTICE_MS * 3);
    expect(told(kit).textContent).toContain('Aave');
    undo(kit).blur();
    await vi.advanceTimersByTimeAsync(NOTICE_MS);
    expect(notice(kit).textContent).toBe('');
    expect(kit.badges()).toHaveLength(2);
    expect(sent(kit, 'mute.set')).toHaveLength(1);
  });
});

describe('never on this site', () => {
  it('says so, and Undo puts all marks back', async () => {
    const kit = await opened();
    const before = looks(kit);
    press(kit, 'Never on this site');
    expect(kit.badges()).toEqual([]);
    expect(told(kit).textContent).toBe(`Roadmark is off on ${location.hostname}.`);
    undo(kit).click();
    await vi.waitFor(() => expect(looks(kit)).toEqual(before));
    const host = location.hostname;
    await vi.waitFor(() =>
      expect(sent(kit, 'site.set')).toEqual([
        { host, off: true },
        { host, off: false },
      ]),
    );
    expect(kit.ended()).toBe(false);
  });
  it('leaves nothing of it on the page when the line has gone', async () => {
    const kit = await opened();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    press(kit, 'Never on this site');
    undo(kit).blur();
    await vi.advanceTimersByTimeAsync(NOTICE_MS - 1);
    // What the page says meanwhile is not marked.
    kit.findings();
    expect(kit.badges()).toEqual([]);
    expect(kit.ended()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(kit.ended()).toBe(true);
    expect(document.querySelector('roadmark-overlay')).toBeNull();
  });
});

describe('the line', () => {
  it.each(LANGUAGES)(
    'stands at the window’s edge in %s, with targets of 24 px and nothing for axe to find',
    async (language) => {
      const settings = { cardDelayMs: 100_000, theme: language === 'ar' ? ('dark' as const) : ('light' as const) };
      const kit = await opened({ language, settings });
      await mute(kit, 'site', language);
      await page.screenshot({ path: `../../screenshots/card/undo-${language}.png` });
      expect(told(kit).textContent).toContain('Aave');
      expect(undo(kit).textContent).toBe(coreCatalogues[language]['undo.button']);
      const { left, right, bottom } = notice(kit).getBoundingClientRect();
      expect(innerHeight - bottom).toBe(12);
      const width = document.documentElement.clientWidth;
      expect(language === 'ar' ? width - right : left).toBe(12);
      for (const target of notice(kit).querySelectorAll('button')) {
        const box = target.getBoundingClientRect();
        expect(Math.min(box.width, box.height), target.outerHTML).toBeGreaterThanOrEqual(24);
      }
      // axe can't enter a closed shadow tree: the tree is copied beside its styles.
      const copy = document.createElement('div');
      const root = copy.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [...kit.shadow().adoptedStyleSheets];
      const inner = kit.shadow().querySelector('.rm-root')?.cloneNode(true) as HTMLElement;
      for (const layer of inner.querySelectorAll('[role="group"], [role="dialog"]')) layer.remove();
      root.append(inner);
      document.body.replaceChildren(copy);
      kit.session.destroy();
      const { violations } = await axe.run(copy, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    },
  );
  it('is there for screen readers before it has words', async () => {
    const kit = await opened();
    const before = told(kit);
    expect(before.textContent).toBe('');
    await mute(kit, 'page');
    expect(told(kit)).toBe(before);
  });
});
