import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLooks } from '../../../lib/domain/activity/graphql-look.ts';

describe('parseLooks', () => {
  const looks = [
    { repo: 'a/b', path: 'ROADMAP.md', text: true, history: true },
    { repo: 'a/b', path: 'old.md', text: false, history: true },
  ];
  const nodes = [{ oid: 'c1', committedDate: '2025-01-02T00:00:00Z' }, null];
  const branch = { target: { history: { nodes } } };
  it('reads text, content id and commits', () => {
    const f0 = { object: { oid: 'b', text: '# R', isTruncated: false }, defaultBranchRef: branch };
    expect(parseLooks({ data: { f0, f1: { defaultBranchRef: branch } } }, looks)).toEqual([
      { text: '# R', blob: 'b', commits: [{ sha: 'c1', at: Date.UTC(2025, 0, 2) }] },
      { commits: [{ sha: 'c1', at: Date.UTC(2025, 0, 2) }] },
    ]);
  });
  it.each([
    ['no such file', { object: null }, { text: null }],
    ['a folder', { object: {} }, { text: null }],
    ['a cut text', { object: { oid: 'b', text: 'x', isTruncated: true } }, {}],
    ['no text at all', { object: { oid: 'b', text: null } }, {}],
    ['nothing', null, {}],
    ['a wrong shape', { object: 5 }, {}],
  ])('of %s says so', (_, f0, seen) => {
    expect(parseLooks({ data: { f0 } }, looks)[0]).toEqual(seen);
  });
  it('says nothing of a look that failed', () => {
    const f0 = { object: null, defaultBranchRef: branch };
    expect(parseLooks({ data: { f0 }, errors: [{ type: 'X', path: ['f0', 'object'] }] }, looks)[0]).toEqual({});
  });
  it('never throws on any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (f0) => parseLooks({ data: { f0 } }, looks).length === 2));
  });
});
