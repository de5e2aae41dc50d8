/** Reads an export file. A bad file is refused whole, with the line and the reason: nothing is half imported. */
import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import * as v from 'valibot';
import { fail, ok, type Result } from '../../result.ts';
import { canonical, correctionKey, ownKey, visitKey, watchKey } from './canonical.ts';
import { EXPORT_VERSION, type ReaderData, ReaderDataSchema } from './reader-data.ts';

/** Largest file read, in characters: 10,000 watched projects with long notes are about 20 MB. */
export const MAX_IMPORT_CHARS = 50_000_000;

type Path = (string | number)[];

/** 1-based line of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

/** The parsed tree; undefined where a file nests deeper than the parser can follow. */
function treeOf(text: string, errors: ParseError[] = []): ReturnType<typeof parseTree> {
  try {
    return parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lineOfPath(text: string, path: Path): number {
  const tree = treeOf(text);
  // The nearest node that exists: a missing key is reported at its row.
  for (let length = path.length; tree && length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return lineAt(text, node.offset);
  }
  return 1;
}

function refuse(now: number, line: number, reason: string): Result<ReaderData> {
  return fail('invalid-input', now, { detail: `line ${line}: ${reason}` });
}

function syntaxProblem(text: string, now: number): Result<ReaderData> {
  const errors: ParseError[] = [];
  treeOf(text, errors);
  const first = errors[0];
  return refuse(now, lineAt(text, first?.offset ?? 0), first ? printParseErrorCode(first.error) : 'not JSON');
}

/**
 * The first key that must not be taken: one that stands twice in one object, of which JSON.parse would take the last and drop the
 * other without a word, or `__proto__`, which is no setting of anybody's.
 */
function badKey(text: string): { line: number; reason: string } | undefined {
  const open: Set<string>[] = [];
  let found: { line: number; reason: string } | undefined;
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, _offset, _length, line) => {
      const keys = open.at(-1);
      const twice = keys?.has(key) ? 'stands twice' : key === '__proto__' ? 'is not allowed' : null;
      if (twice) found ??= { line: line + 1, reason: `the key ${JSON.stringify(key).slice(0, 60)} ${twice}` };
      keys?.add(key);
    },
  });
  return found;
}

function versionOf(json: unknown): number | undefined {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  return typeof version === 'number' ? version : undefined;
}

/** The first row whose key stands twice: an import must not choose silently between two. */
function duplicate(data: ReaderData): Path | undefined {
  const lists: [keyof ReaderData, string[]][] = [
    ['watchlist', data.watchlist.map(watchKey)],
    ['ownProjects', data.ownProjects.map(ownKey)],
    ['corrections', data.corrections.map(correctionKey)],
    ['visits', data.visits.map(visitKey)],
  ];
  for (const [name, keys] of lists) {
    const seen = new Set<string>();
    for (const [index, key] of keys.entries()) {
      if (seen.has(key)) return [name, index];
      seen.add(key);
    }
  }
  return undefined;
}

/**
 * Returns the reader's data of an export file in canonical order.
 * Failure kinds: `too-large`; `invalid-input`, whose detail is "line N: reason".
 */
export function importJson(text: string, now: number): Result<ReaderData> {
  if (text.length > MAX_IMPORT_CHARS) return fail('too-large', now, { detail: `${text.length} characters` });
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  let json: unknown;
  try {
    json = JSON.parse(clean);
  } catch {
    return syntaxProblem(clean, now);
  }
  const version = versionOf(json);
  if (version !== undefined && version > EXPORT_VERSION)
    return refuse(now, lineOfPath(clean, ['version']), `made by a newer Roadmark (version ${version}); update first`);
  const parsed = v.safeParse(ReaderDataSchema, json, { abortEarly: true });
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const path = (issue.path ?? []).map((p) => p.key as string | number);
    return refuse(now, lineOfPath(clean, path), `${path.join('.') || 'file'}: ${issue.message}`);
  }
  const key = badKey(clean);
  if (key) return refuse(now, key.line, key.reason);
  const twice = duplicate(parsed.output);
  if (twice) return refuse(now, lineOfPath(clean, twice), `${twice.join('.')}: this row stands twice`);
  return ok(canonical(parsed.output));
}
