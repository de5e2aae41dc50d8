import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, parseDate } from '../../../lib/domain/roadmap/dates.ts';
import { normaliseText } from '../../../lib/domain/roadmap/normalise.ts';
import { statusOfText } from '../../../lib/domain/roadmap/status.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/data/dates');
const rows = <T>(name: string): T[] => (existsSync(SHARED) ? JSON.parse(readFileSync(join(SHARED, name), 'utf8')) : []);

describe('parseDate', () => {
  it.runIf(existsSync(SHARED))('reads every row of the shared cases', () => {
    const cases = rows<[string, string | null, string | null, string | null]>('date-cases.json');
    expect(cases.length).toBeGreaterThan(30);
    for (const [text, start, end, precision] of cases) {
      const hit = parseDate(text);
      expect([text, hit?.start ?? null, hit?.end ?? null, hit?.precision ?? null]).toEqual([
        text,
        start,
        end,
        precision,
      ]);
    }
  });
  it.runIf(!existsSync(SHARED))('names what is left out without the shared data', () => {
    console.log('left out: shared date and state cases');
    expect(existsSync(SHARED)).toBe(false);
  });

  it.each([
    // English
    ['mid-2026', '2026-05-01', '2026-08-31', 'third'],
    ['EOY 2025', '2025-09-01', '2025-12-31', 'third'],
    ['end of Q3 2025', '2025-09-01', '2025-09-30', 'third'],
    ['2025-Q3', '2025-07-01', '2025-09-30', 'quarter'],
    ['Q3/2025', '2025-07-01', '2025-09-30', 'quarter'],
    ['3Q25', '2025-07-01', '2025-09-30', 'quarter'],
    ['third quarter of 2025', '2025-07-01', '2025-09-30', 'quarter'],
    ['2025 Q4 - 2026 Q1', '2025-10-01', '2026-03-31', 'range'],
    ['Nov - Feb 2026', '2025-11-01', '2026-02-28', 'range'],
    ['12-15 July 2021', '2021-07-12', '2021-07-15', 'range'],
    ['July 12-15, 2021', '2021-07-12', '2021-07-15', 'range'],
    ['Q1, Q2 and Q3 2025', '2025-01-01', '2025-09-30', 'range'],
    ['Winter 2017, Spring 2018', '2017-12-01', '2018-05-31', 'range'],
    ['first half of 2025', '2025-01-01', '2025-06-30', 'half'],
    ['Jul. 4, 2025', '2025-07-04', '2025-07-04', 'day'],
    ['2025.03', '2025-03-01', '2025-03-31', 'month'],
    ['03/2025', '2025-03-01', '2025-03-31', 'month'],
    ["Jan '25", '2025-01-01', '2025-01-31', 'month'],
    ['2026 and beyond', '2026-01-01', null, 'open'],
    ['post-2025', '2025-01-01', null, 'open'],
    ['29 February 2024', '2024-02-29', '2024-02-29', 'day'],
    ['Q1-2 2024', '2024-01-01', '2024-06-30', 'range'],
    ['2024 Q3/4', '2024-07-01', '2024-12-31', 'range'],
    ['2022.Q1', '2022-01-01', '2022-03-31', 'quarter'],
    ['Q4_2025', '2025-10-01', '2025-12-31', 'quarter'],
    ['25Q3', '2025-07-01', '2025-09-30', 'quarter'],
    ['2018.5~2018.9', '2018-05-01', '2018-09-30', 'range'],
    ['mid to late 2025', '2025-05-01', '2025-12-31', 'range'],
    ['early-to-mid Q4 2025', '2025-10-01', '2025-11-30', 'range'],
    ['2020 Q1~', '2020-01-01', null, 'open'],
    ['2021 – present', '2021-01-01', null, 'open'],
    ['after Q3 2025', '2025-07-01', null, 'open'],
    // Arabic
    ['بين مارس ويونيو 2025', '2025-03-01', '2025-06-30', 'range'],
    ['بداية 2026', '2026-01-01', '2026-04-30', 'third'],
    ['منتصف عام 2025', '2025-05-01', '2025-08-31', 'third'],
    ['من يناير إلى مارس 2025', '2025-01-01', '2025-03-31', 'range'],
    ['كانون الثاني 2025', '2025-01-01', '2025-01-31', 'month'],
    ['أوت 2025', '2025-08-01', '2025-08-31', 'month'],
    ['يناير/كانون الثاني 2025', '2025-01-01', '2025-01-31', 'month'],
    ['۲۰۲۵/۰۶/۱۵', '2025-06-15', '2025-06-15', 'day'],
    ['بحلول نهاية الربع الثاني من 2026', '2026-06-01', '2026-06-30', 'third'],
    ['النصف الأول من نوفمبر 2025', '2025-11-01', '2025-11-15', 'range'],
    // Chinese
    ['2025年10-12月', '2025-10-01', '2025-12-31', 'range'],
    ['2024年底至2025年初', '2024-09-01', '2025-04-30', 'range'],
    ['2023年Q4 - 2024年Q1', '2023-10-01', '2024-03-31', 'range'],
    ['二〇二五年三月', '2025-03-01', '2025-03-31', 'month'],
    ['2025年三季度', '2025-07-01', '2025-09-30', 'quarter'],
    ['2025下半年', '2025-07-01', '2025-12-31', 'half'],
    ['2025年11月底', '2025-11-21', '2025-11-30', 'third'],
    ['2025年以后', '2025-01-01', null, 'open'],
  ])('reads %s', (text, start, end, precision) => {
    const hit = parseDate(text);
    expect([hit?.start, hit?.end, hit?.precision]).toEqual([start, end, precision]);
  });

  it.each([
    '1970-01-01',
    '2999',
    'FY2025 Q3',
    '1447 هـ',
    'up to 2000 validators',
    'v2025.1 release',
    'issues (may arise)',
    'port 2020',
    '31 February 2024',
    '$2025 raised',
    'EIP-2025',
    'release 2018.5',
    'Q1 - 2 audits',
  ])('reads no date in %s', (text) => expect(parseDate(text)?.start ?? null).toBeNull());

  it('takes the year from the context where the phrase names none', () => {
    expect(parseDate('H2 Nov', { year: 2021 })).toMatchObject({ start: '2021-11-16', end: '2021-11-30' });
    expect(parseDate('by Q3', { year: 2025 })?.end).toBe('2025-09-30');
    expect(parseDate('by Q3')).toBeUndefined();
    expect(parseDate('EOY', { year: 2025 })).toMatchObject({ start: '2025-09-01', end: '2025-12-31' });
    expect(parseDate('May:', { year: 2025 })?.end).toBe('2025-05-31');
    expect(parseDate('May the best one win', { year: 2025 })).toBeUndefined();
  });
  it('counts a bare year in headings and brackets only', () => {
    expect(parseDate('Wallet 2025')).toBeUndefined();
    expect(parseDate('Wallet (2025)')?.precision).toBe('year');
    expect(parseDate('Wallet 2025', { bareYear: true })?.precision).toBe('year');
  });
  it('takes the date that a promise was moved to', () => {
    expect(parseDate('Mainnet was planned for May 2024, moved to March 2025')?.end).toBe('2025-03-31');
  });
});

