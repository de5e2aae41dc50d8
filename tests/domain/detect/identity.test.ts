import { describe, expect, it } from 'vitest';
import { isOneEdit } from '../../../lib/domain/detect/look-alike.ts';
import { decodePunycode } from '../../../lib/domain/detect/punycode.ts';
import { SITES } from '../../../lib/domain/sites.ts';
import { LOOKUP } from './setup.ts';

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
    ['https://messari.io/project/bitcoin', 'bitcoin', 'aggregator-guess', true],
    ['https://www.binance.com/en/price/bitcoin', 'bitcoin', 'aggregator-guess', true],
    ['https://github.com/Uniswap/v4-core/pulls', 'uniswap', 'github', false],
    ['https://github.com/orgs/Uniswap/repositories', 'uniswap', 'github', false],
    ['https://x.com/Uniswap/status/1', 'uniswap', 'x', false],
  ])('of %s is %s by %s', (url, projectId, rule, guess) => {
    expect(identity(url)).toMatchObject({ projectId, rule, guess });
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
    ['another top-level domain', 'https://uniswap.xyz/', 'other-tld'],
    ['a sub-domain trick', 'https://uniswap.org.evil.example/', 'subdomain'],
    ['a port beside it', 'https://uniswap.org.evil.example:8443/', 'subdomain'],
    ['a name in a longer one', 'https://uniswap-airdrop.com/', 'contains'],
    ['user-info', 'https://uniswap.org@evil.example/', 'contains'],
    ['one letter changed', 'https://unlswap.org/', 'one-edit'],
    ['two letters swapped', 'https://unisawp.org/', 'one-edit'],
    ['a Cyrillic letter', 'https://unіswap.org/', 'punycode'],
    ['a trailing dot', 'https://uniswap.xyz./', 'other-tld'],
  ])('is told for %s', (_, url, why) => {
    expect(lookAlike(url)).toMatchObject({ projectId: 'uniswap', recorded: 'uniswap.org', why });
  });

  it.each([
    'https://uniswap.org/',
    'https://app.uniswap.org/',
    'https://github.com/Uniswap',
    'https://www.coindesk.com/',
    'https://example.org/',
    'https://base.com/',
    'https://flow.microsoft.com/',
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
