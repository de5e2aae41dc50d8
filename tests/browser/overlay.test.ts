/** The overlay in a real browser: where marks stand, what stays untouched, keyboard and pointer, and pages that fight back. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mentionsOf, shadowMode, start, stop } from './overlay-kit.ts';

const TEXT = '<p id="text">Readers of <a href="#went">Uniswap</a> and Aave also follow Lido here.</p>';
const FILL = '<p>Filler text that makes the page long.</p>'.repeat(80);

afterEach(async () => {
  stop();
  scrollTo(0, 0);
  await page.viewport(800, 600);
});

function wordBox(name: string): DOMRect {
  return mentionsOf([name])[0]?.range.getBoundingClientRect() as DOMRect;
}
/** Mark beside its word: at the end, in the leading above it. */
function expectBeside(badge: HTMLElement, word: DOMRect, atStart = false): void {
  const mark = badge.getBoundingClientRect();
  if (atStart) expect(Math.abs(mark.left - word.left)).toBeLessThan(3);
  else expect(Math.abs(mark.right - word.right)).toBeLessThan(3);
  expect(mark.bottom).toBeLessThan(word.top + word.height * 0.4);
  expect(mark.bottom).toBeGreaterThan(word.top - 2);
}
const hoverWord = (name: string) => {
  const box = wordBox(name);
  const at = { clientX: box.left + 5, clientY: box.top + box.height / 2, bubbles: true, composed: true };
  const target = document.elementFromPoint(at.clientX, at.clientY) as Element;
  target.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }));
};
const leaveAll = () =>
  document.body.dispatchEvent(
    new PointerEvent('pointermove', { clientX: 790, clientY: 590, bubbles: true, pointerType: 'mouse' }),
  );

