/**
 * The one database, and the only file that knows Dexie. Tables of the reader (watchlist, synced, ownProjects, corrections,
 * visits, settings, secrets, changes) are never dropped; `cache`, `requestLog` and `jobs` can be made again and may be.
 * Versions are append-only: a new shape is a new `version(n)` with its upgrade and a fixture in tests/io.
 */
import Dexie, { type Table } from 'dexie';
import type { Correction, OwnProject, Visit, WatchEntry } from '../domain/keep/reader-data.ts';
import type { SyncRow } from '../domain/keep/sync.ts';
import type { Change, ChangeState } from '../domain/watch/changes.ts';
import { type FailureKind, fail, ok, type Result } from '../result.ts';

/** One answer, reduced. `request` says what was asked, by whom and in which version: an ETag counts only for the same. */
export interface CacheRow {
  /** "facts:owner/name:part", "roadmap:id", "choice:id" …: lower case. */
  key: string;
  request: string;
  etag: string | null;
  /** Unix ms of the last time that the host confirmed it (200 or 304). */
  readAt: number;
  value: unknown;
}
/** What the reader keeps of a project, with what was last told about it. */
export interface WatchRecord extends WatchEntry {
  state?: ChangeState;
}
/**
 * What this machine and the account storage last agreed on of a project, removals included; only while sync is on. Where another
 * machine removed it, `entry` keeps what this one had, for notes never leave it.
 */
export interface SyncedRecord extends SyncRow {
  projectId: string;
  entry?: WatchEntry;
}
export interface ChangeRecord {
  id?: number;
  projectId: string;
  at: number;
  change: Change;
}
export interface SettingRecord {
  key: string;
  value: unknown;
}
export interface LogRecord {
  id?: number;
  at: number;
  host: string;
  path: string;
  purpose: string;
  projectId: string | null;
  status: number | null;
  failure: string | null;
  ms: number;
}
/** Work that outlives the worker. One row per key, so that the same work is never queued twice. */
export interface JobRecord {
  key: string;
  kind: 'read' | 'refresh';
  projectId: string;
  reason: string;
  /** Unix ms; not before. */
  nextAt: number;
  attempts: number;
  leaseBy: string | null;
  leaseUntil: number;
}

/** Bounded, so that a year of reading stays small; old rows go first. */
export const LOG_ROWS = 1000;
export const DB_NAME = 'roadmark';

export class RoadmarkDb extends Dexie {
  declare cache: Table<CacheRow, string>;
  declare watchlist: Table<WatchRecord, string>;
  declare synced: Table<SyncedRecord, string>;
  declare ownProjects: Table<OwnProject, string>;
  declare corrections: Table<Correction, [string, string, string]>;
  declare visits: Table<Visit, [string, string, string]>;
  declare settings: Table<SettingRecord, string>;
  declare secrets: Table<SettingRecord, string>;
  declare changes: Table<ChangeRecord, number>;
  declare requestLog: Table<LogRecord, number>;
  declare jobs: Table<JobRecord, string>;
  declare meta: Table<SettingRecord, string>;

  constructor(name: string, options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    super(name, { ...options, autoOpen: false });
    this.version(1).stores({
      cache: 'key, readAt',
      watchlist: 'projectId, addedAt',
      ownProjects: 'id',
      corrections: '[projectId+scope+where], projectId',
      settings: 'key',
      requestLog: '++id, at, projectId',
      jobs: 'key, nextAt',
      meta: 'key',
    });
    // The ledger of visits, the token's own table and the changes to tell came with the reader's pages.
    this.version(2)
      .stores({ visits: '[projectId+url+day], projectId', secrets: 'key', changes: '++id, projectId, at' })
      .upgrade((tx) =>
        tx
          .table('watchlist')
          .toCollection()
          .modify((row: Partial<WatchRecord>) => {
            row.updatedAt ??= row.addedAt ?? 0;
            row.tags ??= [];
            row.notes ??= '';
            row.archived ??= false;
            row.notify ??= true;
          }),
      );
    // For the sync between machines. Nothing of the reader's changes its shape.
    this.version(3).stores({ synced: 'projectId' });
  }
}

/** The database as the other parts use it: every use is a Result, and a lost connection is made anew. */
export interface Store {
  /** Runs `work`. Failures: storage-full, storage-blocked. Exceptions that are not the database's are thrown on. */
  run<T>(work: (db: RoadmarkDb) => PromiseLike<T>): Promise<Result<T>>;
  close(): void;
}

