/** The roadmap file of a repository from the history of its path: dates, statuses, stages and moves; its wording stays behind. */
import { folderFile, type Listed } from '../../domain/roadmap/candidates.ts';
import { compareVersions, itemsChangedOn, nearestVersion, type RoadmapVersion } from '../../domain/roadmap/ledger.ts';
import { kindOf, parseRoadmap } from '../../domain/roadmap/parse.ts';
import type { LedgerMove, RoadmapItem } from '../../domain/signal.ts';
import { isoDay } from '../../domain/snapshot/code-facts.ts';
import type { SnapshotItem, SnapshotMove, SnapshotRoadmap } from '../../domain/snapshot/format.ts';
import { gitLines } from './git-history.ts';

/** Where a roadmap is looked for in a repository, any case; the same places as the live reader's. */
const PLACES = ['ROADMAP*', 'docs/ROADMAP*', 'doc/ROADMAP*', '.github/ROADMAP*'].map((place) => `:(icase)${place}`);
/** Days back at which versions are compared with the newest. */
const LOOK_BACK_DAYS = [90, 180, 365];
/** Versions read for "last edit that changed an item": the newest ones; older edits matter to nobody. */
const MAX_VERSIONS = 60;
/** Bounds of the format; a roadmap of more items than this is no plan but a tracker's dump. */
const MAX_ITEMS = 500;
const MAX_MOVES = 1500;

interface Edit {
  commit: string;
  at: number;
  deleted: boolean;
}

/** Edits of each path that the specifications match, newest first. */
async function editsByPath(gitDir: string, specs: string[]): Promise<Map<string, Edit[]>> {
  const edits = new Map<string, Edit[]>();
  const args = ['log', '--no-renames', '--name-status', '--format=%x01%H %ct', 'HEAD', '--', ...specs];
  let commit = '';
  let at = 0;
  for await (const line of gitLines(gitDir, args)) {
    if (line.startsWith('\x01')) {
      const [sha = '', seconds] = line.slice(1).split(' ');
      commit = sha;
      at = Number(seconds);
      continue;
    }
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const path = line.slice(tab + 1);
    edits.set(path, [...(edits.get(path) ?? []), { commit, at, deleted: line.startsWith('D') }]);
  }
  return edits;
}

/** A file that may be the roadmap: readable by name, no changelog or history of one, no template. */
function mayBeRoadmap(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return /\.[a-z]+$/i.test(name) && kindOf(path) !== undefined && !/changelog|history|template|readme/i.test(name);
}

/** Present before removed, then by edits, then nearer to the root; undefined where there is none. */
function choose(edits: Map<string, Edit[]>): { path: string; edits: Edit[] } | undefined {
  const depth = (path: string) => path.split('/').length;
  const found = [...edits].filter(([path]) => mayBeRoadmap(path)).map(([path, list]) => ({ path, edits: list }));
  found.sort(
    (a, b) =>
      Number(a.edits[0]?.deleted) - Number(b.edits[0]?.deleted) ||
      b.edits.length - a.edits.length ||
      depth(a.path) - depth(b.path) ||
      (a.path < b.path ? -1 : 1),
  );
  return found[0];
}

/** Text of a file in a commit; undefined where git can't show it (a submodule, a broken object). */
async function textOf(gitDir: string, commit: string, path: string): Promise<string | undefined> {
  try {
    const lines: string[] = [];
    for await (const line of gitLines(gitDir, ['show', `${commit}:${path}`])) lines.push(line);
    return lines.join('\n');
  } catch {
    return undefined;
  }
}

async function versionsOf(gitDir: string, path: string, edits: Edit[]): Promise<RoadmapVersion[]> {
  const versions: RoadmapVersion[] = [];
  const kind = kindOf(path);
  for (const edit of edits.filter((each) => !each.deleted).slice(0, MAX_VERSIONS)) {
    const text = await textOf(gitDir, edit.commit, path);
    const parsed = text !== undefined && kind ? parseRoadmap(text, kind) : undefined;
    if (parsed?.ok) versions.push({ date: isoDay(edit.at), commit: edit.commit, items: parsed.value.items });
  }
  return versions;
}

