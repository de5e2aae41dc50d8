import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { readBrowsers } from './lib/tools/setup/record.ts';

/** Found by the set-up script; a browser of the test tool's own is never downloaded. */
const chromiumPath = readBrowsers(import.meta.dirname).chromium;

/** A test that hangs ends; none fails because the machine was busy (the longest take some seconds on a quiet one). */
const PATIENCE_MS = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{domain,io,app,tools}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/{page,components}/**/*.test.{ts,tsx}'],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        plugins: [preact()],
        // The polyfill refuses to load outside an extension; pages under test speak with a made-up background.
        resolve: {
          alias: { 'webextension-polyfill': new URL('./tests/browser/fake-polyfill.ts', import.meta.url).pathname },
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: PATIENCE_MS,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromiumPath,
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Real browsers start, install the extension and talk to a local server.
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A browser that leaves an order unanswered is the driver's trouble, and asked once more; what the extension does wrong fails at once.
          retry: { count: 1, condition: /Increase the 'protocolTimeout' setting/ },
          // Each file has a world, a profile and a browser of its own, and waits three fifths of its time: three at a time on two cores.
          maxWorkers: 3,
        },
      },
    ],
  },
});
