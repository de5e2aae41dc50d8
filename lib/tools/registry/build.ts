/**
 * Builds public/data/registry.json from the collected project list and the hand lists beside this file.
 * `--check` writes nothing and fails where the committed file differs. Prints what was dropped and why.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { encodeRegistry } from '../../domain/registry/format.ts';
import type { Result } from '../../result.ts';
import { addMissing } from './add-missing.ts';
import { assemble } from './assemble.ts';
import { readContracts } from './contracts.ts';
import { AMBIGUITY_FILE, CONTRACTS_FILE, OUTPUT_FILE, ROWS_FILE, WEAK_SECTORS_FILE, WORDS_FILE } from './files.ts';
import { readAmbiguity, readRows } from './source-row.ts';

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  console.error(`registry: ${result.failure.detail}`);
  process.exit(1);
}

function main(): void {
  if (!existsSync(ROWS_FILE)) {
    console.log('registry: the collected list is not on this machine; the committed file is kept as it is');
    return;
  }
  const words = new Set(readFileSync(WORDS_FILE, 'utf8').split('\n'));
  const rows = addMissing(
    must(readRows(readFileSync(ROWS_FILE, 'utf8'))),
    must(readRows(readFileSync(WEAK_SECTORS_FILE, 'utf8'))),
  );
  const ambiguity = must(readAmbiguity(readFileSync(AMBIGUITY_FILE, 'utf8')));
  const contracts = must(readContracts(readFileSync(CONTRACTS_FILE, 'utf8')));
  const { projects, dropped, removed } = must(assemble(rows, ambiguity, words, contracts));
  const text = encodeRegistry(projects);
  for (const { id, what, reason } of dropped) console.log(`dropped  ${id} (${what}): ${reason}`);
  if (process.argv.includes('--verbose')) {
    for (const { id, what, reason } of removed) console.log(`removed  ${id}: ${what}: ${reason}`);
  }
  console.log(`${rows.length} rows, ${dropped.length} dropped, ${projects.length} projects, ${text.length} characters`);
  console.log(`${removed.length} names and keys taken away (--verbose lists them)`);
  if (process.argv.includes('--check')) {
    const same = existsSync(OUTPUT_FILE) && readFileSync(OUTPUT_FILE, 'utf8') === text;
    if (!same)
      must({ ok: false, failure: { kind: 'invalid-input', at: 0, detail: 'the committed file is not current' } });
    return;
  }
  writeFileSync(OUTPUT_FILE, text);
}

main();
