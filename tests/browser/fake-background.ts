/** A background for pages under test: answers calls from made-up data, so that every state can be looked at. */
import type { WatchEntry } from '../../lib/domain/keep/reader-data.ts';
import { CODE_VERDICTS, type ProjectReport, ROADMAP_VERDICTS, type Signal } from '../../lib/domain/signal.ts';
import { DAY_MS } from '../../lib/domain/time.ts';
import { watchRow } from '../../lib/domain/watch/row.ts';
import type { CallMessage, CallName, Settings } from '../../lib/protocol.ts';
import { fail, ok } from '../../lib/result.ts';

export const NOW = Date.UTC(2026, 10, 24, 12);
const NAMES = [
  'Uniswap',
  'Lido',
  'EigenLayer',
  'Celestia',
  'Aave',
  'Ethereum',
  'CoW Protocol',
  'Akash Network',
  'Render',
  'Centrifuge',
  'Monero',
  'Anoma',
];
const SECTORS = [
  'dex',
  'liquid-staking',
  'restaking',
  'da',
  'lending',
  'l1',
  'intents',
  'depin',
  'depin',
  'rwa',
  'privacy',
  'intents',
];

const signal = (id: Signal['id'], value: Signal['value'], over: Partial<Signal> = {}): Signal => ({
  id,
  value,
  ...(value === null ? { unknown: 'too-few' as const } : {}),
  from: NOW - 30 * DAY_MS,
  to: NOW - 2 * DAY_MS,
  source: 'snapshot+github',
  asOf: NOW - 2 * DAY_MS,
  confidence: 2,
  inputs: { authors: 12, weeks: 52 },
  evidence: [
    { label: 'stats/contributors', url: 'https://api.github.com/repos/a/b/stats/contributors', readAt: NOW - DAY_MS },
  ],
  ...over,
});

/** A full report whose figures differ from project to project, by number. */
export function fakeReport(n: number): ProjectReport {
  const name = NAMES[n % NAMES.length] ?? 'Uniswap';
  const weeks = Array.from({ length: 156 }, (_, i) =>
    Math.max(0, Math.round(9 + 6 * Math.sin((i + n * 7) / 11) - i / 40)),
  );
  return {
    projectId: n < NAMES.length ? name.toLowerCase().replaceAll(' ', '-') : `project-${n}`,
    name: n < NAMES.length ? name : `${name} ${n}`,
    symbol: name.slice(0, 3).toUpperCase(),
    sectors: [SECTORS[n % SECTORS.length] ?? 'dex'],
    homepage: 'https://example.org/',
    progress: 'known',
    failures: n % 5 === 4 ? [{ kind: 'rate-limited', at: NOW, retryAt: NOW + 3_600_000 }] : [],
    budget: { left: 41, limit: 60, resetAt: NOW + 1_800_000, withToken: false },
    watched: true,
    baselines: [
      { sector: SECTORS[n % SECTORS.length] ?? 'dex', median: 0.44, q1: 0.2, q3: 0.6, n: 12, asOf: NOW - 9 * DAY_MS },
    ],
    code: {
      verdict: CODE_VERDICTS[(n * 3 + 9) % CODE_VERDICTS.length] ?? 'steady',
      confidence: 2,
      signals: [
        signal('active-developers', n % 4 === 3 ? null : 12 - (n % 7)),
        signal('peak-developers', 18),
        signal('drawdown', n % 4 === 3 ? null : 0.31 + (n % 5) / 10),
        signal('commit-trend', 0.82),
        signal('absence-factor', 3),
        signal('established-share', 0.5),
        signal('days-since-release', 40),
        signal('state', 'active'),
        signal('regulars', null, { unknown: 'needs-commits' }),
      ],
      series: { firstWeek: 1_700_352_000, developers: weeks, commits: weeks.map((w) => w * 3) },
      repos: [
        { repo: 'example/core', state: 'read', asOf: NOW - DAY_MS },
        { repo: 'example/old', state: 'failed', asOf: null, failure: { kind: 'not-found', at: NOW } },
      ],
      listed: 24,
      source: 'snapshot+github',
      asOf: NOW - (n % 9) * DAY_MS,
    },
    roadmap: fakeRoadmap(n),
  };
}

