/**
 * The overlay runs where the detector does and asks the same of every character: it takes the detector's copy of those functions
 * (lib/page/handoff.ts) instead of bringing a second one. So does the lens, which asks about names only where the detector has found some.
 */
const LETTERS = /[\\/]lib[\\/]domain[\\/]detect[\\/]chars\.ts$/;
const HANDOFF = '../../page/handoff.ts';
const NUMBER = /^export const \w+ = \d+;$/gm;
const SHARED = /^export (?:function|const) (\w+)(?! = \d+;)\b/gm;
const LIST = /^export const LETTERS = \[([\w\s,]+)\]/m;

/** The module's numbers as they are, the rest from the handoff. Throws where its list is not of all that it exports. */
export function borrowed(code: string): string {
  const listed: string[] = LIST.exec(code)?.[1]?.match(/\w+/g) ?? [];
  const left = [...code.matchAll(SHARED)].map(([, name = '']) => name).filter((name) => !listed.includes(name));
  if (listed.length === 0 || left.join() !== 'LETTERS')
    throw new Error(`chars.ts: LETTERS is to name each function and table, and lacks ${left.join()}`);
  return [
    `import { currentHandoff } from '${HANDOFF}';`,
    ...(code.match(NUMBER) ?? []),
    `export const [${listed.join(', ')}] = currentHandoff()?.tools?.letters ?? [];`,
  ].join('\n');
}

/** The Vite plugin that does it for the builds of `overlay.js` and `lens.js` alone. */
export function lettersOnce() {
  let borrows = false;
  return {
    name: 'roadmark:letters-once',
    apply: 'build' as const,
    enforce: 'pre' as const,
    configResolved({ build }: { build: { lib?: false | { entry: unknown } } }) {
      borrows = Boolean(build.lib && /[\\/](?:overlay[\\/]+index|lens)\.ts/.test(JSON.stringify(build.lib.entry)));
    },
    transform(code: string, id: string) {
      return borrows && LETTERS.test(id) ? { code: borrowed(code), map: null } : undefined;
    },
  };
}
