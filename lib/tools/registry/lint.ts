/** Checks the committed registry. Faults end with code 1; `--doubts` prints the rows that a person should look at. */
import { readFileSync } from 'node:fs';
import { decodeRegistry } from '../../domain/registry/format.ts';
import { OUTPUT_FILE, WORDS_FILE } from './files.ts';
import { lintNative } from './lint-native.ts';
import { lintRegistry } from './lint-rules.ts';

const decoded = decodeRegistry(JSON.parse(readFileSync(OUTPUT_FILE, 'utf8')));
if (!decoded.ok) throw new Error(decoded.failure.detail);
const words = new Set(readFileSync(WORDS_FILE, 'utf8').split('\n'));
const found = [...lintRegistry(decoded.value, words), ...lintNative(decoded.value)];
const faults = found.filter((finding) => finding.level === 'fault');
const shown = process.argv.includes('--doubts') ? found : faults;
for (const { level, id, rule, what } of shown) console.log(`${level}  ${id}: ${rule}: ${what}`);
console.log(
  `${faults.length} faults, ${found.length - faults.length} doubtful rows in ${decoded.value.length} projects`,
);
if (faults.length > 0) process.exitCode = 1;
