/** Builders of facts for the tests: small, explicit, at one fixed now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeReportInput } from '../../../lib/domain/activity/code-report-input.ts';
import type { CommitFact } from '../../../lib/domain/activity/commit-fact.ts';
import { readRoots } from '../../../lib/domain/activity/known-roots.ts';
import * as parse from '../../../lib/domain/activity/parse-rest.ts';
import { noFacts, type Read, type RepoFacts, type RepoMeta } from '../../../lib/domain/activity/repo-facts.ts';
import { weekFloor } from '../../../lib/domain/activity/weeks.ts';
import { DAY_MS, DAY_S } from '../../../lib/domain/time.ts';
import type { Failure, FailureKind, Result } from '../../../lib/result.ts';
import { answer } from './vectors.ts';

/** The time as of which the stored answers were computed: 2026-01-01, a Thursday. */
export const NOW = Date.UTC(2026, 0, 1);
/** T at NOW: Sunday 2025-12-28. */
export const T = weekFloor(NOW / 1000);

export function value<V>(result: Result<V>): V {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.detail}`);
  return result.value;
}

export function origin(repo: string, path: string): parse.Origin {
  return { readAt: NOW, api: `/repos/${repo}${path}` };
}

/** What a card without a token reads, out of the stored answers. */
export function storedFacts(repo: string): RepoFacts {
  const at = (path: string) => origin(repo, path);
  return {
    ...noFacts(repo),
    meta: value(parse.parseRepo(answer(repo, 'repo'), at(''))),
    contributors: value(parse.parseContributors(answer(repo, 'stats-contributors'), at('/stats/contributors'))),
    participation: value(parse.parseParticipation(answer(repo, 'stats-participation'), at('/stats/participation'))),
    releases: value(parse.parseReleases(answer(repo, 'releases'), at('/releases'))),
    tags: null,
  };
}

export function read<V>(of: V, api = '/repos/a/b', readAt = NOW): Read<V> {
  return { value: of, api, readAt };
}

export function meta(more: Partial<RepoMeta> = {}): RepoMeta {
  return {
    id: 1,
    fullName: 'a/b',
    ownerId: 2,
    createdAt: Date.UTC(2020, 0, 1),
    pushedAt: NOW - DAY_MS,
    archived: false,
    disabled: false,
    fork: false,
    parent: null,
    mirrorUrl: null,
    defaultBranch: 'main',
    empty: false,
    stars: 1,
    ...more,
  };
}

export function failure(kind: FailureKind): Failure {
  return { kind, at: NOW, subject: 'repository' };
}

/** The shipped list of first commits. */
export const knownRoots = readRoots(
  readFileSync(join(import.meta.dirname, '../../../public/data/known-roots.txt'), 'utf8'),
);

export function input(repos: RepoFacts[], more: Partial<CodeReportInput> = {}): CodeReportInput {
  return {
    now: NOW,
    repos,
    failures: [],
    listed: repos.length,
    snapshot: null,
    hasToken: false,
    registryMirror: false,
    knownRoots,
    ...more,
  };
}

let serial = 0;
/** A commit that counts, `daysAgo` days before T. */
export function commit(author: string, daysAgo: number, more: Partial<CommitFact> = {}): CommitFact {
  serial += 1;
  const at = T - Math.round(daysAgo * DAY_S);
  return {
    sha: serial.toString(16).padStart(40, '0'),
    parents: 1,
    tree: `t${serial}`,
    parentTree: `p${serial}`,
    author,
    bot: false,
    authoredAt: at,
    committedAt: at,
    ...more,
  };
}

/** Facts of a repository whose whole history was read commit by commit. */
export function wholeHistory(commits: CommitFact[], more: Partial<RepoFacts> = {}): RepoFacts {
  return {
    ...noFacts('a/b'),
    meta: read(meta()),
    commits: read({ since: 0, complete: true, commits }),
    releases: read([]),
    ...more,
  };
}
