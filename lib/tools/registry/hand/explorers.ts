/**
 * Hosts that show tokens of a chain under `/token/0x…` and `/address/0x…`, by the chain's EIP-155 number. Looked up in viem's list
 * of chains (MIT) and in Blockscout's list of its own explorers (2026-07); Snowscan, Cronoscan and Moonscan's second host from their own pages.
 */
export const EXPLORERS: Record<string, string[]> = {
  1: ['etherscan.io', 'eth.blockscout.com'],
  10: ['optimistic.etherscan.io', 'explorer.optimism.io'],
  25: ['cronoscan.com', 'explorer.cronos.org'],
  56: ['bscscan.com'],
  100: ['gnosisscan.io', 'gnosis.blockscout.com'],
  130: ['uniscan.xyz', 'unichain.blockscout.com'],
  137: ['polygonscan.com', 'polygon.blockscout.com'],
  146: ['sonicscan.org'],
  250: ['ftmscan.com'],
  324: ['explorer.zksync.io', 'zksync.blockscout.com'],
  1284: ['moonscan.io', 'moonbeam.moonscan.io'],
  1285: ['moonriver.moonscan.io'],
  5000: ['mantlescan.xyz'],
  8217: ['kaiascan.io'],
  8453: ['basescan.org', 'base.blockscout.com'],
  42161: ['arbiscan.io', 'arbitrum.blockscout.com'],
  42170: ['nova.arbiscan.io', 'arbitrum-nova.blockscout.com'],
  42220: ['celoscan.io', 'celo.blockscout.com'],
  43114: ['snowtrace.io', 'snowscan.xyz'],
  59144: ['lineascan.build', 'explorer.linea.build'],
  81457: ['blastscan.io'],
  534352: ['scrollscan.com', 'scroll.blockscout.com'],
};
