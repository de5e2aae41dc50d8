/** What the rest of a page says of an ambiguous name: lists, tables, headings, pictures, links, tickers and handles. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contextReader } from '../../lib/domain/detect/context-reader.ts';
import { contextTable } from '../../lib/domain/detect/context-words.ts';
import type { NameEntry } from '../../lib/domain/detect/types.ts';
import { ELEMENTS } from '../../lib/page/excluded.ts';
import type { Answer } from '../../lib/page/handoff.ts';
import { observe } from '../../lib/page/observe.ts';
import { inSlices } from '../../lib/page/slices.ts';
import { watchPage } from '../../lib/page/watch-page.ts';

const TOOLS = { words: contextReader(contextTable()), elements: ELEMENTS, observe, inSlices };

const NAMES: NameEntry[] = [
  { projectId: 'uniswap', phrase: 'Uniswap', nameClass: 'U' },
  { projectId: 'aave', phrase: 'Aave', nameClass: 'U' },
  { projectId: 'scroll', phrase: 'Scroll', nameClass: 'X', symbol: 'SCR', domains: ['scroll.io', 'x.com/Scroll_ZKP'] },
  { projectId: 'base', phrase: 'Base', nameClass: 'X', domains: ['base.org'], orgs: ['base-org'] },
  { projectId: 'mode', phrase: 'Mode', nameClass: 'X' },
];
const answer: Answer = { show: true, identity: null, lookAlike: null, names: NAMES, muted: [], maxBadges: 25 };
/** A sentence that makes the page one about crypto, but not about little else. */
const CRYPTO = '<p>Validators restake tokens on mainnet.</p>';
let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  document.body.innerHTML = '';
});

function idsOn(html: string): Promise<string[]> {
  document.body.innerHTML = html;
  return new Promise((resolve) => {
    watchPage({
      tools: TOOLS,
      answer,
      signal: end.signal,
      onFindings: ({ mentions }) => resolve(mentions.map(({ projectId }) => projectId)),
    });
  });
}

const cells = (...names: string[]) =>
  `<table>${names.map((name, at) => `<tr><td>${at + 1}</td><td>${name}</td><td>2 %</td></tr>`).join('')}</table>`;

describe('watchPage with the whole page', () => {
  it.each([
    ['a column of project names', cells('Uniswap', 'Scroll', 'Base'), ['uniswap', 'scroll', 'base']],
    [
      'a list of project names',
      '<ol><li>Uniswap</li><li>1. Scroll</li><li>Base (L2)</li></ol>',
      ['uniswap', 'scroll', 'base'],
    ],
    ['headings', '<h2>Uniswap</h2><p>…</p><h3>2. Scroll</h3><p>…</p><h3>Mode</h3>', ['uniswap', 'scroll', 'mode']],
    ['a picture', '<img alt="Scroll logo"><p>Then Scroll came.</p>', ['scroll']],
    ['a link', '<p>Then Scroll came.</p><a href="https://app.scroll.io/x">there</a>', ['scroll']],
    [
      'a link to the organisation',
      '<p>Then Base came.</p><a href="https://github.com/base-org/node">code</a>',
      ['base'],
    ],
    ['a handle', '<p>Then Scroll came.</p><p>Follow @Scroll_ZKP and @else</p>', ['scroll']],
    ['a cashtag', '<p>Then the onchain tool Scroll came.</p><p>Price: $SCR</p>', ['scroll']],
  ])('takes an ambiguous name for the sake of %s', async (_, html, expected) => {
    expect(await idsOn(html + CRYPTO)).toEqual(expected);
  });

  it.each([
    ['two names are no column', cells('Uniswap', 'Scroll'), ['uniswap']],
    [
      'a sentence in a list is no name',
      '<ul><li>Uniswap</li><li>Scroll down for the rest of it</li><li>Base of all</li></ul>',
      ['uniswap'],
    ],
    [
      'words of longer names are no items',
      '<ul><li>Uniswap</li><li>Scroll Futures</li><li>Liquid Base</li><li>Mode Guild Games</li></ul>',
      ['uniswap'],
    ],
    ['names in different columns', '<table><tr><td>Uniswap</td><td>Scroll</td><td>Base</td></tr></table>', ['uniswap']],
    ['a picture of the word', '<img alt="Scroll"><p>Then Scroll came.</p>', []],
    ['another link', '<p>Then Scroll came.</p><a href="https://scroll.io.example/">there</a>', []],
    ['another handle', '<p>Then Scroll came.</p><p>Follow @Scroll_ZKP_fan</p>', []],
  ])('%s', async (_, html, expected) => {
    expect(await idsOn(html + CRYPTO)).toEqual(expected);
  });

  it('believes no list where nothing speaks of crypto', async () => {
    expect(await idsOn('<ul><li>Scroll</li><li>Base</li><li>Mode</li></ul>')).toEqual([]);
  });
});
