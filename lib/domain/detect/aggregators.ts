/** Addresses that show one project each: aggregators, exchanges' price pages. Rules of our own over known path shapes. */
import type { Slugs } from '../registry/project.ts';

export interface AddressRule {
  /** Hosts without "www."; a sub-domain counts only where it is listed. */
  hosts: string[];
  /** The first group is the key. Matched on the path in small letters. */
  path: RegExp;
  /** Which registry key it is; "name" and "name-symbol" are guesses from the project's name, "symbol" from its ticker. */
  key: keyof Slugs | 'name' | 'name-symbol';
}

/** Optional language part: /en, /zh-tw, /pt_br. */
const LANG = '(?:/[a-z]{2}(?:[-_][a-z]{2,4})?)?';
const path = (rest: string) => new RegExp(`^${LANG}/${rest}(?:/|$)`);

export const ADDRESS_RULES: readonly AddressRule[] = [
  { hosts: ['coingecko.com'], path: path('coins/([a-z0-9._~%-]+)'), key: 'coingecko' },
  { hosts: ['coinmarketcap.com'], path: path('currencies/([a-z0-9-]+)'), key: 'cmc' },
  {
    hosts: ['defillama.com'],
    // Views of one protocol stand before its slug.
    path: /^\/protocol\/(?:(?:tvl|fees|treasury|unlocks|governance|yields|forks|dexs|perps|options|stablecoins|bridges|active-loans|token-rights|(?:dex|bridge|perps)-aggregators)\/)?([^/]+)/,
    key: 'defillama',
  },
  { hosts: ['defillama.com'], path: /^\/(?:chain|stablecoin|cex|bridge)\/([^/]+)/, key: 'name' },
  { hosts: ['l2beat.com'], path: /^\/(?:scaling|bridges|data-availability)\/projects\/([a-z0-9-]+)/, key: 'l2beat' },
  { hosts: ['messari.io'], path: path('(?:project|asset)/([a-z0-9-]+)'), key: 'name' },
  { hosts: ['cryptorank.io'], path: path('price/([a-z0-9-]+)'), key: 'name' },
  {
    hosts: ['rootdata.com', 'cn.rootdata.com', 'api.rootdata.com'],
    path: path('projects/detail/([^/]+)'),
    key: 'name',
  },
  { hosts: ['dropstab.com'], path: path('coins/([a-z0-9-]+)'), key: 'name' },
  { hosts: ['gate.com', 'gate.io'], path: path('price/(?!view/)([a-z0-9-]+-[a-z0-9]+)'), key: 'name-symbol' },
  { hosts: ['binance.com', 'kraken.com', 'coinbase.com'], path: path('prices?/([a-z0-9-]+)'), key: 'name' },
  { hosts: ['dappradar.com'], path: path('dapp/([a-z0-9-]+)'), key: 'name' },
  { hosts: ['tokenterminal.com'], path: /^\/(?:explorer|terminal)\/projects\/([a-z0-9-]+)/, key: 'name' },
  { hosts: ['app.artemis.xyz', 'app.artemisanalytics.com'], path: /^\/asset\/([a-z0-9_-]+)/, key: 'name' },
];

/** Words of GitHub that are no owners. */
export const GITHUB_RESERVED = new Set(
  'about account apps blog codespaces collections contact customer-stories dashboard discussions enterprise events explore features gist github-copilot issues join login logout marketplace new notifications organizations orgs pricing pulls readme search security sessions settings signup site sponsors stars team topics trending users wiki'.split(
    ' ',
  ),
);
/** Words of X that are no handles. */
export const X_RESERVED = new Set(
  'i home explore search hashtag intent share settings notifications messages compose login tos privacy'.split(' '),
);
