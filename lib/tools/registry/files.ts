/** Where the registry build reads and writes. The collected data lie beside the repository and may be absent. */
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const COLLECTED = join(ROOT, '../shared/data/registry');
export const ROWS_FILE = join(COLLECTED, 'projects.jsonl');
export const WEAK_SECTORS_FILE = join(COLLECTED, 'weak-sector-candidates.jsonl');
export const AMBIGUITY_FILE = join(COLLECTED, 'ambiguity.json');
export const WORDS_FILE = join(import.meta.dirname, 'hand/words.txt');
export const CONTRACTS_FILE = join(import.meta.dirname, 'hand/contracts.tsv');
export const OUTPUT_FILE = join(ROOT, 'public/data/registry.json');
