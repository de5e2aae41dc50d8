/** Plays api.github.com: every answer fits GitHub's own description, a question nobody foresaw is written down. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { playGraphQL } from '../../app/play-graphql.ts';
import { commitsSince, fixture } from './github-data.ts';
import { playOf } from './github-play.ts';
import { entryOf, historyOf, type RoadmapFile, textAt } from './roadmaps.ts';
import { complaint } from './schema.ts';

type Answer = (match: RegExpMatchArray, query: URLSearchParams, now: number) => unknown;

/** [address, its name in the description, answer]; undefined is a 404. */
const ENDPOINTS: [RegExp, string, Answer][] = [
  [/^\/repos\/([^/]+\/[^/]+)$/, '/repos/{owner}/{repo}', ([, repo], _q, now) => fixture(repo as string, 'repo', now)],
  [
    /^\/repos\/([^/]+\/[^/]+)\/stats\/contributors$/,
    '/repos/{owner}/{repo}/stats/contributors',
    ([, repo], _q, now) => fixture(repo as string, 'stats-contributors', now),
  ],
  [
    /^\/repos\/([^/]+\/[^/]+)\/stats\/participation$/,
    '/repos/{owner}/{repo}/stats/participation',
    ([, repo], _q, now) => fixture(repo as string, 'stats-participation', now),
  ],
  [
    /^\/repos\/([^/]+\/[^/]+)\/releases$/,
    '/repos/{owner}/{repo}/releases',
    ([, repo], _q, now) => fixture(repo as string, 'releases', now),
  ],
  [
    /^\/repos\/([^/]+\/[^/]+)\/tags$/,
    '/repos/{owner}/{repo}/tags',
    ([, repo], _q, now) => fixture(repo as string, 'tags', now),
  ],
  [
    /^\/repos\/([^/]+\/[^/]+)\/milestones$/,
    '/repos/{owner}/{repo}/milestones',
    ([, repo], _q, now) => fixture(repo as string, 'repo', now) && [],
  ],
  [
    /^\/repos\/([^/]+\/[^/]+)\/commits$/,
    '/repos/{owner}/{repo}/commits',
    ([, repo], query, now) => {
      if (!fixture(repo as string, 'repo', now)) return undefined;
      // The history of a path: no file of these repositories is a roadmap.
      if (query.get('path')) return [];
      return commitsSince(repo as string, Date.parse(query.get('since') ?? '1970-01-01'), now);
    },
  ],
  [
    /^\/repos\/([^/]+\/[^/]+)\/contents\/?$/,
    '/repos/{owner}/{repo}/contents/{path}',
    ([, repo], _q, now) => fixture(repo as string, 'contents', now),
  ],
  [/^\/repos\/([^/]+\/[^/]+)\/contents\/.+$/, '/repos/{owner}/{repo}/contents/{path}', () => undefined],
  [
    /^\/rate_limit$/,
    '/rate_limit',
    () => {
      const rate = { limit: TOKEN_HOUR, remaining: TOKEN_HOUR - 10, reset: 1_900_000_000, used: 10 };
      return { resources: { core: rate, graphql: rate, search: rate }, rate };
    },
  ],
  [/^\/orgs\/([^/]+)\/repos$/, '/orgs/{org}/repos', () => undefined],
  [/^\/users\/([^/]+)\/repos$/, '/users/{username}/repos', () => undefined],
];

/** GitHub's headers that a script on another origin may read, as GitHub sends them. */
const COMMON = {
  'content-type': 'application/json; charset=utf-8',
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes',
};

export interface GitHubPlay {
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** Questions without an endpoint, and answers that don't fit the description: both must stay empty. */
  complaints: string[];
  /** Requests left in this hour, counted as GitHub does without a token. */
  remaining: number;
  /** The token that is good; any other is refused. */
  token: string | null;
  /** Addresses that were asked with a token, and what was asked by GraphQL, in order. */
  withToken: string[];
  questions: string[];
  /** Repository → its roadmap file; the fixtures themselves have none. */
  roadmaps: Map<string, RoadmapFile>;
  /** True for the time-out of a test: nothing but 404 is known of these. */
  now(): number;
}

function paged(list: unknown[], url: URL): { body: unknown[]; link?: string } {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(list.length / size));
  const to = (n: number) => {
    const next = new URL(url);
    next.searchParams.set('page', String(n));
    return next.href;
  };
  const links = page < last ? [`<${to(page + 1)}>; rel="next"`, `<${to(last)}>; rel="last"`] : [];
  return { body: list.slice((page - 1) * size, page * size), ...(links.length > 0 && { link: links.join(', ') }) };
}

/** Requests an hour, and points, with a token. */
const TOKEN_HOUR = 5000;

