/** Addresses by hand, where the collected ones are another's or are missing. */

/** All addresses of the row: the collected ones are left out. Empty where the project has none of its own. */
export const DOMAINS: Record<string, string[]> = {
  // The address of the firm or the person behind it, under which other things stand.
  teku: [],
  cryo: [],
  createx: ['createx.rocks'],
  multicall3: ['multicall3.com'],
  whatsabi: [],
  'delegation-tools': [],
  cuview: [],
  postino: ['postino.xyz'],
  reneum: [],
  'ens-wayback-machine': [],
  'okashi-developer-ux-upgrade': ['okashi.dev'],
  'interplanetary-network-indexer-ipni': ['ipni.io'],
  scanworks: ['range.org'],
  // The firm writes itself with a dash; the address without one is nobody's that is known.
  zksync: ['zksync.io', 'matter-labs.io'],
};

/** Further addresses of the project. */
export const MORE_DOMAINS: Record<string, string[]> = {
  'gate-io': ['gate.io'],
  hydradx: ['hydration.net'],
  'trader-joe': ['lfj.gg'],
  'ready-formerly-argent': ['argent.xyz'],
  // Groups on GitLab.
  thorchain: ['gitlab.com/thorchain'],
  tezos: ['gitlab.com/tezos'],
  'maya-protocol': ['gitlab.com/mayachain'],
};
