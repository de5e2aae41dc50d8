import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConfidenceInput,
  confidenceLosses,
  confidenceOf,
  judgeCode,
  silence,
  type VerdictInput,
} from '../../../lib/domain/activity/judge.ts';
import { CODE_VERDICTS } from '../../../lib/domain/signal.ts';

/** A healthy project: every rule above "steady" fails. */
const steady: VerdictInput = {
  known: true,
  gone: false,
  archived: false,
  mirror: false,
  empty: false,
  daysSinceCommit: 1,
  daysSinceRelease: 10,
  releasesKnown: true,
  ageWeeks: 200,
  active: 18,
  peak: 20,
  drawdown: 0.1,
  trend: 1,
  confidence: 3,
  incomplete: false,
  cutOff: false,
};

describe('judgeCode', () => {
  it.each<[string, Partial<VerdictInput>, string]>([
    ['nothing is known', { known: false }, 'not checked'],
    ['the repository is gone', { gone: true }, 'gone'],
    ['it is archived', { archived: true }, 'archived'],
    ['it is a mirror', { mirror: true }, 'elsewhere'],
    ['no commit and no release for over a year', { daysSinceCommit: 365.1, daysSinceRelease: 366 }, 'dormant'],
    ['no commit for over a year and never a release', { daysSinceCommit: 366, daysSinceRelease: null }, 'dormant'],
    ['no commit for a year but a release', { daysSinceCommit: 366, daysSinceRelease: 365 }, 'quiet'],
    [
      'no commit for a year and releases unread',
      { daysSinceCommit: 366, daysSinceRelease: null, releasesKnown: false },
      'quiet',
    ],
    ['no commit for over 180 days', { daysSinceCommit: 180.1 }, 'quiet'],
    ['the last commit is 180 days old', { daysSinceCommit: 180 }, 'steady'],
    ['it is 55 weeks old', { ageWeeks: 55.9 }, 'too young'],
    ['it is 56 weeks old', { ageWeeks: 56 }, 'steady'],
    ['the peak is 4', { peak: 4 }, 'too few'],
    ['the peak is 5', { peak: 5 }, 'steady'],
    ['confidence is 0', { confidence: 0 }, 'withheld'],
    ['data is incomplete', { incomplete: true }, 'withheld'],
    ['nothing is in it', { empty: true }, 'withheld'],
    ['the trend is unknown', { trend: null }, 'withheld'],
    ['half is gone and the trend falls', { active: 10, drawdown: 0.5, trend: 0.69 }, 'falling sharply'],
    ['half is gone and the trend is at the bound', { active: 10, drawdown: 0.5, trend: 0.7 }, 'steady'],
    ['30% are gone and the trend falls', { active: 14, drawdown: 0.3, trend: 0.69 }, 'falling'],
    ['30% are gone, only 2 people', { active: 4, peak: 6, drawdown: 0.333, trend: 0.1 }, 'steady'],
    ['30% are gone, 3 people', { active: 7, peak: 10, drawdown: 0.3, trend: 0.1 }, 'falling'],
    ['29% are gone and the trend falls', { active: 14, drawdown: 0.299, trend: 0.1 }, 'steady'],
    ['the trend rises', { trend: 1.51 }, 'rising'],
    ['the trend is at the upper bound', { trend: 1.5 }, 'steady'],
    ['the trend rises far below the peak', { active: 14, drawdown: 0.3, trend: 2 }, 'steady'],
    ['statistics are cut off and all falls', { active: 5, drawdown: 0.75, trend: 0.1, cutOff: true }, 'withheld'],
    ['statistics are cut off and nothing falls', { cutOff: true }, 'steady'],
    ['the peak is unknown and the trend even', { peak: null, drawdown: null, trend: 0.8 }, 'steady'],
    ['the peak is unknown and the trend falls', { peak: null, drawdown: null, trend: 0.69 }, 'withheld'],
    ['the peak is unknown and the trend rises', { peak: null, drawdown: null, trend: 1.6 }, 'withheld'],
    ['the peak is unknown and few are active', { peak: null, drawdown: null, active: 4 }, 'withheld'],
    ['nobody’s number is known', { peak: null, drawdown: null, active: null }, 'withheld'],
  ])('returns the stated word when %s', (_case, more, verdict) => {
    expect(judgeCode({ ...steady, ...more })).toBe(verdict);
  });

  it('takes the first word that holds: each rule hides all below it', () => {
    const rules: Partial<VerdictInput>[] = [
      { known: false },
      { gone: true },
      { archived: true },
      { mirror: true },
      { daysSinceCommit: 400, daysSinceRelease: 400 },
      { daysSinceCommit: 400 },
      { ageWeeks: 10 },
      { peak: 3 },
      { confidence: 0 },
      { active: 5, drawdown: 0.75, trend: 0.2 },
      { active: 13, drawdown: 0.35, trend: 0.2 },
      { trend: 2 },
    ];
    const got = rules.map((_, i) => judgeCode(Object.assign({}, steady, ...rules.slice(i).reverse())));
    expect([...got, judgeCode(steady)]).toEqual(CODE_VERDICTS);
  });

  const maybe = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }), { nil: null });
  const anything: fc.Arbitrary<VerdictInput> = fc.record({
    known: fc.boolean(),
    gone: fc.boolean(),
    archived: fc.boolean(),
    mirror: fc.boolean(),
    empty: fc.boolean(),
    daysSinceCommit: maybe(0, 2000),
    daysSinceRelease: maybe(0, 2000),
    releasesKnown: fc.boolean(),
    ageWeeks: maybe(0, 900),
    active: maybe(0, 100),
    peak: maybe(0, 100),
    drawdown: maybe(0, 1),
    trend: maybe(0, 10),
    confidence: fc.constantFrom(0, 1, 2, 3),
    incomplete: fc.boolean(),
    cutOff: fc.boolean(),
  });

  it('answers every input with a word of the list', () => {
    fc.assert(fc.property(anything, (facts) => CODE_VERDICTS.includes(judgeCode(facts))));
  });

  it('never calls a fall what rests on unknown, incomplete or cut-off data', () => {
    fc.assert(
      fc.property(anything, (facts) => {
        if (!judgeCode(facts).startsWith('falling')) return true;
        const known = facts.trend !== null && facts.drawdown !== null && facts.peak !== null && facts.active !== null;
        return known && !facts.incomplete && !facts.cutOff && facts.confidence > 0;
      }),
    );
  });
});

