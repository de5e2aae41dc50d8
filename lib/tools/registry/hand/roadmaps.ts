/**
 * Roadmaps that stand on GitHub, each looked up: a file or folder whose text is the project's plan, at the head or, where
 * it was removed, in the history of its path. HEAD stands for the default branch, whatever its name.
 */
export const ROADMAPS: Record<string, string> = {
  acala: 'https://github.com/AcalaNetwork/acala-wiki/blob/HEAD/acala-exodus-upgrade/execution-roadmap.md',
  akash: 'https://github.com/akash-network/docs/blob/HEAD/roadmap.md',
  besu: 'https://github.com/hyperledger/besu/blob/HEAD/ROADMAP.md',
  'bitcoin-cash': 'https://github.com/bitcoincashorg/bitcoincash.org/blob/HEAD/_includes/roadmap/roadmap.html',
  bitlayer: 'https://github.com/bitlayer-org/bitlayer-org.github.io/blob/HEAD/docs/Learn/Introduction/Roadmap.md',
  blockscout: 'https://github.com/blockscout/docs/blob/HEAD/about/roadmap.mdx',
  bob: 'https://github.com/bob-collective/bob/blob/HEAD/docs/docs/docs/bitvm/roadmap.md',
  ceramic: 'https://github.com/ceramicnetwork/docs/blob/HEAD/docs/learn/roadmap.md',
  cosmos: 'https://github.com/cosmos/cosmos-sdk/blob/HEAD/ROADMAP.md',
  dash: 'https://github.com/dashpay/dash-roadmap/blob/HEAD/README.md',
  'eos-io': 'https://github.com/EOSIO/Documentation/blob/HEAD/Roadmap.md',
  ergo: 'https://github.com/ergoplatform/ergodocs/blob/HEAD/docs/roadmap.md',
  ethereum: 'https://github.com/ethereum/ethereum-org-website/blob/HEAD/public/content/roadmap/index.md',
  filecoin: 'https://github.com/filecoin-project/filecoin-docs/blob/HEAD/smart-contracts/fundamentals/roadmap.md',
  firo: 'https://github.com/firoorg/firo-site/blob/HEAD/_posts/2025-03-19-firo-roadmap-2025.md',
  fuel: 'https://github.com/FuelLabs/sway/blob/HEAD/docs/src/strategy/strategy_and_roadmap.md',
  harmony: 'https://github.com/harmony-one/docs-home/blob/HEAD/general/introduction/roadmap.md',
  helium: 'https://github.com/helium/docs/blob/HEAD/docs/network-iot/iot-proof-of-coverage-roadmap.mdx',
  'hummingbot-foundation': 'https://github.com/hummingbot/hummingbot/blob/HEAD/documentation/docs/roadmap.md',
  hyperledger: 'https://github.com/hyperledger/besu/blob/HEAD/ROADMAP.md',
  interlay: 'https://github.com/interlay/interbtc-docs/blob/HEAD/docs/about/roadmap.md',
  'internet-computer': 'https://github.com/dfinity/portal/blob/HEAD/roadmap/roadmap.json',
  iota: 'https://github.com/iotaledger/iota/blob/HEAD/ROADMAP.md',
  ipfs: 'https://github.com/ipfs/roadmap/blob/HEAD/README.md',
  juno: 'https://github.com/CosmosContracts/juno/blob/HEAD/ROADMAP.md',
  libp2p: 'https://github.com/libp2p/specs/blob/HEAD/ROADMAP.md',
  linea:
    'https://github.com/Consensys/doc.linea/blob/HEAD/docs/architecture/overview/decentralization-roadmap/index.mdx',
  livepeer: 'https://github.com/livepeer/protocol/blob/HEAD/DEVROADMAP.md',
  'map-protocol': 'https://github.com/mapprotocol/docs/blob/HEAD/learn/roadmap.md',
  miden: 'https://github.com/0xMiden/protocol/blob/HEAD/docs/roadmap.md',
  mina: 'https://github.com/MinaProtocol/docs2/blob/HEAD/docs/zkapps/roadmap.mdx',
  monero: 'https://github.com/monero-project/monero-site/blob/HEAD/resources/roadmap/index.md',
  nano: 'https://github.com/nanocurrency/nano-docs/blob/HEAD/docs/releases/roadmap.md',
  nosana: 'https://github.com/nosana-ci/docs.nosana.io/blob/HEAD/docs/about/roadmap.md',
  'omni-network': 'https://github.com/omni-network/omni/blob/HEAD/docs/docs/operate/roadmap.md',
  'pocket-network': 'https://github.com/pokt-network/pocket/blob/HEAD/docs/roadmap/README.md',
  radix: 'https://github.com/radixdlt/docs/blob/HEAD/releases/consensus-roadmap.md',
  rarible: 'https://github.com/rarible/protocol/blob/HEAD/docs/roadmap.md',
  ravencoin: 'https://github.com/RavenProject/Ravencoin/blob/HEAD/roadmap/README.md',
  secret:
    'https://github.com/SecretFoundation/docs/blob/HEAD/overview-ecosystem-and-technology/secret-network-overview/roadmap/README.md',
  'secured-finance': 'https://github.com/Secured-Finance/secured-finance-docs/blob/HEAD/top/roadmap-2025/README.md',
  'ssv-network': 'https://github.com/ssvlabs/ssv/blob/HEAD/ROADMAP.md',
  status: 'https://github.com/status-im/status-desktop/blob/HEAD/docs/roadmap.md',
  storj: 'https://github.com/storj/roadmap/blob/HEAD/README.md',
  sui: 'https://github.com/MystenLabs/sui/blob/HEAD/DEVX_ROADMAP.md',
  'unlock-protocol': 'https://github.com/unlock-protocol/unlock/blob/HEAD/docs/docs/governance/roadmap.md',
  zetachain: 'https://github.com/zeta-chain/docs/blob/HEAD/src/pages/about/roadmap.mdx',
};

/** Ids whose roadmap stands outside the owners on record, with the reason why it is theirs all the same. */
export const ROADMAPS_ELSEWHERE: Record<string, string> = {};
