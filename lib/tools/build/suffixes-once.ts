/** The bundler copies constant texts to where they are used; tldts' 130 kB of suffixes would stand in the background three times. */

const TABLE = /[\\/]tldts[\\/]dist[\\/].*[\\/]data[\\/]trie\.js$/;
/** Texts shorter than this may be copied: that is what the bundler does it for. */
const LONG_TEXT = /= ((["'`])(?:(?!\2).){1000,}\2)/gs;

/** The table's code with its long texts out of the bundler's reach. Throws where it holds none: then tldts has changed. */
export function keepTextsWhole(code: string): string {
  const whole = code.replace(LONG_TEXT, '= [$1][0]');
  if (whole === code) throw new Error('tldts holds no long text any more: is this plugin still needed?');
  return whole;
}

/** The Vite plugin that does it at build time. */
export function suffixesOnce() {
  return {
    name: 'roadmark:suffixes-once',
    apply: 'build' as const,
    transform(code: string, id: string) {
      return TABLE.test(id.split('?')[0] as string) ? { code: keepTextsWhole(code), map: null } : undefined;
    },
  };
}
