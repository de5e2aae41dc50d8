import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../lib/domain/roadmap/ledger.ts';
import { parseRoadmap } from '../../../lib/domain/roadmap/parse.ts';
import { deadlinesOf, promiseWays } from '../../../lib/domain/roadmap/promises.ts';

const version = (date: string, text: string, commit = `c${date}`) => {
  const parsed = parseRoadmap(text, 'markdown');
  if (!parsed.ok) throw new Error(parsed.failure.kind);
  return { date, items: parsed.value.items, ...(commit ? { commit } : { url: 'https://a.example/roadmap' }) };
};
const moves = ledgerOf([
  version('2025-10-01', '## Q4 2025\n- Main network launch\n## Q3 2025\n- Wallet for all phones'),
  version('2025-05-01', '## Q3 2025\n- Main network launch\n- Wallet for phones\n- Grants'),
  version('2025-01-01', '## Q2 2025\n- Main network launch\n- Wallet for phones\n- Grants'),
]);

describe('promiseWays', () => {
  it('returns each promise once with its moves in order, whatever it was called', () => {
    const ways = promiseWays(moves);
    expect(ways.map((way) => [way.title, way.moves.map((m) => m.kind)])).toEqual(
      expect.arrayContaining([
        ['Main network launch', ['moved-later', 'moved-later']],
        ['Grants', ['moved-later', 'removed']],
      ]),
    );
    expect(new Set(ways.map((way) => way.title)).size).toBe(ways.length);
    expect(ways.flatMap((way) => way.moves)).toHaveLength(moves.length);
  });
  it('keeps what stayed the same out, and what has no wording apart', () => {
    const blank = { ...moves[0], title: null, before: null, after: null } as (typeof moves)[number];
    expect(promiseWays([blank, blank, { ...blank, kind: 'same' }])).toHaveLength(2);
  });
  it('does not join a file’s promise with a page’s of the same words', () => {
    const page = ledgerOf([
      version('2025-09-01', '## Q1 2026\n- Main network launch', ''),
      version('2025-06-01', '## Q3 2025\n- Main network launch', ''),
    ]);
    const ways = promiseWays([...moves, ...page]).filter((way) => way.title === 'Main network launch');
    expect(ways.map((way) => way.moves.length).sort()).toEqual([1, 2]);
  });
});
describe('deadlinesOf', () => {
  it('returns the deadlines one after the other, each once', () => {
    const way = promiseWays(moves).find(({ title }) => title === 'Main network launch');
    expect(way && deadlinesOf(way)).toEqual(['2025-06-30', '2025-09-30', '2025-12-31']);
  });
});
