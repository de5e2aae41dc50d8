/** Compact JSON → Snapshot. All or nothing: a file with one bad value is refused, so that nothing of it can mislead. */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { weekFloor } from '../activity/weeks.ts';
import { WEEK_S } from '../time.ts';
import { peakOf } from './code-facts.ts';
import { SNAPSHOT_VERSION, SNAPSHOT_WEEKS, type Snapshot, type SnapshotCode, type SnapshotProject } from './format.ts';
import { fileShape, NOT_LOOKED, problemOf, type SnapshotColumns, type SnapshotFile } from './shape.ts';

/** 150 projects take 0.4 MB; a file for 5,000 would take 12 MB. More is refused before it is parsed. */
export const MAX_SNAPSHOT_CHARS = 16_000_000;

/** too-new: written for later versions of the extension; too-old: a version that is no longer read. */
export type SnapshotFault = 'too-large' | 'too-new' | 'too-old' | 'bad-shape' | 'bad-signature' | 'wrong-base';

/** The oldest version that is still read. A later version adds its upgrade here. */
const OLDEST_VERSION = 1;

function versionFault(json: unknown, at: number): Result<Snapshot, SnapshotFault> | undefined {
  if (typeof json !== 'object' || json === null) return fail('bad-shape', at, { detail: 'not an object' });
  const { version, needs } = json as { version?: unknown; needs?: unknown };
  if (typeof version !== 'number' || typeof needs !== 'number') {
    return fail('bad-shape', at, { detail: 'no version' });
  }
  if (needs > SNAPSHOT_VERSION) return fail('too-new', at, { detail: `needs version ${needs}` });
  if (version < OLDEST_VERSION) return fail('too-old', at, { detail: `version ${version}` });
  return undefined;
}

function unpackSeries(text: string): (number | null)[] {
  if (text === '') return [];
  return text.split('.').map((digits) => (digits === '' ? null : Number.parseInt(digits, 36)));
}

/** What single values can't show: equal lengths, order, sums. undefined where all holds. */
function inconsistency(columns: SnapshotColumns): string | undefined {
  const n = columns.id.length;
  const short = Object.entries(columns).find(([, values]) => values !== undefined && values.length !== n);
  if (short) return `columns.${short[0]}: ${short[1]?.length} values for ${n} projects`;
  if (new Set(columns.id).size !== n) return 'columns.id: an id comes twice';
  for (let i = 0; i < n; i += 1) {
    const developers = unpackSeries(columns.developers[i] as string);
    const commits = unpackSeries(columns.commits[i] as string);
    if (developers.length !== commits.length) return `columns.developers.${i}: not as long as commits`;
    if (developers.length > SNAPSHOT_WEEKS) return `columns.developers.${i}: too many weeks`;
    if (developers.at(-1) === null) return `columns.developers.${i}: the last week is unknown`;
  }
  return undefined;
}

function codeAt(columns: SnapshotColumns, i: number): SnapshotCode {
  const at = <K extends keyof SnapshotColumns>(name: K) =>
    (columns[name] as unknown[])[i] as NonNullable<SnapshotColumns[K]>[number];
  const weekEnd = weekFloor(at('asOf'));
  const developers = unpackSeries(at('developers'));
  const series = {
    firstWeek: weekEnd - developers.length * WEEK_S,
    developers,
    commits: unpackSeries(at('commits')),
  };
  const row = at('integrity');
  return {
    asOf: at('asOf') * 1000,
    weekEnd,
    heads: at('heads').map((head) => {
      const [repo = '', commit = ''] = head.split('@');
      return { repo, commit };
    }),
    series,
    firstCommitAt: at('firstCommitAt'),
    lastCommitAt: at('lastCommitAt'),
    commitsTotal: at('commitsTotal'),
    active: developers.at(-1) ?? 0,
    peak: peakOf(developers, at('firstCommitAt'), weekEnd),
    regulars: at('regulars'),
    oneDay: at('oneDay'),
    established: at('established'),
    newcomers: at('newcomers'),
    joined: at('joined'),
    left: at('left'),
    leftBase: at('leftBase'),
    absenceFactor: at('absenceFactor'),
    topShare: at('topShare'),
    commits365: at('commits365'),
    commits90: at('commits90'),
    c13: at('c13'),
    prev3: at('prev39') / 3,
    integrity: row && {
      n: row[0],
      empty: row[1],
      bot: row[2],
      sameMessage: row[3],
      topDay: row[4],
      backdated: row[5],
      singleCommitAuthors: row[6],
    },
    releases: at('releases'),
    createdAt: at('createdAt'),
    archived: at('archived'),
    fork: at('fork'),
  };
}

function projectAt(columns: SnapshotColumns, i: number): SnapshotProject {
  const project: SnapshotProject = {
    id: columns.id[i] as string,
    sectors: columns.sectors[i] as string[],
    code: codeAt(columns, i),
  };
  const roadmap = columns.roadmap?.[i];
  if (roadmap !== undefined && roadmap !== NOT_LOOKED) project.roadmap = roadmap;
  return project;
}

/** Checks a parsed file and makes it usable. `at` (Unix ms) dates a failure. */
export function decodeSnapshot(json: unknown, at: number): Result<Snapshot, SnapshotFault> {
  const refused = versionFault(json, at);
  if (refused) return refused;
  const problem = problemOf(fileShape, json);
  if (problem) return fail('bad-shape', at, { detail: problem });
  const file: SnapshotFile = v.parse(fileShape, json);
  const contradiction = inconsistency(file.columns);
  if (contradiction) return fail('bad-shape', at, { detail: contradiction });
  const projects = file.columns.id.map((_, i) => projectAt(file.columns, i));
  const asOf = projects.reduce((newest, project) => Math.max(newest, project.code.asOf), 0);
  return ok({ version: file.version, origin: file.origin, asOf, projects });
}

/** Same, from text: refuses what is too large before it parses. */
export function parseSnapshot(text: string, at: number): Result<Snapshot, SnapshotFault> {
  if (text.length > MAX_SNAPSHOT_CHARS) return fail('too-large', at, { detail: `${text.length} characters` });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return fail('bad-shape', at, { detail: `no JSON: ${String(error).slice(0, 120)}` });
  }
  return decodeSnapshot(json, at);
}
