/**
 * Scripts on pages count each kilobyte: terser, run over what the bundler has minified already, takes off 2% more. The background
 * and the extension's own pages come from disk and are left as they are: it would triple the time of a build.
 */
import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Scripts that run on pages of others. */
const ON_PAGES = /^(?:content-scripts\/.*|overlay|card|lens|tab|own-site|roadmap-page)\.js$/;

/** Makes the plugin; a build in development mode is not minified and so not squeezed. */
export function squeezePageScripts(): Plugin {
  return {
    name: 'roadmark:squeeze-page-scripts',
    apply: (_, { mode }) => mode !== 'development',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !ON_PAGES.test(chunk.fileName)) continue;
          const { code } = await minify(chunk.code, { ecma: 2020, compress: { passes: 3 } });
          if (code) chunk.code = code;
        }
      },
    },
  };
}
