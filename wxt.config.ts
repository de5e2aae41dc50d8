import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { siteMatches } from './lib/domain/sites.ts';
import { leanEntrypoints } from './lib/tools/build/lean-entrypoints.ts';
import { lettersOnce } from './lib/tools/build/letters-once.ts';
import { marksOnce } from './lib/tools/build/marks-once.ts';
import { preactWithoutInnerHtml } from './lib/tools/build/preact-without-inner-html.ts';
import { squeezeScripts } from './lib/tools/build/squeeze.ts';
import { suffixesOnce } from './lib/tools/build/suffixes-once.ts';
import { prefilterPlugin } from './lib/tools/prefilter/plugin.ts';

/** The origin of the demo articles that `npm start` serves; only a build with `--mode demo` may read it. */
const DEMO_ORIGIN = 'http://localhost/*';

const ENTITY_DECODER = join(import.meta.dirname, 'node_modules', 'decode-named-character-reference', 'index.js');
const ENTITY_TABLE = join(import.meta.dirname, 'lib', 'tools', 'build', 'character-entities.ts');
const PLAIN_JSON = join(import.meta.dirname, 'lib', 'tools', 'build', 'plain-json.ts');
/** The package's own build for browsers with classes: the other one brings helpers for those without. */
const MODERN_DEXIE = join(import.meta.dirname, 'node_modules', 'dexie', 'dist', 'modern', 'dexie.mjs');

export default defineConfig({
  // Auto-imports hide where a name comes from; the layer test reads import specifiers.
  imports: false,
  vite: () => ({
    // Its build for pages sets innerHTML and needs a document, which a worker has not; the other one brings a table.
    resolve: {
      alias: {
        'decode-named-character-reference': ENTITY_DECODER,
        'character-entities': ENTITY_TABLE,
        'json-with-bigint': PLAIN_JSON,
        dexie: MODERN_DEXIE,
      },
    },
    plugins: [
      preact(),
      preactWithoutInnerHtml(),
      prefilterPlugin(),
      leanEntrypoints(),
      lettersOnce(),
      marksOnce(),
      suffixesOnce(),
      squeezeScripts(),
    ],
  }),
  hooks: {
    'entrypoints:resolved': (_wxt, entrypoints) => {
      const detector = entrypoints.find(({ name }) => name === 'detector');
      if (detector?.type === 'content-script') detector.options.matches = siteMatches();
    },
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.mode !== 'demo') return;
      manifest.host_permissions = [...(manifest.host_permissions ?? []), DEMO_ORIGIN];
      for (const script of manifest.content_scripts ?? []) script.matches = [...(script.matches ?? []), DEMO_ORIGIN];
    },
  },
  zip: {
    // The shared material and other folders beside the project never enter the archive of sources that Firefox's store asks for.
    excludeSources: ['screenshots/**', '.cache/**', '.ci/**'],
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'scripting', 'activeTab', 'contextMenus'],
    optional_permissions: ['notifications'],
    host_permissions: siteMatches(),
    optional_host_permissions: ['https://*/*'],
    omnibox: { keyword: 'rm' },
    commands: {
      'toggle-site': { description: '__MSG_cmdToggleSite__' },
      'next-badge': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_cmdNextBadge__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_cmdOpenCard__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'roadmark@roadmark.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] as ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
