/**
 * Projects that readers meet in articles and that the collected list lacks. Facts that each project publishes itself.
 * One a line: id | name | ticker | domains | GitHub organisations, or repositories with their owner | sectors | aliases.
 * What is not known for certain is left empty. Each address and organisation was found in use elsewhere: in lists of projects,
 * in repositories of the project or in those of others.
 */
const LINES = `
abstract-chain|Abstract||abs.xyz|Abstract-Foundation|l2 zk|Abstract Chain
acurast|Acurast|ACU|acurast.com|Acurast|depin|
agglayer|Agglayer||agglayer.dev|agglayer|interop|AggLayer
aixbt|aixbt|AIXBT|aixbt.tech||ai-agents|
aligned-layer|Aligned Layer|ALIGN|alignedlayer.com|yetanotherco|zk|
ancient8|Ancient8|A8|ancient8.gg||l2 gaming|
apecoin|ApeCoin|APE|apecoin.com||dao-governance|
arc-network|Arc||arc.network||l1 payments|Arc Network
arcium|Arcium||arcium.com|arcium-hq|privacy|
arkade|Arkade||arkadeos.com|arkade-os|l2|
arkham|Arkham|ARKM|arkm.com arkhamintelligence.com||data|Arkham Intelligence
arkreen|Arkreen|AKRE|arkreen.com|arkreen|depin|
auki-labs|Auki Labs|AUKI|auki.com aukilabs.com|aukilabs|depin|Auki Network
bankr|Bankr|BNKR|bankr.bot|BankrBot|ai-agents|
besu|Besu|||hyperledger/besu|infrastructure|Hyperledger Besu
binance|Binance||binance.com|binance|cex|
bitgo|BitGo||bitgo.com|BitGo|wallet|
bithumb|Bithumb||bithumb.com||cex|
bitlayer|Bitlayer|BTR|bitlayer.org|bitlayer-org|l2|
bitstamp|Bitstamp||bitstamp.net||cex|
bless-network|Bless Network|BLESS|bless.network|blocklessnetwork|depin|Blockless
bloxroute|bloXroute|BLXR|bloxroute.com|bloXroute-Labs|infrastructure|
bonk|Bonk|BONK|bonkcoin.com||meme|
botanix|Botanix||botanixlabs.com|botanix-labs|l2|Botanix Labs
brevis|Brevis|BREV|brevis.network|brevis-network|zk|Brevis Network
brink|Brink||brink.trade|brinktrade|intents|
caldera|Caldera|ERA|caldera.xyz||infrastructure|
camp-network|Camp Network|CAMP|campnetwork.xyz||l1 ip|
cantina|Cantina||cantina.xyz|cantinaxyz|security|
canton-network|Canton Network|CC|canton.network|canton-network|l1 rwa|Canton
certik|CertiK||certik.com|CertiKProject|security|
certora|Certora||certora.com|Certora|security|
chainflip|Chainflip|FLIP|chainflip.io|chainflip-io|dex interop|
chaingpt|ChainGPT|CGPT|chaingpt.org||ai|
chaos-labs|Chaos Labs||chaoslabs.xyz|ChaosLabsInc|security|
chorus-one|Chorus One||chorus.one|ChorusOne|staking|
citrea|Citrea||citrea.xyz|chainwayxyz|l2 zk|
crypto-com|Crypto.com||crypto.com|crypto-com|cex|
cysic|Cysic|CYS|cysic.xyz|cysic-labs|zk depin|
dappos|dappOS||dappos.com||intents|
dedust|DeDust||dedust.io|dedust-io|dex|DeDust.io
delysium|Delysium|AGI|delysium.com||ai-agents|
dimo|DIMO|DIMO|dimo.zone dimo.co|DIMO-Network|depin|DIMO Network
dogwifhat|dogwifhat|WIF|dogwifcoin.org||meme|
dune|Dune||dune.com|duneanalytics|data|Dune Analytics
econia|Econia||econia.dev|econia-labs|dex|Econia Labs
eden-network|Eden Network|EDEN|edennetwork.io|eden-network|infrastructure|
energy-web|Energy Web|EWT|energyweb.org|energywebfoundation|l1|Energy Web Chain
ergo|Ergo|ERG|ergoplatform.org|ergoplatform|l1|Ergo Platform
exabits|Exabits||exabits.ai||depin ai|
felix|Felix||usefelix.xyz||stablecoin lending|Felix Protocol
figment|Figment||figment.io|figment-networks|staking|
flashbots|Flashbots||flashbots.net|flashbots|infrastructure|
floki|Floki|FLOKI|floki.com||meme|Floki Inu
fogo|Fogo|FOGO|fogo.io||l1|
foundation-app|Foundation||foundation.app|f8n|nft|
fragmetric|Fragmetric|FRAG|fragmetric.xyz|fragmetric-labs|liquid-restaking|
freysa|Freysa|FAI|freysa.ai|0xfreysa|ai-agents|
frodobots|FrodoBots||frodobots.ai|frodobots-org|depin ai|
gala|Gala Games|GALA|gala.com|GalaChain|gaming|Gala
garden-finance|Garden Finance|SEED|garden.finance|gardenfi|bridge intents|
glassnode|Glassnode||glassnode.com|glassnode|data|
gradient-network|Gradient Network||gradient.network|GradientHQ|depin ai|
grass|Grass|GRASS|grass.io getgrass.io||depin ai|Grass Network
griffain|Griffain|GRIFFAIN|griffain.com||ai-agents|
grin|Grin|GRIN|grin.mw|mimblewimble|l1 privacy|
halborn|Halborn||halborn.com|HalbornSecurity|security|
helius|Helius||helius.dev|helius-labs|infrastructure|
hey-anon|Hey Anon|ANON|heyanon.ai||ai-agents|HeyAnon
hivemapper|Hivemapper|HONEY|hivemapper.com|Hivemapper|depin|
hive|Hive|HIVE|hive.io|openhive-network|l1 social|Hive Blockchain
horizen|Horizen|ZEN|horizen.io|HorizenOfficial|l3 privacy|
hyperbolic|Hyperbolic||hyperbolic.xyz|HyperbolicLabs|ai depin|Hyperbolic Labs
hyperlend|HyperLend||hyperlend.finance|hyperlendx|lending|
impossible-cloud-network|Impossible Cloud Network|ICNT|icn.global||depin storage|
imua|Imua||imua.xyz|imua-xyz ExocoreNetwork|restaking|Exocore
infura|Infura||infura.io|INFURA|infrastructure|
iron-fish|Iron Fish|IRON|ironfish.network|iron-fish|l1 privacy|Ironfish
irys|Irys||irys.xyz|Irys-xyz|storage da|
kalshi|Kalshi||kalshi.com|Kalshi|prediction-market|
kerneldao|KernelDAO|KERNEL|kerneldao.com||restaking|
kiln|Kiln||kiln.fi|kilnfi|staking|
kilt|KILT Protocol|KILT|kilt.io|KILTprotocol|identity|
kinetiq|Kinetiq|KNTQ|kinetiq.xyz|kinetiq-research|liquid-staking|
lagrange-labs|Lagrange|LA|lagrange.dev|Lagrange-Labs|zk|Lagrange Labs
landshare|Landshare|LAND|landshare.io||rwa|
leather|Leather||leather.io|leather-io|wallet|Leather Wallet
light-protocol|Light Protocol||lightprotocol.com|Lightprotocol|infrastructure zk|
limitless|Limitless||limitless.exchange|limitless-labs-group|prediction-market|Limitless Exchange
linera|Linera||linera.io|linera-io|l1|
liquid-network|Liquid Network|LBTC|liquid.net|ElementsProject|l2|
liqwid|Liqwid|LQ|liqwid.finance|Liqwid-Labs|lending|Liqwid Finance
lodestar|Lodestar|||ChainSafe/lodestar|infrastructure|
marginfi|marginfi|MRGN|marginfi.com|mrgnlabs|lending|MarginFi
maya-protocol|Maya Protocol|CACAO|mayaprotocol.com||dex interop|
midas|Midas||midas.app|midas-apps|rwa yield|Midas RWA
miden|Miden||miden.xyz|0xMiden|l2 zk|Polygon Miden
mira-network|Mira Network|MIRA|mira.network||ai|
nansen|Nansen||nansen.ai|nansen-ai|data|
napier|Napier Finance||napier.finance|napierfi|yield|
natix|NATIX|NATIX|natix.network||depin ai|NATIX Network
nektar|Nektar||nektar.network||restaking|Nektar Network
nexus-xyz|Nexus||nexus.xyz|nexus-xyz|zk l1|
nimbus|Nimbus||nimbus.team|status-im/nimbus-eth2 status-im/nimbus-eth1|infrastructure|
nodepay|Nodepay|NC|nodepay.ai||depin ai|
nosana|Nosana|NOS|nosana.com nosana.io|nosana-ci|depin ai|
notcoin|Notcoin||notco.in||gaming|
nous-research|Nous Research||nousresearch.com|NousResearch|ai|
obol|Obol|OBOL|obol.org obol.tech|ObolNetwork|staking infrastructure|Obol Network;Obol Collective
octant|Octant||octant.app octant.build|golemfoundation/octant|public-goods|
onocoy|Onocoy|ONO|onocoy.com||depin|
opbnb|opBNB|||bnb-chain/opbnb|l2|
openeden|OpenEden|EDEN|openeden.com||rwa|
openledger|OpenLedger|OPEN|openledger.xyz||ai|
orb-labs|Orb Labs||orblabs.xyz|orb-labs|chain-abstraction intents|
ostium|Ostium||ostium.com ostium.io|0xOstium|perps rwa|Ostium Labs
othentic-labs|Othentic||othentic.xyz|Othentic-Labs|restaking|Othentic Labs
pacifica|Pacifica||pacifica.fi|pacifica-fi|perps|
parcl|Parcl|PRCL|parcl.co|ParclFinance|rwa synthetics|
peaq|peaq|PEAQ|peaq.xyz peaq.network|peaqnetwork|depin l1|peaq network
penumbra|Penumbra|UM|penumbra.zone|penumbra-zone|privacy l1 dex|
pepe|Pepe|PEPE|pepe.vip||meme|Pepe Coin
phala|Phala Network|PHA|phala.network phala.com|Phala-Network|ai depin privacy|Phala
phantom|Phantom||phantom.com phantom.app|phantom|wallet|Phantom Wallet
pipe-network|Pipe Network||pipe.network||depin|
pixels|Pixels|PIXEL|pixels.xyz||gaming|
plasma|Plasma|XPL|plasma.to||l1 stablecoin|
polymesh|Polymesh|POLYX|polymesh.network|PolymeshAssociation|rwa l1|
pontem|Pontem||pontem.network|pontem-network|dex wallet|Pontem Network;Liquidswap
predicate-labs|Predicate||predicate.io|PredicateLabs|security|
premia|Premia|PREMIA|premia.finance|Premian-Labs|options|Premia Finance
prime-intellect|Prime Intellect||primeintellect.ai|PrimeIntellect-ai|ai|
privacy-pools|Privacy Pools||privacypools.com|0xbow-io|privacy|0xbow
privado-id|Privado ID||privado.id|0xPolygonID|identity zk|Polygon ID
propeller-heads|PropellerHeads||propellerheads.xyz|propeller-heads|intents dex-aggregator|
pstake|pSTAKE|PSTAKE|pstake.finance||liquid-staking|pSTAKE Finance
pudgy-penguins|Pudgy Penguins|PENGU|pudgypenguins.com||nft|
quantstamp|Quantstamp|QSP|quantstamp.com|quantstamp|security|
quicknode|QuickNode||quicknode.com|quicknode quiknode-labs|infrastructure|Quicknode
radius-xyz|Radius||theradius.xyz|radiusxyz|sequencing|
radix|Radix|XRD|radixdlt.com|radixdlt|l1 defi|Radix DLT
recall-network|Recall|RECALL|recall.network|recallnet|ai-agents|Recall Network
resupply|Resupply|RSUP|resupply.fi|resupplyfi|lending|
reth|Reth||reth.rs|paradigmxyz/reth|infrastructure|
rhinestone|Rhinestone||rhinestone.dev|rhinestonewtf|account-abstraction intents|
roam|Roam|ROAM|weroam.xyz||depin|Roam Network
sahara|Sahara AI|SAHARA|saharaai.com saharalabs.ai||ai|
satlayer|SatLayer||satlayer.xyz|satlayer|restaking|
shiba-inu|Shiba Inu|SHIB|shib.io shibatoken.com||meme|
sia|Sia|SC|sia.tech|SiaFoundation|storage depin|Siacoin
silencio|Silencio|SLC|silencio.network||depin|Silencio Network
skip-protocol|Skip Protocol||skip.build skip.money|skip-mev|infrastructure interop|
solflare|Solflare||solflare.com|solflare-wallet|wallet|
somnia|Somnia|SOMI|somnia.network||l1 gaming|Somnia Network
sophon|Sophon|SOPH|sophon.xyz|sophon-org|l2 zk consumer|
spexi|Spexi||spexi.com||depin|Spexi Geospatial
sprinter|Sprinter||sprinter.tech|sprintertech|intents|
squads|Squads||squads.so squads.xyz sqds.io|Squads-Protocol|wallet|Squads Protocol
stakefish|Stakefish||stake.fish|stakefish|staking|stakefish
star-atlas|Star Atlas|ATLAS|staratlas.com|staratlasmeta|gaming|
steem|Steem|STEEM|steem.com steemit.com|steemit|l1 social|Steemit
stepn|STEPN|GMT|stepn.com||gaming consumer|
ston-fi|STON.fi|STON|ston.fi|ston-fi|dex|
stork|Stork||stork.network|Stork-Oracle|oracle|Stork Network
superrare|SuperRare|RARE|superrare.com|superrare|nft|
supra|Supra|SUPRA|supra.com|Entropy-Foundation|l1 oracle|SupraOracles
swarm|Swarm|BZZ|ethswarm.org|ethersphere|storage|Ethereum Swarm;Swarm Foundation
sx-network|SX Network|SX|sx.technology sx.bet||prediction-market l2|SX Bet
talus|Talus||talus.network|Talus-Network|ai-agents l1|Talus Network
tanssi|Tanssi|TANSSI|tanssi.network|moondance-labs|infrastructure restaking|Tanssi Network
tempo|Tempo||tempo.xyz|tempoxyz|l1 payments stablecoin|
theoriq|Theoriq|THQ|theoriq.ai||ai-agents|
tokeny|Tokeny||tokeny.com|TokenySolutions|rwa|
tonkeeper|Tonkeeper||tonkeeper.com|tonkeeper|wallet|
trezor|Trezor||trezor.io|trezor|wallet|
turnkey|Turnkey||turnkey.com|tkhq|wallet|
unichain|Unichain||unichain.org|Uniswap/unichain-contracts Uniswap/unichain-node|l2|
unisat|UniSat||unisat.io|unisat-wallet|wallet|UniSat Wallet
upbit|Upbit||upbit.com||cex|
uprock|UpRock|UPT|uprock.com||depin|
vana|Vana|VANA|vana.org|vana-com|ai l1|
wayfinder|Wayfinder|PROMPT|wayfinder.ai||ai-agents|
wayru|Wayru|WRU|wayru.io||depin|
web3auth|Web3Auth||web3auth.io|Web3Auth|wallet|
wingbits|Wingbits||wingbits.com||depin|
x2y2|X2Y2|X2Y2|x2y2.io||nft|
xnet|XNET|XNET|xnet.company||depin|
xverse|Xverse||xverse.app|secretkeylabs|wallet|
yield-basis|Yield Basis|YB|yieldbasis.com|yield-basis|yield|YieldBasis
yieldnest|YieldNest|YND|yieldnest.finance|yieldnest|liquid-restaking|
zapper|Zapper||zapper.xyz zapper.fi|Zapper-fi|data|
zerebro|Zerebro|ZEREBRO|zerebro.org||ai-agents|
zetachain|ZetaChain|ZETA|zetachain.com|zeta-chain|l1 interop|
zoth|Zoth||zoth.io||rwa|
`;

export interface Addition {
  id: string;
  name: string;
  symbol: string;
  domains: string[];
  github: string[];
  sectors: string[];
  aliases: string[];
}

const list = (cell: string | undefined, separator: string) =>
  (cell ?? '').split(separator).filter((part) => part !== '');

export const ADDITIONS: readonly Addition[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [id = '', name = '', symbol = '', domains, github, sectors, aliases] = line.split('|');
    return {
      id,
      name,
      symbol,
      domains: list(domains, ' '),
      github: list(github, ' '),
      sectors: list(sectors, ' '),
      aliases: list(aliases, ';'),
    };
  });
