/** Names that stand for something else even in texts about crypto: only a strong fact tells the project from it. */

/** Terms of the field: texts write them with a capital for the thing itself. */
const OF_THE_FIELD = `0x Access Account Agent Alpha B2B Backed Beta Block Bond Bridge Bridges Burn Casper Chain Channels Claim Clique
  Collective Common Degen Delegate DeSci Drop Edge Epoch Ethers Exchange Float Fork Foundation Frame Gas Gate Gauge Guild Hash Hub Hybrid IPC Key
  Launchpad Layer Layer3 Level Linkdrop Liquid M0 Market Meme Merge Metacoin Mine Mint Multichain Nested Node Nonce Oracle Order Perpetual Phase
  Plasma Points Pool Predicate Prime Proof Protocol Proxy Quest Reach Ready Rebase Relay Request Reserve Restake Reverse Revert
  Root Self Sender Send Shard Sign Signal Slot Snap Stack Stake State Swap Token Treasury Trust TX Union Unit Vault Vote
  Wallet World Yield`;

/** Other firms, funds, models, people and places that the same texts name. */
const OF_OTHERS = `Canary Davos Desci Dexter Eigen FBTC Hey Hubble Lambda Llama Onyx Orbs Parallel Picasso Ren Ruby SNS Stability Strike Warren`;

/** The same of several words: a headline with capitals writes any of them for the thing itself. */
export const TERM_PHRASES: readonly string[] = (
  'Yield Protocol, Bond Protocol, Interest Protocol, Standard Protocol, Source Protocol, Unit Protocol, Value Protocol, ' +
  'Open Defi, Defi Yield, Side Chain, Stable Coin, Stable Unit, Value Chain, Smart Layer, Term Structure, Building Blocks, ' +
  'Decentralized API, Citizen Wallet, Another World, The Standard, The Unit, The Parallel, The Stack, Public Assembly, ' +
  'Event Horizon, Number Zero, Mint Condition, Meme Bridge, Liquid Resilience, Get Mint, Help Each Other'
).split(', ');

export const TERMS: ReadonlySet<string> = new Set([...`${OF_THE_FIELD} ${OF_OTHERS}`.split(/\s+/), ...TERM_PHRASES]);
