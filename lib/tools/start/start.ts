/** `npm start`: builds, opens a browser with Roadmark in a throw-away profile on pages to try. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { launch } from '../browser/launch.ts';
import { readBrowsers } from '../setup/record.ts';
import { startDemo } from './demo-server.ts';
import { LIVE_ADDRESSES } from './live-addresses.ts';
import { readOptions, type StartOptions } from './options.ts';
import { tour } from './tour.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const say = (text: string) => console.log(text.startsWith('\n') ? text : `[start] ${text}`);

/** Builds into a folder of its own: this build may also read the demo's articles on localhost. */
function build({ browser }: StartOptions): string {
  const firefox = browser === 'firefox';
  say(`builds the extension for ${firefox ? 'Firefox' : 'Chromium'}`);
  const args = ['build', '--mode', 'demo', ...(firefox ? ['-b', 'firefox', '--mv3'] : [])];
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  // A mode of its own would else make a development build, whose aids for debugging are not what readers get.
  const env = { ...process.env, NODE_ENV: 'production' };
  const done = spawnSync(process.execPath, [wxt, ...args], { cwd: ROOT, stdio: 'inherit', env });
  if (done.status !== 0) throw new Error('The build failed: see above.');
  return join(ROOT, '.output', `${firefox ? 'firefox' : 'chrome'}-mv3-demo`);
}

async function main(options: StartOptions): Promise<void> {
  const executablePath = readBrowsers(ROOT)[options.browser];
  if (!executablePath) throw new Error(`No ${options.browser} found: "npm run prestart" says what to install.`);
  const extension = build(options);
  const demo = await startDemo();
  say(`demo articles: ${demo.origin}/en ${demo.origin}/ar ${demo.origin}/zh`);
  say(`starts ${executablePath}${options.headless ? ' without a window' : ''}`);
  const driver = await launch(options.browser, { executablePath, extension, headless: options.headless });
  try {
    if (options.headless) {
      const picture = options.writeReadme ? join(import.meta.dirname, 'card.png') : undefined;
      const shots = join(ROOT, 'screenshots');
      await tour({
        driver,
        origin: demo.origin,
        shots,
        say,
        ...(options.url && { url: options.url }),
        ...(picture && { readmePicture: picture }),
      });
      return;
    }
    say(`Live addresses to try:\n${LIVE_ADDRESSES.map(({ url, what }) => `  ${url}  (${what})`).join('\n')}`);
    await driver.open(options.url ?? `${demo.origin}/en`);
    if (!options.url) await driver.open(`${demo.origin}/`);
    say('Hover a mark beside a name. Close the browser to end.');
    await new Promise<void>((resolve) => driver.browser.once('disconnected', () => resolve()));
  } finally {
    await driver.close().catch(() => {});
    demo.close();
  }
}

const options = readOptions(process.argv.slice(2), process.env, process.platform);
if (typeof options === 'string') {
  console.error(options);
  process.exitCode = 2;
} else {
  await main(options).catch((error: unknown) => {
    console.error(`[start] ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  });
}
