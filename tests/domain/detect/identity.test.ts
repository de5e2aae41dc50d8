import { describe, expect, it } from 'vitest';
import { isOneEdit } from '../../../lib/domain/detect/look-alike.ts';
import { decodePunycode } from '../../../lib/domain/detect/punycode.ts';
import { SITES } from '../../../lib/domain/sites.ts';
import { LOOKUP, PROJECTS } from './setup.ts';

const identity = (url: string) => LOOKUP.answer(url, []).identity;
const lookAlike = (url: string) => LOOKUP.answer(url, []).lookAlike;

describe('identity', () => {
  it.each([
    ['https://uniswap.org/', 'uniswap', 'own-domain', false],
    ['https://app.uniswap.org/swap?chain=base', 'uniswap', 'own-domain', false],
    ['https://uniswap.org./', 'uniswap', 'own-domain', false],
    ['https://UNISWAP.org:8443/', 'uniswap', 'own-domain', false],
    ['https://www.coingecko.com/en/coins/uniswap', 'uniswap', 'aggregator', false],
    ['https://www.coingecko.com/zh-tw/coins/uniswap/historical_data', 'uniswap', 'aggregator', false],
    ['https://coinmarketcap.com/currencies/uniswap/', 'uniswap', 'aggregator', false],
    ['https://defillama.com/protocol/tvl/aave', 'aave', 'aggregator', false],
    ['https://defillama.com/protocol/aave/uniswap', 'aave', 'aggregator', false],
    ['https://messari.io/project/bitcoin', 'bitcoin', 'aggregator-guess', true],
    ['https://www.binance.com/en/price/bitcoin', 'bitcoin', 'aggregator-guess', true],
    ['https://github.com/Uniswap/v4-core/pulls', 'uniswap', 'github', false],
    ['https://github.com/orgs/Uniswap/repositories', 'uniswap', 'github', false],
    ['https://x.com/Uniswap/status/1', 'uniswap', 'x', false],
  ])('of %s is %s by %s', (url, projectId, rule, guess) => {
    expect(identity(url)).toMatchObject({ projectId, rule, guess });
  });

  it.each([
    ['https://etherscan.io/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f984', 'uniswap'],
    ['https://etherscan.io/token/0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984?a=0x1#balances', 'uniswap'],
    ['https://www.etherscan.io/address/0X1F9840A85D5AF5BF1D1762F925BDADDC4201F984', 'uniswap'],
    ['https://eth.blockscout.com/token/0x1f9840a85d5aF5bf1D1762F925BDADdC4201F984/holders', 'uniswap'],
    ['https://basescan.org/token/0x940181a94a35a4569e4529a3cdfb74e38fd98631', 'aerodrome'],
    ['https://optimistic.etherscan.io/token/0x6fd9d7ad17242c41f7131d257212c54a0e816691', 'uniswap'],
    ['https://arbiscan.io/token/0x912ce59144191c1204e64559fe8253a0e49e6548', 'arbitrum'],
    ['https://etherscan.io/token/0x6b175474e89094c44da98b954eedeac495271d0f', 'sky'],
    ['https://etherscan.io/token/0x514910771af9ca656af840dff83e8264ecf986ca', 'chainlink'],
  ])('of the explorer page %s is %s by its contract', (url, projectId) => {
    expect(identity(url)).toMatchObject({ projectId, rule: 'contract', guess: false });
  });

  it.each([
    ['one digit changed', 'https://etherscan.io/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f985'],
    ['both ends alike', 'https://etherscan.io/token/0x1f9840a85d5af5bf0000000025bdaddc4201f984'],
    ['a digit more', 'https://etherscan.io/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f9844'],
    ['another chain', 'https://bscscan.com/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'],
    ['a test network', 'https://sepolia.etherscan.io/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'],
    ['a foreign host', 'https://etherscan.io.evil.example/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f984'],
    [
      'a host before the sign of a name',
      'https://etherscan.io@evil.example/token/0x1f9840a85d5af5bf1d1762f925bdaddc4201f984',
    ],
    ['a name in the path', 'https://etherscan.io/token/0x0000000000000000000000000000000000000001/uniswap'],
    ["a project's own explorer", 'https://explorer.celo.org/token/0x0000000000000000000000000000000000000001'],
  ])('of an explorer page with %s is none', (_, url) => {
    expect(identity(url)).toBeNull();
  });

  it('of an explorer without a token in its address is the explorer', () => {
    expect(identity('https://etherscan.io/')).toMatchObject({ projectId: 'etherscan', rule: 'own-domain' });
  });

  it('is told by the contract on each explorer of its chain, for every contract on record', () => {
    const pages = PROJECTS.flatMap(({ id, contracts = [] }) =>
      contracts.flatMap((contract) => {
        const [hosts = '', address] = contract.split('/');
        return hosts.split(' ').map((host) => [id, `https://${host}/token/${address}`] as const);
      }),
    );
    expect(pages.length).toBeGreaterThan(1500);
    for (const [id, url] of pages) {
      expect(identity(url), url).toMatchObject({ projectId: id, rule: 'contract' });
      const last = url.endsWith('0') ? '1' : '0';
      expect(identity(url.slice(0, -1) + last)?.projectId, url).not.toBe(id);
    }
  });

  it.each([
    'https://uniswap.xyz/',
    'https://uniswap.org.evil.example/',
    'https://evil.example/uniswap.org',
    'https://uniswap.org@evil.example/',
    'https://github.com/',
    'https://github.com/features/actions',
    'https://x.com/i/flow/login',
    'https://www.coingecko.com/',
    'https://github.io/',
    'https://medium.com/',
    'file:///uniswap.org/',
    'not an address',
    'https://www.coingecko.com/en/coins/%E0%A4%A',
  ])('of %s is none', (url) => {
    expect(identity(url)).toBeNull();
  });
});

