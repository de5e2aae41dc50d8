/** Starts either browser. */
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { BrowserKind, Driver, LaunchOptions } from './types.ts';

/** Starts a browser of the kind with the extension in it; rejects where it does not come up. */
export function launch(kind: BrowserKind, options: LaunchOptions): Promise<Driver> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
