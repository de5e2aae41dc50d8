/** Which rows are no crypto project, or no project at all, and why. */
import { DROPS, KEEPS } from './hand/drops.ts';
import type { SourceRow } from './source-row.ts';

/** Words that only a crypto project carries in its name, addresses or organisation. */
const CRYPTO_WORD =
  /chain|dao|defi|swap|crypto|web3|coin|token|wallet|nft|zk|evm|stak|ledger|bitcoin|btc|dapp|rollup|vault|farcaster|solidity|\beth|eth\b|ethereum|stellar|soroban|filecoin|\bfil|ipfs|celo|near|fi\b|onchain|protocol|validator|\.eth\b|0x|based?\b|degen|meme|mint|names?\b|governance|bankless|multisig|smart.?contract/i;
/** Endings that plain software and firms seldom choose, and crypto projects often do. */
const CRYPTO_ENDING =
  /\.(?:xyz|finance|fi|exchange|network|io|gg|eth|money|cash|wtf|fun|market|trade|trading|social|lol|art|domains|world|eco|id|vote|fund|pet|dog|meme|game|land|club|supply|credit)$/;

/**
 * A row known from oss-directory alone may be any open-source software. It stays when its words or its address
 * speak of crypto, or when a ticker, a sector or a parent ecosystem is on record.
 */
function speaksOfCrypto(row: SourceRow): boolean {
  if (row.symbol || row.sector.length > 0 || (row.ec_parents?.length ?? 0) > 0) return true;
  const words = [row.name, ...row.aliases, ...row.domains, ...row.github, row.x_handle ?? ''].join(' ');
  return CRYPTO_WORD.test(words) || row.domains.some((domain) => CRYPTO_ENDING.test(domain));
}

/** Why the row is left out, or undefined where it stays. The hand list comes first: it may also keep a row. */
export function reasonToDrop(row: SourceRow): string | undefined {
  const byHand = DROPS[row.id];
  if (byHand !== undefined) return byHand;
  if (!KEEPS.has(row.id) && row.sources.length === 1 && row.sources[0] === 'oso' && !speaksOfCrypto(row)) {
    return 'known from oss-directory alone, and nothing on record speaks of crypto';
  }
  return undefined;
}
