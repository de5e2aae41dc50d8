/** Korean. Particles may follow; other syllables make another word. See ../native.ts for the marks. */
export const KO = `
bitcoin 비트코인
ethereum 이더리움
tether 테더
xrp-ledger 리플? | 엑스알피
bnb-chain 바이낸스코인 | 바이낸스 코인 | 바이낸스 스마트 체인 | 바이낸스 스마트체인 | 비앤비체인
solana 솔라나
circle 서클? | 유에스디코인
dogecoin 도지코인
cardano 카르다노 | 에이다?
tron 트론
avalanche 아발란체
chainlink 체인링크
ton 톤코인
stellar 스텔라루멘 | 스텔라 루멘
sui 수이?
hedera 헤데라
shiba-inu 시바이누? | 시바 이누?
bitcoin-cash 비트코인캐시 | 비트코인 캐시
polkadot 폴카닷
litecoin 라이트코인
hyperliquid 하이퍼리퀴드
monero 모네로
near 니어프로토콜 | 니어 프로토콜
aptos 앱토스
internet-computer 인터넷컴퓨터? | 인터넷 컴퓨터?
ethereum-classic 이더리움클래식 | 이더리움 클래식
vechain 비체인
cosmos 코스모스?
algorand 알고랜드
kaspa 카스파
filecoin 파일코인
cronos 크로노스?
bittensor 비트텐서
celestia 셀레스티아
injective 인젝티브
sei 세이네트워크 | 세이 네트워크
stacks 스택스
iota 아이오타
tezos 테조스
theta 쎄타토큰 | 세타토큰 | 세타네트워크 | 쎄타네트워크
flow -
zcash 지캐시 | 제트캐시
neo 네오?
eos-io 이오스
multiversx 멀티버스엑스
fantom 팬텀?
mina 미나프로토콜 | 미나 프로토콜
quant -
harmony -
zilliqa 질리카
dash -
conflux 콘플럭스 | 컨플럭스
ravencoin 레이븐코인
qtum 퀀텀?
nem -
icon -
waves -
ontology 온톨로지?
terra 테라루나 | 테라 루나
kaia 카이아
kusama 쿠사마?
pi-network 파이네트워크 | 파이 네트워크 | 파이코인
arweave 알위브
helium -
bitcoin-sv 비트코인에스브이 | 비트코인SV
celo 셀로?
astar 아스타네트워크 | 아스타 네트워크
moonbeam 문빔
bittorrent 비트토렌트?
arbitrum 아비트럼
optimism 옵티미즘
base -
polygon 폴리곤?
zksync 지케이싱크
starknet 스타크넷
mantle 맨틀?
scroll -
linea 리네아
immutable 이뮤터블엑스 | 이뮤터블 엑스
loopring 루프링
manta 만타네트워크 | 만타 네트워크
uniswap 유니스왑
aave 에이브?
sky 메이커다오
lido 라이도 | 리도다오 | 리도 파이낸스
curve 커브파이낸스 | 커브 파이낸스
compound 컴파운드?
synthetix 신세틱스
pancakeswap 팬케이크스왑
sushi 스시스왑
1inch 1인치네트워크 | 1인치 네트워크
balancer 밸런서?
yearn 연파이낸스
gmx -
dydx 디와이디엑스
pendle 펜들
jupiter 주피터?
raydium 레이디움
rocket-pool 로켓풀
eigenlayer 아이겐레이어
etherfi 이더파이
ethena 에테나
ondo 온도파이낸스 | 온도 파이낸스
thorchain 토르체인
worldlibertyfinancial 월드리버티파이낸셜 | 월드 리버티 파이낸셜
layerzero 레이어제로
wormhole 웜홀?
pyth 피스네트워크 | 피스 네트워크
the-graph 더그래프 | 더 그래프
sandbox 더샌드박스 | 더 샌드박스 | 샌드박스?
decentraland 디센트럴랜드
axie-infinity 엑시인피니티 | 엑시 인피니티
enjin-coin 엔진코인
gala 갈라게임즈
chiliz 칠리즈
apecoin 에이프코인
stepn 스테픈?
render 렌더토큰
fetch-ai 페치AI
singularitynet 싱귤래리티넷
world 월드코인
basic-attention 베이직어텐션토큰
ens 이더리움네임서비스 | 이더리움 네임 서비스
floki 플로키
pepe 페페?
bonk 봉크
polymarket 폴리마켓
story 스토리프로토콜 | 스토리 프로토콜
monad 모나드?
berachain 베라체인
virtuals 버추얼프로토콜 | 버추얼 프로토콜
ronin 로닌?
tornado-cash 토네이도캐시 | 토네이도 캐시
binance 바이낸스
coinbase 코인베이스
kraken 크라켄?
bybit 바이비트
okx 오케이엑스
kucoin 쿠코인
bitfinex 비트파이넥스
gate-io 게이트아이오
htx 후오비
bitget 비트겟
upbit 업비트
metamask 메타마스크
ledger 렛저
trezor 트레저?
trust-wallet 트러스트월렛 | 트러스트 월렛
opensea 오픈씨
phantom 팬텀월렛 | 팬텀 월렛
aragon 아라곤?
audius 오디우스
bancor 뱅코르
band-protocol 밴드프로토콜
blast 블라스트?
core-dao 코어다오
decred 디크레드
gitcoin 깃코인
holo 홀로체인
illuvium 일루비움
iotex 아이오텍스
jito 지토?
klaytn 클레이튼
kyberswap 카이버스왑 | 카이버네트워크
livepeer 라이브피어
morpho 모르포
nervos 너보스
numerai 뉴메레르
oasis 오아시스네트워크
ocean 오션프로토콜
origin-protocol 오리진프로토콜
osmosis 오스모시스?
rootstock 루트스탁
secret 시크릿네트워크
status 스테이터스네트워크토큰
symbiotic 심바이오틱
taiko 타이코
walletconnect 월렛커넥트
`;
