import { listedProjects } from '../../snapshot/projects.ts';

/**
 * The main repositories of the best-known projects, most telling first: the first three are read without a token.
 * One project a line: `id owner/name …`; a name without an owner belongs to the owner before it.
 * Where the main repository is not known for certain there is no line: the organisation is read instead. Projects of the
 * snapshot have none either: their repositories stand in its own list.
 *
 * Each name was looked up in Electric Capital's list of repositories with its renamings (of 2026-01), oss-directory
 * (of 2026-08) or a stored copy of the repository itself.
 */
const LINES = `
celo celo-org/celo-monorepo optimism
injective InjectiveFoundation/injective-core InjectiveLabs/sdk-go
gnosis gnosischain/reth_gnosis specs
thorchain thorchain/thornode
blast blast-io/blast
syscoin syscoin/syscoin
celer celer-network/sgn-v2-contracts
stafi stafiprotocol/evm-lsd-contracts rtoken-relay stafi-node
nuls nuls-io/nuls-v2
ethereum-classic etclabscore/core-geth
kusama paritytech/polkadot-sdk
sovryn DistributedCollective/Sovryn-smart-contracts
pickle pickle-finance/protocol
hyperliquid hyperliquid-dex/node hyperliquid-python-sdk
fluid Instadapp/fluid-contracts-public
xdc XinFinOrg/XDPoSChain
telos telosnetwork/telos.contracts
pooltogether GenerationSoftware/pt-v5-prize-pool
qtum qtumproject/qtum
reflexer reflexer-labs/geb
meter meterio/meter-pov
mux-protocol mux-world/mux-protocol
treasure TreasureProject/treasure-marketplace-contracts
dhedge dhedge/V2-Public
bean BeanstalkFarms/Beanstalk
abracadabra Abracadabra-money/abracadabra-money-contracts
gravity-bridge Gravity-Bridge/Gravity-Bridge
threshold threshold-network/keep-core tbtc-v2 solidity-contracts
ribbon-finance ribbon-finance/ribbon-v2
thales thales-markets/contracts-v2 contracts
idle Idle-Labs/idle-contracts
telcoin Telcoin-Association/telcoin-network
tarot tarot-finance/tarot-core
wbtc WrappedBTC/bitcoin-token-smart-contracts
bitcoin-sv bitcoin-sv/bitcoin-sv bsv-blockchain/teranode
bitcoin-cash bitcoin-cash-node/bitcoin-cash-node
canto Canto-Network/Canto
basic-attention brave-intl/basic-attention-token-crowdsale
oraichain oraichain/orai
axie-infinity axieinfinity/public-smart-contracts
santiment santiment/app
ren renproject/ren
wanchain wanchain/go-wanchain
defichain DeFiCh/ain
ternoa capsule-corp-ternoa/ternoa-node
rari-capital Rari-Capital/fuse-contracts
audius AudiusProject/apps api
ravencoin RavenProject/Ravencoin
augur AugurProject/augur
iost iost-official/go-iost
bitcoin-gold BTCGPU/BTCGPU
kwenta Kwenta/kwenta
algebra cryptoalgebra/Algebra
banano BananoCoin/banano
pangolin pangolindex/exchange-contracts
serum project-serum/serum-dex
nftx NFTX-project/nftx-protocol-v3
ref-finance ref-finance/ref-contracts
spark sparkdotfi/spark-alm-controller spark-vaults-v2 sparklend-v1-core
orbs orbs-network/orbs-network-go
mask-network DimensionDev/Maskbook
likecoin likecoin/likecoin-chain
obyte byteball/ocore
giveth Giveth/giveth-dapps-v2
solend solendprotocol/public solana-program-library
parallel parallel-finance/parallel
clover clover-network/clover
ambire-wallet AmbireTech/ambire-common extension
nem NemProject/nem.core
aavegotchi aavegotchi/aavegotchi-contracts
hathor HathorNetwork/hathor-core
multichain anyswap/CrossChain-Bridge
shapeshift shapeshift/web
stratos stratosnet/stratos-chain
sentinel sentinel-official/sentinelhub sentinel-go-sdk sentinel-dvpnx
bifi bifrost-platform/bifrost-node
quickswap QuickSwap/quickswap-core
idena idena-network/idena-go
hegic hegic/contracts
nomad nomad-xyz/monorepo
gains-network GainsNetwork-org/sdk GainsNetwork/gTrade-v6.1
degate degatedev/protocols
ecash Bitcoin-ABC/bitcoin-abc
ledger LedgerHQ/ledger-live
sanctum igneous-labs/S
sherlock sherlock-protocol/sherlock-v2-core
gelato gelatodigital/automate
desmos desmos-labs/desmos
tellor tellor-io/layer tellorFlex
firo firoorg/firo
carbon Switcheo/carbon-js-sdk
verge vergecurrency/VERGE
haqq-network haqq-network/haqq
saber saber-hq/stable-swap
yield-protocol yieldprotocol/vault-v2
poly-network polynetwork/poly
primitive primitivefinance/portfolio
dexalot Dexalot/contracts
nostr nostr-protocol/nips
cetus CetusProtocol/cetus-clmm-interface
brave brave/brave-browser brave-core
coinbase coinbase/onchainkit coinbase-wallet-sdk
envio enviodev/hyperindex
beam BeamMW/beam
cheqd cheqd/cheqd-node
jackal-protocol JackalLabs/canine-chain
guild guildxyz/guild.xyz
gooddollar GoodDollar/GoodProtocol
minswap minswap/minswap-dex-v2
juicebox jbx-protocol/juice-contracts-v3
brightid BrightID/BrightID
zkbob zkBob/zkbob-contracts
defillama DefiLlama/DefiLlama-Adapters
finschia Finschia/finschia
opyn opynfinance/GammaProtocol
rabby RabbyHub/Rabby
ambient CrocSwap/CrocSwap-protocol
daimo daimo-eth/daimo
tinyman tinymanorg/tinyman-amm-contracts-v2
l2beat l2beat/l2beat
gitopia gitopia/gitopia
gem-wallet gemwalletcom/wallet core
union-protocol unioncredit/union-v1-contracts
symbiosis symbiosis-finance/core-contracts
chiliz chiliz-chain/v2
orderly-network OrderlyNetwork/js-sdk contract-evm
dforce dforce-network/LendingContractsV2
metronome autonomoussoftware/metronome-synth-public
allbridge allbridge-io/allbridge-core-js-sdk
beethoven-x beethovenxfi/beets-frontend sonic-staking
dfx-finance dfx-finance/protocol-v2
enjin-coin enjin/platform-core
fei-protocol fei-protocol/fei-protocol-core
harvest-finance harvestfi/harvest-strategy
iexec-rlc iExecBlockchainComputing/PoCo iexec-sdk
impossible-finance ImpossibleFinance/impossible-swap-core launchpad-contracts
numerai numerai/NumerAPI numerai-cli
rubic Cryptorubic/rubic-app rubic-sdk
thundercore thundercore/pala
umbrella-network umbrella-network/phoenix pegasus
alpaca-finance alpaca-finance/bsc-alpaca-contract alpaca-v2-money-market
amp amptoken/amp-token-contracts
aura aurafinance/aura-contracts
barnbridge BarnBridge/BarnBridge-SmartYieldBonds BarnBridge-DAO
benddao BendDAO/bend-v2 bend-lending-protocol
covalent covalenthq/bsp-agent refiner
fio-protocol fioprotocol/fio fio.contracts
furucombo dinngo/furucombo-contract
justlend justlend/justlend-protocol
kujira-protocol Team-Kujira/core
lambda-chain LambdaIM/lambdavm
looksrare LooksRare/contracts-exchange-v2 contracts-exchange-v1
mai 0xlaozi/qidao
medibloc medibloc/panacea-core
moneyonchain money-on-chain/stable-protocol-core-v2 main-RBTC-contract
sommelier PeggyJV/sommelier cellar-contracts steward
sperax Sperax/USDs-v2
stratis stratisproject/StratisFullNode
synfutures SynFutures/oyster-sdk
tetu tetu-io/tetu-contracts
unification unification-com/mainchain
vesper vesperfi/vesper-pools
wombat-exchange wombat-exchange/v1-core
woofi woonetwork/WooPoolV2
yam-finance yam-finance/yam-protocol
yield-yak yieldyak/smart-contracts yak-aggregator
zklink-protocol zkLinkProtocol/zklink-evm-contracts
1hive 1Hive/gardens-v2
88mph 88mphapp/88mph-contracts
aion aionnetwork/aion
b-protocol backstop-protocol/dev
balanceddao balancednetwork/balanced-java-contracts
benqi Benqi-fi/BENQI-Smart-Contracts
bepro-network bepronetwork/bepro-js
burrow NearDeFi/burrowland
casper casper-network/casper-node
chronicle chronicleprotocol/scribe
comdex comdex-official/comdex
composable-finance ComposableFi/composable
core-dao coredao-org/core-chain core-genesis-contract
cryptex-finance cryptexfinance/contracts
defisaver defisaver/defisaver-v3-contracts defisaver-sdk
firmachain FirmaChain/FirmaChain
flamingo-finance flamingo-finance/flamingo-contract-swap
fluent fluentlabs-xyz/fluentbase rwasm
folks-finance Folks-Finance/folks-finance-js-sdk xchain-js-sdk algo-liquid-staking-contracts
gysr gysr-io/core
idex idexio/idex-contracts-silverton idex-sdk-js
impermax-finance Impermax-Finance/impermax-x-uniswapv2-core
ipor IPOR-Labs/ipor-fusion ipor-protocol
megaeth megaeth-labs/mega-evm stateless-validator
sandbox thesandboxgame/sandbox-smart-contracts
stakedao stake-dao/contracts-monorepo votemarket-v2
tokemak Tokemak/v2-core-pub contracts-v1
hex BitcoinHEX/contract
extra-finance extrafi/extra-contracts xlend-contracts
camelot CamelotLabs/core periphery
clearpool clearpool-finance/clearpool-payfi-vaults
dopex dopex-io/dopex-v2-clamm
bluzelle bluzelle/curium
badger-dao Badger-Finance/badger-system
cream-finance CreamFi/compound-protocol
curio CurioTeam/curio-parachain
revest-finance Revest-Finance/RevestContracts
mahadao MahaDAO/arthcoin-v2
biswap biswap-org/core
boringdao BoringDAO/boringDAO-contract
bounce-finance bouncefinance/bounce-contract-v3
equalizer Equalizer-Exchange/v1-core
cap-finance capofficial/protocol contracts
tidal-finance TidalFinance/tidal-contracts-v2
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
