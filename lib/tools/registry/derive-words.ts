/**
 * For maintainers: writes hand/words.txt, the words of our names that are in a common word list.
 * The build reads that file, so it gives the same bytes on machines without a word list.
 * Usage: node lib/tools/registry/derive-words.ts <word list>, such as Debian's american-english-large.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { additionRows } from './add-missing.ts';
import { wordsOf } from './classify.ts';
import { ROWS_FILE, WEAK_SECTORS_FILE, WORDS_FILE } from './files.ts';
import { ALIASES, NAMES } from './hand/names.ts';
import { readRows } from './source-row.ts';

const [listPath] = process.argv.slice(2);
if (!listPath) throw new Error('give the path of a word list, one word a line');
const common = new Set(readFileSync(listPath, 'utf8').toLowerCase().split('\n'));
const rows = readRows(`${readFileSync(ROWS_FILE, 'utf8')}\n${readFileSync(WEAK_SECTORS_FILE, 'utf8')}`);
if (!rows.ok) throw new Error(rows.failure.detail);
const names = [...rows.value, ...additionRows()].flatMap((row) => [row.name, ...row.aliases]);
const ours = [...names, ...Object.values(NAMES), ...Object.values(ALIASES).flat()].flatMap(wordsOf);
const plain = [...new Set(ours)].filter((word) => common.has(word)).sort();
writeFileSync(WORDS_FILE, `${plain.join('\n')}\n`);
console.log(`${plain.length} plain words`);
