import { describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { framesIn, joinFrames } = await import('../../entrypoints/kit/tab.ts');

const line = (key: string, projectId: string, about = false) => ({ key, projectId, text: projectId, about });

describe('joinFrames', () => {
  it('returns each project once, where it stands first, with keys that tell the frame', () => {
    const joined = joinFrames([
      { frameId: 0, projects: [line('about', 'lido', true), line('aave 1', 'aave'), line('aave 2', 'aave')] },
      { frameId: 7, projects: [line('lido 1', 'lido'), line('uniswap 1', 'uniswap')] },
      {
        frameId: 12,
        projects: [line('uniswap 1', 'uniswap'), line('aave 1', 'aave'), line('sector:dex 1', 'sector:dex')],
      },
    ]);
    expect(joined.map(({ key, about }) => [key, about])).toEqual([
      ['about', true],
      ['aave 1', false],
      ['aave 2', false],
      ['7>uniswap 1', false],
      ['12>sector:dex 1', false],
    ]);
  });
  it('returns nothing for no frames', () => expect(joinFrames([])).toEqual([]));
});

describe('framesIn', () => {
  it('returns the page itself and each frame that a line stands in, once', () => {
    expect(framesIn(['about', '7>uniswap 1', '7>aave 1', '12>sector:dex 1'])).toEqual([0, 7, 12]);
  });
});
