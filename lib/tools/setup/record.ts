/** What the set-up script found, for the programs that run after it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from './find-browsers.mjs';

export interface Browsers {
  chromium?: string;
  firefox?: string;
}

/** Full paths of the browsers: the set-up's record, else a look around. */
export function readBrowsers(root: string): Browsers {
  try {
    const record = JSON.parse(readFileSync(join(root, 'node_modules', '.roadmark-setup.json'), 'utf8'));
    if (record.browsers) return { ...record.browsers, ...named() };
  } catch {
    // No record yet: somebody runs the tests without npm.
  }
  return findBrowsers();
}

function named(): Browsers {
  const { ROADMARK_CHROMIUM: chromium, ROADMARK_FIREFOX: firefox } = process.env;
  return { ...(chromium && { chromium }), ...(firefox && { firefox }) };
}