/** An item without its wording. */
function bareItem(item: RoadmapItem): SnapshotItem {
  const { start, end, precision } = item.date;
  return { status: item.status, start, end, precision, stages: item.stages, line: item.line };
}

const bareSide = (side: LedgerMove['before']) => side && { end: side.date?.end ?? null, status: side.status };

function bareMove(move: LedgerMove, since: string): SnapshotMove {
  return {
    kind: move.kind,
    days: move.days,
    before: bareSide(move.before),
    after: bareSide(move.after),
    since,
    seenOn: move.seenOn,
    commit: move.commit ?? '',
  };
}

/** The versions nearest to 90, 180 and 365 days before `asOf`, each once, newest first. */
function comparedVersions(versions: RoadmapVersion[], newest: RoadmapVersion, asOf: string): RoadmapVersion[] {
  const older = versions.filter((version) => version.date < newest.date);
  return [...new Set(LOOK_BACK_DAYS.flatMap((days) => nearestVersion(older, asOf, days) ?? []))];
}

/** Entries of a folder at the head, as the live reader gets them; empty where there is no such folder. */
async function listingOf(gitDir: string, folder: string): Promise<Listed[]> {
  const listed: Listed[] = [];
  const args = ['ls-tree', 'HEAD', ...(folder === '' ? [] : ['--', `${folder}/`])];
  for await (const line of gitLines(gitDir, args)) {
    const [entry = '', path = ''] = line.split('\t');
    const type = entry.split(' ')[1] === 'tree' ? 'dir' : 'file';
    listed.push({ name: path.split('/').at(-1) ?? '', path, type, size: 0 });
  }
  return listed;
}

/** Facts on the roadmap file of one repository; null where its history has none that can be read. `asOf`: Unix s. */
export async function roadmapFromGit(repo: string, gitDir: string, asOf: number): Promise<SnapshotRoadmap | null> {
  const chosen = choose(await editsByPath(gitDir, PLACES));
  return chosen ? factsOn(repo, gitDir, chosen, asOf) : null;
}

/**
 * Facts on the file at a known path, be it there or removed; of a folder ('' is the root) the file that speaks for it.
 * null where the history has no such file or none that can be read. `asOf`: Unix s.
 */
export async function roadmapAt(
  repo: string,
  gitDir: string,
  path: string,
  asOf: number,
): Promise<SnapshotRoadmap | null> {
  const file = folderFile(await listingOf(gitDir, path))?.path ?? path;
  const edits = (await editsByPath(gitDir, [`:(literal)${file}`])).get(file);
  return edits ? factsOn(repo, gitDir, { path: file, edits }, asOf) : null;
}

async function factsOn(
  repo: string,
  gitDir: string,
  { path, edits }: { path: string; edits: Edit[] },
  asOf: number,
): Promise<SnapshotRoadmap | null> {
  const versions = await versionsOf(gitDir, path, edits);
  const [newest] = versions;
  const first = edits.at(-1);
  if (!newest?.commit || !first) return null;
  const compared = comparedVersions(versions, newest, isoDay(asOf));
  return {
    repo,
    path,
    commit: newest.commit,
    commitDate: newest.date,
    removedOn: edits[0]?.deleted ? isoDay(edits[0].at) : null,
    versions: edits.filter((edit) => !edit.deleted).length,
    firstDate: isoDay(first.at),
    itemsChangedOn: itemsChangedOn(versions) ?? null,
    items: newest.items.slice(0, MAX_ITEMS).map(bareItem),
    moves: compared
      .flatMap((before) => compareVersions(before, newest).map((move) => bareMove(move, before.date)))
      .slice(0, MAX_MOVES),
    comparedTo: compared.map((version) => version.date),
  };
}
