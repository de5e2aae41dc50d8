import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBloom, decodeBloom, encodeBloom, mayHold } from '../../../lib/domain/detect/bloom.ts';
import { addressKeys, createCollector } from '../../../lib/domain/detect/collector.ts';
import { pageGate } from '../../../lib/domain/detect/gate.ts';
import { createLookup } from '../../../lib/domain/detect/lookup.ts';
import { unpackPrefilter } from '../../../lib/domain/detect/prefilter.ts';
import { entriesOf, ownKeys, packPrefilter } from '../../../lib/domain/detect/prefilter-build.ts';
import { SECTOR_NAMES } from '../../../lib/domain/detect/sectors.ts';
import type { Project } from '../../../lib/domain/registry/project.ts';
import { FILTER, LOOKUP, PROJECTS } from './setup.ts';

const keys = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 500 });

describe('the Bloom filter', () => {
  it('holds every key that it was built from, also after packing', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 3, max: 12 }), (list, bits) => {
        const bloom = buildBloom(list, bits, 4);
        const again = decodeBloom(encodeBloom(bloom), 4);
        return list.every((key) => mayHold(bloom, key) && mayHold(again, key));
      }),
    );
  });

  it('lets few others pass: at most 1 in 7 of the names filter', () => {
    let passed = 0;
    for (let i = 0; i < 20_000; i++) if (mayHold(FILTER.names, Math.imul(i, 0x9e3779b1) >>> 0)) passed++;
    expect(passed / 20_000).toBeLessThan(0.14);
  });
});

describe('packPrefilter', () => {
  it('gives the same bytes for the same projects', () => {
    expect(packPrefilter(PROJECTS)).toEqual(packPrefilter(PROJECTS));
  });

  it('keeps its exact list through packing', () => {
    const { exact } = unpackPrefilter(packPrefilter(PROJECTS.slice(0, 200)));
    expect(exact).toEqual([...exact].sort((a, b) => a - b));
    expect(exact.length).toBeGreaterThan(50);
  });
});

describe('createCollector', () => {
  const returned = (text: string) => {
    const collector = createCollector(FILTER, []);
    collector.scan(text, () => false);
    return LOOKUP.answer('https://reader.example/', collector.takeKeys()).names;
  };

  it('misses no phrase of the registry that stands in a text', () => {
    const entries = entriesOf(PROJECTS);
    const lost: string[] = [];
    // A collector takes 600 keys: a hundred phrases never reach that.
    for (let from = 0; from < entries.length; from += 100) {
      const batch = entries.slice(from, from + 100);
      const found = new Set(
        returned(batch.map(({ phrase }) => `Read: ${phrase}, today.`).join('\n')).map(
          (name) => `${name.projectId} ${name.phrase}`,
        ),
      );
      lost.push(...batch.map((name) => `${name.projectId} ${name.phrase}`).filter((name) => !found.has(name)));
    }
    expect(lost).toEqual([]);
  });

  it('misses no phrase of a sector in small letters, with a capital, or in capitals', () => {
    const lost = SECTOR_NAMES.filter(({ projectId, phrase }) =>
      [phrase.toLowerCase(), phrase.toUpperCase(), phrase.replace(/^./, (letter) => letter.toUpperCase())].some(
        (form) => !returned(`About ${form}.`).some((name) => name.projectId === projectId && name.phrase === phrase),
      ),
    );
    expect(lost).toEqual([]);
  });

  it('misses no Arabic name behind clitics, diacritics and tatweel', () => {
    for (const form of [
      'بيتكوين',
      'والبيتكوين',
      'بالبيتكوين',
      'وبيتكوين',
      'للبيتكوين',
      'بيتـكوين',
      'بِيتكوين',
      'فبيتكوين',
    ]) {
      expect(returned(`سعر ${form} اليوم`).some(({ projectId }) => projectId === 'bitcoin')).toBe(true);
    }
  });

  it('counts nothing where the text is excluded', () => {
    const collector = createCollector(FILTER, []);
    collector.scan('Uniswap and EigenLayer on mainnet', () => true);
    expect(collector.takeKeys()).toEqual([]);
    expect(collector.counts()).toEqual({ hits: 0, context: 0 });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const collector = createCollector(FILTER, []);
        collector.scan(text, () => false);
        collector.takeKeys();
      }),
    );
  });
});

describe('pageGate', () => {
  it.each([
    [{ coined: 1, weak: 0, context: 2 }, true],
    [{ coined: 1, weak: 0, context: 1 }, false],
    [{ coined: 0, weak: 3, context: 4 }, true],
    [{ coined: 0, weak: 3, context: 3 }, false],
    [{ coined: 0, weak: 0, context: 20 }, false],
  ])('answers %o with %s', (counts, expected) => {
    expect(pageGate(counts)).toBe(expected);
  });
});

describe('addressKeys', () => {
  it('are there for every registered domain', () => {
    const lost = PROJECTS.flatMap(({ domains }) => domains).filter((domain) => {
      const [host = '', ...path] = domain.split('/');
      return addressKeys(FILTER, [], host, `/${path.join('/')}`).length === 0;
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['app.uniswap.org', '/swap'],
    ['www.coingecko.com', '/en/coins/uniswap'],
    ['github.com', '/Uniswap/v4-core'],
  ])('are there for %s%s', (host, path) => {
    expect(addressKeys(FILTER, [], host, path).length).toBeGreaterThan(0);
  });
});

describe('ownKeys', () => {
  const own: Project = {
    id: 'own:zorvane',
    name: 'Zorvane',
    aliases: [],
    nameClass: 'U',
    domains: ['zorvane.example'],
    repos: [],
    orgs: ['zorvane-org'],
    sectors: [],
    slugs: {},
    sources: ['reader'],
  };

  it('lets the page find a reader’s own project, and the look-up answer it', () => {
    const keysOfReader = ownKeys([own]);
    const collector = createCollector(FILTER, keysOfReader);
    collector.scan('Zorvane launched a token on mainnet', () => false);
    const { names } = createLookup(PROJECTS, [own]).answer('https://reader.example/', collector.takeKeys());
    expect(names.some(({ projectId }) => projectId === 'own:zorvane')).toBe(true);
    expect(addressKeys(FILTER, keysOfReader, 'zorvane.example', '/').length).toBeGreaterThan(0);
  });
});