function fakeRoadmap(n: number): ProjectReport['roadmap'] {
  const date = (end: string) => ({
    start: `${end.slice(0, 7)}-01`,
    end,
    precision: 'quarter' as const,
    inherited: false,
  });
  return {
    verdict: ROADMAP_VERDICTS[(n * 2 + 6) % ROADMAP_VERDICTS.length] ?? 'mixed',
    signals: [
      signal('published', 1),
      signal('dated-share', 0.7),
      signal('overdue-items', n % 3),
      signal('moved-items', 3),
      signal('median-days-moved', 183),
      signal('dates-kept', null, { unknown: 'too-few' }),
    ],
    items: [
      {
        title: 'Public testnet with fee market',
        line: 12,
        path: ['2026'],
        status: 'done',
        statusBy: 'checkbox',
        date: date('2026-03-31'),
        dateText: 'Q1 2026',
        stages: ['test'],
        links: [],
        conflict: false,
      },
      {
        title: 'Mainnet launch',
        line: 15,
        path: ['2026'],
        status: 'delayed',
        statusBy: 'words',
        date: date('2026-12-31'),
        dateText: 'Q4 2026',
        stages: ['launch'],
        links: [],
        conflict: false,
      },
      {
        title: 'Second audit',
        line: 18,
        path: ['2026'],
        status: 'planned',
        statusBy: 'none',
        date: { start: null, end: null, precision: 'vague', inherited: false },
        dateText: 'TBA',
        stages: ['audit'],
        links: [],
        conflict: false,
      },
    ],
    stages: [
      {
        stage: 'development',
        says: 'done',
        saysDate: date('2025-12-31'),
        saysItem: 'Core',
        line: 4,
        shown: { label: 'v1.0', date: '2025-12-20' },
      },
      { stage: 'test', says: 'done', saysDate: date('2026-03-31'), saysItem: 'Public testnet', line: 12, shown: null },
      {
        stage: 'launch',
        says: 'delayed',
        saysDate: date('2026-12-31'),
        saysItem: 'Mainnet launch',
        line: 15,
        shown: null,
      },
    ],
    moves: [
      {
        kind: 'moved-later',
        title: 'Mainnet launch',
        before: { title: 'Mainnet launch', date: date('2026-06-30'), status: 'planned' },
        after: { title: 'Mainnet launch', date: date('2026-12-31'), status: 'delayed' },
        days: 184,
        seenOn: '2026-07-02',
        commit: '1a2b3c4d5e',
        url: 'https://github.com/example/core/commit/1a2b3c4d5e',
      },
      {
        kind: 'removed',
        title: 'Mobile wallet',
        before: { title: 'Mobile wallet', date: date('2026-09-30'), status: 'planned' },
        after: null,
        days: null,
        seenOn: '2026-08-11',
      },
    ],
    places: [
      { label: 'example/core/ROADMAP.md', url: 'https://github.com/example/core/blob/main/ROADMAP.md', found: true },
    ],
    document: {
      label: 'example/core/ROADMAP.md',
      url: 'https://github.com/example/core/blob/main/ROADMAP.md',
      commit: '1a2b3c4',
      commitDate: '2026-08-11',
    },
    dated: 2,
    total: 3,
    nextPromised: n % 3 === 0 ? { title: 'Mainnet launch', end: '2026-12-31' } : null,
    source: 'github',
    asOf: NOW - 3 * DAY_MS,
  };
}

export function fakeEntry(report: ProjectReport, n: number): WatchEntry {
  return {
    projectId: report.projectId,
    addedAt: NOW - n * DAY_MS,
    updatedAt: NOW - n * DAY_MS,
    tags: n % 4 === 0 ? ['core', 'مهم'] : [],
    notes: n === 0 ? '# Why\n\n- [x] read the **audit**' : '',
    archived: false,
    notify: true,
  };
}

export interface FakeWorld {
  settings: Settings;
  projects: number;
  failing: ReadonlySet<CallName>;
  /** Every call that was made, in order. */
  calls: { name: CallName; request: unknown }[];
  /** What differs from the made-up report. */
  report: Partial<ProjectReport>;
}
export const world: FakeWorld = {
  settings: {
    language: 'en',
    theme: 'light',
    badgeDensity: 'first',
    badgeStyle: 'colour',
    maxBadges: 25,
    cardDelayMs: 500,
    offSites: ['news.example.org'],
    notices: false,
    quiet: true,
    quietFrom: 1320,
    quietTo: 480,
    toolbarCount: true,
  },
  projects: 12,
  failing: new Set(),
  calls: [],
  report: {},
};

/** A project of which nothing was read yet. */
export const NOTHING_READ: ProjectReport['code'] = {
  verdict: 'not checked',
  confidence: 0,
  signals: fakeReport(0).code.signals.map(({ id }) =>
    signal(id, null, { unknown: 'not-read', asOf: null, confidence: 0, evidence: [] }),
  ),
  repos: [],
  listed: null,
  source: 'none',
  asOf: null,
};

/** What pages ask for when they open. */
export const EVERY_CALL: CallName[] = [
  'report.known',
  'report.live',
  'report.history',
  'recent.list',
  'watch.rows',
  'refresh.get',
  'requests.list',
  'registry.search',
  'badge.facts',
  'token.status',
  'own.list',
  'mute.list',
  'cache.size',
  'sites.known',
];

