import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot, MAX_SNAPSHOT_CHARS, parseSnapshot } from '../../../lib/domain/snapshot/decode.ts';
import { encodeSnapshot } from '../../../lib/domain/snapshot/encode.ts';
import { anySnapshot, sampleCode, sampleProject, sampleSnapshot } from './samples.ts';

const AT = 1_790_000_000_000;
const good = () => JSON.parse(encodeSnapshot(sampleSnapshot([sampleProject('a'), sampleProject('b')])));

describe('encodeSnapshot and parseSnapshot', () => {
  it('give back any snapshot as it was', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        expect(parseSnapshot(encodeSnapshot(snapshot), AT)).toEqual({ ok: true, value: snapshot });
      }),
      { numRuns: 60 },
    );
  });

  it('give the same bytes whatever the order of the projects, and after a round trip', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const text = encodeSnapshot(snapshot);
        expect(encodeSnapshot({ ...snapshot, projects: [...snapshot.projects].reverse() })).toBe(text);
        const again = parseSnapshot(text, AT);
        expect(again.ok && encodeSnapshot(again.value)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});

describe('parseSnapshot', () => {
  it.each([
    ['nothing', '', 'bad-shape'],
    ['a login page', '<!doctype html><title>Sign in</title>', 'bad-shape'],
    ['half a file', encodeSnapshot(sampleSnapshot([sampleProject('a')])).slice(0, 300), 'bad-shape'],
    ['null', 'null', 'bad-shape'],
    ['a list', '[]', 'bad-shape'],
    ['another format', JSON.stringify({ ...good(), format: 'other' }), 'bad-shape'],
    ['no version', JSON.stringify({ ...good(), version: '1' }), 'bad-shape'],
    ['a file for later readers', JSON.stringify({ ...good(), version: 9, needs: 9 }), 'too-new'],
    ['a file from before the first version', JSON.stringify({ ...good(), version: 0 }), 'too-old'],
    ['more than can be taken', ' '.repeat(MAX_SNAPSHOT_CHARS + 1), 'too-large'],
  ])('refuses %s', (_, text, kind) => {
    const parsed = parseSnapshot(text, AT);
    expect(parsed.ok ? 'ok' : parsed.failure.kind).toBe(kind);
    expect(parsed.ok ? 0 : parsed.failure.at).toBe(AT);
  });

  it('never throws and never takes what was changed into nonsense', () => {
    const text = encodeSnapshot(sampleSnapshot([sampleProject('a'), sampleProject('b')]));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.string({ maxLength: 4 }), (at, put) => {
        const parsed = parseSnapshot(text.slice(0, at) + put + text.slice(at + 1), AT);
        if (!parsed.ok) {
          expect(['bad-shape', 'too-new', 'too-old']).toContain(parsed.failure.kind);
          return;
        }
        // What still passes is a snapshot in every part: it can be written again.
        const again = parseSnapshot(encodeSnapshot(parsed.value), AT);
        expect(again.ok).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('decodeSnapshot', () => {
  type Columns = Record<string, unknown[]>;
  const poison: [string, (columns: Columns) => void][] = [
    ['an id that comes twice', (c) => (c.id = ['a', 'a'])],
    ['an id that is markup', (c) => (c.id = ['a', '<b>'])],
    ['a column that is too short', (c) => (c.commits365 as unknown[]).pop()],
    ['a column that is missing', (c) => delete c.asOf],
    ['a negative count', (c) => (c.c13 = [-1, 1])],
    ['a count that is no number', (c) => (c.left = ['1', 1])],
    ['a count beyond all commits', (c) => (c.commitsTotal = [1e12, 1])],
    ['a date beyond the century', (c) => (c.asOf = [9e9, 1])],
    ['a share above one', (c) => (c.topShare = [1.2, null])],
    ['a head that is no commit', (c) => (c.heads = [['a/b@zz'], ['a/b@zz']])],
    ['a head that is an address', (c) => (c.heads = [[`https://x/y@${'a'.repeat(40)}`], []])],
    ['a series of text', (c) => (c.developers = ['1.2.<script>', '1'])],
    ['series of different length', (c) => (c.developers = ['1.2.3', '1'])],
    ['more weeks than are kept', (c) => (c.developers = c.commits = [new Array(158).fill('1').join('.'), '1'])],
    ['a last week that is unknown', (c) => (c.developers = c.commits = ['1.', '1'])],
    ['a release day that is none', (c) => (c.releases = [['2026-13-45'], []])],
    ['hundreds of release days', (c) => (c.releases = [new Array(300).fill('2026-01-01'), []])],
    ['a roadmap with a wording', (c) => (c.roadmap = [{ title: 'x' }, null])],
  ];
  it.each(poison)('refuses %s', (_, spoil) => {
    const file = good();
    spoil(file.columns);
    const decoded = decodeSnapshot(file, AT);
    expect(decoded.ok ? 'ok' : decoded.failure.kind).toBe('bad-shape');
  });

  it('takes a file from a later version that says it still fits, and leaves out columns it does not know', () => {
    const file = good();
    file.version = 2;
    file.columns.mood = ['fine', 'fine'];
    const decoded = decodeSnapshot(file, AT);
    expect(decoded.ok && decoded.value.projects.map((project) => project.id)).toEqual(['a', 'b']);
    expect(decoded.ok && Object.keys(decoded.value.projects[0]?.code ?? {})).not.toContain('mood');
  });

  it('takes an older file without roadmaps as "not looked for"', () => {
    const decoded = decodeSnapshot(good(), AT);
    expect(decoded.ok && decoded.value.projects.every((project) => !('roadmap' in project))).toBe(true);
  });

  it('cannot reach the prototype of objects', () => {
    const text = encodeSnapshot(sampleSnapshot([sampleProject('a', sampleCode())]));
    const decoded = parseSnapshot(text.replace('"columns":{', '"columns":{"__proto__":{"polluted":[1]},'), AT);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(decoded.ok).toBe(true);
  });
});
