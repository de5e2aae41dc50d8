import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_VERDICTS, ROADMAP_VERDICTS } from '../../../lib/domain/signal.ts';
import { type ChangeState, isQuiet, NO_CHANGES, observe, type Reading } from '../../../lib/domain/watch/changes.ts';
import type { WatchRowModel } from '../../../lib/domain/watch/row.ts';
import { createFilter, facets, groupBySector, NO_FILTER, SORT_KEYS, sortRows } from '../../../lib/domain/watch/view.ts';

const row = (over: Partial<WatchRowModel>): WatchRowModel => ({
  projectId: 'p',
  name: 'P',
  symbol: null,
  sectors: [],
  tags: [],
  notes: '',
  archived: false,
  notify: true,
  addedAt: 0,
  codeVerdict: 'steady',
  roadmapVerdict: 'none found',
  activeDevelopers: null,
  drawdown: null,
  line: [],
  nextPromised: null,
  nextTitle: null,
  overdue: null,
  moved: null,
  lastChangeAt: null,
  asOf: null,
  failure: null,
  ...over,
});
const collator = new Intl.Collator('en');
const rowArb = fc.record({
  name: fc.string({ maxLength: 5 }),
  activeDevelopers: fc.option(fc.nat(5)),
  drawdown: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  codeVerdict: fc.constantFrom(...CODE_VERDICTS),
  nextPromised: fc.option(fc.constantFrom('2026-01-01', '2026-12-31')),
  projectId: fc.uuid(),
});
const read = (code: Reading['code'], moves: string[] = [], roadmap: Reading['roadmap'] = 'mixed'): Reading => ({
  at: 1,
  code,
  roadmap,
  moves: moves.map((key) => ({ key, title: null, days: 30, before: '2026-01-01', after: '2026-01-31', url: null })),
});
function run(readings: Reading[]) {
  let state: ChangeState = NO_CHANGES;
  return readings.map((r) => {
    const step = observe(state, r);
    state = step.state;
    return step.changes.map((c) => `${c.kind}:${c.before}>${c.after}`);
  });
}

