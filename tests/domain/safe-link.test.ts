import { describe, expect, it } from 'vitest';
import { safeLink } from '../../lib/domain/safe-link.ts';

describe('safeLink', () => {
  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    ['http://github.com/a/b', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://uniswap.org@evil.example/', undefined],
    ['//github.com/a', undefined],
    [`https://a.example/${'x'.repeat(3000)}`, undefined],
    [undefined, undefined],
  ])('%s', (url, expected) => {
    expect(safeLink(url)).toBe(expected);
  });
});
