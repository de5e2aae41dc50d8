/** Names by hand: spelling, aliases that people use, aliases that are another's, and classes where the rule errs. */
import type { NameClass } from '../../../domain/registry/project.ts';

/** The spelling that the project itself uses, where the collected one differs. */
export const NAMES: Record<string, string> = {
  kucoin: 'KuCoin',
  oraichain: 'Oraichain',
  evmos: 'Evmos',
  zora: 'Zora',
  fantom: 'Sonic',
  dai: 'Dai',
  holo: 'Holochain',
  coti: 'COTI',
  'basic-attention': 'Basic Attention Token',
  'eos-io': 'EOSIO',
  'badger-dao': 'Badger DAO',
};

/** Further names in Latin letters, as articles write them. */
export const ALIASES: Record<string, string[]> = {
  ethereum: ['Ether'],
  'xrp-ledger': ['XRPL', 'Ripple'],
  'bnb-chain': ['BNB Smart Chain', 'Binance Smart Chain', 'BSC'],
  near: ['NEAR', 'Near'],
  'the-graph': ['The Graph'],
  'internet-computer': ['DFINITY', 'ICP'],
  zksync: ['zkSync'],
  eigenlayer: ['EigenCloud'],
  sky: ['MakerDAO', 'Maker'],
  fantom: ['Fantom'],
  ton: ['The Open Network', 'Toncoin'],
  curve: ['Curve Finance'],
  cow: ['CoW Swap', 'CowSwap'],
  'rocket-pool': ['Rocketpool'],
  cosmos: ['Cosmos', 'Cosmos Hub'],
  'fetch-ai': ['Artificial Superintelligence Alliance'],
  render: ['Render Network', 'Render'],
  akash: ['Akash'],
  ondo: ['Ondo'],
  ethena: ['Ethena Labs'],
  etherfi: ['EtherFi'],
  particle: ['Particle Network'],
  babylon: ['Babylon Chain'],
  bittensor: ['Bittensor'],
  morpho: ['Morpho'],
  pyth: ['Pyth'],
  layerzero: ['LayerZero'],
  lyra: ['Lyra'],
  world: ['Worldcoin', 'World Chain'],
  kaia: ['Klaytn'],
  multiversx: ['Elrond'],
  aevo: ['Aevo'],
  'golem-network': ['Golem'],
  hyperliquid: ['Hyperliquid'],
};

/** Aliases on record that are not this project's names. */
export const NO_ALIASES: Record<string, string[]> = {
  uniswap: ['Unichain', 'UniswapX'],
  polygon: ['AggLayer'],
  'orbit-chain': ['Orbit Bridge'],
  puffer: ['Puffer UniFi'],
  convex: ['Convex CRV'],
  cronos: ['Crypto.org', 'Crypto.com Chain', 'Crypto-com'],
  aevo: ['Ribbon Finance'],
  ronin: ['Axie Infinity'],
};

/** Classes where the rule errs: well-known coined names of four letters or less, and plain ones that it takes for coined. */
export const CLASSES: Record<string, Record<string, NameClass>> = {
  bitcoin: { Bitcoin: 'U' },
  dydx: { dYdX: 'U' },
  lido: { Lido: 'C' },
  gmx: { GMX: 'C' },
  uma: { UMA: 'C' },
  '1inch': { '1inch': 'U' },
  cow: { 'CoW Protocol': 'U', 'CoW Swap': 'U', CowSwap: 'U' },
  'xrp-ledger': { XRPL: 'U', 'XRP Ledger': 'U' },
  'bnb-chain': { 'BNB Chain': 'U', 'BNB Smart Chain': 'U', 'Binance Smart Chain': 'U', BSC: 'X' },
  etherfi: { 'ether.fi': 'U', EtherFi: 'U' },
  ton: { 'The Open Network': 'C', Toncoin: 'U' },
  ethereum: { Ethereum: 'U' },
  dogecoin: { Dogecoin: 'U' },
  litecoin: { Litecoin: 'U' },
  sei: { Sei: 'C' },
  iota: { IOTA: 'C' },
  icon: { ICON: 'C' },
  mantra: { MANTRA: 'C' },
  swell: { Swell: 'X' },
  'internet-computer': { 'Internet Computer': 'C', DFINITY: 'U' },
  multiversx: { Elrond: 'C' },
};
