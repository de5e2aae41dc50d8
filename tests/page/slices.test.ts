import { afterEach, describe, expect, it, vi } from 'vitest';
import { inSlices, SLICE_MS } from '../../lib/page/slices.ts';

/** A clock that work alone moves, and what a scheduler saw of it. */
function stage() {
  let now = 0;
  let began = 0;
  const slices: number[] = [];
  const end = () => {
    slices.push(now - began);
    began = now;
  };
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('scheduler', { yield: async () => end() });
  return {
    slices,
    end,
    /** Steps of these lengths; the last answers false. */
    steps: (lengths: readonly number[]) => {
      const left = [...lengths];
      return () => {
        now += left.shift() ?? 0;
        return left.length > 0;
      };
    },
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('inSlices', () => {
  it.each([
    ['many short steps', Array.from({ length: 40 }, () => 0.3), SLICE_MS],
    ['a first step that is slow, as all first steps are', [4, 4, 0.5, 0.5, 0.5], 4],
    ['steps that are each as long as a slice', [5, 5, 5], 5],
    ['a step that nothing announced', [1, 6, 1, 1], 7],
  ])('makes no slice longer than it must: %s', async (_, lengths, longest) => {
    const { slices, end, steps } = stage();
    await inSlices(steps(lengths), new AbortController().signal);
    end();
    expect(Math.max(...slices)).toBeLessThanOrEqual(longest);
    expect(slices.reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(lengths.reduce((sum, ms) => sum + ms, 0));
  });

  it('uses a slice up while steps are short', async () => {
    const { slices, steps } = stage();
    await inSlices(steps(Array.from({ length: 100 }, () => 0.1)), new AbortController().signal);
    expect(slices.length).toBeLessThanOrEqual(2);
  });

  it('takes no further step once it is aborted', async () => {
    stage();
    const end = new AbortController();
    let steps = 0;
    await inSlices(() => {
      if (++steps === 3) end.abort();
      return true;
    }, end.signal);
    expect(steps).toBe(3);
  });
});
