/** A browser with the built extension in an emulated world, for one test file. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askBackground } from '../../lib/tools/browser/ask-background.ts';
import { launch } from '../../lib/tools/browser/launch.ts';
import { dismissWelcome, shoot } from '../../lib/tools/browser/reader.ts';
import type { BrowserKind, Driver } from '../../lib/tools/browser/types.ts';
import { readBrowsers } from '../../lib/tools/setup/record.ts';
import { addPages } from './world/pages.ts';
import { startWorld, type World } from './world/world.ts';

export const BROWSERS: BrowserKind[] = ['chromium', 'firefox'];
const ROOT = join(import.meta.dirname, '..', '..');
/** Where the builds are; a copy elsewhere keeps a test run apart from the next build. */
const OUTPUT = process.env.ROADMARK_OUTPUT ?? join(ROOT, '.output');
/** Folder of the build that runs in this browser. */
export const buildOf = (kind: BrowserKind) => join(OUTPUT, kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');

export interface Stage {
  world: World;
  driver: Driver;
  /** One call of the protocol, from a page of the extension that asks nothing by itself. */
  ask<T>(name: string, request: unknown): Promise<T>;
  /** Closes every tab but one, so that tests don't meet each other's pages. */
  tidy(): Promise<void>;
  shot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** A copy of the build that may read `sites` too, as after the reader granted them: browsers show no prompt to a test. */
function granted(extension: string, sites: string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'roadmark-granted-'));
  cpSync(extension, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.host_permissions.push(...sites);
  // A script of their own, as a grant gets one: the manifest's first names the default reading sites.
  manifest.content_scripts.push({ ...manifest.content_scripts[0], matches: sites });
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

/** Starts both. Throws where the build or the browser is missing: nothing is left out silently. */
export async function setStage(
  kind: BrowserKind,
  language?: string,
  sites: string[] = [],
  isPrivate = false,
): Promise<Stage> {
  const built = buildOf(kind);
  if (!existsSync(built)) throw new Error(`${built} is missing: run "npm run build" first`);
  const extension = sites.length ? granted(built, sites) : built;
  const executablePath = readBrowsers(ROOT)[kind];
  if (!executablePath) throw new Error(`No ${kind} found: run "npm run prestart"`);
  const world = await startWorld();
  addPages(world);
  const { port: worldPort, proxyPort } = world;
  const driver = await launch(kind, {
    executablePath,
    extension,
    headless: true,
    worldPort,
    proxyPort,
    ...(language && { language }),
    ...(isPrivate && { isPrivate }),
  });
  await dismissWelcome(driver);
  let own: Promise<Page> | undefined;
  return {
    world,
    driver,
    async ask(name, request) {
      for (let tries = 1; ; tries++) {
        // One page for all questions, also for those that come while it still opens.
        own ??= driver.open(driver.address('options.html'));
        const mine = own;
        try {
          return await askBackground(await mine, name, request);
        } catch (error) {
          // Firefox moves a tab to the extension's process after it has said that it is there: ask from a new one.
          if (tries === 3 || !/no such frame|detached|closed/i.test(String(error))) throw error;
          if (own === mine) own = undefined;
        }
      }
    },
    async tidy() {
      own = undefined;
      const blank = await driver.browser.newPage();
      for (const page of await driver.browser.pages()) if (page !== blank) await page.close().catch(() => {});
    },
    async shot(page, name) {
      const dir = join(ROOT, 'screenshots');
      mkdirSync(dir, { recursive: true });
      await shoot(page, join(dir, `e2e-${kind}-${name}.png`));
    },
    async close() {
      await driver.close();
      await world.close();
      if (extension !== built) rmSync(extension, { recursive: true, force: true });
    },
  };
}

/** Requests that the extension, not a page, made: none of the pages here loads anything. */
export const outside = (world: World) => world.asked.map(({ host, path }) => `${host}${path}`);
