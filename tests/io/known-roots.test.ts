import { describe, expect, it } from 'vitest';
import { knownRoot } from '../../lib/domain/activity/known-roots.ts';
import type { Env } from '../../lib/env.ts';
import { createKnownRoots } from '../../lib/io/known-roots.ts';

const SHA = 'abcdefabcdef'.padEnd(40, '0');

describe('createKnownRoots', () => {
  it('reads the file once, and again only where that failed', async () => {
    let asked = 0;
    const fetch = async () => {
      if (++asked === 1) throw new TypeError('no file');
      return new Response('a/b abcdefabcdef\nc/d\n');
    };
    const roots = createKnownRoots({ now: () => 0, wait: async () => {}, fetch } as Env, 'ext:/known-roots.txt');
    expect(knownRoot(await roots(), SHA)).toBeUndefined();
    expect(knownRoot(await roots(), SHA)).toEqual(['a/b']);
    await roots();
    expect(asked).toBe(2);
  });
});