/** Answers a GraphQL question over GitHub's own schema; what the schema does not allow is a complaint. */
function answerGraphQL(play: GitHubPlay, req: IncomingMessage, res: ServerResponse): void {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const question = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Parameters<typeof playGraphQL>[1];
    play.questions.push(question.query);
    const resetAt = new Date(play.now() + 3_000_000).toISOString();
    const rate = { limit: TOKEN_HOUR, remaining: TOKEN_HOUR - play.questions.length, resetAt };
    const answer = playGraphQL((name) => playOf(name, play.now()), question, rate);
    for (const error of answer.errors ?? [])
      if (error.type !== 'NOT_FOUND') play.complaints.push(`GraphQL: ${error.message}`);
    res.writeHead(200, {
      ...COMMON,
      'x-ratelimit-limit': String(rate.limit),
      'x-ratelimit-remaining': String(rate.remaining),
      'x-ratelimit-resource': 'graphql',
      'x-ratelimit-reset': String(Math.floor(play.now() / 1000) + 3000),
    });
    res.end(JSON.stringify(answer));
  });
}

/** A repository's answer with its roadmap file in it: in the root's listing, and as the history of its path. */
function withRoadmap(known: unknown, repo: string, file: RoadmapFile, url: URL, now: number): unknown {
  if (/\/contents\/?$/.test(url.pathname)) return [entryOf(repo, file), ...((known as unknown[]) ?? [])];
  if (url.searchParams.get('path') === file.path) return historyOf(repo, file, now);
  return known;
}

/** A GitHub of our own for one test file. */
export function playGitHub(): GitHubPlay {
  const play: GitHubPlay = {
    complaints: [],
    remaining: 60,
    token: null,
    withToken: [],
    questions: [],
    roadmaps: new Map(),
    now: () => Date.now(),
    handle(req, res) {
      if (req.method === 'OPTIONS') {
        res
          .writeHead(204, {
            ...COMMON,
            'access-control-allow-headers': '*, Authorization, Content-Type, If-None-Match, X-GitHub-Api-Version',
            'access-control-allow-methods': 'GET, POST',
          })
          .end();
        return;
      }
      const url = new URL(`https://api.github.com${req.url}`);
      const { authorization } = req.headers;
      if (authorization !== undefined) play.withToken.push(`${req.headers.host}${req.url}`);
      if (authorization !== undefined && authorization !== `Bearer ${play.token}`) {
        res.writeHead(401, COMMON).end(JSON.stringify({ message: 'Bad credentials' }));
        return;
      }
      if (req.method === 'POST' && url.pathname === '/graphql' && authorization !== undefined) {
        answerGraphQL(play, req, res);
        return;
      }
      const bare = authorization === undefined;
      if (bare) play.remaining = Math.max(0, play.remaining - 1);
      const left = bare ? play.remaining : TOKEN_HOUR - play.withToken.length;
      const limit = bare ? 60 : TOKEN_HOUR;
      const limits = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(left),
        'x-ratelimit-used': String(limit - left),
        'x-ratelimit-resource': 'core',
        'x-ratelimit-reset': String(Math.floor(play.now() / 1000) + 3000),
      };
      const [, owner, name, kind, ...rest] = url.pathname.split('/').filter(Boolean);
      const file = play.roadmaps.get(`${owner}/${name}`);
      if (file && kind === 'contents' && rest.join('/') === file.path) {
        // Asked for raw: text, which the description has no schema for.
        res.writeHead(200, { ...COMMON, ...limits, 'content-type': 'application/vnd.github.raw+json; charset=utf-8' });
        res.end(textAt(file, url.searchParams.get('ref')));
        return;
      }
      const row = ENDPOINTS.find(([pattern]) => pattern.test(url.pathname));
      if (!row || req.method !== 'GET') play.complaints.push(`unknown: ${req.method} ${req.url}`);
      const known = row?.[2](url.pathname.match(row[0]) as RegExpMatchArray, url.searchParams, play.now());
      const found = file ? withRoadmap(known, `${owner}/${name}`, file, url, play.now()) : known;
      if (!row || found === undefined) {
        res.writeHead(404, { ...COMMON, ...limits });
        res.end(
          JSON.stringify({ message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' }),
        );
        return;
      }
      const { body, link } =
        Array.isArray(found) && !url.pathname.includes('/stats/')
          ? paged(found, url)
          : { body: found, link: undefined };
      const wrong = complaint(row[1], body);
      if (wrong) play.complaints.push(wrong);
      const text = JSON.stringify(body);
      const etag = `W/"${createHash('sha1').update(text).digest('hex')}"`;
      if (req.headers['if-none-match'] === etag) {
        res.writeHead(304, { ...COMMON, ...limits, etag }).end();
        return;
      }
      res.writeHead(200, { ...COMMON, ...limits, etag, ...(link && { link }) });
      res.end(text);
    },
  };
  return play;
}