describe('sortRows', () => {
  it('keeps every row, puts unknown values last in both directions, and sorts by every key', () => {
    fc.assert(
      fc.property(fc.array(rowArb), fc.constantFrom(...SORT_KEYS), fc.boolean(), (partial, key, descending) => {
        const rows = partial.map(row);
        const sorted = sortRows(rows, { key, descending }, collator);
        expect(new Set(sorted)).toEqual(new Set(rows));
        const unknown = sorted.map((r) => r[key] === null);
        expect(unknown).toEqual([...unknown].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });
  it('puts known values in order, numbers by size and words as the language has it', () => {
    const by = (key: 'activeDevelopers' | 'name' | 'nextPromised', descending: boolean, rows: WatchRowModel[]) =>
      sortRows(rows, { key, descending }, collator).map((r) => r[key]);
    const counts = [10, 9, 100, null, 2].map((activeDevelopers, i) => row({ activeDevelopers, projectId: `p${i}` }));
    expect(by('activeDevelopers', false, counts)).toEqual([2, 9, 10, 100, null]);
    expect(by('activeDevelopers', true, counts)).toEqual([100, 10, 9, 2, null]);
    const names = ['zeta', 'Éther', 'Echo', 'alpha'].map((name, i) => row({ name, projectId: `p${i}` }));
    expect(by('name', false, names)).toEqual(['alpha', 'Echo', 'Éther', 'zeta']);
    const days = ['2027-01-01', '2026-12-31', null].map((nextPromised, i) => row({ nextPromised, projectId: `p${i}` }));
    expect(by('nextPromised', false, days)).toEqual(['2026-12-31', '2027-01-01', null]);
  });
  it('sorts verdicts as the judge tries them', () => {
    const rows = [row({ codeVerdict: 'steady' }), row({ codeVerdict: 'falling' }), row({ codeVerdict: 'gone' })];
    expect(sortRows(rows, { key: 'codeVerdict', descending: false }, collator).map((r) => r.codeVerdict)).toEqual([
      'gone',
      'falling',
      'steady',
    ]);
  });
});

describe('createFilter', () => {
  const rows = [
    row({ projectId: 'lido', name: 'Lido', sectors: ['liquid-staking'], tags: ['core'], notes: 'Ｓtaking منصة' }),
    row({ projectId: 'aave', name: 'Aave', sectors: ['lending'], codeVerdict: 'falling' }),
    row({ projectId: 'old', name: 'Old', archived: true }),
  ];
  it.each([
    [{ text: 'staking' }, ['lido']],
    [{ text: 'LIDO core' }, ['lido']],
    [{ text: 'منصة' }, ['lido']],
    [{ text: 'lido aave' }, []],
    [{ sector: 'lending' }, ['aave']],
    [{ tag: 'core' }, ['lido']],
    [{ verdict: 'falling' }, ['aave']],
    [{ verdict: 'none found' }, ['lido', 'aave']],
    [{ archived: true }, ['old']],
    [{}, ['lido', 'aave']],
  ])('returns the rows that %o lets through', (filter, ids) => {
    expect(createFilter(rows)({ ...NO_FILTER, ...filter }).map((r) => r.projectId)).toEqual(ids);
  });
});

describe('groupBySector and facets', () => {
  it('puts the largest sector first and those without one last', () => {
    const rows = [
      row({}),
      row({ sectors: ['a'] }),
      row({ sectors: ['b', 'a'] }),
      row({ sectors: ['b'], tags: ['z', 'a'] }),
    ];
    expect(groupBySector(rows).map((g) => [g.sector, g.rows.length])).toEqual([
      ['b', 2],
      ['a', 1],
      [null, 1],
    ]);
    expect(facets(rows)).toEqual({ sectors: ['a', 'b'], tags: ['a', 'z'] });
  });
});

describe('observe', () => {
  it('tells a change of verdict once, at its second read', () => {
    expect(run([read('steady'), read('falling'), read('falling'), read('falling')])).toEqual([
      [],
      [],
      ['code-verdict:steady>falling'],
      [],
    ]);
  });
  it('tells nothing of a verdict that did not hold, nor of one that says nothing', () => {
    expect(
      run([
        read('steady'),
        read('falling'),
        read('steady'),
        read('falling'),
        read('withheld'),
        read('falling'),
        read('steady'),
      ]).flat(),
    ).toEqual([]);
  });
  it('tells a moved promise once, and none that stood at the first read', () => {
    expect(
      run([read('steady', ['a']), read('steady', ['a', 'b']), read('steady', ['a', 'b']), read('steady', ['a', 'b'])]),
    ).toEqual([[], [], ['promise-moved:2026-01-01>2026-01-31'], []]);
  });
  it('never tells the same verdict twice in a row, whatever the reads', () => {
    const reading = fc.record({ c: fc.constantFrom(...CODE_VERDICTS), r: fc.constantFrom(...ROADMAP_VERDICTS) });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 30 }), (readings) => {
        const told = run(readings.map(({ c, r }) => read(c, [], r))).flat();
        for (const kind of ['code-verdict', 'roadmap-verdict']) {
          const mine = told.filter((t) => t.startsWith(kind)).map((t) => t.split(/[:>]/));
          for (const [i, [, before, after]] of mine.entries()) {
            expect(before).not.toBe(after);
            if (i > 0) expect(before).toBe(mine[i - 1]?.[2]);
          }
        }
      }),
    );
  });
});

describe('isQuiet', () => {
  it.each([
    [60, { from: 1320, to: 480 }, true],
    [1380, { from: 1320, to: 480 }, true],
    [600, { from: 1320, to: 480 }, false],
    [480, { from: 1320, to: 480 }, false],
    [600, { from: 540, to: 660 }, true],
    [600, null, false],
    [600, { from: 5, to: 5 }, false],
  ])('at minute %i with %o returns %s', (minute, quiet, expected) => expect(isQuiet(minute, quiet)).toBe(expected));
});
