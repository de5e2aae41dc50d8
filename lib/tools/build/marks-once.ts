/**
 * The card's script comes to a page where the overlay runs, and needs of it how marks look and what verdicts are called: it takes the
 * overlay's copy of those functions (entrypoints/overlay/card-slot.ts) instead of bringing a second one.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const OVERLAY = join(import.meta.dirname, '..', '..', '..', 'entrypoints', 'overlay');
const BORROWED =
  /[\\/](?:components[\\/](?:mark-shapes|verdict-words|date-words)|lib[\\/]domain[\\/]clean-text|lib[\\/]i18n[\\/]dates|entrypoints[\\/]overlay[\\/](?:badge-view|rects))\.ts$/;
const EXPORT = /^export (?:async )?(?:function|const|class|let) (\w+)/gm;
const NUMBER = /^export const (\w+) = [\d_]+;$/gm;
const LIST = /^export const SHARED = \[([\w\s,]+)\]/m;

/** The names that the overlay hands on, in their order, as its module `shared.ts` lists them. Throws where there is no list. */
export function sharedNames(code: string): string[] {
  const names = LIST.exec(code)?.[1]?.match(/\w+/g);
  if (!names) throw new Error('entrypoints/overlay/shared.ts: SHARED is to be a plain list of names');
  return names;
}

/** A module with its numbers as they are and all else from the overlay; `slot` is where that is imported from. Throws where `names` lacks something. */
export function taken(code: string, names: readonly string[], slot: string): string {
  const numbers = [...code.matchAll(NUMBER)];
  const own = new Set(numbers.map(([, name]) => name));
  const rest = [...code.matchAll(EXPORT)].map(([, name = '']) => name).filter((name) => !own.has(name));
  const left = rest.filter((name) => !names.includes(name));
  if (left.length > 0) throw new Error(`the card takes a module from the overlay, and SHARED lacks ${left.join()}`);
  return [
    `import { shared } from '${slot}';`,
    ...numbers.map(([line]) => line),
    ...rest.map((name) => `export const ${name} = /* @__PURE__ */ shared()[${names.indexOf(name)}];`),
  ].join('\n');
}

/** The Vite plugin that does it for the build of `card.js` alone. */
export function marksOnce() {
  let names: string[] | undefined;
  return {
    name: 'roadmark:marks-once',
    apply: 'build' as const,
    enforce: 'pre' as const,
    configResolved({ build }: { build: { lib?: false | { entry: unknown } } }) {
      const forCard = Boolean(build.lib && /card[\\/]index\.ts/.test(JSON.stringify(build.lib.entry)));
      names = forCard ? sharedNames(readFileSync(join(OVERLAY, 'shared.ts'), 'utf8')) : undefined;
    },
    transform(code: string, id: string) {
      if (!names || !BORROWED.test(id)) return undefined;
      const slot = relative(dirname(id), join(OVERLAY, 'card-slot.ts')).replaceAll('\\', '/');
      return { code: taken(code, names, slot.startsWith('.') ? slot : `./${slot}`), map: null };
    },
  };
}
