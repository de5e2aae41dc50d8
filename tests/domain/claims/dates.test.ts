import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDate, type DateHints } from '../../../lib/domain/claims/article-date.ts';
import { beforeAndNow } from '../../../lib/domain/claims/as-of.ts';
import { numbersIn } from '../../../lib/domain/claims/numbers.ts';
import { foldedWords } from '../../../lib/domain/roadmap/normalise.ts';
import { DAY_MS, WEEK_S } from '../../../lib/domain/time.ts';
import { DATA_END, NOW, series } from './world.ts';

const hints = (more: Partial<DateHints>): DateHints => ({ jsonLd: [], meta: [], times: [], ...more });

describe('articleDate', () => {
  const published = '2025-11-03T08:00:00Z';
  const at = Date.parse(published);
  it.each([
    ['json-ld', hints({ jsonLd: [`{"@type":"NewsArticle","datePublished":"${published}"}`] }), { at, from: 'json-ld' }],
    [
      'a graph',
      hints({ jsonLd: [`{"@graph":[{"@type":"Person"},{"@type":["BlogPosting"],"datePublished":"${published}"}]}`] }),
      { at, from: 'json-ld' },
    ],
    [
      'broken json-ld, then meta',
      hints({ jsonLd: ['{"@type":'], meta: [['article:published_time', published]] }),
      { at, from: 'meta' },
    ],
    [
      'a marked time',
      hints({
        times: [
          { value: '2025-12-01', published: false },
          { value: '2025-11-03', published: true },
        ],
      }),
      { at: Date.UTC(2025, 10, 3), from: 'time' },
    ],
    [
      'the only time',
      hints({ times: [{ value: '2025-11-03 08:00', published: false }] }),
      { at: Date.parse('2025-11-03T08:00Z'), from: 'time' },
    ],
    [
      'two unmarked times',
      hints({
        times: [
          { value: '2025-11-03', published: false },
          { value: '2025-11-04', published: false },
        ],
      }),
      null,
    ],
    ['an ambiguous day', hints({ meta: [['date', '03/04/2025']] }), null],
    ['a date to come', hints({ meta: [['date', '2031-01-01']] }), null],
    ['a date before any chain', hints({ meta: [['date', '1999-01-01']] }), null],
    ['only the day of a change', hints({ jsonLd: [`{"@type":"Article","dateModified":"${published}"}`] }), null],
    ['a product', hints({ jsonLd: [`{"@type":"Product","datePublished":"${published}"}`] }), null],
    ['nothing', hints({}), null],
  ])('reads %s', (_name, given, expected) => {
    expect(articleDate(given, NOW)).toEqual(expected);
  });

  it('never throws on what pages declare', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.json(), fc.string())),
        fc.array(fc.tuple(fc.string(), fc.string())),
        (jsonLd, meta) => {
          const found = articleDate(hints({ jsonLd, meta }), NOW);
          if (found) expect(found.at).toBeLessThanOrEqual(NOW + 2 * DAY_MS);
        },
      ),
    );
  });
});

describe('beforeAndNow', () => {
  const line = series({ early: 45, yearAgo: 50, peak: 60, now: 40 });
  it('gives the figures of the week of the article beside the newest', () => {
    const { before, now } = beforeAndNow(line, DATA_END - 30 * 7 * DAY_MS);
    expect(now).toEqual({ at: DATA_END, active: 40, drawdown: 1 - 40 / 60 });
    expect(before).toEqual({ at: DATA_END - 30 * 7 * DAY_MS, active: 60, drawdown: 0 });
  });
  it.each([
    ['the article is older than the series', DATA_END - 2000 * DAY_MS],
    ['the article is of the same month', DATA_END - 10 * DAY_MS],
    ['the article is newer than the data', DATA_END + 10 * DAY_MS],
  ])('leaves out the earlier figures when %s', (_name, at) => {
    expect(beforeAndNow(line, at).before).toBeNull();
  });
  it('takes a short history for what it is: no peak, no drawdown', () => {
    const short = {
      firstWeek: DATA_END / 1000 - 20 * WEEK_S,
      developers: Array(20).fill(9),
      commits: Array(20).fill(1),
    };
    expect(beforeAndNow(short, DATA_END).now).toEqual({ at: DATA_END, active: 9, drawdown: null });
    expect(beforeAndNow({ firstWeek: 0, developers: [], commits: [] }, DATA_END)).toEqual({ before: null, now: null });
  });
});

describe('numbersIn', () => {
  it.each([
    ['down 30%', [['percent', 0.3]]],
    ['١٢٫٥٪ أقل', [['percent', 0.125]]],
    [
      '30 percent of 1,200 people',
      [
        ['percent', 0.3],
        ['count', 1200],
      ],
    ],
    ['减少近三成半', [['percent', 0.35]]],
    ['百分之三十五', [['percent', 0.35]]],
    ['raised $20 million', [['amount', 20]]],
    ['جمعت 20 مليون دولار', [['amount', 20]]],
    ['融资2000万美元', [['amount', 2000]]],
    ['for 6 months', [['duration', 180]]],
    ['已有6个多月', [['duration', 180]]],
    ['منذ 6 أشهر', [['duration', 180]]],
    [
      '2026年3月',
      [
        ['count', 2026],
        ['count', 3],
      ],
    ],
    ['no numbers', []],
  ])('reads %s', (text, expected) => {
    expect(numbersIn(foldedWords(text)).map((n) => [n.kind, n.value])).toEqual(expected);
  });
});
