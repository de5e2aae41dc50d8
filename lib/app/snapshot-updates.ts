/**
 * When the snapshot is updated, and by whom: the reader names an address and a key in Options, from then on a daily question,
 * taken up by any later wake if the worker dies in the middle. Without an address nothing is ever asked.
 */
import { keyFingerprint } from '../domain/snapshot/digest.ts';
import { SNAPSHOT_KEYS } from '../domain/snapshot/key.ts';
import { DAY_MS, MINUTE_MS } from '../domain/time.ts';
import type { Env } from '../env.ts';
import type { Store } from '../io/db.ts';
import { subjectOf } from '../io/http.ts';
import { type Asked, createKeptUpdate, type UpdateSource } from '../io/kept-update.ts';
import type { RequestLog } from '../io/request-log.ts';
import type { SnapshotStore } from '../io/snapshot.ts';
import { addressProblem, BAD_SIGNATURE, fetchSnapshotUpdate, type Update } from '../io/snapshot-update.ts';
import type { SnapshotOutcome, SnapshotStatus } from '../protocol.ts';
import { fail, ok, type Result } from '../result.ts';

/** Signals are weekly; a day is fine enough and keeps a host with a million readers at twelve requests a second. */
export const UPDATE_EVERY_MS = DAY_MS;
/** The longest that one question takes: four files of 30 s. After that a worker that started it is dead. */
const INTERRUPTED_MS = 5 * MINUTE_MS;
/** A worker that dies at the same place three times would do so the whole day. */
const MOST_TRIES = 3;

/** Unix ms from which on the address may be asked again; 0: now. A time in the future comes from a clock that was set back. */
export function nextAskAt(asked: Asked | null, now: number): number {
  if (!asked || asked.startedAt > now) return 0;
  const interrupted = asked.endedAt === null && asked.tries < MOST_TRIES;
  return asked.startedAt + (interrupted ? INTERRUPTED_MS : UPDATE_EVERY_MS);
}

export interface SnapshotUpdates {
  status(): Promise<Result<SnapshotStatus>>;
  /** Takes another source (or none: back to the bundled snapshot) and asks it at once. Failures: `invalid-input`, storage. */
  setSource(source: UpdateSource | null): Promise<Result<SnapshotStatus>>;
  /** Asks now, whatever the plan says: the reader pressed the button. */
  check(): Promise<Result<SnapshotStatus>>;
  /** Asks when a day has passed. Called at each alarm and start. */
  round(): Promise<void>;
  /** Host that the reader allowed for this alone; null where there is no source. */
  host(): Promise<string | null>;
}

export interface UpdateParts {
  env: Env;
  store: Store;
  log: RequestLog;
  snapshot: SnapshotStore;
  /** Whether the browser lets us ask this host; absent: yes. */
  mayAsk?: ((host: string) => Promise<boolean>) | undefined;
  /** Other figures are in use now. */
  onChanged?: (() => void) | undefined;
  /** Keys of this build; tests bring their own. */
  keys?: readonly string[] | undefined;
}

/** The update that was kept, as long as a trusted key signed it: a key that was withdrawn takes its updates along. */
export function storedUpdate(store: Store, builtIn: readonly string[] = SNAPSHOT_KEYS): () => Promise<string | null> {
  const kept = createKeptUpdate(store);
  return async () => {
    const [source, update] = [await kept.source(), await kept.update()];
    if (!source.ok || !update.ok || !source.value || !update.value) return null;
    return keysOf(source.value, builtIn).includes(update.value.key) ? update.value.text : null;
  };
}

/** A key that the reader gave counts alone: who names a publisher means no other. */
const keysOf = (source: UpdateSource, builtIn: readonly string[]) => (source.publicKey ? [source.publicKey] : builtIn);

function outcomeOf(update: Result<Update>): SnapshotOutcome {
  if (update.ok) return update.value.kind;
  return update.failure.detail?.startsWith(BAD_SIGNATURE) ? BAD_SIGNATURE : update.failure.kind;
}

type Kept = ReturnType<typeof createKeptUpdate>;

/** What all steps of an update share. */
interface Desk extends UpdateParts {
  kept: Kept;
  builtIn: readonly string[];
}

async function fetchUpdate(desk: Desk, source: UpdateSource, etag: string | null): Promise<Result<Update>> {
  const { env, log } = desk;
  const current = await desk.snapshot.inUse();
  if (!current.ok) return current;
  const { host } = new URL(source.address);
  if (desk.mayAsk && !(await desk.mayAsk(host))) return fail('forbidden', env.now(), { subject: host });
  return fetchSnapshotUpdate({
    env,
    address: source.address,
    keys: keysOf(source, desk.builtIn),
    current: current.value.snapshot,
    isBundled: current.value.from === 'bundled',
    etag: etag ?? undefined,
    onDone: ({ url, status, failure, ms }) => {
      const path = subjectOf(url).slice(host.length);
      void log.add({ at: env.now(), host, path, purpose: 'snapshot update', projectId: null, status, failure, ms });
    },
  });
}

