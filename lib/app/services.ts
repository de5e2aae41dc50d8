/** All parts of the background, built from the outside world once per life of the worker. */
import type { Env } from '../env.ts';
import { type Cache, createCache } from '../io/cache.ts';
import type { Store } from '../io/db.ts';
import { type Budget, createBudget, hourOf } from '../io/github/budget.ts';
import { createGitHub, type GitHub } from '../io/github/client.ts';
import { createTokenStore, type TokenStore } from '../io/github/token.ts';
import { createKnownRoots } from '../io/known-roots.ts';
import { withRoom } from '../io/make-room.ts';
import { createRequestLog, type RequestLog } from '../io/request-log.ts';
import { createSettings, type SettingsStore } from '../io/settings.ts';
import { createSnapshotStore, type SnapshotStore } from '../io/snapshot.ts';
import { createSyncArea, type RawSyncArea } from '../io/sync-area.ts';
import { fail, type Result } from '../result.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { createNotices, type Notices, type Notifier } from './notices.ts';
import { createProjects, type Projects } from './projects.ts';
import { createReaderData, type ReaderDataCalls } from './reader-data.ts';
import { createRecent, type Recent } from './recent.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { createReports, type Reports } from './reports.ts';
import { createRoadmapReader, type RoadmapCase } from './roadmap.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { createSnapshotUpdates, type SnapshotUpdates, storedUpdate } from './snapshot-updates.ts';
import { createSync, type Sync } from './sync.ts';
import { createTokens, type Tokens } from './token.ts';
import { createWatchSweep } from './watch-sweep.ts';
import {
  type Corrections,
  createCorrections,
  createOwnProjects,
  createWatchlist,
  type OwnProjects,
  type Watchlist,
} from './watchlist.ts';

export interface World {
  env: Env;
  store: Store;
  /** Addresses of the shipped files. */
  registryUrl: string;
  /** Match patterns of the default reading sites. */
  readingSites: readonly string[];
  snapshotUrl: string;
  rootsUrl: string;
  /** Names this worker's life, for leases. */
  me: string;
  /** This is the only worker on the database: leases of others are a dead one's. */
  alone?: boolean;
  onJobs?(): void;
  /** A project was read in the background; `changes` are new and confirmed. */
  onRead?(projectId: string, changes: number): void;
  /** The browser's notifications; absent where there are none. */
  notifier?: Notifier;
  /** Quiet hours hold a notice back until then, Unix ms: an alarm should ask `notices.deliver` again. */
  onQuiet?(until: number): void;
  /** Minute of the reader's day at Unix ms, 0–1439; the machine's own time zone without it. */
  minute?(now: number): number;
  /** Whether the browser lets us ask a host for snapshot updates; absent: yes. */
  mayAsk?(host: string): Promise<boolean>;
  /** Another snapshot is in use. */
  onSnapshot?(): void;
  /** The browser's account storage; absent where there is none. */
  syncArea?: RawSyncArea;
  /** The account changed the watchlist here. */
  onSynced?(): void;
  /** ms; tests set 0. */
  retryBaseMs?: number;
}

export interface Services {
  env: Env;
  store: Store;
  cache: Cache;
  settings: SettingsStore;
  log: RequestLog;
  budget: Budget;
  tokenStore: TokenStore;
  tokens: Tokens;
  github: GitHub;
  scheduler: Scheduler;
  snapshot: SnapshotStore;
  projects: Projects;
  jobs: Jobs;
  roadmap: RoadmapCase;
  reports: Reports;
  /** For cards in private windows: the same figures, but nothing that was read there is written down. */
  privateReports: Reports;
  recent: Recent;
  watchlist: Watchlist;
  notices: Notices;
  sync: Sync;
  corrections: Corrections;
  own: OwnProjects;
  readerData: ReaderDataCalls;
  refresh: Refresh;
  updates: SnapshotUpdates;
  hasToken(): Promise<boolean>;
}

/** A store that keeps nothing: for private windows. */
export function nowhere(env: Env): Store {
  return {
    run: async () => fail('private-window', env.now()),
    close() {},
  };
}

