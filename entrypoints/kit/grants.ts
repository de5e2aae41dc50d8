/** Where Roadmark may read: the browser's own permissions, asked for from a click in the page itself. */
import browser from 'webextension-polyfill';

/** All secure pages: what the manifest may ask for at most. */
export const EVERYWHERE = 'https://*/*';

/** Match patterns for one site and its subdomains. */
export function sitePatterns(host: string): string[] {
  return [`https://${host}/*`, `https://*.${host}/*`];
}

/** Asks the browser to grant the patterns. Must run inside a click; false when the reader declines. */
export async function requestGrant(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // A pattern that the manifest does not allow, or no click: the same to the reader, nothing was granted.
    return false;
  }
}

/** Takes a grant back; false where the browser holds it as part of the manifest. */
export async function removeGrant(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins });
  } catch {
    return false;
  }
}

/** Whether all patterns are granted now. */
export async function hasGrant(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins });
  } catch {
    return false;
  }
}

/** Every granted pattern, for the list in Options. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}
