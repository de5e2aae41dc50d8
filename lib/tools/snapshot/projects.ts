/**
 * Which repositories the snapshot reads for which project: main repositories, chosen by hand from the project's own
 * organisations. Ids are those of the registry, whose build pins the same repositories: only then may live commits
 * continue the snapshot's weeks. A project whose main repository is not at hand is left out rather than judged by a side one.
 */

/** Project id → `owner/name`, parted by spaces. */
const LIST = `
0g 0glabs/0g-chain
0x-protocol 0xProject/0x-settler
1inch 1inch/limit-order-protocol 1inch/fusion-sdk
aave aave-dao/aave-v3-origin
acala AcalaNetwork/Acala
across across-protocol/contracts
akash akash-network/node
aleo ProvableHQ/snarkOS ProvableHQ/snarkVM
aleph-im aleph-im/pyaleph
algorand algorand/go-algorand
allora allora-network/allora-chain
angle AngleProtocol/angle-transmuter
anoma anoma/anoma
aori aori-io/aori
api3 api3dao/airnode
aragon aragon/osx
arbitrum OffchainLabs/nitro
arweave ArweaveTeam/arweave
astar AstarNetwork/Astar
aurora aurora-is-near/aurora-engine
avail availproject/avail
avalanche ava-labs/avalanchego
axelar axelarnetwork/axelar-core
babylon babylonlabs-io/babylon
balancer balancer/balancer-v3-monorepo
bancor bancorprotocol/carbon-contracts
band-protocol bandprotocol/chain
base base/base
bedrock Bedrock-Technology/uniBTC
beefy beefyfinance/beefy-contracts
berachain berachain/beacon-kit
bittensor opentensor/subtensor opentensor/bittensor
bnb-chain bnb-chain/bsc
boba-network bobanetwork/boba
cardano IntersectMBO/cardano-node
celestia celestiaorg/celestia-node celestiaorg/celestia-app
centrifuge centrifuge/protocol-v3
chia-network Chia-Network/chia-blockchain
circle circlefin/stablecoin-evm
compound compound-finance/comet
conflux Conflux-Chain/conflux-rust
convex convex-eth/platform
cosmos cosmos/gaia cosmos/ibc-go
cow cowprotocol/services cowprotocol/cowswap
crust-network crustio/crust
curve curvefi/curve-stablecoin
debridge debridge-finance/dln-taker
decentraland decentraland/unity-explorer
decred decred/dcrd
drift drift-labs/protocol-v2
dydx dydxprotocol/v4-chain
dymension dymensionxyz/dymension
eigenlayer Layr-Labs/eigenlayer-contracts Layr-Labs/eigenda
ens ensdomains/ens-contracts
enso-network EnsoBuild/shortcuts-client-contracts
eoracle Eoracle/target-contracts
eos-io AntelopeIO/leap
essential essential-contributions/essential-base essential-contributions/essential-node
ethereum ethereum/go-ethereum
etherfi etherfi-protocol/smart-contracts
euler euler-xyz/euler-vault-kit
everclear everclearorg/monorepo
evmos evmos/evmos
fantom 0xsoniclabs/sonic
farcaster farcasterxyz/hub-monorepo
fetch-ai fetchai/uAgents
filecoin filecoin-project/lotus filecoin-project/venus
flow onflow/flow-go
frax FraxFinance/frax-solidity
giza gizatechxyz/orion
gmx gmx-io/gmx-synthetics
goldfinch goldfinch-eng/mono
golem-network golemfactory/yagna
harmony harmony-one/harmony
hedera hashgraph/hedera-services
helium helium/oracles helium/gateway-rs
holo holochain/holochain
hop-protocol hop-protocol/hop
hydradx galacticcouncil/hydration-node
hyperlane hyperlane-xyz/hyperlane-monorepo
hyperledger hyperledger/besu
immutable immutable/ts-immutable-sdk
inceptionlrt inceptionlrt/smart-contracts
iota iotaledger/iota
iotex iotexproject/iotex-core
ipfs ipfs/kubo
jito jito-foundation/restaking
kamino Kamino-Finance/klend
karak karak-network/v1-contracts-public karak-network/karak-rs
kaspa kaspanet/rusty-kaspa
kava Kava-Labs/kava
keep-network keep-network/keep-core
kelp Kelp-DAO/LRT-rsETH
khalani tvl-labs/arcadia-sdk-rs
klimadao KlimaDAO/klimadao
kyberswap KyberNetwork/kyberswap-dex-lib
layerzero LayerZero-Labs/LayerZero-v2
lens lens-protocol/lens-sdk
libp2p libp2p/rust-libp2p
lido lidofinance/core
lifi lifinance/contracts
lightning lightningnetwork/lnd
linea Consensys/linea-monorepo
liquity liquity/bold
livepeer livepeer/go-livepeer
lombard lombard-finance/evm-smart-contracts
mantle mantlenetworkio/mantle-v2
mantra MANTRA-Chain/mantrachain
maple maple-labs/maple-core-v2
marinade marinade-finance/liquid-staking-program
mellow-protocol mellow-finance/simple-lrt mellow-finance/mellow-lrt
metamask MetaMask/core
metis MetisProtocol/mvm
monad category-labs/monad-bft
monero monero-project/monero
moonbeam moonbeam-foundation/moonbeam
morpheus MorpheusAIs/Morpheus-Lumerin-Node
morpho morpho-org/morpho-blue
movement movementlabsxyz/movement
multiversx multiversx/mx-chain-go
nano nanocurrency/nano-node
neo neo-project/neo
nervos nervosnetwork/ckb
neutron neutron-org/neutron
nibiru-chain NibiruChain/nibiru
nilfoundation NilFoundation/nil
nuffle-labs Nuffle-Labs/nffl Nuffle-Labs/data-availability
nym nymtech/nym
oasis oasisprotocol/oasis-core
ocean oceanprotocol/ocean-node
octopus-network octopus-network/octopus-appchain-anchor
olas valory-xyz/open-autonomy
olympus-dao OlympusDAO/olympus-v3
ondo ondoprotocol/usdy
opensea ProjectOpenSea/seaport
openzeppelin OpenZeppelin/openzeppelin-contracts
optimism ethereum-optimism/optimism
orca orca-so/whirlpools
origin-protocol OriginProtocol/origin-dollar
osmosis osmosis-labs/osmosis
pendle pendle-finance/pendle-core-v2-public
plume plumenetwork/contracts
pocket-network pokt-network/poktroll
polygon 0xPolygon/bor
polymarket Polymarket/ctf-exchange
provenance provenance-io/provenance
puffer PufferFinance/puffer-contracts
pyth pyth-network/pyth-crosschain
railgun Railgun-Privacy/contract
rainbow rainbow-me/rainbow
raydium raydium-io/raydium-clmm
redstone redstone-finance/redstone-oracles-monorepo
renzo Renzo-Protocol/contracts-public
reserve reserve-protocol/protocol
risc-zero risc0/risc0
ritual ritual-net/infernet-node
rocket-pool rocket-pool/rocketpool rocket-pool/smartnode
ronin axieinfinity/ronin
rootstock rsksmart/rskj
safe safe-global/safe-smart-account
scroll scroll-tech/scroll
secret scrtlabs/SecretNetwork
sei sei-protocol/sei-chain
sentient sentient-agi/ROMA
singularitynet singnet/snet-daemon
skale-network skalenetwork/skaled
sky makerdao/dss
snapshot snapshot-labs/sx-monorepo
socket SocketDotTech/socket-DL
solayer solayer-labs/solayer-cli
solv-protocol solv-finance/SolvBTC
spectral Spectral-Finance/lux
ssv-network ssvlabs/ssv
stacks stacks-network/stacks-core
stakewise stakewise/v3-core
stargate stargate-protocol/stargate-v2
starknet starkware-libs/sequencer
stellar stellar/stellar-core
storj storj/storj
story piplabs/story
stride Stride-Labs/stride
succinct succinctlabs/sp1
superfluid superfluid-finance/protocol-monorepo
superstate superstateinc/ustb
sushi sushiswap/sushiswap
swell SwellNetwork/v3-core-public
symbiotic symbioticfi/core
synthetix Synthetixio/synthetix-v3
taiko taikoxyz/taiko-mono
tezos tezos/tezos-mirror
the-graph graphprotocol/graph-node
theta thetatoken/theta-protocol-ledger
ton ton-blockchain/ton
tornado-cash tornadocash/tornado-core
tron tronprotocol/java-tron
truefi trusttoken/contracts-pre22
trust-wallet trustwallet/wallet-core
uma UMAprotocol/protocol
umee umee-network/umee
union unionlabs/union
uniswap Uniswap/v4-periphery Uniswap/v4-core Uniswap/UniswapX
vechain vechain/thor
velodrome velodrome-finance/contracts
venus VenusProtocol/venus-protocol
virtuals Virtual-Protocol/protocol-contracts
walletconnect WalletConnect/walletconnect-monorepo
walrus MystenLabs/walrus
warden warden-protocol/wardenprotocol
witness-chain witnesschain-com/diligencewatchtower-client
world worldcoin/orb-software
wormhole wormhole-foundation/wormhole
yearn yearn/yearn-vaults-v3
zama zama-ai/fhevm
zano hyle-team/zano
zcash ZcashFoundation/zebra zcash/zcash
zksync matter-labs/zksync-era
zora ourzora/zora-protocol
`;

/** Repositories that grew out of another project's: commits that the parent has too are the parent's work, not theirs. */
export const GREW_OUT_OF: Record<string, string> = {
  '0xPolygon/bor': 'ethereum/go-ethereum',
  '0glabs/0g-chain': 'Kava-Labs/kava',
  'axieinfinity/ronin': 'ethereum/go-ethereum',
  'bnb-chain/bsc': 'ethereum/go-ethereum',
  'bobanetwork/boba': 'ethereum-optimism/optimism',
  'MetisProtocol/mvm': 'ethereum-optimism/optimism',
  'mantlenetworkio/mantle-v2': 'ethereum-optimism/optimism',
  'pyth-network/pyth-crosschain': 'wormhole-foundation/wormhole',
};

export interface SnapshotSource {
  id: string;
  repos: string[];
}

/** All projects of the list, in its order. */
export function listedProjects(): SnapshotSource[] {
  return LIST.trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...repos] = line.split(' ');
      return { id, repos };
    });
}
