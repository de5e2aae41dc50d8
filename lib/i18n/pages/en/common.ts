/** English words of the band on top and what every page says. */
export const common = {
  'nav.watchlist': 'Watchlist',
  'nav.options': 'Options',
  'nav.welcome': 'Welcome',
  'nav.pages': 'Roadmark pages',
  'page.loading': 'Loading…',
  'page.failed': 'This did not work: {reason}',
  'page.retry': 'Try again',
  'page.close': 'Close',
  'page.cancel': 'Cancel',
  'page.save': 'Save',
  'page.copied': 'Copied',
  'page.notCopied': 'Could not be copied',
  'page.unknown': 'unknown',
} as const;
