import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRegistry } from '../../../lib/domain/registry/format.ts';
import { readContracts } from '../../../lib/tools/registry/contracts.ts';
import { CONTRACTS_FILE, OUTPUT_FILE } from '../../../lib/tools/registry/files.ts';
import { EXPLORERS } from '../../../lib/tools/registry/hand/explorers.ts';

const UNI = '0x1f9840a85d5af5bf1d1762f925bdaddc4201f984';

describe('readContracts', () => {
  it('returns the contracts of each project with the hosts of their chain', () => {
    const read = readContracts(`# origin\n1\t${UNI}\tuniswap\n8217\t${UNI}\tuniswap\n`);
    expect(read).toEqual({
      ok: true,
      value: new Map([['uniswap', [`etherscan.io eth.blockscout.com/${UNI}`, `kaiascan.io/${UNI}`]]]),
    });
  });

  it.each([
    ['a chain without an explorer', `7\t${UNI}\ta`],
    ['capitals in the address', `1\t${UNI.toUpperCase().replace('0X', '0x')}\ta`],
    ['a part of an address', `1\t${UNI.slice(0, -2)}\ta`],
    ['no project', `1\t${UNI}\t`],
    ['a contract of two projects', `1\t${UNI}\ta\n1\t${UNI}\tb`],
  ])('fails with invalid-input and the line on %s', (_, text) => {
    const line = text.split('\n').length + 1;
    expect(readContracts(`# origin\n${text}\n`)).toMatchObject({
      failure: { kind: 'invalid-input', detail: expect.stringContaining(`line ${line}:`) },
    });
  });

  it('never throws, and takes whatever it wrote of any rows', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readContracts(text).ok === 'boolean'));
    const row = fc.tuple(
      fc.constantFrom(...Object.keys(EXPLORERS)),
      fc.stringMatching(/^0x[0-9a-f]{40}$/),
      fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,9}$/),
    );
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([chain, address]) => chain + address }), (rows) => {
        const read = readContracts(rows.map((cells) => cells.join('\t')).join('\n'));
        const found = read.ok ? [...read.value].flatMap(([id, own]) => own.map((each) => `${id} ${each}`)) : [];
        const given = rows.map(([chain, address, id]) => `${id} ${EXPLORERS[chain]?.join(' ')}/${address}`);
        expect(found.sort()).toEqual(given.sort());
      }),
    );
  });

  it('reads the committed list, whose every row is in the registry', () => {
    const read = readContracts(readFileSync(CONTRACTS_FILE, 'utf8'));
    const decoded = decodeRegistry(JSON.parse(readFileSync(OUTPUT_FILE, 'utf8')));
    if (!read.ok || !decoded.ok) throw new Error('not read');
    const shipped = decoded.value.filter(({ contracts }) => contracts).map(({ id, contracts }) => [id, contracts]);
    expect([...read.value].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(shipped);
    expect(shipped.length).toBeGreaterThan(500);
  });
});
