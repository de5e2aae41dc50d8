/** One project's facts from bare git directories: reads, leaves out what would mislead, computes. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitFact } from '../../domain/activity/commit-fact.ts';
import { gitHubPlace } from '../../domain/roadmap/candidates.ts';
import { codeFacts } from '../../domain/snapshot/code-facts.ts';
import type { SnapshotProject, SnapshotRoadmap } from '../../domain/snapshot/format.ts';
import { DAY_S } from '../../domain/time.ts';
import { findGitDir, gitLines, isShallow, readCommits, readHead, readReleases } from './git-history.ts';
import { roadmapAt, roadmapFromGit } from './roadmap-from-git.ts';

/** Raise it when the figures change meaning: results kept from an earlier run are then computed anew. */
export const BUILDER_VERSION = 4;
/** Fewer counted commits are a published copy of work done elsewhere, and no history to judge. */
export const MIN_COMMITS = 20;
/** A copy taken this long before the project's newest commit is blind for weeks that the others show: a decline that is none. */
const BLIND_DAYS = 45;

export interface GitProject {
  id: string;
  sectors: string[];
  /** `owner/name` in reading order; the first is the main one. */
  repos: string[];
  /** Repositories that this one grew out of, by `owner/name`. */
  grewOutOf: Record<string, string>;
  /** Directory that holds `owner+name` for each repository. */
  mirror: string;
  /** The roadmap's address on record. */
  roadmap?: string | undefined;
}

/** What came of a project: facts, or why there are none; notes say what was left out on the way. */
export interface Outcome {
  project?: SnapshotProject;
  reason?: string;
  notes: string[];
  commits: number;
}

interface Copy {
  repo: string;
  gitDir: string;
  commit: string;
  at: number;
  copiedAt: number;
}

const dirOf = (mirror: string, repo: string) => findGitDir(join(mirror, repo.replace('/', '+')));

async function copyOf(mirror: string, repo: string, notes: string[]): Promise<Copy[]> {
  const gitDir = dirOf(mirror, repo);
  if (!gitDir) notes.push(`${repo}: no copy`);
  else if (isShallow(gitDir)) notes.push(`${repo}: history is cut off`);
  else {
    const head = await readHead(gitDir);
    return [{ repo, gitDir, ...head, copiedAt: Math.floor(statSync(join(gitDir, 'HEAD')).mtimeMs / 1000) }];
  }
  return [];
}

/** Copies that may be read together. */
async function copiesOf(project: GitProject, notes: string[]): Promise<Copy[]> {
  const copies = (await Promise.all(project.repos.map((repo) => copyOf(project.mirror, repo, notes)))).flat();
  const newest = Math.max(0, ...copies.map((copy) => copy.at));
  return copies.filter((copy) => {
    const blind = copy.copiedAt < newest - BLIND_DAYS * DAY_S;
    if (blind) notes.push(`${copy.repo}: copied long before the newest commit of the others`);
    return !blind;
  });
}

/** What decides the result: versions, heads, what is left out, and the heads of parents whose commits are taken off. */
export async function inputKey(project: GitProject): Promise<string> {
  const notes: string[] = [];
  const copies = await copiesOf(project, notes);
  const parents = project.repos.flatMap((repo) => project.grewOutOf[repo] ?? []);
  const parentCopies = (await Promise.all(parents.map((repo) => copyOf(project.mirror, repo, notes)))).flat();
  const place = placeOf(project);
  const roadmapCopy = place ? await copyOf(project.mirror, place.repo, notes) : [];
  const heads = [...copies, ...parentCopies, ...roadmapCopy].map((copy) => [copy.repo, copy.commit]);
  const facts = [BUILDER_VERSION, project.id, project.sectors, heads, notes, project.roadmap];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

/** Commits of a copy, without those that the parent repository has too. */
async function ownCommits(project: GitProject, copy: Copy): Promise<CommitFact[]> {
  const parent = project.grewOutOf[copy.repo];
  const parentDir = parent ? dirOf(project.mirror, parent) : undefined;
  if (parent && !parentDir) throw new Error(`${copy.repo} grew out of ${parent}, of which there is no copy`);
  const inherited = new Set<string>();
  if (parentDir) for await (const sha of gitLines(parentDir, ['rev-list', 'HEAD'])) inherited.add(sha);
  const commits: CommitFact[] = [];
  for await (const commit of readCommits(copy.gitDir)) if (!inherited.has(commit.sha)) commits.push(commit);
  return commits;
}

/** Tags of an own repository; those of a parent that came along are dated before the fork and do no harm, but are not its releases. */
async function ownReleases(project: GitProject, copy: Copy): Promise<number[]> {
  return project.grewOutOf[copy.repo] ? [] : readReleases(copy.gitDir);
}

function placeOf({ roadmap }: Pick<GitProject, 'roadmap'>) {
  return roadmap ? gitHubPlace(roadmap) : undefined;
}

/**
 * The roadmap at the address on record, from the copy of its repository; null where nothing can be read there,
 * undefined where there is no address or no copy. `asOf`: Unix s.
 */
export async function roadmapOnRecord(
  project: Pick<GitProject, 'roadmap' | 'mirror'>,
  asOf: number,
): Promise<SnapshotRoadmap | null | undefined> {
  const place = placeOf(project);
  const gitDir = place && dirOf(project.mirror, place.repo);
  return gitDir ? roadmapAt(place.repo, gitDir, place.path, asOf) : undefined;
}

/** The address on record, then the first roadmap file among the repositories; one that is there goes before one that was removed. */
async function roadmapOf(project: GitProject, copies: Copy[], asOf: number): Promise<SnapshotRoadmap | null> {
  let removed = (await roadmapOnRecord(project, asOf)) ?? null;
  if (removed?.removedOn === null) return removed;
  for (const copy of copies) {
    if (project.grewOutOf[copy.repo]) continue;
    const found = await roadmapFromGit(copy.repo, copy.gitDir, asOf);
    if (found && found.removedOn === null) return found;
    removed ??= found;
  }
  return removed;
}

/** Reads and computes one project. Throws only when git itself fails. */
export async function projectFromGit(project: GitProject): Promise<Outcome> {
  const notes: string[] = [];
  const copies = await copiesOf(project, notes);
  if (copies.length === 0) return { reason: 'no history to read', notes, commits: 0 };
  if (copies[0]?.repo !== project.repos[0]) return { reason: 'the main repository can not be read', notes, commits: 0 };
  const commits: CommitFact[][] = [];
  const releases: number[] = [];
  for (const copy of copies) {
    commits.push(await ownCommits(project, copy));
    releases.push(...(await ownReleases(project, copy)));
  }
  const read = commits.reduce((sum, all) => sum + all.length, 0);
  const asOf = Math.max(...copies.map((copy) => copy.at));
  const code = codeFacts({
    commits,
    heads: copies.map(({ repo, commit }) => ({ repo, commit })),
    asOf,
    releases,
  });
  if (code.commitsTotal < MIN_COMMITS) {
    return { reason: `only ${code.commitsTotal} counted commits`, notes, commits: read };
  }
  const roadmap = await roadmapOf(project, copies, asOf);
  return { project: { id: project.id, sectors: project.sectors, code, roadmap }, notes, commits: read };
}
