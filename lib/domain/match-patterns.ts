/** Match patterns of the manifest and of grants, as the parts that need no browser read them. */

/**
 * Granted patterns at which pages are read. A host that was allowed for snapshot updates alone (`updateHost`) is none of them:
 * a grant to read a site holds its subdomains too.
 */
export function originsToRead(origins: readonly string[], updateHost: string | null): string[] {
  const forUpdates = `https://${updateHost}/*`;
  const alsoRead = origins.includes(`https://*.${updateHost}/*`);
  return origins.filter((origin) => alsoRead || origin !== forUpdates);
}

/** A match pattern as an expression over `host/path`; the default list has https and fixed hosts only. */
function expressionOf(pattern: string): RegExp {
  const parts = pattern.replace(/^[a-z*]+:\/\//, '').split('*');
  return new RegExp(`^${parts.map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&')).join('.*')}$`);
}

/** Returns what tells whether an address lies within one of the patterns. */
export function matcherOf(patterns: readonly string[]): (host: string, path: string) => boolean {
  const expressions = patterns.map(expressionOf);
  return (host, path) => expressions.some((expression) => expression.test(host + path));
}

/** Hosts that the patterns name. */
export function hostsOf(patterns: readonly string[]): string[] {
  return [...new Set(patterns.flatMap((pattern) => /:\/\/([^/*]+)\//.exec(pattern)?.[1] ?? []))];
}
