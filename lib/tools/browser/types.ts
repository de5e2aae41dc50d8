/** What the demo and the end-to-end tests ask of a real browser with the extension installed. */
import type { Browser, Page } from 'puppeteer-core';

/** Longest that a browser may take for one order, ms: half of what a test has, so that one that hangs fails by its name. */
export const PROTOCOL_TIMEOUT_MS = 60_000;

export type BrowserKind = 'chromium' | 'firefox';

export interface LaunchOptions {
  executablePath: string;
  /** Folder of the unpacked extension, absolute. */
  extension: string;
  headless: boolean;
  /** Port of a local TLS server that plays every host; absent: the real network. */
  worldPort?: number;
  /** Port of a CONNECT proxy in front of that server (Firefox has no rule for host names). */
  proxyPort?: number;
  /** Pages of the web open in private windows, in which the extension is allowed. */
  isPrivate?: boolean;
  /** Language of the browser's own interface, e.g. "ar". */
  language?: string;
}

export interface Driver {
  kind: BrowserKind;
  browser: Browser;
  /** Address of a page of the extension: `page('watchlist.html')`. */
  address(path: string): string;
  /** A new tab at that address, loaded. */
  open(url: string): Promise<Page>;
  /** Runs `fn(root, arg)` with the closed shadow root of `roadmark-overlay`; undefined where there is none. */
  inOverlay<A, R>(page: Page, fn: (root: ShadowRoot, arg: A) => R, arg: A): Promise<Awaited<R> | undefined>;
  /** Ends the background worker or page as the browser itself would. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
}
