/**
 * Which repositories the snapshot reads for which project: main repositories, chosen by hand from the project's own
 * organisations. Ids are those of the registry, whose build pins the same repositories: only then may live commits
 * continue the snapshot's weeks. The first one is the main one: where its history is not at hand (some are larger than a
 * build takes), the project is left out rather than judged by a side one. Left out too: forks that take over single commits of
 * their parent under new ids, so that its developers would count as theirs.
 */

/** Project id → `owner/name`, parted by spaces. */
const LIST = `
0g 0glabs/0g-chain
0x-protocol 0xProject/0x-settler
1inch 1inch/limit-order-protocol 1inch/fusion-sdk
aave aave-dao/aave-v3-origin
acala AcalaNetwork/Acala
across across-protocol/contracts across-protocol/relayer
aerodrome aerodrome-finance/contracts aerodrome-finance/slipstream
aeternity aeternity/aeternity
agoric Agoric/agoric-sdk
airswap airswap/airswap-protocols
ajna-protocol ajna-finance/ajna-core
akash akash-network/node
alchemix alchemix-finance/v2-foundry
aleo ProvableHQ/snarkOS ProvableHQ/snarkVM
aleph-im aleph-im/pyaleph
algorand algorand/go-algorand
allora allora-network/allora-chain
angle AngleProtocol/angle-transmuter
anoma anoma/anoma
aori aori-io/aori
api3 api3dao/airnode
aptos aptos-labs/aptos-core
aragon aragon/osx
arbitrum OffchainLabs/nitro
archway-network archway-network/archway
arweave ArweaveTeam/arweave
astar AstarNetwork/Astar
aurora aurora-is-near/aurora-engine
avail availproject/avail
avalanche ava-labs/avalanchego
axelar axelarnetwork/axelar-core
aztec AztecProtocol/aztec-packages
babylon babylonlabs-io/babylon babylonlabs-io/babylon-toolkit
balancer balancer/balancer-v3-monorepo
bancor bancorprotocol/carbon-contracts
band-protocol bandprotocol/chain
base base/base
bebop bebop-dex/bebop-jam-contracts
bedrock Bedrock-Technology/uniBTC
beefy beefyfinance/beefy-contracts
berachain berachain/beacon-kit
biconomy bcnmy/nexus
bisq bisq-network/bisq bisq-network/bisq2
bitcoin bitcoin/bitcoin bitcoin/bips
bittensor opentensor/subtensor opentensor/bittensor
blockscout blockscout/blockscout blockscout/frontend
bnb-chain bnb-chain/bsc
bob bob-collective/bob
boba-network bobanetwork/boba
cardano IntersectMBO/cardano-node
cartesi cartesi/machine-emulator cartesi/rollups-contracts
celestia celestiaorg/celestia-node celestiaorg/celestia-app
centrifuge centrifuge/protocol
ceramic ceramicnetwork/js-ceramic
chainlink smartcontractkit/chainlink smartcontractkit/ccip
chia-network Chia-Network/chia-blockchain
circle circlefin/stablecoin-evm
colony JoinColony/colonyNetwork
compound compound-finance/comet
conflux Conflux-Chain/conflux-rust
convex convex-eth/platform
cosmos cosmos/gaia cosmos/ibc-go
cow cowprotocol/services cowprotocol/cowswap
cronos crypto-org-chain/cronos crypto-org-chain/chain-main
crust-network crustio/crust
curve curvefi/curve-stablecoin
dash dashpay/dash dashpay/platform
debridge debridge-finance/dln-taker
decentraland decentraland/unity-explorer
decred decred/dcrd
dia diadata-org/diadata
dodo DODOEX/contractV2
dogecoin dogecoin/dogecoin
dolomite dolomite-exchange/dolomite-margin
drift drift-labs/protocol-v2
dydx dydxprotocol/v4-chain
dymension dymensionxyz/dymension
eigenlayer Layr-Labs/eigenlayer-contracts Layr-Labs/sidecar Layr-Labs/eigenda
elizaos elizaOS/eliza
ens ensdomains/ens-contracts
enso-network EnsoBuild/shortcuts-client-contracts
enzyme-finance enzymefinance/protocol
eoracle eodata/target-contracts
eos-io AntelopeIO/spring
ergo ergoplatform/ergo
espresso EspressoSystems/espresso-network EspressoSystems/HotShot
essential essential-contributions/essential-base essential-contributions/essential-node
ethereum ethereum/go-ethereum
etherfi etherfi-protocol/smart-contracts etherfi-protocol/cash-v3
euler euler-xyz/euler-vault-kit
everclear everclearorg/monorepo
evmos evmos/evmos
exactly exactly/protocol
fantom 0xsoniclabs/sonic
farcaster farcasterxyz/hub-monorepo
fetch-ai fetchai/uAgents
filecoin filecoin-project/lotus filecoin-project/venus
flare flare-foundation/go-flare
flow onflow/flow-go
fluence fluencelabs/nox
flux RunOnFlux/flux
forta forta-network/forta-node
fragmetric fragmetric-labs/fragmetric-contracts
frax FraxFinance/frax-solidity
fuel FuelLabs/fuel-core FuelLabs/sway
garden-finance gardenfi/garden.js
gearbox Gearbox-protocol/core-v3
gitcoin gitcoinco/grants-stack gitcoinco/passport
giza gizatechxyz/orion
gmx gmx-io/gmx-synthetics
goldfinch goldfinch-eng/mono
golem-network golemfactory/yagna
harmony harmony-one/harmony
hashflow hashflownetwork/x-protocol
hedera hiero-ledger/hiero-consensus-node
helium helium/oracles helium/gateway-rs
holo holochain/holochain
hop-protocol hop-protocol/hop
hummingbot-foundation hummingbot/hummingbot
hydradx galacticcouncil/hydration-node
hyperlane hyperlane-xyz/hyperlane-monorepo
hyperledger hyperledger/besu
icon icon-project/goloop
immutable immutable/ts-immutable-sdk
imua imua-xyz/imuachain
inceptionlrt inceptionlrt/smart-contracts
initia initia-labs/initia initia-labs/minievm
interlay interlay/interbtc
internet-computer dfinity/ic
inverse-finance InverseFinance/FiRM
iota iotaledger/iota
iotex iotexproject/iotex-core
ipfs ipfs/kubo
jito jito-foundation/restaking
juno CosmosContracts/juno
kadena kadena-io/chainweb-node kadena-io/pact
kaia kaiachain/kaia
kamino Kamino-Finance/klend
karak karak-network/v1-contracts-public karak-network/karak-rs
kaspa kaspanet/rusty-kaspa
kava Kava-Labs/kava
keep-network threshold-network/keep-core
kelp Kelp-DAO/LRT-rsETH
khalani tvl-labs/arcadia-sdk-rs
kleros kleros/kleros-v2 kleros/kleros
klimadao KlimaDAO/klimadao
komodo GLEECBTC/komodo-defi-framework
kyberswap KyberNetwork/kyberswap-dex-lib
kyve KYVENetwork/chain
lagrange-labs Lagrange-Labs/deep-prove
lava lavanet/lava
layerzero LayerZero-Labs/LayerZero-v2
lens lens-protocol/lens-sdk
libp2p libp2p/rust-libp2p
lido lidofinance/core
lifi lifinance/contracts
lightning lightningnetwork/lnd
linea Consensys/linea-monorepo
liquity liquity/bold
lisk LiskHQ/lisk-contracts
lit-protocol LIT-Protocol/js-sdk
litecoin litecoin-project/litecoin
livepeer livepeer/go-livepeer
lodestar ChainSafe/lodestar
lombard lombard-finance/evm-smart-contracts
loopring Loopring/protocols
lyra derivexyz/v2-core
mango blockworks-foundation/mango-v4
manta Manta-Network/Manta
mantle mantlenetworkio/mantle-v2
mantra MANTRA-Chain/mantrachain
map-protocol mapprotocol/atlas
maple maple-labs/maple-core-v2
marinade marinade-finance/liquid-staking-program
mellow-protocol mellow-finance/simple-lrt mellow-finance/mellow-lrt
metamask MetaMask/core
metaplex metaplex-foundation/mpl-core metaplex-foundation/mpl-token-metadata
meteora MeteoraAg/dlmm-sdk
metis MetisProtocol/mvm
miden 0xMiden/miden-vm 0xMiden/protocol
mina MinaProtocol/mina o1-labs/o1js
monad category-labs/monad-bft
monero monero-project/monero
moonbeam moonbeam-foundation/moonbeam
moonwell moonwell-fi/moonwell-contracts-v2
morpheus MorpheusAIs/Morpheus-Lumerin-Node
morpho morpho-org/morpho-blue
movement movementlabsxyz/movement
mstable mstable/mStable-contracts
multiversx multiversx/mx-chain-go
mysterium-network mysteriumnetwork/node
nano nanocurrency/nano-node
near near/nearcore near/near-sdk-rs
neo neo-project/neo
nervos nervosnetwork/ckb
neutron neutron-org/neutron
nexus-mutual NexusMutual/smart-contracts
nibiru-chain NibiruChain/nibiru
nilfoundation NilFoundation/nil
nimbus status-im/nimbus-eth2 status-im/nimbus-eth1
nimiq nimiq/core-rs-albatross
nouns nounsDAO/nouns-monorepo
nuffle-labs Nuffle-Labs/nffl Nuffle-Labs/data-availability
nym nymtech/nym
oasis oasisprotocol/oasis-core
ocean oceanprotocol/ocean-node
octant golemfoundation/octant
octopus-network octopus-network/octopus-appchain-anchor
olas valory-xyz/open-autonomy
olympus-dao OlympusDAO/olympus-v3
omni-network omni-network/omni
ondo ondoprotocol/usdy
ontology ontio/ontology
openbook openbook-dex/openbook-v2
opensea ProjectOpenSea/seaport
openzeppelin OpenZeppelin/openzeppelin-contracts
optimism ethereum-optimism/optimism
orca orca-so/whirlpools
origin-protocol OriginProtocol/origin-dollar
osmosis osmosis-labs/osmosis
pactus pactus-project/pactus
pancakeswap pancakeswap/pancake-frontend pancakeswap/pancake-smart-contracts
paraswap paraswap/paraswap-dex-lib
pendle pendle-finance/pendle-core-v2-public
perpetual-protocol perpetual-protocol/perp-curie-contract
persistence persistenceOne/persistenceCore
plume plumenetwork/contracts
pocket-network pokt-network/poktroll
polkadot paritytech/polkadot-sdk polkadot-fellows/runtimes
polygon 0xPolygon/bor
polymarket Polymarket/ctf-exchange
propeller-heads propeller-heads/tycho-indexer propeller-heads/tycho-simulation
provenance provenance-io/provenance
puffer PufferFinance/puffer-contracts
pyth pyth-network/pyth-crosschain
radius-xyz radiusxyz/sequencer
radix radixdlt/babylon-node
railgun Railgun-Privacy/contract
rainbow rainbow-me/rainbow
rarible rarible/protocol-contracts
raydium raydium-io/raydium-clmm
recall-network recallnet/js-recall
redstone redstone-finance/redstone-oracles-monorepo
regen-network regen-network/regen-ledger
relay-link relayprotocol/relay-kit relayprotocol/relay-vaults
renzo Renzo-Protocol/contracts-public
request RequestNetwork/requestNetwork
reserve reserve-protocol/protocol
reth paradigmxyz/reth
revoke-cash RevokeCash/revoke.cash
rhinestone rhinestonewtf/sdk rhinestonewtf/core-modules
risc-zero risc0/risc0
ritual ritual-net/infernet-node
rocket-pool rocket-pool/smartnode rocket-pool/rocketpool
ronin ronin-chain/ronin
rootstock rsksmart/rskj
rotki rotki/rotki
router-protocol router-protocol/tangled
safe safe-fndn/safe-smart-account
satlayer satlayer/satlayer-bvs
scroll scroll-tech/scroll
secret scrtlabs/SecretNetwork
sei sei-protocol/sei-chain
sentient sentient-agi/ROMA
sequence 0xsequence/sequence.js 0xsequence/wallet-contracts
silo-finance silo-finance/silo-contracts-v2
singularitynet singnet/snet-daemon
skale-network skalenetwork/skaled
sky sky-ecosystem/spells-mainnet sky-ecosystem/dss-flappers
snapshot snapshot-labs/sx-monorepo
socket SocketDotTech/socket-DL
solana anza-xyz/agave
solayer solayer-labs/solayer-cli
solv-protocol solv-finance/SolvBTC
spectral Spectral-Finance/lux
sprinter sprintertech/sprinter-signing
ssv-network ssvlabs/ssv
stacks stacks-network/stacks-core
stader stader-labs/ethx
stakewise stakewise/v3-core
stargate stargate-protocol/stargate-v2
stargaze public-awesome/stargaze
starknet starkware-libs/sequencer
status status-im/status-app status-im/status-go
stellar stellar/stellar-core
storj storj/storj
story piplabs/story
stride Stride-Labs/stride
succinct succinctlabs/sp1
sudoswap sudoswap/lssvm2
sui MystenLabs/sui
summer-fi OasisDEX/oasis-borrow
superfluid superfluid-finance/protocol-monorepo
superstate superstateinc/ustb
sushi sushiswap/sushiswap
swell SwellNetwork/v3-core-public
symbiotic symbioticfi/core symbioticfi/relay
synapse synapsecns/sanguine
synthetix Synthetixio/synthetix-v3
taiko taikoxyz/taiko-mono
talus Talus-Network/nexus-sdk
tanssi moondance-labs/tanssi
ten ten-protocol/go-ten
terra phoenix-directive/core
tezos tezos/tezos-mirror
the-graph graphprotocol/graph-node
theta thetatoken/theta-protocol-ledger
thirdweb thirdweb-dev/js thirdweb-dev/contracts
ton ton-blockchain/ton
tornado-cash tornadocash/tornado-core
trader-joe lfj-gg/joe-v2
tron tronprotocol/java-tron
truefi trusttoken/contracts-pre22
trust-wallet trustwallet/wallet-core
uma UMAprotocol/protocol
umee umee-network/umee
union unionlabs/union
uniswap Uniswap/v4-periphery Uniswap/v4-core Uniswap/UniswapX
unlock-protocol unlock-protocol/unlock
vechain vechain/thor
vega-protocol vegaprotocol/vega
velodrome velodrome-finance/contracts
venus VenusProtocol/venus-protocol
virtuals Virtual-Protocol/protocol-contracts
walletconnect WalletConnect/walletconnect-monorepo
walrus MystenLabs/walrus
warden warden-protocol/wardenprotocol
waves wavesplatform/Waves
witness-chain witnesschain-com/diligencewatchtower-client
world worldcoin/orb-software
wormhole wormhole-foundation/wormhole
xrp-ledger XRPLF/rippled XRPLF/xrpl.js
yearn yearn/yearn-vaults-v3
yieldnest yieldnest/yieldnest-eigenlayer-lrt
zama zama-ai/fhevm
zano hyle-team/zano
zcash ZcashFoundation/zebra zcash/zcash
zetachain zeta-chain/node
zilliqa Zilliqa/zq2
zksync matter-labs/zksync-era
zkverify zkVerify/zkVerify
zora ourzora/zora-protocol
`;

/** Repositories that grew out of another project's: commits that the parent has too are the parent's work, not theirs. */
export const GREW_OUT_OF: Record<string, string> = {
  '0xPolygon/bor': 'ethereum/go-ethereum',
  '0glabs/0g-chain': 'Kava-Labs/kava',
  'ronin-chain/ronin': 'ethereum/go-ethereum',
  'bnb-chain/bsc': 'ethereum/go-ethereum',
  'bobanetwork/boba': 'ethereum-optimism/optimism',
  'dogecoin/dogecoin': 'bitcoin/bitcoin',
  'litecoin-project/litecoin': 'bitcoin/bitcoin',
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
