/** Made-up facts that the labels of the claim sentences are about. No such projects exist. */
import type { ClaimFacts } from '../../../lib/domain/claims/answer-types.ts';
import { speaksOfCrypto } from '../../../lib/domain/claims/find-claims.ts';
import { createTextReader, type TextReading } from '../../../lib/domain/claims/read-text.ts';
import type { TextMention } from '../../../lib/domain/claims/types.ts';
import type {
  CodeReport,
  ItemStatus,
  ProjectReport,
  RoadmapItem,
  RoadmapReport,
  Signal,
  Stage,
  WeeklySeries,
} from '../../../lib/domain/signal.ts';
import type { SectorFigures } from '../../../lib/domain/snapshot/baselines.ts';
import { DAY_MS, WEEK_S } from '../../../lib/domain/time.ts';

export const NOW = Date.UTC(2026, 10, 20);
/** End of the last week: a Sunday. */
export const DATA_END = Date.UTC(2026, 10, 15);

/** 157 weeks: `early` until 60 weeks before the end, `yearAgo` around the year before, `peak` in between, `now` in the last weeks. */
export function series(v: { early: number; yearAgo: number; peak: number; now: number }): WeeklySeries {
  const weeks = 157;
  const developers = Array.from({ length: weeks }, (_, i) => {
    const back = weeks - 1 - i;
    if (back > 60) return v.early;
    if (back >= 40) return v.yearAgo;
    return back >= 25 ? v.peak : back >= 3 ? Math.round((v.peak + v.now) / 2) : v.now;
  });
  return {
    firstWeek: DATA_END / 1000 - weeks * WEEK_S,
    developers,
    commits: developers.map((d) => d * 10),
  };
}

export function figures(sector: string, n: number, median: number | null, sum: WeeklySeries | null): SectorFigures {
  return {
    sector,
    median,
    q1: median === null ? null : median / 2,
    q3: median === null ? null : Math.min(1, median * 1.5),
    n,
    asOf: DATA_END,
    oldest: DATA_END - 60 * DAY_MS,
    leftOut: 0,
    sum,
    sumOf: n,
    gapWeeks: [],
  };
}

export const BASELINES = new Map<string, SectorFigures>([
  ['all', figures('all', 98, 0.38, series({ early: 950, yearAgo: 900, peak: 1000, now: 690 }))],
  ['restaking', figures('restaking', 6, 0.52, series({ early: 150, yearAgo: 180, peak: 200, now: 100 }))],
  ['intents', figures('intents', 5, 0.4, series({ early: 40, yearAgo: 40, peak: 50, now: 30 }))],
  ['ai-agents', figures('ai-agents', 9, 0.12, series({ early: 40, yearAgo: 50, peak: 110, now: 100 }))],
  ['l2', figures('l2', 14, 0.3, series({ early: 290, yearAgo: 280, peak: 300, now: 210 }))],
  ['rwa', figures('rwa', 2, null, series({ early: 18, yearAgo: 18, peak: 20, now: 10 }))],
  ['defi', figures('defi', 30, 0.45, series({ early: 480, yearAgo: 450, peak: 500, now: 300 }))],
]);

export function signal(id: Signal['id'], value: Signal['value'], inputs?: Signal['inputs']): Signal {
  return {
    id,
    value,
    source: 'snapshot',
    asOf: DATA_END,
    to: NOW,
    confidence: 3,
    evidence: [{ label: `${id} of the test`, readAt: DATA_END }],
    ...(inputs ? { inputs } : {}),
  };
}

export function item(title: string, status: ItemStatus, start: string, end: string, stages: Stage[]): RoadmapItem {
  return {
    title,
    line: 3,
    path: [],
    status,
    statusBy: 'label',
    date: { start, end, precision: 'month', inherited: false },
    dateText: end,
    stages,
    links: [],
    conflict: false,
  };
}

export function roadmap(more: Partial<RoadmapReport>): RoadmapReport {
  return {
    verdict: 'not checked',
    signals: [],
    items: [],
    stages: [],
    moves: [],
    places: [],
    dated: null,
    total: null,
    nextPromised: null,
    source: 'none',
    asOf: null,
    ...more,
  };
}

export function code(more: Partial<CodeReport>): CodeReport {
  return {
    verdict: 'not checked',
    confidence: 0,
    signals: [],
    repos: [],
    listed: null,
    source: 'none',
    asOf: null,
    ...more,
  };
}

