/**
 * Which repositories the snapshot reads for which project: main repositories, chosen by hand from the project's own
 * organisations. Ids are those of the registry, whose build pins the same repositories: only then may live commits
 * continue the snapshot's weeks. The first one is the main one: where its history is not at hand (some are larger than a
 * build takes), the project is left out rather than judged by a side one. Left out too: forks that take over single commits of
 * their parent under new ids, so that its developers would count as theirs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each line: the project's id, then `owner/name`, parted by spaces. */
const LIST = readFileSync(join(import.meta.dirname, 'projects.txt'), 'utf8');

/** Repositories that grew out of another project's: commits that the parent has too are the parent's work, not theirs. */
export const GREW_OUT_OF: Record<string, string> = {
  '0xPolygon/bor': 'ethereum/go-ethereum',
  '0glabs/0g-chain': 'Kava-Labs/kava',
  'ronin-chain/ronin': 'ethereum/go-ethereum',
  'bnb-chain/bsc': 'ethereum/go-ethereum',
  'bobanetwork/boba': 'ethereum-optimism/optimism',
  'dogecoin/dogecoin': 'bitcoin/bitcoin',
  'litecoin-project/litecoin': 'bitcoin/bitcoin',
  'MetisProtocol/mvm': 'ethereum-optimism/optimism',
  'mantlenetworkio/mantle-v2': 'ethereum-optimism/optimism',
  'pyth-network/pyth-crosschain': 'wormhole-foundation/wormhole',
};

export interface SnapshotSource {
  id: string;
  repos: string[];
}

/** All projects of the list, in its order. */
export function listedProjects(): SnapshotSource[] {
  return LIST.trim()
    .split('\n')
    .map((line) => {
      const [id = '', ...repos] = line.split(' ');
      return { id, repos };
    });
}
