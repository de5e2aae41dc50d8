/** Token contracts of the hand list, by project, in the registry's form. */
import { fail, ok, type Result } from '../../result.ts';
import { EXPLORERS } from './hand/explorers.ts';

/**
 * Reads "chain TAB address TAB project" lines; lines that begin with "#" are comments. Project → its contracts, in the order of
 * the lines. Fails with `invalid-input` and the line's number on another shape, an unknown chain, or a contract that stands twice.
 */
export function readContracts(text: string): Result<Map<string, string[]>, 'invalid-input'> {
  const byProject = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, chain = '', address, id = ''] = /^(\d+)\t(0x[\da-f]{40})\t([\w.-]+)$/.exec(line) ?? [];
    const hosts = EXPLORERS[chain];
    const contract = `${hosts?.join(' ')}/${address}`;
    if (!hosts || seen.has(contract))
      return fail('invalid-input', 0, { detail: `contracts, line ${index + 1}: ${line}` });
    seen.add(contract);
    byProject.set(id, [...(byProject.get(id) ?? []), contract]);
  }
  return ok(byProject);
}
