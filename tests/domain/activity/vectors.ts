/** Commit vectors as the tests read them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';

const ROOT = join(import.meta.dirname, '../../..');
export const SHARED = join(ROOT, '../shared/data');
export const FIXTURES = join(ROOT, 'tests/fixtures');
export const hasShared = existsSync(SHARED);

export interface ExpectedFigures {
  repo: string;
  T: number;
  dropped: Record<string, number>;
  counted_total: number;
  S1_active_28d: number;
  S2_peak_52w: number;
  S2_peak_weeks_ago: number;
  S2_drawdown: number;
  S2_flag: boolean | string;
  S3_regular_10d: number;
  S3_one_day_84d: number;
  S4_established: number;
  S4_newcomer: number;
  S4_share: number | null;
  S5_new: number;
  S5_left: number;
  S5_balance: number;
  S5_base: number;
  S6_caf: number;
  S6_commits_365d: number;
  S6_top1_share: number;
  S7_c13: number;
  S7_mean_prev3: number;
  S7_ratio: number;
  S9_days_since_commit: number;
  S9_commits_90d: number;
  S13?: Record<string, number>;
}

export function expectedVectors(): ExpectedFigures[] {
  return JSON.parse(readFileSync(join(FIXTURES, 'activity/expected.json'), 'utf8')) as ExpectedFigures[];
}

/** The file of a repository: the committed copy, else the shared one; undefined where neither is there. */
export function vectorFile(repo: string): string | undefined {
  const name = `activity/${repo.replace('/', '+')}.commits.tsv.gz`;
  return [join(FIXTURES, name), join(SHARED, name)].find((path) => existsSync(path));
}

export function readVectors(path: string): CommitFact[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [sha = '', parents, tree = '', parentTree, author = '', bot, authored, committed] = line.split('\t');
    return {
      sha,
      parents: Number(parents),
      tree,
      parentTree: parentTree || null,
      author,
      bot: bot === '1',
      authoredAt: Number(authored),
      committedAt: Number(committed),
    };
  });
}

/** An answer in GitHub's schema from the fixtures. */
export function answer(repo: string, name: string): unknown {
  const path = join(FIXTURES, 'github', repo.replace('/', '__'), `${name}.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
}

export function expectedAnswers(): ExpectedFigures[] {
  const text = readFileSync(join(FIXTURES, 'github/expected.json'), 'utf8');
  return (JSON.parse(text) as { projects: ExpectedFigures[] }).projects;
}

/** A figure as the expected files round it. */
export function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
