import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectOfOwn } from '../../../lib/app/projects.ts';
import type { OwnProject } from '../../../lib/domain/keep/reader-data.ts';
import { decodeRegistry, encodeRegistry, REGISTRY_FORMAT } from '../../../lib/domain/registry/format.ts';
import { indexRegistry, projectOfAddress, projectOfRepo } from '../../../lib/domain/registry/index.ts';
import { mergeOwn, readOwnProject } from '../../../lib/domain/registry/own.ts';
import { phrasesOf } from '../../../lib/domain/registry/phrases.ts';
import type { Project } from '../../../lib/domain/registry/project.ts';
import { indexForSearch, searchProjects } from '../../../lib/domain/registry/search.ts';

const file = readFileSync(join(import.meta.dirname, '../../../public/data/registry.json'), 'utf8');
const decoded = decodeRegistry(JSON.parse(file));
if (!decoded.ok) throw new Error(decoded.failure.detail);
const projects = decoded.value;
const index = indexRegistry(projects);

const text = fc.string({ minLength: 1, maxLength: 12 });
const contract = fc
  .tuple(fc.constantFrom('a.example', 'b.example c.example'), fc.stringMatching(/^[0-9a-f]{40}$/))
  .map(([hosts, address]) => `${hosts}/0x${address}`);
const project = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,9}$/),
    name: text,
    nameClass: fc.constantFrom('U' as const, 'C' as const, 'X' as const),
    aliases: fc.array(text),
    domains: fc.array(text),
    repos: fc.array(text),
    orgs: fc.array(text),
    sectors: fc.array(text),
    sources: fc.array(text),
    slugs: fc.record({ coingecko: text, cmc: text, defillama: text, l2beat: text }, { requiredKeys: [] }),
    symbol: text,
    live: fc.constant(true as const),
    mirror: fc.constant(true as const),
    contracts: fc.array(contract, { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: ['id', 'name', 'nameClass', 'aliases', 'domains', 'repos', 'orgs', 'sectors', 'sources', 'slugs'] },
);

const EMPTY = { format: REGISTRY_FORMAT, sectors: [], sources: [], chains: ['a.example'], rows: [] };
const UNI = '1f9840a85d5af5bf1d1762f925bdaddc4201f984';
const withContract = (cell: string) => ({
  ...EMPTY,
  rows: [['a', 'A', 'U', [], [], [], [], [], '', '', [], [], 0, [], '', {}, [cell]]],
});

describe('decodeRegistry', () => {
  it('takes a contract on a chain of the list', () => {
    const read = decodeRegistry(withContract(`0/0x${UNI}`));
    expect(read).toMatchObject({ ok: true, value: [{ contracts: [`a.example/0x${UNI}`] }] });
  });

  it('returns what encodeRegistry was given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(project, { selector: (row) => row.id }), (rows) => {
        // "=" in the slugs column stands for the id; no aggregator has such a slug.
        const clean = rows.filter((row) => !Object.values(row.slugs).includes('=')) as Project[];
        expect(decodeRegistry(JSON.parse(encodeRegistry(clean)))).toEqual({ ok: true, value: clean });
      }),
    );
  });

  it.each([
    ['null', null],
    ['another version', { ...EMPTY, format: 1 }],
    ['a number out of its list', { ...EMPTY, rows: [['a', 'A', 'U', [], [], [3]]] }],
    ['a contract on a chain out of the list', withContract(`1/0x${UNI}`)],
    ['a contract without a chain', withContract(`0x${UNI}`)],
    ['half an address', withContract(`0/0x${UNI.slice(0, 20)}`)],
    ['an address with capitals', withContract(`0/0x${UNI.toUpperCase()}`)],
    [
      'an id twice',
      {
        ...EMPTY,
        rows: [
          ['a', 'A', 'U'],
          ['a', 'B', 'U'],
        ],
      },
    ],
  ])('fails with bad-answer on %s', (_, json) => {
    expect(decodeRegistry(json)).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
  });

  it('reads the shipped file, which is its own encoding', () => {
    expect(projects.length).toBeGreaterThan(3300);
    expect(encodeRegistry(projects)).toBe(file);
  });
});

