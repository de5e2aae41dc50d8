/**
 * A newer snapshot from the address in Options: asked for conditionally, limited in size, checked against a trusted key,
 * and taken only when it is whole, fits, and is newer. Anything else leaves what is in use. When to ask: lib/app/snapshot-updates.ts.
 */
import { MAX_SNAPSHOT_CHARS, parseSnapshot } from '../domain/snapshot/decode.ts';
import { applyDelta } from '../domain/snapshot/delta.ts';
import { verifySignature } from '../domain/snapshot/digest.ts';
import { encodeSnapshot } from '../domain/snapshot/encode.ts';
import type { Snapshot } from '../domain/snapshot/format.ts';
import type { Env } from '../env.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import { guardedFetch, HttpFault } from './http.ts';

/** A signature in base64 has 88 characters. */
const MAX_SIGNATURE_BYTES = 1000;
/** Starts the detail of a failure whose cause is the signature: the interface has its own words for it. */
export const BAD_SIGNATURE = 'bad-signature';

export interface UpdateOptions {
  env: Env;
  /** https address of `snapshot.json`; the signature lies beside it as `.sig`, the delta as `snapshot.delta.json`. */
  address: string;
  /** Raw Ed25519 public halves, base64; one of them must have signed. */
  keys: readonly string[];
  /** In use now. */
  current: Snapshot;
  /** `current` is the bundled one: the published delta is made against it. */
  isBundled: boolean;
  /** ETag of the last file that came from this address. */
  etag?: string | undefined;
  /** Told about each request for the log. */
  onDone?: Parameters<typeof guardedFetch>[1]['onDone'];
}

/** `unchanged`: the host says so, or it has nothing newer. `key`: the one that signed. */
export type Update =
  | { kind: 'new'; snapshot: Snapshot; text: string; key: string; etag?: string }
  | { kind: 'unchanged'; etag?: string };

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
  // A browser's permission names hosts without ports.
  if (url.port) return 'no port in the address';
  return undefined;
}

interface SignedFile {
  text: string;
  key: string;
  etag?: string;
}

/** One file beside the address, with its signature checked. 304 answers null. */
async function signedFile(options: UpdateOptions, url: string, etag?: string): Promise<SignedFile | null | Failure> {
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
  const unsigned = (detail: string) => fail('bad-answer', env.now(), { detail: `${BAD_SIGNATURE}: ${detail}` }).failure;
  const signature = await ask(MAX_SIGNATURE_BYTES)(`${url}.sig`, { credentials: 'omit', cache: 'no-store' });
  if (!signature.ok) return unsigned('no signature beside the file');
  const verified = await verifySignature(text, await signature.text(), options.keys, env.now());
  if (!verified.ok) return unsigned(verified.failure.detail ?? '');
  const newTag = answer.headers.get('etag');
  return { text, key: verified.value, ...(newTag ? { etag: newTag } : {}) };
}

/** Takes a snapshot only when it is newer: a replay of an old, once signed file would take figures back. */
function newer(current: Snapshot, snapshot: Snapshot, key: string, etag: string | undefined): Update {
  const tag = etag ? { etag } : {};
  if (snapshot.asOf <= current.asOf) return { kind: 'unchanged', ...tag };
  return { kind: 'new', snapshot, text: encodeSnapshot(snapshot), key, ...tag };
}

async function wholeFile(options: UpdateOptions): Promise<Result<Update>> {
  const now = options.env.now();
  const file = await signedFile(options, options.address, options.etag);
  if (file === null) return ok({ kind: 'unchanged', ...(options.etag ? { etag: options.etag } : {}) });
  if ('kind' in file) return { ok: false, failure: file };
  const parsed = parseSnapshot(file.text, now);
  if (parsed.ok) return ok(newer(options.current, parsed.value, file.key, file.etag));
  const kind = parsed.failure.kind === 'too-large' ? 'too-large' : 'bad-answer';
  return fail(kind, now, { detail: `${parsed.failure.kind}: ${parsed.failure.detail ?? ''}` });
}

/** The delta beside the file, when it fits what is in use; undefined: fetch the whole file. */
async function deltaFile(options: UpdateOptions): Promise<Update | undefined> {
  const url = new URL(options.address);
  if (!url.pathname.endsWith('.json')) return undefined;
  url.pathname = url.pathname.replace(/\.json$/, '.delta.json');
  const file = await signedFile(options, url.href).catch((error: unknown) => {
    if (error instanceof HttpFault) return undefined;
    throw error;
  });
  if (!file || 'kind' in file) return undefined;
  const applied = await applyDelta(options.current, file.text, options.env.now());
  // No ETag: it would be the delta's, and is asked of the whole file.
  return applied.ok ? newer(options.current, applied.value, file.key, undefined) : undefined;
}

/** Asks for a newer snapshot. Failures leave everything as it was; their kinds are those of every read. */
export async function fetchSnapshotUpdate(options: UpdateOptions): Promise<Result<Update>> {
  const { env, address } = options;
  const subject = 'snapshot update';
  const problem = addressProblem(address);
  if (problem) return fail('invalid-input', env.now(), { subject, detail: problem });
  if (options.keys.length === 0)
    return fail('invalid-input', env.now(), { subject, detail: 'there is no key to check updates with' });
  try {
    const delta = options.isBundled && !options.etag ? await deltaFile(options) : undefined;
    if (delta) return ok(delta);
    const update = await wholeFile(options);
    return update.ok ? update : { ok: false, failure: { ...update.failure, subject } };
  } catch (error) {
    if (error instanceof HttpFault) return { ok: false, failure: { ...error.failure, subject } };
    return fail('bug', env.now(), { subject, detail: String(error).slice(0, 200) });
  }
}
