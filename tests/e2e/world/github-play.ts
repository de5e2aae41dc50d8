/** The same repositories for GraphQL: histories and releases from the fixtures; the questions of outsiders are made up. */
import { DAY_MS } from '../../../lib/domain/time.ts';
import type { PlayRepo, PlayThread } from '../../app/play-graphql.ts';
import { commitsSince, fixture } from './github-data.ts';

/** More than the 56 weeks that are asked for. */
const DAYS = 420;
/** Twelve questions, nine of them answered after two days: a share of .75. */
const QUESTIONS = { asked: 12, answered: 9, days: 2 };

interface Meta {
  id: number;
  full_name: string;
  created_at: string;
  pushed_at: string | null;
  archived: boolean;
  stargazers_count: number;
  parent?: { full_name: string };
}

function questions(now: number): PlayThread[] {
  return Array.from({ length: QUESTIONS.asked }, (_, i) => {
    const at = now - (45 + 3 * i) * DAY_MS;
    const reply = { at: at + QUESTIONS.days * DAY_MS, by: 'a-member', association: 'MEMBER' };
    return { at, by: 'a-reader', association: 'NONE', replies: i < QUESTIONS.answered ? [reply] : [] };
  });
}

const made = new Map<string, PlayRepo | undefined>();

/** The repository by owner/name, or undefined. */
export function playOf(name: string, now: number): PlayRepo | undefined {
  const key = `${name.toLowerCase()} ${Math.floor(now / DAY_MS)}`;
  if (!made.has(key)) made.set(key, make(name, now));
  return made.get(key);
}

function make(name: string, now: number): PlayRepo | undefined {
  const meta = fixture(name, 'repo', now) as Meta | undefined;
  if (!meta) return undefined;
  const releases = (fixture(name, 'releases', now) ?? []) as {
    tag_name: string;
    name: string | null;
    published_at: string;
  }[];
  const contents = (fixture(name, 'contents', now) ?? []) as { path: string; type: string }[];
  return {
    ...{ id: meta.id, name: meta.full_name, createdAt: meta.created_at, pushedAt: meta.pushed_at },
    ...{ archived: meta.archived, stars: meta.stargazers_count, ...(meta.parent && { parent: meta.parent.full_name }) },
    commits: commitsSince(name, now - DAYS * DAY_MS, now).map(({ sha, commit, author }) => ({
      oid: sha,
      at: Date.parse(commit.committer.date),
      author: { id: author.id, login: author.login },
      headline: commit.message,
    })),
    releases: releases.map((r) => ({ tag: r.tag_name, at: r.published_at, ...(r.name && { name: r.name }) })),
    files: Object.fromEntries(contents.filter(({ type }) => type === 'file').map(({ path }) => [path, path])),
    threads: questions(now),
  };
}
