import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowsers } from '../../../lib/tools/setup/find-browsers.mjs';

describe('findBrowsers', () => {
  let dir: string;
  const program = (...path: string[]) => {
    const file = join(dir, ...path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, 0o755);
    return file;
  };
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'roadmark-browsers-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('returns those on the PATH, in its order', () => {
    const chrome = program('a', 'google-chrome');
    program('b', 'chromium');
    const firefox = program('b', 'firefox');
    const PATH = [join(dir, 'a'), join(dir, 'b')].join(delimiter);
    expect(findBrowsers({ PATH }, 'other')).toEqual({ chromium: chrome, firefox });
  });
  it('prefers the one that the reader names', () => {
    program('a', 'chromium');
    const named = program('mine');
    expect(findBrowsers({ PATH: join(dir, 'a'), ROADMARK_CHROMIUM: named }, 'other').chromium).toBe(named);
  });
  it('returns undefined when the named one is not there, instead of another', () => {
    program('a', 'chromium');
    expect(
      findBrowsers({ PATH: join(dir, 'a'), ROADMARK_CHROMIUM: join(dir, 'gone') }, 'other').chromium,
    ).toBeUndefined();
  });
  it('returns those in the usual places of the system', () => {
    const chrome = program('Applications', 'Google Chrome.app', 'Contents', 'MacOS', 'Google Chrome');
    const { chromium } = findBrowsers({ PATH: '', HOME: dir }, 'darwin');
    // A Mac that runs this test may have it for all users, which comes first.
    expect([chrome, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']).toContain(chromium);
  });
  it('returns nothing when there is none', () => {
    expect(findBrowsers({ PATH: dir }, 'other')).toEqual({ chromium: undefined, firefox: undefined });
  });
});
