/** `node lib/tools/snapshot/delta.ts <before> <after> <delta>`: writes what changed between two snapshot files. */
import { readFileSync } from 'node:fs';
import { parseSnapshot } from '../../domain/snapshot/decode.ts';
import { diffSnapshots } from '../../domain/snapshot/delta.ts';
import type { Snapshot } from '../../domain/snapshot/format.ts';
import { writeWhole } from './run.ts';

function read(path: string): Snapshot {
  const parsed = parseSnapshot(readFileSync(path, 'utf8'), Date.now());
  if (!parsed.ok) throw new Error(`${path}: ${parsed.failure.kind} ${parsed.failure.detail ?? ''}`);
  return parsed.value;
}

const [before, after, out] = process.argv.slice(2);
if (!before || !after || !out) throw new Error('usage: node lib/tools/snapshot/delta.ts <before> <after> <delta>');
writeWhole(out, await diffSnapshots(read(before), read(after)));
