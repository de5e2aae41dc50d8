/**
 * Cuts Preact's only `innerHTML` assignment (behind `dangerouslySetInnerHTML`, which nothing here uses) out of every bundle:
 * no sink is left for a hostile answer, pages with Trusted Types have nothing to refuse, and stores' linters find nothing.
 */

/** The assignment in Preact's published build, whatever its minified names are. */
const SINK = /\b[\w$]+\.innerHTML=[\w$]+\.__html\b/g;

/** Preact's code without the sink. Throws unless it holds exactly one: a new version must be looked at. */
export function cutInnerHtml(code: string): string {
  const found = code.match(SINK)?.length ?? 0;
  if (found !== 1) throw new Error(`Preact holds ${found} innerHTML assignments where one was expected; look at it`);
  return code.replace(SINK, 'void 0');
}

/** The Vite plugin that does it at build time. */
export function preactWithoutInnerHtml() {
  return {
    name: 'roadmark:preact-without-inner-html',
    apply: 'build' as const,
    transform(code: string, id: string) {
      if (!/[\\/]preact[\\/]dist[\\/]preact(\.module|\.min)?\.m?js$/.test(id.split('?')[0] as string)) return undefined;
      return { code: cutInnerHtml(code), map: null };
    },
  };
}