describe('indexRegistry', () => {
  it.each([
    ['ethereum', 'ethereum', 'go-ethereum'],
    ['lido', 'LidoFinance', 'core'],
    ['eigenlayer', 'layr-labs', 'eigenlayer-contracts'],
    ['symbiotic', 'symbioticfi', 'core'],
    ['celestia', 'celestiaorg', 'celestia-node'],
    ['bnb-chain', 'bnb-chain', 'bsc'],
    ['polkadot', 'paritytech', 'polkadot-sdk'],
  ])('finds %s by its repository', (id, owner, name) => {
    expect(projectOfRepo(index, owner, name)?.id).toBe(id);
  });

  it('finds a project by any subdomain, never by a host that only contains it', () => {
    const at = (host: string, domain: string) => projectOfAddress(index, { host, path: '/', domain })?.id;
    expect(at('app.uniswap.org', 'uniswap.org')).toBe('uniswap');
    expect(at('uniswap.org.evil.example', 'evil.example')).toBeUndefined();
  });
});

describe('phrasesOf', () => {
  it('gives an ambiguous short name its own class and rules', () => {
    const near = phrasesOf(index.byId.get('near')!).find((phrase) => phrase.phrase === 'Near');
    expect(near).toMatchObject({ nameClass: 'X', ownQualifiers: ['protocol'] });
  });
  it('marks native names with their language', () => {
    const langs = phrasesOf(index.byId.get('bitcoin')!).map((phrase) => phrase.lang);
    expect(new Set(langs)).toEqual(new Set([undefined, 'ar', 'zh', 'other']));
  });
});

describe('searchProjects', () => {
  const search = indexForSearch(projects);
  it.each([
    ['uniswap', 'uniswap'],
    ['UNISW', 'uniswap'],
    ['比特币', 'bitcoin'],
    ['$ETH', 'ethereum'],
    ['rocket pool', 'rocket-pool'],
  ])('puts the project of %s first', (typed, id) => {
    expect(searchProjects(search, typed)[0]?.id).toBe(id);
  });
  it('never throws and keeps to its limit', () => {
    const few = indexForSearch(projects.slice(0, 50));
    fc.assert(fc.property(fc.string(), fc.nat(5), (typed, n) => searchProjects(few, typed, n).length <= n));
  });
});

const typed = (more: Partial<OwnProject>): OwnProject => ({
  ...{ id: '', name: 'A', aliases: [], symbol: null, domains: [], repos: [], orgs: [], sectors: [], updatedAt: 0 },
  ...more,
});

describe('readOwnProject', () => {
  it('reads name, address and repositories as typed', () => {
    const own = readOwnProject(
      typed({
        name: ' My Chain ',
        symbol: '$MYC',
        domains: ['https://App.MyChain.example/x'],
        repos: ['https://github.com/me/core.git', 'you'],
      }),
      0,
    );
    expect(own).toMatchObject({
      ok: true,
      value: { name: 'My Chain', symbol: 'MYC', domains: ['mychain.example'], repos: ['me/core'], orgs: ['you'] },
    });
    // What was read once stays as it is.
    if (own.ok) expect(readOwnProject(own.value, 0)).toEqual(own);
  });
  it('keeps sectors of the vocabulary alone, each once', () => {
    const own = readOwnProject(typed({ domains: ['a.org'], sectors: ['dex', 'rollups-of-mine', 'dex', 'ai'] }), 0);
    expect(own).toMatchObject({ ok: true, value: { sectors: ['dex', 'ai'] } });
  });
  it.each([
    ['name', { name: ' ', domains: ['a.org'] }],
    ['name', { name: 'a\u202eb', domains: ['a.org'] }],
    ['domains', {}],
    ['domains', { domains: ['localhost'] }],
    ['repositories', { repos: ['-bad/x'] }],
    ['symbol', { domains: ['a.org'], symbol: 'A B' }],
  ])('fails with invalid-input at %s', (subject, input) => {
    expect(readOwnProject(typed(input), 7)).toMatchObject({ failure: { kind: 'invalid-input', subject, at: 7 } });
  });
});

describe('mergeOwn', () => {
  it("lets the reader's project win its id and its addresses", () => {
    const own = projectOfOwn(typed({ id: 'own:mine', name: 'Mine', domains: ['uniswap.org'] }));
    const merged = indexRegistry(mergeOwn(projects, [own]));
    expect(merged.byDomain.get('uniswap.org')?.name).toBe('Mine');
    expect(merged.byId.get('uniswap')?.domains).not.toContain('uniswap.org');
  });
});
