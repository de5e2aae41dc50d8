/** Who keeps an organisation, a handle or a slug that several rows claim. Without an entry: the row that most lists know. */

/** Organisation in lower case → project. */
export const ORG_OWNERS: Record<string, string> = {
  paritytech: 'polkadot',
  consensys: 'consensys',
  axieinfinity: 'axie-infinity',
  'ribbon-finance': 'ribbon-finance',
  brave: 'brave',
  consenlabs: 'consenlabs',
  'aurigami-finance': 'aurigami',
  defieye: 'defieye',
  omgnetwork: 'omg-network',
  idexio: 'idex',
  galxe: 'galxe',
  immunefi_team: 'immunefi',
  'provable-things': 'provable-things',
  flrfinance: 'enosys',
  everstake: 'everstake',
  limechain: 'limechain',
};

export const HANDLE_OWNERS: Record<string, string> = {
  consensys: 'consensys',
  wemixnetwork: 'wemix',
  huobiglobal: 'htx',
};

/** `key:slug` → project. */
export const SLUG_OWNERS: Record<string, string> = {
  'cmc:helium': 'helium',
  'cmc:safe': 'anwang-com',
};

/**
 * Organisations on record that build something else as well, or belong to other projects: reading them would count
 * other people's work. Project → organisations to leave out.
 */
export const NOT_THEIRS: Record<string, string[]> = {
  // A market for flash loans of the same name.
  equalizer: ['equalizer-finance'],
  // A firm for data science, by the name of its own.
  linea: ['LineaLabs'],
  // A firm that trades in other things, by the same word.
  symmetry: ['symmetryinvestments'],
  // The firm behind it, whose libraries have nothing to do with it.
  paypal: ['paypal'],
  robinhood: ['robinhood'],
  // Found nowhere.
  dforce: ['dforcenetwork'],
  treasure: ['TreasureForLoot'],
  aurora: ['Atomicgreen', 'Gymnasia-Labs', 'DeFiEye', 'Aurigami-Finance'],
  terra: ['PFC-Validator'],
  blast: ['blasterswap'],
  icon: ['balancednetwork'],
  telos: ['VeriFund'],
  canto: ['neobase-one', 'Plex-Engineer'],
  kadena: ['Docushield', 'kaddex-org'],
  agoric: ['Kryha', 'lari-labs'],
  aleo: ['aleoswap-labs'],
  loopring: ['looperlands'],
  bluzelle: ['njmurarka'],
  mai: ['publu', 'qi-dao-mai-finance'],
  'the-graph': ['GraphiteTools'],
  acala: ['Acala-EVM-Dapps'],
};

/** Organisations that a project works in today: its repositories went there (Electric Capital's list of moves, 2026-01), or its main one stands there. */
export const ALSO_THEIRS: Record<string, string[]> = {
  'trader-joe': ['lfj-gg'],
  safe: ['safe-fndn'],
  'bitcoin-sv': ['bsv-blockchain'],
  valora: ['valora-xyz'],
  eoracle: ['eodata'],
  unore: ['lunos-insurance'],
  'pulsar-finance': ['PulsarDataSolutions'],
  'standard-protocol': ['standarddotim'],
  blockful: ['blockful'],
  idriss: ['idriss-xyz'],
  casper: ['casper-network'],
  telcoin: ['Telcoin-Association'],
  terra: ['phoenix-directive'],
  stakedao: ['stake-dao'],
};
