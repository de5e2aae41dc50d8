/** What a reading of articles in three languages showed to be missed or taken wrongly, in sentences of our own. */
import { describe, expect, it } from 'vitest';
import { ARTICLE, namesFor, projectsIn, shownOn } from './setup.ts';

describe('judgeBlock on articles, with the shipped registry', () => {
  it.each([
    ['an article before a network', 'Card games left for the Ronin blockchain last spring.', 'ronin'],
    ['an article before "-based"', 'It is a Polygon-based card game with a token of its own.', 'polygon'],
    ['small letters', 'The fund bought more bitcoin than any stablecoin.', 'bitcoin'],
    ['a ticker that is the name', 'Lawyers expect a ruling on XRP, and the token rose.', 'xrp-ledger'],
    ['a firm beside its chain', 'Queries on Dune Analytics show that few wallets are left.', 'dune'],
    ['letters for a chain, in a list', '用户把代币转到 BSC、Polygon 等公链。', 'bnb-chain'],
    ['an Arabic name after a clitic', 'أضافت بينانس الرمز إلى قائمة التداول، ثم تبعتها كوين بيز.', 'binance'],
    ['another Arabic spelling', 'ارتفعت عملة شيبا إينو بعد إعلان منصة التداول.', 'shiba-inu'],
    ['an Arabic word among names', 'انتقلت السيولة إلى أربيتروم، بيس، وبوليغون بعد الترقية.', 'base'],
    ['the older one of an exchange', 'سحب الرجل المال من Huobi وأودعه في محفظة.', 'htx'],
    ['a capital that it has not', 'وفق بيانات Growthepie، زادت معاملات الطبقة الثانية.', 'growthepie'],
    ['a Chinese name of an exchange', '币安宣布上线新代币，欧易随后跟进。', 'binance'],
    ['the other script of it', '火幣公布儲備證明，鏈上數據可查。', 'htx'],
    ['what it is before a term', 'Last spring ten people left the stablecoin company Plasma.', 'plasma'],
    ['who leads it after it', 'Backpack CEO visits every regulator twice.', 'backpack'],
    ['what its address says', 'Marinade Finance: a second look at its fees', 'marinade'],
    ['another spelling', 'Restakers at Eigen Layer wait a week for their ether.', 'eigenlayer'],
    ['what it owns, at the start', "Circle's reserves sit in short bonds, an onchain report says.", 'circle'],
    ['a stroke before it', 'The wallet bridges between Arbitrum/Optimism and mainnet.', 'optimism'],
    ['an address in small letters', 'He founded yearn.finance alone and gave its tokens away.', 'yearn'],
    ['small letters and a dot', 'Half of the coins from pump.fun die within a day.', 'pumpfun'],
    ['who founded it, in Chinese', '参投者有 Injective 联合创始人和两家基金。', 'injective'],
    ['a coin whose ticker smaller ones use', '$BTC fell before $ETH did.', 'bitcoin'],
    ['fees that other chains take in it', '$BTC fell before $ETH did.', 'ethereum'],
    ['a market of forecasts', 'Bets on Kalshi and on Polymarket moved apart.', 'kalshi'],
    ['a ticker after its question', 'What is Stellar? (XLM)', 'stellar'],
    ['a digit for a capital', 'Scores on l2beat changed after the rollup posted its proofs.', 'l2beat'],
    ['all capitals', 'TEN, an Ethereum L2, raised money from token funds.', 'ten'],
    ['a verb of a capital name', 'Half of the money went to Tether, an onchain report says.', 'tether'],
    [
      'what came over it',
      'The coupon was bridged through Wormhole and pays the savings rate of a stablecoin.',
      'wormhole',
    ],
    ['a past before it', 'Four ex-Coinbase engineers write the indexer.', 'coinbase'],
    ['a past at the start', 'Ex-Kraken staff run the validator.', 'kraken'],
    ['what befell it', 'The Ronin hack was the work of one group.', 'ronin'],
    ['what went live there', 'Price Feeds Launch on Eclipse', 'eclipse'],
    ['what is built on it', 'Our arbitrage bot trades on the Orca AMM alone.', 'orca'],
    ['its ticker for its name', 'Last spring, BONK was the airdrop that people on Solana spoke of.', 'bonk'],
    ['a wallet beside its rival', 'Keep the coins on a Trezor or Ledger.', 'ledger'],
  ])('takes a name with %s', (_, text, id) => {
    expect(projectsIn(text, ARTICLE)).toContain(id);
  });

  it.each([
    [
      'a word of a longer name in a list',
      'Grants come from the Neon Foundation and Aave, says the token vote.',
      'foundation-app',
    ],
    ['a term for a name', 'Layer2 networks settle their rollup batches on mainnet.', 'layer2-finance'],
    ['auditors for the chain they left', 'Auditors at CertiK found the bug in the bridge contract.', 'shentu-chain'],
    [
      'a fund for a chain of its name',
      'In its filing, Galaxy said that it holds more Bitcoin and stablecoin reserves.',
      'galaxy',
    ],
    ['a term in a list of names', 'Tokens left Aave, Chain and Uniswap after the vote.', 'chain'],
    ['a fund', 'The fund from Canary tracks a basket of tokens on chain.', 'canary'],
    ['a ticker of a fund', 'The bank holds shares of FBTC and of three other Bitcoin funds.', 'fbtc'],
    ['a model of another firm', '研究者用 OpenAI Swarm 给链上代理写代码。', 'swarm'],
    ['a model whose name goes on', '钱包助手由 Gemini-Flash 驱动，链上交易由用户确认。', 'gemini-dollar'],
    ['a headline of three words', 'Raydium: Core AMM Infrastructure', 'core-dao'],
    [
      'a word defined as a part of a name',
      'Ten builders left Arweave Oasis, a decentralized network of rollups.',
      'oasis',
    ],
    ['a capital on the word before', 'A Bonding Curve sets the price of each token.', 'curve'],
    ['a ticker that few lists know', 'Holders of $STORM voted for the airdrop on mainnet.', 'stormswap'],
    ['another network of its name', '上周 Mango Network 上线主网，代币空投随后开始。', 'mango'],
    ['a ticker that a later coin has taken', 'Holders of $DUCK voted for the airdrop on mainnet.', 'unit-protocol'],
    ['a telescope', 'A token named after Hubble rose on chain.', 'hubble'],
    ['a token for its issuer', 'Vaults of USDe and DAI pay less than the chain itself.', 'ethena'],
    ['a number', 'Ten years ago the first airdrop was sent on Ethereum, says the report.', 'ten'],
    ['a kind of exchange', 'There are two kinds of DEX: AMM-based, and Hybrid: a mix of pool and book.', 'hybrid'],
    ['a word in small letters after a kind of thing', 'Cross chain reach', 'reach'],
    ['a longer name before its description', 'Fjord Foundry, a platform for tokens, raised money.', 'foundry'],
    ['a label of two words', 'Wallet Core', 'core-dao'],
    ['a wish', 'Stake Safe!', 'safe'],
    [
      'a label before a colon',
      'Liquidity Buffer: losses of the vault are met by tokens of the exchange.',
      'buffer-finance',
    ],
    [
      'a part of a lending protocol',
      'Stakers of the Aave Umbrella module pay for bad debt in tokens.',
      'umbrella-network',
    ],
    ['a phone', 'Buyers of the Solana Saga phone got tokens in an airdrop.', 'saga'],
    ['money of a central bank', '央行把 M0 和代币化存款分开统计，稳定币不在其中。', 'm0-labs'],
  ])('does not take %s', (_, text, id) => {
    expect(projectsIn(text, ARTICLE)).not.toContain(id);
  });

  it.each([
    ['a founder before it', 'اتهمت الهيئة مؤسس ترون بالتلاعب بالسوق.', 'tron'],
    ['two plain words', 'البرهان يأتي من RISC Zero قبل النشر على الشبكة.', 'risc-zero'],
    ['an address for a name', 'اندمج Fetch.ai مع مشروع آخر على البلوكتشين.', 'fetch-ai'],
  ])('takes a name with %s on a page of which little is known', (_, text, id) => {
    expect(projectsIn(text)).toContain(id);
  });

  it('takes a coined name with a capital within on a page of which little is known', () => {
    expect(projectsIn('Fees of the network fell after zkSync cut them.')).toEqual(['zksync']);
  });

  it('takes the items of a list whatever conjunctions stand beside them', () => {
    const text = 'The DEX grew beyond Arbitrum and came to Ethereum, Base, and Optimism in the end.';
    const page = { coined: new Set(['x', 'y', 'z']) };
    expect(projectsIn(text, page)).toEqual(['arbitrum', 'base', 'ethereum', 'optimism']);
  });
});

