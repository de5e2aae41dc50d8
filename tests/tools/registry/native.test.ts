import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeRegistry } from '../../../lib/domain/registry/format.ts';
import { OUTPUT_FILE } from '../../../lib/tools/registry/files.ts';
import { BEST_KNOWN, NATIVE, type NativeTag } from '../../../lib/tools/registry/hand/native.ts';
import { lintNative } from '../../../lib/tools/registry/lint-native.ts';

const decoded = decodeRegistry(JSON.parse(readFileSync(OUTPUT_FILE, 'utf8')));
if (!decoded.ok) throw new Error(decoded.failure.detail);
const projects = decoded.value;
const tags = Object.keys(NATIVE) as NativeTag[];

describe('lintNative', () => {
  it('finds no fault in the tables, which answer for 150 projects in six languages', () => {
    expect([new Set(BEST_KNOWN).size, tags.length]).toEqual([150, 6]);
    expect(lintNative(projects)).toEqual([]);
  });

  it.each<[string, NativeTag, string, string[]]>([
    ['two projects have one native name', 'ko', 'ethereum', ['비트코인']],
    ['two projects have one native name', 'fa', 'ethereum', ['بيتكوين']],
    ['a native name stands twice', 'fa', 'ethereum', ['آتریوم', 'اتریوم']],
    ['a native name is too short', 'ja', 'ethereum', ['イ']],
    ['a native name is in other letters', 'ru', 'ethereum', ['Ethereum']],
    ['three Arabic letters are a word, too', 'fa', 'ethereum', ['اتر']],
    ['a native name holds stray marks', 'fa', 'ethereum', ['اتر\u200cیوم']],
    ['a native name of no project', 'zh', 'nobody-at-all', ['无名币']],
  ])('finds: %s (%s %s %j)', (rule, tag, id, forms) => {
    const table = new Map(NATIVE[tag]).set(
      id,
      forms.map((form) => ({ form, isWord: false })),
    );
    expect(lintNative(projects, BEST_KNOWN, { ...NATIVE, [tag]: table }).map((finding) => finding.rule)).toContain(
      rule,
    );
  });

  it('finds a best-known project that a language says nothing of', () => {
    const ru = new Map([...NATIVE.ru].filter(([id]) => id !== 'bitcoin'));
    expect(lintNative(projects, BEST_KNOWN, { ...NATIVE, ru })).toMatchObject([{ id: 'bitcoin', what: 'ru' }]);
  });

  it('has each form in the shipped registry, in its language or in another of the same letters', () => {
    const byId = new Map(projects.map(({ id, native = {} }) => [id, Object.values(native).length]));
    const bare = BEST_KNOWN.filter((id) => tags.some((tag) => NATIVE[tag].get(id)?.length) && !byId.get(id));
    expect(bare).toEqual([]);
  });
});