describe('marks', () => {
  it('stand at each first mention with the whole verdict as their name', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    await vi.waitFor(() =>
      expect(kit.badge('uniswap').getAttribute('aria-label')).toBe(
        'Uniswap: 12 active developers, 31% below peak; roadmap slipping',
      ),
    );
    for (const name of ['Uniswap', 'Aave', 'Lido']) expectBeside(kit.badge(name.toLowerCase()), wordBox(name));
    const side = kit.badge('aave').querySelector('svg')?.getBoundingClientRect().width ?? 0;
    expect(side).toBeGreaterThanOrEqual(10);
    expect(side).toBeLessThanOrEqual(12);
  });
  it('leave every node of the page as it was and shift nothing', async () => {
    document.body.innerHTML = TEXT + FILL;
    document.body.style.cssText = 'margin:0;font:16px/1.5 sans-serif';
    const before = document.body.innerHTML;
    const size = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
    const kit = start(TEXT + FILL);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    expect(document.body.innerHTML).toBe(before);
    expect(records).toHaveLength(0);
    expect([document.documentElement.scrollWidth, document.documentElement.scrollHeight]).toEqual(size);
    expect(document.querySelectorAll('roadmark-overlay')).toHaveLength(1);
    expect(shadowMode()).toBe('closed');
    observer.disconnect();
  });
  it('keep their place while the page scrolls, without a redraw', async () => {
    const kit = start(TEXT + FILL);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    scrollTo(0, 7);
    expectBeside(kit.badge('lido'), wordBox('Lido'));
  });
  it('follow a nested scroller and hide where it clips', async () => {
    const kit = start(`<div id="box" style="height:90px;overflow:auto">${TEXT}${FILL}</div>`);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const box = document.getElementById('box') as HTMLElement;
    box.scrollTop = 8;
    await vi.waitFor(() => expectBeside(kit.badge('lido'), wordBox('Lido')));
    box.scrollTop = 400;
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(0));
    box.scrollTop = 0;
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
  });
  it.each([
    ['a sticky cover', '<div style="position:sticky;top:0;height:200px;background:#fff"></div>'],
    ['a fixed menu', '<div style="position:fixed;inset:0 0 auto;height:200px;background:#fff"></div>'],
    ['a modal dialog', '<dialog style="height:300px;width:700px"></dialog>'],
  ])('hide under %s', async (_, cover) => {
    const kit = start(TEXT + FILL);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    document.body.insertAdjacentHTML('beforeend', cover);
    const added = document.body.lastElementChild as HTMLElement;
    if (added instanceof HTMLDialogElement) {
      added.style.margin = '0';
      added.showModal();
    } else document.body.prepend(added);
    if (added.style.position === 'sticky') scrollTo(0, 120);
    await vi.waitFor(() => {
      const seen = kit.badges().filter((badge) => {
        const { left, top } = badge.getBoundingClientRect();
        return document.elementFromPoint(left + 3, top + 3)?.localName === 'roadmark-overlay';
      });
      expect(seen).toHaveLength(0);
    });
  });
  it.each([
    ['zoom on the root', () => document.documentElement.style.setProperty('zoom', '1.5')],
    ['zoom on the body', () => document.body.style.setProperty('zoom', '0.8')],
    ['a transform on the root', () => document.documentElement.style.setProperty('transform', 'translate(30px, 20px)')],
    ['a position on the root', () => document.documentElement.style.setProperty('position', 'relative')],
    ['another font', () => document.body.style.setProperty('font', '26px/1.8 monospace')],
    ['content put in before', () => document.body.insertAdjacentHTML('afterbegin', '<div style="height:90px"></div>')],
  ])('keep their place under %s', async (_, change) => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    change();
    dispatchEvent(new Event('resize'));
    await vi.waitFor(() => {
      for (const name of ['Uniswap', 'Lido']) expectBeside(kit.badge(name.toLowerCase()), wordBox(name));
    });
  });
  it('keep their place when the window narrows', async () => {
    const kit = start(TEXT);
    await page.viewport(320, 600);
    await vi.waitFor(() => {
      for (const name of ['Uniswap', 'Aave', 'Lido']) expectBeside(kit.badge(name.toLowerCase()), wordBox(name));
    });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
  it('stand at the left end of an Arabic word and at the right end of a Latin one, in a right-to-left page', async () => {
    document.documentElement.dir = 'rtl';
    const html = '<p>يتابع القراء مشروع إيثيريوم وكذلك Aave اليوم</p>';
    const kit = start(html, { names: ['إيثيريوم', 'Aave'], language: 'ar' });
    document.documentElement.dir = 'rtl';
    await vi.waitFor(() => {
      expectBeside(kit.badge('إيثيريوم'), wordBox('إيثيريوم'), true);
      expectBeside(kit.badge('aave'), wordBox('Aave'));
    });
  });
  it('are drawn near the viewport only', async () => {
    const kit = start(`${TEXT}${FILL}${FILL}<p>At the end: Celestia</p>`, { names: ['Uniswap', 'Celestia'] });
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(1));
    scrollTo(0, document.documentElement.scrollHeight);
    await vi.waitFor(() => expect(kit.badge('celestia')).toBeDefined());
  });
  it('stand above text in a stacking context of the page', async () => {
    const kit = start(`<div style="position:relative;z-index:5;background:#fff">${TEXT}</div>`);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const { left, top } = kit.badge('aave').getBoundingClientRect();
    expect(document.elementFromPoint(left + 4, top + 4)?.localName).toBe('roadmark-overlay');
  });
});

