/** Real pages to try Roadmark on. */
export const LIVE_ADDRESSES = [
  { url: 'https://www.coingecko.com/en/coins/uniswap', what: 'a page about one project, told by its address' },
  { url: 'https://defillama.com/protocol/lido', what: 'the same on another aggregator' },
  { url: 'https://l2beat.com/scaling/projects/arbitrum', what: 'a layer 2 project page' },
  { url: 'https://github.com/celestiaorg/celestia-node', what: 'a repository' },
  { url: 'https://www.coindesk.com/tech', what: 'news in English' },
  { url: 'https://www.theblockbeats.info/', what: 'news in Chinese' },
  { url: 'https://ar.cointelegraph.com/', what: 'news in Arabic' },
];
