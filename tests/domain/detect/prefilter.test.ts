import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKeys, createCollector } from '../../../lib/domain/detect/collector.ts';
import { pageGate } from '../../../lib/domain/detect/gate.ts';
import { holds, unpackKeys } from '../../../lib/domain/detect/key-set.ts';
import { packKeys, shortened } from '../../../lib/domain/detect/key-set-build.ts';
import { createLookup } from '../../../lib/domain/detect/lookup.ts';
import { countTokens, phraseKeys } from '../../../lib/domain/detect/phrase-keys.ts';
import { unpackPrefilter } from '../../../lib/domain/detect/prefilter.ts';
import { entriesOf, ownKeys, packPrefilter, prefilterKeys } from '../../../lib/domain/detect/prefilter-build.ts';
import { SECTOR_NAMES } from '../../../lib/domain/detect/sectors.ts';
import { keysOfText, quickKey } from '../../../lib/domain/detect/tokens.ts';
import type { Project } from '../../../lib/domain/registry/project.ts';
import { collectorOf, FILTER, LOOKUP, PROJECTS, viewOf } from './setup.ts';

const keys = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 500 });

describe('packKeys', () => {
  it('comes back as the distinct upper bits of the keys, ascending', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 8, max: 32 }), (list, bits) => {
        const expected = shortened(list, bits);
        expect(unpackKeys(packKeys(list, bits))).toEqual(expected);
      }),
    );
  });

  it('takes at most two bits a key more than the least that is possible', () => {
    const list = Array.from({ length: 4000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 0);
    // log2 of the ways to choose n of N, by Stirling: n (log2(N / n) + log2 e).
    const least = 4000 * (Math.log2(2 ** 19 / 4000) + Math.LOG2E);
    expect(packKeys(list, 19).data.length * 6).toBeLessThan(least + 2 * 4000);
  });
});

describe('the names filter', () => {
  it('lets few others pass: at most 1 in 9 foreign words with a capital', () => {
    let passed = 0;
    for (let i = 0; i < 20_000; i++) if (holds(FILTER.names, Math.imul(i, 0x9e3779b1) >>> 2)) passed++;
    expect(passed / 20_000).toBeLessThan(1 / 9);
  });
});

describe('the list of words', () => {
  it('lets few others pass: at most 1 in 50 foreign words', () => {
    let passed = 0;
    for (let i = 0; i < 20_000; i++) if (holds(FILTER.exact, Math.imul(i, 0x9e3779b1) >>> 2)) passed++;
    expect(passed / 20_000).toBeLessThan(1 / 50);
  });
});

describe('packPrefilter', () => {
  it('gives the same bytes for the same projects', () => {
    expect(packPrefilter(PROJECTS)).toEqual(packPrefilter(PROJECTS));
  });

  it('keeps each key of its lists through packing', () => {
    const some = PROJECTS.slice(0, 200);
    const { names, exact, labels } = prefilterKeys(some);
    const filter = unpackPrefilter(packPrefilter(some));
    for (const list of ['names', 'exact', 'labels'] as const)
      for (const key of { names, exact, labels }[list]) expect(holds(filter[list], quickKey(key))).toBe(true);
    expect(exact.size).toBeGreaterThan(50);
  });
});

describe('packPrefilter with more names in other scripts than fit', () => {
  const fill = (n: number) =>
    [0, 1, 2, 3].map((at) => String.fromCharCode(0xac00 + ((n * 31 + at * 977) % 11_000))).join('');
  const crowd = Array.from(
    { length: 3000 },
    (_, n): Project => ({
      id: `crowd-${n}`,
      name: `Crowd${n}`,
      aliases: [],
      native: { ko: [fill(n)] },
      nameClass: 'U',
      domains: [],
      repos: [],
      orgs: [],
      sectors: [],
      slugs: {},
      sources: [],
    }),
  );
  const known = PROJECTS.filter(({ id }) => id === 'bitcoin' || id === 'ethereum');
  const packed = packPrefilter([...crowd, ...known]);

  it('keeps its size, and the keys of the names that are best known', () => {
    expect(packed.exact.data.length).toBeLessThanOrEqual(1500);
    const { exact } = unpackPrefilter(packed);
    for (const name of ['بيتكوين', '比特币', '비트코인', 'إيثيريوم'])
      expect(keysOfText(name).some(({ key }) => holds(exact, quickKey(key)))).toBe(true);
  });
});

describe('phraseKeys', () => {
  it('takes one pair of letters for the Korean names that share it', () => {
    const names = entriesOf(PROJECTS);
    const counts = countTokens(names);
    const coins = names.filter(({ phrase }) => ['비트코인', '도지코인', '라이트코인'].includes(phrase));
    expect(coins.length).toBe(3);
    expect(new Set(coins.flatMap((entry) => phraseKeys(entry, counts).map(({ key }) => key))).size).toBe(1);
  });
});

