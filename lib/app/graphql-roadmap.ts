/** What one GraphQL reading says about a roadmap: which files to look at next, and the answers kept for the look-up. */
import type { FileLook, FileSeen } from '../domain/activity/graphql-look.ts';
import type { GraphQLAnswer } from '../domain/activity/parse-graphql.ts';
import {
  type GitHubPlace,
  gitHubPlace,
  type Listed,
  roadmapFiles,
  roadmapFolders,
} from '../domain/roadmap/candidates.ts';
import { kindOf } from '../domain/roadmap/parse.ts';
import type { Cache } from '../io/cache.ts';
import { answerKey, askPath, type StoredAnswer } from '../io/roadmap-ask.ts';
import { OLD_PATHS, wantedVersions } from '../io/roadmap-history.ts';
import { RoadmapSeeds } from '../io/roadmap-seeds.ts';

export interface RoadmapWish {
  /** The project's repositories in reading order, as they were asked for. */
  repos: readonly string[];
  /** The registry's address. */
  address?: string | undefined;
  depth: 'card' | 'page';
}

/** Keeps what the first answer lists: roots, docs, milestones, repositories named "roadmap". */
export async function seedListings(
  cache: Cache,
  readAt: number,
  answer: GraphQLAnswer,
  owners: readonly string[],
): Promise<void> {
  const seeds = new RoadmapSeeds(cache, readAt);
  for (const { facts, root, docs, milestones } of answer.repos) {
    const name = facts.meta?.value.fullName;
    if (!name) continue;
    if (root) await seeds.listing(name, '', root);
    if (docs) await seeds.listing(name, 'docs', docs);
    if (milestones) await seeds.milestones(name, milestones.value);
  }
  for (const [i, owner] of owners.entries()) {
    const home = answer.homes[i];
    if (home !== undefined) await seeds.listing(`${owner}/roadmap`, '', home);
  }
}

/** An entry of a listing with its place. */
interface Candidate {
  place: GitHubPlace;
  blob?: string | undefined;
}

const listed = (entries: readonly { sha?: string }[]) =>
  entries.map(({ sha, ...entry }) => ({ ...entry, ...(sha ? { blob: sha } : {}) })) as Listed[];

/** The file that the look-up will come to first, where the listings tell without another question. */
function candidate(answer: GraphQLAnswer, wish: RoadmapWish): Candidate | null | undefined {
  const known = wish.address ? gitHubPlace(wish.address) : undefined;
  if (known) return kindOf(known.path) ? { place: known } : undefined;
  for (const { facts, root, docs } of answer.repos) {
    const repo = facts.meta?.value.fullName;
    if (!repo || !root) continue;
    const folders = roadmapFolders(listed(root));
    const file = roadmapFiles(listed(root))[0] ?? (folders.roadmap ? undefined : roadmapFiles(listed(docs ?? []))[0]);
    if (file) return kindOf(file.path) ? { place: { repo, path: file.path }, blob: file.blob } : undefined;
    // A folder of them: which file speaks for it is the look-up's own question.
    const inner = folders.roadmap ?? (docs ? roadmapFolders(listed(docs)).roadmap : undefined);
    if (inner || (folders.docs && folders.docs.path !== 'docs')) return undefined;
  }
  return answer.homes.some((home) => home === undefined || (home?.length ?? 0) > 0) ? undefined : null;
}

async function storedBlob(cache: Cache, key: string): Promise<string | undefined> {
  return ((await cache.get(key))?.value as StoredAnswer | undefined)?.blob;
}

/** A look at a file, with how far back its older versions are wanted. */
export interface WishedLook extends FileLook {
  depth: RoadmapWish['depth'];
}

/** The part of an answer that speaks of one project; null where its first repository is not in it. */
function partOf(answer: GraphQLAnswer, owners: readonly string[], { repos }: RoadmapWish): GraphQLAnswer | null {
  const mine = answer.repos.filter(({ repo }) => repos.includes(repo));
  if (!mine[0] || mine[0].repo !== repos[0]) return null;
  const homes = answer.homes.filter((_, i) => repos.some((repo) => repo.startsWith(`${owners[i]}/`)));
  return { ...answer, repos: mine, homes };
}

/** What to look at in the second question: the roadmap with its history; where there is none, the paths that once had one. */
export async function firstLooks(
  cache: Cache,
  whole: GraphQLAnswer,
  owners: readonly string[],
  wishes: readonly RoadmapWish[],
): Promise<WishedLook[]> {
  const looks: WishedLook[] = [];
  for (const wish of wishes) {
    const answer = partOf(whole, owners, wish);
    if (!answer) continue;
    for (const look of await looksOf(cache, answer, wish)) looks.push({ ...look, depth: wish.depth });
  }
  return looks;
}

async function looksOf(cache: Cache, answer: GraphQLAnswer, wish: RoadmapWish): Promise<FileLook[]> {
  const found = candidate(answer, wish);
  if (found) {
    const { place, blob } = found;
    // The same content as when it was read: nothing to look at.
    const key = answerKey(askPath.raw(place.repo, place.path, place.ref), true);
    if (blob !== undefined && blob === (await storedBlob(cache, key))) return [];
    return [{ ...place, text: true, history: place.ref === undefined }];
  }
  const repo = answer.repos[0]?.facts.meta?.value.fullName;
  if (found === undefined || !repo) return [];
  const looks: FileLook[] = [];
  for (const path of OLD_PATHS) {
    const row = await cache.get(answerKey(askPath.history(repo, path)));
    if (!row) looks.push({ repo, path, text: false, history: true });
  }
  return looks;
}

/** Keeps what was seen; returns what the third question should look at: older versions, or the last text of a removed file. */
export async function seedLooks(
  cache: Cache,
  readAt: number,
  looks: readonly WishedLook[],
  seen: readonly FileSeen[],
): Promise<WishedLook[]> {
  const seeds = new RoadmapSeeds(cache, readAt);
  const next: WishedLook[] = [];
  for (const [i, look] of looks.entries()) {
    const { text, blob, commits } = seen[i] ?? {};
    if (text !== undefined) await seeds.file(look, text, look.ref === undefined ? blob : undefined);
    if (!commits) continue;
    await seeds.history(look, commits, blob);
    const days = commits.map(({ sha, at }) => ({ sha, date: new Date(at).toISOString().slice(0, 10) }));
    const older = look.text ? wantedVersions(days, look.depth) : days.slice(1, 2);
    const { repo, path, depth } = look;
    next.push(...older.map(({ sha }) => ({ repo, path, depth, ref: sha, text: true, history: false })));
  }
  return next;
}
