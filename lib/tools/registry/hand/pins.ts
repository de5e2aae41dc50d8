/** The main repositories of the best-known projects, most telling first: the first three are read without a token. */
export const PINS: Record<string, string[]> = {
  ethereum: ['ethereum/go-ethereum'],
  lido: ['lidofinance/core'],
  eigenlayer: ['Layr-Labs/eigenlayer-contracts'],
  symbiotic: ['symbioticfi/core'],
  celestia: ['celestiaorg/celestia-node'],
  'bnb-chain': ['bnb-chain/bsc'],
};
