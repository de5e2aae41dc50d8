import { listedProjects } from '../../snapshot/projects.ts';

/**
 * The main repositories of the best-known projects, most telling first: the first three are read without a token.
 * One project a line: `id owner/name …`; a name without an owner belongs to the owner before it.
 * Where the main repository is not known for certain there is no line: the organisation is read instead.
 */
const LINES = `
ethereum ethereum/go-ethereum consensus-specs
celo celo-org/celo-monorepo optimism
avalanche ava-labs/avalanchego subnet-evm
cronos crypto-org-chain/cronos chain-main
injective InjectiveLabs/sdk-go
polygon 0xPolygon/bor maticnetwork/heimdall
rootstock rsksmart/rskj powpeg-node
zilliqa Zilliqa/Zilliqa zq2
near near/nearcore near-sdk-rs
filecoin filecoin-project/lotus builtin-actors rust-fil-proofs
fantom Fantom-foundation/go-opera 0xsoniclabs/sonic
harmony harmony-one/harmony
gnosis gnosischain/specs
moonbeam moonbeam-foundation/moonbeam
dydx dydxprotocol/v4-chain v4-clients
thorchain thorchain/thornode
compound compound-finance/compound-protocol comet
theta thetatoken/theta-protocol-ledger
solana anza-xyz/agave solana-labs/solana solana-program-library
bnb-chain bnb-chain/bsc
arbitrum OffchainLabs/nitro stylus-sdk-rs nitro-contracts
aptos aptos-labs/aptos-core
osmosis osmosis-labs/osmosis
xrp-ledger XRPLF/rippled xrpl.js
aave aave/aave-v3-core aave-v4 aave-protocol
axelar axelarnetwork/axelar-core axelar-amplifier
yearn yearn/yearn-vaults-v3 yearn-vaults
manta Manta-Network/Manta
sushi sushiswap/sushiswap
metis MetisProtocol/mvm
balancer balancer/balancer-v3-monorepo balancer-v2-monorepo
rocket-pool rocket-pool/rocketpool smartnode
terra terra-money/core classic-core
kava kava-labs/kava
reserve reserve-protocol/protocol
bitcoin bitcoin/bitcoin bips
stacks stacks-network/stacks-core
cosmos cosmos/gaia cosmos-sdk ibc-go
ton ton-blockchain/ton
stellar stellar/stellar-core rs-soroban-env
cardano IntersectMBO/cardano-node cardano-ledger ouroboros-consensus
zksync matter-labs/zksync-era era-contracts
the-graph graphprotocol/graph-node contracts indexer
scroll scroll-tech/scroll go-ethereum
oasis oasisprotocol/oasis-core oasis-sdk
secret scrtlabs/SecretNetwork
sei sei-protocol/sei-chain
astar AstarNetwork/Astar
vechain vechain/thor
lido lidofinance/core
acala AcalaNetwork/Acala
synthetix Synthetixio/synthetix synthetix-v3
blast blast-io/blast
immutable immutable/ts-immutable-sdk contracts
trust-wallet trustwallet/wallet-core assets
mantra MANTRA-Chain/mantrachain
pancakeswap pancakeswap/pancake-frontend pancake-smart-contracts
lyra lyra-finance/v2-core
liquity liquity/dev bold
stargate stargate-protocol/stargate-v2 stargate
lisk LiskHQ/lisk-sdk lisk-core lisk-contracts
icon icon-project/goloop
loopring Loopring/protocols
syscoin syscoin/syscoin
celer celer-network/sgn-v2-contracts
stafi stafiprotocol/stafi-node
api3 api3dao/airnode contracts
nuls nuls-io/nuls-v2
base base/node base-org/contracts
optimism ethereum-optimism/optimism op-geth superchain-registry
starknet starkware-libs/cairo sequencer starknet-io/starknet.js
tron tronprotocol/java-tron
flow onflow/flow-go cadence
hedera hashgraph/hedera-services hiero-ledger/hiero-consensus-node
multiversx multiversx/mx-chain-go
uniswap Uniswap/v4-core v3-core v4-periphery
chainlink smartcontractkit/chainlink ccip
decentraland decentraland/unity-explorer marketplace
celestia celestiaorg/celestia-node celestia-app celestia-core
ethereum-classic etclabscore/core-geth
neo neo-project/neo neo-node
wormhole wormhole-foundation/wormhole
livepeer livepeer/go-livepeer protocol
1inch 1inch/limit-order-protocol fusion-sdk
centrifuge centrifuge/centrifuge-chain protocol-v3
conflux Conflux-Chain/conflux-rust
maple maple-labs/maple-core-v2
frax FraxFinance/frax-solidity
beefy beefyfinance/beefy-v2 beefy-contracts
across across-protocol/contracts relayer
pendle pendle-finance/pendle-core-v2-public
swell SwellNetwork/v3-core-public
gmx gmx-io/gmx-synthetics gmx-contracts
linea Consensys/linea-monorepo
polkadot paritytech/polkadot-sdk polkadot-fellows/runtimes
kusama paritytech/polkadot-sdk
eos-io EOSIO/eos AntelopeIO/leap
aurora aurora-is-near/aurora-engine
kyberswap KyberNetwork/ks-elastic-sc
0x-protocol 0xProject/0x-settler protocol
ontology ontio/ontology
sovryn DistributedCollective/Sovryn-smart-contracts
dodo DODOEX/contractV2
mstable mstable/mStable-contracts
pickle pickle-finance/protocol
internet-computer dfinity/ic motoko
sui MystenLabs/sui
algorand algorand/go-algorand
tezos tezos/tezos-mirror
arweave ArweaveTeam/arweave
litecoin litecoin-project/litecoin
zcash zcash/zcash librustzcash ZcashFoundation/zebra
mantle mantlenetworkio/mantle-v2
dogecoin dogecoin/dogecoin
fetch-ai fetchai/fetchd uAgents
ocean oceanprotocol/contracts ocean-node
ens ensdomains/ens-contracts ens-app-v3
ronin axieinfinity/ronin ronin-chain/ronin
hyperliquid hyperliquid-dex/node hyperliquid-python-sdk
singularitynet singnet/snet-daemon
everclear everclearorg/monorepo
curve curvefi/curve-contract curve-stablecoin curve-dao-contracts
morpho morpho-org/morpho-blue metamorpho
marinade marinade-finance/liquid-staking-program
circle circlefin/stablecoin-evm evm-cctp-contracts
fluid Instadapp/fluid-contracts-public
raydium raydium-io/raydium-clmm raydium-amm
bob bob-collective/bob
pyth pyth-network/pyth-crosschain pyth-client
velodrome velodrome-finance/contracts
golem-network golemfactory/yagna
flare flare-foundation/go-flare
xdc XinFinOrg/XDPoSChain
iotex iotexproject/iotex-core
aragon aragon/osx
telos telosnetwork/telos.contracts
pooltogether GenerationSoftware/pt-v5-prize-pool
wax worldwide-asset-exchange/wax-blockchain
qtum qtumproject/qtum
decred decred/dcrd dcrwallet
reflexer reflexer-labs/geb
meter meterio/meter-pov
vega-protocol vegaprotocol/vega
band-protocol bandprotocol/chain
mux-protocol mux-world/mux-protocol
treasure TreasureProject/treasure-marketplace-contracts
bancor bancorprotocol/contracts-v3 carbon-contracts
dhedge dhedge/V2-Public
inverse-finance InverseFinance/FiRM
bean BeanstalkFarms/Beanstalk
abracadabra Abracadabra-money/abracadabra-money-contracts
gravity-bridge Gravity-Bridge/Gravity-Bridge
threshold threshold-network/solidity-contracts
ribbon-finance ribbon-finance/ribbon-v2
thales thales-markets/contracts
idle Idle-Labs/idle-contracts
telcoin Telcoin-Association/telcoin-network
enzyme-finance enzymefinance/protocol
alchemix alchemix-finance/v2-foundry
tarot tarot-finance/tarot-core
wbtc WrappedBTC/bitcoin-token-smart-contracts
mina MinaProtocol/mina o1-labs/o1js
aleo ProvableHQ/snarkOS snarkVM leo
kaia kaiachain/kaia
iota iotaledger/iota
monero monero-project/monero monero-gui
aztec AztecProtocol/aztec-packages
nervos nervosnetwork/ckb
helium helium/helium-program-library oracles
world worldcoin/world-id-contracts orb-software
taiko taikoxyz/taiko-mono
berachain berachain/beacon-kit
gitcoin gitcoinco/passport grants-stack
avail availproject/avail avail-light
safe safe-global/safe-smart-account safe-wallet-monorepo
akash akash-network/node provider
layerzero LayerZero-Labs/LayerZero-v2 devtools
eigenlayer Layr-Labs/eigenlayer-contracts eigenda
biconomy bcnmy/nexus
cow cowprotocol/services contracts cowswap
lens lens-protocol/core
polymarket Polymarket/ctf-exchange clob-client
euler euler-xyz/euler-vault-kit ethereum-vault-connector
puffer PufferFinance/puffer-contracts
warden warden-protocol/wardenprotocol
convex convex-eth/platform
holo holochain/holochain
status status-im/status-desktop status-mobile status-go
bitcoin-sv bitcoin-sv/bitcoin-sv
bitcoin-cash bitcoin-cash-node/bitcoin-cash-node
canto Canto-Network/Canto
dash dashpay/dash dashevo/platform
basic-attention brave-intl/basic-attention-token-crowdsale
crust-network crustio/crust
oraichain oraichain/orai
waves wavesplatform/Waves
kadena kadena-io/chainweb-node pact
cartesi cartesi/rollups-contracts machine-emulator
nano nanocurrency/nano-node
kleros kleros/kleros-v2 kleros
storj storj/storj
agoric Agoric/agoric-sdk
axie-infinity axieinfinity/public-smart-contracts
hydradx galacticcouncil/hydration-node
santiment santiment/app
ren renproject/ren
wanchain wanchain/go-wanchain
nimiq nimiq/core-rs-albatross
rarible rarible/protocol-contracts
defichain DeFiCh/ain
persistence persistenceOne/persistenceCore
ternoa capsule-corp-ternoa/ternoa-node
stakewise stakewise/v3-core
coti coti-io/coti-node
aleph-im aleph-im/pyaleph
interlay interlay/interbtc
airswap airswap/airswap-protocols
superfluid superfluid-finance/protocol-monorepo
rari-capital Rari-Capital/fuse-contracts
audius AudiusProject/apps audius-protocol
ravencoin RavenProject/Ravencoin
augur AugurProject/augur
iost iost-official/go-iost
bitcoin-gold BTCGPU/BTCGPU
kwenta Kwenta/kwenta
olympus-dao OlympusDAO/olympus-v3 olympus-contracts
ssv-network ssvlabs/ssv ssv-network
algebra cryptoalgebra/Algebra
banano BananoCoin/banano
pangolin pangolindex/exchange-contracts
perpetual-protocol perpetual-protocol/perp-curie-contract
serum project-serum/serum-dex anchor
venus VenusProtocol/venus-protocol isolated-pools
nftx NFTX-project/nftx-protocol-v3
nexus-mutual NexusMutual/smart-contracts
hop-protocol hop-protocol/contracts hop
moonwell moonwell-fi/moonwell-contracts-v2
synapse synapsecns/sanguine
ref-finance ref-finance/ref-contracts
trader-joe traderjoe-xyz/joe-v2
walletconnect WalletConnect/walletconnect-monorepo reown-com/appkit
fuel FuelLabs/fuel-core sway
metamask MetaMask/metamask-extension metamask-mobile core
bittensor opentensor/subtensor bittensor
kaspa kaspanet/rusty-kaspa kaspad
movement movementlabsxyz/movement
babylon babylonlabs-io/babylon finality-provider
opensea ProjectOpenSea/seaport
drift drift-labs/protocol-v2
initia initia-labs/initia minievm
spark marsfoundation/spark-psm
kamino Kamino-Finance/klend
jito jito-foundation/jito-solana restaking
etherfi etherfi-protocol/smart-contracts
renzo Renzo-Protocol/contracts-public
kelp Kelp-DAO/LRT-rsETH
aerodrome aerodrome-finance/contracts slipstream
monad category-labs/monad monad-bft
orca orca-so/whirlpools
meteora MeteoraAg/dlmm-sdk
chia-network Chia-Network/chia-blockchain
aeternity aeternity/aeternity
evmos evmos/evmos
zora ourzora/zora-protocol
komodo KomodoPlatform/komodo-defi-framework
orbs orbs-network/orbs-network-go
pocket-network pokt-network/poktroll pocket-core
juno CosmosContracts/juno
stargaze public-awesome/stargaze
skale-network skalenetwork/skaled skale-manager
mask-network DimensionDev/Maskbook
likecoin likecoin/likecoin-chain
obyte byteball/ocore
flux RunOnFlux/flux
giveth Giveth/giveth-dapps-v2
poa-network poanetwork/tokenbridge
solend solendprotocol/solana-program-library
mysterium-network mysteriumnetwork/node
mango blockworks-foundation/mango-v4
regen-network regen-network/regen-ledger
parallel parallel-finance/parallel
clover clover-network/clover
ambire-wallet AmbireTech/ambire-common extension
uma UMAprotocol/protocol
stride Stride-Labs/stride
nem NemProject/nem.core
aavegotchi aavegotchi/aavegotchi-contracts
request RequestNetwork/requestNetwork
gearbox Gearbox-protocol/core-v3
hathor HathorNetwork/hathor-core
multichain anyswap/CrossChain-Bridge
shapeshift shapeshift/web
stratos stratosnet/stratos-chain
tornado-cash tornadocash/tornado-core
sentinel sentinel-official/hub
bifi bifrost-platform/bifrost-node
quickswap QuickSwap/quickswap-core
railgun Railgun-Privacy/contract Railgun-Community/engine
idena idena-network/idena-go
dia diadata-org/diadata
forta forta-network/forta-node
hegic hegic/contracts
silo-finance silo-finance/silo-contracts-v2
nomad nomad-xyz/monorepo
gains-network GainsNetwork/gTrade-v6.1
degate degatedev/protocols
zano hyle-team/zano
ecash Bitcoin-ABC/bitcoin-abc
zama zama-ai/fhevm tfhe-rs concrete
ledger LedgerHQ/ledger-live
risc-zero risc0/risc0 boundless-xyz/boundless
redstone redstone-finance/redstone-oracles-monorepo
metaplex metaplex-foundation/mpl-token-metadata mpl-core
hyperlane hyperlane-xyz/hyperlane-monorepo
sanctum igneous-labs/S
allora allora-network/allora-chain
symbiotic symbioticfi/core
sherlock sherlock-protocol/sherlock-v2-core
lit-protocol LIT-Protocol/js-sdk
fluence fluencelabs/nox
gelato gelatodigital/automate
desmos desmos-labs/desmos
tellor tellor-io/tellorFlex
neutron neutron-org/neutron
openzeppelin OpenZeppelin/openzeppelin-contracts
firo firoorg/firo
colony JoinColony/colonyNetwork
carbon Switcheo/carbon-js-sdk
verge vergecurrency/verge
haqq-network haqq-network/haqq
saber saber-hq/stable-swap
yield-protocol yieldprotocol/vault-v2
poly-network polynetwork/poly
primitive primitivefinance/portfolio
unlock-protocol unlock-protocol/unlock
kyve KYVENetwork/chain
rainbow rainbow-me/rainbow rainbowkit
umee umee-network/umee
summer-fi OasisDEX/oasis-borrow
sudoswap sudoswap/lssvm2
goldfinch goldfinch-eng/mono
exactly exactly/protocol
dexalot Dexalot/contracts
farcaster farcasterxyz/hub-monorepo snapchain
nostr nostr-protocol/nips
story piplabs/story storyprotocol/protocol-core-v1
succinct succinctlabs/sp1 op-succinct
espresso EspressoSystems/espresso-network HotShot
dymension dymensionxyz/dymension dymint
cetus CetusProtocol/cetus-clmm-interface
sky sky-ecosystem/dss-litepsm makerdao/dss
brave brave/brave-browser brave-core
thirdweb thirdweb-dev/contracts js
coinbase coinbase/onchainkit wallet-sdk
envio enviodev/hyperindex
sequence 0xsequence/sequence.js wallet-contracts
snapshot snapshot-labs/snapshot sx-monorepo
beam BeamMW/beam
cheqd cheqd/cheqd-node
jackal-protocol JackalLabs/canine-chain
guild guildxyz/guild.xyz
gooddollar GoodDollar/GoodProtocol
minswap minswap/minswap-dex-v2
bisq bisq-network/bisq bisq2
nym nymtech/nym
juicebox jbx-protocol/juice-contracts-v3
nibiru-chain NibiruChain/nibiru
archway-network archway-network/archway
brightid BrightID/BrightID
union unionlabs/union
stader stader-labs/ethx
zkbob zkBob/zkbob-contracts
ten ten-protocol/go-ten
defillama DefiLlama/DefiLlama-Adapters
lava lavanet/lava
blockscout blockscout/blockscout frontend
zkverify zkVerify/zkVerify
finschia Finschia/finschia
opyn opynfinance/GammaProtocol
paraswap paraswap/paraswap-dex-lib
dolomite dolomite-exchange/dolomite-margin
hummingbot-foundation hummingbot/hummingbot
rotki rotki/rotki
rabby RabbyHub/Rabby
ambient CrocSwap/CrocSwap-protocol
daimo daimo-eth/daimo
ajna-protocol ajna-finance/ajna-core
tinyman tinymanorg/tinyman-amm-contracts-v2
nouns nounsDAO/nouns-monorepo
l2beat l2beat/l2beat
revoke-cash RevokeCash/revoke.cash
openbook openbook-dex/openbook-v2
gitopia gitopia/gitopia
gem-wallet gemwalletcom/gem-ios gem-android
union-protocol unioncredit/union-v1-contracts
`;

/** "id a/b c d/e" → ["a/b", "a/c", "d/e"]. */
function parse(line: string): [string, string[]] {
  const [id, ...names] = line.split(' ') as [string, ...string[]];
  let owner = '';
  const repos = names.map((name) => {
    if (name.includes('/')) owner = name.split('/')[0] as string;
    return name.includes('/') ? name : `${owner}/${name}`;
  });
  return [id, repos];
}

/** Where the snapshot reads a project's history, the same repositories are pinned: live commits then continue its weeks. */
const SNAPSHOT_PINS = listedProjects().map(({ id, repos }): [string, string[]] => [id, repos]);

export const PINS: Record<string, string[]> = Object.fromEntries([
  ...LINES.trim().split('\n').map(parse),
  ...SNAPSHOT_PINS,
]);
