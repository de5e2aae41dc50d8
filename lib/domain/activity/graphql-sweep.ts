/** The daily sweep with a token: which of many repositories were pushed to, renamed, archived or lost since they were read. */
import * as v from 'valibot';
import { ok, type Result } from '../../result.ts';
import { type GraphQLQuestion, named, type Piece, questionOf } from './graphql-pieces.ts';
import { AnswerShape } from './graphql-shape.ts';
import { check, Instant, type Origin } from './parse-base.ts';
import type { RepoMeta } from './repo-facts.ts';

/**
 * Repositories per query. They are looked up by name, without any list, so that one query stays a point; fifty keep the
 * query's text under 10 kB and a fault's damage small.
 */
export const SWEEP_REPOS = 50;

const FIELDS = '{ databaseId nameWithOwner pushedAt isArchived isDisabled }';

/** Aliases `p0`, `p1` … in the order of `repos`; further ones are left out. */
export function sweepQuery(repos: readonly string[]): GraphQLQuestion {
  const pieces = repos.slice(0, SWEEP_REPOS).map((repo, i): Piece => {
    const { declared, variables, at } = named('p', i, repo);
    return { declared, variables, fields: [`p${i}: ${at} ${FIELDS}`], fragments: [] };
  });
  return questionOf('sweep', pieces);
}

const Swept = v.object({
  databaseId: v.number(),
  nameWithOwner: v.string(),
  pushedAt: v.nullish(Instant),
  isArchived: v.boolean(),
  isDisabled: v.boolean(),
});
export type SweptRepo = Pick<RepoMeta, 'id' | 'fullName' | 'pushedAt' | 'archived' | 'disabled'>;

/** Per repository its state; undefined where it was not given: then it is read to see why. */
export function parseSweep(json: unknown, origin: Origin, repos: readonly string[]): Result<(SweptRepo | undefined)[]> {
  const answer = check(AnswerShape, json, origin);
  if (!answer.ok) return answer;
  const { data } = answer.value;
  return ok(
    repos.map((_, i) => {
      const node = v.safeParse(Swept, data?.[`p${i}`]);
      if (!node.success) return undefined;
      const { databaseId: id, nameWithOwner: fullName, pushedAt, isArchived, isDisabled } = node.output;
      return { id, fullName, pushedAt: pushedAt ?? null, archived: isArchived, disabled: isDisabled };
    }),
  );
}

/** Whether the stored state still holds: then no part that follows from pushes has changed. */
export function isUnchanged(stored: RepoMeta, swept: SweptRepo): boolean {
  return (
    stored.id === swept.id &&
    stored.fullName === swept.fullName &&
    stored.pushedAt === swept.pushedAt &&
    stored.archived === swept.archived &&
    stored.disabled === swept.disabled
  );
}
