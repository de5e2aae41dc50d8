/** Chinese, simplified and traditional. Nothing parts words: a form must not be a piece of common ones. See ../native.ts for the marks. */
export const ZH = `
bitcoin 比特币 | 比特幣
ethereum 以太坊 | 以太币 | 以太幣 | 乙太坊 | 乙太幣
tether 泰达币 | 泰達幣
xrp-ledger 瑞波币 | 瑞波幣 | 瑞波
bnb-chain 币安智能链 | 幣安智能鏈 | 币安币 | 幣安幣 | 币安链 | 幣安鏈
solana 索拉纳 | 索拉納
circle -
dogecoin 狗狗币 | 狗狗幣
cardano 卡尔达诺 | 卡爾達諾 | 艾达币 | 艾達幣
tron 波场 | 波場
avalanche 雪崩协议 | 雪崩協議 | 雪崩链 | 雪崩鏈 | 雪崩公链 | 雪崩生态 | 雪崩网络
chainlink -
ton -
stellar 恒星币 | 恆星幣
sui -
hedera -
shiba-inu 柴犬币 | 柴犬幣
bitcoin-cash 比特币现金 | 比特幣現金 | 比特现金 | 比特現金
polkadot 波卡
litecoin 莱特币 | 萊特幣
hyperliquid -
monero 门罗币 | 門羅幣
near -
aptos -
internet-computer 互联网计算机?
ethereum-classic 以太经典 | 以太經典 | 以太坊经典 | 以太坊經典
vechain 唯链 | 唯鏈
cosmos -
algorand 阿尔戈兰德 | 阿爾戈蘭德
kaspa -
filecoin 文件币?
cronos -
bittensor -
celestia -
injective -
sei -
stacks -
iota 埃欧塔 | 艾欧塔
tezos 特佐斯
theta -
flow -
zcash 大零币 | 大零幣
neo 小蚁币 | 小蟻幣 | 小蚁股
eos-io 柚子币 | 柚子幣
multiversx -
fantom -
mina -
quant -
harmony -
zilliqa -
dash 达世币 | 達世幣
conflux 树图区块链 | 树图链 | 树图公链 | 樹圖鏈
ravencoin 渡鸦币 | 渡鴉幣
qtum 量子链? | 量子鏈?
nem 新经币 | 新經幣
icon -
waves -
ontology 本体链 | 本體鏈
terra -
kaia -
kusama -
pi-network 派币 | 派幣
arweave -
helium -
bitcoin-sv -
celo -
astar -
moonbeam -
bittorrent 比特流?
arbitrum -
optimism -
base -
polygon 马蹄链 | 馬蹄鏈
zksync -
starknet -
mantle -
scroll -
linea -
immutable -
loopring 路印协议 | 路印協議 | 路印?
manta -
uniswap -
aave -
sky -
lido -
curve -
compound -
synthetix -
pancakeswap 薄饼交易所
sushi 寿司交易所
1inch -
balancer -
yearn -
gmx -
dydx -
pendle -
jupiter -
raydium -
rocket-pool -
eigenlayer -
etherfi -
ethena -
ondo -
thorchain -
worldlibertyfinancial 世界自由金融
layerzero -
wormhole -
pyth -
the-graph -
sandbox -
decentraland -
axie-infinity -
enjin-coin -
gala -
chiliz -
apecoin -
stepn -
render -
fetch-ai -
singularitynet -
world 世界币? | 世界幣?
basic-attention 注意力币
ens 以太坊域名服务 | 以太坊域名服務
floki -
pepe 佩佩币 | 佩佩幣
bonk -
polymarket -
story -
monad -
berachain 熊链?
virtuals -
ronin -
tornado-cash 龙卷风现金 | 龍捲風現金
binance 币安 | 幣安
coinbase -
kraken -
bybit -
okx 欧易 | 歐易 | 欧意交易所
kucoin 库币 | 庫幣
bitfinex -
gate-io 芝麻开门? | 芝麻開門?
htx 火币 | 火幣 | 火必
bitget -
upbit -
metamask 小狐狸钱包 | 小狐狸錢包
ledger -
trezor -
trust-wallet 信任钱包?
opensea -
phantom -
mexc 抹茶交易所 | 抹茶?
wanchain 万维链 | 萬維鏈
math-wallet 麦子钱包 | 麥子錢包
`;
