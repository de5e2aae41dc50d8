/**
 * Persian. A space stands for the non-joiner too. Words of Arabic count against a name: pages of both languages have one alphabet.
 * See ../native.ts for the marks.
 */
export const FA = `
bitcoin بیت کوین | بیتکوین
ethereum اتریوم
tether تتر?
xrp-ledger ریپل
bnb-chain بایننس کوین | بایننس اسمارت چین | بی ان بی چین
solana سولانا
circle یو اس دی کوین
dogecoin دوج کوین | دوجکوین
cardano کاردانو
tron ترون?
avalanche آوالانچ | اولانچ
chainlink چین لینک | چینلینک
ton تون کوین | تونکوین
stellar استلار
sui شبکه سویی
hedera هدرا هشگراف
shiba-inu شیبا اینو?
bitcoin-cash بیت کوین کش | بیتکوین کش
polkadot پولکادات | پولکا دات
litecoin لایت کوین | لایتکوین
hyperliquid هایپرلیکویید | هایپرلیکوئید | هایپر لیکوئید | هایپرلیکوید
monero مونرو?
near نیر پروتکل
aptos آپتوس
internet-computer اینترنت کامپیوتر?
ethereum-classic اتریوم کلاسیک
vechain ویچین
cosmos کازماس | کازموس | کاسموس?
algorand الگورند | الگوراند
kaspa کسپا | کاسپا
filecoin فایل کوین | فایلکوین
cronos کرونوس?
bittensor بیت تنسور | بیتنسور
celestia سلستیا?
injective اینجکتیو | اینژکتیو
sei -
stacks استکس
iota آیوتا?
tezos تزوس
theta تتا?
flow -
zcash زی کش | زیکش | زدکش
neo نئو?
eos-io ای او اس?
multiversx مولتی ورس ایکس
fantom فانتوم?
mina مینا پروتکل
quant کوانت?
harmony هارمونی?
zilliqa زیلیکا
dash -
conflux کانفلاکس
ravencoin ریون کوین | ریونکوین
qtum -
nem -
icon -
waves ویوز?
ontology آنتولوژی?
terra ترا لونا
kaia -
kusama کوزاما
pi-network پای نتورک
arweave آرویو
helium -
bitcoin-sv بیت کوین اس وی
celo -
astar -
moonbeam مون بیم
bittorrent بیت تورنت? | بیتتورنت?
arbitrum آربیتروم
optimism آپتیمیزم | آپتیمیسم
base بیس?
polygon پالیگان | پلیگان
zksync زی کی سینک
starknet استارک نت | استارکنت
mantle منتل?
scroll -
linea لینیا?
immutable ایمیوتبل ایکس
loopring لوپرینگ
manta مانتا نتورک
uniswap یونی سواپ | یونیسواپ
aave آوه?
sky میکردائو | میکر دائو
lido لیدو? | لیدو دائو
curve کرو دائو | کرو فایننس
compound کامپاند | کامپوند
synthetix سینتتیکس
pancakeswap پنکیک سواپ | پنکیکسواپ
sushi سوشی سواپ | سوشیسواپ
1inch وان اینچ? | واناینچ
balancer بالانسر?
yearn یرن فایننس
gmx -
dydx دی وای دی ایکس
pendle پندل
jupiter جوپیتر? | جاپیتر?
raydium ریدیوم
rocket-pool راکت پول
eigenlayer آیگن لیر | آیگن لایر
etherfi اتر فای | اتریوم فای
ethena اتنا?
ondo اوندو?
thorchain تورچین
worldlibertyfinancial ورلد لیبرتی فایننشال | ورلد لیبرتی
layerzero لایر زیرو
wormhole ورم هول
pyth پایت نتورک
the-graph د گراف
sandbox سندباکس? | سند باکس?
decentraland دیسنترالند | دسنترالند
axie-infinity اکسی اینفینیتی
enjin-coin انجین کوین
gala گالا?
chiliz چیلیز | چلیز
apecoin ایپ کوین | ایپکوین
stepn استپن
render رندر توکن
fetch-ai فچ ای آی
singularitynet سینگولاریتی نت
world ورلدکوین | ورلد کوین
basic-attention -
ens -
floki فلوکی?
pepe پپه?
bonk بونک?
polymarket پلی مارکت | پالی مارکت
story -
monad موناد?
berachain براچین
virtuals -
ronin رونین?
tornado-cash تورنادو کش
binance بایننس | باینانس
coinbase کوین بیس | کوینبیس
kraken کراکن?
bybit بای بیت | بایبیت
okx اوکی اکس | اوکی ایکس
kucoin کوکوین | کو کوین
bitfinex بیتفینکس | بیت فینکس
gate-io گیت آی او
htx هوبی?
bitget بیت گت | بیتگت
upbit آپ بیت | آپبیت
metamask متامسک | متا مسک | متاماسک
ledger لجر?
trezor ترزور
trust-wallet تراست ولت | تراست والت
opensea اوپن سی
phantom فانتوم ولت
audius آدیوس
bancor بنکور
blast بلاست?
decred دیکرد
illuvium ایلوویوم
iotex آیوتکس
jito جیتو?
kava کاوا?
klaytn کلایتن
kyberswap کایبر سواپ | کایبر نتورک
morpho مورفو?
ocean اوشن پروتکل
storj استورج
symbiotic سیمبیوتیک
taiko تایکو?
`;