function answer(name: CallName, request: unknown): unknown {
  const reports = Array.from({ length: world.projects }, (_, n) => fakeReport(n));
  const log = [
    {
      id: 1,
      at: NOW,
      host: 'api.github.com',
      path: '/repos/example/core/stats/contributors',
      purpose: 'contributors',
      projectId: 'uniswap',
      status: 200,
      failure: null,
      ms: 210,
    },
  ];
  switch (name) {
    case 'settings.get':
      return world.settings;
    case 'settings.patch':
      return Object.assign(world.settings, request);
    case 'report.known':
    case 'report.live':
      return { ...fakeReport(0), ...world.report };
    case 'recent.list':
      return [{ projectId: 'lido', name: 'Lido', symbol: 'LDO', sectors: ['liquid-staking'], watched: true }];
    case 'watch.rows':
      return {
        rows: reports.map((report, n) => {
          const entry = fakeEntry(report, n);
          return { entry, row: watchRow(entry, report, n % 3 === 0 ? NOW - n * DAY_MS : null) };
        }),
        changes:
          world.projects === 0
            ? []
            : [
                {
                  projectId: 'uniswap',
                  name: 'Uniswap',
                  change: {
                    kind: 'code-verdict',
                    at: NOW,
                    before: 'steady',
                    after: 'falling',
                    title: null,
                    days: null,
                    url: null,
                  },
                },
                {
                  projectId: 'lido',
                  name: 'Lido',
                  change: {
                    kind: 'promise-moved',
                    at: NOW,
                    before: '2026-06-30',
                    after: '2026-12-31',
                    title: 'Mainnet launch',
                    days: 184,
                    url: 'https://github.com/x/y',
                  },
                },
              ],
        lastVisitAt: NOW - 9 * DAY_MS,
      };
    case 'refresh.get':
    case 'refresh.set':
    case 'refresh.now':
      return {
        paused: false,
        left: 4,
        nextAt: NOW,
        budget: { left: 38, limit: 60, resetAt: NOW + 1_200_000, withToken: false },
      };
    case 'sync.get':
    case 'sync.set':
    case 'sync.now':
    case 'sync.forget':
      return { on: true, at: NOW - 60_000, rows: 12, bytes: 900, failure: { kind: 'storage-full', at: NOW } };
    case 'requests.list':
      return log;
    case 'registry.search':
      return [{ projectId: 'uniswap', name: 'Uniswap', symbol: 'UNI', sectors: ['dex'], watched: false }];
    case 'badge.facts':
      return [
        {
          projectId: 'uniswap',
          name: 'Uniswap',
          codeVerdict: 'falling',
          roadmapVerdict: 'slipping',
          activeDevelopers: 12,
          drawdown: 0.31,
          asOf: NOW,
        },
      ];
    case 'token.status':
      return {
        checkedAt: NOW,
        scopes: ['repo'],
        expiresAt: NOW + 40 * DAY_MS,
        left: 4_900,
        limit: 5_000,
        problem: null,
      };
    case 'own.list':
      return [
        {
          id: 'own:mine',
          name: 'Mine',
          aliases: [],
          symbol: null,
          domains: ['mine.example'],
          repos: ['a/b'],
          orgs: [],
          sectors: [],
          updatedAt: NOW,
        },
      ];
    case 'mute.list':
      return [{ projectId: 'uniswap', scope: 'site', where: 'news.example.org', at: NOW }];
    case 'cache.size':
      return { rows: 120, bytes: 2_400_000 };
    case 'sites.known':
      return ['https://uniswap.org/*'];
    default:
      return null;
  }
}

/** Stands in for webextension-polyfill. */
export const fakeBrowser = {
  runtime: {
    sendMessage: async (message: CallMessage) =>
      world.calls.push({ name: message.name, request: message.request }) && world.failing.has(message.name)
        ? fail('storage-blocked', NOW)
        : ok(answer(message.name, message.request)),
    getManifest: () => ({ version: '0.0.0' }),
  },
  permissions: {
    request: async () => true,
    remove: async () => true,
    contains: async () => false,
    getAll: async () => ({ origins: ['https://www.coindesk.com/*', 'https://github.com/*'] }),
  },
  scripting: { executeScript: async () => [{ frameId: 0, result: [] }] },
  tabs: {
    connect: () => ({
      onMessage: { addListener: () => undefined },
      onDisconnect: { addListener: () => undefined },
      disconnect: () => undefined,
    }),
    query: async () => [{ id: 1, url: 'https://news.example.org/a' }],
    sendMessage: async () => ({
      projects: [
        { key: 'a', projectId: 'uniswap', text: 'Uniswap', about: true },
        { key: 'b', projectId: 'sector:restaking', text: 'restaking', about: false },
      ],
    }),
  },
};
