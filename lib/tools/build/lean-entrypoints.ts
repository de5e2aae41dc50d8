/**
 * WXT wraps every script of a page in a start for its plugins, of which there are none here, and a logger that prints nothing in
 * production. Every page would carry both. This starts the script itself and nothing else; an exception is thrown on as before.
 */

const STARTS: [RegExp, string][] = [
  [/unlisted-script-entrypoint/, 'export default definition.main();'],
  [
    /content-script-isolated-world-entrypoint/,
    // WXT's context is for scripts that ask for it; ours end themselves (lib/page/detect-page.ts).
    'export default definition.main();',
  ],
];
/** Brings in the project's own script; WXT has put its path here. */
const OWN = /^import definition from .*;$/m;

/** The short start in place of WXT's `code`; undefined for every other module. Throws where WXT's start has changed. */
export function leanStart(id: string, code: string): string | undefined {
  const start = STARTS.find(([name]) => name.test(id));
  if (!start || !code.includes('initPlugins()')) return undefined;
  const own = OWN.exec(code);
  if (!own) throw new Error('WXT starts scripts in another way now: look at it');
  return `${own[0]}\n${start[1]}`;
}

/** The Vite plugin that does it at build time. */
export function leanEntrypoints() {
  return {
    name: 'roadmark:lean-entrypoints',
    apply: 'build' as const,
    transform(code: string, id: string) {
      const lean = leanStart(id, code);
      return lean === undefined ? undefined : { code: lean, map: null };
    },
  };
}
