import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBinary, parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';

const items = (text: string, kind: 'markdown' | 'yaml' | 'json' = 'markdown') => {
  const parsed = parseRoadmap(text, kind);
  if (!parsed.ok) throw new Error(parsed.failure.kind);
  return parsed.value.items;
};

describe('parseRoadmap', () => {
  const bit = fc.constantFrom(
    '# Roadmap',
    '## Q3 2025',
    '- [ ] Testnet',
    '- [x] Audit',
    '  - nested (May 2024)',
    '| A | Date |',
    '|---|---|',
    '| x | Q1 2025 |',
    '**Status:** done',
    '<details>',
    '<summary>Phase 1</summary>',
    '</details>',
    '---',
    'title: x',
    '```',
    '> quote',
    '',
    '2025年底 主网',
    'الربع الأول 2025',
    '* * * a',
    '\t- deep',
    '🚧',
    '~~gone~~',
    '1. step',
    '[a](b)',
    '&#x0;',
  );
  const text = fc.oneof(
    fc.array(bit, { maxLength: 25 }).map((a) => a.join('\n')),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  it('never throws; every item has a line of the source and ends no earlier than it starts; same text, same items', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('markdown' as const, 'yaml' as const, 'json' as const), (source, kind) => {
        const parsed = parseRoadmap(source, kind);
        expect(parseRoadmap(source, kind)).toEqual(parsed);
        if (!parsed.ok) return;
        const lines = source.split(/\r\n?|\n/).length;
        for (const item of parsed.value.items) {
          expect(item.line).toBeGreaterThanOrEqual(1);
          expect(item.line).toBeLessThanOrEqual(lines);
          expect(item.title.length).toBeLessThanOrEqual(300);
          if (item.date.start && item.date.end) expect(item.date.end >= item.date.start).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('falls back to headings, undated and unknown, where there is no structure', () => {
    const parsed = parseRoadmap(
      '# Widget\n\n## Faster sync\n\nSome words.\n\n## Better wallet\n\nMore words.',
      'markdown',
    );
    expect(parsed.ok && parsed.value.unstructured).toBe(true);
    expect(parsed.ok && parsed.value.items.map((i) => [i.title, i.status, i.date.end])).toEqual([
      ['Faster sync', 'unknown', null],
      ['Better wallet', 'unknown', null],
    ]);
  });
  it.each([
    [
      'The roadmap has moved to [our wiki](https://github.com/o/r/blob/main/ROADMAP.md).',
      'https://github.com/o/r/blob/main/ROADMAP.md',
    ],
    ['# Roadmap\n\nSee https://example.org/roadmap for the current plan.', 'https://example.org/roadmap'],
    ['docs/ROADMAP.md', 'docs/ROADMAP.md'],
    ['请见 [路线图](https://example.org/zh/roadmap)', 'https://example.org/zh/roadmap'],
  ])('finds where a short file points: %s', (source, target) => {
    const parsed = parseRoadmap(source, 'markdown');
    expect(parsed.ok && parsed.value.pointer).toBe(target);
  });
  it('keeps what contradicts itself as it stands', () => {
    const list = items('# Plan\n\n## Q1 2025\n- [x] Mainnet\n\n## Q3 2025\n- [ ] Mainnet');
    expect(list.map((i) => [i.status, i.date.end])).toEqual([
      ['done', '2025-03-31'],
      ['planned', '2025-09-30'],
    ]);
  });
  it('never infers done from a date that has passed', () =>
    expect(items('## Q1 2015\n- Mainnet')[0]?.status).toBe('planned'));
  it('reads a file with front matter, CRLF and a byte order mark', () => {
    expect(items('\uFEFF---\r\ntitle: x\r\n---\r\n\r\n# Roadmap\r\n\r\n## Q2 2026\r\n- Testnet\r\n')).toMatchObject([
      { line: 8, title: 'Testnet', date: { end: '2026-06-30' } },
    ]);
  });
  it('reads no date in 1970 and 2999, and keeps the items', () => {
    expect(items('# Plan\n- [ ] a (1970-01-01)\n- [ ] b (2999)').map((i) => i.date.end)).toEqual([null, null]);
  });
  it('reads one line without an end, and a file that mixes line ends and encodings', () => {
    expect(items('- [ ] Testnet (Q3 2026)')).toMatchObject([{ line: 1, date: { end: '2026-09-30' } }]);
    const mixed =
      '# Roadmap\r\n\r- [ ] Br\uFFFDcke (Q3 2026)\n- [ ] \u0627\u0644\u0634\u0628\u0643\u0629\r\n- [ ] \u4E3B\u7F51\uFE0F\u200F (\uFF12\uFF10\uFF12\uFF16\u5E74\u5E95)';
    expect(items(mixed).map((i) => i.date.end)).toEqual(['2026-09-30', null, '2026-12-31']);
  });
  it('reads HTML inside Markdown: headings, lists, tables, details', () => {
    const html =
      '# Roadmap\n\n<h2>Q3 2026</h2>\n<ul>\n<li>Testnet</li>\n</ul>\n<table>\n<tr><th>What</th><th>When</th></tr>\n<tr><td>Audit</td><td>Q4 2026</td></tr>\n</table>\n<details><summary>Q1 2027</summary>\n\n- Mainnet\n\n</details>';
    expect(items(html).map((i) => [i.title, i.date.end])).toEqual([
      ['Testnet', '2026-09-30'],
      ['Audit', '2026-12-31'],
      ['Mainnet', '2027-03-31'],
    ]);
  });
  it('takes a date and a state from key lines straight under the title', () =>
    expect(items('# Roadmap\n\n## Main network\n\nExpected: Q3 2026\n\nStatus: in progress')).toMatchObject([
      { title: 'Main network', status: 'in_progress', date: { end: '2026-09-30' } },
    ]));
  it.each([
    [
      'a year above quarters, and boxes as true and false',
      {
        list: [
          {
            year: 2026,
            title: 'Q1-Q2',
            steps: [
              { checked: true, label: 'Lab' },
              { checked: false, label: 'Round' },
            ],
          },
        ],
      },
      [
        ['Lab', 'done', '2026-06-30'],
        ['Round', 'planned', '2026-06-30'],
      ],
    ],
    [
      'quarters with plain lines',
      [{ quarter: 'Q2 2026', status: 'completed', title: 'Ground', items: ['Wallet', 'Bridge'] }],
      [
        ['Wallet', 'done', '2026-06-30'],
        ['Bridge', 'done', '2026-06-30'],
      ],
    ],
    [
      'titles in several languages, progress in percent',
      [
        { title: { zh: '指南', en: 'Guides' }, date: '2026-03-31', progress: 50 },
        { title: { zh: '论文' }, date: '2026-01-31', progress: 100 },
      ],
      [
        ['Guides', 'in_progress', '2026-03-31'],
        ['论文', 'done', '2026-01-31'],
      ],
    ],
    [
      'years and quarters as keys',
      { 2026: { Q1: [{ title: 'Audit', status: 'pending' }], Q2: [{ title: 'Mainnet', status: 'Planning' }] } },
      [
        ['Audit', 'planned', '2026-03-31'],
        ['Mainnet', 'planned', '2026-06-30'],
      ],
    ],
  ])('reads data with %s', (_, data, expected) =>
    expect(items(JSON.stringify(data), 'json').map((i) => [i.title, i.status, i.date.end])).toEqual(expected),
  );
  it('takes a span of weeks as lying within the dated heading above it, and "(TBA)" as taking the date back', () => {
    const list = items('## November 2026\n- [ ] Bridge, 3 weeks\n- [ ] Wallet (TBA)\n- Week 2:\n  - [ ] Audit');
    expect(list.map((i) => [i.title, i.date.end])).toEqual([
      ['Bridge, 3 weeks', '2026-11-30'],
      ['Wallet (TBA)', null],
      ['Audit', '2026-11-30'],
    ]);
  });
  it('takes items crossed off from the top down as done, one crossed out among others as dropped', () => {
    const crossed = '## Q1 2026\n- ~~Wallet~~\n- ~~Bridge~~\n- ~~Audit~~\n- Mainnet';
    expect(items(crossed).map((i) => i.status)).toEqual(['done', 'done', 'done', 'planned']);
    const among = '## Q1 2026\n- Mainnet\n- ~~Wallet~~\n- ~~Bridge~~\n- ~~Audit~~';
    expect(items(among).map((i) => i.status)).toEqual(['planned', 'dropped', 'dropped', 'dropped']);
  });
  it('refuses what is no text', () => {
    for (const bad of ['%PDF-1.7 x', '\u0089PNG\r\n', `a\u0000b`, '\uFFFD'.repeat(100)])
      expect(parseRoadmap(bad, 'markdown')).toMatchObject({ ok: false, failure: { kind: 'bad-answer' } });
    expect(isBinary('# Roadmap\n\n路线图 خارطة')).toBe(false);
    expect(parseRoadmap('x'.repeat(8_000_001), 'markdown')).toMatchObject({
      ok: false,
      failure: { kind: 'too-large' },
    });
    expect(parseRoadmap('  \n', 'markdown')).toMatchObject({ ok: false, failure: { kind: 'empty' } });
    expect(parseRoadmap('{"a": &x [*x, *x]}', 'yaml').ok).toBeTypeOf('boolean');
  });
  it('reads 10,000 items', () => {
    const source = `# Roadmap\n\n## Q3 2025\n${Array.from({ length: 10_000 }, (_, i) => `- [ ] Step ${i} of the work`).join('\n')}\n`;
    expect(items(source)).toHaveLength(10_000);
  }, 60_000);
  it('comes to an end on 5 MB, one endless line, and deep nesting', () => {
    const row = '- [ ] Build the bridge between the two networks (Q3 2025)\n';
    expect(items(`# Roadmap\n\n${row.repeat(Math.ceil(1_000_000 / row.length))}`).length).toBeGreaterThan(10_000);
    expect(parseRoadmap(`- [ ] ${'a **b** _c_ '.repeat(400_000)}`, 'markdown').ok).toBe(true);
    expect(parseRoadmap('>'.repeat(100_000), 'markdown').ok).toBe(true);
    expect(
      parseRoadmap(Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'), 'markdown').ok,
    ).toBe(true);
    expect(parseRoadmap('[['.repeat(50_000), 'markdown').ok).toBe(true);
    expect(parseRoadmap('<div>'.repeat(50_000), 'markdown').ok).toBe(true);
    expect(parseRoadmap('['.repeat(50_000), 'json').ok).toBeTypeOf('boolean');
    expect(parseRoadmap('a paragraph line *\n'.repeat(50_000), 'markdown').ok).toBe(true);
  }, 60_000);

  it('takes the features of a release for its items, with the state that stands alone below each', () => {
    const text =
      '# Plan\n\n## 2025 H2\n\n### 2.40\n\n#### Features\n\n- [Tablet](https://a.example/1)\n  - spec to come\n  - Done ✅ 🟩🟩 100%\n- [Search](https://a.example/2)\n  - In Progress ⏳ 🟩⬜ 40%\n- Themes\n';
    expect(items(text).map(({ title, status, date }) => [title, status, date.end])).toEqual([
      ['Tablet', 'done', '2025-12-31'],
      ['Search', 'in_progress', '2025-12-31'],
      ['Themes', 'planned', '2025-12-31'],
    ]);
    expect(items('# Roadmap\n\n## About us\n\n### Features\n\n- Fast\n- Cheap\n')).toEqual([]);
  });

  it.each([
    ['Target: 2024 (achieved)', 'done'],
    ['Target: 2024（已完成）', 'done'],
    ['Target: 2024 (in progress)', 'in_progress'],
    ['Target: 2024 (staging)', 'planned'],
  ])('reads the state behind the date of the line "%s"', (line, status) => {
    const text = `# Roadmap\n\n## Phase 1: Bridge\n\n**${line}**\n\nA bridge for all.\n`;
    expect(items(text)).toMatchObject([{ status, date: { end: '2024-12-31' } }]);
  });

  it('takes no promise from a guide to the roadmap, from links to read on, or from a heading without words', () => {
    expect(items('# Roadmap\n\n## Guide to the roadmap\n\n- A column is a quarter\n- A label is a team\n')).toEqual([]);
    expect(items('# Roadmap\n\n## Roadmap columns\n\n- Each is a quarter\n\n## Function areas\n\n- ✅ Core\n')).toEqual(
      [],
    );
    const links = '- [Specs](https://a.example/s)\n- [Docs](https://a.example/d)\n';
    expect(items(`# Roadmap\n\nTo learn more about where we go, see:\n${links}`)).toEqual([]);
    expect(items(`# Roadmap\n\nUp next:\n\n${links}`)).toHaveLength(2);
    expect(items('# Roadmap\n\nAll is on our site.\n\n##\n')).toEqual([]);
  });
});
