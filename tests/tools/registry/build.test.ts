import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeRegistry, encodeRegistry } from '../../../lib/domain/registry/format.ts';
import { addMissing } from '../../../lib/tools/registry/add-missing.ts';
import { assemble } from '../../../lib/tools/registry/assemble.ts';
import { readContracts } from '../../../lib/tools/registry/contracts.ts';
import {
  AMBIGUITY_FILE,
  CONTRACTS_FILE,
  OUTPUT_FILE,
  ROWS_FILE,
  WEAK_SECTORS_FILE,
  WORDS_FILE,
} from '../../../lib/tools/registry/files.ts';
import { DOMAINS, MORE_DOMAINS } from '../../../lib/tools/registry/hand/addresses.ts';
import { LIVE, MIRRORS, SECTOR_ADDITIONS } from '../../../lib/tools/registry/hand/facts.ts';
import {
  ALSO_THEIRS,
  HANDLE_OWNERS,
  NOT_THEIRS,
  ORG_OWNERS,
  SLUG_OWNERS,
} from '../../../lib/tools/registry/hand/owners.ts';
import { PINS } from '../../../lib/tools/registry/hand/pins.ts';
import { lintRegistry } from '../../../lib/tools/registry/lint-rules.ts';
import { readAmbiguity, readRows } from '../../../lib/tools/registry/source-row.ts';
import { checkDomains, lostTickers } from '../../../lib/tools/registry/unique.ts';

const words = new Set(readFileSync(WORDS_FILE, 'utf8').split('\n'));
const committed = readFileSync(OUTPUT_FILE, 'utf8');
const hasShared = existsSync(ROWS_FILE);

describe('checkDomains', () => {
  it('names both rows that claim one domain', () => {
    const rows = [
      { id: 'a', domains: ['x.org'] },
      { id: 'b', domains: ['X.org'] },
    ];
    expect(checkDomains(rows)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid-input', detail: 'x.org is claimed by a and b' },
    });
  });
});

describe('lostTickers', () => {
  const row = (id: string, symbol: string, lists: number) => ({
    id,
    symbol,
    sources: Array<string>(lists).fill('list'),
  });
  it.each([
    [
      'a row that half as many lists know',
      [row('coin', 'ABC', 8), row('farm', 'abc', 4), row('other', 'ABC', 1)],
      ['abc\nfarm', 'abc\nother'],
    ],
    ['no row where two are about as known', [row('one', 'ABC', 9), row('two', 'ABC', 5)], []],
    ['no row where even the best known is known to few', [row('old', 'ABC', 6), row('new', 'ABC', 1)], []],
    ['no row that is alone', [row('one', 'ABC', 1), row('two', 'ABD', 9)], []],
  ])('takes it from %s', (_, rows, lost) => {
    expect([...lostTickers(rows)].sort()).toEqual(lost);
  });
});

describe('lintRegistry', () => {
  const decoded = decodeRegistry(JSON.parse(committed));
  if (!decoded.ok) throw new Error(decoded.failure.detail);
  const projects = decoded.value;
  it('finds no fault in the committed registry', () => {
    expect(lintRegistry(projects, words).filter((finding) => finding.level === 'fault')).toEqual([]);
  });
  it.each([
    ['a dictionary word is classed U', { name: 'Base', aliases: [], rules: [], nameClass: 'U' as const }],
    ['a name of one or two letters is classed U', { name: 'Zq', aliases: [], rules: [], nameClass: 'U' as const }],
    ['an alias names a part', { aliases: ['Foo Bridge'] }],
    ['no repository name', { repos: ['nobody'] }],
    ['no sector of the list', { sectors: ['moon'] }],
    ['a shared host without a path', { domains: ['medium.com'] }],
    ['a shared host without a path', { domains: ['figma.com'] }],
    ['an address like none of its names', { domains: ['otherbank.com'] }],
  ])('finds: %s', (rule, change) => {
    const base = projects.find((project) => project.id === 'uniswap')!;
    const rules = lintRegistry([{ ...base, ...change }], words).map((finding) => finding.rule);
    expect(rules).toContain(rule);
  });
});

describe('the hand lists', () => {
  const decoded = decodeRegistry(JSON.parse(committed));
  const ids = new Set(decoded.ok ? decoded.value.map(({ id }) => id) : []);
  const words = (text: string) => text.split(/\s+/);
  it.each([
    ['sectors', Object.values(SECTOR_ADDITIONS).flatMap(words)],
    ['what runs', words(LIVE)],
    ['mirrors', words(MIRRORS)],
    ['pins', Object.keys(PINS)],
    ['addresses', Object.keys({ ...DOMAINS, ...MORE_DOMAINS })],
    ['organisations', Object.keys({ ...NOT_THEIRS, ...ALSO_THEIRS })],
    ['owners', Object.values({ ...ORG_OWNERS, ...HANDLE_OWNERS, ...SLUG_OWNERS })],
  ])('of %s names projects of the registry', (_, named) => {
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('assemble', () => {
  it('says whether the collected list is here', () => {
    if (!hasShared) console.warn('left out: rebuilding the registry, the collected list is not on this machine');
    expect(committed.length).toBeGreaterThan(0);
  });
  it.runIf(hasShared)('gives the committed bytes, twice', () => {
    const read = () => {
      const rows = readRows(readFileSync(ROWS_FILE, 'utf8'));
      const weak = readRows(readFileSync(WEAK_SECTORS_FILE, 'utf8'));
      const table = readAmbiguity(readFileSync(AMBIGUITY_FILE, 'utf8'));
      const contracts = readContracts(readFileSync(CONTRACTS_FILE, 'utf8'));
      if (!rows.ok || !weak.ok || !table.ok || !contracts.ok) throw new Error('not read');
      return assemble(addMissing(rows.value, weak.value), table.value, words, contracts.value);
    };
    const [once, again] = [read(), read()];
    if (!once.ok || !again.ok) throw new Error('not built');
    expect(encodeRegistry(once.value.projects)).toBe(committed);
    expect(encodeRegistry(again.value.projects)).toBe(committed);
    expect(once.value.dropped.some((row) => row.id === 'pnpm')).toBe(true);
  });
});
