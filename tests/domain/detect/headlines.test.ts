/** Headlines write every word with a capital: what they call the things of the field is no project. */
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../lib/domain/registry/phrases.ts';
import { ARTICLE, PROJECTS, projectsIn } from './setup.ts';

const words = (text: string) => text.split(/\s+/);
const FIRST =
  words(`Side Stable Yield Liquid Smart Cross Multi Multichain Open Decentralized Public Private Digital Fast Modular Synthetic
  Automated Virtual Global Local Mobile Hot Cold Secure Trusted Shared Main Test Layer Block Hash Token Coin Crypto Gas Fee Price Reward
  Staking Lending Trading Payment Credit Debt Stock Bond Gold Dollar Energy Data Storage Compute Identity Privacy Security Audit Risk
  Governance Treasury Community Ecosystem Developer Validator Node Oracle Bridge Swap Pool Vault Farm Mint Burn Launch Meme Game Social
  Future New Next First Old Big Small Super Ultra Zero One Prime Quantum Universal Infinite Final Fair Free Fixed Floating Float Dynamic`);
const SECOND =
  words(`Chain Chains Coin Coins Network Wallet Exchange Bridge Token Staking Lending Market Markets Finance Labs Layer Pool Pools
  DAO Capital Stack Node Index Fund Bank Money Assets Options Futures Yield Rewards Research Report Hub Economy Data Engine`);
const RECORDED = new Set(PROJECTS.flatMap((project) => phrasesOf(project).map(({ phrase }) => phrase)));

describe('projectsIn', () => {
  it.each(FIRST)('finds nothing in headlines about a %s …', (first) => {
    const phrases = SECOND.map((second) => `${first} ${second}`).filter((phrase) => !RECORDED.has(phrase));
    const found = phrases.flatMap((phrase) => projectsIn(`How a ${phrase} Changes Crypto`, ARTICLE));
    expect(found).toEqual([]);
  });

  it.each([
    'A Base Layer for Everything',
    'What Is a Base Token?',
    'Core Contracts and Core Teams of the Network',
    'The Carbon Market and Its Carbon Credits',
    'Is a Stable Coin Safer Than a Side Chain?',
    'A Yield Protocol Is Not a Bank',
    'Why You Should Restake Later',
    'Keep your wallet SAFE: never share the seed phrase of your blockchain wallet',
    'Pay FUEL in tokens, turn on DARK MODE, and the contract returns a HEX string',
    'A RAMP for fiat into crypto: buy tokens with EASE',
    'The non-Flow tokens of the non-Near part',
    'He sent five Ethers from a multichain wallet to a Multichain Vault',
  ])('finds nothing in %j', (headline) => {
    expect(projectsIn(headline, ARTICLE)).toEqual([]);
  });

  it.each([
    ['Multichain (MULTI) was drained', 'multichain'],
    ['$CORE rose as the CoreDAO chain grew', 'core-dao'],
    ['Fees on Base fell while Uniswap moved there', 'base'],
    ['Meet Base, an Ethereum L2 that settles on Ethereum.', 'base'],
    ['Introducing Base: a rollup by Coinbase for Ethereum', 'base'],
    ['Whether Base, an L2 blockchain, needs a token of its own is not said.', 'base'],
  ])('still finds the project in %j', (sentence, id) => {
    expect(projectsIn(sentence, ARTICLE)).toContain(id);
  });
});
