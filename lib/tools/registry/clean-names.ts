/** Names and aliases by rule: what people call the project, not its token, its bridge, its repositories or its slug. */
import { foldName } from '../../domain/registry/fold.ts';
import type { SourceRow } from './source-row.ts';

/** A qualifier that names the same project: "Core DAO" is Core. */
export const QUALIFIER =
  /^(?:protocol|network|finance|dao|chain|blockchain|labs|foundation|exchange|money|hub|platform|fi|markets?|ecosystem|l1|l2)$/i;
/** Words that name a product, a token, an environment or a page, not the project. */
const OF_A_PART =
  /\b(?:tokens?|bridges?|bridged|wrapped|testnet|devnet|mainnet|staking|staked|website|wallet|explorer|docs?|documentation|research|sdk|api|contracts?|repo(?:sitory)?|monorepo|github|airdrop|nfts?|lp|vaults?|faucet|dashboard|node|subgraph|interface|frontend|app|dapp|grants?|milestone|phase|round|proposal|ico|beta|alpha|sepolia|goerli|holesky|v\d+(?:\.\d+)*|usd|governance|treasury|legacy|classic|deprecated|old|formerly|c-chain|zkevm|evm|pos|nova|one|orbit|(?:based|powered) on)\b/i;
/** Longer ones are titles or sentences. */
const MAX_ALIAS_LENGTH = 32;
const MAX_ALIAS_WORDS = 4;
/** Shorter ones are tickers or abbreviations. */
const MIN_ALIAS_LENGTH = 3;

/** The organisation or user of an entry such as "owner", "owner/name" or "owner?tab=repositories". */
export function ownerOf(entry: string): string {
  return (entry.split(/[/?#]/)[0] as string).trim();
}

/** The name as shown: without what stands in brackets, without a subtitle and without stray blanks. */
export function cleanName(name: string): string {
  const bare = (name.split(/\s+[-–—|]\s+|;\s|:\s/)[0] as string)
    .replace(/\s*[([].*?[)\]]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? name.trim() : bare;
}

/** Why an alias of the row is no name of the project, or undefined where it is one. `name` is the cleaned name. */
export function aliasFault(alias: string, name: string, row: SourceRow): string | undefined {
  const words = alias.split(/\s+/);
  if (alias.length < MIN_ALIAS_LENGTH) return 'too short';
  if (alias.length > MAX_ALIAS_LENGTH || words.length > MAX_ALIAS_WORDS) return 'a title';
  if (/[()[\]/:|,"#@&+%→]|\s-\s|\d{4,}|^\d+$/.test(alias)) return 'holds marks of a title';
  if (!/\p{L}/u.test(alias)) return 'no letter';
  if (OF_A_PART.test(alias.replace(/\./g, ' ')) && !OF_A_PART.test(name)) return 'a part or a token';
  if (/^[a-z0-9]+(?:[-_][a-z0-9]+)+$/i.test(alias)) return 'a slug';
  if (/^[a-z0-9]+$/.test(alias) && foldName(alias) !== foldName(name)) return 'a slug';
  if (row.github.some((entry) => ownerOf(entry) === alias) && !/\s/.test(alias) && !isShortOf(alias, name)) {
    return 'an organisation';
  }
  if (row.symbol && alias.toLowerCase() === row.symbol.toLowerCase()) return 'the ticker';
  if (/^(?:[a-z]{1,3})?[A-Z0-9]{2,6}$/.test(alias) && !isShortOf(alias, name)) return 'a token or an abbreviation';
  if (!alias.includes(' ') && alias.length > name.length && alias.toLowerCase().startsWith(name.toLowerCase())) {
    return 'a child that carries the name';
  }
  if (/^[a-z0-9-]+\.(?:com|org|io|xyz|net|app|co)$/i.test(alias)) return 'an address';
  return undefined;
}

/** True where `alias` is the name without its qualifier, or with one. */
function isShortOf(alias: string, name: string): boolean {
  const [short, long] = alias.length < name.length ? [alias, name] : [name, alias];
  return long.toLowerCase().startsWith(`${short.toLowerCase()} `);
}

/** True where `alias` is `name` followed by a part's words: it finds nothing that the name does not, or a child. */
export function isExtension(alias: string, name: string): boolean {
  if (!alias.toLowerCase().startsWith(`${name.toLowerCase()} `)) return false;
  return !alias
    .slice(name.length + 1)
    .split(' ')
    .every((word) => QUALIFIER.test(word));
}

/** "Puffer" for "Puffer Finance": the name without its qualifier, or undefined. */
export function shortForm(name: string): string | undefined {
  const words = name.split(' ');
  const last = words.at(-1) as string;
  if (words.length < 2 || !QUALIFIER.test(last)) return undefined;
  const short = words.slice(0, -1).join(' ');
  return short.length >= MIN_ALIAS_LENGTH ? short : undefined;
}
