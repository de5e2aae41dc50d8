/** Words that tell a text about crypto from any other. Each line is one word in its forms: forms count once. */

import { ARABIC, UPPER } from './chars.ts';
import { keysOfText } from './tokens.ts';

/** Said nearly only of crypto: two points. A trailing "!" marks a form that counts with a capital only. */
const STRONG = `DeFi!|defi
TVL!
airdrop|airdrops|airdropped
validator|validators
rollup|rollups
L2!|L2s!|L1!|L1s!
mainnet|testnet|devnet
onchain|offchain
stablecoin|stablecoins
restake|restaked|restaking
blockchain|blockchains
crypto|cryptocurrency|cryptocurrencies
BTC!|Bitcoin!|bitcoin
ETH!|Ethereum!
SOL!|Solana!
USDC!|USDT!|DAI!
DEX!|DEXs!
EVM!
Solidity!
web3|Web3!
NFT!|NFTs!
DAO!|DAOs!
altcoin|altcoins|memecoin|memecoins
tokenomics|tokenized|tokenization
zk!|ZK!|zkEVM!
depeg|depegged
DePIN!
RWA!|RWAs!
sequencer|sequencers
subgraph|subgraphs
dApp!|dapp|dapps
AMM!|AMMs!
بلوكتشين|بلوكشين|بلوكتشاين
مشفره|تشفير
توكن|توكنات
بيتكوين|بتكوين
ايثيريوم|اثيريوم|ايثريوم
مستقره
رهن
加密
区块|區塊
代币|代幣
质押|質押
主网|主網
空投
稳定币|穩定幣
跨链|跨鏈|公链|公鏈
比特币|比特幣
以太坊
去中心化
智能合约|智能合約`;

/** Said of crypto and of other things: one point. */
const WEAK = `token|tokens
stake|staked|stakes|staking|staker|stakers
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
perpetuals
oracle|oracles
coin|coins
رقميه
شبكه|شبكات
بروتوكول|بروتوكولات
عمله|عملات
محفظه|محافظ
تداول
سيوله
منصه|منصات
ترقيه
链上|鏈上
协议|協議
钱包|錢包
交易所
意图|意圖
部署
锁仓|鎖倉
流动性|流動性`;

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

const strong = read(STRONG, 2, 0);
export const CONTEXT_WORDS: readonly ContextWord[] = [...strong, ...read(WEAK, 1, strong.length)];

export interface WordFact {
  id: number;
  weight: 1 | 2;
  capital: boolean;
}

/** Key of each form → the word. An Arabic word's last key is the word itself; a Chinese one is told by its first two characters. */
export function contextTable(): Map<number, WordFact> {
  const table = new Map<number, WordFact>();
  for (const { id, weight, forms, capital } of CONTEXT_WORDS) {
    for (const [index, form] of forms.entries()) {
      const keys = keysOfText(form);
      const key = (keys[0]?.kind === ARABIC ? keys[keys.length - 1] : keys[0])?.key;
      if (key === undefined) continue;
      // Of two forms of one key the freer one counts.
      table.set(key, { id, weight, capital: capital[index] === true && table.get(key)?.capital !== false });
    }
  }
  return table;
}

/** True when a token of this kind is the word. */
export function isWord(fact: WordFact | undefined, kind: number): fact is WordFact {
  return fact !== undefined && (!fact.capital || (kind & UPPER) !== 0);
}
