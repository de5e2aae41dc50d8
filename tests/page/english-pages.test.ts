/** Whole pages in English, as sites make them: menus, related articles, tables, captions, comments, code, split names. Our own words. */
import { describe, expect, it } from 'vitest';
import { items, onePageATest, page, shownOn } from './site-pages.ts';

onePageATest();

const MENU = ['Home', 'Markets', 'Learn', 'Sign in'];
const site = (main: string, related: string[] = []) =>
  page(main, MENU, related, '<p>Nothing here is advice. Status · Privacy · Terms</p>');
const rows = (...names: string[]) => names.map((name) => `<tr><td>${name}</td><td>1.2 %</td></tr>`).join('');

describe('an English page about crypto', () => {
  it.each([
    [
      'a round-up with a bullet for each project',
      site(
        `<h1>The week in rollups</h1>${items([
          'Uniswap asked the regulator to drop its case.',
          'The Ronin hack was traced to one group, says an onchain report.',
          'Phantom, a Solana wallet, bought a smaller rival.',
          'Validators on Cosmos voted for the upgrade, and stablecoins came to Osmosis.',
        ])}`,
      ),
      ['uniswap', 'ronin', 'phantom', 'solana', 'cosmos', 'osmosis'],
    ],
    [
      'a table of coins with their tickers',
      site(
        `<h1>Kinds of cryptocurrency</h1><p>Each blockchain has a token.</p><table>${rows('Stellar (XLM)', 'Dash (DASH)', 'Compound (COMP)', 'Flow (FLOW)')}</table>`,
      ),
      ['stellar', 'dash', 'compound', 'flow'],
    ],
    [
      'questions that lead to other guides',
      site('<h1>What is a DAO?</h1><p>Tokens on Ethereum vote.</p>', [
        'What is Stellar? (XLM)',
        'What is Aave? (AAVE)',
      ]),
      ['ethereum', 'stellar', 'aave'],
    ],
    [
      'names that tags split, and a link to the project',
      site(
        '<h1>Fees fall</h1><p>Deposits on <b>Uni</b>swap and <a href="https://www.lido.fi/">Lido</a> rose; DeFi lives.</p>',
      ),
      ['uniswap', 'lido'],
    ],
    [
      'a caption and a comment',
      site(
        '<h1>Restaking</h1><p>EigenLayer pays operators on Ethereum.</p><figure><figcaption>Stakers of EigenLayer and Renzo, in ether.</figcaption></figure><section><ol><li><b>maya</b>: Aave did this first.</li></ol></section>',
      ),
      ['eigenlayer', 'ethereum', 'renzo', 'aave'],
    ],
  ])('shows the projects of %s', async (_, body, expected) => {
    const shown = (await shownOn(body)).filter((id) => !id.startsWith('sector:'));
    expect(shown.sort()).toEqual(expected.sort());
  });

  it('takes no menu, label, term of the field or part of a longer name for a project', async () => {
    const body = site(
      `<h1>How vaults on Ethereum work</h1>
      <p>Lenders such as Aave and Morpho keep stablecoins in vaults. <code>Uniswap</code> is not spoken of.</p>
      <ul><li>Perpetual Futures</li><li>Yield Guild Games</li><li>Wallet Core</li><li>Liquidity Buffer: a share of the token fees.</li></ul>
      <p>Ten years ago nobody lent tokens. Cross chain reach is what users want. Stake Safe!</p>`,
      ['Copy Link', 'Real World Assets', 'Dark Mode'],
    );
    const shown = (await shownOn(body)).filter((id) => !id.startsWith('sector:'));
    expect(shown.sort()).toEqual(['aave', 'ethereum', 'morpho']);
  });
});

describe('an English page about something else', () => {
  it.each([
    [
      'butterflies beside news of Bitcoin',
      '<h1>Blue wings</h1><p>Morpho butterflies shine.</p>',
      ['Bitcoin falls again'],
    ],
    [
      'the night sky',
      '<h1>Jupiter near Venus</h1><p>Celestia, Stellar Cosmos and the Eclipse of May.</p>',
      ['Polygon of stars'],
    ],
    [
      'a kitchen',
      '<h1>Maple glaze</h1><p>Render the fat, then Curve the Flow of syrup; Base: flour.</p>',
      ['Compound butter'],
    ],
    [
      'skiing',
      '<h1>Avalanche at the Summit</h1><p>Near Base camp, Optimism faded; the Dash to Harmony ridge failed.</p>',
      [],
    ],
    [
      'code',
      '<h1>Graph and Mask</h1><p>The Core module; Scroll, Render and Request are hooks. Token, pool and node.</p>',
      ['Sui, a font'],
    ],
    [
      'a match',
      '<h1>Ledger leads Kraken</h1><p>Seattle Kraken beat the Colorado Avalanche; Mercurial Sky and Spark scored.</p>',
      [],
    ],
  ])('shows none on %s', async (_, main, related) => {
    expect((await shownOn(site(main, related))).filter((id) => id !== 'bitcoin')).toEqual([]);
  });
});