export function report(
  projectId: string,
  name: string,
  parts: { code?: CodeReport; roadmap?: RoadmapReport },
): ProjectReport {
  return {
    projectId,
    name,
    sectors: [],
    code: parts.code ?? code({}),
    roadmap: parts.roadmap ?? roadmap({}),
    progress: 'known',
    failures: [],
    budget: null,
    watched: false,
    baselines: [],
  };
}

const document = {
  label: 'ROADMAP.md',
  url: 'https://github.com/lumora/lumora/blob/main/ROADMAP.md',
  commitDate: '2026-11-01',
};

export const LUMORA = report('lumora', 'Lumora', {
  code: code({
    verdict: 'falling',
    confidence: 3,
    asOf: DATA_END,
    source: 'snapshot',
    series: series({ early: 45, yearAgo: 50, peak: 60, now: 40 }),
    signals: [
      signal('active-developers', 40),
      signal('drawdown', 1 / 3),
      signal('days-since-release', 61, { days: '2026-09-20 2026-06-11 2026-02-02' }),
    ],
  }),
  roadmap: roadmap({
    verdict: 'on schedule',
    asOf: DATA_END,
    document,
    signals: [signal('delivered-share', 0.8), signal('overdue-items', 1)],
    items: [
      item('Public testnet', 'done', '2024-10-01', '2024-10-31', ['test']),
      item('Security audit', 'done', '2025-02-01', '2025-02-28', ['audit']),
      item('Mainnet launch', 'done', '2025-03-01', '2025-03-31', ['launch']),
      item('Mobile wallet', 'planned', '2027-01-01', '2027-03-31', ['development']),
    ],
    stages: [
      {
        stage: 'launch',
        says: 'done',
        saysDate: { start: '2025-03-01', end: '2025-03-31', precision: 'month', inherited: false },
        saysItem: 'Mainnet launch',
        line: 3,
        shown: { label: 'mainnet-v1.0.0', date: '2025-03-12' },
      },
    ],
  }),
});

export const BRINK = report('brink', 'Brink', {
  code: code({
    verdict: 'falling sharply',
    confidence: 3,
    asOf: DATA_END,
    source: 'snapshot',
    series: series({ early: 40, yearAgo: 45, peak: 50, now: 20 }),
    signals: [
      signal('active-developers', 20),
      signal('drawdown', 0.6),
      signal('days-since-release', 309, { days: '2026-01-15 2025-10-02' }),
    ],
  }),
  roadmap: roadmap({
    verdict: 'slipping',
    asOf: DATA_END,
    document: { ...document, url: 'https://github.com/brink/brink/blob/main/ROADMAP.md' },
    signals: [signal('delivered-share', 0.3), signal('overdue-items', 3)],
    items: [
      item('Testnet', 'done', '2026-02-01', '2026-02-28', ['test']),
      item('Audit by a third party', 'planned', '2026-10-01', '2026-12-31', ['audit']),
      item('Mainnet launch', 'planned', '2027-01-01', '2027-03-31', ['launch']),
    ],
  }),
});

export const TESSEL = report('tessel', 'Tessel', {});

export const FACTS: ClaimFacts = {
  now: NOW,
  writtenAt: null,
  reports: new Map([LUMORA, BRINK, TESSEL].map((r) => [r.projectId, r])),
  baselines: BASELINES,
};

const NAMES = [
  ['lumora', 'Lumora'],
  ['lumora', 'لومورا'],
  ['brink', 'Brink'],
  ['tessel', 'Tessel'],
] as const;

/** First place of each made-up name in a text that is one block. */
export function mentionsIn(text: string): TextMention[] {
  return NAMES.flatMap(([projectId, name]) => {
    const start = text.indexOf(name);
    return start < 0 ? [] : [{ block: 0, start, end: start + name.length, projectId }];
  });
}

/** A whole text at once: by itself it speaks of crypto where a project stands in it or a block names the field. */
export function readText(texts: readonly string[], mentions: readonly TextMention[]): TextReading {
  const crypto = mentions.length > 0 || texts.some(speaksOfCrypto);
  const reader = createTextReader({ crypto, at: NOW });
  for (const [i, text] of texts.entries()) {
    reader.read(
      text,
      i,
      mentions.filter(({ block }) => block === i),
    );
  }
  return reader.reading();
}
