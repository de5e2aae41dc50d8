/** Properties that hold for any history, and the rules on which commits count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import * as figures from '../../../lib/domain/activity/figures.ts';
import { activeAt, ledgerOfCommits, unite } from '../../../lib/domain/activity/ledger.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { commit, input, T, wholeHistory } from './facts.ts';

/** Any history of up to 60 commits of 8 people over 3 years, merges, bots, empty and late commits among them. */
const anyCommit = fc.record({
  author: fc.integer({ min: 0, max: 7 }).map((n) => `a${n}`),
  daysAgo: fc.double({ min: -10, max: 1100, noNaN: true }),
  kind: fc.constantFrom('plain', 'plain', 'plain', 'merge', 'bot', 'empty'),
  lag: fc.constantFrom(0, 1, 100),
});
const history: fc.Arbitrary<CommitFact[]> = fc.array(anyCommit, { maxLength: 60 }).map((rows) =>
  rows.map(({ author, daysAgo, kind, lag }) => {
    const fact = commit(author, daysAgo, { parents: kind === 'merge' ? 2 : 1, bot: kind === 'bot' });
    return {
      ...fact,
      authoredAt: fact.committedAt - lag * DAY_S,
      parentTree: kind === 'empty' ? fact.tree : fact.parentTree,
    };
  }),
);
const reportOf = (commits: CommitFact[]) => codeReport(input([wholeHistory(commits)]));

describe('codeReport over any history', () => {
  it('does not depend on the order of commits', () => {
    fc.assert(
      fc.property(
        history.chain((h) => fc.tuple(fc.constant(h), fc.shuffledSubarray(h, { minLength: h.length }))),
        ([a, b]) => {
          expect(reportOf(b)).toEqual(reportOf(a));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not changed by a bot’s commit, but for the patterns that look automated', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 700 }), (commits, daysAgo) => {
        const bot = commit('robot', daysAgo, { bot: true });
        const people = (r: ReturnType<typeof reportOf>) => r.signals.filter((s) => s.id !== 'integrity');
        expect(people(reportOf([...commits, bot]))).toEqual(people(reportOf(commits)));
      }),
      { numRuns: 60 },
    );
  });

  it('gives numbers only: no NaN, no infinity, shares in [0, 1], null exactly with a reason', () => {
    const shares = [
      'drawdown',
      'established-share',
      'newcomer-share',
      'top-author-share',
      'original-share',
      'coverage',
    ];
    fc.assert(
      fc.property(history, (commits) => {
        for (const { id, value, unknown, inputs, confidence } of reportOf(commits).signals) {
          expect([id, value === null]).toEqual([id, unknown !== undefined]);
          for (const number of [value, ...Object.values(inputs ?? {})])
            if (typeof number === 'number') expect([id, Number.isFinite(number)]).toEqual([id, true]);
          if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(0);
          if (typeof value === 'number' && shares.includes(id)) expect(value).toBeLessThanOrEqual(1);
          if (value === null) expect(confidence).toBe(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts no more active developers than authors, and none beside the peak', () => {
    fc.assert(
      fc.property(history, (commits) => {
        const ledger = ledgerOfCommits([commits], T);
        const { peak, drawdown } = figures.peakOf(figures.activeByWeek(ledger, T));
        expect(activeAt(ledger, T).length).toBeLessThanOrEqual(ledger.authors.length);
        expect(activeAt(ledger, T).length).toBeLessThanOrEqual(peak);
        if (drawdown !== null) expect(drawdown >= 0 && drawdown <= 1).toBe(true);
      }),
    );
  });

  it('gives the same people whether a history lies in one repository or in two', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (commits, cut) => {
        const one = ledgerOfCommits([commits], T);
        const two = unite([ledgerOfCommits([commits.slice(0, cut)], T), ledgerOfCommits([commits.slice(cut)], T)]);
        expect(activeAt(two, T).length).toBe(activeAt(one, T).length);
        expect(figures.concentration(two, T)).toEqual(figures.concentration(one, T));
      }),
    );
  });
});
