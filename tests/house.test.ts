/** The bounds of the house, held by a test: how long a file and a function may be, and what no unit test does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = normalize(join(import.meta.dirname, '..'));
/** A file longer than this has more than one subject. */
const MOST_FILE_LINES = 300;
/** A function longer than this does not fit on a screen. */
const MOST_FUNCTION_LINES = 40;

/** Rows of data kept by hand: as long as there are things in the world. */
const DATA = /^lib\/tools\/(?:registry\/hand\/|snapshot\/projects\.ts$)/;
/** Long files that are no data, each with its reason. */
const LONG_FILES: Record<string, string> = {
  'tests/browser/fake-background.ts': 'one answer for each call that a page may make, and the data of them all',
  'tests/browser/overlay.test.ts':
    'one world in one browser: marks, card, keyboard and a hostile page share its set-up',
};
/** Long functions, by file, each with the lines that it may have: none grows, and one that got shorter leaves the list. */
const LONG_FUNCTIONS: Record<string, Record<string, number>> = {
  'components/CardActions.tsx': { CardActions: 43 },
  'entrypoints/background/index.ts': { main: 45 },
  'entrypoints/card/card-side.ts': { startCardSide: 83 },
  'entrypoints/card/card-view.tsx': { createCard: 77 },
  'entrypoints/card/reports.ts': { createReports: 41 },
  'entrypoints/card/strip.ts': { createStrip: 50 },
  'entrypoints/kit/Markdown.tsx': { draw: 44 },
  'entrypoints/kit/PageProjects.tsx': { '(anonymous)': 52, PageProjects: 65 },
  'entrypoints/options/OwnProjects.tsx': { OwnProjects: 63 },
  'entrypoints/options/Reading.tsx': { Reading: 56 },
  'entrypoints/options/SnapshotSection.tsx': { Editor: 63 },
  'entrypoints/options/Sync.tsx': { Sync: 52 },
  'entrypoints/options/TokenSection.tsx': { TokenSection: 51 },
  'entrypoints/overlay/badges.ts': { createBadges: 140 },
  'entrypoints/overlay/host.ts': { createHost: 68 },
  'entrypoints/overlay/pointer-keys.ts': { listenKeys: 47, listenPointer: 47 },
  'entrypoints/overlay/session.ts': { startSession: 132 },
  'entrypoints/overlay/watch-layout.ts': { watchLayout: 54 },
  'entrypoints/project/ProjectApp.tsx': { ProjectApp: 43 },
  'entrypoints/project/RoadmapFigures.tsx': { RoadmapFigures: 51 },
  'entrypoints/project/SignalTable.tsx': { SignalLine: 41 },
  'entrypoints/sidepanel/SidePanelApp.tsx': { SidePanelApp: 41 },
  'entrypoints/watchlist/EditPanel.tsx': { EditPanel: 66 },
  'entrypoints/watchlist/FilterBar.tsx': { FilterBar: 66 },
  'entrypoints/watchlist/FindProject.tsx': { FindProject: 44 },
  'entrypoints/watchlist/KeepMenu.tsx': { KeepMenu: 71 },
  'entrypoints/watchlist/WatchTable.tsx': { WatchTable: 53 },
  'entrypoints/welcome/WelcomeApp.tsx': { Sample: 41 },
  'lib/app/notices.ts': { createNotices: 50 },
  'lib/app/projects.ts': { createProjects: 52 },
  'lib/app/read-part.ts': { readPart: 44 },
  'lib/app/read-project.ts': { readProject: 44 },
  'lib/app/services.ts': { createServices: 95 },
  'lib/app/watchlist.ts': { createWatchlist: 52 },
  'lib/domain/detect/byte-tokens.ts': { run: 56 },
  'lib/domain/detect/collector.ts': { createCollector: 52 },
  'lib/domain/detect/tokens.ts': { scanTokens: 66 },
  'lib/domain/keep/canonical.ts': { canonical: 46 },
  'lib/domain/roadmap/date-grammar.ts': { dayRange: 47 },
  'lib/domain/roadmap/entries.ts': { entry: 59 },
  'lib/domain/roadmap/from-snapshot.ts': { roadmapFromSnapshot: 46 },
  'lib/domain/snapshot/decode.ts': { codeAt: 52 },
  'lib/io/cache.ts': { createCache: 67 },
  'lib/io/db.ts': { createStore: 52 },
  'lib/io/github/budget.ts': { createBudget: 57 },
  'lib/io/github/client.ts': { createGitHub: 50 },
  'lib/io/http.ts': { '(anonymous)': 43, guardedFetch: 46 },
  'lib/io/settings.ts': { createSettings: 42 },
  'lib/io/snapshot.ts': { createSnapshotStore: 49 },
  'lib/page/detect-page.ts': { readAddress: 58 },
  'lib/page/read-article.ts': { collect: 41 },
  'lib/page/show-places.ts': { showPlaces: 42 },
  'lib/tools/start/tour.ts': { tour: 61 },
};

