/**
 * First commits (roots) of public repositories, to see that a history began as that of another project. Computed from
 * git histories; origin: `data/activity/root-commits.json` of the material that this project shares with its authors.
 * Twelve hex digits of each id: 2^48 values tell the few roots of a repository from these 172 without a mistake.
 */
const ROOT_DIGITS = 12;

/** One repository a line: name, then its root commits. */
const ROOTS = `
aave-dao/aave-v3-origin 7790961841f0
aklinker1/github-better-line-counts 32bbab13572a
aklinker1/webext-core 49c570d155cf
anoma/anoma 8e50ab07d47d 796cdf35f25d
base-org/web 2872ecb0a115
bitcoin-abe/bitcoin-abe bcd9f92abe03
blockscout/chainscout a2ce3df8bf5b
blockscout/frontend-configs f70f3199193b
bma-d/defillama-extract d5ec24a529c4
bnb-chain/bsc 68ccbefc94e9 2b32f47d2c17 2c81698f31e7 e4bbea400f7d 5db3335dce76
bnb-chain/greenfield e4e0eb438781
cashubtc/nutshell 213968eca7a4
celestiaorg/celestia-node 4ca852a141b1
chaoss/metrics 4b17a11e4343
chaoss/website ffaf9ef5b846
cometbft/cometbft 28d39f8726c7 cfeac977fd6b 16372365c47c 35b352afb0d8 bec34fc8d7ee
compound-finance/compound-protocol f754de9acb1e
cosmos/chain-registry 436665df2d9c
cosmos/gaia d69d9ff32c0f
cosmos/ibc-go 40f46bf2d6e0
cowprotocol/services a2e1d137ac54
crytic/slither d6b51cef66bf
darkreader/darkreader 8890d7099d47
dashpay/dash-roadmap 0f8f0fb2a9a5
dashpay/dips 0ef5b68e1c74
decred/dcrdocs 695c8fad4b3a
DefiLlama/chainlist 1b5208c8df5e
DefiLlama/DefiLlama-Adapters 7853174f7f9b
DefiLlama/defillama-app 5785da7bf026
DefiLlama/defillama-extension fa35dfc18d7a
DefiLlama/peggedassets-server 5d0f8a4abc17
DefiLlama/url-directory 1d38d14e9d28
dexie/Dexie.js 1a77dad6bdb2
duckduckgo/duckduckgo-privacy-extension bc322b844974 b3f1b8430841
ecosyste-ms/commits a351af71ece2
eekeyguy/L2Beat 877c64789704
electric-capital/crypto-ecosystems d975200258bc
Elmahrosa/El-Mahrosa.Teos-Sovereign-System 69f03062a30c
elysium-chain/gitbook-documentation 4c44c2e6e9fc
EOSIO/Documentation 6d0337abb275
EOSIO/eos e03269e8ed2a
ergoplatform/ergo ccb55a3c3579 ce0b56dd010a 258a8803d7f3
ethereum-lists/tokens 07e0a491aebe
ethereum-optimism/superchain-registry 6c4ebfdd7c7f
ethereum/go-ethereum 68ccbefc94e9 2b32f47d2c17 2c81698f31e7 e4bbea400f7d 5db3335dce76
fetchai/uAgents 42854fc81cf0
fewzfewz/scratchBlockchain 915c10085702
filecoin-project/lotus 03f31d74f18b c57c47ffb569 ec306ba24dad 800f835a2eff 1969c6618eea
filecoin-project/roadmap 31186de4275e
fregante/webext-messenger 8c51aeed5dbc
fregante/webext-options-sync d4dc97b1b5fc
fregante/webext-storage-cache 66a218f3eedc
galianus/eos-docs 6d0337abb275
goatfi/defillama-server 15f0a8061f0a
GoogleChrome/lighthouse c09a442f0574
growthepie/gtp-dna 3d057161f47f
harmony-one/harmony 1c151c569196
helium/blockchain-core 310afedc090f
herpq/defillama-server 15f0a8061f0a
hyperledger/besu 7dfc2e4085e8
hyperledger/fabric a0f4c0d0574f
hypothesis/client c7ddcc614ba6 1ba79cd322e0
informalsystems/hermes a9f325404536
infosec-us-team/Immunefi-Bug-Bounty-Programs-Unofficial e2192feb6f58
iotexproject/iotex-core 06f85553d425
ipfs/roadmap 5a947e56a0fe
IsThereAnyDeal/AugmentedSteam 81764ffbedfb
Justineo/github-hovercard 0b77aa7c1ab1
kaspanet/rusty-kaspa d45dbc117827
Layr-Labs/eigenlayer-contracts dae733529ca0
libp2p/go-libp2p 811f0c738998 62cf6119be59 3023356beb10 0c1fe86b5e4f 605978b9c3f7
libp2p/rust-libp2p 603fcf6557a8
lidofinance/core f532dc9eff58
lightning/bolts 6dffe2de0503
lightningnetwork/lightning-rfc 6dffe2de0503
linera-io/linera-protocol 7367c57a1ce0
logos-co/roadmap c01138a81c70
makerdao/dss ffa4622aa93f 3275159455b4 153ce6196ec3
mattgurbiel/defillama-server 15f0a8061f0a
mengxi-ream/read-frog f3a2a42c6723
MetisProtocol/metis-sdk a1377a360e8b
MetisProtocol/mvm df4643e8ed0e 528f57f72795
mimblewimble/grin f73a308bf3c9
monero-project/monero-site 570e85dac74a
moonbeam-foundation/moonbeam 18b93e38c28e
multiversx/mx-assets bd564f397e56
nbundi/pricing-the-defi-tail 844c870522ee
near/ecosystem 86e5be5d4dca
near/mpc 31d25fcaa090 9285d278b956
nervosnetwork/ckb 40e5830e2e41
octokit/plugin-retry.js 6347b16c8265
octokit/plugin-throttling.js 683d2a9aa9c6
OctoLinker/OctoLinker 3e38bc049dcb 270f7b505389 151569f62beb
OffchainLabs/arbitrum-token-bridge fb39098b37c9 39b492e310b5
OffchainLabs/nitro a33e2e4280bd 9e82c3c37e47 5e09ee075e65
opencrypto-io/data 2e86ce9d08bc
opensource-observer/insights 87628a257ba3
opensource-observer/oso f5451e105b8f
opensource-observer/oss-directory a5c5d6b28314
openstyles/stylus b019038f5701
osmosis-labs/osmosis 0dd20ca0d14a
ossf/scorecard 3ee3c748e91f
ossf/scorecard-webapp 4d115b5f0160
ourresearch/unpaywall-extension 741dc3d787a1
oxSaturn/l2beat acb181fda115 c053ca60c433 1e07803526c9
paritytech/parity-signer 98e86d57f7f9
paritytech/ss58-registry 79e68be7fa44
polkadot-js/phishing 314bf6f252a9
preactjs/signals f2eeb7da40a2
PubPeerFoundation/PubPeerBrowserExtensions fc2e7ad5e435
refined-github/refined-github 07ecc75e81cb
regen-network/regen-ledger 84331777371e
santiment/academy 3242c1adeb71
santiment/projects 5904ea8c4582
satoshilabs/slips b76151348a74
scamsniffer/scam-database e6fb919ff133
scitedotai/scite-extension 3c5858882f24
scroll-tech/scroll 837cd7bf1e25
shinitakunai/defillama-server 15f0a8061f0a
status-im/nimbus-eth2 a5ae8ef0aacb
sudo-owen/defillama-server 15f0a8061f0a
sushiswap/sushiswap 9c97218eea8a
symbioticfi/core 32c798a13c62
tendermint/tendermint 28d39f8726c7 cfeac977fd6b 16372365c47c 35b352afb0d8 bec34fc8d7ee
term-finance/defillama-server 15f0a8061f0a
terra-money/core d9d8fbf2281a
thehorizonholding/HorizCoin 9282c34bc1ba
TheUnconstrainedMind/defillama-server 15f0a8061f0a
ton-blockchain/ton c2da007f4065
tonkeeper/ton-assets 86de566e9f70
trustwallet/wallet-core d7290d43c14a
trvorth/Qanto ef2a82025c6d
tubearchivist/browser-extension beccfd47a753
uBlockOrigin/uBOL-home 85c4e8f54619
Uniswap/v4-core 36a59fb592d7
vacp2p/roadmap c01138a81c70
valory-xyz/open-autonomy 2ddf1b1c80f6
violentmonkey/violentmonkey 10bde6a232aa
wikimedia/mediawiki-extensions-Popups e1a63ee1a796
wxt-dev/examples 610e9f86a870
wxt-dev/wxt ee7c2cd3afc7
yueqilinlin/crypto-metadata d6dcf0980cc7
Zapper-fi/studio 6c6cab2c84bd
zcash/zcash d48555b36ac5 c25e98186d0f aaa1c3c4001d e071a3f6c06f 4405b78d6059
ZcashFoundation/zebra db7b3da3134f ec363d2d4186
zotero/zotero-connectors 6fb0ba6d45c0
`;

const byRoot = new Map<string, string[]>();
for (const line of ROOTS.trim().split('\n')) {
  const [repo = '', ...roots] = line.split(' ');
  for (const root of roots) byRoot.set(root, [...(byRoot.get(root) ?? []), repo]);
}

/** The known repositories (`owner/name`, in order of their names) whose history has this first commit; undefined where none is known. */
export function knownRoot(sha: string): readonly string[] | undefined {
  return byRoot.get(sha.slice(0, ROOT_DIGITS).toLowerCase());
}
