/** Looks at single files by GraphQL: a file's text, and the commits that touched its path. For roadmaps. */
import * as v from 'valibot';
import { named, type Piece } from './graphql-pieces.ts';
import { AnswerShape } from './graphql-shape.ts';
import { Instant } from './parse-base.ts';

export interface FileLook {
  repo: string;
  path: string;
  /** Branch, tag or commit; the head of the default branch without one. */
  ref?: string;
  /** The text at `ref`. */
  text: boolean;
  /** The newest commits that touched the path, on the default branch. */
  history: boolean;
}
/** What one look found. Parts that are undefined were not asked for, or were not given. */
export interface FileSeen {
  /** null: no such file. */
  text?: string | null;
  /** Id of the content. */
  blob?: string;
  /** Newest first; `at` in Unix ms. */
  commits?: { sha: string; at: number }[];
}

/** As many as REST gives on its largest page. */
const COMMITS = 100;

/** Aliases `f0`, `f1` … in the order of `looks`. */
export function lookPieces(looks: readonly FileLook[]): Piece[] {
  return looks.map((look, i): Piece => {
    const { declared, variables, at } = named('f', i, look.repo);
    const fields: string[] = [];
    if (look.text) {
      declared.push(`$fe${i}: String!`);
      variables[`fe${i}`] = `${look.ref ?? 'HEAD'}:${look.path}`;
      fields.push(`object(expression: $fe${i}) { ... on Blob { oid text isTruncated } }`);
    }
    if (look.history) {
      declared.push(`$fp${i}: String!`);
      variables[`fp${i}`] = look.path;
      fields.push(
        `defaultBranchRef { target { ... on Commit { history(first: ${COMMITS}, path: $fp${i}) { nodes { oid committedDate } } } } }`,
      );
    }
    return { declared, variables, fields: [`f${i}: ${at} { ${fields.join(' ')} }`], fragments: [] };
  });
}

const Blob = v.object({
  oid: v.optional(v.string()),
  text: v.nullish(v.string()),
  isTruncated: v.optional(v.boolean(), false),
});
const Commits = v.object({
  target: v.nullish(
    v.object({
      history: v.optional(
        v.object({
          nodes: v.nullish(v.array(v.nullable(v.object({ oid: v.string(), committedDate: Instant })))),
        }),
      ),
    }),
  ),
});
const Seen = v.object({ object: v.nullish(Blob), defaultBranchRef: v.nullish(Commits) });

/** Reads the looks of an answer. One that failed, or whose text is cut or no text, is left undefined in that part. */
export function parseLooks(json: unknown, looks: readonly FileLook[]): FileSeen[] {
  const answer = v.safeParse(AnswerShape, json);
  if (!answer.success) return looks.map(() => ({}));
  const { data, errors } = answer.output;
  return looks.map((look, i): FileSeen => {
    const seen = v.safeParse(Seen, data?.[`f${i}`]);
    if (!seen.success || errors?.some((error) => error.path?.[0] === `f${i}` || !error.path)) return {};
    return { ...textOf(look, seen.output.object), ...commitsOf(look, seen.output.defaultBranchRef) };
  });
}

function textOf(look: FileLook, blob: v.InferOutput<typeof Blob> | null | undefined): FileSeen {
  if (!look.text) return {};
  // Nothing of that name, or a folder.
  if (!blob?.oid) return { text: null };
  return typeof blob.text === 'string' && !blob.isTruncated ? { text: blob.text, blob: blob.oid } : {};
}

function commitsOf(look: FileLook, branch: v.InferOutput<typeof Commits> | null | undefined): FileSeen {
  const nodes = branch?.target?.history?.nodes;
  if (!look.history || !nodes) return {};
  return { commits: nodes.flatMap((node) => (node ? [{ sha: node.oid, at: node.committedDate }] : [])) };
}
