/** What a reader does and sees: badges, card and figures of a page, with mouse and keyboard. */
import type { Page } from 'puppeteer-core';
import type { Driver } from './types.ts';

export interface BadgeSeen {
  project: string;
  label: string;
  /** Centre in the viewport, CSS px. */
  x: number;
  y: number;
}

export interface CardSeen {
  name: string;
  text: string;
  /** Raw values by signal id; '' is unknown. */
  figures: Record<string, string>;
  /** What is shown for each of them. */
  shown: Record<string, string>;
  links: string[];
  buttons: string[];
  rect: { x: number; y: number; width: number; height: number };
  dir: string;
}

/** Real time, ms: a browser's own clock can't be moved from here. */
export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Calls `ask` until it answers something, at most `limitMs` long; then throws with `what`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false | null>,
  limitMs = 15_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limitMs} ms in vain for ${what}`);
    await wait(60);
  }
}

/** Badges that are drawn now, in the order of the document. */
export async function badges(driver: Driver, page: Page): Promise<BadgeSeen[]> {
  const seen = await driver.inOverlay(
    page,
    (root) =>
      [...root.querySelectorAll<HTMLElement>('[data-project]')]
        .filter((badge) => badge.localName === 'button')
        .map((badge) => {
          const { x, y, width, height } = badge.getBoundingClientRect();
          return {
            project: badge.dataset.project ?? '',
            label: badge.getAttribute('aria-label') ?? badge.textContent ?? '',
            x: x + width / 2,
            y: y + height / 2,
          };
        }),
    null,
  );
  return seen ?? [];
}

/** Waits for the badge of that project and returns it. */
export function badgeOf(driver: Driver, page: Page, project: string): Promise<BadgeSeen> {
  return until(`the badge of ${project}`, async () =>
    (await badges(driver, page)).find((badge) => badge.project === project),
  );
}

/** The open card, or undefined. */
export function card(driver: Driver, page: Page): Promise<CardSeen | undefined> {
  return driver.inOverlay(
    page,
    (root) => {
      const dialog = root.querySelector<HTMLElement>('[role="dialog"]');
      if (!dialog || dialog.getClientRects().length === 0) return undefined;
      const data = [...dialog.querySelectorAll<HTMLDataElement>('data[data-signal]')];
      const label = dialog.getAttribute('aria-labelledby');
      const { x, y, width, height } = dialog.getBoundingClientRect();
      return {
        name: (label ? root.getElementById(label)?.textContent : dialog.getAttribute('aria-label')) ?? '',
        text: dialog.textContent ?? '',
        figures: Object.fromEntries(data.map((item) => [item.dataset.signal, item.getAttribute('value')])) as Record<
          string,
          string
        >,
        shown: Object.fromEntries(data.map((item) => [item.dataset.signal, item.textContent])) as Record<
          string,
          string
        >,
        links: [...dialog.querySelectorAll('a')].map((link) => link.href),
        buttons: [...dialog.querySelectorAll('button')].map((button) => button.textContent || button.ariaLabel || ''),
        rect: { x, y, width, height },
        dir: getComputedStyle(dialog).direction,
      };
    },
    null,
  );
}

/** Moves the mouse onto the badge and waits for its card. */
export async function hover(driver: Driver, page: Page, project: string): Promise<CardSeen> {
  let badge = await badgeOf(driver, page, project);
  if (badge.y < 0 || badge.y > (await page.evaluate(() => innerHeight))) {
    await page.evaluate((top) => window.scrollBy(0, top), badge.y - 300);
    await wait(150);
    badge = await badgeOf(driver, page, project);
  }
  await page.mouse.move(badge.x, badge.y, { steps: 3 });
  return until(`the card of ${project}`, () => card(driver, page));
}

/** Presses the card's button whose words hold `words`; false where there is none. */
export async function pressInCard(driver: Driver, page: Page, words: RegExp): Promise<boolean> {
  const find = () =>
    driver.inOverlay(
      page,
      (root, { source, flags }) => {
        const wanted = new RegExp(source, flags);
        const buttons = [...root.querySelectorAll<HTMLElement>('[role="dialog"] button')];
        const rect = buttons
          .find((button) => wanted.test(`${button.textContent} ${button.ariaLabel ?? ''}`))
          ?.getBoundingClientRect();
        return rect && { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      },
      { source: words.source, flags: words.flags },
    );
  for (let at = await find(); at; ) {
    await page.mouse.move(at.x, at.y, { steps: 4 });
    // It may have moved before the pointer came; under the pointer it stands still.
    const now = await find();
    if (now?.x === at.x && now.y === at.y) {
      await page.mouse.click(at.x, at.y);
      return true;
    }
    at = now;
  }
  return false;
}

/** Waits for the welcome page that an installation opens and closes it: a tab behind another gets no hover and no keys. */
export async function dismissWelcome({ browser }: Driver): Promise<void> {
  const welcome = async () => (await browser.pages()).find((page) => page.url().endsWith('/welcome.html'));
  const page = await until('the welcome page', welcome, 8000).catch(() => undefined);
  await page?.close();
}

/** Writes a picture of the viewport to a PNG file. The tab comes to the front: Chromium draws no frame of one behind another, and a picture waits for the next frame, however long. */
export async function shoot(page: Page, path: string): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path: path as `${string}.png` });
}
