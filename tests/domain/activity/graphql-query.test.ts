import { schema as published } from '@octokit/graphql-schema';
import { buildSchema, parse, type SelectionSetNode, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { lookPieces } from '../../../lib/domain/activity/graphql-look.ts';
import { questionOf } from '../../../lib/domain/activity/graphql-pieces.ts';
import { historyPieces, MAX_QUERY_REPOS, repoQuery } from '../../../lib/domain/activity/graphql-query.ts';
import { SWEEP_REPOS, sweepQuery } from '../../../lib/domain/activity/graphql-sweep.ts';
import { T } from './facts.ts';
import { since } from './graphql-answers.ts';

/**
 * Points that a query costs: GitHub counts each connection as often as its parents' pages are large, and divides by 100.
 */
function pointsOf(query: string): number {
  const document = parse(query);
  const fragments = new Map(
    document.definitions.flatMap((part) =>
      part.kind === 'FragmentDefinition' ? [[part.name.value, part] as const] : [],
    ),
  );
  const connections = (set: SelectionSetNode | undefined, parents: number): number =>
    (set?.selections ?? []).reduce((sum, node) => {
      if (node.kind === 'FragmentSpread')
        return sum + connections(fragments.get(node.name.value)?.selectionSet, parents);
      if (node.kind === 'InlineFragment') return sum + connections(node.selectionSet, parents);
      const first = node.arguments?.find(({ name }) => name.value === 'first')?.value;
      if (first?.kind !== 'IntValue') return sum + connections(node.selectionSet, parents);
      return sum + parents + connections(node.selectionSet, parents * Number(first.value));
    }, 0);
  const asked = document.definitions.find((part) => part.kind === 'OperationDefinition');
  return Math.max(1, Math.round(connections(asked?.selectionSet, 1) / 100));
}

// The published schema defines two fields twice, so its own validity is assumed.
const schema = buildSchema(published.idl, { assumeValid: true, assumeValidSDL: true });

describe('repoQuery', () => {
  const names = Array.from({ length: 12 }, (_, i) => `o/r${i}`);

  it.each([
    ['repoQuery', repoQuery(names, T, since)],
    [
      'historyPieces with looks at files',
      questionOf('more', [
        ...historyPieces(
          names.map((repo) => ({ repo, after: 'c' })),
          since,
        ),
        ...lookPieces([
          { repo: 'a/b', path: 'ROADMAP.md', text: true, history: true },
          { repo: 'a/b', path: 'x', ref: 'abc', text: true, history: false },
          { repo: 'a/b', path: 'y', text: false, history: true },
        ]),
      ]),
    ],
    ['repoQuery with owners', repoQuery(names, T, since, ['o', 'p'])],
  ])('%s is valid by GitHub’s schema, for ten repositories at most', (_name, { query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    expect(variables).toHaveProperty('o9', 'o');
    expect(variables).not.toHaveProperty('o10');
    expect(query).not.toContain('r10:');
  });
  it('puts names into variables, never into the text', () => {
    const { query, variables } = repoQuery(['o"){x}/n'], T, since);
    expect(query).not.toContain('{x}');
    expect(variables.o0).toBe('o"){x}');
  });
  it('asks for the questions of [T − 120 d, T − 30 d)', () => {
    expect(repoQuery(['a/b'], T, since).variables.q0).toBe(
      'repo:a/b created:2025-08-30T00:00:00Z..2025-11-27T23:59:59Z sort:created-asc',
    );
  });
  it.each([
    [1, 2],
    [MAX_QUERY_REPOS, 20],
  ])('for %i repositories costs at most %i points', (n, points) => {
    expect(pointsOf(repoQuery(Array(n).fill('a/b'), T, since).query)).toBeLessThanOrEqual(points);
  });
});

describe('sweepQuery', () => {
  it('is valid by GitHub’s schema, for fifty repositories at most', () => {
    const names = Array.from({ length: 60 }, (_, i) => `o/r${i}`);
    const { query, variables } = sweepQuery(names);
    expect(validate(schema, parse(query))).toEqual([]);
    expect(variables).toHaveProperty(`pn${SWEEP_REPOS - 1}`);
    expect(variables).not.toHaveProperty(`pn${SWEEP_REPOS}`);
    expect(query.length).toBeLessThan(10_000);
  });
});
