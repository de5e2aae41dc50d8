import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each layer may import from this repository; itself is always allowed. See lib/README.md. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/domain': ['lib/result'],
  'lib/page': ['lib/domain', 'lib/result'],
  'lib/io': ['lib/domain', 'lib/result', 'lib/env'],
  'lib/app': ['lib/domain', 'lib/io', 'lib/protocol', 'lib/result', 'lib/env'],
  'lib/tools': ['lib/domain', 'lib/io', 'lib/result', 'lib/env'],
  components: ['lib/domain', 'lib/i18n', 'lib/result'],
  'lib/protocol': ['lib/domain', 'lib/result', 'lib/page/types'],
  'lib/i18n': ['lib/domain', 'lib/result'],
  'entrypoints/detector.content': [
    'lib/domain',
    'lib/page',
    'lib/protocol',
    'lib/deliver',
    'lib/result',
    'lib/io/settings',
  ],
  'entrypoints/overlay': [
    'lib/domain',
    'lib/page',
    'lib/protocol',
    'lib/deliver',
    'lib/result',
    'lib/io/settings',
    'components',
    'lib/i18n',
  ],
  'entrypoints/tab': ['entrypoints/overlay', 'lib/domain', 'lib/page', 'lib/protocol', 'lib/result'],
  'entrypoints/lens': ['lib/domain', 'lib/page', 'lib/protocol', 'lib/result'],
  'entrypoints/own-site': ['lib/page', 'lib/protocol'],
  'entrypoints/roadmap-page': ['lib/domain', 'lib/page', 'lib/protocol'],

  'entrypoints/background': [
    'lib/domain',
    'lib/io',
    'lib/app',
    'lib/protocol',
    'lib/result',
    'lib/env',
    'lib/i18n',
    // Which frames of a tab have marks: the browser alone knows, and its pages ask it too.
    'entrypoints/kit/frames',
  ],
  entrypoints: ['components', 'lib/domain', 'lib/protocol', 'lib/deliver', 'lib/result', 'lib/io/settings', 'lib/i18n'],
};
const ROOT = normalize(join(import.meta.dirname, '..'));

function sources(dir: string): string[] {
  return readdirSync(join(ROOT, dir)).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(name) ? [path] : [];
  });
}
const layerOf = (path: string) =>
  Object.keys(MAY_IMPORT)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`) || path.startsWith(`${layer}.`))
    .sort((a, b) => b.length - a.length)[0];

/** Specifiers of static, dynamic and re-exporting imports that stay inside the repository. */
function imports(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((m) =>
    relative(ROOT, join(ROOT, dirname(path), m[1] as string)),
  );
}

describe('layers', () => {
  for (const path of ['components', 'entrypoints', 'lib'].flatMap(sources)) {
    it(`${path} imports only what its layer may`, () => {
      const layer = layerOf(path);
      if (!layer) return;
      const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
      const bad = imports(path).filter(
        (p) => !allowed.some((a) => p === a || p.startsWith(`${a}/`) || p.startsWith(`${a}.`)),
      );
      expect(bad).toEqual([]);
    });
  }

  it('imports Dexie in the database file alone', () => {
    const users = ['components', 'entrypoints', 'lib']
      .flatMap(sources)
      .filter((path) => /from ['"]dexie['"]/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(users.every((path) => path === 'lib/io/db.ts')).toBe(true);
  });
});