describe('identity on reading sites', () => {
  // Aggregators and the code host name the project in the address; who publishes is not what a page is about.
  const addresses = SITES.flatMap(({ matches }) => matches).map((pattern) =>
    pattern.replace('/*', '/en/').replaceAll('*', 'a-story-of-1-chain'),
  );
  it.each(addresses)('of %s is not the publisher, nor is its address a near one', (url) => {
    expect(LOOKUP.answer(url, [])).toMatchObject({ identity: null, lookAlike: null });
  });
  it.each([
    ['https://www.gate.com/trade/BTC_USDT', 'gate-io'],
    ['https://www.kraken.com/', 'kraken'],
  ])('of %s, beyond the articles, is %s', (url, projectId) => {
    expect(identity(url)?.projectId).toBe(projectId);
  });
});

describe('lookAlike', () => {
  it.each([
    ['a word of which a longer name has one', 'https://www.space.com/news'],
    ['a host of many near a name', 'https://twitter.com/home'],
  ])('is not told for %s', (_, url) => {
    expect(lookAlike(url)).toBeNull();
  });

  it.each([
    ['another top-level domain', 'https://uniswap.xyz/', 'other-tld'],
    ['a sub-domain trick', 'https://uniswap.org.evil.example/', 'subdomain'],
    ['a port beside it', 'https://uniswap.org.evil.example:8443/', 'subdomain'],
    ['a name in a longer one', 'https://uniswap-airdrop.com/', 'contains'],
    ['user-info', 'https://uniswap.org@evil.example/', 'user-info'],
    ['one letter changed', 'https://unlswap.org/', 'one-edit'],
    ['two letters swapped', 'https://unisawp.org/', 'one-edit'],
    ['a Cyrillic letter', 'https://unіswap.org/', 'punycode'],
    ['a trailing dot', 'https://uniswap.xyz./', 'other-tld'],
  ])('is told for %s', (_, url, why) => {
    expect(lookAlike(url)).toMatchObject({ projectId: 'uniswap', recorded: 'uniswap.org', why });
  });

  it.each([
    ['a short name with a Cyrillic letter', 'https://аave.com/', 'aave.com', 'punycode'],
    ['an everyday word with a Cyrillic letter', 'https://nеar.org/', 'near.org', 'punycode'],
    ['a Cyrillic letter in a longer name', 'https://uniswаp-airdrop.com/', 'uniswap.org', 'punycode'],
    ['an everyday address before another', 'https://near.org.evil.example/', 'near.org', 'subdomain'],
    ['an address that goes on with a hyphen', 'https://lido.fi-claim.xyz/', 'lido.fi', 'subdomain'],
    ['an address with hyphens for dots', 'https://uniswap-org.evil.xyz/', 'uniswap.org', 'subdomain'],
    ['a short address as user-info', 'https://lido.fi@evil.example/', 'lido.fi', 'user-info'],
    [
      'an address with a path as user-info',
      'https://app.uniswap.org%2Fswap:x@evil.example/',
      'uniswap.org',
      'user-info',
    ],
    ['a word of the field as user-info', 'https://bitcoin.org@evil.example/', 'bitcoin.org', 'user-info'],
    ['r and n for m', 'https://rnetamask.io/', 'metamask.io', 'drawn-alike'],
    ['two v for w', 'https://pancakesvvap.finance/', 'pancakeswap.finance', 'drawn-alike'],
    ['the ending that was kept', 'https://polkadotters.com/', 'polkadot.com', 'contains'],
  ])('is told for %s', (_, url, recorded, why) => {
    expect(lookAlike(url)).toMatchObject({ recorded, why });
  });

  it.each([
    'https://uniswap.org/',
    'https://app.uniswap.org/',
    'https://github.com/Uniswap',
    'https://www.coindesk.com/',
    'https://example.org/',
    'https://base.com/',
    'https://flow.microsoft.com/',
    'https://basescan.org/token/0x0000000000000000000000000000000000000001',
    'https://snowtrace.io/address/0x0000000000000000000000000000000000000001',
    'https://flow.com.au/',
    'https://bitcoinist.example/',
    'https://thecryptotimes.example/',
    'https://protocols.example/',
    'https://near.me/',
    'https://bear.org/',
    'https://lido.com/',
    'https://cafe-flow.com/',
    'https://évent.com/',
    'https://атом.рф/',
    'https://вова.рф/',
    'https://fløw.dk/',
    'https://drıft.com/',
    'https://near.org.ezproxy.uni.edu/',
    'https://uniswap-org.libproxy.uni.ac.uk/',
    'https://uniswap-org.translate.goog/blog?_x_tr_tl=ar',
    'https://uniswap.org.ipns.dweb.link/',
    'https://uniswap.eth.limo/',
    'https://bear.org@example.com/',
    'https://example.com/uniswap.org?to=uniswap.org#uniswap.org',
  ])('is not told for %s', (url) => {
    expect(lookAlike(url)).toBeNull();
  });
});

describe('isOneEdit', () => {
  it.each([
    ['uniswap', 'uniswap', false],
    ['uniswap', 'unisswap', true],
    ['uniswap', 'uniwap', true],
    ['uniswap', 'uniswop', true],
    ['uniswap', 'uniwsap', true],
    ['uniswap', 'unswapi', false],
    ['abc', 'cba', false],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(isOneEdit(a, b)).toBe(expected);
  });
});

describe('decodePunycode', () => {
  it.each([
    ['bcher-kva', 'bücher'],
    ['fiqs8s', '中国'],
    ['!!', undefined],
  ])('of %s is %s', (label, expected) => {
    expect(decodePunycode(label)).toBe(expected);
  });
});
