import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP_PX, MARGIN_PX, placeBeside, roomBeside } from '../../lib/domain/placement.ts';

const VIEW = { width: 800, height: 600 };
const CARD = { width: 344, height: 300 };

describe('placeBeside', () => {
  it.each([
    ['below the word, at its beginning', { x: 100, y: 50, width: 60, height: 20 }, false, { x: 100, y: 78 }],
    ['at its right edge in a right-to-left page', { x: 400, y: 50, width: 60, height: 20 }, true, { x: 116, y: 78 }],
    ['above where there is no room below', { x: 100, y: 500, width: 60, height: 20 }, false, { x: 100, y: 192 }],
    [
      'at the margin where its beginning is too far right',
      { x: 700, y: 50, width: 60, height: 20 },
      false,
      { x: 448, y: 78 },
    ],
    ['at the margin where neither edge fits', { x: -20, y: 50, width: 60, height: 20 }, true, { x: 8, y: 78 }],
  ] as const)('returns a place %s', async (_, word, rtl, expected) => {
    expect(await placeBeside(word, CARD, VIEW, rtl)).toEqual(expected);
  });
  it('reads rectangles whose sides are getters, as a browser gives them', async () => {
    class Rect {
      get x() {
        return 100;
      }
      get y() {
        return 50;
      }
      get width() {
        return 60;
      }
      get height() {
        return 20;
      }
    }
    expect(await placeBeside(new Rect(), CARD, VIEW, false)).toEqual({ x: 100, y: 78 });
  });
  it('never leaves the window nor covers the word while one side holds the card', async () => {
    const size = fc.integer({ min: 10, max: 300 });
    const at = fc.record({ x: fc.integer({ min: -50, max: 1300 }), y: fc.integer({ min: 0, max: 900 }) });
    await fc.assert(
      fc.asyncProperty(
        at,
        size,
        fc.integer({ min: 200, max: 1200 }),
        fc.integer({ min: 200, max: 900 }),
        fc.boolean(),
        fc.integer({ min: 40, max: 900 }),
        async ({ x, y }, width, viewWidth, viewHeight, rtl, wanted) => {
          const view = { width: viewWidth, height: viewHeight };
          const word = { x, y: Math.min(y, viewHeight - 20), width, height: 20 };
          const room = roomBeside(word, view);
          const card = { width: Math.min(344, viewWidth - 2 * MARGIN_PX), height: Math.min(wanted, room) };
          const place = await placeBeside(word, card, view, rtl);
          expect(place.x).toBeGreaterThanOrEqual(MARGIN_PX);
          expect(place.x + card.width).toBeLessThanOrEqual(viewWidth - MARGIN_PX);
          expect(place.y).toBeGreaterThanOrEqual(MARGIN_PX);
          expect(place.y + card.height).toBeLessThanOrEqual(Math.max(viewHeight - MARGIN_PX, MARGIN_PX + card.height));
          const larger = Math.max(word.y, viewHeight - word.y - 20) - GAP_PX - MARGIN_PX;
          if (card.height <= larger) expect(place.y >= word.y + 20 || place.y + card.height <= word.y).toBe(true);
        },
      ),
    );
  });
});

describe('roomBeside', () => {
  it('returns the height of the larger side without gap and margin', () => {
    expect(roomBeside({ x: 0, y: 400, width: 50, height: 20 }, VIEW)).toBe(384);
    expect(roomBeside({ x: 0, y: 100, width: 50, height: 20 }, VIEW)).toBe(464);
  });
  it('returns a height that can be read where neither side has it', () => {
    expect(roomBeside({ x: 0, y: 50, width: 50, height: 20 }, { width: 300, height: 100 })).toBe(120);
  });
});
