/** Chromium or Chrome with the extension, driven over a pipe: the only way in which Chrome still loads an unpacked one. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Driver, type LaunchOptions, PROTOCOL_TIMEOUT_MS } from './types.ts';

/** Quiet, and runnable as root in a container without a graphics card. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function args({ worldPort, language }: LaunchOptions): string[] {
  return [
    ...QUIET,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(worldPort ? [`--host-resolver-rules=MAP * 127.0.0.1:${worldPort}`, '--ignore-certificate-errors'] : []),
    ...(language ? [`--lang=${language}`, `--accept-lang=${language}`] : []),
  ];
}

async function inOverlay<A, R>(
  page: Page,
  fn: (root: ShadowRoot, arg: A) => R,
  arg: A,
): Promise<Awaited<R> | undefined> {
  const session = await page.createCDPSession();
  try {
    const host = await session.send('Runtime.evaluate', { expression: 'document.querySelector("roadmark-overlay")' });
    if (!host.result.objectId) return undefined;
    // The protocol sees through closed roots, which no script of the page can.
    const { node } = await session.send('DOM.describeNode', { objectId: host.result.objectId, depth: 1, pierce: true });
    const root = node.shadowRoots?.[0];
    if (!root) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    const answer = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      functionDeclaration: `function (arg) { return (${fn.toString()})(this, arg); }`,
      arguments: [{ value: arg }],
      returnByValue: true,
      awaitPromise: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? 'failed in the page');
    return answer.result.value;
  } finally {
    await session.detach().catch(() => {});
  }
}

/** Resolves with the extension's background target; it exists from installation on. */
function background(browser: Browser) {
  return browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: 20_000 });
}

/** Loads the extension with the reader's leave for private windows, which the list of extensions would reload it for. */
async function allowInPrivate(browser: Browser, path: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  // The driver's own types do not know the flag yet.
  const load = session.send as unknown as (method: string, params: unknown) => Promise<unknown>;
  await load.call(session, 'Extensions.loadUnpacked', { path, enableInIncognito: true });
  await session.detach();
}

/** A private window at that address. The driver itself makes windows of a profile only, in which no extension runs. */
async function openPrivate(browser: Browser, url: string): Promise<Page> {
  const old = new Set(browser.targets());
  const worker = await (await background(browser)).worker();
  await worker?.evaluate((address) => {
    type Windows = { windows: { create(window: { incognito: boolean; url: string }): Promise<unknown> } };
    return (globalThis as unknown as { chrome: Windows }).chrome.windows.create({ incognito: true, url: address });
  }, url);
  const target = await browser.waitForTarget((one) => one.url() === url && !old.has(one), { timeout: 10_000 });
  const page = (await target.page()) as Page;
  await page.setViewport({ width: 1280, height: 900 });
  return page;
}

/** Starts the browser with a throw-away profile and the extension in it. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: options.headless,
    pipe: true,
    protocolTimeout: PROTOCOL_TIMEOUT_MS,
    enableExtensions: options.isPrivate ? true : [options.extension],
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    args: args(options),
    env: { ...process.env, ...(options.language && { LANGUAGE: options.language }) },
  });
  if (options.isPrivate) await allowInPrivate(browser, options.extension);
  const origin = new URL((await background(browser)).url()).origin.replace('null', '');
  const base = origin || `chrome-extension://${new URL((await background(browser)).url()).host}`;
  return {
    kind: 'chromium',
    browser,
    address: (path) => `${base}/${path}`,
    async open(url) {
      if (options.isPrivate && url.startsWith('https:')) return openPrivate(browser, url);
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return page;
    },
    inOverlay,
    async killBackground() {
      const worker = await (await background(browser)).worker();
      await worker?.close();
    },
    close: () => browser.close(),
  };
}
