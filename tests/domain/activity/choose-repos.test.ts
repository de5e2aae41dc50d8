import { describe, expect, it } from 'vitest';
import { chooseRepos, isDocsOrSite } from '../../../lib/domain/activity/choose-repos.ts';
import type { ListedRepo } from '../../../lib/domain/activity/parse-rest.ts';

let id = 0;
const repo = (name: string, stars: number, more: Partial<ListedRepo> = {}): ListedRepo => {
  id += 1;
  return { id, fullName: `org/${name}`, archived: false, fork: false, stars, pushedAt: 1000 - id, ...more };
};

describe('isDocsOrSite', () => {
  it.each([
    'o/.github',
    'o/docs',
    'o/o.github.io',
    'o/website',
    'o/developer-docs',
    'uni/uni.com',
    'o/o.org',
    'o/blog',
  ])('is true of %s', (name) => expect(isDocsOrSite(name)).toBe(true));
  it.each(['o/core', 'o/docker', 'o/docs2code', 'o/sitecore', 'o/wallet', 'o/blogger-sdk'])('is false of %s', (name) =>
    expect(isDocsOrSite(name)).toBe(false),
  );
});

describe('chooseRepos', () => {
  const listing = [
    repo('node', 900),
    repo('old', 800, { archived: true }),
    repo('copy', 700, { fork: true }),
    repo('docs', 600),
    repo('sdk', 500),
    repo('b', 400),
    repo('a', 400),
    repo('cli', 10),
  ];

  it('takes the three with the most stars that hold living code of its own, ties by name', () => {
    expect(chooseRepos({ pinned: [], listing, hasToken: false })).toEqual({
      repos: ['org/node', 'org/sdk', 'org/a'],
      listed: 8,
    });
  });
  it('takes ten with a token', () => {
    const many = Array.from({ length: 24 }, (_, i) => repo(`r${i}`, i));
    expect(chooseRepos({ pinned: [], listing: many, hasToken: true }).repos).toHaveLength(10);
  });
  it('takes pinned ones in their order, forks too, whatever the listing says', () => {
    const pinned = ['x/fork', 'x/b', 'x/c', 'x/d'];
    expect(chooseRepos({ pinned, listing, hasToken: false })).toEqual({ repos: ['x/fork', 'x/b', 'x/c'], listed: 4 });
  });
  it('looks at the hundred pushed to last', () => {
    const busy = Array.from({ length: 100 }, (_, i) => repo(`busy${i}`, 1, { pushedAt: 5000 + i }));
    const famous = repo('famous', 9999, { pushedAt: 1 });
    expect(chooseRepos({ pinned: [], listing: [famous, ...busy], hasToken: true }).repos).not.toContain('org/famous');
  });
  it('does not depend on the order of the listing', () => {
    const there = chooseRepos({ pinned: [], listing, hasToken: false });
    expect(chooseRepos({ pinned: [], listing: [...listing].reverse(), hasToken: false })).toEqual(there);
  });
  it('chooses nothing where nothing is listed', () => {
    expect(chooseRepos({ pinned: [], listing: [], hasToken: false })).toEqual({ repos: [], listed: 0 });
  });
});
