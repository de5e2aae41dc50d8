/** Stored answers of GitHub → parsers → report: the figures must be those that git itself gives. */
import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import { parseCommits } from '../../../lib/domain/activity/parse-rest.ts';
import type { RepoFacts } from '../../../lib/domain/activity/repo-facts.ts';
import type { CodeReport, CodeSignalId } from '../../../lib/domain/signal.ts';
import { DAY_S, WEEK_S } from '../../../lib/domain/time.ts';
import { input, NOW, origin, storedFacts, T, value } from './facts.ts';
import { type ExpectedFigures, expectedAnswers, readVectors, rounded, vectorFile } from './vectors.ts';

const CUT_OFF = new Set(['ethereum/go-ethereum', 'celestiaorg/celestia-node', 'libp2p/rust-libp2p']);
const FORKS = new Set(['bnb-chain/bsc']);
const WHOLE = ['lidofinance/core', 'Layr-Labs/eigenlayer-contracts', 'symbioticfi/core'];

const report = (facts: RepoFacts) => codeReport(input([facts]));

function figure(from: CodeReport, id: CodeSignalId, name?: string) {
  const signal = from.signals.find((s) => s.id === id);
  return (name ? signal?.inputs?.[name] : (signal?.value ?? signal?.unknown)) ?? null;
}

/** The columns that weekly statistics can give; minimums are not asked here, so the inputs are compared. */
function fromStatistics(r: CodeReport): Partial<ExpectedFigures> {
  const number = (id: CodeSignalId, name: string, digits: number) =>
    rounded(figure(r, id, name) as number, digits) ?? Number.NaN;
  return {
    S1_active_28d: figure(r, 'active-developers') as number,
    S2_peak_52w: number('peak-developers', 'peak', 0),
    S2_peak_weeks_ago: number('peak-developers', 'weeksAgo', 0),
    S4_established: number('established-share', 'part', 0),
    S4_newcomer: number('newcomer-share', 'part', 0),
    S5_new: number('developers-joined', 'joined', 0),
    S5_left: number('developers-joined', 'left', 0),
    S5_base: number('developers-joined', 'base', 0),
    S6_caf: number('absence-factor', 'factor', 0),
    S6_commits_365d: number('absence-factor', 'commits', 0),
    S6_top1_share: number('absence-factor', 'topShare', 4),
    S7_c13: number('commit-trend', 'c13', 0),
    S7_mean_prev3: number('commit-trend', 'prev3', 2),
    S7_ratio: number('commit-trend', 'c13', 0) / number('commit-trend', 'prev3', 9),
  };
}

/**
 * Where statistics differ from git, each with its reason. Weeks instead of days: "365 days" are 52 weeks, joined and left
 * ask for two active weeks instead of two days, 90 days are 13 weeks.
 */
const EXCEPTIONS: { repo: string; column: keyof ExpectedFigures; is: number; why: string }[] = [
  { repo: 'lidofinance/core', column: 'S9_commits_90d', is: 384, why: '13 whole weeks are 91 days' },
];

describe('codeReport on stored answers', () => {
  for (const repo of WHOLE) {
    const row = expectedAnswers().find((e) => e.repo === repo) as ExpectedFigures;
    const got = fromStatistics(report(storedFacts(repo)));
    for (const column of Object.keys(got) as (keyof ExpectedFigures)[]) {
      it(`gives ${column} of ${repo} as git does`, () => {
        const actual = column === 'S7_ratio' ? rounded(got[column] as number, 4) : got[column];
        expect(actual).toBe(row[column]);
      });
    }

    it(`gives commits in 90 days of ${repo} as git does, but for listed exceptions`, () => {
      const listed = EXCEPTIONS.find((e) => e.repo === repo && e.column === 'S9_commits_90d');
      expect(figure(report(storedFacts(repo)), 'maintained', 'commits90')).toBe(listed?.is ?? row.S9_commits_90d);
    });

    it(`gives days since the last commit of ${repo} to the week`, () => {
      const days = figure(report(storedFacts(repo)), 'days-since-commit') as number;
      // From now, which lies 4 days after T; the end of the commit's week is at most a week after the commit.
      const exact = row.S9_days_since_commit + (NOW / 1000 - T) / DAY_S;
      expect(days).toBeLessThanOrEqual(exact + 0.05);
      expect(days).toBeGreaterThan(exact - 7.05);
    });

    it(`says of ${repo} what statistics can't tell instead of a number`, () => {
      const r = report(storedFacts(repo));
      for (const id of ['regulars', 'one-day', 'integrity', 'response-share', 'first-response-days'] as const)
        expect(figure(r, id)).toBe('needs-token');
    });
  }

  it.each([
    ['lidofinance/core', 'falling sharply', 3],
    ['Layr-Labs/eigenlayer-contracts', 'falling sharply', 3],
    ['symbioticfi/core', 'too few', 2],
    ['ethereum/go-ethereum', 'withheld', 2],
    ['celestiaorg/celestia-node', 'withheld', 2],
    ['libp2p/rust-libp2p', 'withheld', 2],
    ['bnb-chain/bsc', 'withheld', 2],
  ])('judges %s as %s with confidence %i from statistics alone', (repo, verdict, confidence) => {
    expect(report(storedFacts(repo))).toMatchObject({ verdict, confidence });
  });

  const byPeople: CodeSignalId[] = [
    'active-developers',
    'peak-developers',
    'drawdown',
    'established-share',
    'newcomer-share',
    'developers-joined',
    'developers-left',
    'absence-factor',
    'top-author-share',
  ];
  it.each([...CUT_OFF])('gives no figure on people of %s: its statistics end at 100 authors', (repo) => {
    const r = report(storedFacts(repo));
    for (const id of byPeople) expect([id, figure(r, id)]).toEqual([id, 'cut-off']);
    expect(figure(r, 'commit-trend', 'basis')).toBe('stats/participation');
  });

  it.each([...FORKS])('gives no figure on people of the fork %s: its statistics are its parent’s', (repo) => {
    const r = report(storedFacts(repo));
    for (const id of byPeople) expect([id, figure(r, id)]).toEqual([id, 'not-read']);
  });
});

