import { describe, expect, it } from 'vitest';
import { answerClaim } from '../../../lib/domain/claims/answer-claim.ts';
import { FAR_OFF, TOLERANCE } from '../../../lib/domain/claims/answer-developers.ts';
import type { ClaimFacts } from '../../../lib/domain/claims/answer-types.ts';
import type { Claim, Predicate, Reference } from '../../../lib/domain/claims/types.ts';
import { DAY_MS, WEEK_S } from '../../../lib/domain/time.ts';
import {
  BASELINES,
  BRINK,
  code,
  DATA_END,
  FACTS,
  figures,
  item,
  LUMORA,
  NOW,
  report,
  roadmap,
  series,
  signal,
} from './world.ts';

const of = (predicate: Predicate, more: Partial<Claim> = {}): Claim => ({
  block: 0,
  start: 0,
  end: 1,
  text: '-',
  subject: { kind: 'field', id: 'all' },
  predicate,
  number: null,
  time: null,
  reference: { kind: 'none' },
  future: false,
  negated: false,
  ...more,
});
const project = (id: string) => ({ kind: 'project', id }) as const;
const change = (value: number, reference: Reference = { kind: 'peak' }, more: Partial<Claim> = {}) =>
  of('developers', { number: { kind: 'share', value }, reference, ...more });
const withAll = (next: ReturnType<typeof figures>): ClaimFacts => ({ ...FACTS, baselines: new Map([['all', next]]) });

describe('answerClaim on developers', () => {
  // The sum line of the world stands 31% below its peak, the median project 38%.
  it.each([
    [-0.31, 'supported', 'within-tolerance'],
    [-0.31 - TOLERANCE + 0.001, 'supported', 'within-tolerance'],
    [-0.31 + TOLERANCE + 0.001, 'not-checkable', 'close'],
    [-0.31 + FAR_OFF + 0.001, 'contradicted', 'outside'],
    [0.2, 'contradicted', 'outside'],
  ])('answers a change of %f from the peak with %s', (value, state, reason) => {
    expect(answerClaim(change(value), FACTS)).toMatchObject({ state, reason, n: 98, asOf: DATA_END });
  });

  it('does not contradict what the median project supports', () => {
    const torn = figures('all', 98, 0.6, series({ early: 950, yearAgo: 900, peak: 1000, now: 690 }));
    expect(answerClaim(change(-0.6), withAll(torn))).toMatchObject({
      state: 'not-checkable',
      reason: 'figures-differ',
    });
  });

  it('shows both measures with their n', () => {
    const { measured } = answerClaim(change(-0.3), FACTS);
    expect(measured.map((m) => [m.id, m.n])).toEqual([
      ['sum-change', 98],
      ['median-change', 98],
    ]);
    expect(measured[0]?.value).toBeCloseTo(-0.31, 2);
  });

  it.each([
    ['no baseline', { ...FACTS, baselines: new Map() }, 'no-figures'],
    ['no sum line', withAll(figures('all', 98, 0.3, null)), 'no-figures'],
    [
      'two projects',
      withAll(figures('all', 2, null, series({ early: 9, yearAgo: 9, peak: 10, now: 7 }))),
      'too-few-projects',
    ],
    ['a peak of four', withAll(figures('all', 5, 0.3, series({ early: 3, yearAgo: 3, peak: 4, now: 1 }))), 'too-few'],
    [
      'a gap in the source',
      withAll({ ...(BASELINES.get('all') as ReturnType<typeof figures>), gapWeeks: [DATA_END / 1000 - 2 * WEEK_S] }),
      'source-gap',
    ],
    ['figures of two years ago', { ...FACTS, now: NOW + 700 * DAY_MS }, 'old-figures'],
    ['an article older than the series', { ...FACTS, writtenAt: DATA_END - 1200 * DAY_MS }, 'no-history'],
    [
      'a series that starts in the year before the article',
      { ...FACTS, writtenAt: DATA_END - 800 * DAY_MS },
      'no-history',
    ],
  ])('is not checkable with %s', (_name, facts, reason) => {
    expect(answerClaim(change(-0.3), facts as ClaimFacts)).toMatchObject({ state: 'not-checkable', reason });
  });

  it('needs five projects to contradict, three to support', () => {
    const few = withAll(figures('all', 4, 0.31, series({ early: 90, yearAgo: 90, peak: 100, now: 69 })));
    expect(answerClaim(change(-0.9), few)).toMatchObject({ state: 'not-checkable', reason: 'too-few-projects' });
    expect(answerClaim(change(-0.3), few).state).toBe('supported');
  });

  it('holds a dated article against the figures of its week', () => {
    const early = { ...FACTS, writtenAt: DATA_END - 40 * 7 * DAY_MS };
    // Forty weeks back the sum line stood at its level of the year before: near its own peak.
    expect(answerClaim(change(-0.3), early).state).toBe('contradicted');
    expect(answerClaim(change(-0.05), early).state).toBe('supported');
  });

  it('cannot count a field, and never takes unknown for zero', () => {
    const count = of('developers', { number: { kind: 'count', value: 0 } });
    expect(answerClaim(count, FACTS)).toMatchObject({ state: 'not-checkable', reason: 'not-this-measure' });
    expect(answerClaim({ ...count, subject: project('tessel') }, FACTS)).toMatchObject({ reason: 'no-figures' });
    expect(answerClaim({ ...change(-1), subject: project('tessel') }, FACTS)).toMatchObject({ reason: 'no-figures' });
  });

  it.each([
    [40, 'supported'],
    [47, 'supported'],
    [60, 'not-checkable'],
    [81, 'contradicted'],
  ])('answers "%d active developers" beside 40 with %s', (value, state) => {
    expect(
      answerClaim(of('developers', { number: { kind: 'count', value }, subject: project('lumora') }), FACTS).state,
    ).toBe(state);
  });
});

