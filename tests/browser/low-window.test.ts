/** The card in a window that is hardly higher than its own head and foot: a phone on its side, a window beside another. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import { LANGUAGES, type Language } from '../../lib/i18n.ts';
import { type Kit, start, stop } from './overlay-kit.ts';

const HIGH = 480;
/** The word in the middle: on neither side more than half of the window. */
const TEXT = '<div style="height:220px"></div><p id="text">Readers of Uniswap and Aave also follow Lido here.</p>';

afterEach(async () => {
  stop();
  await page.viewport(800, 600);
});

async function opened(language: Language): Promise<Kit> {
  await page.viewport(360, HIGH);
  const kit = start(TEXT, { language, settings: { cardDelayMs: 100_000 } });
  await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
  kit.badge('aave').click();
  await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
  await vi.waitFor(() => expect(kit.card().querySelector('.rm-track')).not.toBeNull());
  return kit;
}
/** Buttons of head and foot that something stands over, or that are cut off. */
const hidden = (kit: Kit) =>
  [...kit.card().querySelectorAll<HTMLElement>('.rm-close, .rm-actions button')]
    .filter((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const seen = kit.shadow().elementFromPoint(left + width / 2, top + height / 2);
      return !seen || !button.contains(seen) || height < 24;
    })
    .map((button) => button.textContent || button.ariaLabel);

describe.each(LANGUAGES)('a card in a window of 360 × 480, %s', (language) => {
  it('stands in the window, clear of its word, with every button in reach wherever it is scrolled', async () => {
    const kit = await opened(language);
    await page.screenshot({ path: `../../screenshots/card/low-${language}.png` });
    const { top, bottom, left, right } = kit.card().getBoundingClientRect();
    expect(Math.min(top, left)).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(HIGH);
    expect(right).toBeLessThanOrEqual(360);
    const word = document.getElementById('text')?.getBoundingClientRect() as DOMRect;
    expect(bottom <= word.top + 12 || top >= word.bottom - 12).toBe(true);
    const article = kit.card().querySelector('.rm-card') as HTMLElement;
    expect(article.scrollHeight).toBeGreaterThan(article.clientHeight);
    expect(article.scrollWidth).toBeLessThanOrEqual(article.clientWidth);
    for (const at of [0, 150, article.scrollHeight]) {
      article.scrollTop = at;
      expect(hidden(kit), `scrolled to ${at}`).toEqual([]);
    }
    // What the card says last can be read: it ends above the buttons.
    const last = kit.card().querySelector('.rm-foot')?.getBoundingClientRect() as DOMRect;
    const actions = kit.card().querySelector('.rm-actions')?.getBoundingClientRect() as DOMRect;
    expect(last.bottom).toBeLessThanOrEqual(actions.top + 1);
  });
  it('shows the scopes of "not this project" too, and no focus is hidden under head or buttons', async () => {
    const kit = await opened(language);
    const words = coreCatalogues[language];
    [...kit.card().querySelectorAll('button')].find((one) => one.textContent === words['card.not-this'])?.click();
    await vi.waitFor(() => expect(kit.card().querySelector('.rm-scopes')).not.toBeNull());
    expect(hidden(kit)).toEqual([]);
    for (const row of kit.card().querySelectorAll<HTMLElement>('.rm-row-head')) {
      row.focus();
      const box = row.getBoundingClientRect();
      const above = kit.card().querySelector('.rm-title-line')?.getBoundingClientRect() as DOMRect;
      const below = kit.card().querySelector('.rm-actions')?.getBoundingClientRect() as DOMRect;
      expect(box.bottom, row.textContent ?? '').toBeGreaterThan(above.bottom);
      expect(box.top, row.textContent ?? '').toBeLessThan(below.top);
    }
  });
});