/** Whether the reader still wants what comes from `source`. */
async function isStillWanted(kept: Kept, source: UpdateSource): Promise<boolean> {
  const still = await kept.source();
  return still.ok && still.value?.address === source.address && still.value.publicKey === source.publicKey;
}

/** One question, noted before and after; a newer snapshot is taken. */
async function ask(desk: Desk, source: UpdateSource, before: Asked | null): Promise<void> {
  const { env, kept } = desk;
  const tries = before?.endedAt === null ? before.tries + 1 : 1;
  const etag = before?.etag ?? null;
  const started: Asked = { startedAt: env.now(), endedAt: null, tries, outcome: null, detail: null, etag };
  // Noted before the first byte: a worker that dies here is known to have asked, and no other asks at the same time.
  if (!(await kept.noteAsked(started)).ok) return;
  const update = await fetchUpdate(desk, source, etag);
  // The reader changed the source meanwhile: what came back belongs to nobody.
  if (!(await isStillWanted(kept, source))) return;
  const detail = update.ok ? null : (update.failure.detail ?? null);
  const newTag = update.ok ? (update.value.etag ?? null) : etag;
  const ended: Asked = { ...started, endedAt: env.now(), outcome: outcomeOf(update), detail, etag: newTag };
  if (update.ok && update.value.kind === 'new') await takeUpdate(desk, update.value, ended, etag);
  else await kept.noteAsked(ended);
}

/** Puts a newer snapshot into use, or notes why it could not be kept; then the old `etag` stands. */
async function takeUpdate(
  desk: Desk,
  { text, key, snapshot }: Extract<Update, { kind: 'new' }>,
  ended: Asked,
  etag: string | null,
): Promise<void> {
  const taken = await desk.kept.take({ text, key, takenAt: desk.env.now() }, ended);
  if (!taken.ok) {
    const { kind, detail = null } = taken.failure;
    await desk.kept.noteAsked({ ...ended, outcome: kind, detail, etag });
    return;
  }
  desk.snapshot.replace(snapshot);
  desk.onChanged?.();
}

async function statusOf({ env, snapshot, kept, builtIn }: Desk): Promise<Result<SnapshotStatus>> {
  const [source, asked, current] = [await kept.source(), await kept.asked(), await snapshot.inUse()];
  if (!source.ok) return source;
  const prints = await Promise.all((source.value ? keysOf(source.value, builtIn) : builtIn).map(keyFingerprint));
  const last = asked.ok ? asked.value : null;
  return ok({
    address: source.value?.address ?? null,
    ownKey: source.value?.publicKey ?? null,
    fingerprints: prints.flatMap((print) => print ?? []),
    inUse: current.ok
      ? {
          from: current.value.from,
          asOf: current.value.snapshot.asOf,
          projects: current.value.snapshot.projects.length,
        }
      : null,
    askedAt: last?.startedAt ?? null,
    nextAt: source.value ? Math.max(env.now(), nextAskAt(last, env.now())) : null,
    outcome: (last?.outcome as SnapshotOutcome | null | undefined) ?? null,
    detail: last?.detail ?? null,
  });
}

/** Why a source can't be taken; undefined where it can. */
async function sourceProblem(source: UpdateSource, builtIn: readonly string[]) {
  const problem = addressProblem(source.address);
  if (problem) return { subject: 'address', detail: problem };
  const [first] = keysOf(source, builtIn);
  if (first === undefined || (await keyFingerprint(first)) === undefined)
    return { subject: 'key', detail: 'no Ed25519 key' };
  return undefined;
}

/** Makes the use case. */
export function createSnapshotUpdates(parts: UpdateParts): SnapshotUpdates {
  const kept = createKeptUpdate(parts.store);
  const desk: Desk = { ...parts, kept, builtIn: parts.keys ?? SNAPSHOT_KEYS };
  const { env, snapshot } = desk;
  let running: Promise<void> | null = null;

  /** One at a time; `force` is the reader's own wish. */
  const run = async (force: boolean): Promise<void> => {
    if (running) return running;
    const [source, asked] = [await kept.source(), await kept.asked()];
    if (!source.ok || !asked.ok || !source.value || running) return;
    if (!force && nextAskAt(asked.value, env.now()) > env.now()) return;
    running = ask(desk, source.value, asked.value).finally(() => {
      running = null;
    });
    return running;
  };
  const setSource = async (source: UpdateSource | null): Promise<Result<SnapshotStatus>> => {
    const problem = source ? await sourceProblem(source, desk.builtIn) : undefined;
    if (problem) return fail('invalid-input', env.now(), problem);
    await running;
    const before = await snapshot.inUse();
    const set = await kept.setSource(source);
    if (!set.ok) return set;
    snapshot.reload();
    if (source) await run(true);
    else if (before.ok && before.value.from === 'update') parts.onChanged?.();
    return statusOf(desk);
  };
  return {
    status: () => statusOf(desk),
    setSource,
    check: () => run(true).then(() => statusOf(desk)),
    round: () => run(false),
    async host() {
      const source = await kept.source();
      return source.ok && source.value ? new URL(source.value.address).host : null;
    },
  };
}
