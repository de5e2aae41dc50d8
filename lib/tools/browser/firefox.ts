/** Firefox with the extension, driven over WebDriver BiDi. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Driver, type LaunchOptions, PROTOCOL_TIMEOUT_MS } from './types.ts';

/** Event pages stop after this idle time; short, so that tests meet stopped ones. Firefox's default is 30 s. */
const IDLE_MS = 2000;

function preferences(options: LaunchOptions, addOn: string, uuid: string): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [addOn]: uuid }),
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    ...(options.language && { 'intl.locale.requested': options.language, 'intl.accept_languages': options.language }),
    ...(options.proxyPort && {
      'extensions.background.idle.timeout': IDLE_MS,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.proxyPort,
      'network.proxy.allow_hijacking_localhost': true,
    }),
  };
}

interface Remote {
  sharedId?: string;
  value?: { shadowRoot?: Remote };
}
interface Bidi {
  send(
    method: string,
    params: unknown,
  ): Promise<{ result: { type: string; result?: Remote & { value?: unknown }; exceptionDetails?: { text: string } } }>;
}

/** Reaches the connection that puppeteer keeps to itself: only there can a closed shadow root be asked for. */
function bidi(page: Page): { connection: Bidi; context: string } {
  const { connection } = page.browser() as unknown as { connection: Bidi };
  const { _id } = page.mainFrame() as unknown as { _id: string };
  return { connection, context: _id };
}

async function inOverlay<A, R>(
  page: Page,
  fn: (root: ShadowRoot, arg: A) => R,
  arg: A,
): Promise<Awaited<R> | undefined> {
  const { connection, context } = bidi(page);
  const found = await connection.send('script.callFunction', {
    functionDeclaration: '() => document.querySelector("roadmark-overlay")',
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const root = found.result.result?.value as { shadowRoot?: Remote } | undefined;
  if (!root?.shadowRoot?.sharedId) return undefined;
  const answer = await connection.send('script.callFunction', {
    // JSON in and out: plain values survive the way unchanged.
    functionDeclaration: `async (root, arg) => JSON.stringify({ value: await (${fn.toString()})(root, JSON.parse(arg ?? 'null')) })`,
    arguments: [{ sharedId: root.shadowRoot.sharedId }, { type: 'string', value: JSON.stringify(arg ?? null) }],
    target: { context },
    awaitPromise: true,
  });
  if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails?.text ?? 'failed in the page');
  return JSON.parse(String(answer.result.result?.value)).value;
}

/** Resolves when the page is loaded. */
async function arrival(page: Page, url: string): Promise<void> {
  // Between two processes the tab is nowhere for a moment: asking then throws.
  const arrived = () => document.readyState === 'complete' && location.href !== 'about:blank';
  for (let tries = 0; !(await page.evaluate(arrived).catch(() => false)); tries++) {
    if (tries > 200) throw new Error(`${url} did not load`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A private window at that address, made by a page of the extension, which closes again. */
async function openPrivate(browser: Browser, own: string, url: string): Promise<Page> {
  const old = new Set(await browser.pages());
  const maker = await browser.newPage();
  await maker.goto(own, { waitUntil: [] });
  await arrival(maker, own);
  await maker.evaluate((address) => {
    type Windows = { windows: { create(window: { incognito: boolean; url: string }): Promise<unknown> } };
    return (globalThis as unknown as { browser: Windows }).browser.windows
      .create({ incognito: true, url: address })
      .then(() => null);
  }, url);
  await maker.close();
  for (let tries = 0; tries <= 200; tries++) {
    const page = (await browser.pages()).find((one) => !old.has(one) && one.url() === url);
    if (page) {
      await arrival(page, url);
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no private window at ${url}`);
}

/** Gives the extension the reader's leave for private windows, and starts it again as the list of add-ons does. */
async function allowInPrivate(browser: Browser, addOn: string): Promise<void> {
  const { connection } = browser as unknown as { connection: Bidi };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as unknown as {
    result: { contexts: { context: string }[] };
  };
  const answer = await connection.send('script.callFunction', {
    functionDeclaration: `async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      const addOn = await AddonManager.getAddonByID(id);
      await addOn.disable();
      await addOn.enable();
    }`,
    arguments: [{ type: 'string', value: addOn }],
    target: { context: tree.result.contexts[0]?.context },
    awaitPromise: true,
  });
  if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails?.text ?? 'failed in the page');
}

/** Starts the browser with a throw-away profile and the extension in it. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const manifest = JSON.parse(readFileSync(join(options.extension, 'manifest.json'), 'utf8'));
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    headless: options.headless,
    acceptInsecureCerts: options.worldPort !== undefined,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options, manifest.browser_specific_settings.gecko.id, uuid),
  });
  await browser.installExtension(options.extension);
  if (options.isPrivate) await allowInPrivate(browser, manifest.browser_specific_settings.gecko.id);
  return {
    kind: 'firefox',
    browser,
    address: (path) => `moz-extension://${uuid}/${path}`,
    async open(url) {
      if (options.isPrivate && url.startsWith('https:'))
        return openPrivate(browser, `moz-extension://${uuid}/options.html`, url);
      const page = await browser.newPage();
      // Navigation to an extension's page never reports its end over BiDi.
      await page.goto(url, { waitUntil: url.startsWith('moz-') ? [] : 'domcontentloaded' });
      await arrival(page, url);
      return page;
    },
    inOverlay,
    killBackground: () => new Promise((resolve) => setTimeout(resolve, IDLE_MS * 3)),
    close: () => browser.close(),
  };
}
