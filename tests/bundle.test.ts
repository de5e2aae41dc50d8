/** What the built extension weighs and holds. `npm test` builds first; alone: `npm run build` before. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const KB = 1000;

/** [file, most bytes after gzip, reason]. The first that fits counts. */
const BUDGETS: [RegExp, number, string][] = [
  [/^content-scripts\/detector\.js$/, 12 * KB, 'runs on every allowed page, with the prefilter inside'],
  [/^overlay\.js$/, 20 * KB, 'runs on pages that name a project'],
  [/^card\.js$/, 20 * KB, 'the card itself, fetched when the page has marks and nothing else to do'],
  [/^content-scripts\//, 12 * KB, 'any other script on pages'],
  [
    /^background\.js$/,
    230 * KB,
    'never on a page, alone: Dexie 32, address suffixes 50, octokit with its limits 25, Markdown’s entities 25, YAML 25, CSV and JSON of exports 15, our own code',
  ],
  [/^lens\.js$/, 32 * KB, 'comes when the reader asks for the claims on a page, and no sooner'],
  [
    /^roadmap-page\.js$/,
    28 * KB,
    'comes on roadmap pages of a project’s own site only: words of dates, states and stages in three languages',
  ],
  [/^own-site\.js$/, 2 * KB, 'on pages of a project’s own site: is it a roadmap page?'],
  [/^tab\.js$/, 2 * KB, 'comes when popup, side panel or a command asks the page something'],
  [/^chunks\/.*\.js$/, 120 * KB, 'the pages of the extension, loaded from disk when opened'],
  [/\.css$/, 12 * KB, 'styles of one page'],
];

/** The background with the pieces that it shares with the extension's own pages: Markdown 25, words of three languages 19, the reader's data 7. */
const WHOLE_BACKGROUND = 285 * KB;

function files(dir: string, under = dir): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name), under)
      : [relative(under, join(dir, entry.name)).replaceAll('\\', '/')],
  );
}

for (const build of BUILDS) {
  const dir = join(ROOT, '.output', build);
  describe(build, () => {
    if (!existsSync(dir)) {
      it('is built', () => expect.fail(`${dir} is missing: run "npm run build" first`));
      return;
    }
    const all = files(dir);
    const scripts = all.filter((file) => file.endsWith('.js'));
    const read = (file: string) => readFileSync(join(dir, file));

    it('holds the detector, the overlay and the background', () => {
      expect(scripts).toEqual(expect.arrayContaining(['content-scripts/detector.js', 'overlay.js', 'background.js']));
    });

    for (const file of all.filter((name) => /\.(js|css)$/.test(name))) {
      it(`${file} keeps its budget`, () => {
        const [, most] = BUDGETS.find(([pattern]) => pattern.test(file)) ?? [undefined, 0];
        expect(gzipSync(read(file), { level: 9 }).length).toBeLessThanOrEqual(most);
      });
    }

    it('the background keeps its budget with all that it imports', () => {
      const whole = (file: string, seen: Set<string>): Set<string> => {
        if (seen.has(file)) return seen;
        seen.add(file);
        const imports = read(file)
          .toString('utf8')
          .matchAll(/\b(?:from|import)\s*"(\.[^"]+\.js)"/g);
        for (const [, path = ''] of imports) whole(posix.join(posix.dirname(file), path), seen);
        return seen;
      };
      const all = [...whole('background.js', new Set())];
      const weights = all.map((name) => gzipSync(read(name), { level: 9 }).length);
      expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThanOrEqual(WHOLE_BACKGROUND);
    });

    it.each(scripts)('%s has no sink for markup and runs no text as code', (file) => {
      const code = read(file).toString('utf8');
      const sinks =
        /\.(innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML|document\.write|\beval\(|new Function\b|setHTMLUnsafe/;
      expect(code.match(sinks)?.[0]).toBeUndefined();
    });

    it.each(scripts)('%s loads nothing from elsewhere', (file) => {
      const code = read(file).toString('utf8');
      expect(code.match(/(?:import\(|importScripts\(|src\s*=\s*)["'`]https?:/)?.[0]).toBeUndefined();
    });

    it('ships no source maps', () => expect(all.filter((file) => file.endsWith('.map'))).toEqual([]));
  });
}
