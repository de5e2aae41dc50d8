/** Sectors by project id, from the shipped registry. */
import { readFileSync } from 'node:fs';
import { decodeRegistry } from '../../domain/registry/format.ts';
import type { Project } from '../../domain/registry/project.ts';

/** Reads the shipped registry; throws with the reason where it can't be used. */
export function readRegistry(path: string): Project[] {
  const decoded = decodeRegistry(JSON.parse(readFileSync(path, 'utf8')));
  if (!decoded.ok) throw new Error(`${path}: ${decoded.failure.detail ?? decoded.failure.kind}`);
  return decoded.value;
}
