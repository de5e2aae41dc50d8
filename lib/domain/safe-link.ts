/** Which addresses that others wrote may be offered to the reader. */

/** Returns the address when it is an https link that may be offered to the reader; undefined for all others. */
export function safeLink(url: string | undefined): string | undefined {
  if (!url || url.length > 2048) return undefined;
  try {
    const parsed = new URL(url);
    // User names in an address ("https://uniswap.org@evil.example") disguise where it leads.
    return parsed.protocol === 'https:' && !parsed.username && !parsed.password ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}