it.each([
  'رسائل التطبيق مشفرة، وتمر عبر شبكة خاصة ومنصة بايبت القديمة.',
  'The crypto module of Node.js signs tokens; Livepeer pools hold keys of the protocol.',
])('does not take encryption for crypto: %s', (text) => {
  expect(shownOn([text])).toEqual([]);
});

it('does not take a butterfly for a lender on a page that links to news of Bitcoin', () => {
  const page = ['Bitcoin falls again', 'Morpho butterflies shine in blue, and collectors pay for them.'];
  expect(shownOn(page)).not.toContain('morpho');
  expect(shownOn(['Bitcoin falls again', 'Pools of Morpho lend tokens to borrowers against them.'])).toContain(
    'morpho',
  );
});

it('asks about no page for a particle alone: the key of a phrase is another of its words', () => {
  expect(namesFor('قال إن البيت في المدينة، وقد رآه من قبل.').names.map(({ projectId }) => projectId)).not.toContain(
    'vechain',
  );
  expect(namesFor('في تشين').names.map(({ projectId }) => projectId)).toContain('vechain');
});

describe('listedCandidates on articles, with the shipped registry', () => {
  it.each([
    ['本文介绍 Celestia 和 Eclipse 这两个项目。', 'eclipse'],
    ['تقارن المقالة بين Celestia و Eclipse في السرعة.', 'eclipse'],
  ])('sees the item after a conjunction with blanks on both sides: %s', (text, id) => {
    expect(projectsIn(text)).toContain(id);
  });
});

