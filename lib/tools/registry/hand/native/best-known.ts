/**
 * The 150 best-known projects: those whose names must be on record in six languages. Chosen by hand, since a count of
 * lists knows no readers: first the coins and tokens that exchanges of Korea, Japan and Iran trade under a native name,
 * then the chains, protocols, games and wallets that the press of these languages writes about, last its exchanges.
 * What no list but ours has, or what is traded in one country only, is not here.
 */
export const BEST_KNOWN: readonly string[] = `
bitcoin ethereum tether xrp-ledger bnb-chain solana circle dogecoin cardano tron avalanche chainlink ton stellar sui
hedera shiba-inu bitcoin-cash polkadot litecoin hyperliquid monero near aptos internet-computer ethereum-classic
vechain cosmos algorand kaspa filecoin cronos bittensor celestia injective sei stacks iota tezos theta flow zcash neo
eos-io multiversx fantom mina quant harmony zilliqa dash conflux ravencoin qtum nem icon waves ontology terra kaia
kusama pi-network arweave helium bitcoin-sv celo astar moonbeam bittorrent arbitrum optimism base polygon zksync
starknet mantle scroll linea immutable loopring manta uniswap aave sky lido curve compound synthetix pancakeswap sushi
1inch balancer yearn gmx dydx pendle jupiter raydium rocket-pool eigenlayer etherfi ethena ondo thorchain
worldlibertyfinancial layerzero wormhole pyth the-graph sandbox decentraland axie-infinity enjin-coin gala chiliz
apecoin stepn render fetch-ai singularitynet world basic-attention ens floki pepe bonk polymarket story monad
berachain virtuals ronin tornado-cash binance coinbase kraken bybit okx kucoin bitfinex gate-io htx bitget upbit
metamask ledger trezor trust-wallet opensea phantom
`
  .trim()
  .split(/\s+/);
