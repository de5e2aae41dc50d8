import { describe, expect, it } from 'vitest';
import { isUnchanged, parseSweep } from '../../../lib/domain/activity/graphql-sweep.ts';
import { parseGraphQLRepos } from '../../../lib/domain/activity/parse-graphql.ts';
import { value } from './facts.ts';
import { asked, good, origin } from './graphql-answers.ts';

describe('parseSweep', () => {
  const node = {
    databaseId: 7,
    nameWithOwner: 'a/b',
    pushedAt: '2025-12-02T10:00:00Z',
    isArchived: false,
    isDisabled: false,
  };
  const meta = value(parseGraphQLRepos(good, origin, asked)).repos[0]?.facts.meta?.value;
  it('gives the state of each, undefined where it is missing', () => {
    const swept = value(parseSweep({ data: { p0: node, p1: null } }, origin, ['a/b', 'c/d']));
    expect(swept[1]).toBeUndefined();
    if (!meta || !swept[0]) throw new Error('nothing read');
    expect(isUnchanged(meta, swept[0])).toBe(true);
  });
  it.each([
    { pushedAt: '2025-12-03T10:00:00Z' },
    { pushedAt: null },
    { nameWithOwner: 'new/b' },
    { databaseId: 8 },
    { isArchived: true },
    { isDisabled: true },
  ])('sees a change to %j', (change) => {
    const [swept] = value(parseSweep({ data: { p0: { ...node, ...change } } }, origin, ['a/b']));
    if (!meta || !swept) throw new Error('nothing read');
    expect(isUnchanged(meta, swept)).toBe(false);
  });
});
