import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_VERDICTS, ROADMAP_VERDICTS } from '../../../lib/domain/signal.ts';
import { WEEK_S } from '../../../lib/domain/time.ts';
import { alignLines } from '../../../lib/domain/watch/align.ts';
import { type ChangeState, moveKey, NO_CHANGES, observe, type Reading } from '../../../lib/domain/watch/changes.ts';
import { isQuiet, quietEnd } from '../../../lib/domain/watch/quiet.ts';
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
  lineFrom: 0,
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
const TODAY = Date.UTC(2026, 5, 17);
/** Each call is another read, unless `readAt` says that it is a second look at one. */
let reads = 0;
const read = (
  code: Reading['code'],
  moves: string[] = [],
  roadmap: Reading['roadmap'] = 'mixed',
  over: Partial<Reading> = {},
): Reading => ({
  at: TODAY,
  codeReadAt: ++reads,
  roadmapReadAt: reads,
  code,
  roadmap,
  moves: moves.map((key) => ({
    key,
    seenOn: key.startsWith('old') ? '2025-12-01' : '2026-07-01',
    title: null,
    days: 30,
    before: '2026-01-01',
    after: '2026-01-31',
    url: null,
  })),
  ...over,
});
function run(readings: Reading[], from: ChangeState = NO_CHANGES) {
  let state: ChangeState = from;
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
  it('takes a second look at the same input for no second read, of either half', () => {
    const code = { codeReadAt: 7 };
    expect(
      run([read('steady'), read('falling', [], 'mixed', code), read('falling', [], 'mixed', code), read('falling')]),
    ).toEqual([[], [], [], ['code-verdict:steady>falling']]);
    const roadmap = { roadmapReadAt: 9 };
    const moved = (over: Partial<Reading> = {}) => read('steady', ['a'], 'slipping', over);
    expect(run([read('steady'), moved(roadmap), moved(roadmap), moved()])).toEqual([
      [],
      [],
      [],
      ['roadmap-verdict:mixed>slipping', 'promise-moved:2026-01-01>2026-01-31'],
    ]);
  });
  it('tells no move from before the first roadmap that was read, however late it comes to light', () => {
    const old = ['old a', 'old b'];
    expect(run([read('steady'), read('steady', old), read('steady', old), read('steady', old)]).flat()).toEqual([]);
  });
  it('compares moves with the first roadmap that could be read, not with the first read of the code', () => {
    const none = read('steady', [], 'not checked');
    expect(run([none, read('steady', ['a']), read('steady', ['a']), read('steady', ['a'])]).flat()).toEqual([]);
  });
  it('goes on from a state that an older version stored, and tells nothing for the change of shape', () => {
    const old = { code: 'steady', roadmap: 'mixed', pendingCode: 'falling', pendingRoadmap: null } as const;
    const stored = { ...old, toldMoves: ['moved-later|2026|x'], pendingMoves: [] } as unknown as ChangeState;
    expect(run([read('falling', ['old a']), read('falling', ['old a'])], stored)).toEqual([
      ['code-verdict:steady>falling'],
      [],
    ]);
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

describe('moveKey', () => {
  const date = (end: string) => ({ start: null, end, precision: 'quarter' as const, inherited: false });
  const state = (end: string | null) =>
    end === null ? null : { title: 'Mainnet', date: date(end), status: 'planned' as const };
  const move = (before: string, after: string | null, over = {}) => ({
    kind: after ? ('moved-later' as const) : ('removed' as const),
    title: 'Mainnet',
    before: state(before),
    after: state(after),
    days: null,
    seenOn: '2026-02-01',
    commit: 'a1',
    ...over,
  });
  it('stays the same when other versions or commits show the same promise at the same date', () => {
    const key = moveKey(move('2026-03-31', '2026-09-30'));
    expect(moveKey(move('2025-12-31', '2026-09-30', { commit: 'b2', seenOn: '2026-05-01' }))).toBe(key);
    expect(moveKey(move('2026-03-31', '2026-12-31'))).not.toBe(key);
    expect(moveKey(move('2026-03-31', null))).not.toBe(key);
    expect(moveKey(move('2026-03-31', '2026-09-30', { title: 'Testnet' }))).not.toBe(key);
  });
  it('tells moves without a wording apart by both dates', () => {
    const bare = (before: string) => moveKey(move(before, '2026-09-30', { title: null }));
    expect(bare('2026-03-31')).not.toBe(bare('2026-06-30'));
  });
});

describe('quietEnd', () => {
  const now = Date.UTC(2026, 0, 1, 12, 34, 56);
  it.each([
    [23 * 60, 9 * 60],
    [60, 7 * 60],
    [479, 1],
  ])('from minute %i on it is %i minutes until eight', (minute, left) => {
    expect(quietEnd(now, minute, { from: 1320, to: 480 })).toBe(Math.floor(now / 60_000) * 60_000 + left * 60_000);
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

describe('alignLines', () => {
  const at = (week: number) => week * WEEK_S;

  it('leaves old figures at their own weeks beside newer ones', () => {
    const { weeks, values } = alignLines([
      { line: [1, 2, 3], lineFrom: at(10) },
      { line: [7, null], lineFrom: at(14) },
      { line: [], lineFrom: 0 },
    ]);
    expect(weeks).toEqual([10, 11, 12, 13, 14, 15].map(at));
    expect(values).toEqual([
      [1, 2, 3, null, null, null],
      [null, null, null, null, 7, null],
      [null, null, null, null, null, null],
    ]);
  });
  it('returns nothing where no project has a line', () => {
    expect(alignLines([{ line: [], lineFrom: 0 }])).toEqual({ weeks: [], values: [[]] });
  });
});
