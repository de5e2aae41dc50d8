/** A world without network, clock or disk for tests of the background: a virtual clock, a fetch that plays GitHub, fake IndexedDB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createServices, type Services, type World } from '../../lib/app/services.ts';
import { encodeRegistry } from '../../lib/domain/registry/format.ts';
import type { Project } from '../../lib/domain/registry/project.ts';
import { encodeSnapshot } from '../../lib/domain/snapshot/encode.ts';
import type { SnapshotProject } from '../../lib/domain/snapshot/format.ts';
import { DAY_S, WEEK_S } from '../../lib/domain/time.ts';
import type { Env } from '../../lib/env.ts';
import { createStore, type Store } from '../../lib/io/db.ts';
import { turn } from '../turn.ts';
import { type PlayRepo, playGraphQL } from './play-graphql.ts';

/** A Wednesday, 12:00 UTC. */
export const NOW = Date.UTC(2026, 5, 17, 12);

export interface Clock extends Env {
  at: number;
  /** Requests to hosts, oldest first; the extension's own files are not among them. */
  asked: { url: string; init: RequestInit }[];
  /** The host hangs: the request's own limit of 30 s runs out. */
  hang(): void;
}
export type Host = (url: URL, init: RequestInit, nth: number) => Response | Promise<Response>;

export function project(id: string, more: Partial<Project> = {}): Project {
  return {
    id,
    name: id[0]?.toUpperCase() + id.slice(1),
    aliases: [],
    nameClass: 'U',
    domains: [`${id}.example`],
    repos: [`${id}/core`],
    orgs: [],
    sectors: ['defi'],
    slugs: {},
    sources: ['test'],
    ...more,
  };
}

/** A wait as long as a request's limit is one: it ends by `hang` alone. Shorter ones are sat out in no time. */
const REQUEST_LIMIT = 30_000;

/** The clock and the network. Virtual time passes only by waiting, by hanging and by setting `at`. */
export function makeEnv(host: Host, files: Record<string, string>): Clock {
  const limits = new Set<() => void>();
  const clock: Clock = {
    at: NOW,
    asked: [],
    now: () => clock.at,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (ms < REQUEST_LIMIT) {
          clock.at += ms;
          void turn().then(resolve);
          return;
        }
        limits.add(resolve);
        signal?.addEventListener('abort', () => {
          limits.delete(resolve);
          reject(signal.reason);
        });
      }),
    hang() {
      void turn().then(() => {
        clock.at += REQUEST_LIMIT;
        for (const end of limits) end();
        limits.clear();
      });
    },
    async fetch(input, init = {}) {
      const file = files[input];
      if (file !== undefined) return new Response(file);
      clock.asked.push({ url: input, init });
      return host(new URL(input), init, clock.asked.length);
    },
  };
  return clock;
}

export interface TestWorld {
  env: Clock;
  store: Store;
  services: Services;
  idb: IDBFactory;
  /** A worker born on the same disk, at the same time. */
  reborn(alone?: boolean, more?: Partial<World>): Services;
}

export interface WorldOptions {
  host?: Host;
  projects?: Project[];
  snapshot?: SnapshotProject[];
  idb?: IDBFactory;
  wrapStore?(store: Store): Store;
  wrapEnv?(env: Clock): Env;
  /** Further parts of the outside world. */
  more?: Partial<World>;
}

let lives = 0;
export function makeWorld(options: WorldOptions = {}): TestWorld {
  const idb = options.idb ?? new IDBFactory();
  const files = {
    'ext:/registry.json': encodeRegistry(options.projects ?? [project('alpha'), project('beta'), project('gamma')]),
    'ext:/snapshot.json': encodeSnapshot({ origin: 'git', projects: options.snapshot ?? [] }),
    'ext:/known-roots.txt': readFileSync(join(import.meta.dirname, '../../public/data/known-roots.txt'), 'utf8'),
  };
  const env = makeEnv(options.host ?? github(), files);
  const bare = createStore({ now: env.now, indexedDB: idb, IDBKeyRange, openMs: 200 });
  const store = options.wrapStore?.(bare) ?? bare;
  const make = (on: Store, alone = false, outside: Env = env, more = options.more) =>
    createServices({
      env: outside,
      alone,
      store: on,
      readingSites: [],
      registryUrl: 'ext:/registry.json',
      snapshotUrl: 'ext:/snapshot.json',
      rootsUrl: 'ext:/known-roots.txt',
      me: `worker ${++lives}`,
      retryBaseMs: 0,
      ...more,
    });
  const reborn = (alone = false, more = options.more) =>
    make(createStore({ now: env.now, indexedDB: idb, IDBKeyRange, openMs: 200 }), alone, env, more);
  return { env, store, idb, services: make(store, false, options.wrapEnv?.(env) ?? env), reborn };
}

