/** In place of webextension-polyfill in browser tests; see vitest.config.ts. */
export { fakeBrowser as default } from './fake-background.ts';