/** A page of /commits in GitHub's schema. Names, addresses and texts are made up. */
function commitAnswer(rows: { login: string; at: number; parents?: number; type?: string }[]): unknown[] {
  return rows.map(({ login, at, parents = 1, type = 'User' }, i) => {
    const date = new Date(at * 1000).toISOString();
    return {
      sha: (i + 1).toString(16).padStart(40, 'a'),
      commit: {
        author: { name: login, email: `${login}@example.org`, date },
        committer: { name: 'GitHub', email: 'noreply@github.com', date },
        message: `change ${i}`,
        tree: { sha: (i + 1).toString(16).padStart(40, 'b') },
      },
      author: { id: login.split('').reduce((n, c) => (n * 131 + c.charCodeAt(0)) % 2_147_483_647, 7), login, type },
      parents: Array.from({ length: parents }, (_, p) => ({ sha: `${p}`.padStart(40, 'c') })),
    };
  });
}

function withCommits(repo: string, rows: Parameters<typeof commitAnswer>[0]): RepoFacts {
  const since = T - 4 * WEEK_S;
  const pages = [commitAnswer(rows)];
  const commits = value(parseCommits(pages, origin(repo, '/commits'), { since, complete: true }));
  return { ...storedFacts(repo), commits };
}

describe('codeReport with /commits for a cut-off repository', () => {
  const repo = 'ethereum/go-ethereum';
  const people = Array.from({ length: 25 }, (_, i) => ({ login: `person${i}`, at: T - (i + 1) * DAY_S }));
  const noise = [
    { login: 'person0', at: T - 2 * DAY_S },
    { login: 'merger', at: T - DAY_S, parents: 2 },
    { login: 'dependabot[bot]', at: T - DAY_S, type: 'Bot' },
    { login: 'late', at: T + DAY_S },
  ];
  const r = report(withCommits(repo, [...people, ...noise]));

  it('counts active developers as git does and calls the code steady', () => {
    expect(figure(r, 'active-developers')).toBe(25);
    expect(r).toMatchObject({ verdict: 'steady', confidence: 2 });
  });

  it('still withholds peak, long-term share and who joined and left', () => {
    for (const id of ['peak-developers', 'drawdown', 'established-share', 'developers-left'] as const)
      expect(figure(r, id)).toBe('cut-off');
  });

  it('withholds the verdict where the trend falls and the peak is unknown', () => {
    const falling = report(withCommits('libp2p/rust-libp2p', people.slice(0, 6)));
    expect(figure(falling, 'commit-trend')).toBeLessThan(0.7);
    expect(falling.verdict).toBe('withheld');
  });

  const vectors = vectorFile(repo);
  it.runIf(vectors)('counts the active developers of the real history as git does', () => {
    const real = readVectors(vectors as string).filter(
      (c) => c.committedAt >= T - 4 * WEEK_S && c.committedAt < T + WEEK_S,
    );
    const rows = real.map((c) => ({
      login: c.bot ? 'x[bot]' : `a${c.author.replace(/\W/g, '')}`,
      at: c.committedAt,
      parents: c.parents,
    }));
    expect(figure(report(withCommits(repo, rows)), 'active-developers')).toBe(25);
  });
  it('says when the real history is not at hand', () => {
    if (!vectors) console.log(`left out: commits of ${repo} are not in this clone`);
    expect(expectedAnswers().find((e) => e.repo === repo)?.S1_active_28d).toBe(25);
  });
});
