/** The shape of the compact JSON (see README.md here), as a schema: everything that comes from outside passes it. */
import * as v from 'valibot';
import { STAGES } from '../signal.ts';
import { MAX_RELEASES, SNAPSHOT_WEEKS } from './format.ts';

/** Far above any registry; keeps a hostile file from filling memory. */
export const MAX_PROJECTS = 10_000;
/** Counts above this are no counts of commits or people. */
const MAX_COUNT = 10_000_000;
/** 2100-01-01, Unix s: later dates are broken clocks. */
const MAX_SECOND = 4_102_444_800;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT));
const second = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SECOND));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const text = (pattern: RegExp, max: number) => v.pipe(v.string(), v.maxLength(max), v.regex(pattern));
const column = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(MAX_PROJECTS));

export const ID = /^[a-z0-9][a-z0-9._-]*$/;
const REPO = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Numbers in base 36 between full stops; nothing between two stops is unknown. */
const SERIES = /^(?:[0-9a-z]{0,5}\.)*[0-9a-z]{0,5}$/;
const isDay = (day: string) => !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
const day = v.pipe(text(/^\d{4}-\d{2}-\d{2}$/, 10), v.check(isDay));

const status = v.picklist(['done', 'in_progress', 'planned', 'delayed', 'dropped', 'unknown']);
const precision = v.picklist([
  'day',
  'month',
  'quarter',
  'half',
  'season',
  'third',
  'range',
  'year',
  'open',
  'relative',
  'vague',
  'none',
]);
const item = v.strictObject({
  status,
  start: v.nullable(day),
  end: v.nullable(day),
  precision,
  stages: v.pipe(v.array(v.picklist(STAGES)), v.maxLength(STAGES.length)),
  line: count,
});
const side = v.nullable(v.strictObject({ end: v.nullable(day), status }));
const move = v.strictObject({
  kind: v.picklist(['moved-later', 'moved-earlier', 'undated', 'removed', 'added', 'status-changed', 'same']),
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-40_000), v.maxValue(40_000))),
  before: side,
  after: side,
  since: day,
  seenOn: day,
  commit: text(COMMIT, 64),
});
export const roadmapShape = v.strictObject({
  repo: text(REPO, 140),
  // A path of a public repository; shown as text only.
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  commit: text(COMMIT, 64),
  commitDate: day,
  removedOn: v.nullable(day),
  versions: count,
  firstDate: day,
  itemsChangedOn: v.nullable(day),
  items: v.pipe(v.array(item), v.maxLength(2000)),
  moves: v.pipe(v.array(move), v.maxLength(8000)),
  comparedTo: v.pipe(v.array(day), v.maxLength(3)),
});

const integrity = v.strictTuple([count, share, share, v.nullable(share), share, share, v.nullable(share)]);
const head = v.pipe(
  v.string(),
  v.maxLength(220),
  v.check((text) => {
    const [repo = '', commit = '', ...rest] = text.split('@');
    return rest.length === 0 && REPO.test(repo) && COMMIT.test(commit);
  }),
);

const columns = {
  id: column(text(ID, 100)),
  sectors: column(v.pipe(v.array(text(ID, 60)), v.maxLength(20))),
  asOf: column(second),
  heads: column(v.pipe(v.array(head), v.minLength(1), v.maxLength(20))),
  developers: column(text(SERIES, SNAPSHOT_WEEKS * 6)),
  commits: column(text(SERIES, SNAPSHOT_WEEKS * 6)),
  firstCommitAt: column(v.nullable(second)),
  lastCommitAt: column(v.nullable(second)),
  commitsTotal: column(count),
  regulars: column(count),
  oneDay: column(count),
  established: column(v.nullable(count)),
  newcomers: column(v.nullable(count)),
  joined: column(count),
  left: column(count),
  leftBase: column(count),
  absenceFactor: column(v.nullable(count)),
  topShare: column(v.nullable(share)),
  commits365: column(count),
  commits90: column(count),
  c13: column(count),
  prev39: column(count),
  integrity: column(v.nullable(integrity)),
  releases: column(v.pipe(v.array(day), v.maxLength(MAX_RELEASES))),
  createdAt: column(v.nullable(second)),
  archived: column(v.nullable(v.boolean())),
  fork: column(v.nullable(v.boolean())),
};
/** Stands in the roadmap column where nobody looked; null there means "looked for and not found". */
export const NOT_LOOKED = 0;
/** Columns that a reader may miss in an older file. */
const optionalColumns = { roadmap: v.optional(column(v.nullable(v.union([roadmapShape, v.literal(NOT_LOOKED)])))) };

export const fileShape = v.object({
  format: v.literal('roadmark-snapshot'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  needs: v.pipe(v.number(), v.integer(), v.minValue(1)),
  origin: v.picklist(['git', 'github', 'gharchive']),
  // v.object drops columns that this version does not know: they were added later and change nothing here.
  columns: v.object({ ...columns, ...optionalColumns }),
});
export type SnapshotFile = v.InferOutput<typeof fileShape>;
export type SnapshotColumns = SnapshotFile['columns'];

/** First problem of a value against a schema, as "columns.asOf.3: …"; undefined where it fits. */
export function problemOf(schema: v.GenericSchema, value: unknown): string | undefined {
  const checked = v.safeParse(schema, value, { abortEarly: true });
  if (checked.success) return undefined;
  const issue = checked.issues[0];
  return `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`.slice(0, 200);
}
