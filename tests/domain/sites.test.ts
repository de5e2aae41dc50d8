import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { originsToRead } from '../../lib/domain/match-patterns.ts';
import { SITES, siteMatches } from '../../lib/domain/sites.ts';

const frozen = readFileSync(join(import.meta.dirname, '../fixtures/default-sites.txt'), 'utf8')
  .trim()
  .split('\n');

describe('SITES', () => {
  it('is the frozen list: an update never widens it', () => {
    expect(siteMatches().sort()).toEqual(frozen);
  });
  it('has about 80 hosts, each once', () => {
    expect(SITES.length).toBeGreaterThanOrEqual(70);
    expect(SITES.length).toBeLessThanOrEqual(90);
    expect(new Set(SITES.map((site) => site.host)).size).toBe(SITES.length);
  });
  it.each(SITES.map((site) => [site.host, site] as const))('gives %s valid patterns and a reason', (host, site) => {
    expect(site.reason.length).toBeGreaterThan(10);
    for (const pattern of site.matches) expect(pattern).toMatch(/^https:\/\/[a-z0-9.-]+\/.*\*$/);
    expect(site.matches.every((pattern) => pattern.startsWith(`https://${host}/`))).toBe(true);
  });
});

describe('originsToRead', () => {
  const granted = ['https://news.example/*', 'https://*.news.example/*', 'https://updates.example/*'];
  it.each([
    ['no address for updates', null, granted],
    ['a host that was allowed for updates alone', 'updates.example', granted.slice(0, 2)],
    ['a host that may be read as well', 'news.example', granted],
  ])('with %s', (_, host, read) => {
    expect(originsToRead(granted, host)).toEqual(read);
  });
});