describe('answerClaim on events', () => {
  const may = { start: '2026-05-01', end: '2026-05-31' };
  const mainnet = (id: string, more: Partial<Claim>) => of('mainnet', { subject: project(id), ...more });

  it('does not let a roadmap speak of what came after its last edit', () => {
    const old = {
      ...BRINK,
      roadmap: { ...BRINK.roadmap, document: { label: 'ROADMAP.md', commitDate: '2026-04-01' } },
    };
    const facts = { ...FACTS, reports: new Map([['brink', old]]) };
    expect(answerClaim(mainnet('brink', { time: may }), FACTS)).toMatchObject({
      state: 'contradicted',
      reason: 'roadmap-open',
    });
    expect(answerClaim(mainnet('brink', { time: may }), facts)).toMatchObject({
      state: 'not-checkable',
      reason: 'old-figures',
    });
  });

  it('takes no item for a mainnet that does not name one', () => {
    const other = report('brink', 'Brink', {
      roadmap: roadmap({
        asOf: DATA_END,
        items: [item('Wallet release', 'done', '2026-05-01', '2026-05-31', ['launch'])],
      }),
    });
    const facts = { ...FACTS, reports: new Map([['brink', other]]) };
    expect(answerClaim(mainnet('brink', { time: may }), facts)).toMatchObject({
      state: 'not-checkable',
      reason: 'not-recorded',
    });
  });

  it('says "not yet" with an open item, and the contrary with a done one', () => {
    const time = { start: '2026-11-01', end: '2026-11-30' };
    expect(answerClaim(mainnet('brink', { time, negated: true }), FACTS)).toMatchObject({
      state: 'supported',
      reason: 'roadmap-open',
    });
    expect(answerClaim(mainnet('lumora', { time, negated: true }), FACTS)).toMatchObject({
      state: 'contradicted',
      reason: 'roadmap-done',
    });
  });

  it.each([
    ['the time that is on record', '2025-03-01', '2025-03-31', 'supported', 'roadmap-agrees'],
    ['another time that is over by now', '2026-02-01', '2026-02-28', 'not-checkable', 'close'],
    ['a time to come', '2027-05-01', '2027-05-31', 'contradicted', 'roadmap-done'],
  ])('holds a plan for %s against what was done', (_, start, end, state, reason) => {
    const claim = mainnet('lumora', { time: { start, end }, future: true });
    expect(answerClaim(claim, FACTS)).toMatchObject({ state, reason });
  });

  it('shows the recorded date and the line it stands on', () => {
    const answer = answerClaim(
      mainnet('brink', { time: { start: '2027-01-01', end: '2027-03-31' }, future: true }),
      FACTS,
    );
    expect(answer.measured).toEqual([{ id: 'recorded-date', value: null, text: '2027-01-01/2027-03-31' }]);
    expect(answer.evidence[0]?.label).toBe('ROADMAP.md line 3');
  });

  it('does not hold an older mainnet against a later one that is planned for the claimed time', () => {
    const first = item('Mainnet', 'done', '2024-03-01', '2024-03-31', ['launch']);
    const second = item('Mainnet v2', 'in_progress', '2026-05-01', '2026-05-31', ['launch']);
    const told = (items: (typeof first)[]) => {
      const both = report('brink', 'Brink', { roadmap: roadmap({ asOf: DATA_END, items }) });
      return answerClaim(mainnet('brink', { time: may }), { ...FACTS, reports: new Map([['brink', both]]) });
    };
    expect(told([first, second])).toMatchObject({ state: 'not-checkable', reason: 'close' });
    expect(told([first])).toMatchObject({ state: 'contradicted', reason: 'roadmap-other-date' });
  });

  it('leaves dates between a month and a quarter apart open', () => {
    const time = { start: '2025-05-10', end: '2025-05-20' };
    expect(answerClaim(mainnet('lumora', { time }), FACTS)).toMatchObject({ state: 'not-checkable', reason: 'close' });
  });

  it.each(['mainnet', 'testnet', 'launch', 'audit', 'funding', 'release', 'roadmap'] as const)(
    'has no record of %s for a sector, nor of an unknown project',
    (predicate) => {
      expect(answerClaim(of(predicate, { time: may }), FACTS).state).toBe('not-checkable');
      expect(answerClaim(of(predicate, { time: may, subject: project('nobody') }), FACTS).state).toBe('not-checkable');
      expect(answerClaim(of(predicate, { time: may, subject: project('tessel') }), FACTS).state).toBe('not-checkable');
    },
  );
});

