/** A made-up project's report, used by component and browser tests: every part of the card has something to show. */
import type {
  CodeSignalId,
  Evidence,
  ProjectReport,
  RoadmapSignalId,
  Signal,
  StageState,
} from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';

/** 24 November 2026, 12:00 UTC. */
export const NOW = Date.UTC(2026, 10, 24, 12);

export const EVIDENCE: Evidence[] = [
  {
    label: 'stats/contributors of example/core',
    url: 'https://github.com/example/core/graphs/contributors',
    readAt: NOW - 3_600_000,
  },
  {
    label: 'commit 1a2b3c4',
    url: 'https://github.com/example/core/commit/1a2b3c4',
    readAt: NOW - 2 * DAY_MS,
    line: 12,
  },
];

export function signal(
  id: CodeSignalId | RoadmapSignalId,
  value: number | string | null,
  more: Partial<Signal> = {},
): Signal {
  return {
    id,
    value,
    source: 'snapshot',
    asOf: NOW - 3 * DAY_MS,
    confidence: 3,
    evidence: EVIDENCE,
    from: NOW - 31 * DAY_MS,
    to: NOW - 3 * DAY_MS,
    ...(value === null ? { unknown: 'too-few' as const } : {}),
    ...more,
  };
}

function stage(name: StageState['stage'], says: StageState['says'], end: string | null): StageState {
  return {
    stage: name,
    says,
    saysDate: end ? { start: null, end, precision: 'quarter', inherited: false } : null,
    saysItem: null,
    line: null,
    shown: null,
  };
}

/** 53 weeks: a rise, a peak of 38 in spring, a fall to 26; two unknown weeks. */
const WEEKS = [
  22,
  23,
  24,
  24,
  26,
  25,
  27,
  28,
  27,
  29,
  30,
  31,
  30,
  32,
  33,
  33,
  34,
  36,
  35,
  37,
  38,
  37,
  36,
  36,
  35,
  34,
  35,
  33,
  32,
  33,
  31,
  null,
  null,
  30,
  31,
  29,
  28,
  29,
  28,
  30,
  28,
  27,
  27,
  28,
  26,
  25,
  26,
  27,
  25,
  24,
  26,
  27,
  26,
];

export function sampleReport(more: Partial<ProjectReport> = {}): ProjectReport {
  return {
    projectId: 'uniswap',
    name: 'Uniswap',
    symbol: 'UNI',
    sectors: ['dex', 'defi'],
    homepage: 'https://uniswap.org',
    code: {
      verdict: 'falling',
      confidence: 3,
      signals: [
        signal('active-developers', 26),
        signal('drawdown', 12 / 38),
        signal('peak-developers', 38),
        signal('commit-trend', 0.62),
        signal('absence-factor', 4),
        signal('established-share', 0.54),
        signal('days-since-release', 23),
      ],
      series: { firstWeek: 1_732_406_400, developers: WEEKS, commits: WEEKS.map(() => 40) },
      repos: [
        { repo: 'example/core', state: 'read', asOf: NOW - DAY_MS },
        { repo: 'example/periphery', state: 'snapshot', asOf: NOW - DAY_MS },
        { repo: 'example/docs', state: 'not-read', asOf: null },
      ],
      listed: 24,
      source: 'snapshot',
      asOf: NOW - 3 * DAY_MS,
    },
    roadmap: {
      verdict: 'slipping',
      signals: [
        signal('dated-share', 0.6),
        signal('delivered-share', 0.5),
        signal('overdue-items', 3),
        signal('median-days-overdue', 41),
        signal('moved-items', 5),
        signal('median-days-moved', 183),
      ].map((one) => ({ ...one, source: 'github' as const, asOf: NOW - DAY_MS })),
      items: [],
      stages: [
        stage('funding', 'done', '2024-03-31'),
        stage('development', 'done', '2025-06-30'),
        stage('test', 'done', '2026-03-31'),
        stage('audit', 'in_progress', '2026-09-30'),
        stage('launch', 'delayed', '2026-12-31'),
        stage('after', null, null),
      ],
      moves: [],
      places: [{ label: 'ROADMAP.md', found: true }],
      document: {
        label: 'example/core ROADMAP.md',
        url: 'https://github.com/example/core/blob/main/ROADMAP.md',
        commitDate: '2026-08-14',
      },
      dated: 12,
      total: 20,
      nextPromised: { title: 'Hooks', end: '2026-12-31' },
      source: 'github',
      asOf: NOW - DAY_MS,
    },
    progress: 'live',
    failures: [],
    budget: null,
    watched: false,
    baselines: [{ sector: 'dex', median: 0.28, q1: 0.1, q3: 0.5, n: 12, asOf: NOW - 3 * DAY_MS }],
    ...more,
  };
}