describe('card', () => {
  it('opens on the word, asks live only then, and stays clear of the word', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    expect(kit.calls.map(({ name }) => name)).not.toContain('report.live');
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    expect(kit.calls.filter(({ name }) => name === 'report.live')).toEqual([
      { name: 'report.live', request: { projectId: 'aave', reason: 'card' } },
    ]);
    expect(kit.card().querySelector('h2')?.textContent).toBe('aave');
    const box = kit.card().getBoundingClientRect();
    const word = wordBox('Aave');
    expect(box.top >= word.bottom || box.bottom <= word.top).toBe(true);
    leaveAll();
    await vi.waitFor(() => expect(kit.isOpen()).toBe(false));
  });
  it('flips above at the bottom edge and stays within the window', async () => {
    const kit = start(`<div style="height:560px"></div>${TEXT}`);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    hoverWord('Lido');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    await vi.waitFor(() => {
      const box = kit.card().getBoundingClientRect();
      expect(box.bottom).toBeLessThanOrEqual(wordBox('Lido').top);
      expect(box.top).toBeGreaterThanOrEqual(0);
    });
  });
  it.each([
    ['ltr', 'en'],
    ['rtl', 'ar'],
  ] as const)('fits a window of 320 px, %s, with 200%% text', async (dir, language) => {
    await page.viewport(320, 640);
    const kit = start(TEXT, { language });
    document.documentElement.dir = dir;
    (kit.shadow().querySelector('.rm-root') as HTMLElement).style.setProperty('--rm-rem', '32px');
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    await vi.waitFor(() => {
      const box = kit.card().getBoundingClientRect();
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(320);
      expect(kit.card().scrollWidth).toBeLessThanOrEqual(kit.card().clientWidth);
    });
  });
  it('leaves a link its click', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const box = wordBox('Uniswap');
    for (const x of [box.left + 4, (box.left + box.right) / 2, box.right - 3])
      expect(document.elementFromPoint(x, box.top + box.height * 0.6)?.localName).toBe('a');
  });
  it('opens at once on a tap and closes on a tap elsewhere', async () => {
    const kit = start(TEXT, { settings: { cardDelayMs: 100_000 } });
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    kit.badge('aave').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
    expect(kit.isOpen()).toBe(false);
  });
  it('takes badges away for "not this project" and all of them for "never on this site"', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const press = (name: string) =>
      [...kit.card().querySelectorAll('button')].find((one) => one.textContent === name)?.click();
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    press('Not this project');
    await vi.waitFor(() => expect(kit.card().querySelector('.rm-scopes')).not.toBeNull());
    press('On this page');
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(2));
    expect(kit.calls.find(({ name }) => name === 'mute.set')?.request).toMatchObject({
      projectId: 'aave',
      scope: 'page',
      muted: true,
    });
    // The toolbar counts what is left.
    const counts = kit.calls.filter(({ name }) => name === 'page.count').map(({ request }) => request);
    expect(counts.at(-1)).toEqual({ projectIds: ['uniswap', 'lido'] });
    hoverWord('Lido');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    press('Never on this site');
    expect(kit.badges()).toEqual([]);
    expect(kit.isOpen()).toBe(false);
    // It goes for good with the way back.
    kit.shadow().querySelector<HTMLButtonElement>('.rm-notice .rm-strip-close')?.click();
    expect(document.querySelector('roadmark-overlay')).toBeNull();
    expect(kit.ended()).toBe(true);
  });
});