describe('findDates', () => {
  const piece = fc.constantFrom(
    'Q',
    'H2',
    '2025',
    '年',
    '月',
    '第三季度',
    'الربع',
    'الأول',
    '12',
    '-',
    '/',
    'to',
    ' ',
    'late',
    'July',
    '至',
    '(',
    ')',
    '٢٠٢٦',
    '31',
    '+',
    ',',
    'soon',
    '底',
  );
  it('never throws, and no interval ends before it starts', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.array(piece, { maxLength: 30 }).map((a) => a.join('')),
        ),
        fc.boolean(),
        (text, bareYear) => {
          for (const hit of findDates(text, { bareYear, year: 2025 })) {
            if (hit.start && hit.end) expect(hit.end >= hit.start).toBe(true);
            expect(hit.to).toBeGreaterThan(hit.at);
          }
        },
      ),
      { numRuns: 1500 },
    );
  }, 60_000);
});

describe('normaliseText', () => {
  it('returns the same text when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (s) => {
        expect(normaliseText(normaliseText(s))).toBe(normaliseText(s));
      }),
    );
  }, 60_000);
});

describe('statusOfText', () => {
  it.runIf(existsSync(SHARED))('reads every row of the shared cases', () => {
    for (const [text, status] of rows<[string, string | null]>('status-cases.json'))
      expect([text, statusOfText(text)?.status ?? null]).toEqual([text, status]);
  });
  it.each([
    ['Bridge (WIP)', 'in_progress'],
    ['Bridge - done', 'done'],
    ['Bridge (not done yet)', 'planned'],
    ['Bridge [postponed]', 'delayed'],
    ['~ 60% complete', 'in_progress'],
    ['测试网（进行中）', 'in_progress'],
    ['主网尚未上线', 'planned'],
    ['لم يكتمل بعد', 'planned'],
    ['قيد التطوير', 'in_progress'],
    ['تم إلغاء السوق', 'dropped'],
    ['Add a cancel button', null],
    ['Active validators page', null],
  ])('reads %s as %s', (text, status) => expect(statusOfText(text)?.status ?? null).toBe(status));
  it('marks done and in progress together as a conflict', () =>
    expect(statusOfText('Engine (✅ complete) 🚧')).toMatchObject({ status: 'in_progress', conflict: true }));
});
