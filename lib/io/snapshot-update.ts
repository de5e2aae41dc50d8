/**
 * A newer snapshot from the address in Options: asked for conditionally, at most daily, limited in size, checked against the
 * key in the extension, and taken only when it is whole, fits, and is newer. Anything else leaves what is in use.
 */
import { MAX_SNAPSHOT_CHARS, parseSnapshot } from '../domain/snapshot/decode.ts';
import { applyDelta } from '../domain/snapshot/delta.ts';
import { verifySignature } from '../domain/snapshot/digest.ts';
import { encodeSnapshot } from '../domain/snapshot/encode.ts';
import type { Snapshot } from '../domain/snapshot/format.ts';
import type { Env } from '../env.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { guardedFetch, HttpFault } from './http.ts';

/** Signals are weekly; a day is fine enough and keeps a host with a million readers at twelve requests a second. */
export const UPDATE_EVERY_MS = 86_400_000;
/** A signature in base64 has 88 characters. */
const MAX_SIGNATURE_BYTES = 1000;

export interface UpdateState {
  /** When it was last asked for, Unix ms; null: never. */
  askedAt: number | null;
  /** ETag of the file in use, if it came from this address. */
  etag?: string;
}

export interface UpdateOptions {
  env: Env;
  /** https address of `snapshot.json`; the signature lies beside it as `.sig`, the delta as `snapshot.delta.json`. */
  address: string;
  publicKey: string | null;
  /** In use now. */
  current: Snapshot;
  state: UpdateState;
  /** Told about each request for the log. */
  onDone?: Parameters<typeof guardedFetch>[1]['onDone'];
}

/** `unchanged`: the host says so, or it has nothing newer. `too-soon`: nothing was asked. */
export type Update =
  | { kind: 'new'; snapshot: Snapshot; text: string; etag?: string }
  | { kind: 'unchanged' }
  | { kind: 'too-soon'; nextAt: number };

/** Why an address can't be used; undefined where it can. */
export function addressProblem(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'not an address';
  }
  if (url.protocol !== 'https:') return 'only https addresses';
  if (url.username || url.password) return 'no names or passwords in the address';
  return undefined;
}

/** One file beside the address, with its signature checked. 304 answers null. */
async function signedFile(
  options: UpdateOptions,
  url: string,
  etag?: string,
): Promise<{ text: string; etag?: string } | null | Failure> {
  const { env } = options;
  const ask = (maxBytes: number) => guardedFetch(env, { host: new URL(url).host, maxBytes, onDone: options.onDone });
  const init = {
    credentials: 'omit',
    cache: 'no-store',
    ...(etag ? { headers: { 'if-none-match': etag } } : {}),
  } as const;
  const answer = await ask(MAX_SNAPSHOT_CHARS)(url, init);
  if (answer.status === 304) return null;
  if (!answer.ok)
    return fail(answer.status === 404 ? 'not-found' : 'server-error', env.now(), { status: answer.status }).failure;
  const text = await answer.text();
  const signature = await ask(MAX_SIGNATURE_BYTES)(`${url}.sig`, { credentials: 'omit', cache: 'no-store' });
  if (!signature.ok)
    return fail('bad-answer', env.now(), { detail: 'bad-signature: no signature beside the file' }).failure;
  const verified = await verifySignature(text, await signature.text(), options.publicKey, env.now());
  if (!verified.ok)
    return fail('bad-answer', env.now(), { detail: `bad-signature: ${verified.failure.detail}` }).failure;
  const newTag = answer.headers.get('etag');
  return { text, ...(newTag ? { etag: newTag } : {}) };
}

/** Takes a snapshot only when it is newer: a replay of an old, once signed file would take figures back. */
function newer(current: Snapshot, snapshot: Snapshot, etag: string | undefined): Update {
  if (snapshot.asOf <= current.asOf) return { kind: 'unchanged' };
  return { kind: 'new', snapshot, text: encodeSnapshot(snapshot), ...(etag ? { etag } : {}) };
}

async function wholeFile(options: UpdateOptions): Promise<Result<Update>> {
  const now = options.env.now();
  const file = await signedFile(options, options.address, options.state.etag);
  if (file === null) return ok({ kind: 'unchanged' });
  if ('kind' in file) return { ok: false, failure: file };
  const parsed = parseSnapshot(file.text, now);
  if (parsed.ok) return ok(newer(options.current, parsed.value, file.etag));
  const kind = parsed.failure.kind === 'too-large' ? 'too-large' : 'bad-answer';
  return fail(kind, now, { detail: `${parsed.failure.kind}: ${parsed.failure.detail ?? ''}` });
}

/** The delta beside the file, when it fits what is in use; undefined: fetch the whole file. */
async function deltaFile(options: UpdateOptions): Promise<Update | undefined> {
  const url = options.address.replace(/\.json$/, '.delta.json');
  if (url === options.address) return undefined;
  const file = await signedFile(options, url).catch(() => undefined);
  if (!file || 'kind' in file) return undefined;
  const applied = await applyDelta(options.current, file.text, options.env.now());
  // No ETag: it would be the delta's, and is asked of the whole file.
  return applied.ok ? newer(options.current, applied.value, undefined) : undefined;
}

/** Asks for a newer snapshot. Failures leave everything as it was; their kinds are those of every read. */
export async function fetchSnapshotUpdate(options: UpdateOptions): Promise<Result<Update>> {
  const { env, address, state } = options;
  const subject = 'snapshot update';
  const problem = addressProblem(address);
  if (problem) return fail('invalid-input', env.now(), { subject, detail: problem });
  if (options.publicKey === null)
    return fail('invalid-input', env.now(), { subject, detail: 'this build holds no key to check updates with' });
  const nextAt = (state.askedAt ?? Number.NEGATIVE_INFINITY) + UPDATE_EVERY_MS;
  if (env.now() < nextAt) return ok({ kind: 'too-soon', nextAt });
  try {
    const delta = state.etag ? undefined : await deltaFile(options);
    if (delta) return ok(delta);
    const update = await wholeFile(options);
    return update.ok ? update : { ok: false, failure: { ...update.failure, subject } };
  } catch (error) {
    if (error instanceof HttpFault) return { ok: false, failure: { ...error.failure, subject } };
    return fail('bug', env.now(), { subject, detail: String(error).slice(0, 200) });
  }
}