describe('createCollector', () => {
  const returned = (text: string) => {
    const collector = collectorOf(text);
    return LOOKUP.answer('https://reader.example/', collector.takeKeys()).names;
  };

  /** A name without a key of its own is found beside one that has one: nearly every page about crypto holds one of these. */
  const USUAL = ['بيتكوين', '比特币', '비트코인', 'ビットコイン', 'Биткоин'];

  it('misses no phrase of the registry that stands in a text', () => {
    const entries = entriesOf(PROJECTS);
    const lost: string[] = [];
    // A collector takes 600 keys: a hundred phrases never reach that.
    for (let from = 0; from < entries.length; from += 100) {
      const batch = entries.slice(from, from + 100);
      const found = new Set(
        returned([...USUAL, ...batch.map(({ phrase }) => `Read: ${phrase}, today.`)].join('\n')).map(
          (name) => `${name.projectId} ${name.phrase}`,
        ),
      );
      lost.push(...batch.map((name) => `${name.projectId} ${name.phrase}`).filter((name) => !found.has(name)));
    }
    expect(lost).toEqual([]);
  });

  it.each(USUAL)('holds %s itself, and gives the names of its language with it', (name) => {
    const names = returned(`${name} 1`);
    expect(names.some(({ projectId, phrase }) => projectId === 'bitcoin' && phrase === name)).toBe(true);
    const lang = entriesOf(PROJECTS).find(({ phrase }) => phrase === name)?.lang;
    // Languages that share a mark come by script: a Russian page needs no Korean names.
    const scripts = [/\p{sc=Hang}/u, /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u];
    const scriptOf = (phrase: string) => (lang === 'other' ? scripts.findIndex((script) => script.test(phrase)) : 0);
    const isAlike = (entry: { lang?: string; phrase: string }) =>
      entry.lang === lang && scriptOf(entry.phrase) === scriptOf(name);
    const given = names.filter((entry) => entry.lang === lang && !entry.projectId.startsWith('sector:'));
    expect(given.length).toBe(entriesOf(PROJECTS).filter(isAlike).length);
    expect(given.every(isAlike)).toBe(true);
  });

  it('gives no names of a language for an ambiguous name of it alone', () => {
    expect(returned('حوت أوركا في البحر').filter(({ lang }) => lang === 'ar').length).toBeLessThan(20);
  });

  it('misses no Arabic name and no Chinese one that is its first, whatever else the page names', () => {
    const first = PROJECTS.flatMap(({ id, native = {} }) =>
      ['ar', 'zh'].flatMap((tag) => (native[tag] ?? []).slice(0, 1).map((phrase) => ({ id, phrase }))),
    );
    const lost = first.filter(
      ({ id, phrase }) => !returned(`${phrase} 1`).some((name) => name.projectId === id && name.phrase === phrase),
    );
    expect(lost.length).toBeLessThanOrEqual(first.length / 20);
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
    const collector = collectorOf('Uniswap and EigenLayer on mainnet', [], true);
    expect(collector.takeKeys()).toEqual([]);
    expect(collector.counts()).toEqual({ hits: 0, context: 0 });
  });

  it('never throws, whatever the text', () => {
    let now = '';
    const collector = createCollector(FILTER, [], { ...viewOf([]), textOf: () => now, textBetween: () => now });
    fc.assert(
      // Any units, halves of pairs too.
      fc.property(fc.uint16Array({ maxLength: 300 }), (units) => {
        now = String.fromCharCode(...units);
        collector.add(0, 0, now.length);
        collector.flush();
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
      return addressKeys(FILTER, [], host, `/${path.join('/')}`).keys.length === 0;
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['app.uniswap.org', '/swap'],
    ['www.coingecko.com', '/en/coins/uniswap'],
    ['github.com', '/Uniswap/v4-core'],
    ['github.com', '/an-owner-that-no-list-has/code'],
    ['arbiscan.io', '/token/0x912ce59144191c1204e64559fe8253a0e49e6548'],
  ])('are there for %s%s', (host, path) => {
    expect(addressKeys(FILTER, [], host, path).keys.length).toBeGreaterThan(0);
  });

  it('are sure of aggregators and of nothing else', () => {
    const isSure = (host: string) => addressKeys(FILTER, [], host, '/a/b').isSure;
    for (const host of [
      'www.coingecko.com',
      'coinmarketcap.com',
      'defillama.com',
      'l2beat.com',
      'app.artemis.xyz',
      'cn.rootdata.com',
    ])
      expect(isSure(host), host).toBe(true);
    for (const host of ['github.com', 'coingecko.com.example.org', 'mycoingecko.com', 'www.gate.com', 'garden.example'])
      expect(isSure(host), host).toBe(false);
  });

  it('are there for at most one in four addresses that are not on record, whose pages must then speak of crypto, too', () => {
    const random = Array.from({ length: 2000 }, (_, i) => `w${Math.imul(i, 0x9e3779b1) >>> 0}n.example`);
    const passed = random.filter((host) => addressKeys(FILTER, [], host, '/').keys.length > 0);
    expect(passed.length / random.length).toBeLessThan(1 / 4);
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
    const collector = collectorOf('Zorvane launched a token on mainnet', keysOfReader);
    const { names } = createLookup(PROJECTS, [own], []).answer('https://reader.example/', collector.takeKeys());
    expect(names.some(({ projectId }) => projectId === 'own:zorvane')).toBe(true);
    expect(addressKeys(FILTER, keysOfReader, 'zorvane.example', '/').keys.length).toBeGreaterThan(0);
  });
});