describe('silence', () => {
  it('says nothing where the date of the last commit is unknown', () => {
    expect(silence({ daysSinceCommit: null, daysSinceRelease: 900, releasesKnown: true })).toBeUndefined();
  });
});

describe('confidenceLosses', () => {
  const none: ConfidenceInput = {
    peak: 10,
    commits365: 100,
    incomplete: false,
    unlinkedShare: 0.3,
    ageWeeks: 56,
    dataAgeDays: 7,
  };
  it.each<[Partial<ConfidenceInput>, string[]]>([
    [{}, []],
    [{ peak: 9 }, ['small']],
    [{ commits365: 99 }, ['small']],
    [{ peak: 9, commits365: 99 }, ['small']],
    [{ incomplete: true }, ['incomplete']],
    [{ unlinkedShare: 0.31 }, ['unlinked']],
    [{ ageWeeks: 55.9 }, ['young']],
    [{ dataAgeDays: 7.1 }, ['old']],
    [{ peak: null, commits365: null, unlinkedShare: null, ageWeeks: null, dataAgeDays: null }, []],
  ])('for %j are %j', (more, losses) => {
    expect(confidenceLosses({ ...none, ...more })).toEqual(losses);
  });

  it('never leave a confidence below 0', () => {
    expect(confidenceOf([])).toBe(3);
    expect(confidenceOf(['small', 'incomplete', 'unlinked', 'young', 'old'])).toBe(0);
  });
});
