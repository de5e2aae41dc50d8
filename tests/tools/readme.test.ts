import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROADMAP_SIGNAL_IDS } from '../../lib/domain/signal.ts';
import { markdownTable, replaceBetween } from '../../lib/tools/readme/replace-between.ts';
import { PARTS, withTables } from '../../lib/tools/readme/tables.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

describe('replaceBetween', () => {
  it('replaces what stands between the markers and leaves the rest', () => {
    const text = 'a\n<!-- x:start -->\nold\n<!-- x:end -->\nb';
    expect(replaceBetween(text, 'x', 'new')).toBe('a\n<!-- x:start -->\n\nnew\n\n<!-- x:end -->\nb');
  });
  it('changes nothing the second time', () => {
    const once = replaceBetween('<!-- x:start --><!-- x:end -->', 'x', 'new') as string;
    expect(replaceBetween(once, 'x', 'new')).toBe(once);
  });
  it.each(['', '<!-- x:start -->', '<!-- x:end --><!-- x:start -->', '<!-- y:start --><!-- y:end -->'])(
    'returns undefined when the markers of %j are not a pair',
    (text) => {
      expect(replaceBetween(text, 'x', 'new')).toBeUndefined();
    },
  );
});

describe('markdownTable', () => {
  it('makes bars and line breaks in cells harmless', () => {
    expect(markdownTable(['a', 'b'], [['x|y', 'one\ntwo']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | one two |');
  });
});

describe('README', () => {
  it('holds the generated tables; if this fails, run: npm run readme', () => {
    const { text, missing } = withTables(README);
    expect(missing).toEqual([]);
    expect(README).toBe(text);
  });
  it('names every signal', () => {
    const table = PARTS.signals?.() ?? '';
    expect(table.split('\n')).toHaveLength(2 + 23);
  });
  it('names every criterion and figure of a roadmap', () => {
    const table = PARTS.criteria?.() ?? '';
    for (const id of [...ROADMAP_SIGNAL_IDS, 'roadmap-verdict']) expect(table).toContain(`\`${id}\``);
  });
});
