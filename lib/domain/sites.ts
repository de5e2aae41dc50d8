/**
 * The default reading sites: where Roadmark may read from the day of installation. Frozen: an update never widens it;
 * `tests/domain/sites.test.ts` compares it with a committed list. Everything else is a click of the reader's.
 */

export interface Site {
  host: string;
  /** Match patterns, as narrow as the site's addresses allow. */
  matches: string[];
  /** Language of most of its pages. */
  lang: 'en' | 'ar' | 'zh' | 'many';
  reason: string;
}

type Row = [host: string, reason: string, paths?: string[]];

const AGGREGATORS: Row[] = [
  ['www.coingecko.com', 'Each page is about one project; its address names it'],
  ['coinmarketcap.com', 'Each page is about one project; its address names it'],
  ['defillama.com', 'Protocol and chain pages; the address names the project'],
  ['l2beat.com', 'Layer 2 pages; the address names the project'],
  ['messari.io', 'Project profiles and research'],
  ['cryptorank.io', 'Project and fundraising pages'],
  ['www.rootdata.com', 'Project profiles, in English and Chinese'],
  ['dropstab.com', 'Project pages'],
  ['tokenterminal.com', 'Project pages with financial figures'],
  ['app.artemis.xyz', 'Project and chain pages'],
  ['icodrops.com', 'Pages of young projects, often with a roadmap claim'],
  ['www.coincarp.com', 'Project pages'],
  ['www.livecoinwatch.com', 'Project pages'],
  ['coinpaprika.com', 'Project pages'],
  ['github.com', 'The repositories that the figures come from'],
];
const EXCHANGES: Row[] = [
  [
    'www.gate.com',
    'Articles and posts that name projects',
    ['/*post/*', '/*learn/*', '/*news/*', '/*blog/*', '/*crypto-wiki/*'],
  ],
  ['www.binance.com', 'Binance Square and Academy articles', ['/*square/*', '/*academy/*', '/*blog/*', '/*research/*']],
  ['academy.binance.com', 'Explanatory articles'],
  ['www.okx.com', 'Learning articles', ['/*learn/*', '/*academy/*']],
  ['www.kucoin.com', 'Learning and news articles', ['/*learn/*', '/*news/*', '/*blog/*']],
  ['www.bybit.com', 'Learning articles', ['/*learn/*', '/*blog/*']],
  ['learn.bybit.com', 'Learning articles'],
  ['www.coinbase.com', 'Learning and blog articles', ['/*learn/*', '/*blog/*', '/*explore/*']],
  ['www.kraken.com', 'Learning articles', ['/*learn/*']],
  ['blog.kraken.com', 'Articles that name projects'],
  ['www.bitget.com', 'News and academy articles', ['/*news/*', '/*academy/*']],
  ['www.mexc.com', 'Learning and news articles', ['/*learn/*', '/*news/*', '/*crypto-pulse/*']],
  ['www.htx.com', 'News and learning articles', ['/*news/*', '/*learn/*']],
  ['phemex.com', 'Learning and news articles', ['/*academy/*', '/*news/*', '/*blogs/*']],
];
const NEWS_ENGLISH: Row[] = [
  'www.coindesk.com',
  'cointelegraph.com',
  'www.theblock.co',
  'decrypt.co',
  'thedefiant.io',
  'blockworks.co',
  'www.dlnews.com',
  'bitcoinmagazine.com',
  'cryptoslate.com',
  'cryptobriefing.com',
  'beincrypto.com',
  'u.today',
  'www.newsbtc.com',
  'bitcoinist.com',
  'cryptopotato.com',
  'ambcrypto.com',
  'cryptonews.com',
  'www.ccn.com',
  'protos.com',
  'unchainedcrypto.com',
  'www.bankless.com',
  'crypto.news',
  'dailyhodl.com',
  'coingape.com',
  'www.cryptopolitan.com',
  'news.bitcoin.com',
  'watcher.guru',
  'finbold.com',
  'coinedition.com',
  'thenewscrypto.com',
].map((host) => [host, 'Crypto news in English']);
const NEWS_ARABIC: Row[] = [
  ['ar.cointelegraph.com', 'Crypto news in Arabic'],
  ['ar.beincrypto.com', 'Crypto news in Arabic'],
  ['arab-btc.net', 'Crypto news in Arabic'],
  ['bitcoinnews.ae', 'Crypto news in Arabic'],
  ['arabmarketcap.com', 'Crypto news and explanations in Arabic'],
  ['arincen.com', 'News of cryptocurrencies in Arabic', ['/crypto-news/*']],
  ['ar.tradingview.com', 'News in Arabic, many of cryptocurrencies', ['/news/*']],
  ['sa.investing.com', 'News of cryptocurrencies in Arabic', ['/crypto/*', '/news/cryptocurrency-news/*']],
];
const NEWS_CHINESE: Row[] = [
  ['www.panewslab.com', 'Crypto news in Chinese'],
  ['www.odaily.news', 'Crypto news in Chinese'],
  ['www.blocktempo.com', 'Crypto news in Chinese'],
  ['www.theblockbeats.info', 'Crypto news in Chinese'],
  ['foresightnews.pro', 'Crypto news in Chinese'],
  ['www.techflowpost.com', 'Crypto news in Chinese'],
  ['www.chaincatcher.com', 'Crypto news in Chinese'],
  ['www.jinse.cn', 'Crypto news in Chinese'],
  ['news.marsbit.co', 'Crypto news in Chinese'],
  ['abmedia.io', 'Crypto news in Chinese'],
  ['www.wublock123.com', 'Crypto news in Chinese'],
  ['www.bitpush.news', 'Crypto news in Chinese'],
  ['zombit.info', 'Crypto news in Chinese'],
];

function site(lang: Site['lang'], [host, reason, paths = ['/*']]: Row): Site {
  return { host, matches: paths.map((path) => `https://${host}${path}`), lang, reason };
}

export const SITES: readonly Site[] = [
  ...AGGREGATORS.map((row) => site('many', row)),
  ...EXCHANGES.map((row) => site('many', row)),
  ...NEWS_ENGLISH.map((row) => site('en', row)),
  ...NEWS_ARABIC.map((row) => site('ar', row)),
  ...NEWS_CHINESE.map((row) => site('zh', row)),
];

/** Every match pattern of the default sites, in order. */
export function siteMatches(): string[] {
  return SITES.flatMap((entry) => entry.matches);
}
