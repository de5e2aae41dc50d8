/** Paths of the browsers that are on this machine. */
export function findBrowsers(
  env?: Record<string, string | undefined>,
  platform?: string,
): { chromium?: string; firefox?: string };