describe('keyboard', () => {
  it('has one tab stop, arrow keys in reading order, Enter into the card, Escape back', async () => {
    const kit = start(`<button id="before">before</button>${TEXT}`, { settings: { cardDelayMs: 100_000 } });
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    expect(kit.badges().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    document.getElementById('before')?.focus();
    kit.badge('uniswap').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect((kit.shadow().activeElement as HTMLElement).dataset.project).toBe('aave');
    await userEvent.keyboard('{End}');
    expect((kit.shadow().activeElement as HTMLElement).dataset.project).toBe('lido');
    await userEvent.keyboard('{ArrowLeft}');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    await vi.waitFor(() => expect(kit.card().contains(kit.shadow().activeElement)).toBe(true));
    expect(kit.badge('aave').getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{Escape}');
    expect(kit.isOpen()).toBe(false);
    expect((kit.shadow().activeElement as HTMLElement).dataset.project).toBe('aave');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.id).toBe('before');
  });
});

describe('strip', () => {
  const identity = { projectId: 'uniswap', rule: 'own-domain' as const, matched: 'uniswap.org', guess: false };
  it("says what is known of the page's project and can be closed", async () => {
    const kit = start(TEXT, { findings: { identity } });
    await vi.waitFor(() =>
      expect(kit.shadow().querySelector('.rm-strip')?.textContent).toContain('12 active developers, 31% below peak'),
    );
    kit.shadow().querySelector<HTMLButtonElement>('.rm-strip-close')?.click();
    expect(kit.shadow().querySelector('.rm-strip')).toBeNull();
  });
  it('says of a near address that it is not the one on record', async () => {
    const lookAlike = { projectId: 'uniswap', host: 'uniswop.org', recorded: 'uniswap.org', why: 'one-edit' as const };
    const kit = start(TEXT, { findings: { lookAlike } });
    await vi.waitFor(() =>
      expect(kit.shadow().querySelector('.rm-strip')?.textContent).toContain(
        'This is not the address on record for Uniswap: uniswap.org',
      ),
    );
  });
});

describe('axe', () => {
  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
    ['dark', 'ar'],
    ['light', 'zh_CN'],
  ] as const)('finds nothing on the card, %s, %s', async (theme, language) => {
    const kit = start(TEXT, { language, settings: { theme } });
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    kit.card().querySelectorAll<HTMLButtonElement>('.rm-row-head')[0]?.click();
    // axe can't enter a closed shadow tree: the card's own tree is copied beside its styles.
    const copy = document.createElement('div');
    const root = copy.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [...kit.shadow().adoptedStyleSheets];
    const inner = kit.shadow().querySelector('.rm-root')?.cloneNode(true) as HTMLElement;
    for (const layer of inner.querySelectorAll('[role="group"]')) layer.remove();
    root.append(inner);
    document.body.replaceChildren(copy);
    inner.querySelector<HTMLElement>('[popover]')?.showPopover();
    kit.session.destroy();
    const { violations } = await axe.run(copy, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
  it('has targets of at least 24 px in the card', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    kit.card().querySelectorAll<HTMLButtonElement>('.rm-row-head')[0]?.click();
    await vi.waitFor(() => expect(kit.card().querySelector('.rm-row-body a')).not.toBeNull());
    for (const target of kit.card().querySelectorAll('button, a')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), target.outerHTML).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('a hostile page', () => {
  it('can remove the host: it comes back', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    document.querySelector('roadmark-overlay')?.remove();
    await vi.waitFor(() => expect(document.querySelector('roadmark-overlay')).not.toBeNull());
    expectBeside(kit.badge('aave'), wordBox('Aave'));
  });
  it('that removes it for ever is left alone', async () => {
    // The pauses between two repairs grow to a second: nobody need wait for them.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const kit = start(TEXT);
      let removed = 0;
      const observer = new MutationObserver(() => {
        const host = document.querySelector('roadmark-overlay');
        if (host) removed++;
        host?.remove();
      });
      observer.observe(document.documentElement, { childList: true });
      document.querySelector('roadmark-overlay')?.remove();
      for (let seconds = 0; seconds < 60 && !kit.ended(); seconds++) await vi.advanceTimersByTimeAsync(1000);
      observer.disconnect();
      expect(kit.ended()).toBe(true);
      expect(removed).toBeGreaterThan(10);
      expect(document.querySelector('roadmark-overlay')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
  it('can restyle the host: it is dressed again', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const sheet = document.createElement('style');
    sheet.textContent =
      '* , roadmark-overlay { display: none !important; opacity: 0 !important; transform: scale(3) !important; --rm-ink: red !important; font-size: 90px !important }';
    const host = document.querySelector('roadmark-overlay') as HTMLElement;
    host.setAttribute('style', 'display:none');
    host.hidden = true;
    await vi.waitFor(() => expect(host.hidden).toBe(false));
    document.head.append(sheet);
    expect(getComputedStyle(host).display).toBe('block');
    expect(getComputedStyle(host).opacity).toBe('1');
    sheet.remove();
  });
  it('can put up a false overlay: it is taken away', async () => {
    document.documentElement.append(document.createElement('roadmark-overlay'));
    const kit = start(TEXT);
    expect(document.querySelectorAll('roadmark-overlay')).toHaveLength(1);
    document.documentElement.append(document.createElement('roadmark-overlay'));
    await vi.waitFor(() => expect(document.querySelectorAll('roadmark-overlay')).toHaveLength(1));
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
  });
  it('can flood the page with changes: marks keep their place', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const box = document.createElement('div');
    document.body.prepend(box);
    for (let i = 0; i < 10_000; i += 1) {
      const line = document.createElement('span');
      line.textContent = 'x ';
      box.append(line);
    }
    while (box.childElementCount > 20) box.lastChild?.remove();
    await vi.waitFor(() => expectBeside(kit.badge('lido'), wordBox('Lido')));
  });
  it('whose words go away loses their badges and an open card', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    hoverWord('Aave');
    await vi.waitFor(() => expect(kit.isOpen()).toBe(true));
    (document.getElementById('text') as HTMLElement).textContent = 'Nothing here.';
    kit.findings();
    expect(kit.isOpen()).toBe(false);
    expect(kit.badges()).toHaveLength(0);
  });
  it('gets rid of the overlay when the extension was updated under it', async () => {
    const kit = start(TEXT);
    kit.kill();
    document.querySelector('roadmark-overlay')?.remove();
    await vi.waitFor(() => expect(kit.ended()).toBe(true));
    expect(document.querySelector('roadmark-overlay')).toBeNull();
  });
});
