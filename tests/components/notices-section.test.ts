import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { minuteOfTime, timeOfMinute } from '../../entrypoints/options/Notices.tsx';

// The polyfill refuses to load outside an extension; nothing here calls it.
vi.mock('webextension-polyfill', () => ({ default: {} }));

describe('timeOfMinute and minuteOfTime', () => {
  it('return what the other took, for every minute of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(minuteOfTime(timeOfMinute(minute))).toBe(minute);
      }),
    );
  });
  it.each(['', '24:00', '7:5', 'noon'])('minuteOfTime returns undefined for %j', (text) => {
    expect(minuteOfTime(text)).toBeUndefined();
  });
});
