/** The browsers of a bench run: started when the first row needs them, closed together. */
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import type { PackedPrefilter } from '../../lib/domain/detect/prefilter.ts';
import type { BrowserKind } from '../../lib/tools/browser/types.ts';
import { readBrowsers } from '../../lib/tools/setup/record.ts';
import { type Stage, setStage } from '../e2e/kit.ts';
import type { BenchContext } from './framework.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..', '..');
/** A call into the page that takes longer hangs: the row then says so, and the run goes on. */
const CALL_MS = 60_000;

const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Heap figures are read after a collection.
  '--js-flags=--expose-gc',
];
/** Firefox rounds its clock to a millisecond; slices are shorter. */
const FIREFOX_PREFERENCES = { 'privacy.reduceTimerPrecision': false, 'browser.shell.checkDefaultBrowser': false };

/** page.ts as one script. */
async function pageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: !process.env.PROF,
      lib: { entry: join(HERE, 'page.ts'), formats: ['iife'], name: 'benchPage' },
    },
  });
  const output = (Array.isArray(result) ? result[0] : result) as unknown as { output: { code: string }[] };
  return (output.output[0] as { code: string }).code;
}

function start(kind: BrowserKind): Promise<Browser> {
  const executablePath = readBrowsers(ROOT)[kind];
  if (!executablePath) throw new Error(`no ${kind} was found: run "npm run prestart"`);
  if (kind === 'firefox')
    return puppeteer.launch({
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox: FIREFOX_PREFERENCES,
      protocolTimeout: CALL_MS,
    });
  return puppeteer.launch({ executablePath, pipe: true, args: CHROMIUM_ARGS, protocolTimeout: CALL_MS });
}

export interface Browsers {
  context(kind: BrowserKind): Promise<BenchContext>;
  /** "Chromium 156, Firefox 153": those that were started. */
  versions(): Promise<string[]>;
  close(): Promise<void>;
}

export function createBrowsers(tabs: number, prefilter: (projects?: number) => PackedPrefilter): Browsers {
  const started = new Map<BrowserKind, Promise<Browser>>();
  const stages = new Map<BrowserKind, Promise<Stage>>();
  let script: Promise<string> | undefined;
  const once = <T>(map: Map<BrowserKind, Promise<T>>, kind: BrowserKind, make: () => Promise<T>) => {
    const known = map.get(kind) ?? make();
    map.set(kind, known);
    return known;
  };
  return {
    async context(kind) {
      script ??= pageScript();
      const code = await script;
      const browser = await once(started, kind, () => start(kind));
      return {
        kind,
        browser,
        tabs,
        async tab() {
          const page = await browser.newPage();
          await page.setContent('<!doctype html><title>bench</title><body></body>');
          await page.evaluate(code);
          return page;
        },
        prefilter,
        stage: () => once(stages, kind, () => setStage(kind)),
      };
    },
    async versions() {
      const kinds = [...started].map(async ([kind, browser]) => {
        const [, version = ''] = /\/(\d+)/.exec(await (await browser).version()) ?? [];
        return `${kind === 'chromium' ? 'Chromium' : 'Firefox'} ${version}`;
      });
      return Promise.all(kinds);
    },
    async close() {
      // A browser that is gone already needs no closing.
      await Promise.allSettled([...started.values(), ...stages.values()].map(async (one) => (await one).close()));
    },
  };
}
