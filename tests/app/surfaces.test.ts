import { describe, expect, it } from 'vitest';
import {
  type CommandDeps,
  countText,
  pageFor,
  runCommand,
  suggestions,
  suggestionText,
} from '../../lib/app/surfaces.ts';
import type { ProjectHit } from '../../lib/protocol.ts';

const hit = (projectId: string, name: string): ProjectHit => ({
  projectId,
  name,
  symbol: 'UNI',
  sectors: ['dex'],
  watched: false,
});
const search = (query: string, limit: number) =>
  query === 'uni' ? [hit('uniswap', 'Uniswap'), hit('unicorn', 'Unicorn')].slice(0, limit) : [];

describe('suggestions', () => {
  it('names the projects and escapes what the omnibox would read as markup', () => {
    expect(suggestions({ search }, 'uni')[0]).toEqual({ content: 'uniswap', description: 'Uniswap (UNI, dex)' });
    expect(suggestionText({ ...hit('x', '<match>A & B</match>'), symbol: null, sectors: [] })).toBe(
      '&#60;match&#62;A &#38; B&#60;/match&#62;',
    );
  });
});

describe('pageFor', () => {
  it.each([
    ['uni', '/project.html?id=uniswap'],
    [' uni ', '/project.html?id=uniswap'],
    ['no such & name', '/watchlist.html?find=no%20such%20%26%20name'],
    ['', '/watchlist.html?find='],
  ])('returns the page for %j', (text, path) => expect(pageFor({ search }, text)).toBe(path));
});

describe('runCommand', () => {
  it.each([
    ['next-badge', ['tab next-badge']],
    ['open-card', ['tab open-card']],
    ['toggle-site', ['toggle']],
    ['unknown', []],
  ])('carries out %s', async (command, expected) => {
    const done: string[] = [];
    const deps: CommandDeps = {
      tellTab: async (c) => done.push(`tab ${c}`) > 0,
      toggleSite: async () => void done.push('toggle'),
    };
    await runCommand(deps, command);
    expect(done).toEqual(expected);
  });
});

describe('countText', () => {
  it.each([
    [0, ''],
    [-1, ''],
    [7, '7'],
    [99, '99'],
    [100, '99+'],
  ])('shows %i as %j', (n, text) => expect(countText(n)).toBe(text));
});
