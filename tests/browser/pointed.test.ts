/** The page tells an open side panel where the reader points; and marks in grey say the same as marks in colour. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tabSide } from '../../entrypoints/overlay/tab-side.ts';
import { tellPointed } from '../../entrypoints/tab/pointed.ts';
import { mentionsOf, start, stop } from './overlay-kit.ts';

const TEXT = '<p id="text">Readers of <a href="#went">Uniswap</a> and Aave also follow Lido here.</p>';
afterEach(stop);

function move(x: number, y: number): void {
  const at = { clientX: x, clientY: y, bubbles: true, composed: true, pointerType: 'mouse' };
  (document.elementFromPoint(x, y) ?? document.body).dispatchEvent(new PointerEvent('pointermove', at));
}
const middle = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2] as const;
/** A panel that listens; `leave` closes it. */
function panel() {
  const side = tabSide();
  if (!side) throw new Error('no overlay');
  const told: (string | null)[] = [];
  let leave = () => {};
  tellPointed(side, {
    postMessage: (key) => told.push(key),
    onDisconnect: {
      addListener(stopIt) {
        leave = stopIt;
      },
    },
  });
  return { told, leave: () => leave() };
}

describe('tellPointed', () => {
  it('tells the word and the mark under the pointer, each change once, and nothing after the panel is gone', async () => {
    const kit = start(TEXT);
    await vi.waitFor(() => expect(kit.badges()).toHaveLength(3));
    const { told, leave } = panel();
    const word = mentionsOf(['Uniswap'])[0]?.range.getBoundingClientRect() as DOMRect;
    move(...middle(word));
    await vi.waitFor(() => expect(told).toEqual(['Uniswap']));
    move(word.left + 2, word.top + word.height / 2);
    move(...middle(kit.badge('lido').getBoundingClientRect()));
    await vi.waitFor(() => expect(told).toEqual(['Uniswap', 'Lido']));
    move(5, 300);
    await vi.waitFor(() => expect(told).toEqual(['Uniswap', 'Lido', null]));
    kit.badge('aave').focus();
    await vi.waitFor(() => expect(told.at(-1)).toBe('Aave'));
    leave();
    move(...middle(word));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(told.at(-1)).toBe('Aave');
  });
});

describe('marks in grey', () => {
  it('have one colour for every verdict, and the shapes they have in colour', async () => {
    const shapes: string[][] = [];
    const colours: Set<string>[] = [];
    for (const badgeStyle of ['colour', 'plain'] as const) {
      const kit = start(TEXT, { settings: { badgeStyle } });
      await vi.waitFor(() => expect(kit.badge('aave').querySelectorAll('svg')).toHaveLength(2));
      const marks = [...kit.badge('aave').querySelectorAll('svg')];
      shapes.push(marks.map((mark) => mark.innerHTML));
      colours.push(new Set(marks.map((mark) => getComputedStyle(mark.querySelector('.rm-mark-body') as Element).fill)));
    }
    expect(shapes[1]).toEqual(shapes[0]);
    expect(colours.map(({ size }) => size)).toEqual([2, 1]);
  });
});
