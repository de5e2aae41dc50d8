/** GitHub's answers about roadmaps, reduced to what is used. Unknown shapes give empty results, never exceptions. */
import * as v from 'valibot';
import type { Listed } from '../domain/roadmap/candidates.ts';
import type { MilestoneFact } from '../domain/roadmap/report-input.ts';

export interface Commit {
  sha: string;
  /** ISO day of the committer date. */
  date: string;
}
const day = (stamp: string) => stamp.slice(0, 10);
const stamp = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT/));

const Entry = v.object({
  name: v.string(),
  path: v.string(),
  type: v.string(),
  size: v.optional(v.number(), 0),
  sha: v.optional(v.string()),
});
/** Entries of a folder; empty for a file's answer or another shape. */
export function readListing(json: unknown): Listed[] {
  return each(json, Entry).map(({ sha, ...entry }) => ({ ...entry, ...(sha ? { blob: sha } : {}) }));
}

const CommitRow = v.object({
  sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{7,40}$/)),
  commit: v.object({ committer: v.nullable(v.object({ date: stamp })) }),
});
/** Commits of a path, newest first as GitHub gives them. */
export function readCommits(json: unknown): Commit[] {
  return each(json, CommitRow).flatMap((c) =>
    c.commit.committer ? [{ sha: c.sha, date: day(c.commit.committer.date) }] : [],
  );
}

const Files = v.object({
  files: v.optional(v.array(v.object({ filename: v.string(), previous_filename: v.optional(v.string()) })), []),
});
/** The name that `path` had before this commit; undefined when it was not renamed there. */
export function renamedFrom(json: unknown, path: string): string | undefined {
  const read = v.safeParse(Files, json);
  return read.success ? read.output.files.find((f) => f.filename === path)?.previous_filename : undefined;
}

const MilestoneRow = v.object({
  number: v.number(),
  title: v.string(),
  created_at: stamp,
  due_on: v.nullable(stamp),
  closed_at: v.nullable(stamp),
  html_url: v.optional(v.string()),
});
/** Milestones, any state. */
export function readMilestones(json: unknown): MilestoneFact[] {
  return each(json, MilestoneRow).map((m) => ({
    ...{
      title: m.title,
      number: m.number,
      createdOn: day(m.created_at),
      dueOn: m.due_on ? day(m.due_on) : null,
      closedOn: m.closed_at ? day(m.closed_at) : null,
    },
    ...(m.html_url ? { url: m.html_url } : {}),
  }));
}

function each<T>(json: unknown, row: v.GenericSchema<unknown, T>): T[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((value) => {
    const read = v.safeParse(row, value);
    return read.success ? [read.output] : [];
  });
}
