/** What `npm start -- …` takes. */
export interface StartOptions {
  browser: 'chromium' | 'firefox';
  /** Page to open instead of the demo's. */
  url?: string;
  headless: boolean;
  /** Also refresh README's picture. */
  writeReadme: boolean;
}

/** Reads the arguments; a text is what is wrong with them. */
export function readOptions(
  args: string[],
  env: Record<string, string | undefined>,
  platform: string,
): StartOptions | string {
  const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  const options: StartOptions = { browser: 'chromium', headless: !hasDisplay, writeReadme: false };
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = (args[i] as string).split(/=(.*)/s, 2) as [string, string?];
    if (name === '--firefox') options.browser = 'firefox';
    else if (name === '--headless') options.headless = true;
    else if (name === '--write-readme') Object.assign(options, { headless: true, writeReadme: true });
    else if (name === '--url') {
      const url = inline ?? args[++i] ?? '';
      if (!/^https?:\/\//.test(url)) return `--url wants an address that begins with https://, not "${url}"`;
      options.url = url;
    } else return `Unknown: ${name}. There are --firefox, --url <address>, --headless and --write-readme.`;
  }
  return options;
}
