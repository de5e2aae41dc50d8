import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../../../lib/domain/roadmap/criteria.ts';
import { roadmapFromSnapshot } from '../../../lib/domain/roadmap/from-snapshot.ts';
import {
  compareVersions,
  driftOf,
  ledgerOf,
  nearestVersion,
  type RoadmapVersion,
} from '../../../lib/domain/roadmap/ledger.ts';
import { parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';
import { lineUrl, roadmapReport, uncheckedRoadmap } from '../../../lib/domain/roadmap/report.ts';
import type { RoadmapInput } from '../../../lib/domain/roadmap/report-input.ts';
import { dice, wordsOf } from '../../../lib/domain/roadmap/similarity.ts';
import { ROADMAP_SIGNAL_IDS } from '../../../lib/domain/signal.ts';

const NOW = Date.parse('2025-11-01T12:00:00Z');
const parsed = (text: string) => {
  const result = parseRoadmap(text, 'markdown');
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
};
const version = (date: string, text: string, commit = `c${date}`): RoadmapVersion => ({
  date,
  items: parsed(text).items,
  commit,
  url: `https://github.com/o/r/commit/${commit}`,
});
function input(text: string | null, more: Partial<RoadmapInput> = {}): RoadmapInput {
  return {
    ...{
      now: NOW,
      checked: true,
      source: 'github',
      unreadable: false,
      versions: [],
      versionCount: 5,
      itemsChangedOn: null,
      milestones: null,
      releases: null,
      live: false,
    },
    places: [{ label: 'o/r: ROADMAP*, docs', url: 'https://github.com/o/r', found: text !== null }],
    parsed: text === null ? null : parsed(text),
    ...(text === null
      ? {}
      : {
          document: {
            label: 'ROADMAP.md',
            url: 'https://github.com/o/r/blob/abc/ROADMAP.md',
            commit: 'abc',
            commitDate: '2025-10-01',
            readAt: NOW,
            inGit: true,
          },
        }),
    ...more,
  };
}
const GOOD = `# Roadmap
## Q1 2025
- [x] Seed round
- [x] Wallet development
## Q2 2025
- [x] Public testnet
- [x] External audit
## Q1 2026
- [ ] Mainnet launch
- [ ] Grants program
`;
const value = (r: ReturnType<typeof roadmapReport>, id: string) => r.signals.find((s) => s.id === id)?.value;

describe('roadmapReport', () => {
  it('has every signal once, null exactly where a reason is given, and evidence for the rest', () => {
    for (const report of [roadmapReport(input(GOOD)), roadmapReport(input(null)), uncheckedRoadmap(NOW)]) {
      expect(report.signals.map((s) => s.id)).toEqual([...ROADMAP_SIGNAL_IDS, 'roadmap-verdict']);
      for (const s of report.signals) expect([s.id, s.value === null]).toEqual([s.id, s.unknown !== undefined]);
    }
    for (const s of roadmapReport(input(GOOD)).signals)
      if (s.value !== null) expect(s.evidence.length).toBeGreaterThan(0);
  });
  it('computes the criteria as defined', () => {
    const r = roadmapReport(input(GOOD, { releases: [] }));
    expect(Object.fromEntries(CRITERIA.map((id) => [id, value(r, id)]))).toEqual({
      ...{
        published: 1,
        'dated-share': 1,
        specificity: 1,
        'stage-coverage': 1,
        freshness: 1,
        horizon: 1,
        'delivered-share': 1,
        'overdue-depth': 1,
      },
      ...{ 'dates-kept': null, 'milestones-on-time': null, 'code-evidence': 0, traceable: 1 },
    });
    expect(value(r, 'roadmap-score')).toBeCloseTo(9 / 10);
    expect([r.dated, r.total, r.nextPromised?.end]).toEqual([6, 6, '2026-03-31']);
  });
  it.each<[string, Partial<RoadmapInput>]>([
    ['the snapshot, which holds no wordings and links', { source: 'snapshot', releases: [] }],
    ['a kept page, which holds no links', { source: 'page', releases: [] }],
    ['a look-up whose releases were not read', { releases: null }],
  ])('does not say that no code backs what is done, from %s', (_, more) => {
    const report = roadmapReport(input(GOOD, more));
    const signal = report.signals.find((s) => s.id === 'code-evidence');
    expect(signal).toMatchObject({ value: null, unknown: 'not-read', inputs: { done: 4, backed: null } });
    expect(value(report, 'roadmap-score')).toBeCloseTo(1);
  });
  it('does not take the day of reading for the last edit where the history was not read', () => {
    const document = { label: 'ROADMAP.md', url: 'https://github.com/o/r', readAt: NOW, inGit: true };
    const report = roadmapReport(input(GOOD, { document, versionCount: null }));
    expect([value(report, 'freshness'), value(report, 'traceable')]).toEqual([null, null]);
  });
  it('counts no milestones where none were read', () => {
    const inputs = (more: Partial<RoadmapInput>) =>
      roadmapReport(input(GOOD, more)).signals.find((s) => s.id === 'published')?.inputs;
    expect(inputs({ milestones: null })).toMatchObject({ milestones: null });
    expect(inputs({ milestones: [] })).toMatchObject({ milestones: 0 });
  });
  it('points each figure to its lines at the commit that was read', () => {
    const line = roadmapReport(input(GOOD)).signals.find((s) => s.id === 'horizon')?.evidence[0];
    expect(line).toMatchObject({
      line: 9,
      commit: 'abc',
      url: 'https://github.com/o/r/blob/abc/ROADMAP.md?plain=1#L9',
    });
    expect(lineUrl('https://example.org/roadmap', 3)).toBe('https://example.org/roadmap');
  });
  it.each([
    ['unreadable', input(GOOD, { parsed: null, unreadable: true })],
    ['removed', input(GOOD, { document: { label: 'ROADMAP.md', removedOn: '2024-01-01', readAt: NOW, inGit: true } })],
    ['none found', input(null)],
    ['completed', input('## Q1 2024\n- [x] a\n- [x] b\n- [x] c')],
    ['stale', input(GOOD, { itemsChangedOn: '2024-10-01' })],
    ['slipping', input('## Q1 2025\n- [ ] Wallet\n- [ ] Bridge\n- [x] Site')],
    ['vague', input('# Roadmap\n- [ ] Wallet\n- [ ] Bridge\n- [ ] Testnet\n- [ ] Audit (Q1 2026)')],
    ['nothing due yet', input('## Q1 2026\n- [ ] Wallet\n- [ ] Bridge')],
    ['on schedule', input(GOOD)],
    ['mixed', input('## Q1 2025\n- [ ] Wallet\n- [x] Bridge\n## Q2 2026\n- [ ] Mainnet')],
  ] as const)('says %s', (verdict, facts) => expect(roadmapReport(facts).verdict).toBe(verdict));
  it('says not checked before anything was looked at', () => {
    const r = uncheckedRoadmap(NOW);
    expect([r.verdict, r.source, value(r, 'published'), r.asOf]).toEqual(['not checked', 'none', null, null]);
  });
  it('counts milestones kept within a week, of at least three due in two years', () => {
    const m = (dueOn: string, closedOn: string | null, number: number) => ({
      title: `v${number}`,
      number,
      dueOn,
      closedOn,
      createdOn: '2024-01-01',
    });
    const report = roadmapReport(
      input(null, {
        milestones: [
          m('2025-03-01', '2025-03-07', 1),
          m('2025-04-01', '2025-05-01', 2),
          m('2025-05-01', null, 3),
          m('2020-01-01', '2020-01-01', 4),
        ],
      }),
    );
    expect(value(report, 'milestones-on-time')).toBeCloseTo(1 / 3);
    expect(
      value(roadmapReport(input(null, { milestones: [m('2025-03-01', '2025-03-07', 1)] })), 'milestones-on-time'),
    ).toBeNull();
  });
  it('tells "says so" from "shown"', () => {
    const r = roadmapReport(
      input(GOOD, {
        releases: [
          { title: 'v1.0.0 Public testnet', date: '2025-06-10', url: 'https://github.com/o/r/releases/tag/v1.0.0' },
        ],
      }),
    );
    const test = r.stages.find((s) => s.stage === 'test');
    expect(test).toMatchObject({ says: 'done', line: 6, shown: { date: '2025-06-10' } });
    expect(r.stages.find((s) => s.stage === 'funding')).toMatchObject({ says: 'done', shown: null });
  });
});

const OLD =
  '## Q1 2025\n- Wallet for phones\n- Bridge to other chains\n- Public testnet\n- Staking module\n- Block explorer\n- Card payments';
const NEW =
  '## Q3 2025\n- Wallet for phones\n- Bridge to the other chains\n## Q1 2025\n- [x] Public testnet\n- Staking module\n## Later\n- Block explorer\n- Passkeys';
describe('compareVersions', () => {
  it('tells moved, undated, removed, added and changed', () => {
    const moves = compareVersions(version('2024-11-01', OLD), version('2025-10-01', NEW));
    const kinds = Object.fromEntries(moves.map((m) => [m.title, [m.kind, m.days]]));
    expect(kinds).toEqual({
      'Wallet for phones': ['moved-later', 183],
      'Bridge to the other chains': ['moved-later', 183],
      'Public testnet': ['status-changed', 0],
      'Staking module': ['same', 0],
      'Block explorer': ['undated', null],
      'Card payments': ['removed', null],
      Passkeys: ['added', null],
    });
    expect(moves[0]).toMatchObject({
      seenOn: '2025-10-01',

      commit: 'c2025-10-01',
      before: { date: { end: '2025-03-31' } },
    });
  });
  it('matches Chinese by pairs of characters, and equal wordings by their heading', () => {
    const a = version('2024-01-01', '## 2024年第一季度\n- 公开测试网上线\n- 钱包开发');
    const b = version('2025-01-01', '## 2024年第三季度\n- 公开测试网正式上线\n- 钱包开发');
    expect(compareVersions(a, b).map((m) => m.kind)).toEqual(['moved-later', 'moved-later']);
    const same = version('2025-01-01', '## Wallet (Q1 2025)\n- Audit\n## Bridge (Q2 2025)\n- Audit');
    const moved = version('2025-06-01', '## Bridge (Q2 2025)\n- Audit\n## Wallet (Q1 2025)\n- Audit');
    expect(compareVersions(same, moved).map((m) => m.kind)).toEqual(['same', 'same']);
  });
  it('compares 5,000 items with 5,000', () => {
    const long = (shift: number) =>
      `## Q${1 + shift} 2025\n${Array.from({ length: 5000 }, (_, i) => `- Step number ${i} of the work`).join('\n')}`;
    expect(
      compareVersions(version('2024-01-01', long(0)), version('2025-01-01', long(1))).filter(
        (m) => m.kind === 'moved-later',
      ),
    ).toHaveLength(5000);
  }, 30_000);
});
describe('driftOf', () => {
  it('takes the mean of what was open and dated then; silence costs all', () => {
    const d = driftOf(version('2024-11-01', OLD), version('2025-10-01', NEW));
    expect(d).toMatchObject({ base: 6, movedLater: 2, medianMoved: 183, removed: 1 });
    expect(d.kept).toBeCloseTo(1 - (1 + 1 + 0 + 0 + 1 + 1) / 6);
  });
});
describe('nearestVersion', () => {
  it('returns the version nearest to the age, none younger than asked', () => {
    const list = ['2025-09-20', '2025-05-01', '2024-09-01'].map((d) => version(d, OLD));
    expect(nearestVersion(list, '2025-10-01', 365, 90)?.date).toBe('2024-09-01');
    expect(nearestVersion(list.slice(0, 1), '2025-10-01', 365, 90)).toBeUndefined();
  });
});
describe('ledgerOf', () => {
  it('returns changes version by version, newest first', () => {
    const moves = ledgerOf([version('2025-10-01', NEW), version('2024-11-01', OLD), version('2025-03-01', OLD)]);
    expect(new Set(moves.map((m) => m.seenOn))).toEqual(new Set(['2025-10-01']));
    expect(moves.every((m) => m.kind !== 'same')).toBe(true);
  });
});
describe('dice', () => {
  it('returns 2·both ÷ all, without dates and small words', () => {
    expect(dice(wordsOf('Launch of the wallet (Q3 2025)'), wordsOf('launch wallet'))).toBe(1);
    expect(dice(wordsOf('إطلاق المحفظة'), wordsOf('اطلاق محفظة'))).toBe(1);
    expect(dice(wordsOf(''), wordsOf('x'))).toBe(0);
  });
});
describe('roadmapFromSnapshot', () => {
  const ctx = { now: NOW, live: false, readAt: Date.parse('2025-10-20'), repos: ['o/r'], releases: null };
  it('returns not checked, none found, or the figures without wordings', () => {
    expect(roadmapFromSnapshot(undefined, ctx).verdict).toBe('not checked');
    expect(roadmapFromSnapshot(null, ctx)).toMatchObject({ verdict: 'none found', places: [{ found: false }] });
    const item = {
      status: 'planned' as const,
      start: '2026-01-01',
      end: '2026-03-31',
      precision: 'quarter' as const,
      stages: ['launch' as const],
      line: 4,
    };
    const move = {
      kind: 'moved-later' as const,
      days: 90,
      before: { end: '2025-12-31', status: 'planned' as const },
      after: { end: '2026-03-31', status: 'planned' as const },
      seenOn: '2025-10-01',
      since: '2024-10-01',
      commit: 'f'.repeat(40),
    };
    const r = roadmapFromSnapshot(
      {
        repo: 'o/r',
        path: 'ROADMAP.md',
        commit: 'f'.repeat(40),
        commitDate: '2025-10-01',
        removedOn: null,
        versions: 4,
        firstDate: '2024-01-01',
        itemsChangedOn: '2025-10-01',
        items: [item, item, item],
        moves: [move],
        comparedTo: ['2024-10-01'],
      },
      ctx,
    );
    expect([r.verdict, r.source, value(r, 'moved-items'), value(r, 'median-days-moved'), r.moves.length]).toEqual([
      'nothing due yet',
      'snapshot',
      1,
      90,
      1,
    ]);
  });
});