describe('answerClaim on releases and roadmaps', () => {
  const release = (more: Partial<Claim>) => of('release', { subject: project('lumora'), ...more });

  it.each([
    [{ start: '2026-06-01', end: '2026-06-30' }, 'supported', 'release-then'],
    [{ start: '2025-06-01', end: '2025-06-30' }, 'not-checkable', 'later-release'],
    [{ start: '2026-04-01', end: '2026-04-30' }, 'not-checkable', 'close'],
    [{ start: '2026-10-10', end: '2026-10-31' }, 'contradicted', 'no-release-then'],
    [{ start: '2026-11-18', end: '2026-12-31' }, 'not-checkable', 'old-figures'],
  ])('answers a release in %j with %s', (time, state, reason) => {
    expect(answerClaim(release({ time }), FACTS)).toMatchObject({ state, reason });
  });

  it.each([
    ['Lumora v2.4 came out in June.', 'some-release-then'],
    ['Version 2.0.1 of Lumora came out in June.', 'some-release-then'],
    ['Lumora V3 is out.', 'some-release-then'],
    ['Lumora shipped a release to 2.5 million users.', 'release-then'],
  ])('says of "%s" what the data holds: %s', (text, reason) => {
    const time = { start: '2026-06-01', end: '2026-06-30' };
    expect(answerClaim(release({ time, text }), FACTS)).toMatchObject({ state: 'supported', reason });
  });

  it('does not confirm silence for a time that was not read', () => {
    const silent = {
      ...LUMORA,
      code: code({
        signals: [{ ...signal('days-since-release', 400, { days: '2025-10-16' }), asOf: DATA_END - 200 * DAY_MS }],
      }),
    };
    const facts = { ...FACTS, reports: new Map([['lumora', silent]]) };
    const claim = release({ negated: true, number: { kind: 'duration-days', value: 180 } });
    expect(answerClaim(claim, facts)).toMatchObject({ state: 'not-checkable', reason: 'old-figures' });
  });

  it('says that no roadmap was found, not that there is none', () => {
    const none = report('x', 'X', { roadmap: roadmap({ verdict: 'none found', asOf: DATA_END }) });
    const claim = of('roadmap', { subject: project('x'), time: { start: '2027-01-01', end: '2027-12-31' } });
    const facts = { ...FACTS, reports: new Map([['x', none]]) };
    expect(answerClaim(claim, facts)).toMatchObject({ state: 'not-checkable', reason: 'none-found' });
  });
});