const FULL = new Set(['QuotaExceededError']);
/** The connection is gone or was never there; opening once more may help. */
const REOPEN = new Set(['DatabaseClosedError', 'InvalidStateError', 'NotFoundError', 'AbortError', 'TimeoutError']);
const BLOCKED = new Set([
  ...REOPEN,
  'OpenFailedError',
  'VersionError',
  'MissingAPIError',
  'UnknownError',
  'SecurityError',
  'InvalidAccessError',
  'UpgradeError',
  'SchemaError',
  'InvalidTableError',
  'ReadOnlyError',
  'TransactionInactiveError',
  'PrematureCommitError',
  'NoSuchDatabaseError',
]);

/** Mistakes of the program: what they stopped is stopped for them, whatever they are wrapped in. */
const OURS = new Set(['DataError', 'ConstraintError']);

interface NamedError {
  name?: string;
  inner?: NamedError;
  message?: string;
}

function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let e = error as NamedError | undefined; e?.name && names.length < 4; e = e.inner) names.push(e.name);
  return names;
}

/**
 * The failure that an exception of the database stands for, or null where it is none of the browser's doing: a key that is no key
 * (DataError) or stands twice (ConstraintError) is a mistake of ours, and thrown on as one.
 */
export function storageFailure(error: unknown): FailureKind | null {
  const names = namesOf(error);
  if (names.some((name) => FULL.has(name)) || /quota/i.test((error as NamedError)?.message ?? '')) {
    return 'storage-full';
  }
  if (names.some((name) => OURS.has(name))) return null;
  return names.some((name) => BLOCKED.has(name)) ? 'storage-blocked' : null;
}

/**
 * Opening waits for ever while another window holds an older version, or where the browser blocks it silently; the
 * reader should have the snapshot's figures well before that.
 */
const OPEN_MS = 3000;

export interface StoreOptions {
  now(): number;
  name?: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
  openMs?: number;
}

/** The newest version above. Dexie writes it times ten, and counts small repairs in between. */
export const DB_VERSION = 3;

/** Dexie opens a newer database and adds what it misses; data that a newer Roadmark made is not ours to change. */
async function refuseNewer(options: StoreOptions): Promise<void> {
  const factory = options.indexedDB ?? globalThis.indexedDB;
  const found = (await factory?.databases?.())?.find(({ name }) => name === (options.name ?? DB_NAME));
  if (Math.floor((found?.version ?? 0) / 10) > DB_VERSION) {
    throw Object.assign(new Error('the database is from a newer version'), { name: 'VersionError' });
  }
}

/** Makes the store; nothing is opened before the first use. */
export function createStore(options: StoreOptions): Store {
  let db: RoadmarkDb | null = null;
  const make = () => {
    const made = new RoadmarkDb(options.name ?? DB_NAME, options);
    // Another context wants to delete or upgrade it: let go at once; the next use opens it again.
    made.on('versionchange', () => {
      made.close();
      if (db === made) db = null;
    });
    return made;
  };
  const opened = async (): Promise<RoadmarkDb> => {
    db ??= make();
    const mine = db;
    if (!mine.isOpen()) await refuseNewer(options);
    if (mine.isOpen()) return mine;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(Object.assign(new Error('the database did not open'), { name: 'TimeoutError' })),
        options.openMs ?? OPEN_MS,
      );
    });
    try {
      await Promise.race([mine.open(), late]);
    } finally {
      clearTimeout(timer);
    }
    return mine;
  };
  const drop = () => {
    db?.close();
    db = null;
  };
  const attempt = async <T>(work: (db: RoadmarkDb) => PromiseLike<T>): Promise<T> => work(await opened());
  return {
    async run(work) {
      for (let round = 0; ; round++) {
        try {
          return ok(await attempt(work));
        } catch (error) {
          const kind = storageFailure(error);
          if (!kind) throw error;
          if (kind === 'storage-blocked') drop();
          if (round === 0 && namesOf(error).some((name) => REOPEN.has(name) && name !== 'TimeoutError')) continue;
          return fail(kind, options.now(), { detail: String((error as Error).message ?? error).slice(0, 200) });
        }
      }
    },
    close: drop,
  };
}
