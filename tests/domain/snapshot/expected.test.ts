import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import { codeFacts } from '../../../lib/domain/snapshot/code-facts.ts';

const SHARED = join(import.meta.dirname, '../../../../shared/data/activity');
const there = existsSync(join(SHARED, 'expected.json'));
type Expected = Record<string, number | null> & { repo: string; head: string };

function vectors(repo: string): CommitFact[] {
  const lines = gunzipSync(readFileSync(join(SHARED, `${repo.replace('/', '+')}.commits.tsv.gz`)))
    .toString()
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [sha = '', parents, tree = '', parentTree, author = '', bot, authoredAt, committedAt] = line.split('\t');
    return {
      sha,
      parents: Number(parents),
      tree,
      parentTree: parentTree && parentTree !== '-' ? parentTree : null,
      author,
      bot: bot === '1',
      authoredAt: Number(authoredAt),
      committedAt: Number(committedAt),
    };
  });
}

describe('codeFacts', () => {
  it(there ? 'has reference figures to be compared with' : 'is NOT compared: ../shared/data/activity is absent', () => {
    expect(typeof there).toBe('boolean');
  });

  const expected: Expected[] = there ? JSON.parse(readFileSync(join(SHARED, 'expected.json'), 'utf8')) : [];
  for (const figures of expected) {
    it.runIf(there)(`gives the reference figures of ${figures.repo}`, () => {
      const commits = vectors(figures.repo);
      const asOf = commits.find((commit) => figures.head.startsWith(commit.sha))?.committedAt ?? 0;
      const code = codeFacts({ commits: [commits], heads: [], asOf, releases: [] });
      expect({
        T: code.weekEnd,
        counted_total: code.commitsTotal,
        S1_active_28d: code.active,
        S2_peak_52w: code.peak,
        S3_regular_10d: code.regulars,
        S3_one_day_84d: code.oneDay,
        S5_new: code.joined,
        S5_left: code.left,
        S5_base: code.leftBase,
        S6_caf: code.absenceFactor,
        S6_commits_365d: code.commits365,
        S6_top1_share: code.topShare,
        S7_c13: code.c13,
        S7_mean_prev3: Math.round(code.prev3 * 100) / 100,
        S9_commits_90d: code.commits90,
      }).toEqual(
        Object.fromEntries(
          // prettier-ignore: one name per figure, in the order above
          [
            'T',
            'counted_total',
            'S1_active_28d',
            'S2_peak_52w',
            'S3_regular_10d',
            'S3_one_day_84d',
            'S5_new',
            'S5_left',
            'S5_base',
            'S6_caf',
            'S6_commits_365d',
            'S6_top1_share',
            'S7_c13',
            'S7_mean_prev3',
            'S9_commits_90d',
          ].map((name) => [name, figures[name]]),
        ),
      );
      // Long-term shares need two years of history; the reference prints counts without that minimum.
      if (code.established !== null) {
        expect([code.established, code.newcomers]).toEqual([figures.S4_established, figures.S4_newcomer]);
      } else expect(figures.S4_share).toBeNull();
    });
  }
});
