import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { otherPages } from './other-pages.ts';
import { ROOT, shownOn } from './setup.ts';

describe('pages that are not about crypto', () => {
  it('are the same each time, in three languages and many subjects', () => {
    const pages = otherPages(240);
    expect(otherPages(240)).toEqual(pages);
    expect(new Set(pages.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(15);
    expect(new Set(pages.map(({ language }) => language)).size).toBe(3);
  });

  it('show at most one false badge in 200', { timeout: 60_000 }, () => {
    const pages = otherPages(600);
    const wrong = pages.flatMap(({ blocks, subject }) =>
      shownOn(blocks).map((id) => `${subject}: ${id}: ${blocks.join(' ').slice(0, 200)}`),
    );
    console.log(`pages that are not about crypto: ${pages.length}, false badges: ${wrong.length}\n${wrong.join('\n')}`);
    expect(wrong.length).toBeLessThanOrEqual(pages.length / 200);
  });
});

/** Texts of others that happen to be on this machine: read, never kept. */
function* textsUnder(directory: string, name: RegExp, skip: RegExp): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && !skip.test(entry.name)) yield* textsUnder(path, name, skip);
    if (!entry.isFile() || !name.test(entry.name) || statSync(path).size > 400_000) continue;
    const bytes = readFileSync(path);
    yield (entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').slice(0, 200_000);
  }
}

/** Paragraphs without code and addresses: what a page would show as text. */
const paragraphs = (text: string) =>
  text
    .replace(/```[\s\S]*?```|`[^`]*`|<[^>]+>|https?:\/\/\S+/g, ' ')
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== '');

/** The words of crypto libraries are no false hits. */
const ABOUT_CRYPTO = /^(?:@noble|@scure|ethers|viem|ox|@swc)$/;
const CORPORA: [string, RegExp, number][] = [
  [join(ROOT, 'node_modules'), /^(?:readme|changelog|history|contributing).*\.md$/i, 500],
  ['/usr/share/doc', /^(?:NEWS|README|changelog)[^/]*(?:\.gz|\.txt|\.md)?$/, 500],
];

describe('documentation of software', () => {
  it.each(CORPORA)('under %s shows at most one false badge in 200 files', { timeout: 120_000 }, (root, name, most) => {
    if (!existsSync(root)) {
      console.log(`left out: no documentation under ${root} on this machine`);
      return;
    }
    let count = 0;
    let words = 0;
    const wrong: string[] = [];
    for (const text of textsUnder(root, name, ABOUT_CRYPTO)) {
      if (text.length < 500 || ++count > most) continue;
      words += text.length / 6;
      const shown = shownOn(paragraphs(text));
      if (shown.length > 0) wrong.push(`${shown.join(' ')}: ${text.slice(0, 80).replaceAll('\n', ' ')}`);
    }
    const files = Math.min(count, most);
    console.log(
      `documentation: ${files} files, about ${Math.round(words / 1000)},000 words, false: ${wrong.length}\n${wrong.join('\n')}`,
    );
    expect(wrong.length).toBeLessThanOrEqual(Math.max(1, files / 200));
  });
});
