/** Original work, answers to outsiders and minimums, at their bounds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeReport } from '../../../lib/domain/activity/code-report.ts';
import { knownRoot } from '../../../lib/domain/activity/known-roots.ts';
import type { RepoFacts, ThreadFact } from '../../../lib/domain/activity/repo-facts.ts';
import type { CodeSignalId } from '../../../lib/domain/signal.ts';
import { DAY_S } from '../../../lib/domain/time.ts';
import { commit, failure, input, knownRoots, meta, read, T, wholeHistory } from './facts.ts';
import { SHARED } from './vectors.ts';

const shown = (facts: RepoFacts, id: CodeSignalId, hasToken = false) =>
  codeReport(input([facts], { hasToken })).signals.find((s) => s.id === id);
const many = (n: number, daysAgo: number, author = 'a') => Array.from({ length: n }, () => commit(author, daysAgo));

describe('minimums', () => {
  it.each<[CodeSignalId, number, number | string]>([
    ['absence-factor', 19, 'too-few'],
    ['absence-factor', 20, 1],
    ['top-author-share', 19, 'too-few'],
    ['top-author-share', 20, 1],
    ['original-share', 19, 'too-few'],
    ['original-share', 20, 1],
    ['integrity', 19, 'too-few'],
    ['integrity', 20, 2],
  ])('%s of %i commits', (id, n, expected) => {
    const commits = many(n, 2).map((c, i) => ({
      ...c,
      headline: `h${i}`,
      parentTree: c.tree === 't' ? null : c.parentTree,
    }));
    const facts = wholeHistory(id === 'integrity' ? commits.map((c) => ({ ...c, headline: 'same' })) : commits);
    const signal = shown(facts, id);
    expect(signal?.value ?? signal?.unknown).toBe(expected);
  });
  it.each([
    [4, 'too-few'],
    [5, 5],
  ])('developers-left of %i authors before', (n, expected) => {
    const left = Array.from({ length: n }, (_, i) => [commit(`a${i}`, 100), commit(`a${i}`, 120)]).flat();
    const signal = shown(wholeHistory(left), 'developers-left');
    expect(signal?.value ?? signal?.unknown).toBe(expected);
  });
  it.each([
    [14, 'too-few'],
    [15, 0],
  ])('commit-trend after %i commits in three quarters', (n, expected) => {
    const signal = shown(wholeHistory(many(n, 200)), 'commit-trend');
    expect(signal?.value ?? signal?.unknown).toBe(expected);
  });
});

describe('original-share', () => {
  const createdAt = (T - 100 * DAY_S) * 1000;
  it('leaves out commits older than the repository by more than 30 days', () => {
    const commits = [...many(15, 140), ...many(5, 120), ...many(20, 3)];
    expect(shown(wholeHistory(commits, { meta: read(meta({ createdAt })) }), 'original-share')).toMatchObject({
      value: 25 / 40,
      inputs: { own: 25, all: 40, sharedRoot: null },
    });
  });
  it('names a known repository with the same first commit', () => {
    const root = commit('a', 300, { sha: '68ccbefc94e9'.padEnd(40, '0'), parents: 0, parentTree: null });
    const own = wholeHistory([root, ...many(30, 3)]);
    expect(shown(own, 'original-share')?.inputs?.sharedRoot).toBe('bnb-chain/bsc ethereum/go-ethereum');
    const bsc = { ...own, repo: 'bnb-chain/BSC' };
    expect(shown(bsc, 'original-share')?.inputs?.sharedRoot).toBe('ethereum/go-ethereum');
  });
});

describe('original-share with the first commit alone', () => {
  it('names a known repository although the window does not reach back to it', () => {
    const root = { sha: '68ccbefc94e9'.padEnd(40, '0') };
    const own = { ...wholeHistory(many(30, 3)), root: read(root) };
    expect(shown(own, 'original-share')?.inputs?.sharedRoot).toBe('bnb-chain/bsc ethereum/go-ethereum');
    expect(shown(own, 'original-share')?.evidence.some((e) => e.label.includes('first commit'))).toBe(true);
  });
});

describe('knownRoot', () => {
  it('knows a root by its first twelve digits and nothing else', () => {
    expect(knownRoot(knownRoots, '28d39f8726c7'.padEnd(40, 'f'))).toEqual([
      'cometbft/cometbft',
      'tendermint/tendermint',
    ]);
    expect(knownRoot(knownRoots, '28d39f8726c'.padEnd(40, '0'))).toBeUndefined();
  });
  const shared = join(SHARED, 'activity/root-commits.json');
  it.runIf(existsSync(shared))('knows every root of the origin', () => {
    const roots = JSON.parse(readFileSync(shared, 'utf8')) as Record<string, string[]>;
    for (const [repo, shas] of Object.entries(roots))
      for (const sha of shas) expect(knownRoot(knownRoots, sha)).toContain(repo);
  });
  it('says when the origin is not at hand', () => {
    if (!existsSync(shared)) console.log('left out: root-commits.json is not in this clone');
  });
});

describe('response-share and first-response-days', () => {
  const asked = (n: number, days: number | null, more: Partial<ThreadFact> = {}): ThreadFact[] =>
    Array.from({ length: n }, () => {
      const openedAt = (T - 60 * DAY_S) * 1000;
      return { openedAt, outsider: true, answeredAt: days === null ? null : openedAt + days * DAY_S * 1000, ...more };
    });
  const facts = (threads: ThreadFact[]) => wholeHistory(many(5, 2), { threads: read(threads) });
  const both = (threads: ThreadFact[]) =>
    (['response-share', 'first-response-days'] as const).map((id) => {
      const signal = shown(facts(threads), id, true);
      return signal?.value ?? signal?.unknown;
    });

  it.each<[string, ThreadFact[], (number | string | undefined)[]]>([
    ['nine questions', asked(9, 1), ['too-few', 'too-few']],
    ['ten questions', asked(10, 1), [1, 1]],
    ['answers after exactly 14 days', asked(10, 14), [1, 14]],
    ['answers after more than 14 days', asked(10, 14.1), [0, 14.1]],
    ['no answer at all', asked(10, null), [0, 'not-applicable']],
    ['half of them answered', [...asked(5, 2), ...asked(5, null)], [0.5, 2]],
    ['questions by members', asked(10, 1, { outsider: false }), ['too-few', 'too-few']],
    ['questions of the last 30 days', asked(10, 1, { openedAt: (T - 30 * DAY_S) * 1000 }), ['too-few', 'too-few']],
    ['questions of 120 days ago', asked(10, null, { openedAt: (T - 120 * DAY_S) * 1000 }), [0, 'not-applicable']],
    ['older questions', asked(10, 1, { openedAt: (T - 120 * DAY_S) * 1000 - 1 }), ['too-few', 'too-few']],
  ])('of %s', (_case, threads, expected) => {
    expect(both(threads)).toEqual(expected);
  });

  it('need a token, were not read or failed, and say which', () => {
    const without = wholeHistory(many(5, 2));
    expect(shown(without, 'response-share')?.unknown).toBe('needs-token');
    expect(shown(without, 'response-share', true)?.unknown).toBe('not-read');
    const failed = { ...without, failures: { threads: failure('forbidden') } };
    expect(shown(failed, 'response-share', true)?.unknown).toBe('failed');
  });
});
