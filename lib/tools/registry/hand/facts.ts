/** Facts by hand: sectors to add, main networks and products that run, mirrors. Roadmaps: roadmaps.ts. */
import type { Sector } from '../../../domain/registry/sectors.ts';

/** Sector → projects that describe themselves so in their own documents, beyond what the collected list says. */
export const SECTOR_ADDITIONS: Partial<Record<Sector, string>> = {
  restaking: `eigenlayer symbiotic karak solayer babylon jito omni-network radius-xyz lagrange-labs othentic-labs
    predicate-labs mellow-protocol bouncebit witness-chain picasso tanssi imua satlayer nektar kernel`,
  'liquid-restaking': `etherfi renzo kelp puffer swell inceptionlrt restake-finance claystack euclid-finance
    magpie-ecosystem bedrock fragmetric mellow-protocol yieldnest lombard solv-protocol`,
  intents: `cow uniswap across everclear 1inch essential anoma khalani debridge socket particle near hashflow aori
    bebop dappos router-protocol propeller-heads enso-network lifi mayan-finance relay-link brink`,
  'ai-agents': `virtuals fetch-ai morpheus olas ritual sentient elizaos wayfinder theoriq talus giza allora myshell
    spectral newton`,
  ai: `bittensor singularitynet ocean gensyn allora ritual morpheus render akash numerai virtuals nillion fetch-ai
    grass sahara vana prime-intellect hyperbolic giza kaito aethir sentient`,
  rwa: `ondo centrifuge maple goldfinch plume mantra realt propy credix clearpool truefi backed dinari
    mountain-protocol swarm-markets polymesh lofty matrixdock florence-finance brickken citadao digift fortunafi
    frigg-eco tangible binaryx-platform backedfi kuma-protocol usual anzen-finance goldmint xaurum atlant meld-gold
    hellogold elyfi invar-finance helix-finance parcl provenance realio-network superstate securitize stasis
    ix-swap toucan-protocol`,
  depin: `helium filecoin arweave akash render livepeer storj iotex hivemapper dimo geodnet grass io-net aethir
    flux golem-network theta pocket-network ankr nodle mysterium-network nym fluence spheron-network xnet natix
    wayru peaq aioz-network sia witness-chain lava crust-network cudos weatherxm foam uprock bittensor iexec-rlc
    nosana phala meson-network`,
  stablecoin: 'circle tether ethena frax liquity sky paxos reserve usual mountain-protocol gemini-dollar',
  oracle: 'chainlink pyth redstone api3 band-protocol dia tellor uma umbrella-network chronicle switchboard supra',
  da: 'celestia avail eigenlayer near',
  fhe: 'zama fhenix',
  zk: 'risc-zero succinct zksync starknet scroll linea aztec mina aleo lagrange-labs',
  privacy: 'monero zcash aztec aleo tornado-cash railgun secret nym oasis firo penumbra namada dash zano beam',
  l2: 'arbitrum optimism base zksync starknet scroll linea blast mantle mode taiko zora metis manta',
  l1: 'celestia monad berachain movement',
  storage: 'filecoin arweave storj crust-network jackal-protocol walrus ipfs',
  wallet: 'metamask trust-wallet rabby rainbow ambire-wallet exodus ledger safe',
  data: 'the-graph covalent subquery-network envio defillama l2beat santiment space-and-time',
  'public-goods': 'gitcoin giveth',
  identity: 'brightid',
  interop: 'map-protocol',
  payments: 'daimo request',
  infrastructure: 'libp2p hyperledger gelato skale-network hummingbot-foundation',
  social: 'mask-network',
};

/** Ids of projects whose main network or main product has been open to everyone for a year or more. */
export const LIVE = `bitcoin ethereum solana litecoin dogecoin monero zcash dash bitcoin-cash bitcoin-sv
  ethereum-classic cardano polkadot kusama cosmos osmosis avalanche polygon bnb-chain tron ton near algorand tezos
  stellar xrp-ledger hedera internet-computer filecoin arweave flow aptos sui sei injective celestia kaspa vechain
  iota mina aleo stacks rootstock celo gnosis harmony zilliqa qtum decred ravencoin neo ontology nano nervos
  arbitrum optimism base zksync starknet scroll linea mantle mode blast taiko metis immutable ronin
  uniswap aave compound curve balancer sushi pancakeswap lido rocket-pool yearn synthetix liquity gmx dydx
  chainlink pyth the-graph ens safe metamask eigenlayer symbiotic etherfi pendle morpho across stargate wormhole layerzero
  thorchain kava secret oasis moonbeam astar cronos fantom kaia multiversx cow 1inch`;

/** Projects whose repositories on GitHub are copies of another host's. */
export const MIRRORS = 'tezos thorchain';
