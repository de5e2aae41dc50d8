/** Words that tell a text about crypto from any other. Each line is one word in its forms: forms count once. */
import { ARABIC } from './chars.ts';
import { keysOfText } from './tokens.ts';
import type { WordFact } from './word-facts.ts';

/**
 * Said nearly only of crypto: two points. A trailing "!" marks a form that counts with a capital only; the words of the
 * first table are said of nothing else at all. Chinese ones are pairs of characters, those of
 * the word that few other words have: 太坊, since 以太网 is Ethernet, and 心化, since 去中 begins 去中国.
 */
const SURE = `DeFi!|defi|ديفاي
airdrop|airdrops|airdropped
mainnet|testnet|devnet
onchain|offchain
stablecoin|stablecoins
restake|restaked|restaking
blockchain|blockchains
cryptocurrency|cryptocurrencies
BTC!|Bitcoin!|bitcoin
Ethereum!|ethereum
USDC!|USDT!
XRP!
Binance!|بينانس|باينانس|دوجكوين
web3|Web3!
altcoin|altcoins|memecoin|memecoins
tokenomics
zkEVM!
depeg|depegged
DePIN!
dApp!|dapp|dapps
multisig|multisigs
hashrate
sidechain|sidechains|parachain|parachains|blockspace
بلوكتشين|بلوكشين|بلوكتشاين|بلاكچين|بلاكچينهاي
توكن|توكنات
بيتكوين|البتكوين
ايثيريوم|اثيريوم|ايثريوم
لامركزي|لامركزيه|غيرمتمركز
كريبتو|كريپتو|رمزارز
密货|密貨
块链|塊鏈
代币|代幣
空投
定币|定幣
跨链|跨鏈|公链|公鏈
特币|特幣
太坊
心化`;
const STRONG = `crypto
TVL!
validator|validators
rollup|rollups
L2!|L2s!|L1!|L1s!|Layer2!
ETH!
SOL!|Solana!|سولانا|كاردانو
DAI!
DEX!|DEXs!
EVM!
Solidity!
NFT!|NFTs!
DAO!|DAOs!
tokenized|tokenised|tokenization
zk!|ZK!
RWA!|RWAs!
sequencer|sequencers
subgraph|subgraphs
AMM!|AMMs!
LST!|LSTs!|LRT!|LRTs!
MEV!
ايثر|الايثر
区块|區塊
主网|主網
链上|鏈上
质押|質押
识证|識證
言机|言機`;

/** Said of crypto and of other things: one point. */
const WEAK = `token|tokens
stake|staked|stakes|staking|staker|stakers|ستاكينج
liquidity
chain|chains
wallet|wallets
governance
bridge|bridges|bridged|bridging
swap|swaps|swapped
pool|pools
yield|yields
indexer|indexers
intents|intent
collateral
fork|forks
mint|minted
protocol|protocols
decentralized|decentralised
lending|borrowers
perpetuals|perps
oracle|oracles
coin|coins
ether
miners|mined
treasury
subnet|subnets
transactions
delegates
مشفره|تشفير
مستقره
رهن|مرهون
رقميه|ديجيتال
شبكه|شبكات|شبكتا|شبكتي
بروتوكول|بروتوكولات|پروتكل|پروتكلهاي
عمله|عملات|ارز|ارزهاي
رمز|رموز
محفظه|محافظ
تداول
سيوله
منصه|منصات|پلتفرم|صرافي
ترقيه
حوكمه
معاملات
加密
协议|協議
钱包|錢包
交易所
意图|意圖
部署
锁仓|鎖倉
流动性|流動性
治理
提案
合约|合約
节点|節點
算力`;

export interface ContextWord {
  /** Index of the word; all its forms have the same. */
  id: number;
  weight: 1 | 2;
  forms: string[];
  /** For each form: it counts only where it has a capital letter. */
  capital: boolean[];
}

function read(table: string, weight: 1 | 2, from: number): ContextWord[] {
  return table.split('\n').map((line, index) => {
    const forms = line.split('|');
    return {
      id: from + index,
      weight,
      forms: forms.map((form) => form.replace('!', '')),
      capital: forms.map((form) => form.endsWith('!')),
    };
  });
}

const sure = read(SURE, 2, 0);
/** Words with a lower number are said of crypto alone. */
export const SURE_COUNT = sure.length;
const strong = [...sure, ...read(STRONG, 2, sure.length)];
export const CONTEXT_WORDS: readonly ContextWord[] = [...strong, ...read(WEAK, 1, strong.length)];

/** Key of each form → the word. An Arabic word's last key is the word itself; a Chinese form is a pair of characters. */
export function contextTable(): Map<number, WordFact> {
  const table = new Map<number, WordFact>();
  for (const { id, weight, forms, capital } of CONTEXT_WORDS) {
    for (const [index, form] of forms.entries()) {
      const keys = keysOfText(form);
      const key = (keys[0]?.kind === ARABIC ? keys[keys.length - 1] : keys[0])?.key;
      if (key === undefined) continue;
      // Of two forms of one key the freer one counts.
      table.set(key, {
        id,
        weight,
        isSure: id < SURE_COUNT,
        capital: capital[index] === true && table.get(key)?.capital !== false,
      });
    }
  }
  return table;
}