function files(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`;
    if (entry.isDirectory()) return files(path);
    return /\.(?:ts|tsx|mjs|css)$/.test(entry.name) ? [path] : [];
  });
}
const OURS = ['components', 'entrypoints', 'lib'].flatMap(files);
const TESTS = files('tests');
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const isScript = (path: string) => !path.endsWith('.css');

interface Node {
  type?: string;
  start?: number;
  end?: number;
  id?: { name?: string } | null;
  key?: { name?: string } | null;
  body?: unknown;
}

/** Functions with a body, by name (of their own, or of what they are given to), and their lines. */
function functionsOf(path: string): { name: string; lines: number }[] {
  const source = text(path);
  const { program, errors } = parseSync(path, source);
  expect(errors, path).toEqual([]);
  const found: { name: string; lines: number }[] = [];
  const visit = (value: unknown, owner: Node | undefined): void => {
    if (Array.isArray(value)) for (const child of value) visit(child, owner);
    else if (value && typeof value === 'object') {
      const node = value as Node;
      if (/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type ?? '') && node.body) {
        const name = node.id?.name ?? owner?.id?.name ?? owner?.key?.name ?? '(anonymous)';
        found.push({ name, lines: source.slice(node.start, node.end).split('\n').length });
      }
      for (const child of Object.values(node)) visit(child, node.type ? node : owner);
    }
  };
  visit(program, undefined);
  return found;
}

describe('files', () => {
  it(`have ${MOST_FILE_LINES} lines at most, hand-kept data aside`, () => {
    const long = [...OURS, ...TESTS].filter(
      (path) => !DATA.test(path) && text(path).split('\n').length - 1 > MOST_FILE_LINES,
    );
    expect(long).toEqual(Object.keys(LONG_FILES));
  });
});

describe('functions', () => {
  it(`have ${MOST_FUNCTION_LINES} lines at most; none that is longer has grown, and the list names no other`, () => {
    const long: Record<string, Record<string, number>> = {};
    for (const path of OURS.filter(isScript)) {
      for (const { name, lines } of functionsOf(path)) {
        if (lines > Math.max(MOST_FUNCTION_LINES, long[path]?.[name] ?? 0))
          long[path] = { ...long[path], [name]: lines };
      }
    }
    const grown = Object.entries(long).flatMap(([path, list]) =>
      Object.entries(list).flatMap(([name, lines]) =>
        lines > (LONG_FUNCTIONS[path]?.[name] ?? MOST_FUNCTION_LINES) ? [`${path} ${name}: ${lines} lines`] : [],
      ),
    );
    expect(grown).toEqual([]);
    const named = Object.entries(LONG_FUNCTIONS).flatMap(([path, list]) =>
      Object.keys(list).map((n) => `${path} ${n}`),
    );
    expect(
      named.filter((one) => !((one.split(' ')[1] as string) in (long[one.split(' ')[0] as string] ?? {}))),
    ).toEqual([]);
  });
});

describe('tests without a browser', () => {
  it('never sleep: a clock of their own moves, or what they wait for tells', () => {
    const sleeping = TESTS.filter((path) =>
      /^tests\/(?:domain|io|app|tools|page|components)\/|^tests\/[^/]+$/.test(path),
    )
      .filter((path) => path !== 'tests/house.test.ts')
      .filter((path) => /setTimeout\([^)]*,\s*[1-9]|\bsleep\(/.test(text(path)));
    expect(sleeping).toEqual([]);
  });
});

describe('lengths of time', () => {
  it('stand in lib/domain/time.ts alone: no other file writes out a day or a week', () => {
    const written = [...OURS, ...TESTS].filter(
      (path) =>
        !['lib/domain/time.ts', 'tests/house.test.ts'].includes(path) &&
        /\b(?:86_?400(?:_?000)?|604_?800(?:_?000)?|24 \* 60 \* 60)\b/.test(
          text(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
    );
    expect(written).toEqual([]);
  });
});