export const json = (body: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

export const repoAnswer = (repo: string, more: Record<string, unknown> = {}) => ({
  id: [...repo].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 1_000_000,
  full_name: repo,
  owner: { id: 7 },
  created_at: '2020-01-01T00:00:00Z',
  pushed_at: '2026-06-16T00:00:00Z',
  archived: false,
  disabled: false,
  fork: false,
  mirror_url: null,
  default_branch: 'main',
  size: 10,
  stargazers_count: 5,
  ...more,
});

/** `authors` people who each commit once a week over `weeks` weeks up to the last Sunday before `now`. */
export function contributorsAnswer(authors: number, weeks = 160, now = NOW): unknown {
  const last = Math.floor((now / 1000 - 3 * DAY_S) / WEEK_S) * WEEK_S + 3 * DAY_S - WEEK_S;
  const list = Array.from({ length: weeks }, (_, i) => ({ w: last - (weeks - 1 - i) * WEEK_S, a: 1, d: 0, c: 1 }));
  return Array.from({ length: authors }, (_, i) => ({
    author: { id: 100 + i, login: `u${i}`, type: 'User' },
    total: weeks,
    weeks: list,
  }));
}

export const LIMITS = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '50', 'x-ratelimit-resource': 'core' };

/** The people of `contributorsAnswer` as commits: `authors` who each commit once a week over `weeks` weeks. */
export function playRepo(name: string, more: Partial<PlayRepo> = {}, authors = 12, weeks = 160): PlayRepo {
  const { id, created_at, pushed_at } = repoAnswer(name);
  const t = Math.floor((NOW / 1000 - 3 * DAY_S) / WEEK_S) * WEEK_S + 3 * DAY_S;
  const commits = Array.from({ length: weeks * authors }, (_, n) => {
    const [week, i] = [Math.floor(n / authors), n % authors];
    const at = (t - (week + 1) * WEEK_S + 3 * DAY_S - i * 3600) * 1000;
    const oid = `${id.toString(16)}a${week.toString(16)}b${i.toString(16)}`.padStart(40, '0');
    return { oid, at, author: { id: 100 + i, login: `u${i}` } };
  });
  const releases = [{ tag: 'v1.0.0', at: '2026-05-01T00:00:00Z' }];
  return { id, name, createdAt: created_at, pushedAt: pushed_at, commits, releases, ...more };
}
/** Repositories named "roadmap" are there only where a test says so. */
export const playCore = (name: string) => (name.endsWith('/roadmap') ? undefined : playRepo(name));

/** The first commit of every repository here. */
const ROOT = '7'.repeat(40);

/** GitHub as the plan meets it on a good day; `over` answers first where it wants to; `play` knows what GraphQL is asked. */
export function github(
  over: (url: URL, init: RequestInit, nth: number) => Response | Promise<Response> | undefined = () => undefined,
  play: (name: string) => PlayRepo | undefined = playCore,
): Host {
  return async (url, init, nth) => {
    const special = await over(url, init, nth);
    if (special) return special;
    if (url.pathname === '/graphql') {
      const question = JSON.parse(String(init.body)) as { query: string; variables: Record<string, unknown> };
      return json(playGraphQL(play, question), { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '4990' });
    }
    const reset = String(NOW / 1000 + 1800);
    const headers = { ...LIMITS, 'x-ratelimit-reset': reset, etag: `"${url.pathname}"` };
    if (new Headers(init.headers).get('if-none-match') === headers.etag)
      return new Response(null, { status: 304, headers });
    const repo = /^\/repos\/([^/]+\/[^/]+)$/.exec(url.pathname)?.[1];
    if (repo) return json(repoAnswer(repo), headers);
    if (url.pathname.endsWith('/stats/contributors')) return json(contributorsAnswer(12), headers);
    if (url.pathname.endsWith('/stats/participation'))
      return json({ all: Array(52).fill(9), owner: Array(52).fill(0) }, headers);
    if (url.pathname.endsWith('/releases')) {
      return json(
        [{ tag_name: 'v1.0.0', draft: false, prerelease: false, published_at: '2026-05-01T00:00:00Z' }],
        headers,
      );
    }
    // Single commits, for the first one of all.
    if (url.searchParams.get('per_page') === '1') return json([{ sha: ROOT }], headers);
    if (url.pathname.endsWith('/commits')) return json([], headers);
    if (url.pathname.endsWith('/milestones')) return json([], headers);
    if (url.pathname === '/rate_limit') return json({ resources: { core: { limit: 5000, remaining: 4990 } } }, headers);
    return json({ message: 'Not Found' }, headers, 404);
  };
}
