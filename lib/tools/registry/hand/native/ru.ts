/** Russian. Nominative only: the matcher knows the endings and small letters. See ../native.ts for the marks. */
export const RU = `
bitcoin Биткоин | Биткойн
ethereum Эфириум | Этериум
tether Тезер
xrp-ledger Рипл | Риппл
bnb-chain Бинанс Коин | Бинанс Смарт Чейн
solana Солана
circle -
dogecoin Догикоин | Догекоин | Доджкоин
cardano Кардано
tron -
avalanche Аваланч | Аваланш
chainlink Чейнлинк
ton Тонкоин
stellar Стеллар?
sui -
hedera Хедера?
shiba-inu Шиба Ину | Шиба-Ину
bitcoin-cash Биткоин Кэш | Биткойн Кэш | Биткоин Кеш
polkadot Полкадот
litecoin Лайткоин | Лайткойн
hyperliquid Гиперликвид | Хайперликвид
monero Монеро
near -
aptos Аптос
internet-computer -
ethereum-classic Эфириум Классик
vechain Вечейн
cosmos -
algorand Алгоранд
kaspa Каспа?
filecoin Файлкоин | Филкоин
cronos Кронос?
bittensor Битензор | Биттензор
celestia Селестия?
injective Инжектив
sei -
stacks -
iota -
tezos Тезос
theta -
flow -
zcash Зикеш
neo -
eos-io -
multiversx -
fantom Фантом?
mina -
quant -
harmony -
zilliqa Зиллика
dash -
conflux -
ravencoin Рейвенкоин
qtum -
nem -
icon -
waves -
ontology -
terra -
kaia -
kusama Кусама?
pi-network -
arweave -
helium -
bitcoin-sv -
celo -
astar -
moonbeam -
bittorrent Битторрент?
arbitrum Арбитрум
optimism -
base -
polygon -
zksync -
starknet Старкнет
mantle -
scroll -
linea -
immutable -
loopring Лупринг
manta -
uniswap Юнисвап | Юнисвоп
aave -
sky -
lido -
curve -
compound -
synthetix Синтетикс?
pancakeswap Панкейксвап
sushi Сушисвап
1inch -
balancer -
yearn -
gmx -
dydx -
pendle -
jupiter -
raydium Рейдиум
rocket-pool -
eigenlayer -
etherfi -
ethena -
ondo Ондо?
thorchain Торчейн
worldlibertyfinancial -
layerzero Лейерзеро
wormhole -
pyth -
the-graph -
sandbox -
decentraland Децентраленд
axie-infinity Акси Инфинити
enjin-coin -
gala -
chiliz Чилиз
apecoin Эйпкоин
stepn Степн?
render -
fetch-ai -
singularitynet -
world Ворлдкоин | Уорлдкоин
basic-attention -
ens -
floki Флоки?
pepe Пепе?
bonk Бонк?
polymarket Полимаркет
story -
monad -
berachain Берачейн
virtuals -
ronin Ронин?
tornado-cash Торнадо Кэш
binance Бинанс | Байнэнс
coinbase Коинбейс | Коинбэйс
kraken Кракен?
bybit Байбит
okx -
kucoin Кукоин
bitfinex Битфайнекс | Битфинекс
gate-io -
htx Хуоби
bitget Битгет
upbit Апбит
metamask Метамаск
ledger Леджер?
trezor Трезор
trust-wallet Траст Валлет | Траст Уоллет
opensea Опенси
phantom -
bancor Банкор?
decred Декред
`;
