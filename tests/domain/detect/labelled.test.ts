import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectsIn, SHARED, shownOn } from './setup.ts';

interface Row {
  id: string;
  text: string;
  expect: string[];
}
const table = join(SHARED, 'data', 'registry', 'ambiguity.json');
const article = join(SHARED, 'data', 'articles', 'gate-post-ar.txt');
const isThere = existsSync(table) && existsSync(article);

describe('the labelled material', () => {
  it('is there, or is said to be left out', () => {
    if (!isThere) console.log('left out: the labelled sentences and the article, which lie outside the repository');
    expect(isThere || !existsSync(table) || !existsSync(article)).toBe(true);
  });

  it.runIf(isThere)('gives exactly the expected projects for each of the sentences', () => {
    const rows = JSON.parse(readFileSync(table, 'utf8')).sentences as Row[];
    expect(rows.length).toBe(40);
    const found = rows.map((row) => ({ id: row.id, expect: projectsIn(row.text) }));
    expect(found).toEqual(rows.map((row) => ({ id: row.id, expect: [...row.expect].sort() })));
  });

  it.runIf(isThere)('finds the three ideas and no project in the Arabic article', () => {
    const text = readFileSync(article, 'utf8');
    const ids = new Set(shownOn(text.split('\n')));
    // The article also speaks of stablecoins by name, once in each copy of its text.
    expect([...ids].sort()).toEqual(['sector:ai-agents', 'sector:intents', 'sector:restaking', 'sector:stablecoin']);
  });
});