describe('pageGate on short articles, with the shipped registry', () => {
  it.each([
    ['ارتفع سعر ريبل بعد الحكم، وزاد النشاط على شبكة XRP Ledger.', 'xrp-ledger'],
    ['سُرقت أموال من منصة بايبت، وهي من منصات العملات المشفرة.', 'bybit'],
    ['Helium and Livepeer pay owners of hardware, and crypto investors follow both protocols.', 'livepeer'],
    ['اكسب الرموز في لعبة أكسي إنفينيتي، ثم بعها بالعملات المشفرة.', 'axie-infinity'],
    ['واصلت عملة سولانا تراجعها، وكسر السعر حاجز الدعم.', 'solana'],
    ['تدرس بينانس شطب ثلاثة رموز من القائمة، منها ستارك نت.', 'starknet'],
  ])('lets a page through that names a coin or an exchange and little else: %s', (text, id) => {
    expect(shownOn([text])).toContain(id);
  });
});

describe('a name that is mostly a name, on a page about crypto and other things', () => {
  const PAGE = { coined: new Set(['x', 'y', 'z']), context: 3, sure: 0 };

  it('needs little, but is no word of a longer name', () => {
    expect(projectsIn('The last of them comes from Lido.', PAGE)).toEqual(['lido']);
    expect(projectsIn('They sued Ready Maker Limited over its token.', PAGE)).toEqual([]);
    expect(projectsIn('The last of them comes from Lido.')).toEqual([]);
  });

  it('is no name after a word that makes another thing of it', () => {
    expect(projectsIn('Players of Seattle Kraken sold tokens on chain.', ARTICLE)).toEqual([]);
    expect(projectsIn('Kraken lists two tokens on chain.', ARTICLE)).toEqual(['kraken']);
  });
});

describe('sectors in Chinese articles, with the shipped registry', () => {
  const sectorsIn = (text: string) => shownOn([text]).filter((id) => id.startsWith('sector:'));

  it('takes an architecture of intents, not an intention', () => {
    expect(sectorsIn('以太坊上的 CoW Swap 采用以意图为中心的设计，求解者替用户上链。')).toContain('sector:intents');
    expect(sectorsIn('以太坊基金会否认有出售代币的意图，Uniswap 没有评论。')).toEqual([]);
    expect(sectorsIn('以太坊基金会的意图是什么，Uniswap 没有评论。')).toEqual([]);
    for (const text of [
      '再质押、意图和AI代理备受关注，但以太坊上的产品很少。',
      '再质押、AI代理、意图等叙事升温，以太坊开发者却在减少。',
      '所谓“意图”，让以太坊用户只说想要什么，由求解者去做。',
      '意图类协议的开发者在以太坊上并不多，区块链数据如此。',
    ])
      expect(sectorsIn(text), text).toContain('sector:intents');
  });
});
