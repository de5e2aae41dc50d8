/** Facts by hand: sectors to add, main networks and products that run, mirrors. Roadmaps: roadmaps.ts. */
import type { Sector } from '../../../domain/registry/sectors.ts';

/** Sector → projects that describe themselves so in their own documents, beyond what the collected list says. */
export const SECTOR_ADDITIONS: Partial<Record<Sector, string>> = {
  restaking: `eigenlayer symbiotic karak solayer babylon jito omni-network ava-protocol radius-xyz lagrange-labs
    othentic-labs zellular-xyz predicate-labs inco-network versatus-labs repl mellow-protocol bouncebit avail-nexus
    witness-chain picasso-network tanssi exocore satlayer nektar kernel`,
  'liquid-restaking': `etherfi renzo kelp puffer swell inceptionlrt restake-finance claystack euclid-finance genesis-lrt
    magpie-ecosystem bedrock stakestone eigenpie fragmetric ion-protocol mellow-protocol yieldnest lombard solv-protocol`,
  intents: `cow uniswap across everclear 1inch essential anoma khalani debridge socket particle near hashflow aori bebop
    dappos router-protocol propeller-heads enso-network li-fi lifi mayan relay-link brink`,
  'ai-agents': `virtuals fetch-ai morpheus olas autonolas ritual sentient eliza elizaos ai16z wayfinder theoriq talus
    giza allora myshell spectral newton`,
  ai: `bittensor singularitynet ocean gensyn allora ritual morpheus render akash numerai virtuals nillion fetch-ai
    near-ai grass sahara vana prime-intellect hyperbolic opengradient giza modulus-labs autonolas kaito aethir sentient`,
  rwa: `ondo centrifuge maple goldfinch plume mantra realt propy credix clearpool truefi backed dinari mountain-protocol
    swarm-markets polymesh lofty matrixdock florence-finance brickken citadao digift fortunafi frigg-eco tangible
    binaryx-platform backedfi kuma-protocol hashnote-usyc openeden-t-bills usual anzen-finance goldmint xaurum atlant
    meld-gold hellogold digix-gold perth-mint-gold-token elyfi invar-finance helix-finance parcl polytrade
    provenance realio superstate securitize untangled-finance stasis ix-swap toucan-protocol`,
  depin: `helium filecoin arweave akash render livepeer storj iotex hivemapper dimo geodnet grass io-net aethir
    flux golem-network theta pocket-network ankr nodle mysterium-network nym fluence spheron-network xnet
    natix wayru wicrypt peaq aioz-network siacoin sia witness-chain lava crust-network cudos weatherxm planetwatch
    foam deeper-network streamr andromeda karrier-one uprock bittensor iexec-rlc nosana phala krest meson-network`,
  stablecoin: 'circle tether ethena frax liquity sky paxos reserve usual mountain-protocol gemini-dollar',
  oracle: 'chainlink pyth redstone api3 band-protocol dia tellor uma umbrella-network chronicle switchboard supra',
  da: 'celestia avail eigenlayer near',
  fhe: 'zama fhenix inco-network',
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