const NO_NOTIFIER: Notifier = { allowed: async () => false, show: async () => false, standing: async () => [] };

/** Notices whose every delivery sets the alarm for what quiet hours hold back. */
function makeNotices(world: World, settings: SettingsStore, projects: Projects): Notices {
  const { env, store, minute, notifier = NO_NOTIFIER } = world;
  const notices = createNotices({ env, store, settings, projects, notifier, ...(minute ? { minute } : {}) });
  return {
    ...notices,
    async deliver() {
      const until = await notices.deliver();
      if (until !== null) world.onQuiet?.(until);
      return until;
    },
  };
}

/** Builds everything; nothing is opened, loaded or asked yet. */
export function createServices(world: World): Services {
  const { env } = world;
  const store = withRoom(world.store);
  const tokenStore = createTokenStore(store);
  const budget = createBudget(store);
  const hasToken = async () => (await tokenStore.current()) !== null;
  const gate = {
    async allowedAt(forReader: boolean, graphql: boolean) {
      await budget.load();
      return budget.allowedAt(env.now(), forReader, graphql ? 'points' : hourOf(await hasToken()));
    },
  };
  const scheduler = createScheduler(env, gate);
  const snapshot = createSnapshotStore(env, world.snapshotUrl, storedUpdate(store));
  const projects = createProjects(env, store, world.registryUrl, world.readingSites);
  const shared = { env, budget, scheduler, snapshot, projects, hasToken, roots: createKnownRoots(env, world.rootsUrl) };
  const side = (on: Store) => {
    const cache = createCache(on);
    const log = createRequestLog(on);
    const jobs = createJobs(env, on, world.me, world.alone);
    const github = createGitHub({
      env,
      log,
      budget,
      token: () => tokenStore.current(),
      onUnauthorized: (token) => void tokenStore.refused(token, env.now()),
      ...(world.retryBaseMs === undefined ? {} : { retryBaseMs: world.retryBaseMs }),
    });
    const roadmap = createRoadmapReader({ cache, env, store: on });
    const onJobs = world.onJobs ? { onJobs: world.onJobs } : {};
    const reports = createReports({ ...shared, store: on, cache, jobs, github, roadmap, ...onJobs });
    return { cache, log, jobs, github, roadmap, reports };
  };
  const main = side(store);
  const settings = createSettings(store);
  const notices = makeNotices(world, settings, projects);
  const watchlist = createWatchlist(env, store, () => void notices.deliver());
  const check = (
    token: string,
  ): Promise<Result<Awaited<ReturnType<GitHub['get']>> extends Result<infer A> ? A : never>> =>
    createGitHub({ env, log: main.log, budget, token: async () => token }).get('/rate_limit', {
      projectId: null,
      purpose: 'check of the token',
    });
  const onNew = async () => {
    budget.renew();
    await budget.save();
  };
  const refresh = createRefresh({
    env,
    store,
    jobs: main.jobs,
    reports: main.reports,
    watchlist,
    hasToken,
    sweep: createWatchSweep({ ...shared, ...main }),
    budget: async () => budget.note(env.now(), hourOf(await hasToken())),
    ...(world.onRead ? { onRead: world.onRead } : {}),
  });
  return {
    env,
    store,
    settings,
    budget,
    tokenStore,
    tokens: createTokens({ env, store, tokens: tokenStore, check, onNew }),
    scheduler,
    recent: createRecent(env, main.cache),
    snapshot,
    projects,
    ...main,
    privateReports: side(nowhere(env)).reports,
    watchlist,
    notices,
    sync: createSync({
      env,
      store,
      area: createSyncArea(env.now, world.syncArea),
      ...(world.onSynced ? { onChanged: world.onSynced } : {}),
    }),
    corrections: createCorrections(env, store),
    own: createOwnProjects(env, store),
    readerData: createReaderData(store),
    refresh,
    updates: createSnapshotUpdates({
      env,
      store,
      log: main.log,
      snapshot,
      mayAsk: world.mayAsk,
      onChanged: world.onSnapshot,
    }),
    hasToken,
  };
}
