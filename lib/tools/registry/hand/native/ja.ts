/** Japanese. Katakana that go on make another word. See ../native.ts for the marks. */
export const JA = `
bitcoin ビットコイン
ethereum イーサリアム
tether テザー
xrp-ledger リップル?
bnb-chain BNBチェーン | バイナンスコイン | バイナンススマートチェーン
solana ソラナ
circle USDコイン
dogecoin ドージコイン
cardano カルダノ
tron トロン?
avalanche アバランチ?
chainlink チェーンリンク
ton トンコイン
stellar ステラルーメン
sui スイ?
hedera ヘデラ?
shiba-inu シバイヌ?
bitcoin-cash ビットコインキャッシュ
polkadot ポルカドット
litecoin ライトコイン
hyperliquid ハイパーリキッド
monero モネロ
near ニアプロトコル | ニアープロトコル
aptos アプトス
internet-computer インターネットコンピュータ? | インターネットコンピューター?
ethereum-classic イーサリアムクラシック
vechain ヴィチェーン
cosmos コスモス?
algorand アルゴランド
kaspa カスパ
filecoin ファイルコイン
cronos クロノス?
bittensor ビットテンサー
celestia セレスティア?
injective インジェクティブ
sei -
stacks スタックス?
iota アイオタ
tezos テゾス
theta シータネットワーク
flow -
zcash ジーキャッシュ
neo -
eos-io イオス
multiversx マルチバースエックス
fantom ファントム?
mina ミナプロトコル
quant クオント?
harmony -
zilliqa ジリカ
dash -
conflux コンフラックス
ravencoin レイヴンコイン | レイブンコイン
qtum クアンタム?
nem ネム?
icon -
waves -
ontology オントロジー?
terra テラルナ
kaia -
kusama クサマ
pi-network パイネットワーク
arweave アーウィーブ
helium -
bitcoin-sv ビットコインSV | ビットコインエスブイ
celo -
astar アスターネットワーク
moonbeam ムーンビーム
bittorrent ビットトレント?
arbitrum アービトラム
optimism オプティミズム?
base -
polygon ポリゴン?
zksync -
starknet スタークネット
mantle マントル?
scroll -
linea リネア?
immutable イミュータブルX | イミュータブルエックス
loopring ループリング
manta マンタネットワーク
uniswap ユニスワップ
aave アーベ?
sky メイカーダオ | メーカーダオ
lido リドファイナンス | リド・ファイナンス
curve カーブファイナンス | カーブ・ファイナンス
compound コンパウンド?
synthetix シンセティックス
pancakeswap パンケーキスワップ
sushi スシスワップ
1inch -
balancer バランサー?
yearn ヤーンファイナンス | ヤーン・ファイナンス
gmx -
dydx -
pendle ペンドル
jupiter ジュピター?
raydium レイディウム
rocket-pool ロケットプール
eigenlayer アイゲンレイヤー
etherfi イーサファイ
ethena エセナ
ondo オンドファイナンス | オンド・ファイナンス
thorchain トールチェーン | ソーチェーン
worldlibertyfinancial ワールドリバティファイナンシャル | ワールド・リバティ・ファイナンシャル | ワールドリバティーファイナンシャル
layerzero レイヤーゼロ
wormhole ワームホール?
pyth ピスネットワーク | パイスネットワーク
the-graph ザ・グラフ | ザグラフ
sandbox ザ・サンドボックス | ザサンドボックス
decentraland ディセントラランド
axie-infinity アクシーインフィニティ | アクシー・インフィニティ
enjin-coin エンジンコイン
gala ガラゲームズ
chiliz チリーズ
apecoin エイプコイン
stepn ステップン
render レンダートークン
fetch-ai フェッチAI
singularitynet シンギュラリティネット
world ワールドコイン
basic-attention ベーシックアテンショントークン
ens イーサリアムネームサービス | イーサリアム・ネーム・サービス
floki フロキ?
pepe ペペコイン | ペペ?
bonk ボンク?
polymarket ポリマーケット
story ストーリープロトコル
monad モナド?
berachain ベラチェーン
virtuals バーチャルズプロトコル | バーチャルプロトコル
ronin -
tornado-cash トルネードキャッシュ | トルネード・キャッシュ
binance バイナンス
coinbase コインベース
kraken クラーケン?
bybit バイビット
okx オーケーエックス
kucoin クーコイン
bitfinex ビットフィネックス
gate-io -
htx フォビ
bitget ビットゲット
upbit アップビット
metamask メタマスク
ledger -
trezor トレザー
trust-wallet トラストウォレット
opensea オープンシー
phantom ファントムウォレット
aragon アラゴン?
audius オーディウス
bancor バンコール?
band-protocol バンドプロトコル
blast ブラスト?
gitcoin ギットコイン
illuvium イルビウム
iotex アイオテックス
klaytn クレイトン?
kyberswap カイバースワップ | カイバーネットワーク
nervos ナーボス
oasis オアシスネットワーク
ocean オーシャンプロトコル
origin-protocol オリジンプロトコル
secret シークレットネットワーク
walletconnect ウォレットコネクト
`;
